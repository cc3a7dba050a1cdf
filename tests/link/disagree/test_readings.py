"""One event that two texts tell under descriptions which exclude each other."""

from __future__ import annotations

import pytest

from testimonia.base.languages import having, table
from tests.link.disagree.case_of import Case

DAY, NEXT = "2031-05-15", "2031-05-16"
ONE = "Harvest has begun around Orlau. {} The weather in Orlau has been dry, the Orlau Herald writes."
OTHER = "In Orlau the fair opens at noon, the Orlau Herald writes. {} Bands from Orlau will play at the fair."
PAIRS = {
    "accident or deliberate": (
        "en",
        "The fire in the grain store was an accident, the miller said.",
        '"This was sabotage," the warden said.',
    ),
    "resigned or dismissed": (
        "de",
        "Der Leiter des Chors, Jost Ammel, ist zurückgetreten, teilte der Verein mit.",
        "Jost Ammel sei vom Vorstand entlassen worden, sagt eine Sängerin.",
    ),
    "voluntary or forced": (
        "fr",
        "Les familles ont quitté le hameau de leur plein gré, selon le maire.",
        "Les familles du hameau ont été chassées de force, affirme une voisine.",
    ),
    "suicide or murder": (
        "ru",
        "Смерть лесника была самоубийством, сообщила полиция.",
        "Смерть лесника была убийством, утверждает его брат.",
    ),
    "holding or broken": (
        "es",
        "La tregua en el valle se mantiene, dijo el mediador.",
        "La tregua en el valle fue violada el lunes, dijo un pastor.",
    ),
}


def asked(one: str, other: str, language: str = "en") -> list[str]:
    """The questions of how something is told, to which the two sentences give answers, in texts about one matter."""
    rows = Case((ONE.format(one), DAY, language), (OTHER.format(other), NEXT, language)).disagreements()
    return [row.question for row in rows if row.question.startswith("Which is it")]


@pytest.mark.parametrize("named", PAIRS)
def test_two_descriptions_of_one_event_are_a_question(named: str) -> None:
    language, *told = PAIRS[named]
    (question,) = asked(*told, language)
    assert question.partition(", ")[2].startswith(f"{named}: “")
    assert "told on 1" in question


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The fire in the store was an accident.", "The fire in the store was no sabotage."),  # negated
        ("The fire in the store was an accident.", "Whether it was sabotage is open."),  # asked
        ("Ada Varga resigned on Monday.", "Jonas Petri was dismissed on Monday."),  # two persons
        ("The fire was an accident. A second fire was arson.", '"This was sabotage," the warden said.'),  # one text gives both
        ("The lease is held by Ada Varga.", "The lease was broken by Ada Varga."),  # of no ceasefire
    ],
)
def test_what_is_told_apart_is_none(one: str, other: str) -> None:
    assert asked(one, other) == []


def test_every_pack_tells_the_same_axes() -> None:
    """A side that one language can tell and another cannot would be answered by one of them only."""
    axes = {axis: len(sides) for axis, sides in table("en", "claims")["readings"]["named"].items()}
    for language in having("claims"):
        told = table(language, "claims")["readings"]
        assert {axis: len(told[axis]) for axis in axes} == axes, language
