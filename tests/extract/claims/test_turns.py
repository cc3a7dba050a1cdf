"""What befell somebody, or did not, and the state that it leaves one in."""

from __future__ import annotations

import pytest

from tests.extract.figures_kit import claims

Told = set[tuple[str, str, str]]


def told(text: str, kind: str, language: str = "en") -> Told:
    found = claims(text, kind, language=language)
    return {(c.subject, c.predicate.partition(" ")[2], c.value) for c in found if c.predicate.partition(" ")[0] in ("undergo", "state")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police arrested Ilse Varga on Monday.", ("Ilse Varga", "arrest", "yes")),
        ("Ilse Varga was never arrested.", ("Ilse Varga", "arrest", "no")),
        ("Nobody arrested Ilse Varga.", ("Ilse Varga", "arrest", "no")),
        ("Ilse Varga has not resigned.", ("Ilse Varga", "resign", "no")),
        ("The factory will not be closed.", ("The factory", "close", "no")),
    ],
)
def test_what_befell_somebody(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text, "polarity")


def test_whom_the_army_did_not_kill_may_have_been_killed() -> None:
    assert not {("Ilse Varga", "kill", "no")} & told("The army did not kill Ilse Varga.", "polarity")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ilse Varga survived the crash.", ("Ilse Varga", "life", "alive")),
        ("The board lists Ilse Varga among the dead.", ("Ilse Varga", "life", "dead")),
        ("Gunmen killed Ilse Varga in Lindau.", ("Ilse Varga", "life", "dead")),
        ("Ilse Varga resigned in May.", ("Ilse Varga", "rule", "out of office")),
        ("Ilse Varga is still in office.", ("Ilse Varga", "rule", "in office")),
        ("The Lindau dairy has been shut.", ("The Lindau dairy", "operation", "closed")),
    ],
)
def test_the_state_that_it_leaves_one_in(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text, "status")


def test_a_crowd_that_dies_is_no_somebody() -> None:
    assert told("The villagers died of hunger.", "status") == set()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Ilse Varga wurde festgenommen, so die Polizei.", ("Ilse Varga", "arrest", "yes")),
        ("de", "Ilse Varga ist nicht zurückgetreten.", ("Ilse Varga", "resign", "no")),
        ("fr", "La patronne, Ilse Varga, n'a pas été arrêtée.", ("Ilse Varga", "arrest", "no")),
        ("es", "Ilse Varga fue detenida el lunes.", ("Ilse Varga", "arrest", "yes")),
        ("it", "Ilse Varga non è stata arrestata.", ("Ilse Varga", "arrest", "no")),
        ("pt", "Ilse Varga foi detida na segunda-feira.", ("Ilse Varga", "arrest", "yes")),
        ("nl", "Ilse Varga is niet aangehouden.", ("Ilse Varga", "arrest", "no")),
    ],
)
def test_it_is_read_without_a_parser(language: str, text: str, expected: tuple[str, str, str]) -> None:
    assert told(text, "polarity", language) == {expected}


@pytest.mark.parametrize("text", ["L'avocat d'Ilse Varga a été arrêté.", "Ilse Varga, dont le frère a été arrêté, se tait."])
def test_what_befell_another_is_not_hers(text: str) -> None:
    assert told(text, "polarity", "fr") == set()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Die Seilbahn ist 40 Jahre alt.", ("figure", "a age", "40 a")),
        ("fr", "Le bateau, vieux de 30 ans, a sombré.", ("figure", "a age", "30 a")),
        ("fr", "Tués : quatorze mineurs.", ("kill", "people", "14")),
        ("fr", "Le navire transportait 95 personnes.", ("board", "people", "95")),
        ("es", "La cárcel tiene capacidad para 600 internos.", ("capacity", "people", "600")),
        ("es", "40.000 personas marcharon por la capital.", ("protest", "people", "40000")),
    ],
)
def test_figures_without_a_parser(language: str, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in {(c.predicate, c.object, c.value) for c in claims(text, "number", language=language)}


def test_the_age_of_a_person_is_not_that_of_a_thing() -> None:
    assert claims("Der 40 Jahre alte Fahrer schwieg.", "number", language="de") == []


def test_a_date_is_that_of_what_came_down_whoever_else_is_counted() -> None:
    (found,) = claims("El derrumbe del puente de Lindau, ocurrido el 4 de mayo de 2014, dejó seis muertos.", "date", language="es")
    assert (found.predicate, found.value) == ("sink", "2014-05-04")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Kapitän Ole Brink sitzt in Untersuchungshaft.", ("Ole Brink", "custody", "in custody")),
        ("de", "Das Hafenamt ist seit Montag geschlossen.", ("Hafenamt", "operation", "closed")),
        ("es", "Inés Cota murió el lunes, dice su hermano.", ("Inés Cota", "life", "dead")),
        ("es", "La mina de Oronte ha sido clausurada.", ("mina", "operation", "closed")),
        ("fr", "Le guide Max Tiefer a survécu.", ("Max Tiefer", "life", "alive")),
        ("fr", "L'école n'est pas fermée.", ("école", "operation", "not closed")),
        ("ru", "Ильза Варга жива, сообщила полиция.", ("Ильза Варга", "life", "alive")),
        ("ar", "الصحفي أحمد المنصوري ما زال على قيد الحياة.", ("أحمد المنصوري", "life", "alive")),
    ],
)
def test_states_without_a_parser(language: str, text: str, expected: tuple[str, str, str]) -> None:
    assert told(text, "status", language) == {expected}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le parquet a ouvert une enquête."),
        ("de", "Das Amt hat eine Schule geschlossen."),
        ("fr", "Ilse Varga craint la mort."),
        ("fr", "Le frère d'Ilse Varga est mort."),
    ],
)
def test_what_one_does_to_another_is_no_state(language: str, text: str) -> None:
    assert told(text, "status", language) == set()
