"""What the comparison needs of the case, read once: claims with their keys, who speaks, which origin an article goes back to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from testimonia.base.documents import Article
from testimonia.base.extractions import Attribution, Claim
from testimonia.base.languages import having, table
from testimonia.link.disagree.keys import Keyed, Keys, Names, main_subjects, plain, proper, with_sisters, with_years
from testimonia.link.disagree.profiles import Profiles
from testimonia.link.disagree.sameness import Knowledge
from testimonia.link.disagree.sounds import Sounds
from testimonia.link.disagree.ties import GENERAL
from testimonia.link.disagree.values import days
from testimonia.link.tables import Tables


@dataclass(frozen=True)
class Gathered:
    """The case as the comparison sees it."""

    keyed: tuple[Keyed, ...]
    keys: Keys
    knows: Knowledge
    origins: Mapping[str, str]
    articles: Mapping[str, Article]
    attributions: Mapping[str, Attribution]
    names: Mapping[str, str]  # entity id → canonical name

    def claims(self, *kinds: str) -> list[Keyed]:
        """The claims of some kinds, in their order."""
        return [one for one in self.keyed if one.claim.kind in kinds]


def gather(tables: Tables) -> Gathered:
    """Read what the comparison needs."""
    entities = list(tables.records("entities"))
    types = {entity.id: entity.type for entity in entities}
    names_of = {entity.id: entity.name for entity in entities}
    names, mentions = Names(types), []
    for row in tables.records("mention_entities"):
        names.add(row.document, row.start, row.end, row.entity)
        mentions.append((row.document, row.start, row.entity))
    claims: list[Claim] = sorted(tables.records("claims"), key=lambda claim: (claim.document, claim.span, claim.id))
    articles: dict[str, Article] = {article.id: article for article in tables.records("articles")}
    keys = Keys(names, dict(tables.texts()))
    keyed = with_sisters(keys.keyed(index, claim) for index, claim in enumerate(claims))
    named = in_articles(mentions, articles)
    sounds = Sounds(articles, keys.texts, ((article, names_of[entity]) for article, entity in named if entity in names_of))
    profiles = Profiles(under_one(named, names_of), sounds.profiles, Profiles(worded(keyed)))
    dates = {ident: published(article) for ident, article in articles.items()}
    keyed = tuple(
        replace(sounds.heard(one), topics=profiles.topics(one.claim.article), published=dates.get(one.claim.article)) for one in keyed
    )
    keyed = tuple(called(one, names, names_of) for one in keyed)
    keyed = with_years(keyed)
    keys.learn(keyed)
    return Gathered(
        keyed, keys, knowledge(claims, named, keys, profiles),
        {article: origin.id for origin in tables.records("origins") for article in origin.articles},
        articles,
        {attribution.id: attribution for attribution in tables.records("attributions")},
        names_of,
    )  # fmt: skip


def called(one: Keyed, names: Names, names_of: Mapping[str, str]) -> Keyed:
    """A claim of who did it with the doer under the name of its entity: one doer with two names gives one answer."""
    claim = one.claim
    entity = names.exactly(claim.document, claim.subject_span) if claim.kind == "agent" and claim.subject_span else None
    if entity is None or entity not in names_of:
        return one
    return replace(one, claim=replace(claim, value=names_of[entity]))


def published(article: Article) -> float | None:
    """The day on which the text first stood somewhere."""
    fact = article.first_published or article.published
    stretch = days(fact.value) if fact else None
    return stretch[0] if stretch else None


def in_articles(mentions: list[tuple[str, int, str]], articles: Mapping[str, Article]) -> list[tuple[str, str]]:
    """The (article, entity) pairs of all mentions."""
    bodies = defaultdict(list)
    for article in articles.values():
        for span in (*article.body, *((article.title,) if article.title else ())):
            bodies[article.document].append((span, article.id))
    found = []
    for document, rows in grouped(mentions).items():
        spans, at = sorted(bodies.get(document, [])), 0
        for start, entity in sorted(rows):
            while at < len(spans) and spans[at][0].end <= start:
                at += 1
            if at < len(spans) and spans[at][0].start <= start:
                found.append((spans[at][1], entity))
    return found


def under_one(named: list[tuple[str, str]], names_of: Mapping[str, str]) -> list[tuple[str, str]]:
    """The pairs of article and entity, entities that share the proper part of their names under one of them ("Mbali", "Mbali dam")."""
    first: dict[str, str] = {}
    for entity in sorted({entity for _, entity in named}):
        part = proper(names_of.get(entity, ""))
        first.setdefault(part or entity, entity)
    return [(article, first[proper(names_of.get(entity, "")) or entity]) for article, entity in named]


def worded(claims: Iterable[Keyed]) -> list[tuple[str, str]]:
    """The (article, word) pairs of what the sentences with claims say, each sentence once, without the words of general use."""
    seen = {(one.claim.document, one.claim.sentence): one for one in claims if not one.foreign}
    return [(one.claim.article, word) for one in seen.values() for word in sorted(one.words - GENERAL)]


def grouped(mentions: list[tuple[str, int, str]]) -> dict[str, list[tuple[int, str]]]:
    """Mentions by document."""
    rows: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for document, start, entity in mentions:
        rows[document].append((start, entity))
    return rows


def knowledge(claims: list[Claim], named: list[tuple[str, str]], keys: Keys, profiles: Profiles) -> Knowledge:
    """The event classes of all packs, and the places that the case itself says to lie in one another ("Shiraz, Iran")."""
    classes: dict[str, dict[str, object]] = {}
    for language in having("claims"):
        for name, entry in table(language, "claims").get("classes", {}).items():
            classes.setdefault(name, entry)
    main = main_subjects(named, keys.names.entities)
    return Knowledge(classes, main, containment(claims, keys.texts), profiles)


def containment(claims: list[Claim], texts: Mapping[str, str]) -> dict[str, set[str]]:
    """The places that a text sets into one another: "Shiraz, Iran", "the port of Bari in Italy"."""
    inside: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        text, spans = texts[claim.document], sorted(claim.names)
        for one, other in pairwise(spans):
            gap = text[one.end : other.start]
            if gap.strip() in (",", "in", "of", "(") and len(gap) <= 5:
                inside[plain(one.of(text))].add(plain(other.of(text)))
    return dict(inside)
