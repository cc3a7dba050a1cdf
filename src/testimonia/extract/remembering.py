"""The pipeline's attribute ruler, remembered: what its rules say of a token depends on little, so it is asked once for each kind of token.

The ruler matches close to two hundred patterns against every token, a sixth of the time of a parse. All but a few of the patterns are one
token long and look at its tag, its dependency and its lower-cased form only: what they give for one such triple they give always.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from spacy.attrs import DEP, LEMMA, LOWER, MORPH, POS, TAG  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

NAME = "remembered_ruler"
SEEN, GIVEN = [TAG, DEP, LOWER], [POS, MORPH, LEMMA]
MOST = 1 << 18  # kinds of token that are remembered
LOOKED_AT = {"TAG", "DEP", "LOWER", "IS_SPACE"}


class RememberedRuler:
    """A component that does what `ruler` does. A paragraph with white space among its tokens, or a longer match, is ruled as a whole."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self.ruler = ruler
        self.longer, self.first = Matcher(ruler.vocab), Matcher(ruler.vocab)
        for at, patterns in enumerate(patterns_of(ruler)):
            if any(len(pattern) > 1 for pattern in patterns):
                self.longer.add(str(at), patterns)
                self.first.add(str(at), [pattern[:1] for pattern in patterns])
        self.known: dict[tuple[int, ...], tuple[int, ...]] = {}
        self.opening: set[tuple[int, ...]] = set()  # kinds of token with which a longer match may begin

    def __call__(self, doc: Doc) -> Doc:
        """The document with parts of speech, morphology and the lemmas that the rules give."""
        if len(self.known) > MOST:
            self.known.clear()
            self.opening.clear()
        kinds = list(map(tuple, doc.to_array(SEEN).tolist()))
        self.remember(doc, {kind: at for at, kind in enumerate(kinds) if kind not in self.known})
        given = [self.known.get(kind) for kind in kinds]
        if None in given or not given or (not self.opening.isdisjoint(kinds) and self.longer(doc)):
            return self.ruler(doc)
        values: Any = np.array(given, dtype=np.uint64)
        return doc.from_array(GIVEN, values)

    def remember(self, doc: Doc, new: dict[tuple[int, ...], int]) -> None:
        """Ask the rules of each new kind of token, in a text of one token of each. What they give is kept, but not where they change the
        kind itself, as they do for white space, nor where a longer match comes about because the tokens stand side by side.
        """
        if not new:
            return
        alone = Doc(doc.vocab, words=[doc[at].text for at in new.values()])
        values: Any = np.array([kind[:2] for kind in new], dtype=np.uint64)
        alone.from_array(SEEN[:2], values)
        if len(self.longer):
            if self.longer(alone):
                return
            kinds = list(new)
            self.opening.update(kinds[start] for _, start, _ in self.first(alone))
        ruled = self.ruler(alone)
        after = map(tuple, ruled.to_array(SEEN).tolist())
        self.known |= {
            kind: tuple(given) for kind, now, given in zip(new, after, ruled.to_array(GIVEN).tolist(), strict=True) if kind == now
        }

    def pipe(self, docs: Iterable[Doc], batch_size: int = 1000) -> Iterator[Doc]:
        """The documents one after another."""
        return map(self, docs)


def patterns_of(ruler: AttributeRuler) -> list[list[list[dict[str, Any]]]]:
    """The patterns of each rule."""
    rules: Any = ruler.patterns
    return [rule["patterns"] for rule in rules]


def remember(nlp: Language) -> Language:
    """The pipeline with its attribute ruler remembered; as it was when it has none, or one whose rules look at more."""
    if "attribute_ruler" not in nlp.pipe_names:
        return nlp
    ruler: Any = nlp.get_pipe("attribute_ruler")
    looked_at = {key for patterns in patterns_of(ruler) for pattern in patterns for token in pattern for key in token}
    if looked_at <= LOOKED_AT:
        nlp.add_pipe(NAME, after="attribute_ruler", config={"rules": "attribute_ruler"})
        nlp.remove_pipe("attribute_ruler")
    return nlp


@Language.factory(NAME, assigns=["token.tag", "token.pos", "token.morph", "token.lemma"])
def made(nlp: Language, name: str, rules: str) -> RememberedRuler:
    """The component, around the ruler that the pipeline holds under the name `rules`."""
    ruler: Any = nlp.get_pipe(rules)
    return RememberedRuler(ruler)
