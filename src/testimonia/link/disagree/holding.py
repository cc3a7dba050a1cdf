"""The documents that are at hand. Of a large case only some are at a time: the others are packed, in a tenth of the room."""

from __future__ import annotations

import pickle
import zlib
from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from operator import attrgetter
from typing import Any

from testimonia.base.documents import Article
from testimonia.base.extractions import Claim
from testimonia.link.disagree.families import Classes
from testimonia.link.disagree.keys import Keyed, Keys, Names
from testimonia.link.disagree.rarity import Rarity

TOGETHER = 100  # documents that are read at a time
STRETCH, BESIDE = 300, 50  # documents whose claims are compared with those of so many others at a time
AT_HAND = STRETCH + BESIDE  # documents that are kept unpacked: a sixth of a megabyte each
QUICKLY = 1  # zlib's level
VALUES = {kind: attrgetter(*(f.name for f in fields(kind))) for kind in (Keyed, Claim)}


@dataclass
class Read:
    """One document as it is kept: its text, the places of its names, its articles and claims, and what is counted of them.

    Claims are bare values, which are packed in half the time of records.
    """

    text: str
    places: list[tuple[int, int, str]]
    articles: list[Article]
    named: dict[str, Counter[str]]
    spoken: dict[str, Counter[str]]
    keyed: list[tuple[Any, ...]]


@dataclass(frozen=True)
class Parcel:
    """Some documents for another process: packed, with the types of the entities and what their articles are about."""

    packed: dict[str, bytes]
    types: Mapping[str, str]
    classes: Classes
    main: Mapping[str, str]
    articles: tuple[str, ...]
    many_tongues: bool


class AtHand:
    """Documents with their claims; those that are not at hand are taken out of their packing when they are asked for."""

    def __init__(self, types: Mapping[str, str], classes: Classes, *, many_tongues: bool) -> None:
        """With one language only no name need be heard."""
        self.many_tongues = many_tongues
        self.packed: dict[str, bytes] = {}
        self.keys = Keys(Names(types), {}, classes)
        self.articles: dict[str, Article] = {}
        self.holds: dict[str, list[str]] = {}  # document → its articles
        self.named: dict[str, Counter[str]] = {}  # article → how often it names each entity, those of one proper name as one
        self.spoken: dict[str, Counter[str]] = {}  # article → in how many of its sentences with claims each word stands
        self.met: frozenset[str] | None = None  # the sounds that tell something, once all are known
        self.main: dict[str, str] = {}  # article → the organisation that it names most
        self.keyed: OrderedDict[str, tuple[Keyed, ...]] = OrderedDict()  # document → its claims, in the order of the text

    @classmethod
    def of(cls, parcel: Parcel) -> AtHand:
        """The documents of a parcel."""
        found = AtHand(parcel.types, parcel.classes, many_tongues=parcel.many_tongues)
        found.packed |= parcel.packed
        found.main |= parcel.main
        return found

    def take(self, documents: Iterable[str]) -> None:
        """Have these documents at hand: read those that were not read yet, and let go of others where there are too many."""
        wanted = set(documents)
        missing = sorted(wanted - self.keyed.keys())
        for document in sorted(wanted & self.keyed.keys()):
            self.keyed.move_to_end(document)
        spare = max(0, len(self.keyed) + len(missing) - AT_HAND)
        for document in [one for one in self.keyed if one not in wanted][:spare]:
            self.put_away(document)
        for part in parts([one for one in missing if one not in self.packed]):
            self.read(part)
        for document in missing:
            if document in self.packed:
                self.take_out(document)

    def read(self, documents: Sequence[str]) -> None:
        """Read some documents; whoever has none to read from cannot."""
        raise LookupError(f"These documents are not at hand: {', '.join(documents)}.")

    def pack(self, document: str) -> None:
        """Keep a document packed too."""
        if document not in self.packed:
            articles = self.holds[document]
            read = Read(
                self.keys.texts[document], self.keys.names.by_document.get(document, []),
                [self.articles[article] for article in articles], {article: self.named[article] for article in articles},
                {article: self.spoken[article] for article in articles if article in self.spoken}, [*map(bare, self.keyed[document])],
            )  # fmt: skip
            self.packed[document] = zlib.compress(pickle.dumps(read, pickle.HIGHEST_PROTOCOL), QUICKLY)

    def put_away(self, document: str) -> None:
        """Keep a document packed only."""
        self.pack(document)
        for article in self.holds[document]:
            for held in (self.articles, self.named, self.spoken):
                held.pop(article, None)
        self.keys.forget(document)
        del self.keyed[document]

    def take_out(self, document: str) -> None:
        """Have a packed document at hand again."""
        read: Read = pickle.loads(zlib.decompress(self.packed[document]))
        self.keys.texts[document] = read.text
        self.keys.names.by_document[document] = read.places
        self.articles |= {article.id: article for article in read.articles}
        self.holds[document] = [article.id for article in read.articles]
        self.named |= read.named
        self.spoken |= read.spoken
        self.keyed[document] = self.judged(tuple(map(whole, read.keyed)))
        self.keys.learn(self.keyed[document])

    def parcel(self, documents: Sequence[str]) -> Parcel:
        """Some documents for another process."""
        for part in parts([document for document in documents if document not in self.packed]):
            self.take(part)
            for document in part:
                self.pack(document)
        articles = tuple(article for document in documents for article in self.holds[document])
        main = {article: self.main[article] for article in articles if article in self.main}
        held = {document: self.packed[document] for document in documents}
        return Parcel(held, self.keys.names.entities, self.keys.classes, main, articles, self.many_tongues)

    def judge_by(self, met: frozenset[str], rarity: Rarity) -> None:
        """Know how rare each name is, and leave only the sounds that tell something across the languages of the case."""
        self.keys.rarity, self.met = rarity, met
        for document, claims in self.keyed.items():
            self.keyed[document] = self.judged(claims)

    def judged(self, claims: tuple[Keyed, ...]) -> tuple[Keyed, ...]:
        """The claims with only the sounds that tell something, once these are known."""
        met = self.met
        return claims if met is None or not self.many_tongues else tuple(heard(one, met) for one in claims)


def bare(one: Keyed) -> tuple[Any, ...]:
    """The values of a claim with its keys, those of the claim first."""
    claim, *keys = VALUES[Keyed](one)
    return (VALUES[Claim](claim), *keys)


def whole(values: tuple[Any, ...]) -> Keyed:
    """A claim from its bare values."""
    claim, *keys = values
    return Keyed(Claim(*claim), *keys)


def heard(one: Keyed, met: frozenset[str]) -> Keyed:
    """A claim with only the sounds that tell something."""
    return replace(one, sounds=one.sounds & met, foreign=one.foreign and bool(met))


def parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """The documents (or what else has ids), so many at a time."""
    return (ids[at : at + TOGETHER] for at in range(0, len(ids), TOGETHER))
