"""Figures in set wordings, with look-alikes that say something else."""

from __future__ import annotations

import pytest

from testimonia.base.extractions import Claim
from tests.extract.figures_kit import claims, read


def told(text: str, kind: str = "number") -> list[Claim]:
    return claims(text, kind, published="2014-05-06")


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("A 4,000-strong crowd marched to the port.", ("protest", "people", "4000")),
        ("The crowd, 4,000 strong, filled the square.", ("protest", "people", "4000")),
        ("The tower is 90 years old.", ("figure", "a age", "90 a")),
        ("The 90-year-old tower fell.", ("figure", "a age", "90 a")),
        ("The coins are worth 30 million dollars.", ("figure", "USD value", "30000000 USD")),
        ("The tremor measured 6.1 on the Richter scale.", ("figure", "magnitude", "6.1")),
        ("The tremor had a strength of 6.1.", ("figure", "magnitude", "6.1")),
        ("Harlan got six years.", ("sentence", "a term", "6 a")),
        ("The miners speak of 34 victims.", ("kill", "people", "34")),
        ("The insurer speaks of nine million euros.", ("figure", "EUR sum", "9000000 EUR")),
        ("The hall was built for eight million dollars.", ("pay", "USD", "8000000 USD")),
        ("The chapel was restored for 80,000 euros.", ("pay", "EUR", "80000 EUR")),
        ("45 is the number of beds in the ward.", ("stock", "bed", "45")),
        ("The mill gives work to 600 people.", ("stock", "worker", "600")),
        ("Some 1,700 people work there.", ("stock", "worker", "~1700")),
        ("The rally was attended by 1,500.", ("protest", "people", "1500")),
        ("The candidate received 41 per cent of the vote.", ("figure", "% vote", "41 %")),
        ("The 120-bed ward was closed.", ("stock", "bed", "120")),
        ("The statue was unveiled before 20,000 citizens.", ("protest", "people", "20000")),
        ("The ferry sank with 180 passengers aboard.", ("board", "people", "180")),
        ("More than 310 people were on the ferry.", ("board", "people", "~310..")),
        ("The fine was set at 2 million euros.", ("figure", "EUR fine", "2000000 EUR")),
        ("The strike went on for 11 days.", ("last", "d term", "11 d")),
        ("A ten-day curfew has been imposed.", ("last", "d term", "10 d")),
        ("Nine miners are behind bars.", ("arrest", "people", "9")),
        ("Customs officers seized 640 kilos of cocaine.", ("seize", "kg", "640 kg")),
        ("Nine hundred people have caught cholera.", ("infect", "case", "900")),
        ("Barely 39 per cent of those registered took part.", ("figure", "% turnout", "39 %")),
        ("Ana Moll won 46 per cent.", ("figure", "% vote", "46 %")),
        ("The clinic has room for 40.", ("stock", "place", "40")),
        ("The thieves spent forty minutes inside.", ("last", "min term", "40 min")),
        ("Cholera deaths in Tamsa have risen to 112.", ("kill", "people", "112")),
        ("The number of infections is closer to 5,000.", ("infect", "case", "5000")),
        ("Arrests climbed to 40.", ("arrest", "people", "40")),
        ("Divers found the bodies of 12 miners.", ("kill", "people", "12")),
        ("He must spend nine years behind bars.", ("sentence", "a term", "9 a")),
        ("The burials are thought to be around 1,100 years old.", ("figure", "a age", "~1100 a")),
        ("That would make the grave about 670 years old.", ("figure", "a age", "~670 a")),
        ("Around 2,300 people had to leave their homes.", ("displace", "people", "~2300")),
        ("Some 40 workers had to be treated in hospital.", ("injure", "people", "~40")),
        ("The party has 400 members to feed.", ("stock", "member", "400")),
        ("Eleven pickets suffered bruises.", ("injure", "people", "11")),
        ("There were never more than 700 people in the hall.", ("stock", "people", "~..700")),
    ],
)
def test_a_wording_tells_what_is_counted(text: str, slot: tuple[str, str, str]) -> None:
    assert slot in {(c.predicate, c.object, c.value) for c in told(text)}


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Ana Moll is 90 years old.", "age"),
        ("The 18-year-old student Ben Arlo was shot.", "age"),
        ("The letter speaks of good health for a 63-year-old.", "age"),
    ],
)
def test_the_age_of_somebody_is_no_thing_s(text: str, predicate: str) -> None:
    found = told(text)
    assert all(c.predicate == predicate for c in found)


def test_what_is_passed_tells_what_was_done() -> None:
    found = [c.predicate for c in claims("They passed the budget on 3 May 2014. They passed the bridge on 4 May 2014.", "date")]
    assert found == ["grant", "pass"]


def test_those_who_kill_are_not_those_who_are_killed() -> None:
    found = {(c.predicate, c.value) for c in told("Its 300 guards shot five herders dead.")}
    assert found == {("stock", "300"), ("kill", "5")}


@pytest.mark.parametrize("text", ["The nurse repeats it three times a week.", "On Monday 11 News reporter Ilse Varga tracked her down."])
def test_how_often_and_a_number_in_a_name_count_nothing(text: str) -> None:
    assert [claim.object for claim in told(text)] == []


def test_what_happened_to_somebody_before_is_another_event() -> None:
    (one,) = told("Ilse Varga had previously been abducted in Lindau.", "place")
    assert one.phase == "other"


def test_a_share_and_a_rate_are_no_part() -> None:
    phases = [c.phase for c in (*told("Turnout was 38 per cent."), *told("The ward has 80 patients each day."))]
    assert phases == ["", ""]


def test_what_has_come_since_is_another_count() -> None:
    found = {c.value: c.phase for c in told("Nearly 110 homes were destroyed, and 90 people have died since.")}
    assert found == {"~110": "", "90": "part"}


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The coach plunged into the river on 4 May 2014.", "sink"),
        ("The bus that fell into the gorge on 4 May 2014 was old.", "sink"),
        ("The minister fell on 4 May 2014.", "fall"),
        ("The bus broke a record on 4 May 2014.", "break"),
    ],
)
def test_a_verb_says_of_things_of_some_kinds_what_befell_them(text: str, predicate: str) -> None:
    assert [c.predicate for c in told(text, "date")] == [predicate]


@pytest.mark.parametrize(
    ("language", "text", "slot"),
    [
        ("de", "Bei dem Brand kamen elf Menschen ums Leben.", ("kill", "people", "11")),
        ("de", "Im Lager lebten 7800 Flüchtlinge.", ("stock", "migrant", "7800")),
        ("de", "Die Reparatur werde 2,4 Millionen Euro kosten.", ("pay", "EUR", "2400000 EUR")),
        ("de", "Nach dem Brand ist die Zahl der Toten auf elf gestiegen.", ("kill", "people", "11")),
        ("de", "Der Konzern mit 6.800 Beschäftigten baut um.", ("stock", "worker", "6800")),
        ("fr", "La participation n'a pas dépassé 39 %.", ("figure", "% turnout", "..39 %")),
        ("fr", "Le convoi ne comptait que 31 camions.", ("stock", "truck", "31")),
        ("fr", "Jean Perrin, 34 ans, dirige le lycée.", ("age", "a", "34 a")),
        ("es", "El alcalde cobra un sueldo de 80.000 euros.", ("figure", "EUR wage", "80000 EUR")),
        ("de", "Die Wahlbeteiligung lag bei 61 Prozent.", ("figure", "% turnout", "61 %")),
        ("fr", "Deux personnes sont mortes et 150 tentes ont été détruites.", ("kill", "people", "2")),
        ("fr", "Deux personnes sont mortes et 150 tentes ont été détruites.", ("destroy", "tent", "150")),
        ("es", "Los daños ascienden a 3 millones de euros.", ("figure", "EUR damage", "3000000 EUR")),
    ],
)
def test_words_near_a_figure_tell_what_it_is_of_without_a_parser(language: str, text: str, slot: tuple[str, str, str]) -> None:
    found = read(text, language=language).claims
    assert slot in {(c.predicate, c.object, c.value) for c in found if c.kind == "number"}


def test_a_month_is_next_year_s_only_where_its_own_sentence_speaks_of_what_is_to_come() -> None:
    text = "Two died in January. The ward will be closed."
    assert [c.time for c in told(text)] == ["2014-01"]


def test_a_disease_that_breaks_out_in_a_month_breaks_into_nothing() -> None:
    assert [c.predicate for c in told("The disease broke out in mid-April in the port.", "date")] == ["begin"]


def test_a_preposition_is_no_particle() -> None:
    assert [c.predicate for c in told("The choir broke on 4 May 2014.", "date")] == ["break"]
