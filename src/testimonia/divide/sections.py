"""The section of an article: what the page's trail, its menu and the short line above the title say of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from testimonia.base.spans import Span
from testimonia.divide.lines import Line
from testimonia.divide.posts import Post
from testimonia.divide.titles import LABEL_WORDS, TRAIL, bare, credit, is_steps, is_trail

SECTION_WORDS, MENU_LINES = 7, 200  # words of a section's name; lines at the top of a page that may be its menu
MENU_ITEM = re.compile(r"\s*[|•·›»/]\s*|\s{2,}|\t")  # what parts the items of a menu on one line
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
    step = listed_step(lines, title)
    if step is not None:
        return step, "the last item of the list from the front page to the title"
    above = section_line(lines, post, title)
    above = None if above is not None and lines[above].shape.bullet else above
    if above is not None and layout:
        return lines[above].span, "the short line above the title, as in the page's other posts"
    if above is not None and in_menu(lines, above):
        return lines[above].span, "the item of the menu that stands above the title"
    steps = (last_step(lines[place]) for place in (title - 1, title + 1) if place in post.head and not lines[place].is_date)
    return next(filter(None, steps), None)


def in_menu(lines: Sequence[Line], place: int) -> bool:
    """Whether a short line right above a title is an item of the page's menu, or of what announces more of it ("More in Politics")."""
    words, above = lines[place].text.casefold(), lines[place - 1].text
    menu = [bare(line).casefold() for line in lines[: max(0, min(MENU_LINES, place - 1))]]
    if any(shown == words and lines[other - 1].text == above for other, shown in enumerate(menu) if other):
        return False  # the end of the menu itself, shown again
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
    plain = (line.is_title or label) and not line.text.startswith(("(", "["))
    plain = plain and line.marked("media") < 2
    good = plain and line.shape.words <= SECTION_WORDS and not line.shape.ends_sentence and not credit(line)
    return above if good else None
