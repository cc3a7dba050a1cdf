"""Posts that no date parts, bars that part no posts, and what runs through a print from page to page."""

from __future__ import annotations

import pytest

from testimonia.base.documents import PRINTED, Article
from testimonia.base.settings import Limits
from testimonia.capture.reading import read_bytes
from testimonia.clean import clean
from testimonia.clean.printed import running
from testimonia.divide import divide
from testimonia.divide.lines import lines_of

ITEMS = (
    ("A new bench by the lock", "The parish has set up a bench by the lock. It is of oak and was paid for by a legacy of the keeper."),
    ("Hens at the school", "The school of Upper Rill keeps six hens now. The children sell the eggs, and the money goes to the choir."),
    ("The night bus returns", "From Monday the night bus runs again on Saturdays. The company waits to see whether enough people use it."),
    ("A lost anchor found", "Divers have found the anchor of the Good Intent, lost in 1911. It is to stand in front of the office."),
)
MENU = "The Rill Valley News\nHome\nNews\nSport\nContact us\n"


def divided(text: str, name: str = "a.txt") -> tuple[list[str], tuple[Article, ...]]:
    """The bodies and the articles of a page."""
    document = read_bytes(text.encode(), name, (), Limits()).documents[0]
    articles = divide(document, clean(document)).articles
    return [" ".join(span.of(document.text) for span in article.body) for article in articles], articles


def digest(head: str) -> str:
    """A page of short items under a standing head."""
    return f"{MENU}{head}\n12 May 2019\n" + "".join(f"{title}\n{text}\n" for title, text in ITEMS) + "Print\nPrivacy policy\n"


@pytest.mark.parametrize("head", ["News in brief", "In brief"])
def test_a_digest_is_divided_by_its_titles(head: str) -> None:
    assert divided(digest(head))[0] == [text for _, text in ITEMS]


def test_headings_without_a_standing_head_part_nothing() -> None:
    assert len(divided(digest("What the valley did this spring"))[0]) == 1


def test_what_runs_through_a_print_is_told_by_its_count_of_pages() -> None:
    lines = [
        "3/4/2020 A title",
        "Some text of the first page.",
        "a.example/x 1/2",
        "3/4/2020 A title",
        "And of the second.",
        "a.example/x 2/2",
    ]
    text = "\n".join(lines)
    places = [line.span for line in lines_of(text, clean(read_bytes(text.encode(), "a.txt", (), Limits()).documents[0]))]
    assert running(text, places) == {0, 2, 3, 5}


@pytest.mark.parametrize("counts", [("1/2", "1/2"), ("2/3", "1/3"), ("1/1", "2/1"), ("1/2", "")])
def test_figures_that_count_no_pages_run_through_nothing(counts: tuple[str, str]) -> None:
    text = "\n".join(["Top", "Some text.", f"a.example {counts[0]}", "More text.", f"a.example {counts[1]}"])
    places = [line.span for line in lines_of(text, clean(read_bytes(text.encode(), "a.txt", (), Limits()).documents[0]))]
    assert running(text, places) == frozenset()


def test_a_print_is_one_article_and_its_running_lines_are_accounted_for() -> None:
    pages = [" ".join(text for _, text in ITEMS[:2]), " ".join(text for _, text in ITEMS[2:])]
    top, foot = "3/4/2020 What the valley did this spring - Rill News", "https://rill.example/spring.html {}/2"
    text = f"{top}\n\nWhat the valley did this spring\n\n{pages[0]}\n\n{foot.format(1)}\n\n{top}\n\n{pages[1]}\n\n{foot.format(2)}\n"
    document = read_bytes(text.encode(), "a.txt", (), Limits()).documents[0]
    segments = clean(document)
    assert [segment.reason for segment in segments].count(PRINTED) == 3  # the first foot stands right above the second head
    assert ["".join(span.of(text) for span in article.body) for article in divide(document, segments).articles] == ["".join(pages)]


def test_the_messages_of_an_exported_channel_are_posts() -> None:
    messages = "".join(
        f'<div class="message default clearfix" id="message{n}"><div class="body"><div class="pull_right date details">10:1{n}</div>'
        f'<div class="from_name">Rill Valley</div><div class="text">{text}</div></div></div>'
        for n, (_, text) in enumerate(ITEMS)
    )
    page = f'<html><body><div class="page_body chat_page"><div class="history">{messages}</div></div></body></html>'
    assert divided(page, "messages.html")[0] == [text for _, text in ITEMS]


def mailing(offer: str, why: str) -> str:
    """A mailing as its senders lay it out: tables, each item with a title, its author and a link to the rest."""
    rows = "".join(
        f"<tr><td><b>{title}</b></td></tr><tr><td>By Ana Terek</td></tr><tr><td>{text}</td></tr><tr><td><a href='#'>Read more</a></td></tr>"
        for title, text in ITEMS
    )
    top = f"<tr><td>{offer}</td></tr><tr><td>RILL VALLEY LETTER<br>No 12, 5 May 2021</td></tr>"
    return f"<html><body><table>{top}{rows}<tr><td>{why}<br>Rill Valley Letter, 4 Mill Street</td></tr></table></body></html>"


@pytest.mark.parametrize(
    ("offer", "why"),
    [
        ("View in browser", "You are receiving this newsletter because you signed up. Unsubscribe here."),
        ("Rill", "If you no longer wish to receive these mails, please tell us."),
    ],
)
def test_a_mailing_in_tables_is_divided_and_its_edges_are_no_text(offer: str, why: str) -> None:
    bodies, articles = divided(mailing(offer, why), "mail.html")
    assert bodies == [text for _, text in ITEMS]
    assert {article.outlet.value for article in articles if article.outlet} == {"RILL VALLEY LETTER"}
    assert [article.author.value for article in articles if article.author] == ["Ana Terek"] * 4


def test_what_a_mailing_says_above_its_first_item_is_no_item() -> None:
    page = mailing("View in browser", "You receive this newsletter because you signed up.")
    greeted = page.replace("5 May 2021</td>", "5 May 2021</td></tr><tr><td>Hello! Here is what the valley spoke of this week.</td>")
    assert divided(greeted, "mail.html")[0] == [text for _, text in ITEMS]


def test_a_page_in_tables_that_is_no_mailing_is_left_whole() -> None:
    assert len(divided(mailing("Rill", "Nobody was asked."), "page.html")[0]) == 1
