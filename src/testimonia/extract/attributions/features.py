"""What the learned judgement sees of a reading: its construction, its words' classes and its place, as short strings.

Names, places and topics are not among them: the only words used are cue words, function words and the heads of sources in the pack's lists.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from testimonia.base.spans import Span
from testimonia.extract.attributions.lexicon import Lexicon
from testimonia.extract.attributions.quotes import Quote
from testimonia.extract.attributions.scene import Candidate, Scene
from testimonia.extract.attributions.tokens import Word

# The words of all features stand here as when the weights were fitted, whatever a language pack adds later.
FIRST, SECOND = frozenset(("i", "we", "me", "us", "my", "our")), frozenset(("you", "your"))
FINITE = frozenset(("VBD", "VBP", "VBZ", "MD"))
SPEAKING = frozenset(("i", "we", "you"))
THIRD = frozenset(("he", "she", "they", "his", "her", "their", "him", "them"))
THINGS = frozenset(("it", "this", "that", "which", "these", "those", "its", "what"))
# fmt: off
SMALL = frozenset((
    "that", "to", "whether", "if", "how", "what", "why", "who", "when", "where", "which", "not", "a", "an", "the", "of", "about", "for",
    "against", "as", "on", "in", "with", "by", "from", "he", "she", "they", "it", "we", "i", "you", "there", "his", "her", "their", "its",
    "our", "my", "your", "this", "these", "those", "no", "be", "is", "are", "was", "and", "but", "or", "all", "any", "some", "more",
))
# fmt: on
FAR = 200  # words of a content in which a finite verb is looked for
RIVALS = ("quote", "ccomp", "source-", "object+", "rest-both", "colon")
LENGTHS = (3, 8, 15, 25, 40, 60, 90, 130, 180, 250, 350, 500, 800)


def bucket(value: float, edges: Sequence[float]) -> int:
    """How many of the edges a value has passed."""
    return bisect_right(edges, value)


def register(scenes: Sequence[Scene], quotes: Sequence[Quote]) -> list[str]:
    """The manner of a whole text: how much of it is quoted, how much it speaks of "I" and "you", how long its paragraphs are."""
    size = max(1, sum(scene.end - scene.start for scene in scenes))
    quoted = sum(span.end - span.start for quote in quotes if quote.depth == 0 for span in quote.spans) / size
    count = max(1, sum(len(scene.doc) for scene in scenes))
    persons = sum(word.lower_ in SPEAKING for scene in scenes for word in scene.doc) / count
    length = count / max(1, len(scenes))
    return [
        f"text-quoted={bucket(quoted, (0.01, 0.03, 0.08, 0.15, 0.3))}",
        f"text-persons={bucket(persons, (0.002, 0.006, 0.012, 0.02, 0.035, 0.05))}",
        f"text-paragraphs={bucket(length, (15, 25, 40, 70, 120))}",
    ]


def described(manner: list[str], scene: Scene, readings: Sequence[Candidate], words: Lexicon) -> tuple[list[str], list[list[str]]]:
    """A cue as the weights see it: what all its readings share, and what each of them has of its own."""
    others = rivals(readings)
    named = {source: (source_class(scene, source), *source_kind(scene, source, words)) for source in {one.source for one in readings}}
    own = [reading_features(scene, reading, others, named[reading.source]) for reading in readings]
    return manner + cue_features(scene, readings, words), own


def cue_features(scene: Scene, readings: Sequence[Candidate], words: Lexicon) -> list[str]:
    """What all readings of one cue share."""
    cue = readings[0].cue
    token = cue.token
    frames = sorted({reading.frame.split(":")[0] for reading in readings})
    found = [
        f"class={cue.word_class}",
        f"lemma={cue.word_class}:{cue.lemma}",
        f"stance={cue.word_class}:{cue.stance}",
        f"tag={token.tag_}",
        f"dep={token.dep_}",
        f"head={token.head.pos_}:{head_class(token.head, words)}",
        f"dep+head={token.dep_}:{head_class(token.head, words)}",
        f"in-quote={inside_quote(scene, cue.span)}",
        f"paragraph={min(scene.index, 3)}",
        f"place={bucket(cue.span.start - scene.start, (1, 30, 100, 200, 400))}",
        f"has-clause={any(f.startswith(('ccomp', 'xcomp')) for f in frames)}",
        f"has-quote={any(f.startswith('quote') for f in frames)}",
        f"question={token.sent.last.text == '?'}",
        f"next={plain_word(token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None)}",
        f"previous={plain_word(token.doc[token.i - 1] if token.i else None)}",
        f"quotations={min(len(scene.quotes), 3)}:{bool(scene.below)}",
    ]
    found += [f"frame-of={frame}" for frame in frames]
    found += [f"child={child.dep_}" for child in token.children]
    found += [
        f"small={child.dep_}:{child.lower_}" for child in token.children if child.dep_ in ("aux", "neg", "mark", "prt", "advmod", "auxpass")
    ]
    return found


def head_class(head: Word, words: Lexicon) -> str:
    """The stance of the word that the cue hangs on, when it is a cue word itself."""
    lemma = head.lemma_.lower()
    return words.verbs.get(lemma) or words.nouns.get(lemma) or "-"


def inside_quote(scene: Scene, span: Span) -> bool:
    """Whether a span stands in a quotation of its paragraph."""
    return any(own.holds(span) for quote in scene.near(span) for own in quote.spans)


def rivals(readings: Sequence[Candidate]) -> str:
    """The constructions that compete for one cue, of the kinds that exclude each other."""
    frames = {reading.frame.split(":")[0] for reading in readings}
    return ",".join(sorted(frame for frame in frames if frame.startswith(RIVALS)))


def reading_features(scene: Scene, reading: Candidate, others: str, named: tuple[str, str, str]) -> list[str]:
    """What is said of one reading: its frame against its rivals (`others`), its source, and the shape and the edges of its content.

    `named` is what sort of word the source is, the tagger's class of it, and the kind of source that its words name.
    """
    return frame_features(scene, reading, others, named[0]) + shape_features(scene, reading) + bound_features(scene, reading, named)


def frame_features(scene: Scene, reading: Candidate, others: str, source: str) -> list[str]:
    """A reading's construction and its source, each with what the cue and the content are."""
    cue, base = reading.cue, reading.frame.split(":")[0]
    first, length, quoted = first_word(scene.text, reading.content[0]), bucket(size_of(reading), LENGTHS), coverage(scene, reading.content)
    return [
        f"frame={reading.frame}",
        f"frame+rivals={base}:{others}",
        f"frame+stance={base}:{cue.stance}",
        f"frame+lemma={base}:{cue.lemma}",
        f"frame+dep={base}:{cue.token.dep_}",
        f"frame+first={base}:{first}",
        f"frame+length={base}:{length}",
        f"frame+quoted={base}:{quoted}",
        f"frame+source={base}:{source}",
        f"frame+voice={base}:{voice(cue.token)}:{cue.stance}",
        f"source={source}",
        f"source+rank={source}:{reading.rank}",
        f"source+stance={source}:{cue.stance}",
        f"source+class={source}:{cue.word_class}",
        f"source-side={side(reading.source, cue.span)}:{source[:4]}",
        f"source-length={bucket(len_of(reading.source), (3, 8, 20, 40, 80, 150))}",
    ]


def shape_features(scene: Scene, reading: Candidate) -> list[str]:
    """How a reading's content begins and ends, how long it is, and how it lies to the cue and in the sentence."""
    cue, content, text = reading.cue, reading.content, scene.text
    start, end, size = content[0].start, content[-1].end, size_of(reading)
    first, last, base, quoted = first_word(text, content[0]), text[end - 1], reading.frame.split(":")[0], coverage(scene, content)
    sentence = cue.token.sent
    sentence_end = scene.start + sentence.end_char
    return [
        f"first={first}",
        f"first+lemma={first}:{cue.lemma}",
        f"last={last if not last.isalnum() else 'a'}",
        f"before={text[max(0, start - 2) : start].strip() or '_'}" if not text[start - 1 : start].isalnum() else "before=a",
        f"after={text[end : end + 1].strip() or '_'}",
        f"after+frame={base}:{text[end : end + 1].strip() or '_'}",
        f"length={bucket(size, LENGTHS)}",
        f"quoted={quoted}",
        f"quoted+lemma={quoted}:{cue.lemma}",
        f"spans={min(len(content), 4)}",
        f"gap={bucket(gap(cue.span, content), (0, 2, 5, 15, 40, 100))}:{'left' if end <= cue.span.start else 'right'}",
        f"to-end={bucket(sentence_end - end, (-200, -30, 0, 3, 20, 60, 120))}:{base}",
        f"share={bucket(size / max(1, sentence.end_char - sentence.start_char), (0.1, 0.25, 0.4, 0.55, 0.7, 0.85, 1.2, 2.5))}",
    ]


def bound_features(scene: Scene, reading: Candidate, named: tuple[str, str, str]) -> list[str]:
    """The kind of a reading's source, whether its content has a finite verb, and the words right before and behind the content."""
    cue, base = reading.cue, reading.frame.split(":")[0]
    _, entity, kind = named
    finite = any(word.tag_ in FINITE for span in reading.content for word in scene.within(span)[:FAR])
    before, after = neighbours(scene, reading.content)
    return [
        f"rank={reading.rank}",
        f"source-entity={entity}",
        f"source-entity+stance={entity}:{cue.stance}",
        f"source-kind={kind}",
        f"source-kind+stance={kind}:{cue.stance}",
        f"finite={base}:{finite}",
        f"word-before={before}",
        f"word-before+frame={base}:{before}",
        f"word-after={after}",
        f"word-after+frame={base}:{after}",
    ]


def size_of(reading: Candidate) -> int:
    """The characters of a reading's content."""
    return sum(span.end - span.start for span in reading.content)


def voice(token: Word) -> str:
    """Whether a verb stands in the passive, and then whether a relative pronoun is its subject."""
    if not any(child.dep_ == "auxpass" for child in token.children):
        return "active"
    return "relative" if any(child.dep_ == "nsubjpass" and child.tag_ in ("WDT", "WP") for child in token.children) else "passive"


def source_kind(scene: Scene, source: Span | None, words: Lexicon) -> tuple[str, str]:
    """The tagger's class of a source, and the kind of source that its words name."""
    if source is None:
        return "none", "none"
    inside = scene.within(source)
    entity = next((word.ent_type_ for word in inside if word.ent_type_), "-")
    return entity, next((words.sources[word.lower_] for word in reversed(inside) if word.lower_ in words.sources), "-")


def neighbours(scene: Scene, content: Sequence[Span]) -> tuple[str, str]:
    """The words before and after a content: themselves when they are function words, else their class."""
    first = bisect_left(scene.places, content[0].start - scene.start)
    last = bisect_left(scene.places, content[-1].end - scene.start)
    return plain_word(scene.doc[first - 1] if first else None), plain_word(scene.doc[last] if last < len(scene.doc) else None)


def plain_word(word: Word | None) -> str:
    """A function word as it is, any other by its class."""
    if word is None:
        return "-"
    return word.lower_ if word.lower_ in SMALL else word.tag_ if word.pos_ in ("VERB", "AUX") else word.pos_


def first_word(text: str, span: Span) -> str:
    """The first word of a content when it is a function word, else only its shape."""
    words = text[span.start : min(span.end, span.start + 24)].strip(" \"“”‘’'«„").split(maxsplit=1)
    if not words:
        return "-"
    word = words[0].lower().rstrip(",.:;")
    if word in SMALL:
        return word
    return "-ing" if word.endswith("ing") else "Cap" if words[0][:1].isupper() else "digit" if word[:1].isdigit() else "low"


def coverage(scene: Scene, content: Sequence[Span]) -> str:
    """How much of a content stands in quotation marks."""
    size = max(1, sum(span.end - span.start for span in content))
    if not scene.quotes:
        return "none"
    quoted = [own for quote in scene.near(Span(content[0].start, content[-1].end)) for own in quote.spans]
    shared = sum(own.overlap(span) for own in quoted for span in content)
    holds = any(own.start < span.start and span.end < own.end for own in quoted for span in content[:1])
    if holds:
        return "within"
    return "none" if not shared else "all" if shared >= 0.9 * size else "most" if shared >= 0.5 * size else "some"


def source_class(scene: Scene, source: Span | None) -> str:
    """What sort of word the source is."""
    if source is None:
        return "none"
    words = source.of(scene.text).lower().split()
    if not words:
        return "none"
    if len(words) == 1:
        for name, known in (("first", FIRST), ("second", SECOND), ("third", THIRD), ("thing", THINGS)):
            if words[0] in known:
                return name
    if words[-1] in ("who", "which", "that"):
        return f"relative-{words[-1]}"
    start = source.of(scene.text)[:1]
    article = words[0] if words[0] in ("the", "a", "an", "some", "many", "most", "his", "her", "their", "no", "one") else "-"
    return f"{'name' if start.isupper() and article == '-' else 'noun'}:{article}"


def len_of(span: Span | None) -> int:
    """The length of a span, 0 for none."""
    return 0 if span is None else span.end - span.start


def side(source: Span | None, cue: Span) -> str:
    """Where the source stands from the cue."""
    return "none" if source is None else "left" if source.start < cue.start else "right"


def gap(cue: Span, content: Sequence[Span]) -> int:
    """The characters between the cue and the content."""
    return min(max(span.start - cue.end, cue.start - span.end, -1) for span in content)
