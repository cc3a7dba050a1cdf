"""What a number is not: part of a name, a list marker, a footnote, a telephone number, an ordinal, a score, an address on the net."""

from __future__ import annotations

import re

from testimonia.base.phrases import any_of
from testimonia.extract.quantities.figures import Figure
from testimonia.extract.quantities.lexicon import Lexicon

NET = re.compile(
    r"(?:https?://|www\.|\S{1,200}@)\S{1,2000}|\b[\w-]{1,80}(?:\.[\w-]{1,80}){0,4}\.(?:com|org|net|info|html?|php|co|gov|edu)(?:/\S{0,2000})?"
)
PHONE = re.compile(
    r"(?:\+|\b00)\d{1,3}[\s().-]{0,2}\d[\d\s().-]{5,24}\d|\(\d{2,5}\)\s?\d{3}[\s.-]\d{3,5}|\b\d{3}[.-]\d{3}[.-]\d{4}\b"
    r"|(?<![\w.,])0\d{2,4}(?:[\s/-]\d{2,5}){1,4}\b"
)
IN_SENTENCE = re.compile(r"\w\s$")
LONG_WORD = re.compile(r"[^\W\d_]{4,}")
MARKER = re.compile(r"\s*(?:[(\[]?\d{1,3}[.)\]](?:\s|$)|\d{1,3}\s*$)")
IN_NAME = re.compile(r"[«\"“„‘](?=[^\W\d_])[^«»\"“”„‘.!?]{1,40}\s$")  # a name that is quoted, up to a number in it
END_OF_QUOTED = re.compile(r"[»\"”“’]")
DOTTED = re.compile(r"\.\s(?P<next>[^\W\d_])")
BRACKETED = re.compile(r"[\[({]\s*$")
CLOSED = re.compile(r"\s*[\])}]")
SIGNS = ("§", "§§", "№", "#", "n°", "nº")
ORDINAL = re.compile(r"(?:st|nd|rd|th|º|ª|°[^cf])\b|\.?\s?(?:er|ème|ième)\b|:(?:a|e|s|n|dje|nde|ta|tä|een|ään)\b")


def zones(text: str) -> list[tuple[int, int]]:
    """Stretches in which no number counts anything: addresses on the net, telephone numbers."""
    if not any(map(str.isdigit, text)):
        return []
    return [(m.start(), m.end()) for pattern in (NET, PHONE) for m in pattern.finditer(text)]


def is_quantity(text: str, lexicon: Lexicon, figure: Figure, marker_end: int) -> bool:
    """Whether the signs around a number let it be a quantity."""
    if figure.form == "doubt" or (figure.low is None and figure.high is None) or figure.core_end <= marker_end:
        return False
    if figure.form == "words" and figure.scale == 1 and in_name(text, figure.core_start):
        return False
    if ranked(text, lexicon, figure) or (figure.form == "fraction" and no_share(text, lexicon, figure)):
        return False
    if figure.measure in ("money", "percent", "age"):
        return clear_of_letters(text, lexicon, figure)
    return (
        clear_of_letters(text, lexicon, figure)
        and not in_brackets(text, figure)
        and not ends_quoted_name(text, figure)
        and not dotted(text, lexicon, figure)
        and not scored(text, figure)
        and not named(text, lexicon, figure)
    )


def in_name(text: str, start: int) -> bool:
    """Whether the word is a name's ("the Six-Day War"): it has a capital inside a sentence, and not nearly all words have one."""
    if not text[start : start + 1].isupper() or not IN_SENTENCE.search(text, max(0, start - 2), start):
        return False
    words: list[str] = LONG_WORD.findall(text)
    return 4 * sum(map(str.islower, words)) >= len(words)


def no_share(text: str, lexicon: Lexicon, figure: Figure) -> bool:
    """Whether what looks like a share is a part of time or of a word ("the second half", "half back", "an hour and a half")."""
    told = lexicon.raw.get("no_share", {})
    before, after = text[max(0, figure.start - 16) : figure.start].lower().split(), text[figure.end : figure.end + 12].lower()
    ahead = bool(before) and (before[-1] in told.get("before", ()) or " ".join(before[-2:]) in told.get("before", ()))
    return ahead or re.match(rf"[\s-](?:{any_of(told.get('behind', ()))})(?!\w)", after) is not None


def ranked(text: str, lexicon: Lexicon, figure: Figure) -> bool:
    """Whether the words around a number, which the language writes to it, make it one in an order or one side of a score ("第3", "3位")."""
    ranks = lexicon.raw.get("ranks")
    if not ranks or figure.measure in ("money", "percent"):
        return False
    end = figure.end if figure.measure else figure.core_end
    ahead, after = text[max(0, figure.core_start - 4) : figure.core_start].rstrip(), text[end : end + 8].lstrip()
    counted = (word + mark for word in lexicon.counters for mark in ranks.get("with_counter", ()))
    return ahead.endswith(tuple(ranks["before"])) or after.startswith((*ranks["behind"], *counted))


def written_with(text: str, lexicon: Lexicon, figure: Figure) -> bool:
    """Whether only a letter that a language writes together with any word stands right before the number (Hebrew "in-12")."""
    letters = tuple(lexicon.raw.get("grammar", {}).get("written_with", ()))
    before = text[max(0, figure.core_start - 4) : figure.core_start]
    return any(before.endswith(each) and not before[: -len(each)][-1:].isalnum() for each in letters)


def clear_of_letters(text: str, lexicon: Lexicon, figure: Figure) -> bool:
    """Whether the number stands on its own, not inside a name or code ("G20", "MH-17", "x_2019", "21st", "3D")."""
    ahead = text[figure.core_start - 1 : figure.core_start]
    beyond = text[figure.core_start - 2 : figure.core_start - 1] if figure.core_start > 1 else ""
    if ahead and ((ahead.isalnum() and ahead < "\u2e80") or ahead in "_#@№§/\\*^") and figure.start == figure.core_start:
        return False
    if ahead in ("'", "’", "‘") and not beyond.isalnum() and figure.core_end - figure.core_start == 2 and figure.start == figure.core_start:
        return False
    joined = ahead in ("-", "–", ".", ":", ",", "'", "’") and beyond.isalnum() and figure.start == figure.core_start
    if joined and not written_with(text, lexicon, figure):
        return ahead == "," and not beyond.isdigit()
    if figure.end > figure.core_end:
        return True
    after, next_one = text[figure.core_end : figure.core_end + 1], text[figure.core_end + 1 : figure.core_end + 2]
    if after and ((after.isalpha() and after < "\u2e80") or after in "_#@/\\°"):
        return after == "/" and not next_one.isalnum()
    if after in ("-", "–") and next_one.isalnum():
        return False
    return not (after in ":." and next_one.isdigit()) and not ORDINAL.match(text, figure.core_end)


def in_brackets(text: str, figure: Figure) -> bool:
    """Whether nothing but the number stands in the brackets: a footnote, a year, a shirt number."""
    opened = BRACKETED.search(text, max(0, figure.start - 2), figure.start)
    return bool(opened and CLOSED.match(text, figure.end))


def ends_quoted_name(text: str, figure: Figure) -> bool:
    """Whether the number ends a short name in quotation marks ("Channel 1")."""
    if figure.measure or figure.form != "digits" or figure.start != figure.core_start or not END_OF_QUOTED.match(text, figure.end):
        return False
    met = IN_NAME.search(text, max(0, figure.start - 44), figure.start)
    return met is not None and text[met.start() + 1].isupper()


def dotted(text: str, lexicon: Lexicon, figure: Figure) -> bool:
    """Whether a point makes the number an ordinal, in languages that write it so ("zum 25. Geburtstag", "84. schůze")."""
    grammar = lexicon.raw.get("grammar", {})
    met = DOTTED.match(text, figure.core_end) if grammar.get("dot_ordinals") and figure.form == "digits" and not figure.measure else None
    if met is None or figure.core_end - figure.core_start > 3:
        return False
    before = text[max(0, figure.core_start - 12) : figure.core_start].lower().split()
    return met["next"].islower() or (bool(before) and before[-1] in grammar.get("dot_led", ()))


def scored(text: str, figure: Figure) -> bool:
    """Whether the number is one side of a score or a ratio ("3-1", "2:1")."""
    around = text[max(0, figure.core_start - 2) : figure.core_start] + "|" + text[figure.core_end : figure.core_end + 2]
    return bool(re.search(r"\d[-–−:]\||\|[-–−:]\d", around))


def named(text: str, lexicon: Lexicon, figure: Figure) -> bool:
    """Whether a noun right before the number makes it a number in a name ("Article 5", "page 12")."""
    nouns = lexicon.raw.get("named", {}).get("before", ())
    if figure.start != figure.core_start or figure.measure:
        return False
    word = text[max(0, figure.start - 24) : figure.start].rstrip()
    if len(word) == len(text[max(0, figure.start - 24) : figure.start]):
        return False
    last = re.split(r"['’]", word.split()[-1].lower())[-1] if word.split() else ""
    return last in SIGNS or last in nouns or last.removesuffix("s") in nouns
