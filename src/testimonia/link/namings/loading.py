"""Whether a name is loaded, by the word lists of its language (`loading.toml`)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from testimonia.base.languages import primary, table

KINDS = ("pejorative", "laudatory")
LONGEST = 400  # characters of a name that are looked at


@cache
def pattern(language: str, key: str) -> re.Pattern[str] | None:
    """One list as a pattern over folded names; none when the language has none."""
    entries = table(language, "loading").get(key, ())
    if not entries:
        return None
    parts = sorted(
        {re.escape(folded(entry.replace("*", "\0"))).replace("\0", r"\w*") for entry in entries}, key=lambda part: (-len(part), part)
    )
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + r")(?!\w)")


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """The words of a name in lower case with single spaces; a hyphen is a space."""
    return " ".join(re.sub(r"[^\w\0]+", " ", name[:LONGEST].casefold()).split())


@lru_cache(maxsize=262144)
def loading(name: str, language: str | None, proper: bool) -> tuple[str, str]:
    """The loading of a name and the word that makes it; the lists of its own language, then the English ones.

    A proper name is not read as praise: bodies choose their own names, and "Holy Cross Hospital" praises nobody.
    """
    text = folded(name)
    for code in dict.fromkeys((primary(language), "en")):
        for kind in KINDS:
            found = hit(text, code, kind)
            if found and not (kind == "laudatory" and proper):
                return kind, found
    return "neutral", ""


def hit(text: str, language: str, kind: str) -> str:
    """The loaded word in a folded name; nothing when a word before it turns it round."""
    words, against = pattern(language, kind), pattern(language, "against")
    found = words.search(text) if words is not None else None
    if found is None:
        return ""
    before = text[: found.start()].rstrip()
    turned = against is not None and any(match.end() == len(before) for match in against.finditer(before))
    return "" if turned else found.group()
