"""Who belongs to whom, what is accepted or refused, who was behind what: set against one another where two texts differ."""

from __future__ import annotations

import pytest

from tests.link.disagree.case_of import Case

DAY = "2016-05-20"


def values(one: str, other: str) -> list[tuple[str, ...]]:
    """The answers of each question that two texts of one day give."""
    rows = Case((one, DAY), (other, DAY)).disagreements()
    return sorted(tuple(sorted(answer.value for answer in row.answers)) for row in rows)


@pytest.mark.parametrize(
    ("one", "other", "answers"),
    [
        ("Ilse Varga, a member of the Marn Front, spoke.", "Ilse Varga never belonged to the Marn Front.", ("no", "yes")),
        ("Ilse Varga rejected an offer of talks.", "Ilse Varga agreed to talks.", ("no", "yes")),
        ("Ilse Varga had a permit for the march.", "Ilse Varga did not have a permit for the march.", ("no", "yes")),
        ("The guards beat Omar Silva.", "Omar Silva was not beaten.", ("no", "yes")),
        ("Omar Silva was released on Monday.", "Omar Silva is in custody.", ("at liberty", "in custody")),
        ("Ilse Varga met the contractor, Omar Silva, in Lindau.", "Ilse Varga never met the contractor.", ("no", "yes")),
        (
            "The army was behind the Lindau raid, Ilse Varga said.",
            "The Lindau raid was the work of the Marn Front, Ilse Varga said.",
            ("Marn Front", "The army"),
        ),
    ],
    ids=["member", "accepted", "owned", "beaten", "released", "met", "behind"],
)
def test_two_texts_that_differ(one: str, other: str, answers: tuple[str, ...]) -> None:
    assert answers in values(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("If the army was behind the raid, Ilse Varga would go.", "The Marn Front was behind the raid, Ilse Varga said."),
        ("The Lindau report was released on Monday.", "The Lindau report is in custody."),
        ("Ilse Varga has an idea about the march.", "Ilse Varga does not have an idea about the march."),
        ("Friends of Ilse Varga were suppressing her work. I asked them for comment if they wanted to dispute that.", "Lindau is quiet."),
        ("The vote reinforced the doubts, Omar Silva said. But he also said that it revived charges that are untrue.", "Lindau is quiet."),
    ],
    ids=["supposed", "no person", "an idea", "who may deny", "which are untrue"],
)
def test_texts_that_set_nothing_against_one_another(one: str, other: str) -> None:
    assert values(one, other) == []
