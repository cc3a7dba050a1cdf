"""Who speaks by the page's layout: the questions and answers of an interview, a letter inside an article."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from testimonia.base.documents import Turn
from testimonia.base.languages import table
from testimonia.base.phrases import phrases, words_of
from testimonia.base.spans import Span
from testimonia.divide.lines import Line
from testimonia.divide.names import is_person, person_opening
from testimonia.divide.posts import Post

LABEL = re.compile(r"([^\W\d_][^:：?!\n]{0,40}?)\s?[:：]\s")
MARK, AFTER = ">", re.compile(r",\s|\d\s")  # what marks the lines of another's mail; what a name may stand behind in the line above them
LEAST = 3  # questions, or labelled turns, that make an interview
QUESTION_WORDS = 60  # words of a longest question line
ANSWERED = 1.3  # how much longer than its questions an interview's answers are, in all
ASKED = 2  # questions at least that speak to somebody
CITED = re.compile(r"“[^”]*”|\"[^\"]*\"|„[^“”]*[“”]|«[^»]*»|»[^«]*«")  # what stands in quotation marks, whose "I" and "you" are others
SELF = 0.75  # of the words for who is spoken to, as many for who speaks: in some languages "you" is "they" too
MARKS = ("“", "”", '"', "«", "»", "„")
LETTER_LINES = 3  # lines that a letter has at least between its address and its closing


def turns_of(lines: Sequence[Line], post: Post, language: str | None = None) -> tuple[Turn, ...]:
    """The turns of one article: labelled ones ("Name: …"), else lines that ask and what answers them; and letters."""
    found = labelled_turns(lines, post) or asked_turns(lines, post, language)
    return tuple(sorted([*found, *letters(lines, post), *answered(lines, post)], key=lambda turn: (turn.start, turn.end)))


def labels_of(lines: Sequence[Line], post: Post) -> dict[int, Span]:
    """The lines that open with a speaker's label, with the label's span: a label counts when it recurs."""
    found: dict[int, Span] = {}
    for place in post.body:
        line = lines[place].text
        match = LABEL.match(line) if ":" in line or "：" in line else None
        if match and len(match.group(1).split()) <= 5:
            start = lines[place].span.start
            found[place] = Span(start, start + match.end(1))
    counted = Counter(lines[place].text[: span.end - span.start] for place, span in found.items())
    return {place: span for place, span in found.items() if counted[lines[place].text[: span.end - span.start]] > 1}


def labelled_turns(lines: Sequence[Line], post: Post) -> list[Turn]:
    """The turns of an interview whose lines carry labels; a label is a question's when most of its lines ask."""
    labels = labels_of(lines, post)
    names = {lines[place].text[: span.end - span.start] for place, span in labels.items()}
    if len(labels) < LEAST or len(names) < 2:
        return []
    asks = {name: asking(lines, labels, name) for name in sorted(names)}
    found, opened = [], sorted(labels)
    for number, place in enumerate(opened):
        until = opened[number + 1] if number + 1 < len(opened) else post.body[-1] + 1
        last = post.body[bisect_left(post.body, until) - 1]
        name = lines[place].text[: labels[place].end - labels[place].start]
        speaker = None if part_of(name) else labels[place]
        found.append(Turn(lines[place].span.start, lines[last].span.end, "question" if asks[name] else "answer", speaker))
    return found


def part_of(label: str) -> str | None:
    """The part in an interview that a label gives without naming anybody: `question` ("Q"), `answer` ("A"), or none."""
    kinds = phrases().get(" ".join(words_of(label)), ())
    return next((kind for kind in ("question", "answer") if kind in kinds), None)


def asking(lines: Sequence[Line], labels: dict[int, Span], name: str) -> bool:
    """Whether a label stands for who asks: by the word itself, or because most of its lines end in a question mark."""
    part = part_of(name)
    if part is not None:
        return part == "question"
    own = [place for place, span in labels.items() if lines[place].text[: span.end - span.start] == name]
    return sum(lines[place].shape.ends_question for place in own) * 2 > len(own)


def asked_turns(lines: Sequence[Line], post: Post, language: str | None) -> list[Turn]:
    """The turns of an interview without labels: lines that are nothing but a question, each with the text that answers it."""
    asks = [place for place in post.body if is_question(lines[place])]
    if len(asks) < LEAST:
        return []
    places = list(post.body)
    asked_at = set(asks)
    answers = [place for place in places if place > asks[0] and place not in asked_at]
    asked = sum(lines[place].shape.words for place in asks)
    if sum(lines[place].shape.words for place in answers) < ANSWERED * asked or not spread(asks, places):
        return []
    if not converses([lines[place].text for place in asks], answers_to(lines, asks, places), language):
        return []
    found = []
    for number, place in enumerate(asks):
        until = asks[number + 1] if number + 1 < len(asks) else places[-1] + 1
        inside = places[bisect_right(places, place) : bisect_left(places, until)]
        found.append(Turn(lines[place].span.start, lines[place].span.end, "question"))
        if inside:
            found.append(Turn(lines[inside[0]].span.start, lines[inside[-1]].span.end, "answer"))
    return found


def is_question(line: Line) -> bool:
    """Whether a line is nothing but a question, and asked by who writes it, not by whom it quotes."""
    asked = line.shape.ends_question and not line.text.rstrip().endswith(MARKS)
    return asked and 3 <= line.shape.words <= QUESTION_WORDS and not line.text.startswith(MARKS)


def answers_to(lines: Sequence[Line], asks: Sequence[int], places: Sequence[int]) -> list[str]:
    """What stands behind each question up to the next one, as one text."""
    bounds = [bisect_left(places, place) for place in asks] + [len(places)]
    return [" ".join(lines[place].text for place in places[first + 1 : last]) for first, last in pairwise(bounds)]


def converses(asked: Sequence[str], answers: Sequence[str], language: str | None) -> bool:
    """Whether some questions speak to somebody and most answers are somebody's own words, with more of the speaker than of the reader.

    So an interview is told from a text that asks its reader, or nobody, and goes on to answer. Where a pack has no words for who speaks
    and who is spoken to, because the ends of verbs say it, that is not asked.
    """
    speaking, spoken_to = voices(language)
    if not speaking or not spoken_to:
        return True
    said = [words_of(CITED.sub(" ", answer)) for answer in answers]
    own, others = (sum(word in voice for words in said for word in words) for voice in (speaking, spoken_to))
    addressed = sum(not spoken_to.isdisjoint(words_of(CITED.sub(" ", one))) for one in asked)
    answered = sum(not speaking.isdisjoint(words) for words in said)
    return addressed >= ASKED and addressed * LEAST >= len(asked) and answered * 2 >= len(said) and own >= SELF * others


@cache
def voices(language: str | None) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a language for who speaks and for who is spoken to."""
    page = table(language, "page") if language is not None else {}
    return frozenset(page.get("speaking", "").split()), frozenset(page.get("spoken_to", "").split())


def spread(asks: Sequence[int], places: Sequence[int]) -> bool:
    """Whether the questions go through the whole text, one at a time, as an interview's do."""
    ranks = {place: rank for rank, place in enumerate(places)}
    apart = sum(ranks[b] - ranks[a] > 1 for a, b in pairwise(asks))
    return apart * 3 >= 2 * (len(asks) - 1) and (ranks[asks[-1]] - ranks[asks[0]]) * 2 > len(places)


def letters(lines: Sequence[Line], post: Post) -> list[Turn]:
    """The letters inside an article: from an address to a closing formula, with the signature as the speaker."""
    found, start = [], None
    for rank, place in enumerate(post.body):
        line = lines[place]
        if start is None and line.marked("letter_open") >= 2 and line.shape.words <= 20 and not line.shape.ends_sentence:
            start = rank
        elif start is not None and rank - start > LETTER_LINES and line.marked("letter_close") >= 2 and line.shape.words <= 8:
            signed = signature_below(lines, place)
            end = signed.end if signed and signed.end <= lines[post.body[-1]].span.end else line.span.end
            found.append(Turn(lines[post.body[start]].span.start, end, "letter", signed))
            start = None
    return found


def answered(lines: Sequence[Line], post: Post) -> list[Turn]:
    """What somebody else wrote that a mail holds, its lines marked (">"), with whoever the line above names as having written it."""
    found = list[Turn]()
    for place in post.body:
        line, above = lines[place], lines[place - 1] if place else None
        if not line.text.startswith(MARK):
            continue
        if found and above is not None and above.text.startswith(MARK):
            found[-1] = Turn(found[-1].start, line.span.end, "letter", found[-1].speaker)
        else:
            found.append(Turn(line.span.start, line.span.end, "letter", writer(above) if above is not None else None))
    return found


def writer(line: Line) -> Span | None:
    """Who a line says wrote what stands below it: a name at its start, or behind the last comma before an address or a verb."""
    if not line.shape.ends_colon:
        return None
    end = line.text.find("<")
    words = line.text[: end if end > 0 else -1].rstrip()
    for start in sorted({0, *(match.end() for match in AFTER.finditer(words))}, reverse=True):
        name = person_opening(words[start:])
        if name:
            return Span(line.span.start + start, line.span.start + start + len(name))
    return None


def signature_below(lines: Sequence[Line], place: int) -> Span | None:
    """The person's name in the lines directly below a closing formula."""
    for line in lines[place + 1 : place + 3]:
        if is_person(line.text):
            return line.span
    return None
