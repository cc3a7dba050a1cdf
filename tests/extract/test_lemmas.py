"""The remembered lemmatizer gives what the lemmatizer gives, token by token."""

from __future__ import annotations

import warnings

import spacy

from testimonia.base.settings import Settings
from testimonia.extract.lemmas import NAME, remember_lemmas
from testimonia.extract.model import model_path
from testimonia.extract.parsing import english

LINES = (
    "The boats left; he had left the left gate open and leaves leaves behind.",
    "They're saying the better mice wouldn't have been found by 3.5 geese in the 1990s.",
    "\tDouble  blanks   stand between   these words.  ",
    "WHAT DID THE DYKERS’ LEAGUE SAY? “They ain't doin' somethin',” Otto Reet said.",
    "Fewer are worse, most were best; she lay where he lies and lied.",
    "Здравствуйте, 你好 — café naïve e.g. http://a.example/b?c=1 :-)",
    "",
)


def loaded() -> spacy.Language:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        return spacy.load(model_path(Settings()))


def lemmas(doc: spacy.tokens.Doc) -> list[tuple[str, str, str, str]]:
    return [(token.text, token.lemma_, token.pos_, str(token.morph)) for token in doc]


def test_every_token_has_the_lemma_of_the_lemmatizer_when_first_seen_and_when_remembered():
    nlp = english(model_path(Settings()))
    assert NAME in nlp.pipe_names and "lemmatizer" not in nlp.pipe_names
    expected = [lemmas(doc) for doc in loaded().pipe(LINES)]
    for order in (LINES, LINES[::-1], LINES):
        got = {doc.text: lemmas(doc) for doc in nlp.pipe(order)}
        assert [got[line] for line in LINES] == expected


def test_rules_are_asked_once_for_each_kind_of_token(monkeypatch):
    nlp = remember_lemmas(loaded())
    component = nlp.get_pipe(NAME)
    first = lemmas(nlp(LINES[0]))
    monkeypatch.setattr(component, "lemmatizer", None)
    assert lemmas(nlp(LINES[0])) == first


def test_verbs_that_the_rules_take_for_others():
    nlp = english(model_path(Settings()))
    for sentence, verb in (
        ("The court fined the company.", "fine"),
        ("The fire gutted the mill.", "gut"),
        ("They installed a pump.", "install"),
    ):
        assert verb in [token.lemma_ for token in nlp(sentence)], sentence


def test_a_lemmatizer_that_works_otherwise_stays():
    nlp = loaded()
    nlp.get_pipe("lemmatizer").overwrite = True
    assert "lemmatizer" in remember_lemmas(nlp).pipe_names
    assert remember_lemmas(spacy.blank("en")).pipe_names == []
