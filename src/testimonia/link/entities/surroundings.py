"""What stands around a name in a text, as features that hold in any language: the classes of the words beside it, and marks and edges.

The classes come from the language packs (who holds an office, bodies, places, verbs of speech …), so that what was learned in
one language holds in another; the words themselves are features too, under their language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from testimonia.base.languages import having, primary, table
from testimonia.base.languages.verbs import forms_of_saying

REACH = 4  # words on each side
WINDOW = 90  # characters on each side
TOKEN = re.compile(r"\w+(?:[-’'.]\w+)*|[^\w\s]")
LISTS = {
    "role": ("roles", "honorifics", "male_titles", "female_titles", "military_titles"),
    "kin": ("kin",),
    "people": ("persons", "groups"),
    "body": ("organisation_names", "organisations", "bodies_before", "generic_bodies"),
    "place": ("place_names", "of_places", "places_before", "places"),
    "event": ("event_names", "events"),
    "work": ("work_names", "works"),
    "where": ("where",),
    "article": ("articles",),
}
LOCAL = ("where", "article")  # small words, which mean something else in another language
SHORTEST = 4  # letters of a word that is taken for what it means in another language


@cache
def classes(language: str) -> tuple[dict[str, str], tuple[tuple[str, tuple[str, ...]], ...], tuple[tuple[str, tuple[str, ...]], ...]]:
    """What whole words, beginnings and endings say: the language's own pack before those of the others."""
    exact: dict[str, str] = {}
    starts: dict[str, set[str]] = {}
    ends: dict[str, set[str]] = {}
    for code in (*having("names"), language):
        for kind, word in telling(code, language):
            bare = word.strip("*")
            if word.endswith("*"):
                starts.setdefault(kind, set()).add(bare)
            elif word.startswith("*"):
                ends.setdefault(kind, set()).add(bare)
            else:
                exact[bare] = kind
        ends.setdefault("role", set()).update(str(table(code, "names").get("role_endings", "")).split())
    exact |= {word: "says" for word in speaking(language) if word not in exact}
    return exact, ordered(starts), ordered(ends)


def telling(code: str, language: str) -> Iterator[tuple[str, str]]:
    """The words of a pack with what they tell in a text of a language: of another's pack no small and no short ones."""
    for kind, keys in reversed(LISTS.items()):
        words = [word for key in keys for word in str(table(code, "names").get(key, "")).split()]
        if code == language:
            yield from ((kind, word) for word in words)
        elif kind not in LOCAL:
            yield from ((kind, word) for word in words if len(word.strip("*")) >= SHORTEST)


def ordered(found: dict[str, set[str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The parts of words of each class, in a fixed order."""
    return tuple((kind, tuple(sorted(part for part in parts if len(part) >= SHORTEST))) for kind, parts in sorted(found.items()))


def speaking(language: str) -> frozenset[str]:
    """The verbs of speech of a language, by their last word; none of the small words that hang something on a verb ("speaks *of*")."""
    plain = table(language, "speech").get("plain", {})
    small = {word for key in ("leads", "links", "clitics", "addressing") for word in plain.get(key, ())}
    return frozenset(form.casefold().split()[-1] for form in (forms_of_saying(language) if language != "und" else ())) - small


@lru_cache(maxsize=65536)
def class_of(word: str, language: str) -> str:
    """The class of a word in lower case; nothing when no list has it."""
    exact, starts, ends = classes(language)
    found = exact.get(word, "")
    if found or len(word) < SHORTEST:
        return found
    found = next((kind for kind, parts in starts if word.startswith(parts)), "")
    return found or next((kind for kind, parts in ends if word.endswith(parts)), "")


def sign(token: str, language: str) -> str:
    """What one token is: its class, or what it looks like."""
    if not token:
        return "edge"
    if not token[0].isalnum():
        return token
    if found := class_of(token.casefold(), language):
        return found
    return "number" if token[0].isdigit() else "capital" if token[0].isupper() else "word"


def around(text: str, start: int, end: int, language: str | None) -> list[str]:
    """The features of one place of a name in a text."""
    code = primary(language or "en")
    before = side(TOKEN.findall(text[max(0, start - WINDOW) : start].rpartition("\n")[2]), backwards=True)
    after = side(TOKEN.findall(text[end : end + WINDOW].partition("\n")[0]), backwards=False)
    found = [*looks("b", before, code), *looks("a", after, code)]
    left, right = (sign(words[0], code) for words in (before, after))
    found += [f"{left}|{right}", f"{sign(before[1], code)}|{left}", f"{right}>{sign(after[1], code)}"]
    return found


def side(tokens: Sequence[str], *, backwards: bool) -> list[str]:
    """The nearest tokens of one side, nearest first, with empty ones behind the edge of the line."""
    near = list(reversed(tokens[-REACH:])) if backwards else list(tokens[:REACH])
    return near + [""] * (REACH - len(near))


def looks(where: str, tokens: Sequence[str], language: str) -> Iterator[str]:
    """The features of one side: each place's class, the classes near by, and the words themselves."""
    for at, token in enumerate(tokens):
        kind = sign(token, language)
        yield f"{where}{at}:{kind}"
        if token and token[0].isalnum():
            if kind not in ("word", "capital", "number"):
                yield f"{where}:{kind}"
            if at < 2:
                yield f"{language}{where}{at}:{token.casefold()}"
            yield f"{language}{where}:{token.casefold()}"
