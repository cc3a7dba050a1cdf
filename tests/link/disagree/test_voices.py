"""Figures that one text gives in two voices, and those of texts of nearly the same days that name nobody in common."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from testimonia.base.extractions import Claim
from testimonia.link.disagree.alike import other_lengths
from tests.link.disagree.case_of import Case, values

DAY = "2031-05-15"


def answers(*texts: str) -> list[set[str]]:
    return [values(row) for row in Case(*((text, DAY) for text in texts)).disagreements()]


def claims(text: str) -> list[Claim]:
    found = [claim for claim in Case((text, DAY)).store.records("claims") if claim.kind == "number"]
    return sorted(found, key=lambda claim: claim.span)


def test_a_text_that_gives_two_voices_figures_of_one_incident_asks_a_question() -> None:
    told = "Police detained 28 protesters in Dolna. Tereza Lund, who leads the committee, said that 53 people had been arrested."
    assert answers(told) == [{"28", "53"}]


def test_a_text_that_goes_on_after_somebody_speaks_of_another_thing() -> None:
    assert answers("Some 212 people have died of cholera since May, the clinic said. By the end of June 61 people had died.") == []
    assert answers("In Tirgu 15,000 people marched, police said. In Balti 2,000 people marched, the union said.") == []


def test_the_whole_war_is_not_the_one_raid() -> None:
    assert answers("The raid killed 12 people. The army says that 4,000 people have been killed.") == []


def test_who_is_meant_by_them_is_counted_as_those_before() -> None:
    (police, hurt) = claims("Minister Karel Hosek said 230 officers had taken part in the march and that nine of them were hurt.")
    assert (police.object, hurt.object, hurt.phase) == ("police", "police", "")
    part = claims("Eleven police officers were injured, three of them seriously.")[-1]
    assert (part.object, part.phase) == ("police", "part")


def test_a_number_that_is_given_of_some_by_name_is_set_against_their_number() -> None:
    told = "Minister Karel Hosek said 230 officers had taken part and that nine of them were hurt. "
    told += "The union put the number of officers at 600."
    police, _, others = claims(told)
    assert others.rival == police.id and others.predicate == police.predicate


def test_texts_of_nearly_the_same_days_meet_without_a_name_in_common() -> None:
    about = "Minister Karel Hosek sent police to Dolna to clear the landfill that Tereza Lund and Ilya Brandt had blocked."
    one = f"{about} For weeks the blockade had held up the lorries. In the morning 28 people were detained."
    other = f"{about} A lawyer spoke to the press at noon. We have the names of 51 people who were detained."
    assert answers(one, other) == [{"28", "51"}]


def test_a_part_at_each_place_and_beside_somebody_is_no_whole() -> None:
    for told in ("Two clerks were killed at each gate.", "The raid led to the deaths of Ambassador Ilya Brandt and three other clerks."):
        assert [claim.phase for claim in claims(told)] == ["part"]


@pytest.mark.parametrize(("subjects", "small", "apart"), [("speech,meeting", False, True), ("speech,meeting", True, False)])
def test_how_long_two_things_lasted_is_no_one_question_in_a_large_pile(subjects: str, small: bool, apart: bool) -> None:
    told = (SimpleNamespace(object="min term", subject=subject) for subject in subjects.split(","))
    one, other = (SimpleNamespace(claim=claim, subject=frozenset()) for claim in told)
    knows = SimpleNamespace(small=lambda *_: small)
    assert other_lengths(one, other, knows) is apart  # type: ignore[arg-type]


def test_what_is_asked_and_a_charge_in_return_are_no_answers() -> None:
    asked = "The paper asked whether Karel Hosek disavowed the committee. Karel Hosek did not disavow the committee."
    assert answers(asked) == []
    assert answers("Karel Hosek denied the charges and accused Tereza Lund of fraud.") == []


def test_an_arrest_is_not_the_day_of_the_deaths_before_it() -> None:
    flood = "Nine people died in Saltmead on 9 May 2031 when the gate of Dolna opened, Karel Hosek said."
    arrest = "Jonas Pell, who tended the gate of Dolna in Saltmead, was arrested on 12 May 2031, Karel Hosek said."
    assert [row.kind for row in Case((flood, DAY), (arrest, DAY)).disagreements()] == []


def test_what_is_demanded_has_not_happened() -> None:
    demanded = "Jonas Pell was arrested in Dolna. Tereza Lund demands that Jonas Pell be set free."
    assert answers(demanded) == []
