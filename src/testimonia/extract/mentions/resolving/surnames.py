"""A single word stands for the one full name of the article that ends, or begins, with it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import takewhile

from testimonia.extract.mentions.found import Found, locative
from testimonia.extract.mentions.offices import is_title
from testimonia.extract.mentions.packs import PARTICLES
from testimonia.extract.mentions.resolving.book import Book
from testimonia.extract.parsing import Parsed

NEVER = 5  # of so many uses as a place's name none says where anything is: then it may be a surname


def surnames(parsed: Parsed, found: Sequence[Found], book: Book) -> None:
    """Let a single word stand for the one full name in the article that ends (or begins) with it."""
    full: dict[str, list[Found]] = defaultdict(list)
    singles = []
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for one in found:
        if one.form != "name":
            continue
        name = one.folded(parsed)
        kinds[name][one.type] += 1
        parts = name.split()
        if family(one, parsed).count(" ") == 0:
            singles.append(one)
        elif len(parts) <= 5:
            full[" ".join(parts)].append(one)
    people = {name: held for name, held in full.items() if kinds[name]["person"] > 0 and whole(name, full)}
    by_part: dict[str, dict[str, list[Found]]] = defaultdict(dict)
    for name, held in sorted(people.items()):
        for part in (name.split()[0], name.split()[-1]):
            by_part[part][name] = held
    lying = Counter(one.text(parsed).casefold() for one in singles if one.type == "place" and locative(one))
    for one in singles:
        name = one.folded(parsed)
        elsewhere = kinds[name]["group"] + (kinds[name]["place"] if lying[name] * NEVER >= kinds[name]["place"] else 0)
        if elsewhere <= sum(kinds[name].values()) / 2:
            choose_full(one, by_part.get(family(one, parsed), {}), book)


def family(one: Found, parsed: Parsed) -> str:
    """A name in small letters without the small words that it begins with ("lindau" for "von der Lindau")."""
    small = sum(1 for _ in takewhile(PARTICLES.__contains__, one.text(parsed).split()[:-1]))
    return " ".join(one.folded(parsed).split()[small:])


def whole(name: str, full: dict[str, list[Found]]) -> bool:
    """Whether a full name is not a shorter one of the same article with a word of the sentence before or behind it."""
    parts = name.split()
    shorter = (" ".join(parts[i:j]) for i in range(len(parts)) for j in range(i + 2, len(parts) + 1) if j - i < len(parts))
    return not any(len(full.get(short, ())) >= len(full[name]) for short in shorter)


def choose_full(one: Found, fitting: dict[str, list[Found]], book: Book) -> None:
    """The full name a surname stands for: the only one, else the candidates, and nothing is chosen."""
    if len(fitting) == 1:
        held = next(iter(fitting.values()))
        before = [h for h in held if h.span.end <= one.span.start]
        book.link(one.span, (before[-1] if before else held[0]).span)
        if 2 * sum(full.type == "person" for full in held) > len(held):
            book.people.add(book.root(one.span))
    elif (holder := in_office(one, fitting)) is not None:
        choose_full(one, {holder: fitting[holder]}, book)
    elif fitting:
        book.candidates[one.span] = tuple(sorted(held[0].span for held in fitting.values()))[:5]


def in_office(one: Found, fitting: dict[str, list[Found]]) -> str | None:
    """The only full name that fits and stands behind the title that a surname stands behind ("Minister X", and Ana X her daughter)."""
    title = title_of(one)
    names = [name for name, held in fitting.items() if any(title_of(other) == title for other in held)] if title else []
    return names[0] if len(names) == 1 else None


def title_of(one: Found) -> str:
    """The office right before a name; nothing where there is none."""
    word = one.first.nbor(-1) if one.first.i > 0 else None
    return word.text.casefold() if word is not None and is_title(word) else ""
