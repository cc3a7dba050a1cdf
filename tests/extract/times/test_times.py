"""Time expressions: values, anchors, precision, doubts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.base.calendars import hijri, jalali
from tests.extract.figures_kit import read, times


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The dam opened on 5 May 1998.", "1998-05-05"),
        ("The dam opened on March 9th, 2001.", "2001-03-09"),
        ("The dam opened in June 2004.", "2004-06"),
        ("The dam opened in 1931.", "1931"),
        ("The dam opened in the 1970s.", "197"),
        ("The dam opened in the early 19th century.", "18"),
        ("The dam opened on 2011-11-23.", "2011-11-23"),
        ("The dam was built between 1961 and 1968.", "1961/1968"),
        ("The dam was built from 1961 to 1968.", "1961/1968"),
        ("The dam opened in the summer of 1988.", "1988-SU"),
        ("The dam opened in the third quarter of 2010.", "2010-Q3"),
        ("The dam opened yesterday.", "2015-04-13"),
        ("The dam opened last year.", "2014"),
        ("The dam opened two years ago.", "2013"),
        ("The dam opened three weeks ago.", "2015-W13"),
        ("The dam opened last month.", "2015-03"),
        ("The dam opened on Friday.", "2015-04-10"),
        ("The dam will open next Friday.", "2015-04-17"),
        ("The dam opened on December 20.", "2014-12-20"),
        ("The dam will open on December 20.", "2015-12-20"),
        ("The dam opened in July.", "2014-07"),
        ("The dam leaked for 30 years.", "P30Y"),
        ("The dam leaks every day.", "P1D"),
        ("In a year they need 40 new gates.", "P1Y"),
        ("The dam was closed for a month.", "P1M"),
        ("To mend it took a week.", "P1W"),
        ("The dam is now empty.", "2015-04"),
        ("The dam opened on 18 Dey 1398.", "2020-01-08"),
        ("The dam opened in the past three years.", "2013/2015"),
        ("The dam opened on 25/12/2014.", "2014-12-25"),
        ("The dam opened on 3 March last year.", "2014-03-03"),
        ("The dam opened in March of last year.", "2014-03"),
        ("The dam broke at half past seven.", "T07:30"),
        ("The dam broke at ten past six in the evening.", "T18:10"),
        ("The dam broke at a quarter to one in the afternoon.", "T12:45"),
        ("The dam broke at twelve o'clock.", "T12:00"),
        ("The dam broke at three o’clock at night.", "T03:00"),
    ],
)
def test_value(text: str, value: str) -> None:
    assert [found[1] for found in times(text, published="2015-04-14")] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Five to ten men came.",
        "Half of ten is five.",
        "She may march to the sea.",
        "The 2,500 seats are full.",
        "Room 2015b",
        "The April girl",
        "12.5.3 is a version",
        "They stay, now that they are old.",
    ],
)
def test_no_time(text: str) -> None:
    assert times(text) == []


def test_a_reprint_counts_from_its_first_date() -> None:
    assert times("It burned last year.", published="2020-03-01", first="2016-05-05") == [("last year", "2015")]


def test_without_a_date_nothing_is_guessed() -> None:
    assert times("It burned last year, on October 5.") == [("last year", None), ("October 5", "XXXX-10-05")]


def test_the_texts_own_time_line() -> None:
    text = "The first well was dug on 2 July 1962.\nA few months later, on October 14th, the second well was dug."
    assert times(text, published="2019-01-01")[-1] == ("October 14th", "1962-10-14")


@pytest.mark.parametrize(
    "text",
    [
        "The first well was dug in 1962. In recent months the villagers have come back. In June, a second well was dug.",
        "The first well was dug in 1962. In June, this year, a second well was dug.",
        "The first well was dug in 1962. Earlier this year the spring ran dry, and in June a second well was dug.",
    ],
)
def test_the_time_line_ends_where_the_text_comes_back_to_its_own_day(text: str) -> None:
    assert dict(times(text, published="2019-09-01"))[next(words for words, _ in times(text) if "June" in words)] == "2019-06"


def test_a_year_named_after_the_present_is_the_time_line_again() -> None:
    text = "Recently the spring ran dry. The first well was dug in 1962. In June, the second followed."
    assert times(text, published="2019-09-01")[-1][1] == "1962-06"


def test_a_weekday_that_does_not_fit_is_told() -> None:
    (wrong,) = read("They met on Monday, 5 May 2020.").times
    assert wrong.value == "2020-05-05"
    assert "weekday mismatch" in wrong.reason
    (right,) = read("They met on Tuesday, 5 May 2020.").times
    assert right.reason == ""


def test_dates_outside_the_calendar_are_doubts() -> None:
    (found,) = read("They met on 31 February 2020.").times
    assert found.value is None
    assert "no day 2020-02-31" in found.reason


def test_day_and_month_that_cannot_be_told_apart_give_the_year() -> None:
    assert times("Due 05/06/2019.") == [("05/06/2019", "2019")]
    assert times("Due 05/06/2019, paid 23/06/2019.")[0][1] == "2019-06-05"


def test_other_calendars() -> None:
    assert jalali(1398, 10, 18).isoformat() == "2020-01-08"
    assert jalali(1357, 11, 22).isoformat() == "1979-02-11"
    assert hijri(1441, 1, 1).isoformat() == "2019-09-01"
    (found,) = read("It happened on 1 Muharram 1441.").times
    assert found.value == "2019-09-01"
    assert "earlier or later" in found.reason


def test_other_languages_through_cldr() -> None:
    assert times("Der Damm wurde am 5. Mai 1998 geöffnet.", language="de") == [("5. Mai 1998", "1998-05-05")]
    assert times("Diga u hap më 5 maj 1998.", language="sq") == [("5 maj 1998", "1998-05-05")]
    assert times("Плотина открыта 5 мая 1998.", language="ru") == [("5 мая 1998", "1998-05-05")]


@given(st.text(alphabet="0123456789/-:. ,MayonJunelast yearago'th", max_size=120))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    for time in read(text or "x", published="2015-04-14").times:
        assert 0 <= time.start < time.end <= len(text)


@pytest.mark.parametrize(
    ("language", "text", "years"),
    [
        ("de", "Etwa 2000 Menschen kamen, 1900 Wohnhäuser brannten.", []),
        ("de", "Im Jahr 2000 zogen viele Menschen fort.", ["2000"]),
        ("fr", "Environ 2000 personnes sont venues en 2012.", ["2012"]),
        ("ru", "Около 2000 человек пришли, погибли 1800 солдат.", []),
    ],
)
def test_a_number_right_before_what_is_counted_is_no_year(language: str, text: str, years: list[str]) -> None:
    assert [value for _, value in times(text, language=language)] == years


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "Le 14 juillet 2016, le pont ouvrit.", "2016-07-14"),
        ("es", "El 11 de marzo de 2004 llovió.", "2004-03-11"),
        ("fa", "در ۱۸ دی ۱۳۹۸", "2020-01-08"),
        ("ar", "في 1 محرم 1441", "2019-09-01"),
        ("tr", "3 Mayıs 2011 tarihinde", "2011-05-03"),
        ("zh", "2014年5月3日", "2014-05-03"),
        ("sq", "sot", "2020-01-08"),
    ],
)
def test_dates_of_other_languages_and_calendars(language: str, text: str, value: str) -> None:
    assert [found[1] for found in times(text, language=language, published="2020-01-08")] == [value]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Vom 3. bis 5. Mai 2014 war das Wehr offen."),
        ("fr", "Du 3 au 5 mai 2014 le barrage était ouvert."),
        ("es", "Del 3 al 5 de mayo de 2014 la presa estuvo abierta."),
        ("pt", "De 3 a 5 de maio de 2014 a barragem esteve aberta."),
        ("it", "Dal 3 al 5 maggio 2014 la diga era aperta."),
        ("nl", "Van 3 tot 5 mei 2014 was de stuw open."),
        ("pl", "Od 3 do 5 maja 2014 zapora była otwarta."),
        ("ru", "С 3 по 5 мая 2014 года плотина была открыта."),
        ("sv", "Den 3 till 5 maj 2014 var dammen öppen."),
        ("id", "Pada 3 hingga 5 Mei 2014 bendungan dibuka."),
    ],
)
def test_days_of_one_month_stand_on_both_sides_of_the_language_s_own_word(language: str, text: str) -> None:
    assert "2014-05-03/2014-05-05" in [value for _, value in times(text, language=language)]


def test_a_clause_with_when_has_the_date_that_the_text_gives_its_event() -> None:
    text = "The first traders of Ostheim came to Vardia in 1931. When Ostheim came to Vardia, nobody met them. When they left, all wept."
    assert times(text) == [("1931", "1931"), ("When Ostheim came to Vardia", "1931")]


@pytest.mark.parametrize(
    "text",
    [
        "The first traders of Ostheim came to Vardia in 1931. When Ostheim did not come to Vardia, nobody cared.",
        "Men of Ostheim came to Vardia in 1931. Others of Ostheim came to Vardia in 1950. When Ostheim came to Vardia, nobody met them.",
        "The traders of Ostheim came to Vardia in 1931. When the traders came, nobody met them.",
    ],
)
def test_a_clause_with_when_that_two_dates_or_too_few_names_fit_has_none(text: str) -> None:
    assert all(not words.startswith("When") for words, _ in times(text))


@pytest.mark.parametrize(
    ("language", "text", "years"),
    [
        ("de", "Der Damm wurde im Jahr 1648 gebaut und 1652 geflickt.", ["1648", "1652"]),
        ("fr", "La digue fut construite en 1648.", ["1648"]),
        ("es", "Llegaron en 1500 carros y en 1542 se rompió el dique.", ["1542"]),
        ("it", "La diga fu costruita nel 1648.", ["1648"]),
        ("pt", "O dique foi construído em 1648.", ["1648"]),
        ("ru", "Плотина была построена в 1648 году.", ["1648"]),
        ("uk", "Греблю збудували 1648 року.", ["1648"]),
        ("pl", "Tamę zbudowano w 1648 roku.", ["1648"]),
        ("cs", "Hráz byla postavena roku 1648.", ["1648"]),
        ("hu", "A gát 1648-ban épült, 1956-ban leomlott.", ["1648", "1956"]),
        ("tr", "Bent 1453 yılında yapıldı.", ["1453"]),
        ("el", "Το φράγμα χτίστηκε το 1648.", ["1648"]),
        ("sv", "Dammen byggdes år 1648.", ["1648"]),
        ("fi", "Pato rakennettiin vuonna 1648.", ["1648"]),
        ("id", "Bendungan itu dibangun pada tahun 1648.", ["1648"]),
        ("ar", "بني السد عام 1648.", ["1648"]),
        ("de", "Die Stadt fiel 1200 v. Chr. an ihre Feinde.", ["BC1200"]),
        ("en", "The town fell in 1200 BC.", ["BC1200"]),
        ("de", "Um 1500 Taler wurde gestritten.", []),
        ("fr", "La ville comptait de 1350 à 1550 maisons.", []),
    ],
)
def test_a_year_before_1700_is_told_by_the_words_beside_it(language: str, text: str, years: list[str]) -> None:
    assert [value for _, value in times(text, language=language)] == years


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mayor said that the council would vote by 31 July.", "2015-07-31"),
        ("She would have left at once until she heard the October 5 speech.", "2014-10-05"),
        ("They meet ahead of a session that starts on 5 October.", "2015-10-05"),
        ("The council agreed to vote on 5 October.", "2015-10-05"),
        ("The vote due on 5 October was put off.", "2015-10-05"),
        ("The road is closed until 5 October.", "2015-10-05"),
        ("He was forced to leave on 5 October.", "2014-10-05"),
        ("Ben Kern speaks to miners on 5 October.", "2014-10-05"),
        ("She promised to go by Friday.", "2015-04-17"),
        ("The talks resume on Friday.", "2015-04-17"),
        ("The mayor would not answer on Friday.", "2015-04-10"),
        ("They are counting on June 8.", "2015-06-08"),
        ("The vote is on June 8.", "2015-06-08"),
        ("The vote of June 8 was close.", "2014-06-08"),
    ],
)
def test_the_tense_tells_whether_a_date_without_a_year_is_to_come(text: str, value: str) -> None:
    assert [found for _, found in times(text, published="2015-04-14")] == [value]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "The first well was dug on 2 July 2014. On 3 October of that year the spring failed.", "2014-10-03"),
        ("de", "Der erste Brunnen wurde am 2. Juli 2014 gegraben, der zweite am 14. Oktober desselben Jahres.", "2014-10-14"),
        ("fr", "Le premier puits fut creusé le 2 juillet 2014, le second le 14 octobre de la même année.", "2014-10-14"),
        ("es", "El primer pozo se abrió el 2 de julio de 2014. Más tarde, el 3 de mayo, se secó.", "2015-05-03"),
        ("it", "Il primo pozzo fu scavato il 2 luglio 2014, il secondo il 14 ottobre dello stesso anno.", "2014-10-14"),
        ("ru", "Первый колодец вырыли 2 июля 2014 года, второй — 14 октября того же года.", "2014-10-14"),
        ("pl", "Pierwszą studnię wykopano 2 lipca 2014, drugą 14 października tego samego roku.", "2014-10-14"),
        ("tr", "İlk kuyu 2 Temmuz 2014 tarihinde, ikincisi aynı yılın 14 Ekim günü açıldı.", "2014-10-14"),
        ("sq", "Pusi i parë u hap më 2 korrik 2014, i dyti më 14 tetor të të njëjtit vit.", "2014-10-14"),
        ("nl", "De eerste put werd op 2 juli 2014 gegraven, de tweede op 14 oktober van hetzelfde jaar.", "2014-10-14"),
    ],
)
def test_a_date_of_the_year_that_the_text_has_just_named(language: str, text: str, value: str) -> None:
    assert value in [found for _, found in times(text, language=language, published="2015-12-01")]


def test_a_weekday_before_the_articles_own_is_a_week_back() -> None:
    assert times("It opened the previous Tuesday.", published="2015-04-14")[0][1] == "2015-04-07"
