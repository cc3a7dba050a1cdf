"""What a unit outside the articles is: furniture, a related link, a caption, a comment, a teaser."""

from __future__ import annotations

from collections.abc import Sequence

from testimonia.base.shapes import Shape, positions

THREAD, HEAD_WORDS = 3, 18  # heads that make a thread of comments, and the words of one at most
THREAD_KIND = ("comment", "in a thread of dated comments")
RULES = (
    ("photo", 2, "caption", "opens like a picture credit"),
    ("related", 2, "related", "announces other articles"),
    ("comment", 3, "comment", "opens or closes comments"),
)


def comments_from(shapes: Sequence[Shape]) -> int:
    """The unit from which a page is a thread of comments: dated lines that announce what somebody says recur from there; else the page's end."""
    heads = [place for place, seen in enumerate(shapes) if seen.date >= 2 and seen.ends_colon and seen.words <= HEAD_WORDS]
    return heads[0] if len(heads) >= THREAD else len(shapes)


def furniture_kind(seen: Shape) -> tuple[str, str]:
    """The kind of a unit that is not article, and the reason."""
    at = positions()
    for category, least, kind, reason in RULES:
        if seen.marks[at[category]] >= least:
            return kind, reason
    return "furniture", "no running text of an article"
