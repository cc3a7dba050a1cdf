"""Templates: everything from a source is text, whatever it holds; what would reorder or hide a line is shown by its code."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from babel import Locale
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from testimonia.base.languages import primary
from testimonia.base.readable import readable
from testimonia.view.pages.ledger import STANCE_WORDS
from testimonia.view.pages.wording import Wording, speaker, stretcher

# Characters that change the order or the look of what stands around them, and those that HTML does not allow.
BIDI = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
CONTROL = [code for code in range(0x20) if code not in (0x09, 0x0A, 0x0D)] + list(range(0x7F, 0xA0))
HIDDEN = [0x200B, 0x2060, 0xFEFF]
SHOWN = {code: f"[U+{code:04X}]" for code in (*BIDI, *CONTROL, *HIDDEN)} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def visible(value: Any) -> Any:
    """The value as it is printed: text with its hidden characters shown."""
    if not isinstance(value, str) or value.isprintable() or isinstance(value, Markup):  # nearly every value has nothing to show
        return value
    return value.translate(SHOWN)


def counted(name: str, counts: dict[str, int]) -> int:
    """The count of a name, none being 0."""
    return counts.get(name, 0)


def tongue(language: str) -> Callable[[str], str]:
    """What a page in a language calls a language by its code ("sq": Albanian); what has no name there keeps its code (Unicode CLDR)."""
    names = Locale.parse(language).languages
    return lambda code: str(names.get(primary(code), code))


def environment(package: str, language: str = "en") -> Environment:
    """The templates of a package with the shared ones, in a language."""
    made = Environment(
        loader=ChoiceLoader([PackageLoader(package), PackageLoader("testimonia.view.pages")]),
        autoescape=True,
        auto_reload=False,  # a template does not change while the program runs
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=visible,
        extensions=[Wording],
    )
    made.globals["language"] = language
    made.filters["worded"] = speaker(language)
    made.filters["stretch"] = stretcher(language)
    made.globals["stance_words"] = STANCE_WORDS
    made.filters["counted"] = counted
    made.filters["tongue"] = tongue(language)
    made.filters["readable"] = readable
    return made
