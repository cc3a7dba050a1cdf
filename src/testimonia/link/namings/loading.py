"""Whether a name is loaded, by the word lists of its language (`loading.toml`)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from testimonia.base.decisions import Decision, standing
from testimonia.base.grammar import grammar
from testimonia.base.languages import primary, table
from testimonia.base.scripts import in_scripts

KINDS = ("pejorative", "laudatory")
LONGEST = 400  # characters of a name that are looked at
Rulings = frozenset[tuple[str, str, str]]  # language, entry, and `pejorative`, `laudatory` or `neutral`: what a case changes in the lists
NONE: Rulings = frozenset()


def entries(language: str, key: str, ruled: Rulings = NONE) -> tuple[str, ...]:
    """One list of a language as it is in force: the packaged one less what the case takes out, and with what it adds."""
    packaged = table(language, "loading").get(key, ())
    changed = {entry for code, entry, _ in ruled if code == language}
    added = {entry for code, entry, kind in ruled if code == language and kind == key}
    return tuple(sorted({*(entry for entry in packaged if entry not in changed), *added}))


@cache
def pattern(language: str, key: str, ruled: Rulings = NONE) -> re.Pattern[str] | None:
    """One list as a pattern over folded names; none when the language has none."""
    listed = in_scripts(entries(language, key, ruled), language)
    if not listed:
        return None
    parts = sorted(
        {re.escape(folded(entry.replace("*", "\0"))).replace("\0", r"\w*") for entry in listed}, key=lambda part: (-len(part), part)
    )
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + r")(?!\w)")


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """The words of a name in lower case with single spaces; a hyphen is a space."""
    return " ".join(re.sub(r"[^\w\0]+", " ", name[:LONGEST].casefold()).split())


@lru_cache(maxsize=262144)
def loading(name: str, language: str | None, proper: bool, ruled: Rulings = NONE) -> tuple[str, str]:
    """The loading of a name and the word that makes it; the lists of its own language, then the English ones, as the case changes them.

    A proper name is not read as praise: bodies choose their own names, and "Holy Cross Hospital" praises nobody. What the case rules to be
    neutral is looked past, also a phrase that holds a listed word.
    """
    text = folded(name)
    for code in dict.fromkeys((primary(language), "en")):
        plain = pattern(code, "neutral", ruled)
        text = plain.sub(" ", text) if plain is not None else text
        for kind in KINDS:
            found = hit(text, code, kind, ruled) or (lord(name, code) if kind == "pejorative" and not proper else "")
            if found and not (kind == "laudatory" and proper):
                return kind, found
    return "neutral", ""


def hit(text: str, language: str, kind: str, ruled: Rulings = NONE) -> str:
    """The loaded word in a folded name; nothing when a word before it turns it round."""
    words, against = pattern(language, kind, ruled), pattern(language, "against")
    found = words.search(text) if words is not None else None
    if found is None:
        return ""
    before = text[: found.start()].rstrip()
    turned = against is not None and any(match.end() == len(before) for match in against.finditer(before))
    return "" if turned else found.group()


@cache
def lordly(language: str) -> re.Pattern[str] | None:
    """The pattern of a word for a ruler behind a word for wares ("marble baron", "Marmorkönig") or with an *of* behind it."""
    held = table(language, "loading")
    lords = "|".join(sorted(map(re.escape, held.get("lords", ()))))
    wares = "|".join(sorted(map(re.escape, held.get("wares", ()))))
    of = "|".join(sorted(map(re.escape, held.get("of", ()))))
    if not lords:
        return None
    behind = rf"(?:{wares})s?[- ]?(?:{lords})" if wares else "(?!)"
    return re.compile(rf"(?<!\w)(?:{behind}|(?P<lord>(?:{lords}) (?:{of})) ?(?P<ware>[^\W\d_]+))(?!\w)", re.IGNORECASE)


def lord(name: str, language: str) -> str:
    """The ruler in a name who is lord of what nobody rules: of wares, or of what has no capital ("queen of the smugglers")."""
    words = lordly(language)
    found = words.search(name) if words is not None else None
    if found is None:
        return ""
    ware = found.group("ware")
    figurative = ware is None or ware.islower() or ware.casefold() in table(language, "loading").get("wares", ())
    return found.group().casefold() if figurative else ""


def on_the_map(name: str, language: str | None) -> bool:
    """Whether a name is that of a street, a square or a building, which praises and condemns nobody ("Butcher Street")."""
    known = (pattern(code, "streets") for code in dict.fromkeys((primary(language), "en")))
    return any(words is not None and words.search(folded(name)) is not None for words in known)


def surname(name: str, language: str | None, ruled: Rulings = NONE) -> bool:
    """Whether only the last word of a person's full name is loaded, which is the family's name then ("Ivone Carrasco")."""
    before, _, last = name.rpartition(" ")
    if grammar(language).nouns_capital:
        return False
    full = before[:1].isupper() and before.rpartition(" ")[2][:1].isupper() and last[:1].isupper()
    return full and not crowd(folded(last), language) and loading(before, language, False, ruled)[0] == "neutral"


def crowd(word: str, language: str | None) -> bool:
    """Whether a word is a noun for a body or for several people, which is no family's name ("Karlo Mafia")."""
    bodies = " ".join(str(table(primary(language), "names").get(key, "")) for key in ("organisations", "groups")).split()
    words = pattern(primary(language), "collective")
    return word in bodies or (words is not None and words.fullmatch(word) is not None)


def ruled_words(history: Iterable[Decision]) -> Rulings:
    """What the analyst ruled about words: decisions `relabel`, table `words`, targets (entry, language), value its loading."""
    found: dict[tuple[str, str], str] = {}
    for decision in standing(history):
        if decision.kind == "relabel" and decision.table == "words" and decision.value in (*KINDS, "neutral") and decision.targets:
            language = decision.targets[1] if len(decision.targets) > 1 else "en"
            found[(primary(language), decision.targets[0])] = decision.value
    return frozenset((language, entry, value) for (language, entry), value in found.items())
