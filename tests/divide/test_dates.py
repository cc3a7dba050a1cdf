import pytest

from testimonia.base.shapes import shape
from testimonia.base.spans import Span
from testimonia.divide.dates import DAY_FIRST, dates_in, months_in, page_order, settled
from testimonia.divide.lines import Line
from testimonia.divide.openings import narrated


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("8 January 2020", "en", "2020-01-08"),
        ("Nov. 18th, 2019", "en", "2019-11-18"),
        ("Posted onNovember 18, 2019 by Ana Weller", "en", "2019-11-18"),
        ("18 تشرين الثاني 2019", "ar", "2019-11-18"),
        ("18 نوفمبر/تشرين الثاني 2019", "ar", "2019-11-18"),
        ("sexta-feira, 22 de outubro de 2010", "pt", "2010-10-22"),
        ("18 nëntor 2019", "sq", "2019-11-18"),
        ("18. listopada 2019.", "sr", "2019-10-18"),
        ("18 listopada 2019", "pl", "2019-11-18"),
        ("2019年11月18日", "zh", "2019-11-18"),
        ("2019-11-18T22:05:36Z", "en", "2019-11-18"),
        ("25.12.2021", "de", "2021-12-25"),
        ("١٨/١١/٢٠١٩", "ar", "2019-11-18"),
        ("۱۲ دی ۱۳۹۹", "fa", "2021-01-01"),
        ("سه‌شنبه ۱ فروردین ۱۴۰۲", "fa", "2023-03-21"),
        ("10 محرم 1443", "ar", "2021-08-19"),
        ("19 जुलाई 2022", "hi", "2022-07-19"),
        ("Tuesday 7, January 2014", "en", "2014-01-07"),
        ("8 Ιανουαρίου του 2020", "el", "2020-01-08"),
        ("8 janar të vitit 2020", "sq", "2020-01-08"),
        ("8 يناير من عام 2020", "ar", "2020-01-08"),
        ("am 8. Januar des Jahres 2020", "de", "2020-01-08"),
        ("8 de enero del año 2020", "es", "2020-01-08"),
        ("8 januari van 2020", "nl", "2020-01-08"),
        ("8 Januari tahun 2020", "id", "2020-01-08"),
    ],
)
def test_dates_are_read_in_their_language(text: str, language: str, value: str) -> None:
    assert [dated.value for dated in dates_in(text, (0, len(text)), language)] == [value]


def test_an_open_order_is_a_doubt_until_the_page_settles_it() -> None:
    text = "08/11/2019"
    (dated,) = dates_in(text, (0, len(text)), "en")
    assert settled(dated, None, "en")[1].startswith("doubt")
    assert settled(dated, DAY_FIRST, "en")[0] == "2019-11-08"
    assert settled(dated, None, "de")[0] == "2019-11-08"


def test_the_page_shows_its_order() -> None:
    text = "25/12/2019 and 08/11/2019"
    assert page_order(dates_in(text, (0, len(text)), "en")) == DAY_FIRST


def test_no_such_day_is_no_date() -> None:
    assert dates_in("31/02/2019 99/99/2019 32 January 2020", (0, 40), "en") == []


def test_a_date_of_another_calendar_keeps_its_words_and_says_so() -> None:
    text = "تاریخ: ۱۲ دی ۱۳۹۹"
    (dated,) = dates_in(text, (0, len(text)), "fa")
    assert dated.span.of(text) == "۱۲ دی ۱۳۹۹"
    assert settled(dated, None, "fa") == ("2021-01-01", "from the jalali calendar")


def test_a_persian_head_gives_the_posts_date() -> None:
    assert shape("۱۲ دی ۱۳۹۹").date >= 2
    assert shape("12 of 1399 ships").date < 2


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("Weir Watch, briefing paper 7, January 2014", "en", "2014-01"),
        ("2014. január", "hu", "2014-01"),
        ("Mars 2009", "fr", "2009-03"),
        ("listopad 2019", "pl", "2019-11"),
    ],
)
def test_a_month_without_a_day_is_read_as_one(text: str, language: str, value: str) -> None:
    assert dates_in(text, (0, len(text)), language) == []
    assert [dated.value for dated in months_in(text, (0, len(text)), language)] == [value]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("The dam above the town broke on 4 May 2019 and nobody was told.", True),
        ("Der Damm über der Stadt brach am 4. Mai 2019 in der Nacht.", True),
        ("This article was first published in the River Post on 3 May 2019.", False),
        ("Ilven, 3 May 2019. The dam above the town broke and nobody was told.", False),
        ("4 May 2019", False),
    ],
)
def test_a_sentence_that_tells_of_a_day_dates_no_page(line: str, told: bool) -> None:
    (dated,) = dates_in(line, (0, len(line)))
    assert narrated(line, Line(Span(0, len(line)), line, "article", shape(line)), dated) is told
