"""Speech in a language without a parser: quotation marks and the words of its pack (`speech.toml`), nothing else.

Direct speech with its speaker; the common indirect forms: verb and conjunction ("sagte, dass …"), verb and colon, a clause behind the
comma of a verb of saying, the inserted clause of saying ("…, sagte X."), "according to", and sentences in the mood of reported speech,
which go on with the voice heard last. Every pattern looks within one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from testimonia.base.spans import Span
from testimonia.extract.attributions.dialogue import DIALOGUE, Spoken, in_quotation, spoken_turn
from testimonia.extract.attributions.packs import Speech
from testimonia.extract.attributions.phrases import trim
from testimonia.extract.attributions.quotes import Quote
from testimonia.extract.attributions.runon import RunOn
from testimonia.extract.attributions.said import GROUND, QUOTED, REPORTED, TAKEN_UP, WORD, Said
from testimonia.extract.attributions.sentence import Sentence, speaks
from testimonia.extract.attributions.verblast import VerbLast
from testimonia.extract.attributions.voices import Voices

SENTENCE_END = re.compile(  # in Chinese and Japanese without a space; a mark that closes a quotation may stand behind the stop
    r"(?<![.!?؟۔。…])[.!?؟۔。…]++[\"”“»«’']*+(?=\s|$)|;(?=\s)|[。！？]++(?![」』”’）)])|(?<=[。！？])[」』”]"
)
CLOSERS = "\"”“»«’')]%‰"
WIDE_CLOSERS = ("」", "』", "”")
NEARBY = 40  # characters between the word that takes up the sentence before and the verb of saying
NUMBERED = re.compile(r"[^\W\d_]-\d+$")  # a name with a number: no ordinal
ORDINAL = 2  # digits of a number that its full stop makes an ordinal; a longer one, as of a year, ends a sentence


def read_plainly(text: str, paragraph: Span, quotes: Sequence[Quote], words: Speech, heard: Span | None = None) -> list[Said]:
    """The attributions of a paragraph. `quotes` are the outermost quotations that begin in it, `heard` the voice of the one before."""
    found: list[Said] = []
    spans = [quote.spans[0] for quote in quotes]
    used: set[int] = set()
    numbered = list(enumerate(quotes))
    first = 0
    before: Span | None = None
    turn = spoken_turn(text, paragraph, words)
    if turn is not None:
        rest = behind_turn(text, paragraph, turn)
        own = carried_on([in_dialogue(turn, words)], heard, ())
        return own + read_plainly(text, rest, [q for q in quotes if q.start >= rest.start], words, own[-1].source or heard)
    for number, quote in numbered:
        parted = in_quotation(text, quote.spans[0], words) if len(quote.spans) == 1 else None
        if parted is not None:
            used.add(number)
            found.append(in_dialogue(parted, words))
    for sentence in sentences(text, paragraph, spans):
        while first < len(spans) and spans[first].end <= sentence.start:
            first += 1
        last = first
        while last < len(spans) and spans[last].start < sentence.end:
            last += 1
        read = reader(words)(text, sentence, numbered[first:last], words).read(used)
        if read and read[0].reason == REPORTED and not (found or (heard and before is None) or reports(text, sentence, words)):
            read = []
        if all(said.reason in (REPORTED, GROUND) for said in read) and (taken := taking_up(text, sentence, before, words)) is not None:
            read = [taken]
        else:
            before = sentence
        if found and read and found[-1].reason == read[0].reason == REPORTED and read[0].content[0].start - found[-1].content[0].end <= 3:
            found[-1] = replace(found[-1], content=(Span(found[-1].content[0].start, read[0].content[0].end),))
        else:
            found += read
    for number, quote in enumerate(quotes):
        if number not in used and speaks(text, quote):
            found.append(Said(None, None, quote.spans, "say", QUOTED))
    pronouns = {Span(*word.span()) for word in WORD.finditer(text, *paragraph) if word.group().lower() in words.stand_ins}
    return carried_on(found, heard, pronouns)


def reports(text: str, sentence: Span, words: Speech) -> bool:
    """Whether a sentence has a verb in a mood that nothing but reported speech has; a conditional is as often the author's own."""
    moods = [mood.group() for mood in words.reported.finditer(text, *sentence)]
    return not moods or any(words.conditional.fullmatch(mood) is None for mood in moods)


def taking_up(text: str, sentence: Span, before: Span | None, words: Speech) -> Said | None:
    """The sentence before, where this one does nothing but say whose it is: "This the mayor confirmed."."""
    start = trim(text, sentence).start
    taken = words.resuming.search(text, start, min(sentence.end, start + NEARBY))
    cue = words.cues.search(text, start, min(sentence.end, start + 2 * NEARBY))
    if before is None or taken is None or cue is None or min(taken.start(), cue.start()) > start:
        return None
    if words.that.search(text, cue.end(), sentence.end):
        return None
    voices = Voices(text, Span(taken.end(), sentence.end), words)
    source = voices.of(Span(max(cue.start(), taken.end()), max(cue.end(), taken.end())), ())
    if source is None or not (cue.start() - taken.end() <= 1 or apart(voices, taken, source)):
        return None
    return Said(source, Span(*cue.span()), (trim(text, before),), words.stance(cue), TAKEN_UP)


def apart(voices: Voices, taken: re.Match[str], source: Span) -> bool:
    """Whether a verb that stands apart from what takes the sentence before up goes with it: that is no article, and somebody speaks."""
    following = WORD.match(voices.text, taken.end() + 1)
    verb = following is not None and (
        voices.words.finite.fullmatch(following.group()) or voices.words.auxiliary.fullmatch(following.group())
    )
    article = taken.group().lower() in voices.words.articles | voices.words.links
    return voices.speaks(source) and (bool(verb) or not article)


def reader(words: Speech) -> type[Sentence | VerbLast | RunOn]:
    """How the sentences of a language are read: by where its verbs stand, and by whether it writes spaces."""
    return VerbLast if words.verb_last else RunOn if words.unspaced else Sentence


def in_dialogue(spoken: Spoken, words: Speech) -> Said:
    """Speech between dashes as an attribution."""
    source, cue, content = spoken
    return Said(source, Span(*cue.span()), content, words.stance(cue), DIALOGUE)


def behind_turn(text: str, paragraph: Span, spoken: Spoken) -> Span:
    """What follows the sentence in which a clause of saying ends speech between dashes; nothing where the speech goes on behind it."""
    source, cue, content = spoken
    told = max(cue.end(), source.end if source is not None else cue.end())
    ends = (match.end() for match in SENTENCE_END.finditer(text, told, paragraph.end) if ends_sentence(text, match))
    start = paragraph.end if content[-1].end > cue.start() else next(ends, paragraph.end)
    return Span(min(start, paragraph.end), paragraph.end)


def carried_on(found: list[Said], heard: Span | None, stand_ins: Collection[Span]) -> list[Said]:
    """What is said by nobody in its own sentence, or by a pronoun (`stand_ins`), with the voice heard last.

    A reported mood goes on with the voice of the paragraph before; for a quotation that names nobody this is no more than who speaks.
    """
    done = []
    own: Span | None = None
    for said in sorted(found, key=lambda one: one.content[0].start):
        if said.reason == REPORTED:
            said = replace(said, source=own or heard)
        elif said.reason == QUOTED:
            said = replace(said, source=own, voice=own or heard)
        elif said.source in stand_ins:
            said = replace(said, voice=own)
        own = said.voice or said.source or own
        done.append(said)
    return done


def sentences(text: str, paragraph: Span, quotes: Sequence[Span]) -> Iterator[Span]:
    """The sentences of a paragraph; a quotation is not cut, however many sentences it holds."""
    start, number = paragraph.start, 0
    for match in SENTENCE_END.finditer(text, paragraph.start, paragraph.end):
        end = match.end()
        while number < len(quotes) and quotes[number].end < end:
            number += 1
        inside = number < len(quotes) and within(text, end, quotes[number], closes=match.group() in WIDE_CLOSERS)
        if not inside and (end == paragraph.end or ends_sentence(text, match)):
            yield Span(start, end)
            start = end
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def within(text: str, end: int, quote: Span, *, closes: bool) -> bool:
    """Whether a place lies in a quotation, or `closes` one, without a space behind it, that no colon opened: more follows."""
    return quote.start < end < quote.end or (closes and not (end == quote.end and text[quote.start - 1 : quote.start] in ("：", ":")))


def ends_sentence(text: str, match: re.Match[str]) -> bool:
    """Whether a mark ends a sentence: a full stop not after a short number or a single letter, and not before a small letter."""
    if match.group() == ";":
        return True
    before = text[max(0, match.start() - 4) : match.start()].rstrip(" ")[-3:]
    closed = (
        before[-1:] in CLOSERS
        or NUMBERED.search(text, max(0, match.start() - 8), match.start()) is not None
        or (len(before) == ORDINAL + 1 and before.isdigit())
    )
    if match.group() == "." and not closed and (before[-1:].isdigit() or not before[-2:].isalpha()):
        return False
    after = text[match.end() : match.end() + 4].lstrip(' \n\t"“„«»‚‘([')
    return not after[:1].islower()
