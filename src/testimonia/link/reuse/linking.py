"""The stage: from the articles of a case to what they share, who took from whom, and the origins.

Every count in the program is a count of origins, so this room decides how many witnesses there are, and shows why.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from testimonia.base.decisions import Decision, standing
from testimonia.base.documents import Article
from testimonia.base.extractions import Mention
from testimonia.base.languages import common
from testimonia.base.links import Alignment, Finding
from testimonia.link.reuse.copies import Index, Pair, aligned_texts, compare, index, spread
from testimonia.link.reuse.credits import credited, crediting, reprints, with_credits
from testimonia.link.reuse.crossing import language_of
from testimonia.link.reuse.dating import dates
from testimonia.link.reuse.doubts import doubted_dates, doubted_firsts
from testimonia.link.reuse.folding import Unit
from testimonia.link.reuse.kin import Kin
from testimonia.link.reuse.origins import origins
from testimonia.link.reuse.parallel import Parallel, is_note, not_compared, parallels, unit_text
from testimonia.link.reuse.phrases import phrase_findings, set_phrases, without_phrases
from testimonia.link.reuse.rows import Known, attributed, is_clause, joins, pair_rows, stemma_rows, translation_edges, translation_rows
from testimonia.link.reuse.shifts import shifts
from testimonia.link.reuse.stemma import descents
from testimonia.link.reuse.units import Shelf, article_unit, stray_units
from testimonia.link.reuse.vectors import Encoder
from testimonia.link.sharing import Team, helpers
from testimonia.link.tables import Tables

LARGE = 1_000_000  # characters of a pile whose first linking is worth helpers, as a rule


def link_reuse(tables: Tables, workers: int | None = None) -> Mapping[str, Iterable[Any]]:
    """Rows by table name; they are the same however many processes work on them."""
    articles = list(tables.records("articles"))
    units = [article_unit(article) for article in articles]
    units += stray_units(tables.records("segments"), units, tables)
    shelf = Shelf(tables, units)
    held, found, aligned = held_against(shelf, {(one.a, one.b): one for one in tables.records("alignments")}, workers)
    alone, formal = without_phrases(shelf, set_phrases(shelf, held.prints, held.sieve, found), found)
    pairs = sorted(spread(shelf, held, alone), key=lambda pair: (pair.a, pair.b))
    pairs = [pair for pair in pairs if pair.a < len(articles)]  # what only furniture and teasers share says nothing of articles
    clauses = frozenset((pair.a, pair.b) for pair in pairs if pair.b < len(articles) and is_clause(shelf, pair))
    own = [pair for pair in pairs if pair.b < len(articles) and (pair.a, pair.b) not in clauses]
    dated = dates(tables, articles)
    ruled = rulings(tables)
    credits = credited(shelf, articles)
    days = {number: dated[article.id] for number, article in enumerate(articles) if article.id in dated}
    kin = Kin(shelf, own, days, reprints(credits, articles))
    kin.ruled.update(directions(ruled, articles))
    kin.crediting = crediting(shelf, articles, own, credits)
    kin.aside.update(asides(pairs, units, len(articles)))
    languages = tongues(shelf, articles)
    translated, unasked = parallels(shelf, languages, Encoder(workers))
    translated = with_one_figure(tables, shelf, articles, translated)
    edges = sorted([*descents(kin), *translation_edges(kin, articles, translated)], key=lambda edge: (edge.child, edge.parent))
    parents = {(edge.child, edge.parent): ", ".join(edge.reasons) for edge in edges}
    known = Known(shelf, parents, attributed(tables), languages, clauses)
    together = [*joins(units, kin, ruled), *((articles[one.a].id, articles[one.b].id) for one in translated)]
    rows, drifts = pair_rows(known, pairs)
    aside = [*phrase_findings(shelf, formal, len(articles)), *not_compared(shelf, unasked)]
    tree = list(with_credits(stemma_rows(units, edges), by_id(kin.crediting, articles), credits))
    doubts = [*doubted_dates(articles, tree, credits, dated, kin), *doubted_firsts(articles, tree, kin)]
    return {
        "alignments": aligned,
        "reuse": [*rows, *translation_rows(known, translated)],
        "stemma": tree,
        "origins": origins([article.id for article in articles], together, apart(ruled), dated),
        "shifts": unique([*drifts, *doubts, *aside, *shifts(shelf, translated, languages, people(tables, translated))]),
    }


def held_against(
    shelf: Shelf, known: Mapping[tuple[str, str], Alignment], workers: int | None
) -> tuple[Index, list[Pair], list[Alignment]]:
    """The index of the texts, those that share something, and all alignments; `known` are those of an earlier run."""
    with Team(helpers(workers)) as team:
        if not known and sum(unit.size for unit in shelf.units) >= LARGE:
            team.start(aligned_texts)  # they load what they need while the index is made
        held = index(shelf)
        return held, *compare(shelf, held, known, team)


def tongues(shelf: Shelf, articles: Sequence[Article]) -> dict[int, str]:
    """The language of every article that has one, by its number."""
    found = {}
    for number, article in enumerate(articles):
        language = common(article.language or language_of(unit_text(shelf, number)))
        if language != "und":
            found[number] = language
    return found


def people(tables: Tables, translated: Sequence[Parallel]) -> dict[str, list[Mention]]:
    """The people named in articles by more than one word, or by the last word of such a name, when there are translations.

    A word that stands alone throughout an article is too often no name of a person.
    """
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in tables.records("mentions") if translated else ():
        if mention.type == "person" and mention.form == "name":
            found[mention.article].append(mention)
    whole = {article: {mention.name.split()[-1] for mention in named if " " in mention.name} for article, named in found.items()}
    return {article: [one for one in named if whole[article].intersection(one.name.split()[-1:])] for article, named in found.items()}


def with_one_figure(tables: Tables, shelf: Shelf, articles: Sequence[Article], found: Sequence[Parallel]) -> list[Parallel]:
    """The translations without notes of which one gives a figure, in digits or words, that the other has not: both tell of one thing."""
    notes = {number for one in found if is_note(shelf, one) for number in one.units}
    given: dict[int, set[float]] = {}
    for number in sorted(notes):
        rows = tables.records("quantities", article=articles[number].id)
        given[number] = {row.low for row in rows if row.low is not None}
    return [one for one in found if one.a not in notes or one.b not in notes or given[one.a] == given[one.b]]


def rulings(tables: Tables) -> tuple[Decision, ...]:
    """The analyst's decisions on articles that stand."""
    return tuple(decision for decision in standing(tables.records("decisions")) if decision.table == "articles")


def apart(ruled: Iterable[Decision]) -> list[tuple[str, str]]:
    """The pairs of articles that were ruled different."""
    return [(d.targets[0], d.targets[1]) for d in ruled if d.kind == "different" and len(d.targets) == 2]


def directions(ruled: Iterable[Decision], articles: Sequence[Article]) -> dict[tuple[int, int], bool]:
    """What was ruled on who took from whom: (earlier, later). `targets` are the two articles, `value` is `a>b` or `b>a`."""
    number = {article.id: place for place, article in enumerate(articles)}
    found = {}
    for decision in ruled:
        if decision.kind == "direction" and len(decision.targets) == 2 and set(decision.targets) <= number.keys():
            a, b = (number[target] for target in decision.targets)
            found[(b, a) if decision.value == "b>a" else (a, b)] = True
    return found


def asides(pairs: Iterable[Pair], units: Sequence[Unit], articles: int) -> dict[tuple[int, int], list[Pair]]:
    """The pairs of an article with what was set aside in the document of another, where that is the only article of its document."""
    held = Counter(unit.document for unit in units[:articles])
    alone = {unit.document: number for number, unit in enumerate(units[:articles]) if held[unit.document] == 1}
    found: dict[tuple[int, int], list[Pair]] = defaultdict(list)
    for pair in pairs:
        if pair.b >= articles and units[pair.b].document in alone:
            found[pair.a, alone[units[pair.b].document]].append(pair)
    return found


def by_id(pairs: Iterable[tuple[int, int]], articles: Sequence[Article]) -> list[tuple[str, str]]:
    """Pairs of articles by their ids."""
    return [(articles[one].id, articles[other].id) for one, other in pairs]


def unique(findings: Iterable[Finding]) -> list[Finding]:
    """The findings by id, each once."""
    return [finding for _, finding in sorted({finding.id: finding for finding in findings}.items())]
