"""Speech that the layout attributes: interview turns and letters, and paragraphs that are one quotation and name nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from testimonia.base.documents import Turn
from testimonia.base.extractions import Attribution, Mention
from testimonia.base.ids import row_id
from testimonia.base.spans import Span, lines, trimmed
from testimonia.extract.attributions.interviews import Interview, interview
from testimonia.extract.attributions.quotes import Quote
from testimonia.extract.attributions.speakers import Speakers
from testimonia.extract.parsing import Parsed

SHORTEST = 60  # characters of a quotation that stands as a paragraph of its own
WHOLE = 0.92  # share of the paragraph that the quotation must fill
COLON = re.compile(r"\s?[:：]\s*")
STANCES = {"question": "ask"}


def turns(parsed: Parsed, mentions: Sequence[Mention], speakers: Speakers) -> list[Attribution]:
    """One direct attribution a turn: its lines are the content; who speaks is named once by the page, so there is no source and no cue."""
    allowed = [span for span in (parsed.article.title, *parsed.article.body) if span is not None]
    voices = interview(parsed, mentions)
    found = [(turn, of_turn(parsed, turn, allowed)) for turn in parsed.article.turns]
    return [voiced(said, turn, voices, speakers) for turn, said in found if said is not None]


def voiced(said: Attribution, turn: Turn, voices: Interview, speakers: Speakers) -> Attribution:
    """A turn with who speaks it: whom its label names or gives the initials of, else whom the interview's introduction names."""
    if turn.speaker is not None:
        named = voices.initialled(turn.speaker.of(speakers.text)) or speakers.of(turn.speaker)[0] or turn.speaker
        return replace(said, speaker=named, source_kind="person")
    speaker, candidates = voices.voice(turn.kind)
    return replace(said, speaker=speaker, speakers=candidates, source_kind="person" if speaker is not None else said.source_kind)


def of_turn(parsed: Parsed, turn: Turn, allowed: Sequence[Span]) -> Attribution | None:
    """One turn, cut to the article's own text, without the label that says who speaks."""
    start = label_end(parsed.text, turn.speaker) if turn.speaker is not None and turn.speaker.start == turn.start else turn.start
    clipped = [Span(max(start, span.start), min(turn.end, span.end)) for span in allowed]
    found = [trimmed(parsed.text, line) for span in clipped if span.start < span.end for line in lines(parsed.text, span)]
    content = tuple(span for span in found if span.end > span.start)
    if not content:
        return None
    return spoken(parsed, content, STANCES.get(turn.kind, "say"), None, turn.kind)


def label_end(text: str, label: Span) -> int:
    """Where what is said begins behind a label: past its colon."""
    mark = COLON.match(text, label.end)
    return mark.end() if mark is not None else label.end


def labels(turns: Sequence[Turn]) -> frozenset[int]:
    """Where the labels of turns end: the colon behind one attributes nothing that the turn does not."""
    return frozenset(turn.speaker.end for turn in turns if turn.speaker is not None and turn.speaker.start == turn.start)


def spoken(parsed: Parsed, content: tuple[Span, ...], stance: str, speaker: Span | None, reason: str) -> Attribution:
    """Direct speech without source and cue in the text."""
    return Attribution(
        id=row_id("t", parsed.document.id, parsed.article.id, content, None, None),
        document=parsed.document.id,
        article=parsed.article.id,
        source=None,
        cue=None,
        content=content,
        kind="direct",
        stance=stance,
        speaker=speaker,
        source_kind="person" if speaker is not None else "none",
        reason=reason,
    )


def lone_quotes(parsed: Parsed, quotes: Sequence[Quote], rows: Sequence[Attribution]) -> list[Attribution]:
    """Paragraphs that are one quotation and belong to no other attribution: said by whoever was last heard, if anybody was.

    Where it is open who that is, it stays open: the voice before is not heard again. `rows` are in the order of their content.
    """
    shapes = {paragraph.start: paragraph.end for paragraph in parsed.paragraphs}
    found: list[Attribution] = []
    at, heard = 0, None
    for quote in quotes:
        while at < len(rows) and rows[at].content[0].start < quote.start:
            heard = rows[at] if heard is None or rows[at].content[-1].end > heard.content[-1].end else heard
            at += 1
        if quote.depth or quote.spans[0].end - quote.start < SHORTEST or quote.start not in shapes:
            continue
        fills = all(span.end - span.start >= WHOLE * (shapes.get(span.start, span.end) - span.start) for span in quote.spans)
        taken = any(covers(row, quote.spans[0]) for row in rows[max(0, at - 3) : at + 3])
        if fills and not taken:
            said = spoken(parsed, quote.spans, "say", heard.speaker if heard else None, "quotation paragraph")
            found.append(replace(said, speakers=heard.speakers, source_kind=heard.source_kind) if heard else said)
    return found


def covers(row: Attribution, span: Span) -> bool:
    """Whether a row already says most of a quotation."""
    return 2 * sum(own.overlap(span) for own in row.content) >= span.end - span.start
