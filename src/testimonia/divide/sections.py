"""The section of an article: what the page's trail, its menu and the short line above the title say of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from testimonia.base.languages import having, table
from testimonia.base.phrases import TOPIC, UNSPACED, WHOLE, any_of, marks, told, words_of
from testimonia.base.shapes import goes_on, has_digit
from testimonia.base.spans import Span, parted
from testimonia.divide.lines import Line
from testimonia.divide.names import GLUED, is_calendar, is_outlet, is_person, is_where
from testimonia.divide.posts import Post
from testimonia.divide.sites import is_item
from testimonia.divide.titles import COMMAS, LABEL_WORDS, STEP_WORDS, TRAIL, bare, credit, is_steps, is_trail
from testimonia.fitted.known import known_town

SECTION_WORDS, MENU_LINES = 7, 200  # words of a section's name; lines at the top of a page that may be its menu
MENU_ITEM = re.compile(r"\s*[|•·›»/]\s*|\s{2,}|\t")  # what parts the items of a menu on one line
BESIDE_DAY = 2  # parts of a line that gives a day and a section
KICKER_WORDS, KICKER_SIGNS = 2, 4  # words (signs where nothing parts words) of a line that names a section which nothing else names
BARE_WORDS = 3  # words of a section's name behind a single word that no colon parts from it
LISTED = re.compile(r"[,;|/.:!?،、]|\s[·•]\s")  # what parts several sections, and ends a sentence
FILED_WORDS, POSTED = 16, 2  # words of a line on who posted a text, and how strongly it says so
TRAIL_LINES = 80  # lines above a title among which a trail stands
STEPS_MOST = 4  # steps of a trail of which each stands in a line of its own
NUMBERED = re.compile(r"\d")


def section_of(lines: Sequence[Line], post: Post, title: int | None, layout: bool) -> tuple[Span, str] | None:
    """The section: the step before the title in a breadcrumb trail, or (when the page's layout shows it) the short line above the title."""
    if title is None:
        return None
    for place in post.head:
        found = step_before(lines[place], lines[title].text)
        if found:
            return found, "the step before the title in the page's trail"
    step = named_trail(lines, post.head, title) or listed_step(lines, title)
    if step is not None:
        return step, "the last item of the list from the front page to the title"
    above = section_line(lines, post, title)
    above = None if above is not None and lines[above].shape.bullet else above
    if above is not None and layout:
        return lines[above].span, "the short line above the title, as in the page's other posts"
    if above is not None and in_menu(lines, above):
        return lines[above].span, "the item of the menu that stands above the title"
    steps = (last_step(lines[place]) for place in (title - 1, title + 1) if place in post.head and not lines[place].is_date)
    return next(filter(None, steps), None) or trail_above(lines, title) or kicker(lines, above, title)


def ends_menu(lines: Sequence[Line], place: int) -> bool:
    """Whether a short line stands below another one that may be an item of a menu as it may be itself."""
    line, above = lines[place], lines[place - 1]
    return is_item(above) and not (above.is_date or above.shape.bullet or above.text == line.text or is_person(above.text))


def kicker(lines: Sequence[Line], above: int | None, title: int) -> tuple[Span, str] | None:
    """What a line above a title says in a word or two that name nobody, no outlet and no place: beside the day, or by itself."""
    line, parts = lines[max(0, title - 1)], list[Span]()
    if line.is_date:  # "Harbour | 3 May 2021"
        parts = parted(line.text, (0, len(line.text)), MENU_ITEM)
    if len(parts) != BESIDE_DAY and above is not None and not ends_menu(lines, above):
        line, parts = lines[above], [Span(0, len(lines[above].text))]
    for part in parts if title else ():
        words = part.of(line.text)
        shown = marks(words_of(words))
        few = len(words.split()) <= KICKER_WORDS and not (UNSPACED.match(words) and len(words) > KICKER_SIGNS)
        page = any(how >= 2 and (category != "nav" or how == WHOLE) for category, how in shown.items())
        named = is_person(words) or (is_outlet(words) and " " in words) or is_where(words) or is_calendar(words)
        if few and words.replace(" ", "").isalpha() and not (page or named or goes_on(words[0])):
            return part.shifted(line.span.start), "the short line above the title"
    return None


def trail_above(lines: Sequence[Line], title: int) -> tuple[Span, str] | None:
    """The last step of the trail that stands above all texts of the page, or however far above the title; neither the title nor a day."""
    for line in reversed(lines[max(0, title - TRAIL_LINES) : title]):
        if line.kind == "article" or not is_trail(line.text) or last_step(line) is None:
            continue
        for span in reversed(parted(line.text, (0, len(line.text)), TRAIL)[1:]):
            words = span.of(line.text)
            own = lines[title].text.startswith(words.rstrip("….")) or has_digit(words)
            if not own:
                short = len(words.split()) <= STEP_WORDS and not words.endswith(("…", "..."))
                return (span.shifted(line.span.start), "the last step of the trail above the text") if short else None
    return None


def named_trail(lines: Sequence[Line], head: Sequence[int], title: int) -> Span | None:
    """The last step before the title of a trail of which each step has a line of its own, below a word for it ("You are here")."""
    named = [place for place in head if place < title and " ".join(lines[place].shape.tokens) in told("trail_labels")]
    steps = lines[named[-1] + 1 : title] if named else []
    steps = steps[: next((place for place, line in enumerate(steps) if line.text == lines[title].text), len(steps))]
    short = 1 < len(steps) <= STEPS_MOST + 1 and steps[0].marked("home") >= 2 and all(line.shape.words <= SECTION_WORDS for line in steps)
    return steps[-1].span if short else None


def labelled(near: Sequence[Line]) -> Span | None:
    """The section that a line beside a text names behind a word for it ("Category: Harbour", "Posted in Harbour"), though run together with
    it ("CategoriesHarbour"), or that stands below such a word and its colon; none where a line names several.
    """
    for place, line in enumerate(near):
        found = behind_writer(line) or below_writer(near, place)
        if found is not None:
            return found
        label = section_label().match(line.text) if line.shape.words <= SECTION_WORDS + LABEL_WORDS else None
        if label is None:
            continue
        rest = line.text[label.end() :]
        if not rest and line.shape.ends_colon and place + 1 < len(near):
            return near[place + 1].span if names_section(near[place + 1].text) else None
        most = SECTION_WORDS if label["mark"] or " " in label["words"].strip() else BARE_WORDS
        if names_section(rest) and len(rest.split()) <= most:
            return Span(line.span.start + label.end(), line.span.end)
    return None


def behind_writer(line: Line) -> Span | None:
    """The section that a line names behind who posted a text, or when ("Posted by Ana Weller in Harbour | 2 comments")."""
    if line.shape.words > FILED_WORDS or line.marked("posted") < POSTED:
        return None
    for match in filed().finditer(line.text):
        town = known_town(" ".join(words_of(match["name"])))
        if names_section(match["name"]) and len(match["name"].split()) <= BARE_WORDS and not town:
            return Span(*match.span("name")).shifted(line.span.start)
    return None


def below_writer(near: Sequence[Line], place: int) -> Span | None:
    """The section on the line below a lone "in" that stands below who wrote a text, the words for it on a line of their own too."""
    if near[place].text.casefold() not in filed_words() or not 2 <= place < len(near) - 1 or near[place - 2].marked("byline") < WHOLE:
        return None
    return near[place + 1].span if names_section(near[place + 1].text) else None


@cache
def filed_words() -> frozenset[str]:
    """The words of all packs between who posted a text and its section."""
    return frozenset(word for language in having(TOPIC) for word in table(language, TOPIC).get("filed_in", "").split())


@cache
def filed() -> re.Pattern[str]:
    """Such a word and the name behind it, up to the next mark."""
    return re.compile(rf"\s(?:{any_of(filed_words())})\s(?P<name>[^\W\d_][^|•·,/]{{2,40}}?)(?=\s?(?:[|•·,/]|$))", re.IGNORECASE)


def names_section(words: str) -> bool:
    """Whether some words can be the name of one section: few, with a capital where there are any, no figure, not several in a row."""
    few = 0 < len(words.split()) <= SECTION_WORDS and not has_digit(words) and words[0].isalpha() and not goes_on(words[0])
    return few and not LISTED.search(words) and not GLUED.search(words)


@cache
def section_label() -> re.Pattern[str]:
    """A word of any pack for the section of a text at the start of a line, with a colon, a blank, or a capital right behind it."""
    return re.compile(rf"(?P<words>(?i:{any_of(told('section_labels'))}))(?:(?P<mark>\s?[:：]\s*)|\s+|(?=[A-Z]))")


def in_menu(lines: Sequence[Line], place: int) -> bool:
    """Whether a short line right above a title is an item of the page's menu, or of what announces more of it ("More in Politics")."""
    words, above = lines[place].text.casefold(), lines[place - 1].text
    top = lines[: max(0, min(MENU_LINES, place - 1))]
    menu = [bare(line).casefold() for line in top]
    if any(shown == words and lines[other - 1].text == above for other, shown in enumerate(menu) if other):
        return False  # the end of the menu itself, shown again
    menu = menu[: next((number for number, line in enumerate(top) if line.kind == "article"), len(menu))]
    items = (part.strip() for line in menu if words in line for part in MENU_ITEM.split(line))
    more = (line for line in lines[place + 1 :] if line.text.casefold().endswith(words) and line.shape.words <= SECTION_WORDS + 2)
    return words in items or any(line.marked("related") >= 2 and line.text.casefold() != words for line in more)


def listed_step(lines: Sequence[Line], title: int) -> Span | None:
    """The last item of a trail of which each step is an item of a list, from the front page down to the title: numbered, or made of
    items that the menu above has too, and not in a row, or ending in the title itself.
    """
    last = title - 1
    named = title > 0 and bare(lines[last]) == lines[title].text
    last -= named or lines[last].is_date
    first = last
    while first > max(0, last - STEPS_MOST) and lines[first].shape.bullet and lines[first].marked("home") < 2:
        first -= 1
    if first in (last, -1) or not lines[first].shape.bullet or lines[first].marked("home") < 2:
        return None
    steps = [bare(line).casefold() for line in lines[first : last + 1]]
    menu = [bare(line).casefold() for line in lines[max(0, first - MENU_LINES) : first]]
    in_a_row = any(menu[place : place + len(steps)] == steps for place in range(len(menu)))
    numbered = NUMBERED.match(lines[last].text) is not None
    if not numbered and not named and (in_a_row or not set(steps[1:]).issubset(menu)):
        return None
    return Span(lines[last].span.end - len(bare(lines[last])), lines[last].span.end)


def last_step(line: Line) -> tuple[Span, str] | None:
    """The last step of a trail that stands beside the title, from the word for the front page or through several steps."""
    ends = [match.end() for match in TRAIL.finditer(line.text)] if is_trail(line.text) else []
    whole = (len(ends) > 1 and is_steps(line.text)) or line.marked("home")
    step = Span(line.span.start + ends[-1], line.span.end) if ends and whole else None
    return (step, "the last step of the trail beside the title") if step and step.start < step.end else None


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
    """The line directly above the title, or above its day, when it could name a section."""
    above = title - 2 if title > 1 and lines[title - 1].is_date else title - 1
    if above not in post.head:
        return None
    line = lines[above]
    listed = line.marked("nav") == 3 and in_menu(lines, above)
    label = line.shape.words <= LABEL_WORDS and not line.text[:1].islower() and not line.is_bar and (listed or line.marked("nav") < 3)
    plain = (line.is_title or label) and not line.text.startswith(("(", "[")) and not line.text.endswith(COMMAS)
    plain = plain and line.marked("media") < 2 and not line.is_clock and not line.is_bar
    good = plain and line.shape.words <= SECTION_WORDS and not line.shape.ends_sentence and not credit(line)
    return above if good else None
