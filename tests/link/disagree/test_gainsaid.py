"""What one text denies or negates in another's words."""

from __future__ import annotations

import pytest

from tests.link.disagree.case_of import Case, values

DAY, NEXT, LATER = "2031-05-15", "2031-05-16", "2031-06-20"
ONE = "Harvest has begun around Orlau. {} The weather in Orlau has been dry, the Orlau Herald writes."
OTHER = "In Orlau the fair opens at noon, the Orlau Herald writes. {} Bands from Orlau will play at the fair."
PAIRS = {
    "en": ("Wardens cut the nets of the herring boats on Monday.", "The harbour office denied that wardens had cut the nets."),
    "en, negated": ("An inquest into the drowning was opened in March.", "No inquest has ever been opened, the widow said."),
    "fr": (
        "Les gardes ont coupé les filets des pêcheurs lundi, selon le syndicat.",
        "Le préfet dément que les gardes aient coupé les filets.",
    ),
    "es": (
        "La alcaldesa firmó el arriendo del molino el lunes, según la oposición.",
        "La alcaldesa negó haber firmado el arriendo del molino.",
    ),
    "ru": ("Завод сливал краску в реку Лисну, говорят рыбаки.", "Завод не сливал краску в реку, заявил директор."),
    "de": (
        "Die Wärter haben die Netze der Fischer zerschnitten, sagt der Verband.",
        "Der Minister bestreitet, dass die Wärter die Netze zerschnitten haben.",
    ),
}


def asked(one: str, other: str, language: str = "en", days: tuple[str, str] = (DAY, NEXT)) -> list[tuple[str, set[str]]]:
    """The questions of yes and no to which the two sentences give answers, in texts about one matter."""
    rows = Case((ONE.format(one), days[0], language), (OTHER.format(other), days[1], language)).disagreements()
    return [(row.question, values(row)) for row in rows if row.kind == "polarity"]


@pytest.mark.parametrize("name", PAIRS)
def test_what_is_denied_in_anothers_words_is_a_question(name: str) -> None:
    ((_, answers),) = asked(*PAIRS[name], name[:2])
    assert answers == {"no", "yes"}


def test_the_question_gives_the_words_and_the_day() -> None:
    ((question, _),) = asked(*PAIRS["fr"], "fr")
    assert question == "Is this so or not (told on 15 May 2031): “Les gardes ont coupé les filets des pêcheurs lundi”?"


@pytest.mark.parametrize(
    "other",
    [
        "Le préfet dément que les gardes aient coupé les câbles.",  # another thing
        "Le préfet ne sait pas encore si les gardes ont coupé les filets.",  # asked
        "Les gardes ne vont pas couper les filets, sauf si les pêcheurs pouvaient aider.",  # only supposed
        "Le préfet dément que les gardes n'aient pas coupé les filets.",  # denied and negated
        "Le préfet dément que les gardes aient coupé 40 filets.",  # a figure of its own
    ],
)
def test_what_is_not_denied_is_none(other: str) -> None:
    assert asked(PAIRS["fr"][0], other, "fr") == []


def test_what_may_have_come_to_pass_since_is_none() -> None:
    one, other = PAIRS["en, negated"]
    assert asked(one.replace(" in March", ""), other, days=(LATER, NEXT)) == []


def test_what_is_told_in_words_of_the_one_who_denies_is_none() -> None:
    assert asked("Le préfet dément que les gardes aient coupé les filets.", "Les gardes n'ont pas coupé les filets.", "fr") == []


def test_what_is_told_apart_by_the_word_beside_it_is_none() -> None:
    assert asked("Les gardes ont coupé les filets bleus.", "Les gardes n'ont pas coupé les filets rouges.", "fr") == []
    assert asked("Die Wärter haben das rote Netz zerschnitten.", "Die Wärter haben das blaue Netz nicht zerschnitten.", "de") == []


def test_what_somebody_has_in_mind_is_none() -> None:
    assert asked("Ada Varga hat eine Idee für die Brücke.", "Ada Varga hat keine Idee für die Brücke.", "de") == []
