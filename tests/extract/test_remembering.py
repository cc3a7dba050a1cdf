"""The remembered ruler gives what the ruler gives, token by token."""

from __future__ import annotations

import warnings

import spacy

from testimonia.base.settings import Settings
from testimonia.extract.model import model_path
from testimonia.extract.parsing import english
from testimonia.extract.remembering import NAME, remember

LINES = (
    "The mayor said that this was what they had done, and that it did not please him.",
    "There's nothing to see here; there are two boats, and there was a third one.",
    "Let's go: they're gonna have to pay, y'all, they got ta leave, c'm on.",
    "Did it rain? It'd rained before I'd got home; he gets wet, she got wetter.",
    "\tDouble  blanks   stand between   these words.  ",
    "Those who saw you told you that it hit them, and that which you know.",
    "WHAT DID THE DYKERS’ LEAGUE SAY? “They ain't doin' somethin',” Otto Reet said.",
    "1. Home | News | Sport",
)


def loaded() -> spacy.Language:
    """The pipeline as it comes, with its own ruler."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        return spacy.load(model_path(Settings()))


def told(doc: spacy.tokens.Doc) -> list[tuple[object, ...]]:
    return [(t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.ent_type_) for t in doc]


def test_every_token_is_told_as_by_the_ruler_when_first_seen_and_when_remembered():
    nlp = english(model_path(Settings()))
    assert NAME in nlp.pipe_names and "attribute_ruler" not in nlp.pipe_names
    expected = [told(doc) for doc in loaded().pipe(LINES)]
    for order in (LINES, LINES[::-1], LINES):
        got = {doc.text: told(doc) for doc in nlp.pipe(order)}
        assert [got[line] for line in LINES] == expected


def test_words_that_no_text_has_met_are_not_loaded_and_nothing_is_lost_by_it():
    whole, lean = loaded(), english(model_path(Settings()))
    assert len(lean.vocab.strings) < len(whole.vocab.strings) / 10
    for line in LINES:
        for one, other in zip(whole(line), lean(line), strict=True):
            assert (one.norm_, one.lower_, one.shape_, one.has_vector) == (other.norm_, other.lower_, other.shape_, other.has_vector)
            assert (one.vector == other.vector).all()


def test_a_line_read_before_is_not_ruled_again(monkeypatch):
    nlp = remember(loaded())
    component = nlp.get_pipe(NAME)
    told(nlp(LINES[0]))
    asked: list[str] = []
    monkeypatch.setattr(component, "ruler", lambda doc: asked.append(doc.text) or doc)
    told(nlp(LINES[0]))
    assert asked == []
    told(nlp("A zebra quibbled."))
    assert asked == ["A zebra quibbled "]  # the full stop is known


def test_a_pipeline_whose_rules_look_at_more_keeps_its_ruler():
    nlp = spacy.blank("en")
    assert remember(nlp).pipe_names == []
    nlp.add_pipe("attribute_ruler").add([[{"SHAPE": "xxxx"}]], {"POS": "NOUN"})
    assert remember(nlp).pipe_names == ["attribute_ruler"]
