"""What the comparison needs of some documents, each read once: claims with their keys, who speaks, whom an article names.

Of a large case only some documents are at hand at a time. The others are packed, in a tenth of the room, and taken out again when they
are asked for.
"""

from __future__ import annotations

import pickle
import zlib
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from testimonia.base.documents import Article
from testimonia.base.extractions import Attribution, Claim
from testimonia.base.links import Heard
from testimonia.link.disagree.keys import Keyed, Keys, Names, main_subjects, plain, with_sisters, with_years
from testimonia.link.disagree.naming import Named
from testimonia.link.disagree.profiles import TOPICS, leading
from testimonia.link.disagree.rarity import Rarity
from testimonia.link.disagree.sounds import foreign, heard_in, sounds_of
from testimonia.link.disagree.ties import GENERAL
from testimonia.link.disagree.values import days
from testimonia.link.tables import Tables

TOGETHER = 200  # documents that are read at a time
STRETCH = 400  # documents whose claims are compared with those of as many others at a time
AT_HAND = 2 * STRETCH  # documents that are kept unpacked: a sixth of a megabyte each
QUICKLY = 1  # zlib's level


@dataclass
class Read:
    """One document as it is kept: its text, the places of its names, its articles and claims, and what is counted of them."""

    text: str
    places: list[tuple[int, int, str]]
    articles: list[Article]
    named: dict[str, Counter[str]]
    spoken: dict[str, Counter[str]]
    keyed: tuple[Keyed, ...]


class Gathered:
    """The documents that a run looks at. Nothing that is kept of one depends on another."""

    def __init__(self, tables: Tables, named: Named) -> None:
        """With one language only no name need be heard."""
        self.packed: dict[str, bytes] = {}
        self.tables, self.names, self.heads, self.many_tongues = tables, named.names, named.heads, named.many_tongues
        self.keys = Keys(Names(named.types), {}, named.classes)
        self.articles: dict[str, Article] = {}
        self.holds: dict[str, list[str]] = {}  # document → its articles
        self.named: dict[str, Counter[str]] = {}  # article → how often it names each entity, those of one proper name as one
        self.spoken: dict[str, Counter[str]] = {}  # article → in how many of its sentences with claims each word stands
        self.heard: dict[str, list[Heard]] = {}  # by document
        self.met: frozenset[str] | None = None  # the sounds that tell something, once all are known
        self.main: dict[str, str] = {}  # article → the organisation that it names most
        self.inside: dict[str, list[tuple[str, str]]] = {}  # document → the places that it sets into one another
        self.keyed: OrderedDict[str, tuple[Keyed, ...]] = OrderedDict()  # document → its claims, in the order of the text
        self.said: dict[str, Attribution] = {}  # by id, those that claims hang on which are shown

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

    def put_away(self, document: str) -> None:
        """Keep a document packed only."""
        articles = self.holds[document]
        read = Read(
            self.keys.texts[document], self.keys.names.by_document.get(document, []), [self.articles[article] for article in articles],
            {article: self.named[article] for article in articles},
            {article: self.spoken[article] for article in articles if article in self.spoken}, self.keyed[document],
        )  # fmt: skip
        if document not in self.packed:
            self.packed[document] = zlib.compress(pickle.dumps(read, pickle.HIGHEST_PROTOCOL), QUICKLY)
        for article in articles:
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
        self.named |= read.named
        self.spoken |= read.spoken
        self.keyed[document] = self.judged(read.keyed)
        self.keys.learn(self.keyed[document])

    def read(self, documents: Sequence[str]) -> None:
        """Read some documents."""
        mentions = self.grouped("mention_entities", documents)
        claims = self.grouped("claims", documents)
        articles = self.grouped("articles", documents)
        self.keys.texts.update(self.tables.texts(documents))
        for document in documents:
            for row in mentions[document]:
                self.keys.names.add(document, row.start, row.end, row.entity)
            self.name(document, articles[document], mentions[document])
            self.key(document, sorted(claims[document], key=lambda claim: (claim.span, claim.id)))

    def grouped(self, table: str, documents: Sequence[str]) -> dict[str, list[Any]]:
        """The rows of a table that belong to some documents, by document."""
        found: dict[str, list[Any]] = defaultdict(list)
        for row in self.tables.records(table, document=list(documents)):
            found[row.document].append(row)
        return found

    def name(self, document: str, articles: Sequence[Article], mentions: Sequence[Any]) -> None:
        """Keep the articles of a document, and whom each names."""
        self.holds[document] = [article.id for article in articles]
        raw: dict[str, Counter[str]] = {article.id: Counter() for article in articles}
        for article_id, entity in in_articles(mentions, articles):
            raw[article_id][entity] += 1
        self.main |= main_subjects(raw, self.keys.names.entities)
        text = self.keys.texts[document]
        for article in articles:
            self.articles[article.id] = article
            self.named[article.id] = under_one(raw[article.id], self.heads)
        self.heard[document] = [
            heard_in(article, (self.names[entity] for entity in raw[article.id] if entity in self.names), text)
            for article in (articles if self.many_tongues else ())
        ]

    def key(self, document: str, claims: Sequence[Claim]) -> None:
        """Keep the claims of a document with their keys."""
        text = self.keys.texts[document]
        found = []
        sisters = with_sisters(self.keys.keyed(claim) for claim in claims)
        self.spoken |= worded(sisters)
        for one in sisters:
            article = self.articles.get(one.claim.article)
            apart = article is not None and foreign(article.language)
            sounds = sounds_of(one.claim, text, apart=apart) if self.many_tongues else frozenset()
            topics = tuple(leading(self.named.get(one.claim.article, Counter()))[:TOPICS])
            one = replace(one, topics=topics, published=published(article), sounds=sounds, foreign=apart)
            found.append(called(one, self.keys.names, self.names))
        self.keyed[document] = self.judged(with_years(found))
        self.keys.learn(self.keyed[document])
        self.inside[document] = list(containment(claims, text))

    def judge_by(self, met: frozenset[str], rarity: Rarity) -> None:
        """Know how rare each name is, and leave only the sounds that tell something across the languages of the case."""
        self.keys.rarity, self.met = rarity, met
        for document, claims in self.keyed.items():
            self.keyed[document] = self.judged(claims)

    def judged(self, claims: tuple[Keyed, ...]) -> tuple[Keyed, ...]:
        """The claims with only the sounds that tell something, once these are known."""
        met = self.met
        return claims if met is None or not self.many_tongues else tuple(heard(one, met) for one in claims)

    def attribution(self, claim: Claim) -> Attribution | None:
        """The attribution that a claim hangs on."""
        return self.said.get(claim.attribution or "")

    def hear_out(self, claims: Iterable[Claim]) -> None:
        """Read the attributions that some claims hang on, and let go of those of others."""
        wanted = sorted({claim.attribution for claim in claims if claim.attribution})
        self.said = {row.id: row for part in parts(wanted) for row in self.tables.records("attributions", id=list(part))}


def heard(one: Keyed, met: frozenset[str]) -> Keyed:
    """A claim with only the sounds that tell something."""
    return replace(one, sounds=one.sounds & met, foreign=one.foreign and bool(met))


def parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """The documents (or what else has ids), so many at a time."""
    return (ids[at : at + TOGETHER] for at in range(0, len(ids), TOGETHER))


def called(one: Keyed, names: Names, names_of: Mapping[str, str]) -> Keyed:
    """A claim of who did it with the doer under the name of its entity: one doer with two names gives one answer."""
    claim = one.claim
    entity = names.exactly(claim.document, claim.subject_span) if claim.kind == "agent" and claim.subject_span else None
    if entity is None or entity not in names_of:
        return one
    return replace(one, claim=replace(claim, value=names_of[entity]))


def published(article: Article | None) -> float | None:
    """The day on which the text first stood somewhere."""
    fact = (article.first_published or article.published) if article else None
    stretch = days(fact.value) if fact else None
    return stretch[0] if stretch else None


def in_articles(mentions: Sequence[Any], articles: Iterable[Article]) -> list[tuple[str, str]]:
    """The (article, entity) pairs of the mentions of one document."""
    spans = sorted((span, article.id) for article in articles for span in (*article.body, *((article.title,) if article.title else ())))
    found, at = [], 0
    for row in sorted(mentions, key=lambda row: (row.start, row.entity)):
        while at < len(spans) and spans[at][0].end <= row.start:
            at += 1
        if at < len(spans) and spans[at][0].start <= row.start:
            found.append((spans[at][1], row.entity))
    return found


def under_one(named: Counter[str], heads: Mapping[str, str]) -> Counter[str]:
    """How often an article names each entity, those that share the proper part of their names under one of them ("Mbali", "Mbali dam")."""
    found: Counter[str] = Counter()
    for entity, count in named.items():
        found[heads.get(entity, entity)] += count
    return found


def worded(claims: Iterable[Keyed]) -> dict[str, Counter[str]]:
    """For each article the words of its sentences with claims, each sentence once, without the words of general use."""
    found: dict[str, Counter[str]] = {}
    for one in {one.claim.sentence: one for one in claims}.values():
        found.setdefault(one.claim.article, Counter()).update(sorted(one.words - GENERAL))
    return found


def containment(claims: Iterable[Claim], text: str) -> Iterable[tuple[str, str]]:
    """The places that a text sets into one another: "Shiraz, Iran", "the port of Bari in Italy"."""
    found: dict[tuple[str, str], None] = {}
    for claim in claims:
        for one, other in pairwise(sorted(claim.names)):
            gap = text[one.end : other.start]
            if gap.strip() in (",", "in", "of", "(") and len(gap) <= 5:
                found.setdefault((plain(one.of(text)), plain(other.of(text))))
    return found
