"""Who posted each text of a page: the name that stands over all of them, in the same place beside the date.

In a forum such names differ, and are often no words of a language ("weir_watch72"); in a channel or on a wall it is one name, that of
the page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from testimonia.base.phrases import words_of
from testimonia.base.spans import Span
from testimonia.divide.frames import NO_CREDIT, names_poster, own_words
from testimonia.divide.lines import Line
from testimonia.divide.members import anchors, on_members
from testimonia.divide.names import is_person, weekdays
from testimonia.divide.posts import Post

AWAY = (-4, -3, -2, -1, 1, 2, 3, 4)  # how far a name may stand from a line that all posts of a forum have
BESIDE = (-1, 1, -2, 2)  # where the name stands, in lines from the date's, the likeliest first
MEMBER_WORDS = 5  # words of a member's name
SEVERAL, FORUM = 2, 3  # posts that show one name for it to be the page's, and posts with names that differ
TOP = 8  # lines of the page among which its own name stands
# "River Watch, [12.03.2021 08:41]", "weir72, [12.03.2021 08:41]", "River Watch 12.03.2021 08:41"
BEFORE = re.compile(r"(?P<name>[^\W\d_](?:[^\[\]()<>|:]{1,50}?(?=,?\s*[\[(<]\s?\d|\s[»–—|·-]\s\d)|[^\d\[\]()<>|:]{1,50}?(?=,?\s*\d)))")


@dataclass(frozen=True, slots=True)
class Posters:
    """The name over each post, the lines that hold them, and whether it is one name, the page's own; no spans where the page shows none."""

    spans: tuple[Span, ...] = ()
    places: frozenset[int] = frozenset()
    one: bool = False


def posters_of(lines: Sequence[Line], posts: Sequence[Post]) -> Posters:
    """The names over a page's posts: on the line of each date, or all in one place beside it."""
    dated = [next((place for place in reversed(post.head) if lines[place].is_date), None) for post in posts]
    places = [place for place in dated if place is not None]
    if len(posts) < SEVERAL or len(places) < len(posts):
        found = over_all(lines, posts)
        return found if found.places else among_members(lines, posts)
    inside = [span for place in places if (span := before_day(lines[place])) is not None]
    if len(inside) == len(posts):
        return told(lines, without_label(lines, places, inside), places, True)
    for step in BESIDE:
        beside = [place + step for place, post in zip(places, posts, strict=True) if place + step in post.head]
        if len(beside) == len(posts) and (common := opening(lines, beside)):
            return Posters(common, frozenset(beside), True)
        if len(beside) == len(posts) and all(names_poster(lines[place]) for place in beside):
            found = told(lines, [lines[place].span for place in beside], beside, False)
            if found.spans:
                return found
    return among_members(lines, posts)


def opening(lines: Sequence[Line], places: Sequence[int]) -> tuple[Span, ...]:
    """The one name with which all of these lines open, where the page's top has it too and one says more ("The Weir shared a link")."""
    shortest = min((lines[place] for place in places), key=lambda line: len(line.text))
    known = any(line.text == shortest.text for line in lines[: min(TOP, places[0])])
    alike = known and is_member(shortest) and all(lines[place].text.startswith(shortest.text) for place in places)
    if not alike or all(lines[place].text == shortest.text for place in places):
        return ()
    return tuple(Span(lines[place].span.start, lines[place].span.start + len(shortest.text)) for place in places)


def among_members(lines: Sequence[Line], posts: Sequence[Post]) -> Posters:
    """The names over a forum's posts that stand as far from a line which all of them have ("Joined"): the highest of such names, since the
    rank and what else is said of a member stand below.
    """
    members = on_members(lines) if len(posts) >= FORUM else frozenset[int]()
    known = [anchors(lines, post.head) for post in posts] if members else []
    found: list[list[int]] = []
    for anchor in known[-1] if known else ():
        for step in AWAY if all(anchor in one for one in known) else ():
            places = [one[anchor] + step for one in known]
            named = all(place in post.head and place not in members for place, post in zip(places, posts, strict=True))
            if named and all(map(is_member, [lines[place] for place in places])) and len({lines[place].text for place in places}) > 1:
                found.append(places)
    best = min(found, default=[])
    return Posters(tuple(lines[place].span for place in best), frozenset(best))


def is_member(line: Line) -> bool:
    """Whether a line can be a member's name: longer than the letter in place of a picture, no labelled field, no phrase of a page."""
    few = line.shape.words <= MEMBER_WORDS and len(line.text) > 1 and any(map(str.isalpha, line.text))
    return few and max(line.shape.marks) < NO_CREDIT and ":" not in line.text and not (line.shape.ends_sentence or line.shape.date)


def over_all(lines: Sequence[Line], posts: Sequence[Post]) -> Posters:
    """The one name that the page's top has and that stands in the heads of most of several posts, dated or not."""
    heads = [{lines[place].text: place for place in post.head if names_poster(lines[place])} for post in posts]
    known = {line.text for line in lines[: min(TOP, posts[0].body[0])]} if len(posts) >= SEVERAL else set[str]()
    for name in [name for name in heads[0] if name in known] if known else ():
        places = [head[name] for head in heads if name in head]
        if 2 * len(places) > len(posts) and any(line.text == name for line in lines[: min(TOP, places[0])]):
            every = len(places) == len(posts)  # what a channel passes on bears another's name
            return Posters(tuple(lines[place].span for place in places) if every else (), frozenset(places), True)
    return Posters()


def told(lines: Sequence[Line], spans: Sequence[Span], places: Sequence[int], stamped: bool) -> Posters:
    """The names of some spans, on the lines of these places, where they are those of posters: one that the page's top has too or that the
    day itself stands behind (`stamped`), or several that are made up or full names.
    """
    starts = [(lines[place].text, lines[place].span.start) for place in places]
    names = [text[span.start - start : span.end - start] for span, (text, start) in zip(spans, starts, strict=True)]
    if len(set(names)) == 1:
        known = stamped or any(line.text == names[0] for line in lines[: min(TOP, places[0])])
        return Posters(tuple(spans), frozenset(places), True) if known else Posters()
    handles = sum(is_handle(name) for name in names)
    if len(names) >= FORUM and (2 * handles >= len(names) or all(map(is_person, names))):
        return Posters(tuple(spans), frozenset(places))
    return Posters()


def without_label(lines: Sequence[Line], places: Sequence[int], spans: Sequence[Span]) -> list[Span]:
    """The spans of names without the words that open all of them where they differ ("Posted by")."""
    starts = [lines[place].span.start for place in places]
    names = [lines[place].text[: span.end - start] for place, span, start in zip(places, spans, starts, strict=True)]
    words = zip(*(name.split(" ")[:-1] for name in names), strict=False)
    label = takewhile(lambda same: len(set(same)) == 1, words) if len(set(names)) > 1 else ()
    cut = sum(len(same[0]) + 1 for same in label)
    return [Span(start + cut, span.end) for start, span in zip(starts, spans, strict=True)]


def before_day(line: Line) -> Span | None:
    """The name before the day of a line that gives both and an hour."""
    match = BEFORE.match(line.text) if line.shape.date > SEVERAL and max(line.shape.marks) < NO_CREDIT else None
    told = match is not None and " ".join(words_of(match["name"])) not in weekdays() and (own_words(line) or is_handle(match["name"]))
    return Span(*match.span("name")).shifted(line.span.start) if match and told else None


def is_handle(name: str) -> bool:
    """Whether a name is one word that is made up for a forum: small, with a figure, a line, or a capital inside."""
    return " " not in name and (name[0].islower() or not name.isalpha() or any(map(str.isupper, name[1:])))
