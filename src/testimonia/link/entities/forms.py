"""The normal form of a name: what is compared when two spellings meet.

Scripts are brought to Latin letters by anyascii; letters of another script that only look like the word's own are read as the word's own.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache

from anyascii import anyascii

from testimonia.base.languages import having, table

LONGEST = 200  # characters of a name that are compared
INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe00-\ufe0f]")
APOSTROPHES = str.maketrans("’‘ʼ`´ʻ", "''''''")
POSSESSIVE = re.compile(r"(?:'s|(?<=s)')(?!\w)")
ARABIC = str.maketrans({"ي": "ی", "ى": "ی", "ئ": "ی", "ك": "ک", "ة": "ه", "أ": "ا", "إ": "ا", "آ": "ا", "ؤ": "و", "ـ": "", "ٱ": "ا"})
# Letters of two scripts that are drawn alike, as in the Unicode table of confusables (the basic letters).
LOOKALIKES = {
    "LATIN": str.maketrans(
        "аесорхуіјѕԁһкмтвнгАВЕКМНОРСТХІЈЅαορνικυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
        "aecopxyijsdhkmtbhrABEKMHOPCTXIJSaopvikuABEZHIKMNOPTYX",
    ),
    "CYRILLIC": str.maketrans("aecopxyijsABEKMHOPCTXIJS", "аесорхуіјѕАВЕКМНОРСТХІЈЅ"),
}
NUMBERS = {word: str(value) for value, word in enumerate(str(table("en", "names").get("number_words", "")).split())}
HOST = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,3}[a-z]{2,8}", re.IGNORECASE)
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
UNVOWELLED = ("ARABIC", "HEBREW")
ARTICLE = re.compile(r"(?<!\w)ال(?=\w{3})")


@lru_cache(maxsize=65536)
def script_of(char: str) -> str:
    """The script of a letter, by the first word of its Unicode name."""
    return unicodedata.name(char, "?").split()[0] if char.isalpha() else ""


def scripts(word: str) -> Counter[str]:
    """How many letters of each script a word has."""
    return Counter(script for script in map(script_of, word) if script)


def warning(name: str) -> str:
    """What is wrong with how a name is written, in words; empty when nothing is."""
    found = []
    if INVISIBLE.search(name):
        found.append("invisible or direction-changing characters")
    if any(len(set(scripts(word)) & {"LATIN", "CYRILLIC", "GREEK"}) > 1 for word in WORD.findall(name[:LONGEST])):
        found.append("letters of several scripts in one word")
    return "; ".join(found)


def label(host: str) -> str:
    """The telling part of a host in plain letters: the longest one before its last point ("news.my-paper.org" gives "mypaper")."""
    parts = host.casefold().split(".")[:-1]
    return max(parts, key=len).replace("-", "") if parts else ""


def safe(name: str) -> str:
    """The name without invisible characters, with look-alikes read in the script that the word is mostly written in."""
    text = unicodedata.normalize("NFKC", INVISIBLE.sub("", name[: LONGEST * 4])[:LONGEST]).translate(APOSTROPHES)
    return WORD.sub(lambda match: one_script(match.group()), text)


def one_script(word: str) -> str:
    """A word of mixed Latin, Cyrillic and Greek letters in the script of most of them."""
    if word.isascii():
        return word
    counted = scripts(word)
    mixed = [script for script in ("LATIN", "CYRILLIC", "GREEK") if counted[script]]
    if len(mixed) < 2:
        return word
    most = max(mixed, key=lambda script: counted[script])
    return word.translate(LOOKALIKES.get(most, LOOKALIKES["LATIN"]))


@cache
def listed(key: str) -> frozenset[str]:
    """English words under a key of the name tables."""
    return frozenset(str(table("en", "names").get(key, "")).split())


@cache
def genitives() -> frozenset[str]:
    """Small words of Romance and Germanic languages between a noun and what it is of."""
    return frozenset(f"{table('und', 'names')['genitive_words']} {table('und', 'names')['small_inside']}".split())


@cache
def after_head() -> re.Pattern[str]:
    """The small word in a name that what the name is stands before, and not behind ("Sons of the Mountains")."""
    return re.compile(f" (?:{'|'.join(sorted(listed('behind_head') | genitives()))}) ")


@cache
def sons() -> frozenset[str]:
    """Words between a name and the father's ("bin", "ibn")."""
    return frozenset(str(table("und", "names")["sons"]).split())


@cache
def passing() -> frozenset[str]:
    """English words of quantity and of mere degree: no part of what anybody is called."""
    return listed("quantifiers") | listed("slight")


def with_article(article: str, name: str) -> str:
    """A name with its article before it, as it is written ("the Front", "l’Alliance")."""
    return f"{article}{name}" if article[-1:] in ("'", "’") else f"{article} {name}"


@cache
def shed() -> frozenset[str]:
    """Words before a noun that are no part of what anybody is called: articles of all languages, and words of quantity and degree."""
    articles = (str(table(language, "names").get("articles", "")).split() for language in having("names"))
    return frozenset().union(*articles) | passing()


@lru_cache(maxsize=262144)
def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name in Latin letters, without honorifics, articles and possessive marks; "Y of X" comes as "X Y"."""
    text = safe(name)
    inverted = re.fullmatch(r"\s*([^\W\d_][\w'-]*), ([^\W\d_][\w' -]*?)\s*", text)
    if inverted:
        text = f"{inverted.group(2)} {inverted.group(1)}"
    text = anyascii(text.translate(ARABIC)).casefold().replace("`", "")
    text = POSSESSIVE.sub(" ", re.sub(r"(?<=\b[a-z])\.(?=[a-z]\b)", "", text))
    parts = [part.replace("'", "") for part in re.findall(r"[a-z0-9]+(?:'[a-z0-9]+)*", text)]
    while len(parts) > 1 and parts[0] in listed("honorifics") | listed("articles"):
        parts.pop(0)
    parts = [parts[0], *(NUMBERS.get(part, part) for part in parts[1:])] if parts else parts
    if "of" in parts[1:-1] and parts.count("of") == 1:
        at = parts.index("of")
        tail = [part for part in parts[at + 1 :] if part != "the"]
        parts = [*tail, *parts[:at]] if tail else parts
    return tuple(parts)


def without_articles(name: str) -> str:
    """A name in Arabic letters without the articles that its words begin with."""
    return ARTICLE.sub("", name[:LONGEST])


def normal(name: str) -> str:
    """The key under which equal names meet."""
    return " ".join(words_of(name))


SOUNDS = (
    ("tch", "c"), ("ts", "c"), ("dzh", "j"), ("sch", "s"), ("zh", "j"), ("sh", "s"), ("ch", "c"), ("kh", "h"), ("gh", "k"),
    ("dh", "d"), ("th", "t"), ("ph", "f"), ("dj", "j"), ("ck", "k"), ("x", "ks"), ("q", "k"), ("w", "v"), ("c", "k"),
)  # fmt: skip


@lru_cache(maxsize=262144)
def skeleton(word: str) -> str:
    """The consonants of a word as they sound in most transliterations: the same for spellings that differ in vowels or doubled letters."""
    for spelling, sound in SOUNDS:
        word = word.replace(spelling, sound)
    bare = re.sub(r"[aeiouy]", "", word)
    bare = re.sub(r"h(?=$|[^aeiouy])", "", bare) or bare
    return re.sub(r"(.)\1+", r"\1", bare) or word[:1]


def unvowelled(name: str) -> bool:
    """Whether a name is written in a script that leaves most vowels out."""
    return any(script in UNVOWELLED for script in scripts(name[:LONGEST]))
