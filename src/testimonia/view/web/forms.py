"""The forms below a line of the ledger, which differ by its id alone: made once for each stance, and the id put in."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from jinja2 import Environment
from markupsafe import Markup, escape

PLACE = "the-id-of-this-line"


def forms_of_line(templates: Environment) -> Callable[[str, str], Markup]:
    """The function that gives the forms of a line by its id and stance."""

    @lru_cache(64)
    def made(stance: str) -> str:
        return str(templates.get_template("acts.html").module.line_forms(PLACE, stance))  # type: ignore[attr-defined]

    return lambda id, stance: Markup(made(stance).replace(PLACE, str(escape(id))))  # noqa: S704 - a template's own output
