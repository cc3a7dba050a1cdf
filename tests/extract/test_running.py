"""The pipeline's own run and ours read every token alike."""

from __future__ import annotations

import spacy
from thinc.api import NumpyOps

from testimonia.base.settings import Settings
from testimonia.extract.model import model_path
from testimonia.extract.parsing import english
from testimonia.extract.running import run, with_numpy
from tests.extract.test_remembering import LINES, loaded, told

STORY = (
    "Ada Moor, who speaks for the Dykers' League, told the court on 14 March 2019 that 2,310 barrels had been lost in Brackwater. ",
    "“The ferry never left Gullhaven, and nobody will say why,” Otto Reet of the Northern Ferry Union told The Harbour Times on Monday. ",
    "According to the Ministry of Fields, no more than 40 per cent of the $3.5 million was paid; Cinderford-on-Sea denied it twice. ",
    "In the third winter Mrs. Fina Storch, 71, the mayor of Dunholt, had walked from Eastermere to Fennick with her dog Kranich. ",
)
TEXTS = (*LINES, *STORY, *(STORY[one] + STORY[other] * 3 for one in range(4) for other in range(4)), "Yes.", "1")


def test_every_token_and_name_is_read_as_by_the_pipelines_own_run():
    expected = [(told(doc), [(ent.start, ent.end, ent.label_) for ent in doc.ents]) for doc in loaded().pipe(TEXTS)]
    got = [(told(doc), [(ent.start, ent.end, ent.label_) for ent in doc.ents]) for doc in run(english(model_path(Settings())), TEXTS)]
    assert got == expected
    assert any(ents for _, ents in got)


def test_a_text_is_read_alike_in_any_company():
    nlp = english(model_path(Settings()))
    together = [told(doc) for doc in run(nlp, TEXTS)]
    assert [told(run(nlp, [text])[0]) for text in TEXTS] == together


def test_texts_without_a_token_are_read_too():
    nlp = english(model_path(Settings()))
    assert [len(doc) for doc in run(nlp, ["", ""])] == [0, 0]
    assert run(nlp, []) == []


def test_components_without_a_pipe_are_called_for_each_text():
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")

    @spacy.Language.component("plain_step")
    def plain_step(doc: spacy.tokens.Doc) -> spacy.tokens.Doc:
        doc.user_data["seen"] = True
        return doc

    nlp.add_pipe("plain_step")
    docs = run(nlp, ["One. Two.", "Three."])
    assert [len(list(doc.sents)) for doc in docs] == [2, 1]
    assert all(doc.user_data["seen"] for doc in docs)


def test_only_plain_arithmetic_is_exchanged():
    nlp = loaded()

    class OtherOps(NumpyOps):
        pass

    kept = nlp.get_pipe("ner").model
    kept.ops = OtherOps()
    with_numpy(nlp)
    assert isinstance(kept.ops, OtherOps)
    assert not nlp.get_pipe("tagger").model.ops.use_blis
