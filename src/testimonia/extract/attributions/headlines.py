"""Whose words a title gives: "Bridge to close in May: mayor", "Bridge to close – union", "Lund: we stay", in any language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from testimonia.base.extractions import Attribution, Mention
from testimonia.base.ids import row_id
from testimonia.base.languages import table
from testimonia.base.spans import Span, trimmed
from testimonia.extract.attributions.kinds import kind_of
from testimonia.extract.attributions.packs import offices
from testimonia.extract.attributions.quotes import Quote
from testimonia.extract.attributions.said import WORD
from testimonia.extract.attributions.speakers import Speakers
from testimonia.extract.parsing import Parsed

FIRST = re.compile(r"(?P<voice>[^:：\n]{2,60}?)\s?(?P<mark>[:：])\s+(?P<said>\S[^\n]*)")
LAST = re.compile(r"(?P<said>[^\n]*\S)\s?(?P<mark>[:：]|\s[–—-])\s+(?P<voice>[^:：\n]{2,60})")
FEWEST, MOST = 3, 5  # words of what is said at least, of whoever says it at most
SHORTEST = 4  # letters of a word for whoever speaks; shorter ones are pronouns
ENDS = ".!?…"


def of_title(
    parsed: Parsed, mentions: Sequence[Mention], speakers: Speakers, quotes: Sequence[Quote], known: Iterable[Attribution]
) -> list[Attribution]:
    """What a colon or a dash in the article's title attributes; nothing where one of the `known` rows has read the same mark."""
    title = parsed.article.title
    if title is None or parsed.text[title.end - 1 : title.end] in ENDS:
        return []
    marks = [row.cue for row in known if row.cue is not None and title.holds(row.cue)]
    for pattern in (FIRST, LAST):
        found = pattern.fullmatch(parsed.text, *title)
        if found is not None and speaks(parsed, mentions, found) and not any(cue.overlap(Span(*found.span("mark"))) for cue in marks):
            return [row(parsed, speakers, quotes, found)]
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


def row(parsed: Parsed, speakers: Speakers, quotes: Sequence[Quote], found: re.Match[str]) -> Attribution:
    """The title's words as a record."""
    source, cue = Span(*found.span("voice")), trimmed(parsed.text, Span(*found.span("mark")))
    content = (trimmed(parsed.text, Span(*found.span("said"))),)
    speaker, candidates, source_kind = speakers.of(source)
    return Attribution(
        id=row_id("t", parsed.document.id, parsed.article.id, content, cue, source),
        document=parsed.document.id,
        article=parsed.article.id,
        source=source,
        cue=cue,
        content=content,
        kind=kind_of(content, [quote for quote in quotes if content[0].holds(quote.spans[0])]),
        stance="say",
        speaker=speaker,
        speakers=candidates,
        source_kind=source_kind,
        reason="title",
    )
