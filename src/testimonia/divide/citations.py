"""Footnotes: markers in the text and notes below it, joined; misnumbered, doubled and dangling ones reported."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from testimonia.base.documents import Article, Citation, Document, Work
from testimonia.base.spans import Span
from testimonia.divide.lines import Line
from testimonia.divide.names import is_person
from testimonia.divide.posts import Post
from testimonia.divide.works import back_reference, work_of

NOTE = re.compile(r"\[\s?(\d{1,3})\s?\]\s*(?=\S)|\((\d{1,3})\)\s+(?=\S)|\^?\s?(\d{1,3})[.)]?\s+(?=\S)|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\s*(?=\S)")
MARKER = re.compile(r"\[\s?(\d{1,3})\s?\]|(?<=\S)\((\d{1,3})\)|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})")
SIGNS = "[(⁰¹²³⁴⁵⁶⁷⁸⁹"  # what a marker begins with
OPENERS = f"{SIGNS}^"  # what a note begins with, if with no plain figure
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
SURE_FORMS = (1, 4)  # the groups of NOTE that are notes by their form alone: [1] and a raised figure
MOST = 400  # lines below the text in which its notes may stand
BACK = 500  # notes that a back reference is followed through
LEAST = 2  # notes in a row of the plain forms (1. or (1)) that make a list of notes, when markers answer them


@dataclass(frozen=True, slots=True)
class Note:
    """One note as the page prints it: its number and its span."""

    number: int
    span: Span
    form: int


@dataclass(frozen=True, slots=True)
class Marker:
    """One marker in an article's text."""

    number: int
    span: Span


def citations_of(document: Document, articles: Sequence[Article], lines: Sequence[Line]) -> tuple[Citation, ...]:
    """All footnotes of a document in the order of its text, each article's markers joined with the notes that follow it."""
    found: list[Citation] = []
    starts = [line.span.start for line in lines]
    for place, article in enumerate(articles):
        end = articles[place + 1].body[0].start if place + 1 < len(articles) else len(document.text)
        notes = notes_in(lines[bisect_left(starts, article.body[0].start) : bisect_left(starts, end)])
        markers = markers_in(document.text, article, {note.span for note in notes})
        found += joined(document, article, (markers, sure(notes, markers)))
    return resolved(document.text, [replace(citation, index=index) for index, citation in enumerate(found)])


def split_notes(lines: Sequence[Line], post: Post) -> Post:
    """The post with its footnotes apart from its body: a list of notes at the end of the text or below it, and a signature above them."""
    until = post.tail[-1] + 1 if post.tail else post.body[-1] + 1
    notes = [place for place in range(post.body[-1] + 1, min(until + MOST, post.until)) if is_note(lines[place])]
    notes = [*notes_within(lines, post.body), *notes]
    if len(notes) < LEAST:
        return post
    body = [place for place in post.body if place < notes[0]]
    while len(body) > 1 and is_person(lines[body[-1]].text):
        body.pop()
    taken = set(notes)
    tail = [place for place in range(body[-1] + 1, until) if place not in taken]
    return replace(post, body=tuple(body), tail=tuple(tail), notes=tuple(notes))


def notes_within(lines: Sequence[Line], body: Sequence[int]) -> list[int]:
    """The last run of notes in a body, past its first third: what stands below it is no text of the article either."""
    found: list[int] = []
    for place in reversed(body[len(body) // 3 :]):
        if is_note(lines[place]):
            found.append(place)
        elif found:
            break
    return found[::-1] if len(found) >= LEAST else []


def is_note(line: Line) -> bool:
    """Whether a line is a note by its form alone."""
    match = opens_note(line.text)
    return match is not None and match.lastindex in SURE_FORMS


def opens_note(line: str) -> re.Match[str] | None:
    """How a line opens as a note does; the look at its first character spares most lines the search."""
    return NOTE.match(line) if line[0] in OPENERS or line[0].isdigit() else None


def notes_in(lines: Sequence[Line]) -> list[Note]:
    """The lines that open like a note."""
    found = []
    for line in lines:
        match = opens_note(line.text)
        if match and match.lastindex:
            found.append(Note(int(match.group(match.lastindex).translate(RAISED)), line.span, match.lastindex))
    return found


def sure(notes: list[Note], markers: list[Marker]) -> list[Note]:
    """The notes that are notes: by their form, or because markers in the text answer several of them."""
    marked = {marker.number for marker in markers}
    plain = [note for note in notes if note.form not in SURE_FORMS]
    answered = sum(note.number in marked for note in plain)
    keep_plain = answered >= LEAST and answered * 2 > len(plain)
    return [note for note in notes if note.form in SURE_FORMS or keep_plain]


def markers_in(text: str, article: Article, notes: set[Span]) -> list[Marker]:
    """The markers in an article's body, outside its notes."""
    found = []
    starts, ends = sorted(note.start for note in notes), sorted(note.end for note in notes)
    for span in article.body:
        if not any(text.find(sign, span.start, span.end) >= 0 for sign in SIGNS):
            continue
        for match in MARKER.finditer(text, span.start, span.end):
            place = Span(*match.span())
            if match.lastindex and not within(starts, ends, place):
                found.append(Marker(int(match.group(match.lastindex).translate(RAISED)), place))
    return found


def within(starts: list[int], ends: list[int], place: Span) -> bool:
    """Whether a place lies in one of the stretches (sorted, apart from one another)."""
    rank = bisect_right(starts, place.start) - 1
    return rank >= 0 and place.end <= ends[rank]


def joined(document: Document, article: Article, both: tuple[list[Marker], list[Note]]) -> list[Citation]:
    """Markers and notes joined by number; a note that repeats the number before it takes the number that is missing."""
    markers, notes = both
    by_number = {marker.number: marker for marker in reversed(markers)}
    taken = {note.number for note in notes}
    counted, seen, found = Counter(note.number for note in notes), set[int](), []
    for note in notes:
        number, problem = note.number, None
        if number in seen:
            missing = number + 1
            problem = "misnumbered" if missing not in taken and missing in by_number else "duplicate number"
            number = missing if problem == "misnumbered" else number
        elif counted[number] == 1 and number not in by_number:
            problem = "no marker in the text"
        seen.add(number)
        marker = by_number.get(number)
        found.append(Citation(document.id, 0, marker.span if marker else None, note.span, Work(), article.id, None, problem))
    lost = [marker for marker in by_number.values() if marker.number not in seen] if notes else []
    lost.sort(key=lambda marker: marker.span)
    return found + [Citation(document.id, 0, marker.span, None, Work(), article.id, None, "dangling") for marker in lost]


def resolved(text: str, citations: list[Citation]) -> tuple[Citation, ...]:
    """The citations with the works that they name; *ibid* takes the work before it, *op. cit.* the named author's."""
    found: list[Citation] = []
    for citation in citations:
        note = body_of(text, citation.note) if citation.note else ""
        kind, surname = back_reference(note)
        target = earlier(found, citation, surname) if kind else None
        work = found[target].work if target is not None else (Work() if kind else work_of(note))
        problem = citation.problem or ("nothing to refer to" if kind and target is None else None)
        found.append(replace(citation, work=work, refers_to=target, problem=problem))
    return tuple(found)


def body_of(text: str, span: Span) -> str:
    """A note's words without its number."""
    note = span.of(text)
    match = NOTE.match(note)
    return note[match.end() :] if match else note


def earlier(found: Sequence[Citation], citation: Citation, surname: str | None) -> int | None:
    """Where a back reference leads: the last full note of the article, or the last one by the named author."""
    for place in range(len(found) - 1, max(-1, len(found) - 1 - BACK), -1):
        known = found[place]
        if known.article != citation.article or known.note is None:
            continue
        if surname is None:
            return known.refers_to if known.refers_to is not None else place
        if known.refers_to is None and surname.lower() in (known.work.author or "").lower():
            return place
    return None
