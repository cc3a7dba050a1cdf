"""What the comparison needs of some documents, each read once: claims with their keys, who speaks, whom an article names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from testimonia.base.documents import Article
from testimonia.base.extractions import Attribution, Claim
from testimonia.base.links import Heard
from testimonia.link.disagree.holding import AtHand, parts
from testimonia.link.disagree.keys import Keyed, Names, main_subjects, plain
from testimonia.link.disagree.naming import Named
from testimonia.link.disagree.profiles import TOPICS, leading
from testimonia.link.disagree.sisters import with_article, with_sisters
from testimonia.link.disagree.sounds import Lone, foreign, heard_in, lone_in, sounds_of
from testimonia.link.disagree.ties import GENERAL
from testimonia.link.disagree.values import days
from testimonia.link.tables import Tables


class Gathered(AtHand):
    """The documents that a run looks at, each read once. Nothing that is kept of one depends on another."""

    def __init__(self, tables: Tables, named: Named) -> None:
        super().__init__(named.types, named.classes, many_tongues=named.many_tongues)
        self.tables, self.names, self.heads = tables, named.names, named.heads
        self.heard: dict[str, list[Heard]] = {}  # by document
        self.lone: dict[str, Lone] = {}  # document → its single German names, while it is read
        self.inside: dict[str, list[tuple[str, str]]] = {}  # document → the places that it sets into one another
        self.said: dict[str, Attribution] = {}  # by id, those that claims hang on which are shown

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
            named_first = sorted(raw[article.id], key=lambda entity: not capital(self.names.get(entity, "")))
            self.named[article.id] = under_one(Counter({entity: raw[article.id][entity] for entity in named_first}), self.heads)
        lone = self.lone[document] = lone_in(text, (article.language for article in articles))
        self.heard[document] = [
            heard_in(article, (self.names[entity] for entity in raw[article.id] if entity in self.names), text, lone)
            for article in (articles if self.many_tongues else ())
        ]

    def key(self, document: str, claims: Sequence[Claim]) -> None:
        """Keep the claims of a document with their keys."""
        text, lone = self.keys.texts[document], self.lone.pop(document, Lone())
        found = []
        sisters = with_sisters(self.keys.keyed(claim) for claim in claims)
        self.spoken |= worded(sisters)
        for one in sisters:
            article = self.articles.get(one.claim.article)
            apart = article is not None and foreign(article.language)
            sounds = sounds_of(one.claim, text, lone, apart=apart) if self.many_tongues else frozenset()
            topics = tuple(leading(self.named.get(one.claim.article, Counter()))[:TOPICS])
            one = replace(one, topics=topics, published=published(article), sounds=sounds, foreign=apart)
            found.append(called(one, self.keys.names, self.names))
        self.keyed[document] = self.judged(with_article(found))
        self.keys.learn(self.keyed[document])
        self.inside[document] = list(containment(claims, text))

    def attribution(self, claim: Claim) -> Attribution | None:
        """The attribution that a claim hangs on."""
        return self.said.get(claim.attribution or "")

    def hear_out(self, claims: Iterable[Claim]) -> None:
        """Read the attributions that some claims hang on, and let go of those of others."""
        wanted = sorted({claim.attribution for claim in claims if claim.attribution})
        self.said = {row.id: row for part in parts(wanted) for row in self.tables.records("attributions", id=list(part))}


def capital(name: str) -> bool:
    """Whether a name has a capital, or its script has none: of names as frequent it leads a text before a description ("28 protesters")."""
    return any(map(str.isupper, name)) or not any(map(str.islower, name))


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
