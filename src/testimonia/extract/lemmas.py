"""The pipeline's English lemmatizer, remembered: the lemma of a token depends on its word, part of speech and morphology only.

spaCy keeps what its rules gave, but looks anew at every word that it takes for a base form, and most are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from spacy.attrs import LEMMA, MORPH, ORTH, POS  # type: ignore[import-not-found]
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.tokens import Doc

NAME = "remembered_lemmatizer"
SEEN = [ORTH, POS, MORPH, LEMMA]
MOST = 1 << 18  # kinds of token that are remembered
# Verbs whose forms the rules take for those of another ("fin", "rap", "instal") or of none ("gutte").
MENDED = {
    "fined": "fine", "fining": "fine", "raped": "rape", "raping": "rape", "gutted": "gut", "gutting": "gut", "axed": "axe", "axing": "axe",
    "installed": "install", "installing": "install", "sniped": "snipe", "sniping": "snipe", "reburied": "rebury", "waged": "wage",
    "waging": "wage",
}  # fmt: skip


class RememberedLemmatizer:
    """A component that does what `lemmatizer` does, but for the verbs of `MENDED`."""

    def __init__(self, lemmatizer: EnglishLemmatizer) -> None:
        self.lemmatizer = lemmatizer
        self.known: dict[tuple[int, ...], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """The document with a lemma for every token that has none yet."""
        if len(self.known) > MOST:
            self.known.clear()
        given = [row[3] or self.lemma(doc, at, (row[0], row[1], row[2])) for at, row in enumerate(doc.to_array(SEEN).tolist())]
        values: Any = np.array(given, dtype=np.uint64).reshape(-1, 1)
        return doc.from_array([LEMMA], values) if given else doc

    def lemma(self, doc: Doc, at: int, kind: tuple[int, ...]) -> int:
        """The number of the lemma of one token; the rules are asked once for each kind."""
        if kind not in self.known:
            token = doc[at]
            mended = MENDED.get(token.lower_) if token.pos_ == "VERB" else None
            self.known[kind] = doc.vocab.strings.add(mended or self.lemmatizer.lemmatize(token)[0])
        return self.known[kind]

    def pipe(self, docs: Iterable[Doc], batch_size: int = 1000) -> Iterator[Doc]:
        """The documents one after another."""
        return map(self, docs)


def remember_lemmas(nlp: Language) -> Language:
    """The pipeline with its lemmatizer remembered; as it was when it has none that works by rules, as the packaged one does."""
    lemmatizer: Any = nlp.get_pipe("lemmatizer") if "lemmatizer" in nlp.pipe_names else None
    if type(lemmatizer) is not EnglishLemmatizer or lemmatizer.mode != "rule" or lemmatizer.overwrite:
        return nlp
    if all(map(lemmatizer.lookups.has_table, lemmatizer.get_lookups_config("rule")[0])):
        nlp.add_pipe(NAME, after="lemmatizer", config={"rules": "lemmatizer"})
        nlp.remove_pipe("lemmatizer")
    return nlp


@Language.factory(NAME, assigns=["token.lemma"])
def made(nlp: Language, name: str, rules: str) -> RememberedLemmatizer:
    """The component, around the lemmatizer that the pipeline holds under the name `rules`."""
    lemmatizer: Any = nlp.get_pipe(rules)
    return RememberedLemmatizer(lemmatizer)
