"""The title of an article and its section: which line of the head they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from testimonia.base.mails import is_field, names_subject, sender
from testimonia.base.phrases import told
from testimonia.base.shapes import CATEGORIES, has_digit, urls_in
from testimonia.base.spans import Span
from testimonia.divide.credits import all_phrases, author_colon, is_mail, mailed, past_office
from testimonia.divide.gaps import ends_in_unit
from testimonia.divide.lines import Line
from testimonia.divide.names import is_outlet, is_person, person_in, phrase_end
from testimonia.divide.posts import Post
from testimonia.divide.sites import is_menu

OPENING = 15  # body lines that a title's words are looked for in
CREDIT = 60  # characters of the credit of a picture
QUOTER_WORDS, QUOTED_WORDS = 6, 14  # words of a line that says whose words stand below it, and of one that opens with the word for it
LEAST = 0.9  # score from which a line is taken for the title
CAPTION = 1.0  # what counts against the words above the credit of a picture
MARKED = 2.0  # what the markup's word for a title counts
FIELD, LABEL_WORDS, VALUE_WORDS = 0.9, 2, 4  # what counts against a field of a head ("Location: …"), words of its label and of its value
SECTION_WORDS, MENU_LINES = 7, 60  # words of a section's name; lines at the top of a page that may be its menu
STEM = 6  # letters by which a word of a title is known in the text
DECK, DECK_WORDS = 0.3, 8  # points by which a deck may be more like a title than the title above it, and words that it has
NAME_WORDS = 4  # of an outlet, and fewer than a title above it has
STEPS = ("»", "›", ">", "/", "→", "::")
CREDITS = tuple(map(CATEGORIES.index, ("translated", "source_link", "first_published", "posted")))
TRAIL = re.compile(rf"\s+(?:{'|'.join(STEPS)})\s+")  # between the steps of a breadcrumb trail
MENU_ITEM = re.compile(r"\s*[|•·›»/]\s*|\s{2,}|\t")  # what parts the items of a menu on one line
BEFORE_CREDIT = re.compile(r"[.(\[]\s*")  # what stands before the credit of a picture
LABEL_END = re.compile(r"\s?[:：]\s*")


def credit(line: Line) -> bool:
    """Whether a line gives a head fact other than the title: a date, a byline, a translator, a source."""
    if line.is_date or line.is_byline or line.shape.shows(CREDITS) or author_colon(line):
        return True
    return line.is_title and bool(past_office(line.text, 0))


@dataclass(frozen=True, slots=True)
class Page:
    """What a page's lines say of its titles: where the markup's begin, how often each line stands there, where its trails end, which labels
    open several of its fields, and which lines name who posted a text.
    """

    marked: frozenset[int]
    times: Counter[str]
    trails: frozenset[str]
    labels: frozenset[str]
    posters: frozenset[int]
    mails: bool = False  # whether the page is a thread of mails

    @classmethod
    def of(cls, lines: Sequence[Line], marked: frozenset[int], posters: frozenset[int] = frozenset(), mails: bool = False) -> Page:
        """Read a page."""
        fields = {line.text: label for line in lines if ":" in line.text and (label := field_label(line))}  # a title may stand twice
        labels = Counter(fields.values())
        again = frozenset(label for label, times in labels.items() if times > 1)
        return cls(marked, Counter([line.text for line in lines]), breadcrumb_ends(lines), again, posters, mails)

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
    scored: list[tuple[float, int]] = []
    distance, below = 0, False
    for place in reversed(post.head):
        line, credited = lines[place], credit(lines[place])
        named, field = (below or line.text.isupper()) and names_below_title(lines, post, place, body), page.is_field(line)
        beside = (
            place in page.posters
            or (page.posters and (is_quoted(lines, place) or (field_label(line) and place - 1 in page.posters)))
            or line.text.startswith("@")
        )
        subject = bool(page.mails) and names_subject(line.text)
        if line.is_title and not credited and not named and not beside and (subject or not of_a_mail(line)):
            again = 1.4 if line.text in page.trails else (0.5 if page.times[line.text] > 1 else 0.0)
            masthead = line.shape.words <= NAME_WORDS and any(lines[other].shape.words > NAME_WORDS for _, other in scored)
            over_menu = place == 0 and any(map(is_menu, lines[1:2]))  # as a site's name stands
            top = -0.7 if over_menu else 0.7 if place == 0 and distance <= 3 and not masthead else 0.0
            top -= CAPTION if place + 1 < len(lines) and is_credit(lines[place + 1]) else 0.0
            by_markup = MARKED if subject or line.span.start in page.marked else FIELD * -field
            scored.append((score(line, body, distance, below) + again + top + by_markup, place))
        below = credited or named or (field and not distance)
        if not credited and not named and not line.is_bar and not urls_in(line.text):
            distance += 1
    scored.sort(key=lambda pair: (-pair[0], -pair[1]))
    best = scored[0] if scored else None
    if best is None or best[0] < LEAST:
        return None, scored
    return above_its_deck(lines, scored), scored


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
    """The place of the best line, or of one right above it that is nearly as good: then the best is the title's second line, its deck."""
    best, place = scored[0]
    points = next((points for points, other in scored if other == place - 1), 0.0)
    long = lines[place].shape.words >= DECK_WORDS and lines[place - 1].shape.words > NAME_WORDS
    return place - 1 if long and points >= max(LEAST, best - DECK) else place


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
    stems = {word[:STEM] for word in body}  # many a language writes the same word with other endings in a title and in a text
    told = any(word[:STEM] in stems for word in title.words)
    told = told or (line.text.isupper() and not title.text.isupper())  # a name in capitals is set apart from any title
    return title.is_title and not credit(title) and title.shape.words > NAME_WORDS and told and not body & line.words


def score(line: Line, body: frozenset[str], distance: int, below: bool) -> float:
    """How much a line is like the title of this text: shared words, nearness, credits right below it, its own shape."""
    share = sum(map(body.__contains__, line.words)) / max(3, len(line.words))
    points = 2.0 * share - 0.12 * min(distance, 15) + (0.9 if below else 0.0)
    points += 0.9 if distance == 0 else 0.3
    words = line.shape.words
    points += 0.4 if words >= 5 else (0.1 if words >= 3 else -0.3)
    points -= 0.8 if line.shape.ends_sentence and not line.shape.ends_question else (0.3 if line.shape.ends_question else 0.0)
    points -= 1.0 if line.marked("photo") >= 2 or (line.marked("photo") and line.shape.inner_stops) else 0.0
    points -= 1.0 if ":" in line.text[-CREDIT:] and ends_in_credit(line.text) else 0.0
    points -= 0.5 if line.kind in ("caption", "comment") else 0.0
    points -= 0.6 if line.marked("advert") or line.marked("subscribe") or line.marked("media") >= 2 else 0.0
    return points


def is_credit(line: Line) -> bool:
    """Whether a line is the credit of the picture that the line above it describes ("Image: Ana Weller")."""
    return line.marked("photo") >= 2 and ":" in line.text and line.shape.words <= QUOTER_WORDS and not line.shape.ends_sentence


def ends_in_credit(line: str) -> bool:
    """Whether a line ends in the credit of a picture ("The mill last week. Photo: Ana Weller", "The mill (Photo: A. Weller)")."""
    tail = line[-CREDIT:]
    openings = (tail[match.end() :] for match in BEFORE_CREDIT.finditer(tail))
    return ":" in tail and any(":" in words and phrase_end(words, all_phrases("photo")) is not None for words in openings)


def breadcrumb_ends(lines: Sequence[Line]) -> frozenset[str]:
    """The last steps of the page's breadcrumb trails."""
    shown = {line.text for step in STEPS for line in lines if step in line.text}
    return frozenset([TRAIL.split(line)[-1].strip() for line in shown if TRAIL.search(line)])


def is_trail(line: str) -> bool:
    """Whether a line has the marks of a trail; the look for the marks alone spares most lines the search."""
    return any(map(line.__contains__, STEPS)) and TRAIL.search(line) is not None


def section_of(lines: Sequence[Line], post: Post, title: int | None, layout: bool) -> tuple[Span, str] | None:
    """The section: the step before the title in a breadcrumb trail, or (when the page's layout shows it) the short line above the title."""
    if title is None:
        return None
    for place in post.head:
        found = step_before(lines[place], lines[title].text)
        if found:
            return found, "the step before the title in the page's trail"
    above = section_line(lines, post, title)
    above = None if above is not None and lines[above].shape.bullet else above
    if above is not None and layout:
        return lines[above].span, "the short line above the title, as in the page's other posts"
    if above is not None and in_menu(lines, above):
        return lines[above].span, "the item of the menu that stands above the title"
    return last_step(lines[title - 1]) if title - 1 in post.head else None


def in_menu(lines: Sequence[Line], place: int) -> bool:
    """Whether a short line right above a title is an item of the page's menu, or of what announces more of it ("More in Politics")."""
    words, above = lines[place].text, lines[place - 1].text
    if any(lines[other].text == words and lines[other - 1].text == above for other in range(1, min(MENU_LINES, place))):
        return False  # the end of the menu itself, shown again
    items = (part.strip() for line in lines[: min(MENU_LINES, place - 1)] if words in line.text for part in MENU_ITEM.split(line.text))
    more = (line for line in lines[place + 1 :] if line.text.endswith(words) and line.shape.words <= SECTION_WORDS + 2)
    return words in items or any(line.marked("related") >= 2 and line.text != words for line in more)


def last_step(line: Line) -> tuple[Span, str] | None:
    """The last step of a trail that stands right above the title and has the word for the front page."""
    ends = [match.end() for match in TRAIL.finditer(line.text)] if is_trail(line.text) and line.marked("home") else []
    step = Span(line.span.start + ends[-1], line.span.end) if ends else None
    return (step, "the last step of the trail above the title") if step and step.start < step.end else None


def step_before(line: Line, title: str) -> Span | None:
    """The step before the last one of a trail that ends in the title."""
    steps, start = [], 0
    for match in TRAIL.finditer(line.text) if is_trail(line.text) else ():
        steps.append((start, match.start()))
        start = match.end()
    if len(steps) < 2 or line.text[start:].strip() != title.strip():
        return None
    a, b = steps[-1]
    return Span(line.span.start + a, line.span.start + b)


def section_line(lines: Sequence[Line], post: Post, title: int) -> int | None:
    """The line directly above the title when it could name a section."""
    above = title - 1
    if above not in post.head:
        return None
    line = lines[above]
    listed = line.marked("nav") == 3 and line.text in {other.text for other in lines[: min(MENU_LINES, above)]}  # an item of the menu
    label = line.shape.words <= LABEL_WORDS and not line.text[:1].islower() and not line.is_bar and (listed or line.marked("nav") < 3)
    plain = (line.is_title or label) and not line.text.startswith(("(", "["))
    good = plain and line.shape.words <= SECTION_WORDS and not line.shape.ends_sentence and not credit(line)
    return above if good else None


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
