"""The title of an article: which line of the head it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from testimonia.base.mails import is_field, names_subject, sender
from testimonia.base.phrases import told
from testimonia.base.shapes import BULLET, CATEGORIES, CLOCK, Shape, has_digit, urls_in
from testimonia.base.spans import Span
from testimonia.divide.credits import all_phrases, author_colon, before_day, behind_label, is_mail, mailed, past_office
from testimonia.divide.gaps import ends_in_unit
from testimonia.divide.inserted import CREDIT, ends_in_credit
from testimonia.divide.lines import Line, is_day
from testimonia.divide.names import is_calendar, is_outlet, is_person, is_where, person_in, phrase_end
from testimonia.divide.posts import Post
from testimonia.divide.sites import is_menu

OPENING = 15  # body lines that a title's words are looked for in
QUOTER_WORDS, QUOTED_WORDS = 6, 14  # words of a line that says whose words stand below it, and of one that opens with the word for it
LEAST = 0.9  # score from which a line is taken for the title
CAPTION = 1.0  # what counts against the words above the credit of a picture
MARKED = 2.0  # what the markup's word for a title counts
FIELD, LABEL_WORDS, VALUE_WORDS = 0.9, 2, 4  # what counts against a field of a head ("Location: …"), words of its label and of its value
STEM = 6  # letters by which a word of a title is known in the text
DECK, DECK_WORDS = 0.3, 8  # points by which a deck may be more like a title than the title above it, and words that it has
SAID_DECK, LONGER = 1.9, 1.5  # the same points where it is a sentence, or so many times as long as the title
TITLE_LEAST = 0.4  # points that a title above such a deck has
ABOVE_CREDITS = 1.2  # what counts against sentences below the credits of a text where a title that it speaks of stands right above them
ECHOED = 1.5  # what counts against a sentence with which the text opens too
SHORT, TOLD = 3, 0.4  # words of a line below credits that is a caption then, and share of the words above them that the text has
DATED_TITLE, DATED_REACH = 4, 6  # words beside its date of a title; lines below a shorter one among which the day of the text stands
WHOLE_DAY = 3  # parts of a date that has a day
DAY_ABOVE = 2  # lines from a deck up to the day that stands above the title
OTHER_SIGNS = re.compile(r"[|•·/]|,.*,")  # what parts the credits of one line
NAMED_AGAIN = 1.4  # what counts for a line that a trail or a share bar names too
COMMAS = (",", "،", "、")  # what a line ends in that goes on below: of an address, of a list of names
STEP_WORDS = 4  # words of a step of a trail
NAME_WORDS = 4  # of an outlet, and fewer than a title above it has
STEPS = ("»", "›", ">", "/", "→", "::")
ASIDE = tuple(map(CATEGORIES.index, ("photo", "related", "subscribe", "advert")))
CREDITS = tuple(map(CATEGORIES.index, ("translated", "source_link", "first_published", "posted")))
CREDITED = (*CREDITS, CATEGORIES.index("byline"))
TRAIL = re.compile(rf"\s+(?:{'|'.join(STEPS)})\s+")  # between the steps of a breadcrumb trail
LABEL_END = re.compile(r"\s?[:：]\s*")


def credit(line: Line) -> bool:
    """Whether a line gives a head fact other than the title: a date, a byline, a translator, a source."""
    if line.is_date or line.is_byline or line.shape.shows(CREDITS) or author_colon(line):
        return True
    return line.is_title and bool(past_office(line.text, 0))


@dataclass(frozen=True, slots=True)
class Page:
    """What a page's lines say of its titles: where the markup's begin, how often each line stands there, what its trails and its share bars
    name, which labels open several of its fields, and which lines name who posted a text.
    """

    marked: frozenset[int]
    times: Counter[str]
    named: frozenset[str]
    labels: frozenset[str]
    posters: frozenset[int]
    mails: bool = False  # whether the page is a thread of mails

    @classmethod
    def of(cls, lines: Sequence[Line], marked: frozenset[int], posters: frozenset[int] = frozenset(), mails: bool = False) -> Page:
        """Read a page."""
        fields = {line.text: label for line in lines if ":" in line.text and (label := field_label(line))}  # a title may stand twice
        labels = Counter(fields.values())
        again = frozenset(label for label, times in labels.items() if times > 1)
        return cls(marked, Counter([line.text for line in lines]), breadcrumb_ends(lines) | shared(lines), again, posters, mails)

    def is_field(self, line: Line) -> bool:
        """Whether a line gives a fact beside a title: behind a label that others have too, a name behind any, or a count at its end."""
        label = field_label(line)
        return ends_in_unit(line) or bool(label and (label in self.labels or is_person(line.text.partition(":")[2].strip())))


Titled = tuple[int | None, list[tuple[float, int]]]  # the place of a title's line, and all lines considered with their scores


def title_of(lines: Sequence[Line], post: Post, page: Page) -> Titled:
    """The place of the title's line, and all lines considered with their scores, best first."""
    if post.body[0] and sender(lines[post.body[0] - 1].text) is not None:
        return None, []  # a message of a chat
    body = frozenset[str]().union(*[lines[place].words for place in post.body[:OPENING]])
    scored, over = considered(lines, post, page, body)
    if over is not None and lines[over].shape.words > NAME_WORDS and speaks_of(lines[over], body):
        short = SHORT if share(lines[over], body) >= TOLD else 0
        aside = {place for _, place in scored if place > over and (is_beside_text(lines[place]) or lines[place].shape.words <= short)}
        scored = [(points - ABOVE_CREDITS * (place in aside), place) for points, place in scored]
    scored.sort(key=lambda pair: (-pair[0], -pair[1]))
    if not scored or scored[0][0] < (TITLE_LEAST if is_alone(lines, scored[0][1]) else LEAST):
        return None, scored
    place = above_its_deck(lines, scored)
    if over is not None and lines[over].text == lines[place].text:  # shown again above a picture: its credits stand below the first
        place = over
    return place, scored


def as_below(lines: Sequence[Line], titled: Sequence[Titled]) -> Sequence[Titled]:
    """The titles of a page, the first one below its day where all others are: what a site says of itself stands above the first day."""
    places = [place for place, _ in titled]
    below = [place is not None and place > 0 and is_day(lines[place - 1]) for place in places]
    if len(titled) < 2 or below[0] or places[0] is None or not all(below[1:]):
        return titled
    known = [place for _, place in titled[0][1] if place > places[0] and is_day(lines[place - 1])]
    return [(known[0] if known else places[0], titled[0][1]), *titled[1:]]


def considered(lines: Sequence[Line], post: Post, page: Page, body: frozenset[str]) -> tuple[list[tuple[float, int]], int | None]:
    """The lines of a head that may be the title of a text (of its words), with their scores; and the one right above the lowest credits."""
    scored: list[tuple[float, int]] = []
    distance, below, over = 0, False, None
    listed = contents(lines, post.head)
    for place in (place for place in reversed(post.head) if place not in listed):
        line, dated = lines[place], is_dated_title(lines, place, post.body[0])
        credited = not dated and (credit(line) or behind_label(lines, place) or is_channel(lines, place))
        named, field = (below or line.text.isupper()) and names_below_title(lines, post, place, body), page.is_field(line)
        subject = bool(page.mails) and names_subject(line.text)
        may_be = (line.is_title or dated) and not is_steps(line.text) and not credited and not named and not is_posters(lines, place, page)
        may_be = may_be and not (line.is_clock or line.counts or line.text.endswith(COMMAS))
        if may_be and (subject or not of_a_mail(line)):
            over = place if over is None and below else over
            by_markup = MARKED if subject or line.span.start in page.marked else FIELD * -field
            extra = named_again(lines, place, page) + at_top(lines, place, distance, scored) + by_markup
            extra -= ECHOED if is_sentence(line.shape) and lines[post.body[0]].text.startswith(line.text) else 0.0
            scored.append((score(line, body, distance, below) + extra, place))
        below = credited or named or (field and not distance)
        distance += not (credited or named or place in page.posters or line.is_bar or urls_in(line.text) or is_aside(line))
    return scored, over


def is_alone(lines: Sequence[Line], place: int) -> bool:
    """Whether a line of some words is all that stands between a day and a text, as the titles of a blog do."""
    below = lines[place + 1 : place + 2]
    return place > 0 and is_day(lines[place - 1]) and lines[place].shape.words > SHORT and all(line.kind == "article" for line in below)


def contents(lines: Sequence[Line], head: Sequence[int]) -> range:
    """The lines of a head that list the parts of the text: below a word for that, some of them again above the parts themselves."""
    short = (place for place in head if lines[place].shape.words <= LABEL_WORDS + 1)
    top = next((place for place in short if " ".join(lines[place].shape.tokens) in told("contents")), None)
    below = range(top, head[-1] + 1) if top is not None else range(0)
    ends = (place for place in below if lines[place].shape.words == 0 or lines[place].is_byline or lines[place].shape.date >= WHOLE_DAY)
    below = range(below.start, next(ends, below.stop))
    again = {lines[place].text for place in below} & {line.text for line in lines[head[-1] + 1 :]} if below else frozenset[str]()
    return below if again else range(0)


def is_channel(lines: Sequence[Line], place: int) -> bool:
    """Whether a line is the name of a channel, above the count of those who follow it."""
    below = lines[place + 1] if place + 1 < len(lines) else None
    return below is not None and below.counts and not told("followers").isdisjoint(below.shape.tokens)


def is_dated_title(lines: Sequence[Line], place: int, body: int) -> bool:
    """Whether a line with a date says more than that, as titles of what appears every day do ("Weir flood briefing, 3 May 2021"): in so
    many words, or above another date line.
    """
    line = lines[place]
    if (
        not line.is_date
        or line.shape.bullet
        or line.shape.shows(CREDITED, 1)
        or max(line.shape.marks) > 1
        or CLOCK.search(line.text)
        or OTHER_SIGNS.search(line.text)
    ):
        return False
    words = [word for word in line.shape.tokens if word.isalpha() and not is_calendar(word)]
    if len(words) >= DATED_TITLE:
        return True
    plain = is_outlet(line.text) or bool(before_day(line.text)) or is_where(" ".join(words))
    return len(words) > 1 and not plain and any(other.is_date for other in lines[place + 1 : min(body, place + DATED_REACH)])


def is_posters(lines: Sequence[Line], place: int, page: Page) -> bool:
    """Whether a line tells who posted a text, or whose words it answers."""
    answers = page.posters and (is_quoted(lines, place) or (field_label(lines[place]) and place - 1 in page.posters))
    return place in page.posters or bool(answers) or lines[place].text.startswith("@")


def is_aside(line: Line) -> bool:
    """Whether a line between a title and its text is no part of its head: a caption, an item of a list, what leads to other articles."""
    return line.kind in ("caption", "related") or line.shape.bullet or line.shape.shows(ASIDE)


def is_beside_text(line: Line) -> bool:
    """Whether a line is a sentence or a caption, as stands between the credits of a text and its first line."""
    return is_sentence(line.shape) or line.kind in ("caption", "related")


def named_again(lines: Sequence[Line], place: int, page: Page) -> float:
    """What counts for a line that the page has again: as the last step of a trail, in a share bar, or anywhere."""
    line = lines[place]
    if line.text in page.named or (place and bare(lines[place - 1]) == line.text and lines[place - 1].shape.bullet):
        return NAMED_AGAIN
    return 0.5 if page.times[line.text] > 1 else 0.0


def at_top(lines: Sequence[Line], place: int, distance: int, scored: Sequence[tuple[float, int]]) -> float:
    """What counts for the first line of a page right above its text or below its trail, and against the site's name above a menu, and the
    words of a picture.
    """
    masthead = lines[place].shape.words <= NAME_WORDS and any(lines[other].shape.words > NAME_WORDS for _, other in scored)
    below_trail = place and is_steps(lines[place - 1].text)
    over_menu = place == 0 and any(map(is_menu, lines[1:2]))  # as a site's name stands
    points = -0.7 if over_menu else 0.7 if below_trail or (place == 0 and distance <= 3 and not masthead) else 0.0
    return points - (CAPTION if place + 1 < len(lines) and is_credit(lines[place + 1]) else 0.0)


def bare(line: Line) -> str:
    """The words of a line without the sign or the number of a list before them."""
    mark = BULLET.match(line.text) if line.shape.bullet else None
    return line.text[mark.end() :] if mark else line.text


def speaks_of(line: Line, body: frozenset[str]) -> bool:
    """Whether a text speaks of what a line does: many a language writes the same word with other endings in a title and in a text."""
    stems = {word[:STEM] for word in body}
    return any(word[:STEM] in stems for word in line.words)


def of_a_mail(line: Line) -> bool:
    """Whether a line is a sender, a receiver or an address in the head of a mail."""
    return "@" in line.text and (mailed(line) is not None or is_mail(line) or is_field(line.text))


def is_quoted(lines: Sequence[Line], place: int) -> bool:
    """Whether a line is what somebody else wrote, or the words that say so: "weir72 wrote:" above the line that is answered."""
    return any(quotes(line) for line in lines[max(0, place - 1) : place + 1])


def quotes(line: Line) -> bool:
    """Whether a line says whose words stand below it: "weir72 wrote:", "Quote (weir72, 3 May 2021)"."""
    named = not set(told("quoted")).isdisjoint({" ".join(line.shape.tokens[:size]) for size in (1, 2, 3)})
    return line.shape.words <= QUOTED_WORDS and (named or (line.shape.ends_colon and 1 < line.shape.words <= QUOTER_WORDS))


def above_its_deck(lines: Sequence[Line], scored: Sequence[tuple[float, int]]) -> int:
    """The place of the best line, or of one right above it that is good enough: then the best is the title's second line, its deck. A
    sentence below a line that is none is a deck, and so is a line much longer than the only one above it.
    """
    best, place = scored[0]
    points = {other: points for points, other in scored}
    if is_deck_below_day(lines, place) and points.get(place - 1, 0.0) >= LEAST:
        return place - 1
    if place - 1 not in points or lines[place].shape.words < DECK_WORDS or lines[place - 1].shape.words <= NAME_WORDS:
        return place
    deck, title = lines[place].shape, lines[place - 1].shape
    doubled = place > 1 and lines[place - 2].text == lines[place - 1].text  # as beside a video of the same name
    longer = doubled or (deck.words >= LONGER * title.words and place - 2 not in points)
    sentence = is_sentence(deck) and not title.ends_sentence
    within = SAID_DECK if sentence or longer else DECK
    least = TITLE_LEAST if within > DECK else LEAST
    return place - 1 if points[place - 1] >= max(least, best - within) else place


def is_deck_below_day(lines: Sequence[Line], place: int) -> bool:
    """Whether a line is the second of two between a day and a text, the first one longer than a name: the day stands above the title."""
    if place < DAY_ABOVE or place + 1 >= len(lines) or lines[place + 1].kind != "article":
        return False
    title = lines[place - 1]
    return is_day(lines[place - 2]) and title.is_title and title.shape.words > NAME_WORDS and not is_sentence(title.shape)


def is_sentence(seen: Shape) -> bool:
    """Whether a line ends as a sentence does that is no question, or holds the end of one."""
    return (seen.ends_sentence and not seen.ends_question) or seen.inner_stops > 0


def field_label(line: Line) -> str:
    """The label of a line that may be a field of a head ("Location: Mill Street"); a label with a figure counts titles."""
    if line.shape.words > LABEL_WORDS + VALUE_WORDS or ":" not in line.text:
        return ""
    label, _, value = line.text.partition(":")
    plain = len(label.split()) <= LABEL_WORDS and len(value.split()) <= VALUE_WORDS and not has_digit(label)
    return label.strip().casefold() if plain and value.strip() else ""


def names_below_title(lines: Sequence[Line], post: Post, place: int, body: frozenset[str]) -> bool:
    """Whether a line above a date names a person or an outlet that the text does not speak of, right below a title that it does."""
    line, above = lines[place], place - 1
    if above not in post.head or not (person_in(line.text) or (is_outlet(line.text) and line.shape.words <= NAME_WORDS)):
        return False
    title = lines[above]
    told = speaks_of(title, body) or (line.text.isupper() and not title.text.isupper())  # a name in capitals is set apart from any title
    return title.is_title and not credit(title) and title.shape.words > NAME_WORDS and told and not body & line.words


def share(line: Line, body: frozenset[str]) -> float:
    """The share of the words of a line that a text has."""
    return sum(map(body.__contains__, line.words)) / max(3, len(line.words))


def score(line: Line, body: frozenset[str], distance: int, below: bool) -> float:
    """How much a line is like the title of this text: shared words, nearness, credits right below it, its own shape."""
    points = 2.0 * share(line, body) - 0.12 * min(distance, 15) + (0.9 if below else 0.0)
    points += 0.9 if distance == 0 else 0.3
    words = line.shape.words
    points += 0.4 if words >= 5 else (0.1 if words >= 3 else -0.3)
    points -= 0.5 if line.shape.ends_colon else 0.0
    points -= 0.8 if line.shape.ends_sentence and not line.shape.ends_question else (0.3 if line.shape.ends_question else 0.0)
    points -= 1.0 if line.marked("photo") >= 2 or (line.marked("photo") and line.shape.inner_stops) else 0.0
    points -= 1.0 if ":" in line.text[-CREDIT:] and ends_in_credit(line.text) else 0.0
    points -= 0.5 if line.kind in ("caption", "comment") else 0.0
    points -= 0.6 if line.marked("advert") or line.marked("subscribe") or line.marked("media") >= 2 else 0.0
    return points


def is_credit(line: Line) -> bool:
    """Whether a line is the credit of the picture that the line above it describes ("Image: Ana Weller")."""
    return line.marked("photo") >= 2 and ":" in line.text and line.shape.words <= QUOTER_WORDS and not line.shape.ends_sentence


def breadcrumb_ends(lines: Sequence[Line]) -> frozenset[str]:
    """The last steps of the page's breadcrumb trails."""
    shown = {line.text for step in STEPS for line in lines if step in line.text}
    return frozenset([TRAIL.split(line)[-1].strip() for line in shown if TRAIL.search(line)])


def shared(lines: Sequence[Line]) -> frozenset[str]:
    """What the page's share bars name behind a colon ("Share all options for: Three ferries sold")."""
    bars = (line.text.partition(":")[2].strip() for line in lines if line.marked("share") >= 2 and ":" in line.text)
    return frozenset(filter(None, bars))


def is_trail(line: str) -> bool:
    """Whether a line has the marks of a trail; the look for the marks alone spares most lines the search."""
    return any(map(line.__contains__, STEPS)) and TRAIL.search(line) is not None


def is_steps(line: str) -> bool:
    """Whether a line is the steps of a trail and nothing else: several, of a few words each ("Blog > Food > Soups")."""
    steps = TRAIL.split(line) if is_trail(line) else []
    return len(steps) > 2 and all(0 < len(step.split()) <= STEP_WORDS for step in steps)


def title_span(title: int | None, above: Sequence[Line], lines: Sequence[Line]) -> Span | None:
    """The span of an article's title (its line's place, the lines above it), without the label that it has in the head of a mail."""
    if title is None:
        return None
    line = lines[title]
    end = phrase_end(line.text, all_phrases("subject"))
    colon = LABEL_END.match(line.text, end) if end is not None else None
    if colon is None:
        return line.span
    start = colon.end()
    mail = start < len(line.text) and any(mailed(other) or other.is_date for other in above)
    return Span(line.span.start + start, line.span.end) if mail else line.span
