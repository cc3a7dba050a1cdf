"""Invented text dumps with several posts, in many layouts and languages: each is divided as a careful reader divides it.

In a page's file the first column of a line names the article that it belongs to and the second says how: `b` its body, `t` its title; what
has no number is no article's text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from testimonia.base.documents import Article
from testimonia.base.settings import Limits
from testimonia.base.spans import Span
from testimonia.capture.reading import read_bytes
from testimonia.clean import clean
from testimonia.divide import divide

PAGES = Path(__file__).parent / "pages"
SAME = 0.8  # share of the union of two bodies that makes them one
OPEN = {
    "news_el": "the end of the second text stands below a bar and is taken for furniture, so that the bar does not recur",
}


@dataclass
class Page:
    """A page's text, and the bodies and titles that a reader marked."""

    text: str = ""
    bodies: dict[str, list[Span]] = field(default_factory=dict)
    titles: dict[str, Span] = field(default_factory=dict)


def page(name: str) -> Page:
    """One of the pages."""
    found = Page()
    for line in (PAGES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        number, how, words = line[0], line[1], line[3:]
        span = Span(len(found.text), len(found.text) + len(words))
        if number != " " and how == "b":
            found.bodies.setdefault(number, []).append(span)
        elif number != " ":
            found.titles[number] = span
        found.text += words + "\n"
    return found


def articles(text: str) -> tuple[Article, ...]:
    """The articles that are found in a text dump."""
    document = read_bytes(text.encode(), "a.txt", (), Limits()).documents[0]
    return divide(document, clean(document)).articles


def letters(text: str, spans: list[Span]) -> set[int]:
    """The places of all that is no white space."""
    return {at for span in spans for at in range(span.start, span.end) if not text[at].isspace()}


def matched(made: Page, body: list[Span], found: tuple[Article, ...]) -> Article | None:
    """The article found that shares most of a body."""
    meant = letters(made.text, body)
    for article in found:
        ours = letters(made.text, list(article.body))
        if len(meant & ours) >= SAME * len(meant | ours):
            return article
    return None


NAMES = sorted(path.stem for path in PAGES.glob("*.txt"))
OUTLETS = {
    "blog_pl": "Szachy w Dolinie",
    "notices_sv": "Kommunbladet Norrviken",
    "posts_he": "יומן הכפר",
    "letters_en": "The Harrowdale Observer",
}

SUBJECTS = {"list_sv": "Ämne: ", "mailman_en": "Subject: "}  # the label of a mail's title is no part of it


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.xfail(strict=True, reason=OPEN[name])) if name in OPEN else name for name in NAMES]
)
def test_a_page_is_divided_into_its_articles(name: str) -> None:
    made = page(name)
    found = articles(made.text)
    assert len(found) == len(made.bodies)
    assert all(matched(made, body, found) for body in made.bodies.values())


@pytest.mark.parametrize("name", sorted(set(NAMES) - OPEN.keys() - {"review_nl", "reviews_hr"}))
def test_the_titles_are_those_of_the_articles(name: str) -> None:
    made = page(name)
    found = articles(made.text)
    for number, title in made.titles.items():
        article = matched(made, made.bodies[number], found)
        assert article is not None
        label = SUBJECTS.get(name, "")
        assert title.of(made.text).startswith(label)
        assert article.title == Span(title.start + len(label), title.end)


@pytest.mark.parametrize("name", sorted(OUTLETS))
def test_the_outlet_of_a_dump_is_the_name_above_its_menu(name: str) -> None:
    outlets = {article.outlet.value for article in articles(page(name).text) if article.outlet}
    assert outlets == {OUTLETS[name]}


def test_the_head_of_a_print_is_read_below_its_running_head() -> None:
    (article,) = articles(page("print_cs").text)
    assert article.author is not None
    assert article.author.value == "Radek Souček"
    assert article.published is not None
    assert article.published.value == "2020-06-19"


def test_a_title_at_the_top_is_no_outlet() -> None:
    text = page("interview_fr").text
    lines = text.splitlines()
    without = "\n".join([lines[8], *lines[1:7], *lines[9:-1]])  # the title comes first, and no rights line names the outlet
    assert all(article.outlet is None for article in articles(without))
