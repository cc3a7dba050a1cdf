"""The names of bodies that are known everywhere, as they are written: international ones, agencies, papers, makers, platforms and clubs."""

from __future__ import annotations

from functools import cache

from testimonia.base.languages import table


@cache
def famous() -> frozenset[str]:
    """All the names: those of news agencies in full, of papers and other brands, and of international bodies in all their languages."""
    bodies = table("und", "bodies").get("bodies", {})
    return frozenset((*reporting(), *brands(), *(name for names in bodies.values() for name in names)))


@cache
def reporting() -> frozenset[str]:
    """What news agencies, papers and agencies of pictures are called."""
    agencies, others = table("und", "agencies"), table("und", "brands")
    return frozenset((*agencies["names"], *agencies["outlets"], *others["outlets"], *others["pictures"]))


@cache
def brands() -> frozenset[str]:
    """What makers, shops, platforms, papers, clubs and institutes are called."""
    return frozenset(name for names in table("und", "brands").values() for name in names)
