"""A cited work as a note names it: author, title, outlet, date, told by their order, shape and marks."""

from __future__ import annotations

import re
from functools import cache

from testimonia.base.documents import Work
from testimonia.base.languages import having
from testimonia.base.phrases import TOPIC, listed, words_of
from testimonia.base.spans import Span
from testimonia.divide.dates import dates_in
from testimonia.divide.names import particles

QUOTED = re.compile(r"[“\"«„‘]([^”\"»“’]{4,300})[”\"»“’]")
URL = re.compile(r"(?:https?://|www\.)\S+")
PAGES = re.compile(r"\bpp?\.\s?\d[\d–-]*")
READ = 1000  # characters of a note that are read
NAME_WORDS = 4


@cache
def back_words(category: str) -> tuple[str, ...]:
    """The words for "the same work" in all packs, longest first."""
    found = {" ".join(words_of(phrase)) for language in having(TOPIC) for phrase in listed(language, category)}
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))


def back_reference(note: str) -> tuple[str | None, str | None]:
    """Whether a note points back (`ibid`, `op_cit`) and the surname that it names, if any."""
    words = words_of(note[:200])
    joined = " ".join(words[:8])
    if any(joined == phrase or joined.startswith(phrase + " ") for phrase in back_words("ibid")) and len(words) <= 8:
        return "ibid", None
    for phrase in back_words("op_cit"):
        at = f" {joined} ".find(f" {phrase} ")
        if at >= 0:
            before = joined[: max(0, at - 1)].split()
            return "op_cit", before[0] if before else None
    return None, None


def work_of(note: str) -> Work:
    """The work that a full note names; what cannot be told is none."""
    note = URL.sub("", note[:READ])
    dates = dates_in(note, (0, len(note)))
    when = dates[-1].value if dates else None
    rest = cut(note, dates[-1].span) if dates else note
    quoted = QUOTED.search(rest)
    title = quoted.group(1).strip(" ,.") if quoted else None
    parts = parts_of(cut(rest, Span(*quoted.span())) if quoted else rest)
    author, parts = author_of(parts, title is None)
    if title is None:
        title, outlet = title_and_outlet(parts, author)
    else:
        outlet = parts[-1] if parts else None
    return Work(title, author, outlet, when)


def cut(text: str, span: Span) -> str:
    """The text without a stretch, a comma in its place."""
    return text[: span.start] + ", " + text[span.end :]


def parts_of(text: str) -> list[str]:
    """The parts between commas, without page numbers and empty ones."""
    found = [PAGES.sub("", part).strip(" .;()\u00a0\t") for part in text.split(",")]
    return [part for part in found if part and not part.isdigit()]


def is_name(part: str) -> bool:
    """Whether a part could be (a piece of) a person's name: few words, each capitalised."""
    words = part.replace(".", " ").split()
    return 0 < len(words) <= NAME_WORDS and all(word[0].isupper() or word.lower() in particles(joining=False) for word in words)


def author_of(parts: list[str], with_title: bool) -> tuple[str | None, list[str]]:
    """The author and the parts that remain: "Surname, First name" or one full name, when enough is left for title and outlet."""
    least = 2 if with_title else 1
    if len(parts) >= least + 2 and is_name(parts[0]) and is_name(parts[1]) and len(parts[0].split()) <= 2 and len(parts[1].split()) <= 2:
        return f"{parts[1]} {parts[0]}", parts[2:]
    if len(parts) >= least + 1 and is_name(parts[0]) and 2 <= len(parts[0].split()) <= 3:
        return parts[0], parts[1:]
    return None, parts


def title_and_outlet(parts: list[str], author: str | None) -> tuple[str | None, str | None]:
    """The title and the outlet among the remaining parts: after an author title first; else the shorter end is the outlet."""
    if len(parts) < 2:
        return (parts[0] if parts else None), None
    if author is None and len(parts[0].split()) < len(parts[-1].split()):
        return ", ".join(parts[1:]), parts[0]
    return ", ".join(parts[:-1]), parts[-1]
