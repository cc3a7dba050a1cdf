"""What a body is called for short in an article where one body only is called so.

That is the word for what it is, with a capital ("the Junta", "Junta de X"), or the saint in its name ("San X", "Hospital San X").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from testimonia.base.languages import primary
from testimonia.base.spans import Span
from testimonia.extract.mentions.found import Found, articles
from testimonia.extract.mentions.lone import saint, stem
from testimonia.extract.mentions.packs import pack
from testimonia.extract.mentions.words import words
from testimonia.extract.parsing import Parsed

MINE = re.compile(r"['’]s? ")
LONGEST = 12  # tokens of a name that is looked into


def bare_heads(parsed: Parsed, found: Sequence[Found]) -> Iterator[tuple[Span, Span]]:
    """The bare words for bodies, each with the name that it stands for: the only one of the article that begins or ends with it."""
    language = primary(parsed.language)
    called: dict[str, dict[str, Span]] = {}
    alone: list[tuple[str, Span]] = []
    for one in (one for one in found if one.form == "name" and one.last.i - one.first.i < LONGEST):
        run = [token for token in one.root.doc[one.first.i : one.last.i + 1] if token.text.casefold() not in articles(language)]
        name = " ".join(map(stem, run))
        if (len(run) == 1 and run[0].text.istitle() and heads(run[0].text, language)) or (len(run) > 1 and saint(run[0])):
            alone.append((name, one.span))
        if len(run) > 1 and one.type == "organisation":
            for short in shorter(run, language):
                called.setdefault(short, {}).setdefault(name, one.span)
    for head, span in alone:
        fitting = {name: body for name, body in called.get(head, {}).items() if name != head}
        if len(fitting) == 1:
            yield span, next(iter(fitting.values()))


def owned(parsed: Parsed, found: Sequence[Found]) -> Iterator[tuple[Span, Span]]:
    """The names that stand at the end of a longer one that says whose the body is, and the same name elsewhere if nobody else has one."""
    names = [one for one in found if one.form == "name"]
    ends = {one.span.end: one.span for one in names if MINE.search(one.text(parsed))}
    whole = {one.span: ends[one.span.end] for one in names if one.span.end in ends and one.span.start > ends[one.span.end].start}
    owners: dict[str, set[str]] = {}
    for inner, outer in whole.items():
        owners.setdefault(inner.of(parsed.text), set()).add(outer.of(parsed.text))
    first = {inner.of(parsed.text): outer for inner, outer in sorted(whole.items(), reverse=True)}
    yield from whole.items()
    for one in names:
        if one.span not in whole and len(owners.get(one.text(parsed), ())) == 1:
            yield one.span, first[one.text(parsed)]


def shorter(run: list[Token], language: str) -> set[str]:
    """What a body is called for short: its first or its last word, and the saint that it is called after ("Hospital San X")."""
    rest = run[1:] if heads(run[0].text, language) else run[:-1] if heads(run[-1].text, language) else []
    found = {stem(run[0]), stem(run[-1])}
    return found | {" ".join(map(stem, rest))} if len(rest) > 1 and saint(rest[0]) else found


def heads(word: str, language: str) -> bool:
    """Whether a word is one for a body."""
    return word.casefold() in words(language).organisation_names or pack(language).kind(word) == "organisation"
