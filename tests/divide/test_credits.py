"""What single lines of a head or a tail say: agencies' marks, translators, papers behind authors."""

from __future__ import annotations

import pytest

from testimonia.base.documents import Segment
from testimonia.divide.agencies import behind, mark_of
from testimonia.divide.credits import labelled, person_beside_day
from testimonia.divide.lines import Line, lines_of
from testimonia.divide.names import is_person
from testimonia.divide.openings import references
from tests.divide.test_pages import articles, page


def line_of(words: str) -> Line:
    """One line of a page that is no article's."""
    return lines_of(words, (Segment("d1", 0, len(words), "furniture", ""),))[0]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Both sides asked for more time. (dpa/lm)", "dpa"),
        ("Both sides asked for more time. AFP/Reuters", "AFP/Reuters"),
        ("Both sides asked for more time. — Reuters", "Reuters"),
        ("Οι πληρωμές θα αρχίσουν τον Μάιο. (ΑΠΕ-ΜΠΕ)", "ΑΠΕ-ΜΠΕ"),
        ("Протестиращите са били около сто. /БТА/", "БТА"),
        ("Both sides asked for more time. (with AFP)", None),  # it is not the agency's text
        ("Both sides asked for more time. (Weller)", None),
        ("Both sides asked for more time.", None),
    ],
)
def test_an_agency_signs_behind_the_last_sentence(words: str, name: str | None) -> None:
    span = behind(line_of(words))
    assert (span.of(words) if span else None) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("(AFP)", "AFP"),
        ("7 May 2019 18:42 | AA", "AA"),
        ("dpa, 7. Mai 2019", "dpa"),
        ("Reuters said so on 7 May 2019", None),
        ("7 May 2019 | Weir", None),
    ],
)
def test_an_agency_stands_alone_or_beside_the_day(words: str, name: str | None) -> None:
    span = mark_of(line_of(words))
    assert (span.of(words) if span else None) == name


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("(traduzione di Elena Bassi)", [("translator", "Elena Bassi")]),
        ("[Übersetzung: Jana Holm]", [("translator", "Jana Holm")]),
        ("Перевод с датского: Анна Вельская", [("translator", "Анна Вельская")]),
        ("Traduit du norvégien par Maud Kerven", [("translator", "Maud Kerven")]),
        ("Traducere din suedeză de Ioana Dobre", [("translator", "Ioana Dobre")]),
        ("Diterjemahkan oleh Wayan Sudirta", [("translator", "Wayan Sudirta")]),
        ("Weir Gazette, 8 May 2014. Translated from Danish by Ana Weller", [("translator", "Ana Weller")]),
        ("Sud-Matin, 7 octobre 2014, par Karim Benaïssa", [("author", "Karim Benaïssa")]),
        ("8 Kasım 2019 14:05 | Haber: Selin Aktaş", [("author", "Selin Aktaş")]),
        ("By Ana Weller, of the Weir Gazette", [("original_outlet", "Weir Gazette"), ("author", "Ana Weller")]),
        ("By Ana Weller, of Weirhaven", [("author", "Ana Weller")]),
        ("By Ana Weller in Weirhaven", [("author", "Ana Weller")]),
        ("29 martie 2012 de Corina Pop", [("author", "Corina Pop")]),
        ("By AFP", [("original_outlet", "AFP")]),
        ("3 May 2021, by the weir", []),
    ],
)
def test_labels_name_who_wrote_translated_or_printed_a_text(words: str, said: list[tuple[str, str]]) -> None:
    assert [(one.field, one.value) for one in labelled(words, line_of(words))] == said


BODY = """The council heard the engineer for an hour and asked him to come again with figures that somebody had checked.
It was agreed to go on with this in the spring. The mill's owner said that the weir belongs to nobody, and left before the end."""


def test_a_mail_s_title_has_no_label() -> None:
    text = f"From: Ana Weller <ana@weir.example>\nDate: 3 May 2021 10:12\nSubject: The weir must stay\n\n{BODY}\n"
    (article,) = articles(text)
    assert article.title is not None
    assert article.title.of(text) == "The weir must stay"


def test_the_name_at_the_top_of_which_an_address_is_made_is_the_outlet() -> None:
    text = f"WEIR RIGHTS WATCH\nURGENT ACTION\n5 June 2009\nThe weir is closed to its fishermen\n{BODY}\nwww.weirrights.example\n"
    assert [article.outlet.value for article in articles(text) if article.outlet] == ["WEIR RIGHTS WATCH"]


def test_a_source_may_stand_below_a_list_of_other_articles() -> None:
    text = (
        f"The weir is closed to its fishermen\n5 June 2009\n{BODY}\nRelated articles\nThe mill opens again\nSource: Weir Gazette\nShare\n"
    )
    assert [article.original_outlet.value for article in articles(text) if article.original_outlet] == ["Weir Gazette"]


@pytest.mark.parametrize(
    "head",
    ["11 May 2016, 15:22 | Rosa Dimova", "Rosa Dimova\nReporter\nrosa@weirgazette.example\nPublished: 14.10.2022"],
)
def test_a_reporter_stands_beside_the_day_or_above_an_address(head: str) -> None:
    text = f"The weir is closed to its fishermen\n{head}\n{BODY}\n"
    (article,) = articles(text)
    assert article.author is not None
    assert article.author.value == "Rosa Dimova"
    assert article.title is not None
    assert article.title.of(text).startswith("The weir")


def test_a_forwarded_mail_is_its_first_sender_s() -> None:
    forward = "From: Bo Lund <bo@weir.example>\nTo: list@weir.example\nDate: 3 May 2021 10:12\nSubject: Fwd: The weir must stay"
    text = f"{forward}\n---------- Forwarded message ----------\nFrom: Ana Weller <ana@weir.example>\n{BODY}\n"
    assert [article.author.value for article in articles(text) if article.author] == ["Ana Weller"]


def test_a_masthead_is_no_title_above_a_longer_one() -> None:
    head = "Living Weir\nPress release\nWeirhaven, 3 June 2020\nThe permit for the weir was given without a hearing"
    text = f"{head}\n{BODY}\nwww.livingweir.example\n"
    (article,) = articles(text)
    assert article.title is not None
    assert article.title.of(text).startswith("The permit")
    assert article.outlet is not None
    assert article.outlet.value == "Living Weir"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("By our correspondent Ana Weller", "Ana Weller"),
        ("Von unserem Korrespondenten Jan Holm", "Jan Holm"),
        ("De notre correspondante Maud Kerven", "Maud Kerven"),
        ("От нашего корреспондента Анны Вельской", "Анны Вельской"),
        ("Do nosso correspondente Duarte Falcão", "Duarte Falcão"),
        ("Von unserem Korrespondenten", None),
        ("The reporter was late", None),
        ("From our own correspondent in the north", None),
    ],
)
def test_what_somebody_is_for_the_paper_is_no_part_of_the_name(words: str, name: str | None) -> None:
    assert next((one.value for one in labelled(words, line_of(words)) if one.field == "author"), None) == name


def test_labels_beside_the_day_name_the_paper_and_the_author() -> None:
    words = "2015-06-18 09:42 来源：江口晚报 作者：周文岚"
    assert [(one.field, one.value) for one in labelled(words, line_of(words))] == [("original_outlet", "江口晚报"), ("author", "周文岚")]


@pytest.mark.parametrize(
    "words",
    ["责任编辑：周文岚", "Edited by Ana Weller", "Editör: Selin Aktaş", "Szerkesztő: Vel Ilona", "2015-06-18 09:42 责任编辑：周文岚"],
)
def test_whoever_edited_a_text_is_not_its_author(words: str) -> None:
    assert not [one for one in labelled(words, line_of(words)) if one.field == "author"]


def test_an_author_before_a_day_is_no_outlet() -> None:
    words = "Автор: Анна Вельская, 15 марта 2016, 10:21"
    assert not [one for one in references(words, line_of(words), "ru", "") if one.field == "original_outlet"]


def test_the_credit_of_a_picture_below_a_title_is_not_the_title() -> None:
    found = articles(f"Weir stays shut\nBy Ana Weller\n14.09.2017\nThe weir is made for twelve mills and has four. Photo: Archive\n{BODY}")
    assert found[0].title is not None and found[0].title.end == len("Weir stays shut")


@pytest.mark.parametrize(
    ("words", "person"),
    [
        ("Dan Ilie", True),
        ("Ali Weller", True),
        ("Анна Вельская", True),
        ("Добавить отзыв", False),  # a small letter opens no name in any script that has capitals
        ("Share Print", False),
        ("Die Weite", False),
        ("ანა ველი", True),  # this one has none
    ],
)
def test_what_can_be_a_name(words: str, person: bool) -> None:
    assert is_person(words) is person


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Joris van Balen 23 feb. 2021, 06:00", "Joris van Balen"),
        ("Ana Weller March 5, 2021", "Ana Weller"),
        ("Weir Gazette 5 March 2021", None),
        ("L'Écho du Delta, 10 octobre 2014", None),  # a paper's name stands before a comma too
        ("Tuesday 5 March 2021", None),
    ],
)
def test_a_name_may_stand_right_before_the_day(words: str, name: str | None) -> None:
    said = person_beside_day(words, line_of(words))
    assert (said.value if said else None) == name


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("By Ana Weller March 5, 2021, 07:47 PM", [("author", "Ana Weller")]),
        ("Reporting by Ana Weller; editing by Tom Hale", [("author", "Ana Weller")]),
        ("• by Ana Weller", [("author", "Ana Weller")]),
        ("Text: Ana Weller", [("author", "Ana Weller")]),
        ("Haber: Selin Aktaş", [("author", "Selin Aktaş")]),
        ("گزارش: نسرین آبادانی", [("author", "نسرین آبادانی")]),
        ("Text: what the mill was sold for", []),
        ("Posted by weirwatcher at 21:14", [("author", "weirwatcher")]),
        ("Publicado por ribeira_72 em 3 de maio de 2021", [("author", "ribeira_72")]),
        ("Posted by the weir", []),
        ("来源：江渡时报 作者：顾晓岚", [("original_outlet", "江渡时报"), ("author", "顾晓岚")]),
    ],
)
def test_a_writer_is_named_behind_a_label_and_before_what_follows(words: str, said: list[tuple[str, str]]) -> None:
    assert [(one.field, one.value) for one in labelled(words, line_of(words))] == said


def test_a_menu_shown_twice_gives_no_section() -> None:
    text = page("paywall_en").text.replace("Sign In\nLocal\n", "Sign In\nWeather\nLocal\nWeather\nLocal\n")
    assert [one.section for one in articles(text)] == [None]


def test_the_words_above_a_picture_s_credit_are_no_title() -> None:
    text = page("paywall_en").text.replace(" (Photo: J. Marsh / Coldwater Post)", "\nPhoto: J. Marsh")
    (article,) = articles(text)
    assert article.title is not None
    assert not article.title.of(text).startswith("The ferry Adelheid")


def test_of_several_labelled_days_of_a_head_the_last_is_that_of_the_text() -> None:
    head = "Day of the act : 11/08/2015\nDay of the ruling : 19/12/2017\n"
    (article,) = articles(f"WEIR COUNTY COURT\nThe mill and the sluice\n{head}{BODY}\n{BODY.replace('mill', 'lock')}\n")
    assert article.published is not None
    assert article.published.value == "2017-12-19"


@pytest.mark.parametrize(
    ("source", "found", "original"),
    [
        ("Source: Weir Ministry, March 3, 2021", "Mostly false", None),
        ("Quelle: Ministerium des Wehrs, 3. März 2021", "Größtenteils falsch", None),
        ("Source: Weir Gazette, March 3, 2021", "The lock is shut", "Weir Gazette"),
    ],
)
def test_the_source_of_a_claim_that_is_checked_is_not_that_of_the_page(source: str, found: str, original: str | None) -> None:
    (article,) = articles(f"Who emptied the mill pond?\n\n9 March 2021\n\n{source}\n\n{found}\n\n{BODY}\n{BODY.replace('mill', 'lock')}\n")
    assert (article.original_outlet.value if article.original_outlet else None) == original
    assert article.published is not None
    assert article.published.value == "2021-03-09"
