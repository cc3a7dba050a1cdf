"""Credits: what an article itself says of where its text comes from. The original may be in the case or not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from testimonia.base.documents import Article
from testimonia.base.languages import having, table
from testimonia.base.links import NotHeld, StemmaEdge
from testimonia.link.reuse.folding import Unit, fold
from testimonia.link.reuse.units import Shelf

HEAD = 400  # characters at either end of an article where credits stand
DATELINE = re.compile(r"^[^\n()]{2,60}\(([^\W\d_][^()\n]{1,30})\)\s*[-–—:]", re.MULTILINE)
NAME = re.compile(r"[\s:–—-]*((?:the |The )?[^\W\d_a-zа-я][\w’'.-]*(?: (?:of|and|de|der|des|du|la)? ?[^\W\d_a-zа-я][\w’'.-]*){0,4})")


@dataclass(frozen=True, slots=True)
class Credit:
    """What an article says of its original. `says` are the words, or the head fact, that say it; `named` is false for a bare "reprint"."""

    original: NotHeld
    says: str
    named: bool = True


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
        return Credit(NotHeld(None, original, fact(article), first, link(article)), "original outlet")
    if article.translator:
        return Credit(NotHeld(None, None, fact(article), first, link(article)), "translator")
    return None


def fact(article: Article) -> str | None:
    """The author's name."""
    return article.author.value if article.author else None


def link(article: Article) -> str | None:
    """The first address that the article gives."""
    return article.urls[0].value if article.urls else None


def by_words(shelf: Shelf, unit: Unit, article: Article) -> Credit | None:
    """The credit that stands in the text: an agency's mark, a named report, a reprint's note."""
    ends = edges(shelf.text(unit.document), unit)
    dateline = DATELINE.search(ends[0][:200])
    if dateline:
        return Credit(NotHeld(None, dateline.group(1).strip(), None, None, None), "agency mark")
    for text in ends:
        report = cue("report_of", text)
        name = NAME.match(text, report.end()) if report else None
        if report and name:
            return Credit(NotHeld(None, name.group(1).strip(" .,"), None, None, link(article)), report.group())
    for text in ends:
        note = cue("reprint", text)
        if note:
            name = NAME.match(text, note.end())
            outlet = name.group(1).strip(" .,") if name else None
            return Credit(NotHeld(None, outlet, None, None, link(article)), note.group(), outlet is not None)
    return None


def edges(text: str, unit: Unit) -> tuple[str, str]:
    """The first and the last characters of a unit."""
    if not unit.spans:
        return "", ""
    start, end = unit.spans[0][0], unit.spans[-1][1]
    return text[start : min(end, start + HEAD)], text[max(start, end - HEAD) : end]


def plain(name: str) -> str:
    """A name as it is compared: letters and digits, without an article before it."""
    folded = fold(name, [(0, len(name))]).text
    return folded.removeprefix("the") or folded


def crediting(child: Article, other: Article, credits: Mapping[str, Credit]) -> bool:
    """Whether the child names the other article's outlet as its source."""
    credit = credits.get(child.id)
    return bool(credit and credit.original.outlet and other.outlet and plain(credit.original.outlet) == plain(other.outlet.value))


def with_credits(
    edges: Iterable[StemmaEdge], kin: Iterable[tuple[Article, Article]], credits: Mapping[str, Credit]
) -> Iterator[StemmaEdge]:
    """The edges with those that credits add.

    A credit that names the outlet of a relative makes or confirms an edge to it, also against the dates, so that two articles that
    credit each other stand in a circle. A credit that names nobody in the case makes an edge to an original that is not held.
    """
    made = {(edge.child, edge.parent): edge for edge in edges}
    settled: set[str] = set()
    for child, other in kin:
        if crediting(child, other, credits):
            held = made.get((child.id, other.id))
            reasons = (*held.reasons, "credit") if held and "credit" not in held.reasons else held.reasons if held else ("text", "credit")
            made[child.id, other.id] = StemmaEdge(child.id, other.id, reasons)
            settled.add(child.id)
    yield from sorted(made.values(), key=lambda edge: (edge.child, edge.parent or ""))
    for article, credit in sorted(credits.items()):
        if credit.named and article not in settled:
            yield StemmaEdge(article, None, ("credit", credit.says), credit.original)
