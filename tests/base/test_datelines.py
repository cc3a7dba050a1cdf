"""Datelines: what is one, what is none, and that the first sentence begins behind it."""

from __future__ import annotations

import pytest

from testimonia.base.datelines import dateline
from tests.link.disagree.case_of import Case


@pytest.mark.parametrize(
    "line",
    [
        "DOLNA, 14 mai 2031 (AC) - |Un homme est mort",
        "(Vrana, May 16, 2031) – |Police fired",
        "LONDON — |Police said",
        "LONDON, May 14 (Wire) - |Police said",
        "Tirana, 14.05.2031/AGS/ - |Policia tha",
        "МОСКВА, 5 мая (АГС) — |Глава",
        "SAN JUAN, Puerto Rico — |The governor",
        "Berlin (agd) - |Die Polizei",
        "Rio de Janeiro, 3 de maio (AB) – |O governo",
        "بيروت (وكالة) - |قال",
        "Weirhaven, 9 mar (EFE).- |El alcalde",
        "WEIR, 2031-05-14 - |Police said",
        "Weirhaven, Reuters — |Police said",
    ],
)
def test_what_stands_before_the_first_sentence(line: str) -> None:
    found = dateline(line.replace("|", ""))
    assert found is not None and found.end == line.index("|")


@pytest.mark.parametrize(
    "line",
    [
        "Police said on Monday, 14 May – the day of the march – that",
        "Ana Kola (left) – the mayor",
        "The Front (Islamic Resistance) – founded in 1987",
        "The well-known man - he said",
        "On 3 May – a Monday – he came",
        "He came on May 3 – a Monday",
        "UNION – ein Bündnis",
        "Ana Kola, PMR – the mayor",
        "LONDON",
        "—",
        "",
    ],
)
def test_what_is_no_dateline(line: str) -> None:
    assert dateline(line) is None


@pytest.mark.parametrize(
    ("line", "service", "placed"),
    [
        ("DOLNA, 14 mai 2031 (AC) - Un homme est mort", "AC", True),
        ("Dolna (Hill Wire), May 14 - A man died", "Hill Wire", False),
        ("LONDON (Hill Wire) - Police said", "Hill Wire", True),
        ("Tirana, 14.05.2031/AGS/ - Policia tha", "AGS", True),
        ("Berlin (agd) - Die Polizei", "agd", False),
        ("Weirhaven, WXN - Police said", "WXN", False),
        ("LONDON — Police said", None, False),
    ],
)
def test_whose_report_it_is(line: str, service: str | None, placed: bool) -> None:
    found = dateline(line, opening=True)
    assert found is not None and (found.service.of(line) if found.service else None, found.placed) == (service, placed)


def test_the_day_of_a_dateline_is_not_that_of_what_the_report_tells() -> None:
    case = Case(("(Vrana, May 16, 2031) – Police in Dolna shot Ilya Brandt, a doctor said.", "2031-05-16"))
    assert [claim.value for claim in case.store.records("claims") if claim.kind == "date"] == []
