"""The search language: words and "phrases", AND, OR, NOT, NEAR, brackets, a star for the rest of a word, and fields that narrow.

What is written between these is taken literally. A query that cannot be understood is refused with the place where it goes wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from testimonia.base.errors import UsageError
from testimonia.store.folding import fold

FIELDS = ("outlet", "author", "speaker", "date", "language", "file", "kind")
TOKEN = re.compile(
    rf'(?P<bracket>[()])|(?P<field>{"|".join(FIELDS)}):(?P<value>"[^"]*"?|[^\s()"]*)|(?P<phrase>"[^"]*"?)|(?P<word>[^\s()"]+)'
)
NEAR = re.compile(r"NEAR(?:/([0-9]{1,3}))?")
DATE = re.compile(r"([0-9]{4}(?:-[0-9]{2}){0,2})?(\.\.)?([0-9]{4}(?:-[0-9]{2}){0,2})?")
APART = 10  # words that may stand between two that are NEAR each other
DEEPEST = 20


class QueryError(UsageError):
    """A search that cannot be understood. `start` and `end` mark the place in the query; they are equal when something is missing there."""

    def __init__(self, query: str, why: str, place: tuple[int, int]) -> None:
        self.query, self.why, (self.start, self.end) = query, why, place
        message = f"The search “{query[:200]}” cannot be understood at character {self.start + 1}: {why}."
        super().__init__(message, "AND, OR, NOT and NEAR stand between words; in quotation marks they are words like others.")

    def __reduce__(self) -> tuple[type[QueryError], tuple[str, str, tuple[int, int]]]:  # type: ignore[override]
        return (type(self), (self.query, self.why, (self.start, self.end)))


@dataclass(frozen=True, slots=True)
class Filter:
    """A field that narrows the search: what it must hold, or must not when `wanted` is false."""

    field: str
    value: str
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed search: the expression for the index (empty for none) and the fields that narrow it."""

    match: str
    filters: tuple[Filter, ...] = ()


def parse(words: str) -> Query:
    """The words as a query.

    Raises `QueryError` when they cannot be understood.
    """
    parser = Parser(words)
    match = parser.any_of(0)
    if parser.at < len(parser.tokens):
        raise parser.wrong("this bracket was never opened")
    return Query(match, tuple(parser.filters))


class Parser:
    """Reads a query from left to right. OR binds least, then AND (also where nothing stands between words) and NOT, then NEAR."""

    def __init__(self, words: str) -> None:
        self.words = words.replace("\x00", " ")
        self.tokens = list(TOKEN.finditer(self.words))
        self.at = 0
        self.filters: list[Filter] = []

    def here(self) -> str:
        """The operator or bracket at the present place; a word is a space, and nothing is left at the end."""
        if self.at >= len(self.tokens):
            return ""
        token = self.tokens[self.at]
        if token["bracket"] or token["word"] in {"AND", "OR", "NOT"}:
            return token.group()
        return "NEAR" if token["word"] and NEAR.fullmatch(token["word"]) else "field" if token["field"] else " "

    def wrong(self, why: str, number: int | None = None) -> QueryError:
        """The error at a token, or at the end when there are no more."""
        at = self.at if number is None else number
        place = self.tokens[at].span() if at < len(self.tokens) else (len(self.words), len(self.words))
        return QueryError(self.words, why, place)

    def any_of(self, depth: int) -> str:
        """Parts between OR."""
        first, held = self.at, len(self.filters)
        parts = [self.all_of(depth)]
        while self.here() == "OR":
            self.at += 1
            parts.append(self.all_of(depth))
        if len(parts) > 1 and len(self.filters) > held:
            field = next(n for n in range(first, self.at) if self.tokens[n]["field"])
            raise self.wrong("a field narrows the whole search and cannot stand on one side of OR", field)
        return joined(parts, " OR ")

    def all_of(self, depth: int) -> str:
        """Parts that must all be there, and those after NOT that must not."""
        wanted: list[str] = [self.unit(depth)]
        unwanted: list[str] = []
        while self.here() not in ("", "OR", ")"):
            operator = self.here() if self.here() in ("AND", "NOT") else ""
            self.at += bool(operator)
            held = len(self.filters)
            found = self.unit(depth)
            if operator == "NOT":
                self.filters[held:] = [Filter(one.field, one.value, False) for one in self.filters[held:]]
            (unwanted if operator == "NOT" else wanted).append(found)
        if any(unwanted) and not any(wanted):
            raise self.wrong(
                "NOT needs words before it that are looked for", next(n for n, t in enumerate(self.tokens) if t["word"] == "NOT")
            )
        return joined([joined(wanted, " AND "), joined(unwanted, " OR ")], " NOT ")

    def unit(self, depth: int) -> str:
        """A bracket, a field, or words with those that must stand near them."""
        found = self.here()
        if found in ("", ")", "AND", "OR"):
            if found == "" and not self.tokens:
                return ""
            raise self.wrong("words are missing here" if found in ("", ")") else f"{found} needs words before and after it")
        if found == "NOT":
            if self.at + 1 < len(self.tokens) and self.tokens[self.at + 1]["field"] and self.at == 0:
                return ""  # `NOT outlet:x` alone: everything but that
            raise self.wrong("NOT needs words before and after it")
        if found == "(":
            return self.bracket(depth)
        if found == "field":
            return self.field(depth)
        return self.near_call() if found == "NEAR" else self.near()

    def bracket(self, depth: int) -> str:
        """What stands in brackets."""
        opened = self.at
        if depth >= DEEPEST:
            raise self.wrong("brackets lie too deep in one another")
        self.at += 1
        found = self.any_of(depth + 1)
        if self.here() != ")":
            raise self.wrong("this bracket is never closed", opened)
        self.at += 1
        return found

    def field(self, depth: int) -> str:
        """A field with its value, kept aside: it narrows the whole search."""
        token = self.tokens[self.at]
        value = token["value"].strip('"').strip()
        if depth:
            raise self.wrong("a field narrows the whole search and cannot stand in brackets")
        if not value:
            raise self.wrong(f"{token['field']}: needs a word after it, without a space")
        if token["field"] == "date" and (not DATE.fullmatch(value) or value == ".."):
            raise self.wrong("a date is written 2019, 2019-05 or 2019-05-03, a span of time 2018..2019-06")
        self.filters.append(Filter(token["field"], value))
        self.at += 1
        return ""

    def term(self) -> str:
        """One word or phrase."""
        if self.here() != " ":
            raise self.wrong("NEAR stands between two words or phrases")
        found = literal(self.tokens[self.at].group())
        self.at += 1
        return found

    def near(self) -> str:
        """A word or phrase, and what must stand NEAR it."""
        found, apart = [self.term()], 0
        while self.here() == "NEAR":
            apart = max(apart, self.distance())
            self.at += 1
            found.append(self.term())
        return near(found, apart)

    def near_call(self) -> str:
        """`NEAR(one two three, 5)`, the other way to write it."""
        began = self.at
        apart = self.distance()
        self.at += 1
        if self.here() != "(":
            raise self.wrong("NEAR stands between two words or phrases", began)
        self.at += 1
        found: list[str] = []
        while self.here() == " ":
            last = self.tokens[self.at].group()
            if self.at + 1 < len(self.tokens) and found and last.isdecimal() and self.tokens[self.at - 1].group().endswith(","):
                apart = int(last[:3])
                self.at += 1
            else:
                found.append(self.term())
        if self.here() != ")":
            raise self.wrong("the bracket after NEAR holds words and, after a comma, a number", began)
        self.at += 1
        return near(found, apart)

    def distance(self) -> int:
        """How many words may stand between."""
        written = NEAR.fullmatch(self.tokens[self.at].group())
        return int(written[1]) if written and written[1] else APART


def joined(parts: list[str], between: str) -> str:
    """The parts that hold something, each in brackets where there are several."""
    held = [part for part in parts if part]
    return held[0] if len(held) == 1 else between.join(f"({part})" for part in held)


def near(found: list[str], apart: int) -> str:
    """Several words or phrases as one condition of the index."""
    held = [part for part in found if part]
    return f"NEAR({' '.join(held)}, {apart})" if len(held) > 1 else "".join(held)


def literal(part: str) -> str:
    """One word or phrase as a string of the index, a prefix when it ends in a star; empty when it holds no letter and no figure."""
    bare = fold(part.strip('"'))
    prefix = "*" if bare.endswith("*") and not part.startswith('"') else ""
    return f'"{bare.rstrip("*") if prefix else bare}"{prefix}' if any(char.isalnum() for char in bare) else ""
