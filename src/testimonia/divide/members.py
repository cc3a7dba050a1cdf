"""What a forum shows of who posts, beside the name: a rank, since when a member; neither is a date, a title or a name of the post."""

from __future__ import annotations

from collections.abc import Sequence

from testimonia.base.phrases import told
from testimonia.divide.gaps import pattern
from testimonia.divide.lines import Line

OPENING = 3  # words before a day that say since when somebody is a member
FORUM = 2  # lines on members that make a page a forum
LONGEST = 12  # words of a line on a member


def is_since(lines: Sequence[Line], place: int) -> bool:
    """Whether a date line tells since when somebody is a member: "Joined: 3 March 2009", or a day below "Join date"."""
    if not lines[place].is_date:
        return False
    opening = lines[place].shape.tokens[:OPENING]
    labels = {" ".join(opening[:size]) for size in range(1, len(opening) + 1)}
    above = " ".join(lines[place - 1].shape.tokens) if place else ""
    return above in told("joined") or not labels.isdisjoint(told("joined"))


def is_rank(line: Line) -> bool:
    """Whether a line is a member's rank and nothing else ("Senior Member")."""
    return line.shape.words <= OPENING and " ".join(line.shape.tokens) in told("ranks")


def is_label(line: Line) -> bool:
    """Whether a line is nothing but the words before the day of a member ("Joined")."""
    return line.shape.words <= OPENING and " ".join(line.shape.tokens) in told("joined")


def on_members(lines: Sequence[Line]) -> frozenset[int]:
    """The places of the lines on members; none where the page is no forum."""
    short = [place for place, line in enumerate(lines) if line.shape.words <= LONGEST and line.kind != "article"]
    since = [place for place in short if is_since(lines, place)]
    found = (
        frozenset(place for place in short if is_rank(lines[place]) or is_label(lines[place])).union(since) if since else frozenset[int]()
    )
    return found if len(found) >= FORUM else frozenset()


def anchors(lines: Sequence[Line], head: Sequence[int]) -> dict[str, int]:
    """The lines of a post's head that may come again in the others (figures aside), each at its last place."""
    return {pattern(lines[place]): place for place in head if not lines[place].is_date}
