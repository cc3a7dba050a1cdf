"""Who published a page and when, where nothing but its title, its first lines or the opening of the report says so."""

from __future__ import annotations

import pytest

from testimonia.base.documents import Article
from testimonia.base.settings import Limits
from testimonia.capture.reading import read_bytes
from testimonia.clean import clean
from testimonia.divide import divide

BODY = (
    "The lower bridge will stay closed until the ice has gone, the harbour office said on Tuesday, and nobody there had been asked.\n\n"
    "A teacher who crosses it every day said that she would walk over the weir instead, as she had done when the last bridge was built.\n"
)
TITLE = "Lower bridge stays closed until spring"


def article(source: str, name: str) -> Article:
    """The only article of a page."""
    document = read_bytes(source.encode(), name, (), Limits()).documents[0]
    (found,) = divide(document, clean(document)).articles
    return found


def html(title: str) -> Article:
    """The article of a page with that `<title>`."""
    paragraphs = "".join(f"<p>{part}</p>" for part in BODY.split("\n\n"))
    return article(
        f"<html><head><title>{title}</title></head><body><h1>{TITLE}</h1><p>12 March 2021</p>{paragraphs}</body></html>", "a.html"
    )


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        (f"{TITLE} - The Weir Courier", "The Weir Courier"),
        (f"{TITLE} | Local | The Weir Courier", "The Weir Courier"),
        (f"Weir Group (WG) » {TITLE}", "Weir Group"),
        (TITLE, None),
        (f"{TITLE} - (WG)", None),
        (f"{TITLE} - and what the village thinks of it now that the winter is here again", None),
        (f"{TITLE} and summer", None),
        ("Something else - The Weir Courier", None),
    ],
)
def test_the_title_of_a_page_names_its_site_beside_the_title_of_the_text(title: str, outlet: str | None) -> None:
    fact = html(title).outlet
    assert (fact.value if fact else None) == outlet


@pytest.mark.parametrize(
    ("line", "holder"),
    [
        ("© Copyright Weir Media Pvt Ltd 2021. All rights reserved.", "Weir Media Pvt Ltd"),
        ("Copyright (c) 2021 The Weir Herald unless otherwise noted", "The Weir Herald"),
        ("© 2021 Harbour Press", "Harbour Press"),
        ("© 2021 Copyright Harbour Press", "Harbour Press"),
        ("Contact us | Harbour Press © 2021", "Harbour Press"),
        ("Copyright © 2021 Liman Gazetesi Tüm hakları saklıdır", "Liman Gazetesi"),
        ("© 2021 harbour-press.example", "harbour-press.example"),
        ("© 2021 Vår Fjord Med enerett", "Vår Fjord"),
        ("© 2021 Речной вестник Все права защищены", "Речной вестник"),
        ("© 2021 河报新闻 版权所有", "河报新闻"),
        ("All rights reserved © 2021 The Weir Herald is a registered trademark of Weir Publishing", "The Weir Herald"),
        ("© 2021 Talkurier ist eine eingetragene Marke der Talverlag AG", "Talkurier"),
        ("© Weir Newspapers Limited in England No. 679 Registered office: 1 Weir Street", "Weir Newspapers Limited"),
        ("© 2021 Harbour Press No part of this page may be copied", "Harbour Press"),
        (f"© 2021 Harbour Press. {'Use of this site means that you accept our terms. ' * 8}", "Harbour Press"),
    ],
)
def test_the_holder_of_a_copyright_line_is_its_name_alone(line: str, holder: str) -> None:
    fact = article(f"{TITLE}\n\n12 March 2021\n\n{BODY}\n\n{line}\n", "a.txt").outlet
    assert fact is not None and fact.value == holder


@pytest.mark.parametrize(
    ("top", "outlet"),
    [
        ("THE WEIR COURIER\nPolitics | Opinion | Harbour | Support us\n\n", "THE WEIR COURIER"),
        ("Open Navigation Menu\nHome\nPolitics\nSport\nLog in\n\n", None),
        ("Jump to where you were\nHome\nPolitics\nSport\nLog in\n\n", None),
        ("Unser Flussblatt\nStartseite  Politik  Kultur  Newsletter\n\n", "Unser Flussblatt"),
        ("THE WEIR COURIER\nWhat the river tells us every day\n\n", None),
        ("RiverForum\nHome Boards Members\n\n", "RiverForum"),
        ("Notes from the quay\nwords and water\nHome › Notes\n\n", None),
        ("Notes from the Quay\nwords and water\nHome › Notes\n\n", "Notes from the Quay"),
        ("Home\nWorld\nSport\nLog in\n\nHarbour Wire\n\n", None),
    ],
)
def test_a_name_above_a_menu_in_one_line_is_the_site(top: str, outlet: str | None) -> None:
    fact = article(f"{top}{TITLE}\n\n12 March 2021\n\n{BODY}", "a.txt").outlet
    assert (fact.value if fact else None) == outlet


@pytest.mark.parametrize(
    ("top", "foot", "outlet"),
    [
        ("Town of Weirhaven\nNews", "Town of Weirhaven, 12 Quay Street", "Town of Weirhaven"),
        ("WEIR WIRE - daily reports\n5 May 2021", "Imprint: Weir Wire", "WEIR WIRE"),
        ("Local Matters\nNews", "Subscribe to Local Matters today", None),
        ("Town of Weirhaven\nNews", "Town of Weirhaven", None),
    ],
)
def test_a_name_in_the_head_is_the_site_where_the_foot_has_it_in_its_imprint(top: str, foot: str, outlet: str | None) -> None:
    fact = article(f"{top}\n\n{TITLE}\n\n12 March 2021\n\n{BODY}\n\n{foot}\n", "a.txt").outlet
    assert (fact.value if fact else None) == outlet


@pytest.mark.parametrize(
    ("top", "foot", "outlet"),
    [
        ("Weir Files\n61.2K subscribers\nSubscribe\n", "© 2021 X Corp.", "Weir Files"),
        ("Bürgerverein Flusstal\n1.243 Gefällt mir-Angaben • 1.310 Follower\n", "", "Bürgerverein Flusstal"),
        ("Maria Weller\n1.310 followers\n", "", None),  # somebody's own page
        ("The Long Quay\nwords from the water\nFriday, 12 March 2021\n", "", "The Long Quay"),
        ("Sign in\nThe Long Quay\n", "Thanks\nSubscribe to The Long Quay\n© 2021 Maria Weller", "The Long Quay"),
        ("Sign in\n", "© 2021 Maria Weller", "Maria Weller"),
        ("The River Tribune\nHelp\n", "© 2021 River Tribune & Media Limited", "The River Tribune"),
        ("Media\nHelp\n", "© 2021 River Tribune & Media Limited", "River Tribune & Media Limited"),
        ("River Record\nHelp\n", "© House Copyright 2021", None),
    ],
)
def test_a_page_is_named_by_its_channel_its_head_or_the_firm_behind_it(top: str, foot: str, outlet: str | None) -> None:
    fact = article(f"{top}\n{TITLE}\n\n12 March 2021\n\n{BODY}\n\n{foot}\n", "a.txt").outlet
    assert (fact.value if fact else None) == outlet


def test_a_name_below_the_menu_is_the_site_where_the_dateline_has_it_again() -> None:
    top = "Home\nWorld\nSport\nLog in\n\nHarbour Wire\n\n"
    found = article(f"{top}{TITLE}\n\nBy Ana Terek\n\nWEIRHAVEN, March 9, 2021 (Harbour Wire) - {BODY}", "a.txt")
    assert found.outlet is not None and found.outlet.value == "Harbour Wire"
    assert found.original_outlet is None  # its own report
    assert found.published is not None and found.published.value == "2021-03-09"


def test_a_dateline_dates_the_first_publication_of_a_reprint() -> None:
    found = article(f"{TITLE}\n\n12 March 2021\n\nWEIRHAVEN, March 9, 2021 (Harbour Wire) - {BODY}", "a.txt")
    assert found.published is not None and found.published.value == "2021-03-12"
    assert found.first_published is not None and found.first_published.value == "2021-03-09"
    assert found.original_outlet is not None and found.original_outlet.value == "Harbour Wire"


@pytest.mark.parametrize(
    ("opening", "mark"), [("WEIRHAVEN (AP) - ", "AP"), ("Weirhaven, WXN - ", "WXN"), ("Weirhaven, 9 mar (EFE).- ", "EFE")]
)
def test_the_mark_of_an_agency_is_the_originals(opening: str, mark: str) -> None:
    found = article(f"{TITLE}\n\n12 March 2021\n\n{opening}{BODY}", "a.txt").original_outlet
    assert found is not None and found.value == mark


@pytest.mark.parametrize(
    "opening",
    [
        "The Ministry of Works (MoW) - ",
        "Weir Watch (Friends) - ",
        "",
        "Spring came early - ",
        "WEIRHAVEN - ",
        "NEW WEIR CITY — ",
        "Weirhaven, FRANCE - ",
    ],
)
def test_a_place_or_a_short_form_in_brackets_is_no_service(opening: str) -> None:
    found = article(f"{TITLE}\n\n12 March 2021\n\n{opening}{BODY}", "a.txt")
    assert found.original_outlet is None
    assert found.first_published is None


@pytest.mark.parametrize(
    ("top", "outlet"),
    [
        ("Ministry of Bridges of the Republic of Weirland\nPress office", "Ministry of Bridges of the Republic of Weirland"),
        ("MINISTÈRE DES PONTS\nService de presse", "MINISTÈRE DES PONTS"),
        ("☰ Menu\nWEIR POST – the paper of the whole valley\nHome › Local", "WEIR POST"),
        ("Weir Rights Watch\nDonate | About us | Reports | EN DE", "Weir Rights Watch"),
        ("what we say\nPress office", None),
    ],
)
def test_a_letterhead_a_name_with_a_slogan_and_a_name_over_a_menu_are_the_outlet_and_no_title(top: str, outlet: str | None) -> None:
    found = article(f"{top}\n\n12 March 2021\n\n{TITLE}\n\n{BODY}", "a.txt")
    assert (found.outlet.value if found.outlet else None) == outlet


@pytest.mark.parametrize(
    ("top", "outlet"),
    [
        ("The Weir Courier                         Tuesday 9 October 1984\nPage 5\n\n", "The Weir Courier"),
        ("12    WEIR REVIEW · April 1997\n\n", "WEIR REVIEW"),
        ("Ana Terek · 9 October 2014\n\n", None),  # who wrote it
        ("Home | 9 October 2014\n\n", None),
        ("weirpost.example\n\n", "weirpost.example"),
        ("WeirTalk.example - what the river says\n\n", "WeirTalk.example"),
        ("Weir Talk > Local > Boats\nReply to Weir Talk\n\n", "Weir Talk"),
        ("Skip to content\nThe notebook of Ana Terek\nwords and water\nHome\nAbout\nContact\n\n", "The notebook of Ana Terek"),
        ("Weir Talk\nForums\nWhat is new\nMembers\nLog in\nRegister\n\n", "Weir Talk"),
        ("Weir Anglers Union\n12 Quay Street\nPRESS RELEASE\n\n", "Weir Anglers Union"),
    ],
)
def test_a_masthead_an_address_or_a_letterhead_names_the_page(top: str, outlet: str | None) -> None:
    fact = article(f"{top}{TITLE}\n\n12 March 2021\n\n{BODY}", "a.txt").outlet
    assert (fact.value if fact else None) == outlet


@pytest.mark.parametrize(
    "maker", ["Community platform by XenForo® © 2010-2021 XenForo Ltd.", "© 2021 X Corp.", "© phpBB Limited", "© 2001-2016 Comsenz Inc."]
)
def test_who_made_the_program_of_a_site_is_not_its_outlet(maker: str) -> None:
    assert article(f"{TITLE}\n\n12 March 2021\n\n{BODY}\n\n{maker}\n", "a.txt").outlet is None


@pytest.mark.parametrize(
    ("top", "name"),
    [
        ("LANTERN RELIEF\nSituation Report #4\nFloods in the valley", "LANTERN RELIEF"),
        ("Observatoire des oasis\nAccueil | Rapports | Communiqués | Contact\nLa palmeraie se meurt", "Observatoire des oasis"),
    ],
)
def test_a_name_above_the_number_of_an_issue_or_a_menu_with_the_front_page_is_the_outlet(top: str, name: str) -> None:
    found = article("\n".join([top, BODY, BODY.replace("weir", "lock")]), "a.txt")
    assert found.outlet is not None
    assert found.outlet.value == name
