"""The site's name where a page shows it: above its menu, at its top and its foot, over its texts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from testimonia.base.documents import Fact
from testimonia.base.phrases import START, WHOLE, function_words, marks, phrases, told, words_of
from testimonia.base.shapes import CATEGORIES, date_parts, goes_on, has_digit, urls_in
from testimonia.base.spans import Span, parted, trimmed
from testimonia.divide.lines import Line, is_day
from testimonia.divide.names import is_outlet, is_person, weekdays
from testimonia.fitted.known import given_name

ITEM = re.compile(r"\s*[|•·›»/]\s*|\s{2,}|\t")  # what parts the items of a menu on one line
ITEMS_LINE = 3  # items that make one line a menu
TOP, MENU, ITEMS = 3, 6, 2  # lines among which a site's name stands; lines below it that are looked at; those of them that make a menu
SHORT_ITEMS, ITEM_WORDS = 4, 3  # the same for short lines, one of which is known; words of such a line
NAME_WORDS = 6  # words of a site's name
BODY_WORDS = 12  # of the name of a body over what it issues ("Ministry of Waters of the Republic of …")
MENU_ITEMS = tuple(CATEGORIES.index(name) for name in ("nav", "home", "subscribe"))  # "Log in" stands in menus too
COLUMN, WIDE, DATED = re.compile(r"\s{3,}|\t|\s[|•·–—-]\s"), 3, 2  # what parts a masthead; a wide gap; parts of a date that a day has
RUNNING = re.compile(
    r"(?:\d{1,4}\s{3,})?(?P<name>[^\W\d_][^\d,;|]{2,60}[^\W\d_])[ ,]{1,2}(?:[^\W\d]{1,4}\.?\s?)?\d[\d/. -]*(?:\s{3,}\d{1,4})?$"
)
ISSUE = re.compile(
    r"(?<![\d/])\d{1,3}\s?/\s?(?:19|20)\d\d(?![\d/])|(?:\b(?:No|Nr|Núm|Num|Br|Sayı|Nro)\.?|[Nn][°º]|№|(?<!\w)#)\s?\d{1,5}\b"
)  # "9/2015", "No. 41"
HOST = re.compile(r"(?:[a-z0-9-]{1,40}\.){1,3}[a-z]{2,12}")
TRAIL_STEP, TRAIL_LEAST = re.compile(r"\s[>»›‹/→]\s"), 3  # between the steps of a trail, and steps of one
SHORT_NAME = 3  # characters of a line that is a sign and no name
HEAD, FOOT = 20, 12  # lines at most above the first title, and below the last text, that may show the site's name
SLOGAN_WORDS = 3  # words of such a saying
SLOGAN_LINES = 2  # lines below a name of which the second may open the menu, the first being what the site says of itself
SLOGAN = re.compile(r"\s[|–—-]\s|\|")  # what parts a site's name from what it says of itself


def shown_name(text: str, lines: Sequence[Line], titles: Collection[int]) -> Fact | None:
    """The name that the page shows as its own, by the surest of its places."""
    found = (
        letterhead(lines, titles)
        or followed(lines)
        or masthead(text, lines, titles)
        or over_day(text, lines, titles)
        or running_head(lines, titles)
        or site_line(text, lines, titles)
    )
    found = found or head_line(text, lines, titles) or again_below(text, lines, titles)
    return found or bare_host(text, lines) or trail_start(text, lines, titles)


def followed(lines: Sequence[Line]) -> Fact | None:
    """The name of a channel or a page of a network above the first text, above the count of those who follow it; a person's is none."""
    first = next((place for place, line in enumerate(lines) if line.kind == "article"), len(lines))
    for place in range(1, first):
        line, name = lines[place], lines[place - 1]
        if line.counts and not told("followers").isdisjoint(line.shape.tokens) and is_name(name) and not name.counts:
            person = is_person(name.text) and given_name(name.shape.tokens[0])
            return (
                None
                if person or not is_masthead(name.text, True)
                else Fact(name.text, name.span, "the name above the count of its followers")
            )
    return None


def trail_start(text: str, lines: Sequence[Line], titles: Collection[int]) -> Fact | None:
    """The name with which the trail above the first title begins, where it is no word for a front page and the page has it again."""
    for line in lines[: min([HEAD, *titles])]:
        steps = TRAIL_STEP.split(line.text) if line.kind != "article" and TRAIL_STEP.search(line.text) else []
        name = Span(line.span.start, line.span.start + len(steps[0])) if len(steps) >= TRAIL_LEAST else None
        if name is None or not is_masthead(steps[0], True):
            continue
        if is_outlet(steps[0]) or text.count(steps[0]) > 1 or text.count(steps[0][:-1]) > 1:
            return Fact(steps[0], name, "the first step of the page's trail")
    return None


def heads_issue(line: Line) -> bool:
    """Whether a line below a name at the top of a page is its day, or numbers what is issued ("Situation report #4")."""
    return is_day(line) or (line.shape.words <= NAME_WORDS and not line.shape.ends_sentence and ISSUE.search(line.text) is not None)


def running_head(lines: Sequence[Line], titles: Collection[int]) -> Fact | None:
    """The name in the running heads of a printed page that is neither the title of a text nor its author: "Weir Review 2/2013      47"."""
    shown = {lines[place].text for place in titles}
    for line in lines:
        cut = RUNNING.match(line.text) if line.printed else None
        name = cut["name"] if cut else ""
        if name and name not in shown and is_masthead(name, True) and in_capitals(large_words(line)[:2]):
            start = line.span.start + cut.start("name") if cut else line.span.start
            return Fact(name, Span(start, start + len(name)), "the name in the running heads of the print")
    return None


def over_day(text: str, lines: Sequence[Line], titles: Collection[int]) -> Fact | None:
    """The name on the first line of a page, right above a line that is its day and nothing else, or with what it says of itself between."""
    day = 2 if len(lines) > 2 and is_slogan(lines[1]) and not heads_issue(lines[1]) else 1
    if len(lines) <= day or min(titles, default=len(lines)) <= day or lines[0].kind == "article" or not heads_issue(lines[day]):
        return None
    span = before_slogan(text, lines[0])
    name = span.of(text)
    person = is_person(name) and lines[0].shape.tokens[0] not in function_words()  # "La Voce del Lago" is nobody
    named = is_masthead(name, not person) and (is_outlet(name) or in_capitals(large_words(lines[0])))
    return Fact(name, span, "the name at the top of the page, above its day") if named and not lines[0].shape.ends_sentence else None


def is_slogan(line: Line) -> bool:
    """Whether a line can be what a site says of itself below its name: some words, no phrase of a page and no day."""
    return line.shape.words >= SLOGAN_WORDS and max(line.shape.marks) < 2 and not line.shape.date and line.kind != "article"


def masthead(text: str, lines: Sequence[Line], titles: Collection[int]) -> Fact | None:
    """The name that stands beside a day, or the number of an issue, at the top of a printed page or of a mailing: "THE WEIR COURIER
    Tuesday 9 October 1984", "12   Weir Review · April 1997", "Weir House – week 9/2015"; set apart by a wide gap or capitals, or the page
    has it again, or an issue is numbered.
    """
    shown = {lines[place].text for place in titles}  # a browser prints a page's title beside the day
    for place, line in enumerate(lines[:TOP]):
        issue = ISSUE.search(line.text) is not None
        dated = place not in titles and (line.is_date or issue) and line.kind != "article" and not line.shape.ends_sentence
        parts = parted(line.text, (0, len(line.text)), COLUMN) if dated else []
        names = [part for part in parts if is_masthead(part.of(line.text)) and part.of(line.text) not in shown]
        if len(parts) < 2 or not names or not any(tells_when(part.of(line.text)) for part in parts):
            continue
        name = names[0].shifted(line.span.start)
        wide = text[name.end : name.end + WIDE].isspace() and name.end + WIDE < line.span.end
        if issue or wide or name.of(text).isupper() or is_outlet(name.of(text)) or text.find(name.of(text), line.span.end) > 0:
            return Fact(name.of(text), name, "the name beside the day at the top of the page")
    return None


def tells_when(part: str) -> bool:
    """Whether a part of a masthead is a day, or numbers an issue."""
    return date_parts(part, words_of(part)) >= DATED or ISSUE.search(part) is not None


def is_masthead(part: str, anybody: bool = False) -> bool:
    """Whether what stands beside a day can be a paper's name: a few words with a capital, none of them a figure or a phrase of a page; a
    person's name is one only where it stands for a site (`anybody`).
    """
    words = words_of(part)
    named = part[:1].isalpha() and not part[:1].islower() and not has_digit(part) and len(part) > SHORT_NAME
    person = not anybody and is_person(part) and not part.isupper() and not is_outlet(part)
    if not named or person or len(words) > NAME_WORDS or " ".join(words) in weekdays():
        return False
    shown = marks(words)
    return all(shown.get(category, 0) < 2 for category in CATEGORIES)


def bare_host(text: str, lines: Sequence[Line]) -> Fact | None:
    """The site's address where it is a line at the top of the page, a slogan behind it aside, as in a print of a browser's reading view."""
    for line in lines[:TOP]:
        name = before_slogan(text, line)
        if line.kind != "article" and HOST.fullmatch(name.of(text).lower()):
            return Fact(name.of(text), name, "the site's address at the top of the page")
    return None


def letterhead(lines: Sequence[Line], titles: Collection[int]) -> Fact | None:
    """The body at the top of a page that says of the page right below its name that it is issued ("Press office")."""
    for place in range(min(TOP, len(lines) - 1)):
        line = lines[place]
        named = place not in titles and is_name(line, BODY_WORDS) and in_capitals(large_words(line))
        below = lines[place + 1 : place + 2 + (place + 2 < len(lines) and has_digit(lines[place + 1].text))]  # its street may stand between
        if named and any(" ".join(other.shape.tokens) in told("issued") for other in below):
            return Fact(line.text, line.span, "the name at the top of the page, above what says that it was issued")
    return None


def is_menu(line: Line) -> bool:
    """Whether a line is a menu by itself: short items and marks or wide gaps between them."""
    items = [item for item in ITEM.split(line.text.strip()) if any(map(str.isalpha, item))]
    return line.kind != "article" and len(items) >= ITEMS_LINE and all(len(item.split()) <= ITEM_WORDS for item in items)


def spaced_menu(line: Line) -> bool:
    """Whether a line is a menu with nothing but blanks between its items: words with capitals, several of them known for such."""
    words = line.text.split()
    capitals = line.kind != "article" and len(words) >= ITEMS_LINE and not line.shape.ends_sentence and not any(map(goes_on, line.text[:1]))
    known = sum(marks(words_of(word)).get("nav", 0) == WHOLE for word in words) if capitals and not line.shape.date else 0
    return known >= ITEMS and not any(goes_on(word[0]) for word in words)


def is_item(line: Line) -> bool:
    """Whether a line is as short as an item of a menu."""
    return line.shape.words <= ITEM_WORDS and not line.shape.ends_sentence


def head_line(text: str, lines: Sequence[Line], titles: Collection[int]) -> Fact | None:
    """The name right above the first title, below a menu, where the page has it again further down: its dateline, its byline."""
    first = min(titles, default=0)
    line = lines[first - 1] if first >= ITEMS else None
    if line is None or not is_name(line) or line.shape.words < 2 or text.find(line.text, line.span.end) < 0:
        return None
    above = lines[max(0, first - 1 - MENU) : first - 1]
    menu = sum(map(is_item, above)) >= ITEMS or any(map(is_menu, above))
    return Fact(line.text, line.span, "the name above the title, below the menu; the page has it again") if menu else None


def is_name(line: Line, most: int = NAME_WORDS) -> bool:
    """Whether a line of so many words that is no part of a text has the form of a site's name."""
    words = line.shape.words <= most and line.text[:1].isalpha() and not line.text[:1].islower() and not line.shape.ends_sentence
    return words and line.kind != "article" and not line.shape.date and not urls_in(line.text)


def large_words(line: Line) -> list[str]:
    """The words of a line that are none of the small ones."""
    return [word for word in line.text.split() if word.lower() not in function_words()]


def in_capitals(words: Sequence[str]) -> bool:
    """Whether there are several words, and none begins with a small letter."""
    return len(words) > 1 and not any(word[0].islower() for word in words)


def is_proper(text: str, line: Line) -> bool:
    """Whether a line reads like a name: an outlet's word, two capitals and more, or words that the page has again; no label of a menu."""
    if is_outlet(line.text) and line.shape.words > 1:
        return True
    if line.marked("nav") >= 2 or len(line.text) <= SHORT_NAME or "@" in line.text:
        return False
    words = large_words(line)
    inner = len(words) == 1 and not words[0].isupper() and any(map(str.isupper, words[0][1:]))  # "RiverForum"
    led = line.text.split(" ", 1)[1:2]  # "The notebook of Ana Weller"
    named = len(words) > 1 and bool(led) and is_person(" ".join(word for word in led[0].split() if not word[0].islower()))
    outer = words if line.marked("nav") else [*words[:1], *words[1:][-1:]]  # "Forum des riverains de Vauclair"
    return inner or named or in_capitals(outer) or text.find(line.text, line.span.end) > 0


def site_line(text: str, lines: Sequence[Line], titles: Collection[int]) -> Fact | None:
    """The site's name on the first line of the page that is no phrase of a menu, where the menu stands right below it, or around it."""
    top = [
        place
        for place, line in enumerate(lines[:HEAD])
        if (max(line.shape.marks) < 3 and line.marked("subscribe") < 2) or is_outlet(line.text)
    ][:1]
    top = [place for place in top if place < TOP or place + 1 not in titles]  # what stands between a menu and a title may be a section
    for place in top:
        line, below = lines[place], lines[place + 1 : place + 1 + MENU]
        known = sum(other.shape.shows(MENU_ITEMS, 3) for other in (*lines[:place], *below))
        short = sum(map(is_item, below))
        one_line = any(is_menu(other) or spaced_menu(other) for other in below[:1]) or any(map(opens_menu, below[:SLOGAN_LINES]))
        menu = known >= ITEMS or (known and short >= SHORT_ITEMS) or one_line
        name = before_slogan(text, line)
        proper = is_proper(text, line) or (line.shape.words > 1 and any(map(opens_menu, below[:1])))
        if place not in titles and (is_name(line) or (is_outlet(line.text) and name != line.span)) and menu and proper:
            return Fact(name.of(text), name, "the name at the top of the page, above its menu")
    return None


def before_slogan(text: str, line: Line) -> Span:
    """A site's name without what it says of itself behind a dash or a bar; else the whole line."""
    part = SLOGAN.search(line.text)
    name = trimmed(text, Span(line.span.start, line.span.start + part.start() if part else line.span.end))
    return name if part and len(name.of(text).split()) <= NAME_WORDS else line.span


def opens_menu(line: Line) -> bool:
    """Whether a line begins like a menu or a trail: with the word for the front page and some others."""
    return line.kind != "article" and line.marked("home") >= 2 and line.shape.words > 1 and not line.shape.ends_sentence


def above_texts(lines: Sequence[Line], titles: Collection[int]) -> Iterable[Line]:
    """The lines of the page's head that have the form of a name and are no phrase of a menu."""
    first = min([*titles, next((place for place, line in enumerate(lines) if line.kind == "article"), len(lines))])
    return (line for line in lines[: min(first, HEAD)] if is_name(line) and max(line.shape.marks) < 3)


def again_below(text: str, lines: Sequence[Line], titles: Collection[int]) -> Fact | None:
    """The name in the page's head that its foot has again among other words: in its imprint, its address, its rights."""
    last = max((place for place, line in enumerate(lines) if line.kind == "article"), default=len(lines))
    foot = [line for line in lines[max(last + 1, len(lines) - FOOT) :] if not is_menu(line)]
    for line in above_texts(lines, titles):
        span = before_slogan(text, line)
        words = words_of(span.of(text))
        several = len(words) > 1 or "." in span.of(text)
        if several and own_word(words) and any(signed_by(below, words) for below in foot):
            return Fact(span.of(text), span, "the name in the head of the page; its foot has it again")
    return None


def offered(text: str, lines: Sequence[Line], titles: Collection[int]) -> Fact | None:
    """The name in the page's head to which an offer invites the reader ("Subscribe to The Long Quay")."""
    offers = [f" {' '.join(line.shape.tokens)} " for line in lines if line.marked("subscribe") == START and line.kind != "article"]
    for line in above_texts(lines, titles):
        span = before_slogan(text, line)
        words = words_of(span.of(text))
        if len(words) > 1 and any(f" {' '.join(words)} " in offer for offer in offers):
            return Fact(span.of(text), span, "the name in the head of the page; an offer to subscribe has it again")
    return None


def signed_by(line: Line, name: Sequence[str]) -> bool:
    """Whether a line of a foot names the site by this name: at its start, behind its label, or anywhere where it speaks of rights."""
    words, key = f" {' '.join(line.shape.tokens)} ", f" {' '.join(name)} "
    if key not in words or len(key) == len(words):
        return False
    label = line.text.partition(":")[2].casefold().lstrip()
    return words.startswith(key) or " ".join(words_of(label)).startswith(key.strip()) or line.shape.copyright or line.marked("footer") > 0


def own_word(words: Sequence[str]) -> bool:
    """Whether a name has a word that is none of the small ones and of the page's phrases."""
    return any(word not in function_words() and word not in phrases() and not word.isdigit() for word in words)
