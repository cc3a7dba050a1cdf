"""Names in Chinese, Japanese and Korean, which have no capitals and no spaces around names, or endings written together with them.

As in the other scripts without capitals nothing is guessed: an office, the word for a body or a place, a mark, the letters in which
names from abroad are spelt, or a list of countries and cities shows that something is a name. A name shown once is read everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from testimonia.extract.mentions.found import Found
from testimonia.extract.mentions.words import listed
from testimonia.extract.parsing import Paragraph, Parsed
from testimonia.fitted.known import known_land

LANGUAGES = frozenset(("ja", "ko", "zh"))
HAN, KANA, HANGUL = "一-鿿々", "ァ-ヺー", "가-힣"
DOTS = "・·•‧＝"
MARKED = {"zh": "《([^《》\n]{2,40})》", "ja": "『([^『』\n]{2,40})』", "ko": "[《<〈]([^《》<>〈〉\n]{2,30})[》>〉]"}
CODE = r"(?<![A-Za-z])[A-Z]{2,6}(?![A-Za-z])"
CORE = range(2, 11)  # letters of a name before the word for what it is
LAND = range(6, 1, -1)  # letters of a country's name in Chinese
JOINED = "의은는을를에"  # Korean endings that make of a word no name before an office
FULL = 3  # letters of a Korean name, and of a word that is none
OF_TWO = 2  # letters that a family name has in Japanese, and a given name in Chinese


@dataclass(frozen=True, slots=True)
class Piece:
    """A name in a paragraph, and where the office behind it ends; `shown` is set where words say what it is."""

    start: int
    end: int
    kind: str
    shown: str = ""
    whole: int = 0


def running_on(parsed: Parsed, chosen: frozenset[int], language: str) -> Iterator[Found]:
    """The names in the chosen paragraphs of these languages."""
    if language not in LANGUAGES:
        return
    read = {index: parsed.paragraphs[index] for index in sorted(chosen)}
    named = {index: list(titled(paragraph.text, language)) for index, paragraph in read.items()}
    people = {paragraph.text[one.start : one.end] for index, paragraph in read.items() for one in named[index]}
    people |= {name for paragraph in read.values() for name in spelt(paragraph.text, language)}
    again = repeated(people, language)
    for index, paragraph in read.items():
        text = paragraph.text
        rest = (*marked(text, language), *bodies(text, language), *places(text, language), *lands(text, language), *codes(text, language))
        for one in apart([*named[index], *(Piece(*match.span(1), "person") for match in again.finditer(text)), *rest]):
            yield from made(index, paragraph, one)


def apart(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces that overlap none before them, in the order of the text."""
    taken: set[int] = set()
    kept = []
    for one in pieces:
        if taken.isdisjoint(range(one.start, one.end)):
            taken.update(range(one.start, one.end))
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def made(index: int, paragraph: Paragraph, one: Piece) -> Iterator[Found]:
    """The name, and the phrase of it and the office behind it."""
    run = paragraph.doc.char_span(one.start, max(one.end, one.whole), alignment_mode="expand")
    if run is None:
        return
    span = paragraph.span(one.start, one.end)
    yield Found(index, run[0], run[-1], run[-1], span, one.kind, "name", None, "singular", shown=one.shown)
    if one.whole > one.end:
        whole = paragraph.span(one.start, one.whole)
        yield Found(index, run[0], run[-1], run[-1], whole, "person", "role", None, "singular", inner=span)


# -- people -------------------------------------------------------------------------------------------------------


@cache
def one_of(language: str, key: str) -> str:
    """The words of a list as a pattern, the longest first."""
    return "|".join(sorted(map(re.escape, listed(language, key)), key=lambda word: (-len(word), word))) or r"(?!)"


@cache
def before_office(language: str) -> re.Pattern[str]:
    """A name and the office behind it."""
    titles, families = one_of(language, "titles_behind"), one_of(language, "family_names")
    if language == "ja":
        return re.compile(rf"([{KANA}]{{2,}}(?:[{DOTS}][{KANA}]+)*|(?<![{HAN}])[{HAN}]{{2,5}})({titles})")
    if language == "ko":
        ended = rf"(?=(?:{one_of('ko', 'particles')})?(?![{HANGUL}]))"
        own, abroad = rf"(?:{families})[{HANGUL}]{{1,2}}", rf"(?:[{HANGUL}]{{1,5}} )?[{HANGUL}]{{2,6}}"
        return re.compile(rf"(?<![{HANGUL}])({own}(?= ?(?:{titles}))|(?:{own}|{abroad})(?= )) ?([{HANGUL}]{{0,2}}(?:{titles})){ended}")
    return re.compile(rf"({abroad_in_chinese()}|(?:{families})[{HAN}]{{1,2}})({titles})")


@cache
def abroad_in_chinese() -> str:
    """A name of several parts in the letters in which Chinese spells names from abroad."""
    letters = "".join(sorted(set("".join(listed("zh", "spelling")))))
    return rf"[{letters}]{{1,7}}(?:[{DOTS}][{letters}]{{1,7}})+"


@cache
def behind_office(language: str) -> re.Pattern[str]:
    """An office and a name of two or three letters behind it, family name first; in Korean up to its ending."""
    offices, families = one_of(language, "titles_before"), one_of(language, "family_names")
    if language == "ko":
        return re.compile(rf"(?:{offices}) ((?:{families})[{HANGUL}]{{2}})(?=(?:{one_of('ko', 'particles')})?(?![{HANGUL}]))")
    small = "".join(listed("zh", "small"))
    return (
        re.compile(rf"(?:{offices})((?:{families})[{HAN}](?:[{HAN}](?<![{small}]))?)(?![{HAN}]{{0,2}}[{DOTS}])")
        if language == "zh"
        else re.compile(r"(?!)()")
    )


def titled(text: str, language: str) -> Iterator[Piece]:
    """The people beside whose names an office stands."""
    for match in before_office(language).finditer(text):
        start = match.start(1) + land_before(match.group(1), language)
        if somebody(text[start : match.end(1)], language):
            yield Piece(start, match.end(1), "person", "person", match.end(2))
    for match in behind_office(language).finditer(text):
        if somebody(match.group(1), language):
            yield Piece(*match.span(1), "person", "person")


def land_before(name: str, language: str) -> int:
    """How many letters at the head of what stands before an office are a country's name or a word that names nobody, and no name."""
    first, gap, rest = name.partition(" ")
    return len(first + gap) if rest and not somebody(first, language) else 0


def somebody(name: str, language: str) -> bool:
    """Whether what stands beside an office may be a person's name."""
    nobody, offices = listed(language, "not_names"), listed(language, "titles_behind")
    words = name.split()
    if language == "ko" and any(
        word[-1] in JOINED and not (len(word) == FULL and word[0] in listed("ko", "family_names")) for word in words
    ):
        return False
    if any(word in nobody or word in offices or known_land(word) or word in listed(language, "places") for word in words):
        return False
    ends = (*listed(language, "bodies_behind"), *listed(language, "places_behind"))
    several = set(DOTS).isdisjoint(name)
    told = any(len(end) > 1 and name.endswith(end) for end in ends) or (
        name[-1:] in ends and several and language == "ja" and len(name) > OF_TWO
    )
    beginning = several and any(len(word) >= OF_TWO and (name.startswith(word) or name.endswith(word)) for word in nobody)
    return not told and not beginning


def spelt(text: str, language: str) -> Iterator[str]:
    """Names of two parts from abroad, a dot between them, as people's are; not those that end as bodies' do."""
    if language == "ko":
        return
    letters = abroad_in_chinese() if language == "zh" else rf"(?<![{KANA}{DOTS}])[{KANA}]{{2,}}[{DOTS}][{KANA}]{{2,}}(?![{KANA}{DOTS}])"
    ends = one_of(language, "bodies_behind") + "|" + one_of(language, "places_behind")
    nobody = tuple(word for word in listed(language, "not_names") if len(word) >= FULL)
    for match in re.finditer(rf"{letters}(?!{ends})", text):
        parts = re.split(rf"[{DOTS}]", match.group())
        if not re.search(rf"(?:{ends})$", match.group()) and not any(part.endswith(nobody) for part in parts):
            yield match.group()


def repeated(people: set[str], language: str) -> re.Pattern[str]:
    """The names and, of those with a dot between their parts, the last part, wherever they stand as whole words."""
    parts = {part for name in people for part in (name, *re.split(rf"[{DOTS} ]", name)[1:]) if len(part) >= OF_TWO}
    if not parts:
        return re.compile(r"(?!)()")
    letters = {"ja": KANA + DOTS, "zh": DOTS, "ko": HANGUL}[language]
    names = "|".join(sorted(map(re.escape, parts), key=lambda name: (-len(name), name)))
    ended = rf"(?=(?:{one_of('ko', 'particles')})?(?![{HANGUL}]))" if language == "ko" else rf"(?![{letters}])"
    return re.compile(rf"(?<![{letters}])({names}){ended}")


# -- bodies, places, works ----------------------------------------------------------------------------------------


def marked(text: str, language: str) -> Iterator[Piece]:
    """What stands in the marks around titles of works."""
    for match in re.finditer(MARKED[language], text):
        yield Piece(*match.span(1), "work", "work")


@cache
def ending(language: str, key: str) -> re.Pattern[str]:
    """A run of letters up to the word for what it is; one of a single letter ends the run, or an office follows it."""
    words = sorted(listed(language, key), key=lambda word: (-len(word), word))
    several = "|".join(re.escape(word) for word in words if len(word) > 1) or r"(?!)"
    single = "".join(word for word in words if len(word) == 1)
    letters = {"ja": f"{HAN}{KANA}A-Za-z・", "zh": f"{HAN}", "ko": f"{HANGUL}A-Za-z"}[language]
    over = rf"(?![{letters}])|(?=[{KANA}])|(?={one_of(language, 'titles_behind')})"
    if language == "ko":
        over = rf"(?=(?:{one_of('ko', 'particles')})?(?![{letters}]))"
        return re.compile(rf"(?<![{letters}])([{letters}]{{2,10}}?)({several}|[{single or '가'}]){over}")
    if language == "zh":
        apart = "".join(listed("zh", "small"))
        letter, opened = rf"(?:[{letters}](?<![{apart}]))", rf"(?:(?<=[{apart}])|(?<![{letters}]))"
        return re.compile(rf"({opened}{letter}{{2,3}}(?=[{single or '々'}])|{letter}{{2,8}}?(?={several}))({several}|[{single or '々'}])")
    opened = rf"(?:(?<![{letters}])|(?<=[{single or '々'}])(?=[{KANA}]))"
    return re.compile(rf"{opened}([{letters}]{{2,12}}?)((?:{several})(?!会|員)|[{single or '々'}](?:{over}))")


def bodies(text: str, language: str) -> Iterator[Piece]:
    """Bodies by the word that ends their names, from the country's name on where one stands in it."""
    for match in ending(language, "bodies_behind").finditer(text):
        core = match.group(1)
        at = begun(core, language)
        ministry = match.group(2) in listed(language, "ministries")
        if len(core) - at in CORE and (ministry or not plain(core[at:], language)):
            yield Piece(match.start(1) + at, match.end(2), "organisation", "organisation")


def begun(core: str, language: str) -> int:
    """Where a body's name begins in the letters before the word for it: at a country in Chinese, at Latin letters, behind "former"."""
    if language == "zh":
        return next((i for i in range(len(core)) if land_at(core, i, language)), 0)
    latin = re.search(r"[A-Za-z]+$", core)
    return latin.start() if latin is not None else int(core[:1] in listed(language, "former") and len(core) > OF_TWO)


def places(text: str, language: str) -> Iterator[Piece]:
    """Places by the word that ends their names."""
    for match in ending(language, "places_behind").finditer(text):
        ends_so = any(match.group().endswith(word) for word in listed(language, "no_places"))
        if not ends_so and not plain(match.group(1), language) and len(match.group(1)) <= LAND[0] * 2:
            yield Piece(match.start(1), match.end(2), "place", "place")


def plain(core: str, language: str) -> bool:
    """Whether what stands before the word for a body or a place is or begins with a word that tells none from others."""
    return any(core == word or (len(word) >= OF_TWO and core.startswith(word)) for word in listed(language, "not_names"))


def lands(text: str, language: str) -> Iterator[Piece]:
    """Countries and cities that the world knows."""
    if language == "zh":
        for i in range(len(text)):
            if (length := land_at(text, i, language)) > 0:
                yield Piece(i, i + length, "place")
        return
    run = rf"[{KANA}]{{2,}}|[{HAN}]{{2,}}" if language == "ja" else rf"[{HANGUL}]{{2,}}"
    ends = listed(language, "particles") | {""}
    for match in re.finditer(run, text):
        word = match.group()
        lengths = (len(word),) if KANA[0] <= word[0] <= KANA[2] else range(min(len(word), LAND[0] + 1), 1, -1)
        fitting = (n for n in lengths if known(word[:n], language) and (language != "ko" or word[n:] in ends))
        if (length := next(fitting, 0)) > 0:
            yield Piece(match.start(), match.start() + length, "place")


def land_at(text: str, i: int, language: str) -> int:
    """How long the country's or city's name is that begins at a letter; 0 where none does."""
    return next((n for n in LAND if i + n <= len(text) and known(text[i : i + n], language)), 0)


def known(word: str, language: str) -> bool:
    """Whether a word is the name of a country or a well-known city."""
    return word in listed(language, "places") or known_land(word)


def codes(text: str, language: str) -> Iterator[Piece]:
    """Acronyms in Latin capitals."""
    for match in re.finditer(CODE, text):
        if match.group() not in listed(language, "not_names"):
            yield Piece(*match.span(), "organisation")
