from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.base.documents import Block, Division, Document, Hint
from testimonia.base.settings import Limits
from testimonia.capture.reading import read_bytes
from testimonia.clean import clean
from testimonia.divide import divide, language

POSTS = """River Post
• Home
• News
• Contact us
The mill by the river will close in spring
The owner of the mill told the workers on Monday that it would close in the spring, because there was no longer enough grain to grind.
The workers said that they had been promised work for another ten years, and that they would ask a court to look at the contract.
A spokesman of the town said that it would try to find a buyer who could keep the mill running for at least as long as the contract runs.
March 4, 2021 0 comments
FacebookTwitterPinterestWhatsappEmail
Ferry stopped by ice for the third day
The ferry between the two islands did not leave the harbour on Tuesday, because the ice in the strait had become too thick for its hull.
Passengers who had waited since Sunday were brought to a school, where the teachers had made beds out of gym mats for the children.
The captain said that he had never seen so much ice in the thirty years in which he had steered the ship across the strait.
Pavel Lund
March 2, 2021 3 comments
FacebookTwitterPinterestWhatsappEmail
Bakery opens in the old station
The old station, which had stood empty since the railway was closed, has become a bakery with an oven that once heated the waiting room.
The baker said that she had looked for a place for two years, and that the station was the only house in the town with a chimney so tall.
Her first customers were the workers of the quarry, who come before five in the morning and take their bread into the tunnel with them.
February 27, 2021 12 comments
FacebookTwitterPinterestWhatsappEmail
Older posts
© 2015 - 2021 River Post. All rights reserved.
"""

REPRINT = """Home » Valley » Minister: the dam was never meant to last

Minister: the dam was never meant to last

Valley Courier, Norway, 8 January 2020

Translated by Harbour Watch

Link to the original report

At a meeting with engineers in the valley, the minister spoke about the dam above the village and what had been promised with it.

The minister said that nobody had expected the dam to stand for so long, and that the people had been told so from the beginning.

The engineers answered that they had asked for new gates three times, and had been told each time that there was no money for them.

End

https://harbourwatch.example/dam
"""

NOTES = """The archive of the harbour

The archive holds the letters of all ships that were lost in the strait during the war, and most have never been read by anybody. [1]

The letters were found by a clerk who had been sent to burn them, and who hid them behind the boiler of the customs house for years. [2]

A historian of the university said that they would change what is known of the convoys, because the captains had written of everything. [3]

Nobody can say how many of the letters were lost before that, or who had given the order that they should be burned in the first place. [4]

Clara Berg

[1] Moreau, Irene, The Lost Convoys, Harbour Review, March 3rd, 2015

[2] ibid

[2] Customs Office, A list of what was found in the customs house, May 1st, 2011

[4] Moreau, op. cit.
"""


def read(text: str, **more: object) -> tuple[Document, Division]:
    document = Document("d1", ("page.txt",), "0" * 64, len(text), "text/plain", text, **more)
    return document, divide(document, clean(document))


def test_a_line_may_name_the_author_and_then_the_translator():
    text = REPRINT.replace("Translated by Harbour Watch", "By Ida Moll. Translated from Danish by Peter Ashby")
    _, division = read(text)
    (article,) = division.articles
    assert article.author is not None and article.author.value == "Ida Moll"
    assert article.translator is not None and article.translator.value == "Peter Ashby"


def test_what_stands_under_the_next_title_is_said_of_the_next_article(sample_pages: Path) -> None:
    """A page with an original and its translation: the translator is the translation's."""
    page = next(path for path in sorted(sample_pages.iterdir()) if path.name.startswith("10-"))
    document = read_bytes(page.read_bytes(), page.name, (), Limits()).documents[0]
    division = divide(document, clean(document))
    assert [(article.language, bool(article.translator)) for article in division.articles] == [("es", False), ("en", True)]


def test_a_page_of_posts_becomes_its_articles() -> None:
    document, division = read(POSTS)
    titles = [article.title.of(document.text) for article in division.articles if article.title]
    assert titles == [
        "The mill by the river will close in spring",
        "Ferry stopped by ice for the third day",
        "Bakery opens in the old station",
    ]
    assert [a.published.value for a in division.articles if a.published] == ["2021-03-04", "2021-03-02", "2021-02-27"]
    assert {a.outlet.value for a in division.articles if a.outlet} == {"River Post"}
    assert division.articles[1].author is not None
    assert division.articles[1].author.value == "Pavel Lund"
    assert division.articles[0].author is None
    body = "".join(span.of(document.text) for span in division.articles[1].body)
    assert body.startswith("The ferry")
    assert body.endswith("across the strait.")


def test_a_reprint_names_its_original() -> None:
    document, division = read(REPRINT)
    (article,) = division.articles
    assert article.title is not None
    assert article.title.of(document.text) == "Minister: the dam was never meant to last"
    assert article.original_outlet is not None
    assert article.original_outlet.value == "Valley Courier, Norway"
    assert article.translator is not None
    assert article.translator.value == "Harbour Watch"
    assert article.outlet is not None
    assert article.outlet.value == "Harbour Watch"
    assert article.first_published is not None
    assert article.first_published.value == "2020-01-08"
    assert article.published is None
    assert article.section is not None
    assert article.section.value == "Valley"
    assert article.language == "en"


def test_every_fact_stands_on_its_span() -> None:
    document, division = read(POSTS)
    for article in division.articles:
        for fact in (article.author, article.outlet, article.section):
            assert fact is None or fact.span is None or fact.span.of(document.text) == fact.value


def test_notes_are_joined_and_back_references_resolved() -> None:
    document, division = read(NOTES)
    (article,) = division.articles
    assert article.author is not None
    assert article.author.value == "Clara Berg"
    assert all("Moreau" not in span.of(document.text) for span in article.body)
    first, second, third, fourth = division.citations
    assert (first.work.author, first.work.title, first.work.outlet) == ("Irene Moreau", "The Lost Convoys", "Harbour Review")
    assert first.work.date == "2015-03-03"
    assert (second.refers_to, second.problem) == (0, None)
    assert third.problem == "misnumbered"
    assert third.marker is not None
    assert third.marker.of(document.text) == "[3]"
    assert fourth.refers_to == 0


def test_metadata_of_the_user_wins() -> None:
    hints = (
        Hint("author", "Of the page", "meta"),
        Hint("author", "Of the user", "metadata.csv"),
        Hint("published", "2019-05-01", "metadata.csv"),
    )
    _, division = read(REPRINT, hints=hints)
    (article,) = division.articles
    assert article.author is not None
    assert article.author.value == "Of the user"
    assert "metadata.csv" in article.author.reason
    assert article.published is not None
    assert article.published.value == "2019-05-01"


def test_main_text_by_the_markup_is_taken() -> None:
    text = "Menu\n\nIce on the lake\n\nShort text.\n\nFoot"
    at = text.index
    blocks = (Block(0, 4, "nav"), Block(at("Ice"), at("Foot") - 2, "body"), Block(at("Ice"), at("Short") - 2, "title"))
    document, division = read(text, blocks=blocks)
    (article,) = division.articles
    assert [span.of(document.text) for span in article.body] == ["Short text."]
    assert article.title is not None
    assert article.title.of(text) == "Ice on the lake"


def test_ids_do_not_depend_on_what_stands_around() -> None:
    _, alone = read(REPRINT)
    _, again = read(REPRINT)
    assert [a.id for a in alone.articles] == [a.id for a in again.articles]
    assert len({a.id for a in read(POSTS)[1].articles}) == 3


def test_no_words_no_articles() -> None:
    for text in ("", " \n \n", "…\n***"):
        _, division = read(text)
        assert not any(a.body == () for a in division.articles)
        assert sum(s.end - s.start for s in division.segments) == len(text)


LINES = st.lists(
    st.sampled_from([*POSTS.splitlines(), *REPRINT.splitlines(), *NOTES.splitlines(), "***", "Q: why?", "Dear Sir"]), max_size=40
)


@settings(max_examples=60, deadline=None)
@given(LINES.map("\n".join))
def test_bodies_lie_in_article_segments_and_segments_cover(text: str) -> None:
    _, division = read(text)
    assert "".join(text[s.start : s.end] for s in division.segments) == text
    kinds = [s.kind for s in division.segments for _ in range(s.start, s.end)]
    for article in division.articles:
        assert article.body
        for span in article.body:
            inside = [k for k, char in zip(kinds[span.start : span.end], text[span.start : span.end], strict=True) if not char.isspace()]
            assert set(inside) <= {"article"}
        for turn in article.turns:
            assert article.body[0].start <= turn.start < turn.end <= article.body[-1].end
    assert len({a.id for a in division.articles}) == len(division.articles)


HEADS = ("The mill by the river will close in spring", "The mill finds no buyer in spring", "The mill by the river is to be a museum")
SAYS = (
    """The owner of the mill told the workers on Monday that the mill would close in the spring, because there was no grain left to grind.
The workers of the mill said that they had been promised work for another ten years, and that they would go to the court about it.
A spokesman of the town said that it would try to find a buyer who could keep the mill running for as long as the contract runs.
Until then the wheel will turn on three days of the week, and the bread of the bakery will be made with flour from the next valley.""",
    """Nobody has made an offer for the mill, the owner said on Tuesday, although it was shown to eleven millers from all over the valley.
The wheel of the mill is too old, one of the millers told the workers, and the river carries less water than it did in the past.
The town had hoped for a cooperative, but the bank wants to see a plan for ten years before it gives the workers any money at all.
The owner said that he would wait for another year before he let the roof fall in, and that he would then sell the stones of it.""",
    """A museum of bread is to move into the mill by the river, the town said on Friday, and some of the workers could become its guides.
The wheel would turn on Sundays for the visitors, and the flour could be sold in the shop that the owner wants to open beside it.
The workers asked who was going to pay for the repair of the roof, and were told that the town would answer them in the autumn.
There is no other museum in the valley, although the town has had a collection of old ploughs in its cellar since the great flood.""",
)


def test_posts_on_one_matter_are_told_apart_by_their_dated_heads() -> None:
    posts = [f"{head}\n{day}.03.2021\n{body}\nShare on Facebook | Print" for head, day, body in zip(HEADS, (14, 15, 16), SAYS, strict=True)]
    document, division = read("River Post\nHome\nNews\nSport\nContact us\n" + "\n".join(posts) + "\nHome\nNews\nContact us\n")
    assert [article.title.of(document.text) for article in division.articles if article.title] == list(HEADS)
    assert [article.published.value for article in division.articles if article.published] == ["2021-03-14", "2021-03-15", "2021-03-16"]


def test_posts_of_an_extractors_one_text_are_told_apart_by_their_dated_heads() -> None:
    text = "\n\n".join(f"{head}\n\n{day}.03.2021\n\n{body}" for head, day, body in zip(HEADS, (14, 15, 16), SAYS, strict=True))
    _, division = read(text, blocks=(Block(0, len(text), "body"),))
    assert len(division.articles) == 3


def test_a_plain_language_needs_no_detector_and_a_doubtful_one_gets_it() -> None:
    english = "It was said that the bridge would be shut for the winter and that there is no way to cross it, but it has been open. " * 3
    assert language.by_function_words(english) == "en"
    assert language.by_function_words("Bridge shut, ferry late, mayor silent.") is None
    assert language.by_function_words("de la que no se en a o e os as da do para com um uma " * 4) is None


@pytest.mark.parametrize("origin", ["pdf", "docx", "odt", "rtf"])
def test_the_day_on_which_a_file_was_made_dates_a_text_that_names_no_day(origin: str) -> None:
    made = (Hint("published", "2026-01-30", origin),)
    text = "The office has looked at the dam and found it safe.\n\nIt will look again in the autumn.\n"
    told = f"Weir Office\n\nThe dam above the town is safe\n\n15 May 2024\n\n{text}"
    _, division = read(told, hints=made)
    fact = division.articles[0].published
    assert fact is not None and fact.value == "2024-05-15"
    _, division = read(told.replace("15 May 2024\n\n", ""), hints=made)
    fact = division.articles[0].published
    assert fact is not None and (fact.value, fact.span) == ("2026-01-30", None) and "made" in fact.reason
    _, division = read(told, hints=(Hint("published", "2026-01-30", "metadata.csv"), *made))
    fact = division.articles[0].published
    assert fact is not None and fact.value == "2026-01-30"
