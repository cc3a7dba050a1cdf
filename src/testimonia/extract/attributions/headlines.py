"""Whose words a title gives: "Bridge to close in May: mayor", "Bridge to close – union", "Lund: we stay", in any language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from testimonia.base.extractions import Attribution, Mention
from testimonia.base.languages import table
from testimonia.base.spans import Span, trimmed
from testimonia.extract.attributions.packs import offices
from testimonia.extract.attributions.said import WORD, Said
from testimonia.extract.parsing import Parsed

FIRST = re.compile(r"(?P<voice>[^:：\n]{2,60}?)\s?(?P<mark>[:：])\s+(?P<said>\S[^\n]*)")
LAST = re.compile(r"(?P<said>[^\n]*\S)\s?(?P<mark>[:：]|\s[–—-])\s+(?P<voice>[^:：\n]{2,60})")
FEWEST, MOST = 3, 5  # words of what is said at least, of whoever says it at most
SHORTEST = 4  # letters of a word for whoever speaks; shorter ones are pronouns
ENDS = ".!?…"


def of_title(parsed: Parsed, mentions: Sequence[Mention], known: Iterable[Attribution]) -> list[Said]:
    """What a colon or a dash in the article's title attributes; nothing where one of the `known` rows has read the same mark."""
    title = parsed.article.title
    if title is None or parsed.text[title.end - 1 : title.end] in ENDS:
        return []
    marks = [row.cue for row in known if row.cue is not None and title.holds(row.cue)]
    for pattern in (FIRST, LAST):
        found = pattern.fullmatch(parsed.text, *title)
        if found is not None and speaks(parsed, mentions, found) and not any(cue.overlap(Span(*found.span("mark"))) for cue in marks):
            voice, mark, said = (trimmed(parsed.text, Span(*found.span(name))) for name in ("voice", "mark", "said"))
            return [Said(voice, mark, (said,), "say", "title")]
    return []


def speaks(parsed: Parsed, mentions: Sequence[Mention], found: re.Match[str]) -> bool:
    """Whether the words beside the mark are somebody who speaks: a person's name, a noun for people, an office, or (at a colon) a text."""
    voice = Span(*found.span("voice"))
    words = [word.lower() for word in WORD.findall(voice.of(parsed.text))]
    if not words or len(words) > MOST or len(WORD.findall(found["said"])) < FEWEST:
        return False
    colon = found["mark"].strip() in ":："
    listed = voices(parsed.language, colon)
    person = colon and any(
        one.type == "person" and one.form == "name" and (one.start, one.end) == (voice.start, voice.end) for one in mentions
    )
    return person or words[0] in listed or words[-1] in listed


def voices(language: str, colon: bool) -> frozenset[str]:
    """The words for those who speak in a language; with `colon` those for texts too."""
    sources = table(language, "speech").get("sources", {})
    kinds = ("person", "collective", "document") if colon else ("person", "collective")
    return frozenset(word for kind in kinds for word in sources.get(kind, ()) if len(word) >= SHORTEST) | offices(language)
