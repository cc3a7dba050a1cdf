"""What stands beside a text on a saved page without markup that says so: consent, an offer to subscribe, comments, headings of one word."""

from __future__ import annotations

import pytest

from testimonia.base.documents import Article, Document, Segment
from testimonia.base.settings import Limits
from testimonia.capture.reading import read_bytes
from testimonia.clean import clean
from testimonia.divide import divide
from testimonia.divide.lines import lines_of
from testimonia.divide.names import name_after
from testimonia.divide.notices import said

TEXT = (
    "<p>The ferry to the outer island will not run this winter, the harbour office said on Tuesday. Nobody out there had been asked.</p>"
    "<p>The shop keeper has stored flour for three months. She remembers the winter of the ice, when a doctor came over on foot.</p>"
)
CONSENT = (
    "<div><h2>Your choice</h2><p>We and our partners store data on your device, with your consent, for personalised ads.</p>"
    "<p>Some of our partners rely on what they call a legitimate interest; you may object to that by clicking below.</p></div>"
)
OFFER = "<div><h3>Read on</h3><p>Already a subscriber? Log in to continue reading. Or start a free trial and cancel at any time.</p></div>"
COMMENTS = (
    "<div><h3>Comments (2)</h3><b>Ana</b> <i>9 June 2021 09:14</i><p>My sister lives there and nobody told her how the post will come.</p>"
    "<b>Ben</b> <i>9 June 2021 11:40</i><p>They said the same two years ago and then it ran after all, so wait and see.</p></div>"
)


def read(body: str) -> tuple[Document, tuple[Article, ...]]:
    """The document and the articles of a page."""
    source = f"<html><body>{body}</body></html>"
    document = read_bytes(source.encode(), "a.html", (), Limits()).documents[0]
    return document, divide(document, clean(document)).articles


def words(document: Document, article: Article) -> str:
    """The words of an article's body."""
    return "\n".join(span.of(document.text) for span in article.body)


@pytest.mark.parametrize(("above", "below"), [(CONSENT, ""), ("", OFFER), (CONSENT, OFFER), ("", COMMENTS), (CONSENT, COMMENTS)])
def test_what_stands_beside_a_text_is_no_part_of_it(above: str, below: str) -> None:
    document, articles = read(f"{above}<main><h1>The ferry stays in harbour all winter</h1><p>12 November 2021</p>{TEXT}{below}</main>")
    (article,) = articles
    body = words(document, article)
    assert body.startswith("The ferry to the outer island")
    assert "came over on foot." in body
    assert not any(word in body for word in ("consent", "subscriber", "post will come", "wait and see"))


def test_a_page_that_is_nothing_but_a_notice_keeps_it() -> None:
    document, articles = read(CONSENT)
    assert "legitimate interest" in "".join(words(document, article) for article in articles)


def test_posts_are_parted_at_headings_of_one_word() -> None:
    posts = "".join(
        f"<div><h2>{title}</h2><small>{day} February 2019 by Ines</small><p>{text}</p><p>Filed under Harbour | {day} comments</p></div>"
        for title, day, text in (
            (
                "Light",
                26,
                "The lighthouse has been dark for eleven nights, and the office says that a part has to come by road.",
            ),
            (
                "Nets",
                14,
                "The guild has bought new nets, and some complain that the mesh is wide and that small fish get away.",
            ),
            (
                "Rain",
                2,
                "It has rained for three days, and the lower street looks like the river that it was before the mill.",
            ),
        )
    )
    _, articles = read(f"<div><h2>Archive: February 2019</h2>{posts}</div>")
    assert len(articles) == 3


@pytest.mark.parametrize(
    ("line", "name"),
    [("Teresa às 22:10", "Teresa"), ("Ana Example um 9.30 Uhr", "Ana Example"), ("Ben Sample 12 May", "Ben Sample"), ("staff 3", "staff")],
)
def test_a_name_ends_before_the_time_of_day(line: str, name: str) -> None:
    found = name_after(line, (0, len(line)))
    assert found is None if name == "staff" else found is not None and found.of(line) == name


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("Our Cookie Policy and your data: read both", ["cookie policy", "your data"]),
        ("Nous respectons vos données; see our cookie policy", ["vos données", "cookie policy"]),
        ("All newsletters", ["newsletters"]),
        ("The harbour is closed", []),
    ],
)
def test_a_sites_phrases_are_found_in_plain_lines_and_others_the_longest_first(words: str, held: list[str]) -> None:
    (line,) = lines_of(words, (Segment("d1", 0, len(words), "article", ""),))
    assert said(line) == held
