"""What the lines of a head or a tail say of an article: author, translator, outlets, dates. Each line is read for what it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from testimonia.base.languages import having, table
from testimonia.base.phrases import TOPIC, WORD, any_of, function_words, leading_words, listed, told, words_of
from testimonia.base.shapes import KEPT, month_numbers
from testimonia.base.spans import Span, parted
from testimonia.divide.agencies import BESIDE, is_agency
from testimonia.divide.lines import Line
from testimonia.divide.names import (
    is_calendar,
    is_given,
    is_outlet,
    is_person,
    is_phrase,
    is_where,
    name_after,
    person_in,
    phrase_end,
    weekdays,
    without_month,
    without_office,
    without_town,
)
from testimonia.fitted.known import given_name

MAILED = re.compile(  # a label, a name, an address in brackets
    r"[^\W\d_][\w -]{1,14}:\s{0,3}[\"'“]?(?P<name>[^\W\d_][^\"<>@:“”]{1,58}[^\s\"<>@:“”'])[\"'”]?"
    r"\s?[<\[(](?:mailto:)?[^\s<>@]+@[^\s<>@]+[>\])]$"
)
URL = re.compile(r"(?:https?://|www\.)[^\s<>\"“”]{4,500}")
PARTS = re.compile(r"[.;,|·–—]\s+|\s\(")
BEHIND_DAY = re.compile(rf"{BESIDE.pattern}|(?<=\d)\s+(?=[^\W\d])")  # "3 May 2021 by Ana Weller"
NEXT_LABEL = re.compile(r"\s(?=[^\W\d_]{1,12}\s?[:：])")
MAIL = re.compile(r"[^\s@]{1,64}@[^\s@]{3,100}")
BEFORE_FIGURES = re.compile(r"[^\W\d_][^\d|•·:()]{4,50}(?=\d)")
HANDLE, HANDLE_WORDS = re.compile(r"@[\w.-]{2,40}(?:@[\w.-]{3,60})?"), 6  # an account; words of the name above it
ACCOUNT = re.compile(r"\w[\w.-]+\w")
BAR = re.compile(r"\s[|•·]\s")
LABELLED_WORDS = 30  # words of a line that may be a credit
LABELS = (("translated", "translator"), ("first_published", "original_outlet"), ("source_link", "original_outlet"), ("byline", "author"))
LABEL_WORDS = 3  # words of a label that has a line of its own
CREDIT_WORDS = 12  # words of a line with a name behind a colon


@dataclass(frozen=True, slots=True)
class Said:
    """What one line says: the field, the value, its span, why, and how strongly (3 in so many words, 2 by its form, 1 by its place)."""

    field: str
    value: str
    span: Span
    reason: str
    weight: int


@cache
def all_phrases(category: str) -> tuple[str, ...]:
    """The phrases of one category in all packs."""
    return tuple(sorted({phrase for language in having(TOPIC) for phrase in listed(language, category)}))


def labelled(text: str, line: Line) -> Iterable[Said]:
    """What a line says behind a label: "Translated by X", "By X", "Originally published by X", "3 May 2021 | By X"."""
    if line.shape.words > LABELLED_WORDS:
        return
    cut = translation_at(line.text)
    if cut is not None:
        yield from translator_behind(text, line, cut)
    for category, field in LABELS:
        end = label_end(line, category)
        end = 0 if end is None and field == "author" and past_office(line.text, 0) else end  # "Do nosso correspondente X"
        if end is None:
            continue
        stop = line.span.end if cut is None else line.span.start + cut
        start = skip_small(line.text, end) if field == "original_outlet" else skip_links(line.text, end)
        if field == "translator" and line.text[start : start + 1].islower():  # the language comes first: "Translated from Danish by X"
            yield from translator_behind(text, line, opened(line.text))
            return
        start = past_office(line.text, start) if field == "author" else start
        span = name_after(text, (start + line.span.start, stop))
        if span is not None and field == "author" and not named(span.of(text)):
            span = account(text, span, line.text[:end])
        if span is None or is_calendar(span.of(text)):
            continue
        if field == "author":
            span = without_month(text, without_town(text, without_office(text, span)))
            yield from paper_behind(text, span, stop)
        said = field_of(field, span.of(text))
        weight = 2 if category == "source_link" or said != field else 3  # a page may name itself as the source, or its house as the author
        yield Said(said, span.of(text), span, f"said in so many words: {line.text[:end]!r}", weight)
        if category != "source_link":
            return
    if line.is_date or NEXT_LABEL.search(line.text):
        yield from author_beside_day(text, line)
    yield from author_behind_colon(text, line)


def author_behind_colon(text: str, line: Line) -> Iterable[Said]:
    """The person whom a line names behind a word that says so before a colon alone: "Text: Ana Weller"."""
    colon = author_colon(line)
    span = name_after(text, (line.span.start + colon, line.span.end)) if colon else None
    if span is not None:
        yield Said("author", span.of(text), span, f"said in so many words: {line.text[:colon]!r}", 3)


def behind_label(lines: Sequence[Line], place: int) -> bool:
    """Whether a line is the name below a label that stands in a line of its own: "By" or "Author:" above "Ana Weller"."""
    if not place or lines[place].shape.words > HANDLE_WORDS or lines[place].shape.date or lines[place].is_bar:
        return False
    label = lines[place - 1]
    alone = label.text.casefold() in by_names() or (label.marked("byline") == 3 and label.shape.ends_colon)
    return alone and label.shape.words <= LABEL_WORDS and named(lines[place].text)


def named_below(text: str, lines: Sequence[Line]) -> Iterable[Said]:
    """The authors in a head whose label stands in a line of its own above their name."""
    for place, line in enumerate(lines):
        span = name_after(text, line.span) if behind_label(lines, place) else None
        if span is not None:
            value = span.of(text)
            yield Said(field_of("author", value), value, span, f"said in so many words: {lines[place - 1].text!r}", 3)


def author_colon(line: Line) -> int:
    """Where a label ends that names who wrote a text only before a colon and a person's name; 0 where a line has none."""
    label, colon, name = line.text.replace("：", ":").partition(":")
    if not colon or line.shape.words > CREDIT_WORDS or " ".join(words_of(label)) not in told("byline_labels"):
        return 0
    return len(label) + 1 if is_person(person_before(name.strip())) else 0


def field_of(field: str, name: str) -> str:
    """What a name behind a label is: a byline may name an outlet."""
    return "original_outlet" if field == "author" and (is_outlet(name) or is_agency(name)) else field


def paper_behind(text: str, author: Span, stop: int) -> Iterable[Said]:
    """The outlet behind an author's name: "By Ana Weller, of the Weir Gazette"."""
    rest = text[author.end : stop]
    start = skip_small(rest, 1) if rest.startswith(",") else 0
    span = name_after(text, (author.end + start, stop)) if start else None
    if span is not None and (is_outlet(span.of(text)) or is_agency(span.of(text))) and not span.of(text)[0].islower():
        yield Said("original_outlet", span.of(text), span, "the paper behind the author's name", 2)


def author_beside_day(text: str, line: Line) -> Iterable[Said]:
    """The person whom a later part of a date line names behind a label, and the paper behind one before it: "Weir Gazette, 3 May 2021, by
    Ana Weller", "2021-05-03 Source: Weir Gazette  Author: Ana Weller".
    """
    for at in sorted({match.end() for pattern in (BEHIND_DAY, NEXT_LABEL) for match in pattern.finditer(line.text)}):
        rest = line.text[at:]
        source = phrase_end(rest, all_phrases("source_link"))
        paper = source is not None and rest[source : source + 1] in (":", "：")
        end = source if paper else byline_end(rest)
        span = name_after(text, (line.span.start + at + end, line.span.end)) if end else None
        if span is None:
            continue
        field = "original_outlet" if paper else field_of("author", span.of(text))
        if field != "author" or is_person(span.of(text)) or is_given(span.of(text)) or rest[end : (end or 0) + 1] in (":", "："):
            yield Said(field, span.of(text), span, f"said in so many words: {rest[:end]!r}", 2 if paper else 3)
        if field == "author":
            return


def mailed(line: Line) -> Said | None:
    """The sender whom the head of a mail names before an address ("From: Ana Weller <ana@weir.example>"), whatever the label's language."""
    found = MAILED.match(line.text) if "@" in line.text else None
    if found is None:
        return None
    return Said(
        "author", found["name"], Span(*found.span("name")).shifted(line.span.start), "named before an address in the mail's head", 2
    )


def sender_of(lines: Sequence[Line]) -> Said | None:
    """Who sent a mail: whom its head names first (the receiver stands below), or last behind the same label where it was forwarded."""
    named = [(line.text.partition(":")[0], said) for line in lines if (said := mailed(line)) is not None]
    return [said for label, said in named if label == named[0][0]][-1] if named else None


def above_handle(lines: Sequence[Line], head: Sequence[int]) -> Said | None:
    """The name above the last line of a head (places) that is an account's and nothing else ("Ana Weller" above "@anaweller")."""
    for place in reversed(head[1:]):
        if lines[place].text[0] == "@" and HANDLE.fullmatch(lines[place].text):
            line = lines[place - 1]
            named = line.shape.words <= HANDLE_WORDS and not line.shape.date and line.text[0] != "@"
            return Said("author", line.text, line.span, "the name above an account's", 2) if named else None
    return None


def is_mail(line: Line) -> bool:
    """Whether a line is an address of somebody's mail and nothing else, as below the name of a reporter."""
    return "@" in line.text and MAIL.fullmatch(line.text) is not None


@lru_cache(maxsize=KEPT)
def translation_at(line: str) -> int | None:
    """Where a line that names its author goes on with who translated it ("By X. Translated from Spanish by Y")."""
    places = (match.end() for match in PARTS.finditer(line))
    return next((at for at in places if phrase_end(line[at:], all_phrases("translated")) is not None), None)


def credit_words(line: Line) -> int:
    """The words of a line without those on who translated it."""
    cut = translation_at(line.text) if line.shape.words <= LABELLED_WORDS else None
    return line.shape.words if cut is None else len(words_of(line.text[:cut]))


def translator_behind(text: str, line: Line, at: int) -> Iterable[Said]:
    """The name behind the "by" of the words on a translation that a capital follows, or the last one where a script has none."""
    linked = [match.end() for match in linking().finditer(line.text, at)]
    colon = line.text.rfind(": ", at) + 1  # "Translated from Danish: Y"
    led = next((end for end in linked if line.text[end : end + 1].isupper()), linked[-1] if linked else 0)
    start = colon or led or at + (phrase_end(line.text[at:], all_phrases("translated")) or 0)
    span = name_after(text, (line.span.start + start, line.span.end))
    if span is not None and named(span.of(text)):
        yield Said("translator", span.of(text), span, f"said in so many words: {line.text[at:start]!r}", 3)


@cache
def linking() -> re.Pattern[str]:
    """The words of all packs before the name of who translated a text."""
    return re.compile(rf"\s(?:{any_of(by_names())})\s+", re.IGNORECASE)


@cache
def by_names() -> frozenset[str]:
    """The words of all packs before the name of who made a text."""
    return frozenset(word for language in having(TOPIC) for word in table(language, TOPIC).get("by_name", "").split())


def opened(line: str) -> int:
    """Past the bracket, or the bullet, that a credit stands behind: "(translated by Ana Weller)", "• by Ana Weller"."""
    return len(line) - len(line.lstrip("([•·*▪ "))


def label_end(line: Line, category: str) -> int | None:
    """Where the label of a line ends: at its start; a first publication also inside a sentence, a source only before a colon."""
    if category == "first_published":
        return said_first(line)
    start = opened(line.text)
    end = byline_end(line.text[start:]) if category == "byline" else phrase_end(line.text[start:], all_phrases(category))
    end = None if end is None else start + end
    if category == "source_link" and (end is None or line.text[end : end + 1] not in (":", "：")):
        return None
    return end


def byline_end(line: str) -> int | None:
    """Where the label ends that a line opens with and that names its author; one that names an editor names no author."""
    end = phrase_end(line, all_phrases("byline"))
    return None if end is None or " ".join(words_of(line[:end])) in told("editors") else end


def said_first(line: Line) -> int | None:
    """Where the words end that say that a text was published elsewhere before; none when the line does not say so."""
    return None if line.shape.words > 30 else first_published_end(line.text)


@lru_cache(maxsize=KEPT)
def first_published_end(line: str) -> int | None:
    """The same for the words of a line; each line of a head is asked for it several times."""
    low = line.lower()
    ends = [low.find(phrase) + len(phrase) for phrase in all_phrases("first_published") if phrase in low]
    return max(ends, default=None)


@lru_cache(maxsize=KEPT)
def past_office(line: str, at: int) -> int:
    """Past what somebody is for the paper, before the name: "By our correspondent Ana Weller", "Von unserer Redakteurin Ana Weller"."""
    known, end = told("staff"), at
    for match in WORD.finditer(line, at):
        word = match.group()
        opens = match.start() == 0 and word.lower() in function_words()
        if line[end : match.start()].strip() or not (opens or word[0].islower() or word.lower().startswith(tuple(known))):
            break
        end = match.end()
    rest = line[end:].lstrip()
    office = any(word.startswith(tuple(known)) for word in words_of(line[at:end]))
    return len(line) - len(rest) if office and is_person(person_before(rest)) else at


def person_before(words: str) -> str:
    """What stands before the first comma, dash or bracket of some words."""
    return re.split(r"[,(]|\s[–—-]\s", words, maxsplit=1)[0].strip()


def skip_links(line: str, at: int) -> int:
    """Past the small words between a label and the name: "by", "von", "par"."""
    match = before_names().match(line, at)
    return match.end() if match else at


@cache
def before_names() -> re.Pattern[str]:
    """The words of all packs before the name of who made a text, with what parts them from it."""
    return re.compile(rf"[\s:・]*(?:{any_of(by_names())})?[\s:・]+", re.IGNORECASE)


def skip_small(line: str, at: int) -> int:
    """Past the words that lead to an outlet's name, written small: a capital begins the name itself."""
    for match in WORD.finditer(line, at):
        if line[at : match.start()].strip(" :–—-\u00a0") or match.group() not in leading_words():
            return at
        at = match.end()
    return at


def named(words: str) -> bool:
    """Whether the words behind "by" begin like a name."""
    return bool(words) and (words[0].isupper() or not words[0].isascii()) and not is_phrase(words_of(words))


def account(text: str, name: Span, label: str) -> Span | None:
    """The name of an account behind a label of several words, though written small: "Posted by weirwatcher72 at 21:14"."""
    word = ACCOUNT.match(text, name.start)
    plain = word is None or len(words_of(label)) < 2 or word[0] in function_words() or is_phrase([word[0]])
    return None if plain or word is None or word.end() < name.end else Span(*word.span())


def person_line(text: str, line: Line) -> Said | None:
    """A line that is nothing but a person's name, or begins with one before a dash or a bar."""
    at = opened(line.text)
    words = line.text[at:]
    cut = re.split(r"\s[-–—|•·]\s|\s?@|\s{2,}|[)\]]$", words, maxsplit=1)[0]
    cut = without_agency(person_in(cut.strip()))
    if cut and not is_outlet(cut) and not is_where(cut) and len(words) <= 80 and line.marked("nav") < 3:
        span = Span(line.span.start + at, line.span.start + at + len(cut))
        return Said("author", cut, span, "a line of its own with a person's name", 1)
    return None


def without_agency(name: str) -> str:
    """A person's name without the agency that stands behind it ("Ana Weller Associated Press")."""
    words = name.split()
    cut = next((size for size in range(2, len(words)) if is_agency(" ".join(words[size:]))), len(words))
    return " ".join(words[:cut])


def person_beside_day(text: str, line: Line) -> Said | None:
    """The person's name that stands by itself between the bars of a date line ("3 May 2021 | Ana Weller")."""
    parts = parted(text, line.span, BAR) if line.is_date else []
    if len(parts) == 1 and (name := before_day(line.text)):
        span = Span(line.span.start, line.span.start + len(name))
        return Said("author", name, span, "a person's name before the date", 1)
    for span in parts if len(parts) > 1 else ():
        if is_person(span.of(text)) and not is_outlet(span.of(text)) and not is_where(span.of(text)):
            return Said("author", span.of(text), span, "a person's name beside the date", 1)
    return None


def is_before_day(word: str) -> bool:
    """Whether a word may stand between a name and a day: a small word, the day of the week, a month."""
    return word in function_words() or word in weekdays() or word in month_numbers()


def before_day(line: str) -> str:
    """The person's name with which a date line opens: "Ana Weller 3 May 2021", "Ana Weller, the 5th of March"; empty for none."""
    opening = BEFORE_FIGURES.match(line)
    name, comma, rest = opening[0].partition(",") if opening else ("", "", "")
    plain = not comma or (given_name(name.partition(" ")[0].lower()) and all(map(is_before_day, words_of(rest))))
    words = name.split() if plain else []  # a paper's name stands before a comma too
    while words and (" ".join(words_of(words[-1])) in weekdays() or " ".join(words_of(words[-1])) in month_numbers()):
        words.pop()
    name = " ".join(words)
    return name if line.startswith(name) and is_person(name) and not is_outlet(name) and not is_where(name) else ""


def links(text: str, lines: Sequence[Line]) -> list[Span]:
    """The URLs that the lines show."""
    return [Span(line.span.start + m.start(), line.span.start + m.end()) for line in lines for m in URL.finditer(line.text)]
