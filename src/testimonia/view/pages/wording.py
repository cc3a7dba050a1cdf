"""The pages in another language: the words of the templates are looked up in a catalogue when a template is read, in this one place.

A catalogue is `words/<code>.toml`, English to the other language, each key a run of text between two tags or the value of a label.
What a catalogue lacks stays English. English needs none: it is what the templates are written in.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from functools import cache
from importlib.resources import files

from babel.units import format_unit
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

LANGUAGES = {"en": "English", "de": "Deutsch (begun)"}
PART = re.compile(r"(<[^>]*>?|^[^<>]*>)")
LENGTHS = (("year", 365.25), ("month", 30.4375), ("day", 1.0))
LABEL = re.compile(r'\b(aria-label|placeholder|title)="([^"<>]+)"')


@cache
def catalogue(language: str) -> dict[str, str]:
    """The words of a language; none for English."""
    file = files("testimonia.view.pages") / "words" / f"{language}.toml"
    if language not in LANGUAGES or not file.is_file():
        return {}
    return {key: str(value) for key, value in tomllib.loads(file.read_text("utf-8")).items()}


class Wording(Extension):
    """Says the literal text of templates in the language of the environment (its global `language`)."""

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        """The tokens of a template, its literal text said in the other language."""
        words, inside = catalogue(str(self.environment.globals.get("language", "en"))), False
        for token in stream:
            if token.type != "data":
                yield token
                continue
            yield Token(
                token.lineno, token.type, labelled(token.value, words) if within(token.value, inside) else worded(token.value, words)
            )
            opened, closed = token.value.rfind("<"), token.value.rfind(">")
            inside = opened > closed or within(token.value, inside)


def within(html: str, inside: bool) -> bool:
    """Whether a piece of a template lies wholly within a tag ("open", "selected"); `inside` tells whether it begins in one."""
    return inside and "<" not in html and ">" not in html


def worded(html: str, words: dict[str, str]) -> str:
    """A piece of a template with its texts and labels said in other words."""
    return "".join(said(part, words) for part in PART.split(html)) if words else html


def labelled(tag: str, words: dict[str, str]) -> str:
    """A tag, or a part of one, with its labels said in other words."""
    return LABEL.sub(lambda label: f'{label[1]}="{words.get(label[2], label[2])}"', tag)


def said(part: str, words: dict[str, str]) -> str:
    """One tag with its labels, or one run of text between tags, with the white space around it."""
    if part.startswith("<") or part.endswith(">"):
        return labelled(part, words)
    bare = part.strip()
    return part.replace(bare, words[bare]) if bare in words else part


def speaker(language: str) -> Callable[[str], str]:
    """The filter for words that come from code: the menu, titles."""
    words = catalogue(language)
    return lambda text: words.get(text, text)


def stretcher(language: str) -> Callable[[int], str]:
    """The filter that says a number of days as people do: in the largest unit of which it holds two at least, rounded, by CLDR."""

    def stretch(days: int) -> str:
        unit, length = next((one for one in LENGTHS if days >= 2 * one[1] - 1), LENGTHS[-1])
        return str(format_unit(round(days / length), f"duration-{unit}", "long", locale=language))

    return stretch
