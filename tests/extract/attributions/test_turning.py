"""Quotations with a verb that no pack lists behind them, and clauses that a quotation follows: invented sentences."""

from __future__ import annotations

import pytest

from tests.extract.attributions.reading import read, triples

Triple = tuple[str | None, str | None, str]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "„Niemand hat uns gewarnt“, ätzt Wolf.", ("Wolf", "ätzt", "„Niemand hat uns gewarnt“")),
        ("fr", "« Personne ne nous a prévenus », s'étrangle Mme Roux.", ("Mme Roux", "s'étrangle", "« Personne ne nous a prévenus »")),
        ("fr", "« Le barrage ne tient plus », a persiflé la maire.", ("la maire", "a persiflé", "« Le barrage ne tient plus »")),
        ("it", "«Nessuno ci ha avvisati», si sfoga Carmela Lupi.", ("Carmela Lupi", "si sfoga", "«Nessuno ci ha avvisati»")),
        ("it", "«Nessuno ci ha avvisati», ironizza una vicina.", ("una vicina", "ironizza", "«Nessuno ci ha avvisati»")),
        ("pl", "„Nikt nas nie ostrzegł” – złości się Wilk.", ("Wilk", "złości się", "„Nikt nas nie ostrzegł”")),
        ("ru", "«Никто нас не предупредил», — сокрушается дачница.", ("дачница", "сокрушается", "«Никто нас не предупредил»")),
        ("sv", "”Ingen varnade oss i går”, suckar Karin Ek.", ("Karin Ek", "suckar", "”Ingen varnade oss i går”")),
        ("nl", '"Niemand heeft ons gewaarschuwd", briest meneer Ros.', ("meneer Ros", "briest", '"Niemand heeft ons gewaarschuwd"')),
    ],
)
def test_a_verb_that_no_pack_lists_speaks_behind_a_quotation(language: str, text: str, expected: Triple) -> None:
    assert triples(text, read(text, language)) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Das Lied „Niemand hat uns heute gewarnt“, das Wolf sang, war bekannt."),
        ("fr", "« Personne ne nous a prévenus », film du réalisateur Jean Roux, sort mercredi."),
        ("fr", "« Personne ne nous a prévenus », sorti mercredi, est un film de Jean Roux."),
        ("es", "«Nadie nos avisó de nada», escrita por Juan Ruiz, se estrena hoy."),
        ("pl", "Książka „Nikt nas nie ostrzegł wczoraj”, autorka Anna Wilk, wyszła."),
        ("ru", "Фильм «Никто нас вчера не предупредил» — лучший фильм Волковой."),
    ],
)
def test_what_stands_behind_the_title_of_a_work_does_not_say_it(language: str, text: str) -> None:
    assert not triples(text, read(text, language))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "es",
            "La portavoz negó que hubiera vertidos: «No hemos tirado nada», aseguró la directora.",
            [("La portavoz", "negó", "que hubiera vertidos"), ("la directora", "aseguró", "«No hemos tirado nada»")],
        ),
        (
            "ru",
            "Мэр опроверг, что были сбросы: «Мы ничего не сливали в реку».",
            [("Мэр", "опроверг", "что были сбросы"), ("Мэр", None, "«Мы ничего не сливали в реку»")],
        ),
    ],
)
def test_a_clause_ends_at_the_colon_before_a_quotation(language: str, text: str, expected: list[Triple]) -> None:
    assert triples(text, read(text, language)) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "„Niemand hat uns gewarnt“, klagt eine Frau, die anonym bleiben will.", ("eine Frau", "klagt", "„Niemand hat uns gewarnt“")),
        ("it", "«Nessuno ci ha avvisati», si lamenta Lupi, che vuole andarsene.", ("Lupi", "si lamenta", "«Nessuno ci ha avvisati»")),
    ],
)
def test_a_verb_that_only_describes_the_speaker_takes_no_quotation(language: str, text: str, expected: Triple) -> None:
    assert expected in triples(text, read(text, language))


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        (
            "es",
            "«El puente no es seguro», dijo a este diario Carmen Lobo, presidenta del sindicato.",
            "Carmen Lobo, presidenta del sindicato",
        ),
        ("it", "«Il ponte non è sicuro», ha detto a questo giornale Carmela Lupi.", "Carmela Lupi"),
        ("el", "«Η γέφυρα δεν είναι ασφαλής», είπε στην εφημερίδα μας η Κάρμεν Λύκου.", "η Κάρμεν Λύκου"),
        ("pl", "„Most nie jest bezpieczny” – powiedziała naszej gazecie Karmena Wilk.", "Karmena Wilk"),
        (
            "ru",
            "«Мост небезопасен сейчас», — сказала нашей газете Кармена Волкова, председатель совета.",
            "Кармена Волкова, председатель совета",
        ),
        ("de", "„Die Brücke ist nicht sicher“, sagte Carmen Wolf, Vorsitzende des Vereins.", "Carmen Wolf, Vorsitzende des Vereins"),
        (
            "nl",
            '"De brug is niet veilig", zei Carmen Wolfs, voorzitter van de vereniging, gisteren.',
            "Carmen Wolfs, voorzitter van de vereniging",
        ),
    ],
)
def test_whoever_speaks_keeps_an_office_and_loses_those_spoken_to(language: str, text: str, source: str) -> None:
    assert [row[0] for row in triples(text, read(text, language))] == [source]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "« Le barrage, a-t-il ajouté, ne tiendra pas. »", ("il", "ajouté", "« Le barrage ~ ne tiendra pas. »")),
        ("fr", "« Le barrage, explique M. Roux, ne tiendra pas. »", ("M. Roux", "explique", "« Le barrage ~ ne tiendra pas. »")),
        ("fr", "« Ce n'est pas vrai, a ajouté le maire. Partons. »", ("le maire", "a ajouté", "« Ce n'est pas vrai ~ Partons. »")),
        ("it", "«La diga – ha aggiunto – non reggerà».", (None, "ha aggiunto", "«La diga ~ non reggerà»")),
        ("es", "«La presa, asegura el alcalde, no aguantará».", ("el alcalde", "asegura", "«La presa ~ no aguantará»")),
    ],
)
def test_a_clause_of_saying_may_stand_in_the_quotation(language: str, text: str, expected: Triple) -> None:
    assert triples(text, read(text, language)) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("it", "Ai microfoni della radio locale Ibari ha ribadito che la diga tiene.", "Ibari"),
        ("it", "Durante la riunione il sindaco ha detto che la diga tiene.", "il sindaco"),
        ("it", "Ieri a Roma ha detto che la diga tiene.", None),
        ("ru", "В Туле Владимир Иванов заявил, что мост закрыт.", "Владимир Иванов"),
        ("ru", "На встрече с жителями мэр заявил, что мост закрыт.", "мэр"),
        ("pt", "Três operários ficaram feridos, informou a polícia em comunicado.", "a polícia"),
        ("pt", '"A obra vai parar já", disse a jornalistas o ministro.', "o ministro"),
    ],
)
def test_whoever_speaks_stands_right_beside_the_verb_behind_other_words(language: str, text: str, source: str | None) -> None:
    assert [row[0] for row in triples(text, read(text, language))] == [source]
