"""What words say happened: the event classes of a language pack, by lemma."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Token

from testimonia.base.languages import table


@dataclass(frozen=True, eq=False)
class Classes:
    """Event classes: verb lemmas whose object, and whose subject, undergoes the event; event nouns; nouns that count its victims."""

    verbs: Mapping[str, str]
    subject_verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    counted: Mapping[str, str]
    once: frozenset[str]
    stock: frozenset[str]
    same: Mapping[str, str]  # a counted noun → the noun that stands for its group
    raw: Mapping[str, Any]

    def of(self, token: Token) -> str | None:
        """The class of a verb or an event noun."""
        lemma = token.lemma_.lower()
        if token.pos_ in ("VERB", "AUX"):
            return self.verbs.get(lemma) or self.subject_verbs.get(lemma)
        if token.pos_ == "NOUN":
            return self.nouns.get(lemma)
        if token.pos_ == "ADJ" and token.tag_ in ("VBN", "JJ") and token.lower_.endswith("ed"):
            return self.verbs.get(token.lower_.removesuffix("ed")) or self.verbs.get(token.lower_.removesuffix("d"))
        return None

    def words(self, topic: str, name: str) -> frozenset[str]:
        """A word list of the pack."""
        return frozenset(self.raw.get(topic, {}).get(name, ()))


@cache
def classes(language: str) -> Classes:
    """The event classes of a language."""
    raw = table(language, "claims")
    listed = sorted(raw.get("classes", {}).items())

    def by(field: str) -> dict[str, str]:
        return {word: name for name, entry in reversed(listed) for word in entry.get(field, ())}

    return Classes(
        verbs=by("verbs"),
        subject_verbs=by("subject_verbs"),
        nouns=by("nouns"),
        counted=by("counted"),
        once=frozenset(name for name, entry in listed if entry.get("once")),
        stock=frozenset(raw.get("stock", {}).get("verbs", ())),
        same={word: name for name, words in sorted(raw.get("counted", {}).items()) for word in words},
        raw=raw,
    )
