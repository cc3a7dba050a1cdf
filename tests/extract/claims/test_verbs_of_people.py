"""What verbs that say many things say of people, of money and of lengths of time."""

from __future__ import annotations

import pytest

from tests.extract.figures_kit import read


def told(text: str) -> set[tuple[str, str, str]]:
    return {(one.predicate, one.object, one.value) for one in read(text, published="2015-06-10").claims if one.kind == "number"}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The army lost eleven men in the ambush.", ("kill", "man", "11")),
        ("The hall holds 900 spectators.", None),
        ("Rebels executed 30 captured soldiers.", ("kill", "soldier", "30")),
        ("Nine prisoners are said to have fled.", ("leave", "prisoner", "9")),
        ("A boat with 85 migrants capsized off Zuara.", ("board", "people", "85")),
        ("The disaster claimed the lives of 86 passengers.", ("kill", "people", "86")),
        ("The number of those arrested stands at 312.", ("arrest", "people", "312")),
        ("She got nine years in prison.", ("sentence", "a term", "9 a")),
        ("2,800 people stand to lose their jobs.", ("cut", "job", "2800")),
        ("Observers estimated the turnout at 48 percent.", ("figure", "% turnout", "48 %")),
        ("No more than 41 percent of voters took part.", ("figure", "% turnout", "~..41 %")),
        ("Of the 300 hostages, 120 were killed.", ("stock", "people", "300")),
        ("The plant employs 1,200.", ("stock", "worker", "1200")),
    ],
)
def test_number(text: str, claim: tuple[str, str, str] | None) -> None:
    found = told(text)
    assert claim in found if claim else not {"arrest", "kidnap"} & {predicate for predicate, _, _ in found}


def test_what_is_refused_is_not_claimed() -> None:
    assert {value for _, _, value in told("The bishop said that 174 people were killed, not 67.")} == {"174"}
