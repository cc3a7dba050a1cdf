"""What a unit outside the articles is: furniture, a related link, a caption, a comment, a teaser."""

from __future__ import annotations

from testimonia.base.shapes import Shape, positions

RULES = (
    ("photo", 2, "caption", "opens like a picture credit"),
    ("related", 2, "related", "announces other articles"),
    ("comment", 3, "comment", "opens or closes comments"),
)


def furniture_kind(seen: Shape) -> tuple[str, str]:
    """The kind of a unit that is not article, and the reason."""
    at = positions()
    for category, least, kind, reason in RULES:
        if seen.marks[at[category]] >= least:
            return kind, reason
    return "furniture", "no running text of an article"
