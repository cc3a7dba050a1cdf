"""How a report opens: whose it is and of what day by its dateline, and what stands before the date of a reference."""

from __future__ import annotations

import re
from collections.abc import Iterable

from testimonia.base.datelines import dateline
from testimonia.base.phrases import words_of
from testimonia.base.spans import Span, parted
from testimonia.divide.agencies import is_agency
from testimonia.divide.credits import Said, all_phrases, skip_links
from testimonia.divide.dates import Dated, dates_in
from testimonia.divide.lines import Line
from testimonia.divide.names import is_person, is_place, phrase_end, weekdays

SHORT_FORM = re.compile("[A-Z]{3,6}")  # of an agency
REFERENCE, COMMA = re.compile(r"^(.{3,120}?),\s*$"), re.compile(",")
NARRATED, TOLD = 10, 2  # words of a sentence that may tell of a date, and words in small letters before the date in it
BEFORE_DATE = 90  # characters before a date that may name who published what


def references(text: str, line: Line, language: str | None, title: str) -> Iterable[Said]:
    """What a line names before its date: "Outlet, Country, 8 January 2020", "Author, Outlet, December 28 2019:…", "Author - 3 May 2021"."""
    for dated in dates_in(text, line.span, language)[:1]:
        start = max(line.span.start, dated.span.start - BEFORE_DATE)
        before = text[start : dated.span.start]
        if title and before.startswith(title):
            start, before = start + len(title), before[len(title) :]
        label = phrase_end(before, all_phrases("byline")) if start == line.span.start else None
        start = start + skip_links(before, label) if label is not None else start
        if not REFERENCE.match(before + ("" if before.rstrip().endswith(",") else "!")):
            continue
        yield from reference_parts(text, Span(start, dated.span.start), label is not None)


def reference_parts(text: str, span: Span, by: bool = False) -> Iterable[Said]:
    """Author and outlet among the parts between commas before a date; a country belongs to the outlet before it. Behind "by" the
    first is the author.
    """
    parts = [part for part in parted(text, span, COMMA) if part.end > part.start and " ".join(words_of(part.of(text))) not in weekdays()]
    if not 1 + by <= len(parts) <= 3 or any(len(part.of(text).split()) > 6 for part in parts):
        return
    if len(parts) > 1 and is_place(parts[-1].of(text)):
        parts[-2:] = [Span(parts[-2].start, parts[-1].end)]
    if any(not part.of(text)[0].isupper() for part in parts if part.of(text)[0].isascii()):
        return
    outlet = without_place(text, parts[-1])
    yield Said("original_outlet", outlet.of(text), outlet, "named before the date", 2)
    if len(parts) > 1 and is_person(parts[0].of(text)):
        yield Said("author", parts[0].of(text), parts[0], "named before the outlet and the date", 2)


def without_place(text: str, name: Span) -> Span:
    """An outlet's name without the brackets behind it: "Weir Gazette (Weirland)"."""
    at = text.find(" (", name.start, name.end)
    return name if at < 0 else Span(name.start, at)


def agency(text: str, line: Line) -> Said | None:
    """The agency in the opening of a report: "VIENNA (AP) — …", "Shiraz, IRNA – …"."""
    found = dateline(line.text, opening=True)
    name = found.service.of(line.text) if found and found.service else ""
    if found is None or found.service is None or not (is_agency(name) or SHORT_FORM.fullmatch(name)) or is_place(name):
        return None  # "Weirhaven, FRANCE - "
    return Said("original_outlet", name, found.service.shifted(line.span.start), "an agency's mark in the opening", 2)


def service(line: Line) -> Said | None:
    """The name in the brackets of a dateline: behind a place in capitals or a day, since any name may have its short form behind it."""
    found = dateline(line.text, opening=True)
    name = found.service.of(line.text) if found and found.service else ""
    if found is None or found.service is None or not found.placed or not name[0].isupper():
        return None
    return Said("original_outlet", name, found.service.shifted(line.span.start), "named in the dateline", 1)


def dateline_date(text: str, line: Line, language: str | None) -> Dated | None:
    """The whole date of a dateline; none where a report opens with its text."""
    found = dateline(line.text, opening=True)
    return next(iter(dates_in(text, Span(0, found.end).shifted(line.span.start), language)), None) if found else None


def narrated(text: str, line: Line, dated: Dated) -> bool:
    """Whether a sentence tells what happened on a date, and does not date the page ("The dam broke on 4 May 2019 and nobody was told.")."""
    if not line.shape.ends_sentence or line.shape.words < NARRATED or line.marked("posted") or line.marked("first_published"):
        return False
    return sum(word.islower() for word in text[line.span.start : dated.span.start].split()) >= TOLD
