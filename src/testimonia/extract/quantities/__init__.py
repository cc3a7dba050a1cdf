"""Quantities: figures with their normalised values, and what they count."""

from __future__ import annotations

from spacy.tokens import Token

from testimonia.base.extractions import Attribution, Quantity, Time
from testimonia.base.ids import row_id
from testimonia.extract.parsing import Paragraph, Parsed
from testimonia.extract.quantities import counted as counting
from testimonia.extract.quantities.figures import Figure, figures, like_year
from testimonia.extract.quantities.guards import MARKER, is_quantity, zones
from testimonia.extract.quantities.holding import Holding, Zones
from testimonia.extract.quantities.lexicon import Lexicon, lexicon
from testimonia.extract.quantities.run_on import runs_on

WORD_BEHIND = 40  # characters looked at for the counted noun where there is no parse


def find_quantities(parsed: Parsed, attributions: tuple[Attribution, ...], times: tuple[Time, ...] = ()) -> tuple[Quantity, ...]:
    """The figures of an article; `attribution` is the innermost one whose content holds the figure.

    A number inside a date is no quantity, nor a fraction ("half past seven"); one inside a duration or an offset ("two years ago") is.
    """
    words, holding = lexicon(parsed.language), Holding(attributions)
    dated = Zones((time.start, time.end) for time in times)
    clocked = Zones((time.start, time.end) for time in times if time.kind == "time")
    found: list[Quantity] = []
    for paragraph in parsed.paragraphs:
        found.extend(in_paragraph(parsed, paragraph, words, (holding, dated, clocked)))
    return tuple(found)


def in_paragraph(parsed: Parsed, paragraph: Paragraph, words: Lexicon, around: tuple[Holding, Zones, Zones]) -> list[Quantity]:
    """The figures of one paragraph."""
    text = parsed.text[paragraph.start : paragraph.end]
    marker, closed = MARKER.match(text), Zones(zones(text))
    holding, dated, clocked = around
    found = []
    for figure in figures(text, words):
        place = paragraph.start + figure.core_start, paragraph.start + figure.core_end
        if closed.meet(figure.core_start, figure.core_end) or clocked.meet(*place):
            continue
        in_date = dated.meet(*place)
        named_year = not paragraph.parsed and like_year(figure)  # "2011 года"; "2000 years" are counted
        if in_date and (figure.measure not in ("duration", "age", "money", "percent") or figure.form == "fraction" or named_year):
            continue
        if is_quantity(text, words, figure, marker.end() if marker else 0):
            quantity = read(parsed, paragraph, words, (figure, holding))
            if quantity is not None:
                found.append(quantity)
    return found


def read(parsed: Parsed, paragraph: Paragraph, words: Lexicon, told: tuple[Figure, Holding]) -> Quantity | None:
    """The quantity for a figure, with what it counts; none where the parse shows that it counts nothing."""
    figure, holding = told
    if not paragraph.parsed and article(paragraph.text, figure, words):
        return None
    measure, noun = figure.measure, None
    token = counting.number_token(paragraph.doc, figure) if paragraph.parsed else None
    if token is not None and measure == "money" and counting.is_verb(paragraph.doc, figure):
        return None
    if token is not None and figure.form == "fraction" and counting.is_ordinal(paragraph.doc, figure):
        return None
    if token is not None and not measure:
        if counting.is_age(paragraph.doc, figure):
            measure = "age"
        elif refused(paragraph, figure, token, words):
            return None
    if token is not None:
        noun = counting.counted_in(paragraph.doc, figure, token) if measure in ("", "percent") or figure.hyphened else None
    elif not measure:
        noun = counter_behind(paragraph.text, figure, words) if runs_on(words) else word_behind(paragraph.text, figure)
    if not measure:
        people = noun is not None and (
            noun.words in counters(words, "people") if noun.head is None else counting.counts_people(noun.head, words)
        )
        measure = "people" if people else "count"
    span = paragraph.span(figure.start, figure.end)
    return Quantity(
        id=row_id("q", parsed.document.id, span.start, span.end),
        document=parsed.document.id, article=parsed.article.id, start=span.start, end=span.end,
        low=whole(figure.low), high=whole(figure.high), approximate=figure.approximate, measure=measure,
        unit="a" if measure == "age" else figure.unit,
        counted=noun.words if noun else None,
        counted_span=paragraph.span(noun.start, noun.end) if noun else None,
        attribution=holding.innermost(span.start, span.end),
    )  # fmt: skip


def article(text: str, figure: Figure, words: Lexicon) -> bool:
    """Whether "un", "ein" is as likely an article as a number; and behind what is a preposition too ("über einen Streit") it is one."""
    if figure.form != "words" or figure.scale != 1 or 1 not in (figure.low, figure.high):
        return False
    led = text[figure.start : figure.core_start].strip().lower()
    return figure.low == figure.high or led in words.raw.get("modifiers", {}).get("prepositions", ())


def refused(paragraph: Paragraph, figure: Figure, token: Token, words: Lexicon) -> bool:
    """Whether the parse shows a name, a pronoun or an ordinal in place of a count."""
    doc = paragraph.doc
    people = counting.people_nouns(words.language)
    return counting.is_name(doc, figure, token) or counting.mere_one(figure, token, people) or counting.anaphoric(doc, token, people)


def word_behind(text: str, figure: Figure) -> counting.Counted | None:
    """The word behind the number, where there is no parse."""
    start = figure.end
    while start < len(text) and text[start] in " \u00a0":
        start += 1
    end = start
    while end < len(text) and end - start < WORD_BEHIND and text[end].isalpha():
        end += 1
    return counting.Counted(start, end, text[start:end]) if end - start > 2 else None


def counters(words: Lexicon, kind: str) -> tuple[str, ...]:
    """The signs that a language puts between a number and what it counts, longest first: those for `people`, those for `things`."""
    return words.phrases("counters", kind)


def counter_behind(text: str, figure: Figure, words: Lexicon) -> counting.Counted | None:
    """The counter behind the number, where words are not parted by spaces."""
    for end in (figure.core_end, figure.end):  # "3人以上", "20多人"
        start = end + (text[end : end + 1] in (" ", "\u00a0"))
        met = next((word for kind in ("people", "things") for word in counters(words, kind) if text.startswith(word, start)), "")
        if met:
            return counting.Counted(start, start + len(met), met)
    return None


def whole(value: float | None) -> float | None:
    """The value without the noise of binary fractions."""
    return None if value is None else float(f"{value:.12g}")
