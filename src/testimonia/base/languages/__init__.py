"""Language packs: one folder a language (`en`, `de`, `sq` …), one TOML file a topic. Data, not code.

Add a language by adding a folder; add a topic by adding a file. `table` gives an empty table for what a pack lacks, so a language without a
file simply goes without that knowledge.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


def primary(language: str | None) -> str:
    """The primary subtag of a BCP 47 tag: `en` for `en-GB`; `und` when unknown."""
    return (language or "und").split("-")[0].lower()


# Languages that are read by the pack of another one: standards of one language (ISO 639-3 hbs, fas, nor).
READ_AS = {"bs": "sr", "cnr": "sr", "hr": "sr", "sh": "sr", "prs": "fa", "nn": "nb", "no": "nb"}


def common(language: str | None) -> str:
    """The primary subtag of the language by whose pack a language is read: `sr` for `hr-BA`, for most languages their own."""
    return READ_AS.get(primary(language), primary(language))


@cache
def table(language: str, topic: str) -> dict[str, Any]:
    """One topic of a language pack, or an empty table."""
    file = files(__name__) / common(language) / f"{topic}.toml"
    if not file.is_file():
        return {}
    return tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def having(topic: str) -> tuple[str, ...]:
    """The languages whose pack has this topic, sorted."""
    found = (folder.name for folder in files(__name__).iterdir() if folder.is_dir() and (folder / f"{topic}.toml").is_file())
    return tuple(sorted(found))
