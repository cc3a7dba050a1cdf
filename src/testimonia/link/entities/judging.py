"""The type of a name by a fitted judgement over all that the case shows of it: the second opinion beside the rules (`types.md`).

Two linear models. One reads what stands around a name in one place, whoever bears it (`surroundings.py`); its scores for
the first few places of a name are summed. The other weighs these sums with the taggers' votes, the rules' evidence, and what
lists and packs know of the name's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from testimonia.fitted.known import common_word, family_name, given_name, known_town
from testimonia.link.entities.places import city, country
from testimonia.link.entities.surroundings import class_of

if TYPE_CHECKING:
    from testimonia.link.entities.nodes import Node

KINDS = ("person", "organisation", "place", "rest")
HINTS = frozenset(("product", "title"))  # what a tagger or the writing lets a name be: no type, and nothing that a text says
REST = ("group", "work", "event")
MOST = 8  # places of a name that are read
ALWAYS = "always"  # the feature that every name and every place has
PARTICLES = frozenset("de da dos do du van von der bin ben ibn al el".split())  # as when the weights were fitted, whatever a pack adds
INITIALS = re.compile(r"(?:[^\W\d_]\. ?)+[^\W\d_]{2}")
FULL = range(2, 4)
WORD = 3  # letters from which a word counts as one
Features = dict[str, float]
Scores = NDArray[np.float64]


@dataclass
class Seen:
    """What the case shows of a name.

    Votes of the tagger in the parsed language and guesses in the others, types said in so many words, types that heads of articles
    give; `hints` counts where the tagger takes it for a product and where it stands alone between quotation marks, as titles do;
    phrases of a title and the name, and the offices in them; `around` is the sum of the scores of `places` places, a number for each
    of `KINDS`.
    """

    votes: dict[str, int] = field(default_factory=dict)
    guesses: dict[str, int] = field(default_factory=dict)
    hints: dict[str, int] = field(default_factory=dict)
    told: dict[str, int] = field(default_factory=dict)
    facts: dict[str, int] = field(default_factory=dict)
    titled: int = 0
    offices: dict[str, int] = field(default_factory=dict)
    located: int = 0
    around: tuple[float, ...] = ()
    places: int = 0

    def count(self, row: dict[str, object], number: int) -> None:
        """Count a group of mentions."""
        kind = str(row["type"])
        if row.get("fact"):
            self.facts[kind] = self.facts.get(kind, 0) + number
            return
        language = str(row["language"] or "en")
        votes = self.votes if language.startswith("en") else self.guesses
        votes[kind] = votes.get(kind, 0) + number
        if row["shown"] in HINTS:
            self.hints[str(row["shown"])] = self.hints.get(str(row["shown"]), 0) + number
        elif row["shown"]:
            self.told[str(row["shown"])] = self.told.get(str(row["shown"]), 0) + number
        self.located += number if row["locative"] else 0


@cache
def model(name: str) -> dict[int, Scores]:
    """The weights of each feature of one of the two models, by the digest of the feature's name."""
    with (files(__package__) / "types.npz").open("rb") as stream, np.load(stream, allow_pickle=False) as parts:
        keys, weights, scale = parts[f"{name}_keys"], parts[f"{name}_weights"], float(parts[f"{name}_scale"])
    return {int(key): row.astype(np.float64) * scale for key, row in zip(keys, weights, strict=True)}


def digest(feature: str) -> int:
    """The number under which a feature is kept."""
    return crc32(feature.encode())


def scores(name: str, found: Iterable[tuple[str, float]]) -> Scores:
    """The logarithms of the probabilities of `KINDS` for some features with their values."""
    held = model(name)
    total = held[digest(ALWAYS)].copy()
    for feature, value in found:
        row = held.get(digest(feature))
        if row is not None:
            total += row * value
    total -= total.max()
    return np.asarray(total - np.log(np.exp(total).sum()))


def place_scores(around: Iterable[str]) -> Scores:
    """What the words around one place say, each kind against the mean of all."""
    found = scores("around", ((feature, 1.0) for feature in sorted(set(around))))
    return np.asarray(found - found.mean())


def judged(node: Node) -> Scores:
    """The probabilities of `KINDS` for a name."""
    return np.asarray(np.exp(scores("name", sorted(features(node).items()))))


def features(node: Node) -> Features:
    """All features of a name that are not nought."""
    found = {**written(node), **listed_words(node), **classes_of(node), **counted(node), **dict(surrounded(node.seen))}
    return {feature: float(value) for feature, value in found.items() if value}


def written(node: Node) -> Features:
    """How the name is written."""
    name, parts, length = node.name, node.name.split(), len(node.words)
    small = [part for part in parts if part[:1].islower()]
    return {
        f"words {min(length, 5)}": 1,
        "acronym": node.acronym,
        "digit": any(map(str.isdigit, name)),
        "capitals": name.isupper(),
        "small": any(part not in PARTICLES for part in small),
        "particle": any(part.casefold() in PARTICLES for part in parts),
        "and": "&" in name,
        "hyphen": "-" in name,
        "initials": INITIALS.match(name) is not None,
        "determined": node.determined / max(1, sum(node.surfaces.values())),
    }


def listed_words(node: Node) -> Features:
    """What lists know of the words: names of people and towns, and the common words of many languages."""
    words = node.words
    several, full = len(words) > 1, len(words) in FULL
    plain = [common_word(word) and not family_name(word) for word in words if len(word) >= WORD]
    common = [known and not given_name(word) for known, word in zip(plain, (word for word in words if len(word) >= WORD), strict=True)]
    first = given_name(words[0])
    return {
        "given first": several and first,
        "given alone": not several and first,
        "family last": several and family_name(words[-1]),
        "family alone": not several and family_name(words[0]),
        "given and family": full and first and (family_name(words[-1]) or not common_word(words[-1])),
        "town": known_town(node.key) or city(node.key) is not None,
        "town inside": several and any(map(known_town, words)),
        "country": country(node.name) is not None,
        "plain share": sum(plain) / max(1, len(plain)),
        "common share": sum(common) / max(1, len(common)),
        "common first": several and common[:1] == [True],
        "common last": several and common[-1:] == [True],
        "all common": several and bool(common) and all(common),
        "common alone": not several and common[:1] == [True],
        "any known": any(given_name(word) or family_name(word) for word in words),
    }


def classes_of(node: Node) -> Features:
    """The classes of the words, of whatever language: "bank", "partido", "şehir"."""
    kinds = [class_of(word, "und") for word in node.name.casefold().split()]
    if len(kinds) == 1:
        return {f"alone {kinds[0]}": 1} if kinds[0] else {}
    inside = {f"any {kind}": 1.0 for kind in kinds if kind}
    return {**inside, f"first {kinds[0]}": bool(kinds[0]), f"last {kinds[-1]}": bool(kinds[-1])}


def counted(node: Node) -> Features:
    """The votes of taggers and texts, and the rules' own evidence."""
    seen, length = node.seen, min(len(node.words), 3)
    found: Features = {
        "locative": min(1, node.locatives / max(1, node.count)),
        "located": min(1, seen.located / max(1, node.count)),
        "metonym": min(1, node.metonyms / max(1, node.count)),
        "titled": min(1, seen.titled),
        "often": float(np.log1p(node.count)),
        f"ruled {node.ruled}": 1,
    }
    for name, votes in (("voted", seen.votes), ("guessed", seen.guesses)):
        total = sum(votes.values()) + 0.5
        for kind, number in votes.items():
            found[f"{name} {kind}"] = found[f"{name} {length} {kind}"] = number / total
    for name, votes in (("told", seen.told), ("fact", seen.facts)):
        found |= {f"{name} {kind}": min(1, number) for kind, number in votes.items()}
    total = sum(node.evidence.values()) or 1
    return found | {f"evidence {kind}": number / total for kind, number in node.evidence.items()}


def surrounded(seen: Seen) -> Iterator[tuple[str, float]]:
    """The scores of the places of the name: their mean, and their sum as far as more places say more."""
    for kind, total in zip(KINDS, seen.around, strict=bool(seen.around)):
        yield f"around {kind}", total / max(1, seen.places)
        yield f"around all {kind}", total / max(1, seen.places) ** 0.5
