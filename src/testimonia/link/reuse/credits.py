"""Credits: what an article itself says of where its text comes from. The original may be in the case or not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from rapidfuzz.distance.Levenshtein import normalized_similarity as ratio

from testimonia.base.datelines import dateline
from testimonia.base.documents import Article, Fact
from testimonia.base.languages import having, primary, table
from testimonia.base.links import NotHeld, StemmaEdge
from testimonia.base.phrases import function_words, leading_words, listed, words_of
from testimonia.link.reuse.copies import Pair
from testimonia.link.reuse.folding import Unit, fold
from testimonia.link.reuse.units import Shelf

HEAD = 400  # characters at either end of an article where credits stand, and before and behind it where its outlet's name may
LINES, LONGEST = 4, 60  # lines beside a text that may be its outlet's name; characters of such a line
OPENING = 200  # characters of an article among whose lines a dateline may stand
WORDS = 6  # of an outlet's name
NOTE = 30  # words of a line beside a text that may say where it was published
SHORTEST, DECLINED, SAME = (
    5,
    8,
    0.8,
)  # letters of a name, and of one that may be declined; how alike its forms are (normalised edit distance)
NAME = re.compile(r"[\s:–—-]*((?:the |The )?[^\W\d_a-zа-я][\w’'.-]*(?: (?:of|and|de|der|des|du|la)? ?[^\W\d_a-zа-я][\w’'.-]*){0,4})")


@dataclass(frozen=True, slots=True)
class Credit:
    """What an article says of its original.

    `says` are the words, or the head fact, that say it; `named` is false for a bare "reprint". `kind` is the kind of the words (a `fact`,
    an `agency`, a `report`, a `reprint`), `span` where they stand.
    """

    original: NotHeld
    says: str
    named: bool = True
    kind: str = "fact"
    span: tuple[int, int] | None = None


@cache
def phrases(kind: str) -> tuple[str, ...]:
    """The phrases of one kind in all languages: `reprint` or `report_of`, longest first, in small letters."""
    found = {phrase for language in having("reuse") for phrase in table(language, "reuse").get(kind, ())}
    if kind == "reprint":
        for language in having("page"):
            found |= set(table(language, "page").get("phrases", {}).get("first_published", ()))
    return tuple(sorted({phrase.lower() for phrase in found}, key=lambda phrase: (-len(phrase), phrase)))


def cue(kind: str, text: str) -> re.Match[str] | None:
    """The first phrase of a kind in a text. Looking for each phrase as it is costs far less than one pattern of all of them."""
    lowered = text.lower()
    there = [phrase for phrase in phrases(kind) if phrase in lowered]
    return re.search(r"(?<!\w)(?:" + "|".join(map(re.escape, there)) + r")(?!\w)", text, re.IGNORECASE) if there else None


def credited(shelf: Shelf, articles: Sequence[Article]) -> dict[str, Credit]:
    """The credit of every article that gives one: its head facts first, then what its first and last lines say."""
    found: dict[str, Credit] = {}
    for number, article in enumerate(articles):
        credit = by_facts(article) or by_words(shelf, shelf.units[number], article)
        if credit:
            found[article.id] = credit
    return found


def by_facts(article: Article) -> Credit | None:
    """The credit that the head facts give: another outlet that published first, or a translator."""
    original = article.original_outlet.value if article.original_outlet else None
    first = article.first_published.value if article.first_published else None
    if original and (article.outlet is None or plain(original) != plain(article.outlet.value)):
        return Credit(NotHeld(None, original, fact(article), first, link(article)), "original outlet", span=place(article.original_outlet))
    if article.translator:
        return Credit(NotHeld(None, None, fact(article), first, link(article)), "translator", span=place(article.translator))
    return None


def place(said: Fact | None) -> tuple[int, int] | None:
    """Where a head fact stands."""
    return (said.span.start, said.span.end) if said and said.span else None


def fact(article: Article) -> str | None:
    """The author's name."""
    return article.author.value if article.author else None


def link(article: Article) -> str | None:
    """The first address that the article gives."""
    return article.urls[0].value if article.urls else None


def by_words(shelf: Shelf, unit: Unit, article: Article) -> Credit | None:
    """The credit that stands in the text: an agency's mark, a named report, a reprint's note."""
    text, ends = shelf.text(unit.document), edges(shelf.text(unit.document), unit)
    start, end = ends[0]
    opening = text[start : min(end, start + OPENING)].splitlines()
    agency = next((found.service.of(line) for line in opening if (found := dateline(line, opening=True)) and found.service), None)
    if agency is not None:
        return Credit(NotHeld(None, agency, None, None, None), "agency mark", kind="agency")
    for kind in ("report_of", "reprint"):
        for start, end in ends:
            credit = by_cue(kind, text[start:end], start, article)
            if credit:
                return credit
    return None


def by_cue(kind: str, text: str, offset: int, article: Article) -> Credit | None:
    """The credit that a phrase of a kind makes in a stretch of text that begins at `offset`: a report must be somebody's."""
    found = cue(kind, text)
    if not found:
        return None
    name = NAME.match(text, found.end())
    if kind == "report_of" and (not name or somebody(name.group(1), article.language)):
        return None
    outlet, span = name.group(1).strip(" .,") if name else None, (found.start() + offset, found.end() + offset)
    return Credit(NotHeld(None, outlet, None, None, link(article)), found.group(), outlet is not None, kind.removesuffix("_of"), span)


def somebody(name: str, language: str | None) -> bool:
    """Whether a name opens with what somebody is ("Dr X", "the doctor X" where no capitals tell names): who is cited is no text."""
    names = table(primary(language), "names")
    return name.split()[0].casefold().strip(".") in f"{names.get('roles', '')} {names.get('honorifics', '')}".split()


def reprints(credits: Mapping[str, Credit], articles: Sequence[Article]) -> dict[int, tuple[int, int] | None]:
    """The articles, by number, that say of themselves that they were published before, and where they say it.

    The mark of an agency or the name of another's report stands in first reports too.
    """
    found = {number: credits.get(article.id) for number, article in enumerate(articles)}
    return {number: credit.span for number, credit in found.items() if credit and credit.kind in ("fact", "reprint")}


def edges(text: str, unit: Unit) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where the first and the last characters of a unit stand."""
    if not unit.spans:
        return (0, 0), (0, 0)
    start, end = unit.spans[0][0], unit.spans[-1][1]
    return (start, min(end, start + HEAD)), (max(start, end - HEAD), end)


def plain(name: str) -> str:
    """A name as it is compared: letters and digits, without an article before it."""
    folded = fold(name, [(0, len(name))]).text
    return folded.removeprefix("the") or folded


def mastheads(shelf: Shelf, unit: Unit, article: Article) -> frozenset[str]:
    """The names by which others may credit an article, folded: its outlet, and the short lines right above and below its text.

    A page often gives its own name on a line that is not told from a byline or a title until somebody credits it.
    """
    lines = filter(is_masthead, lines_beside(article, shelf.text(unit.document)))
    names = {plain(line) for line in lines} | ({plain(article.outlet.value)} if article.outlet else set())
    return frozenset(name for name in names if len(name) >= SHORTEST)


def is_masthead(line: str) -> bool:
    """Whether a line may be an outlet's name: a few words that begin like a name and say nothing of publishing."""
    if len(line) > LONGEST or line[:1].islower() or any(map(str.isdigit, line)):
        return False
    words = words_of(line)
    return len(words) <= WORDS and credit_words().isdisjoint(words)


def lines_beside(article: Article, text: str) -> list[str]:
    """The lines right before an article's body and right behind it."""
    if not article.body:
        return []
    start, end = article.body[0].start, article.body[-1].end
    above, below = text[max(0, start - HEAD) : start].strip(), text[end : end + HEAD].strip()
    return [line.strip() for line in (*above.splitlines()[-LINES:], *below.splitlines()[:LINES])]


def crediting(shelf: Shelf, articles: Sequence[Article], pairs: Iterable[Pair], credits: Mapping[str, Credit]) -> set[tuple[int, int]]:
    """Which articles, by number, name another that shares text with them as their source: (the one that credits, the other)."""
    both = [way for pair in pairs for way in ((pair.a, pair.b), (pair.b, pair.a))]
    told = {
        number: crediting_words(shelf, number, articles[number], credits.get(articles[number].id)) for number in sorted({*chain(*both)})
    }
    asked = [(child, other) for child, other in both if told[child]]  # few articles say anything of where they come from
    names = {number: mastheads(shelf, shelf.units[number], articles[number]) for number in sorted({*chain(*asked)})}
    return {(child, other) for child, other in asked if any(names_one(words, names[other] - names[child]) for words in told[child])}


def crediting_words(shelf: Shelf, number: int, article: Article, credit: Credit | None) -> list[str]:
    """What of an article may name its source, folded: the outlet that it credits, and the lines beside it that speak of publishing."""
    text = shelf.text(shelf.units[number].document)
    own = text[article.body[0].start : article.body[-1].end].splitlines() if article.body else []
    lines = [*lines_beside(article, text), *own[:1], *own[-1:]]  # a note on where a text comes from may be taken for its first or last line
    found = [line for line in lines if len(line.split()) <= NOTE and not credit_words().isdisjoint(words_of(line))]
    return list(map(plain, found + ([credit.original.outlet] if credit and credit.original.outlet else [])))


@cache
def credit_words() -> frozenset[str]:
    """The words that the phrases of credits are made of in all languages, without those that any text has, or that lead to a name."""
    listed_phrases = [
        *phrases("reprint"),
        *phrases("report_of"),
        *(one for language in having("page") for one in listed(language, "source_link")),
    ]
    return frozenset(word for phrase in listed_phrases for word in words_of(phrase)) - function_words() - leading_words()


def names_one(said: str, names: Iterable[str]) -> bool:
    """Whether some folded words are one of the names, hold it, or have it with another ending of declension."""
    return any(name in said or (len(said) >= SHORTEST and name.endswith(said)) or declined(said, name) for name in names)


def declined(said: str, name: str) -> bool:
    """Whether folded words begin with a long name in another form."""
    return min(len(said), len(name)) >= DECLINED and ratio(said[: len(name) + 1], name) >= SAME


def translated(edge: StemmaEdge, credit: Credit) -> bool:
    """Whether an edge leads to the original of which an article says no more than who translated it."""
    return "translation" in edge.reasons and edge.parent is not None and credit.original.outlet is None


def with_credits(edges: Iterable[StemmaEdge], crediting: Iterable[tuple[str, str]], credits: Mapping[str, Credit]) -> Iterator[StemmaEdge]:
    """The edges with those that credits add.

    A credit that names a relative (`crediting`: pairs of article ids) makes or confirms an edge to it, also against the dates, so that
    two articles that credit each other stand in a circle. A credit that names nobody in the case makes an edge to an original that is
    not held.
    """
    made = {(edge.child, edge.parent): edge for edge in edges}
    settled = {edge.child for edge in made.values() if edge.child in credits and translated(edge, credits[edge.child])}
    for child, other in sorted(crediting):
        held = made.get((child, other))
        reasons = (*held.reasons, "credit") if held and "credit" not in held.reasons else held.reasons if held else ("text", "credit")
        made[child, other] = StemmaEdge(child, other, reasons)
        settled.add(child)
    yield from sorted(made.values(), key=lambda edge: (edge.child, edge.parent or ""))
    for article, credit in sorted(credits.items()):
        if credit.named and article not in settled:
            yield StemmaEdge(article, None, ("credit", credit.says), credit.original)
