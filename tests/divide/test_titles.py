"""Titles and sections of invented pages that are laid out as real ones are: menus, trails, decks, credits, captions, share bars."""

from __future__ import annotations

import pytest

from tests.divide.test_pages import articles

BODY = (
    "The harbour office closed the lower bridge on Monday after two beams were found to be cracked, and the ferry has taken over.\n\n"
    "Nobody was hurt, the office said, but the bridge will stay closed until the beams have been replaced in the spring.\n\n"
    "Shopkeepers on the east bank fear for their trade, and some of them have asked the town for help with the rent.\n\n"
    "The last time that the bridge was closed for so long, they said, three of the shops did not open again.\n"
)
MENU = "* Home\n* News\n* Politics\n* Harbour\n* Sport\n* Weather\n* Letters\n"
TITLE = "Lower bridge closed until spring over cracks"
DECK = "Two beams of the lower bridge were found to be cracked, and the ferry has taken over from it."


def facts(head: str, tail: str = "") -> dict[str, str | None]:
    """What is read of the only article of a page with this head."""
    text = f"{head}\n{BODY}{tail}"
    (found,) = articles(text)
    named = {name: getattr(found, name) for name in ("author", "section", "published", "original_outlet")}
    return {name: fact.value if fact else None for name, fact in named.items()} | {
        "title": found.title.of(text) if found.title else None,
    }


@pytest.mark.parametrize(
    "below",
    [
        f"{DECK}\nBy Ana Weller\nNovember 12, 2021",
        f"{DECK}\nBy\nAna Weller\nNovember 12, 2021\n* Print\n* Share",
        f"By Ana Weller\nNovember 12, 2021\nHighlights\n{DECK}",
        f"By Ana Weller | November 12, 2021\nShare all options for: {TITLE}\nThe lower bridge, closed since Monday. Photo: River Post",
        "Ana Weller\nNovember 12, 2021\n@anaweller\n* Print\n“Lower Bridge”",
        f"Ana Weller\nNovember 12, 2021\n12345\nPhoto: River Post\nImage 1 of 4\n{TITLE}",
    ],
)
def test_the_title_stands_above_its_deck_its_credits_and_the_pictures(below: str) -> None:
    found = facts(f"{MENU}{TITLE}\n{below}")
    assert (found["title"], found["author"], found["published"]) == (TITLE, "Ana Weller", "2021-11-12")


def test_a_sentence_with_which_the_text_opens_too_is_its_deck() -> None:
    deck = BODY.partition("\n")[0]
    assert facts(f"{MENU}Five things to know in November\n{deck}\nAuthor:\nAna Weller")["title"] == "Five things to know in November"


def test_a_title_that_stands_twice_above_another_line_is_the_title() -> None:
    deck = "Ferry takes over for all of next winter's boats"
    assert facts(f"{MENU}Up next:\n{TITLE}\n{TITLE}\n{deck}\n* by Ana Weller\n* Nov 12, 2021")["title"] == TITLE


@pytest.mark.parametrize(
    ("head", "title", "day"),
    [
        ("Lower bridge and ferry: what we know on 12 November 2021", True, "2021-11-12"),
        ("Bridge briefing, 12 November 2021\n\n13 November 2021", True, "2021-11-13"),
        ("12 November 2021", False, "2021-11-12"),
        ("River Gazette, 12 November 2021\n13 November 2021", False, "2021-11-12"),
    ],
)
def test_a_line_that_says_more_than_its_date_may_be_the_title(head: str, title: bool, day: str) -> None:
    found = facts(f"{MENU}{head}\n")
    assert (found["title"], found["published"]) == (head.partition("\n")[0] if title else None, day)


def test_a_title_is_reached_past_the_items_of_lists() -> None:
    popular = "Most popular\n" + "".join(f"{number}. Fisher lands {number} eels in one morning\n" for number in range(1, 31))
    assert facts(f"{MENU}{TITLE}\nBy Ana Weller\nNovember 12, 2021\n{popular}")["title"] == TITLE


@pytest.mark.parametrize(
    ("head", "section"),
    [
        (f"{MENU}1. Home\n2. Harbour\n3. {TITLE}\n{TITLE}\nNovember 12, 2021", "Harbour"),
        (f"{MENU}* Home\n* Harbour\n{TITLE}\nNovember 12, 2021", "Harbour"),
        (f"{MENU}* Start\n* Bridges\n* {TITLE}\n{TITLE}\nNovember 12, 2021", None),  # no word for the front page
        (f"{MENU}* Home\n* Bridges\n* {TITLE}\n{TITLE}\nNovember 12, 2021", "Bridges"),
        (f"{MENU}1. Home\n2. Town\n3. Bridges\nNovember 12, 2021\n{TITLE}", "Bridges"),
        (f"{MENU}{TITLE}\nNovember 12, 2021", None),  # the menu itself
        (f"{MENU}{MENU}{TITLE}\nNovember 12, 2021", None),
        (f"{MENU}Search the site\nHARBOUR\n{TITLE}\nNovember 12, 2021", "HARBOUR"),
        (f"{MENU}Search the site\nHarbour\nNovember 12, 2021\n{TITLE}", "Harbour"),
        (f"{MENU}{TITLE}\nBlog > Town > Bridges\nNovember 12, 2021", "Bridges"),
        (f"{MENU}Search the site\nStill closed\n{TITLE}\nNovember 12, 2021 / updated 3 / 4", None),
    ],
)
def test_the_section_is_the_last_step_before_the_title_or_an_item_of_the_menu_above_it(head: str, section: str | None) -> None:
    found = facts(head)
    assert (found["title"], found["section"]) == (TITLE, section)


@pytest.mark.parametrize(
    ("head", "tail", "section"),
    [
        ("", "CategoriesHarbour\nTagsferry, ice\n", "Harbour"),
        ("", "Posted in Harbour\nTagged ferry, ice\n", "Harbour"),
        ("Category: Harbour\n", "", "Harbour"),
        ("Rubrik:\nHafen\n", "", "Hafen"),
        ("", "Категория: Порт\n", "Порт"),
        ("Posted by Ana Weller in Harbour | 2 comments\n", "", "Harbour"),
        ("Posted by Ana Weller in New Delhi\n", "", None),  # where it was written
        ("Written by\nAna Weller\nin\nHarbour\n", "", "Harbour"),
        ("Ana Weller\nin\nHarbour\n", "", None),
        ("", "Category: Harbour, Ice, Bridges\n", None),
        ("", "Categories: Ships1987 in Weirhaven\n", None),
        ("", "Category winners will be told in spring\n", None),
    ],
)
def test_a_section_is_named_behind_a_word_for_it(head: str, tail: str, section: str | None) -> None:
    found = facts(f"{MENU}{TITLE}\nNovember 12, 2021\n{head}", tail)
    assert (found["title"], found["section"]) == (TITLE, section)


@pytest.mark.parametrize(
    ("head", "section"),
    [
        (f"Breadcrumb\nHome\nReports\nBridges\n{TITLE}\nNovember 12, 2021", "Bridges"),
        (f"Fil d'Ariane\nAccueil\nBridges\n{TITLE}\n{TITLE}\nNovember 12, 2021", "Bridges"),
        (f"Reports\nHome\nBridges today\nWide\n{TITLE}\nNovember 12, 2021", None),  # nothing says that it is a trail
        (f"Home / Opinion / Letters\nLetters\nSaturday 12 November 2021\nFrom our readers\n{TITLE}\nNovember 12, 2021", "Letters"),
        (f"Home > Bridges > Updated 3 hours ago\nShare\nPrint\n{TITLE}\nNovember 12, 2021", "Bridges"),
        (f"Home > Bridges > {TITLE[:20]}...\nShare\nPrint\n{TITLE}\nNovember 12, 2021", "Bridges"),
    ],
)
def test_a_trail_gives_the_section_line_by_line_and_from_afar(head: str, section: str | None) -> None:
    found = facts(f"{MENU}{head}")
    assert (found["title"], found["section"]) == (TITLE, section)


@pytest.mark.parametrize(
    ("tail", "author"),
    [
        ("Publicada por Ana Weller à(s) 09:47\n", "Ana Weller"),
        ("Eingestellt von Ana Weller um 09:47\n", "Ana Weller"),
        ("Imeandikwa\n加星标 保持未读 分享\n", None),
    ],
)
def test_who_posted_a_text_may_stand_below_it(tail: str, author: str | None) -> None:
    assert facts(f"{MENU}{TITLE}\nNovember 12, 2021\n", tail)["author"] == author


def test_whoever_speaks_in_a_record_has_not_signed_it() -> None:
    first, second, rest = BODY.split("\n\n", 2)
    lines = f"{first}\n\n{second}\n\n(Maria Weller)\nShare\n{rest}"
    for body, author in ((BODY, "Maria Weller"), (lines, None)):
        (found,) = articles(f"{MENU}{TITLE}\nNovember 12, 2021\n\n{body}\nMaria Weller\nShare\nI do.\n")
        assert (found.author.value if found.author else None) == author


def test_the_words_that_name_an_author_end_where_a_word_does() -> None:
    assert facts(f"{MENU}{TITLE}\nNovember 12, 2021\nنوشته‌شده توسط\nمینا رستگار\n")["author"] == "مینا رستگار"
    assert facts(f"{MENU}{TITLE}\nNovember 12, 2021\n聞き手・水野沙織\n")["author"] == "水野沙織"


def test_who_posted_a_text_and_when_may_stand_above_its_title() -> None:
    found = facts(f"{MENU}All posts\nMaria Weller\nNov 12, 2021\n{TITLE}\n")
    assert (found["title"], found["author"], found["published"]) == (TITLE, "Maria Weller", "2021-11-12")


def test_the_second_of_two_lines_between_a_day_and_a_text_is_a_deck() -> None:
    deck = "The harbour office must replace two beams"
    assert facts(f"{MENU}Statement\nNovember 12, 2021\n{TITLE}\n{deck}\n")["title"] == TITLE
    assert facts(f"{MENU}November 12, 2021\nHarbour\n{TITLE}\n")["title"] == TITLE


def test_a_title_stands_above_the_name_of_its_channel() -> None:
    channel = "River Files\n61.2K subscribers\nSubscribe\nDownload\n94,211 views  Nov 12, 2021"
    found = facts(f"Log in\nSearch\n0:00 / 18:42\n{TITLE}\n{channel}")
    assert (found["title"], found["published"]) == (TITLE, "2021-11-12")


def test_a_label_alone_has_its_name_below_it() -> None:
    found = facts(f"{MENU}{TITLE}\nAuthor:\nRiver Watch\nPublish date:\nNovember 12, 2021")
    assert (found["title"], found["author"], found["published"]) == (TITLE, "River Watch", "2021-11-12")


def test_a_day_behind_the_first_publication_is_no_outlet() -> None:
    found = facts(f"{MENU}{TITLE}\nNovember 13, 2021", "First published on November 12, 2021 / 8:16 AM\n")
    assert (found["original_outlet"], found["published"]) == (None, "2021-11-13")


def test_a_house_that_signs_its_own_pages_reprints_nobody() -> None:
    foot = "© 2021 River Post Media. All rights reserved.\n"
    assert facts(f"{MENU}{TITLE}\nNovember 13, 2021\nby River Post Media Weekly", foot)["original_outlet"] is None


@pytest.mark.parametrize(
    ("credits", "author"),
    [
        ("* Ana Weller\n* 12 Nov 2021, 19:09\n* Updated: 12 Nov 2021, 19:11", "Ana Weller"),
        ("By Ana WellerHarbour Columnist\nNovember 12, 2021", "Ana Weller"),
        ("By Ana McWeller\nNovember 12, 2021", "Ana McWeller"),
        ("November 12, 2021 | by Catherine", "Catherine"),
        ("November 12, 2021 | BY: Riverbody", "Riverbody"),
        ("Ana Weller Associated Press\nPublished 11:34 PM EST Nov 12, 2021", "Ana Weller"),
        ("Ana Weller, the 12th of November 2021", "Ana Weller"),
        ("Harbour Gazette, the 12th of November 2021", None),
        ("JANE HAR\nNov. 12, 2021Updated: Nov. 13, 2021", "JANE HAR"),
        ("Harbourbridge FerrySpring\nNovember 12, 2021", None),  # tags run together
    ],
)
def test_an_author_is_read_behind_a_bullet_before_an_office_and_with_one_name(credits: str, author: str | None) -> None:
    assert facts(f"{MENU}{TITLE}\n{credits}")["author"] == author


def test_a_town_beside_the_day_and_a_line_that_stands_again_and_again_are_no_authors() -> None:
    assert facts(f"{MENU}{TITLE}\nNew Delhi | November 13, 2021")["author"] is None
    assert facts(f"{MENU}{TITLE}\nNovember 13, 2021", "Premium Themes Free\n" * 3)["author"] is None
