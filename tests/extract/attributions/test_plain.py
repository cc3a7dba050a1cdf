"""Languages without a parser: invented sentences in each of them."""

from __future__ import annotations

import pytest

from tests.extract.attributions.reading import read, triples

Triple = tuple[str | None, str | None, str]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "„Die Brücke ist sicher“, sagte die Ministerin am Montag.", ("die Ministerin", "sagte", "„Die Brücke ist sicher“")),
        ("de", "Der Sprecher erklärte, dass die Brücke sicher ist.", ("Der Sprecher", "erklärte", "dass die Brücke sicher ist")),
        ("de", "Die Polizei teilte mit, die Brücke sei gesperrt.", ("Die Polizei", "teilte", "die Brücke sei gesperrt")),
        ("sq", "Kryetari tha se ura është e sigurt.", ("Kryetari", "tha", "se ura është e sigurt")),
        ("sq", "“Ura është e sigurt”, tha inxhinieri.", ("inxhinieri", "tha", "“Ura është e sigurt”")),
        ("fr", "« Le pont est sûr », a déclaré la maire.", ("la maire", "a déclaré", "« Le pont est sûr »")),
        ("fr", "Selon les ingénieurs, le pont est parfaitement sûr.", ("les ingénieurs", "Selon", "le pont est parfaitement sûr")),
        ("es", "La alcaldesa dijo que el puente es seguro.", ("La alcaldesa", "dijo", "que el puente es seguro")),
        ("es", "«El puente es seguro», afirmó la alcaldesa.", ("la alcaldesa", "afirmó", "«El puente es seguro»")),
        ("it", "«Il ponte è sicuro», ha detto la sindaca.", ("la sindaca", "ha detto", "«Il ponte è sicuro»")),
        ("it", "Il ministro ha dichiarato che il ponte è sicuro.", ("Il ministro", "ha dichiarato", "che il ponte è sicuro")),
        ("ru", "«Мост безопасен», — сказал инженер.", ("инженер", "сказал", "«Мост безопасен»")),
        ("ru", "Мэр заявила, что мост безопасен.", ("Мэр", "заявила", "что мост безопасен")),
        ("fa", "شهردار گفت: «پل امن است»", ("شهردار", "گفت", "«پل امن است»")),
        ("ar", "وقالت الوزيرة: «الجسر آمن»", ("الوزيرة", "وقالت", "«الجسر آمن»")),
    ],
)
def test_speech_is_read_from_the_pack_alone(language: str, text: str, expected: Triple) -> None:
    assert expected in triples(text, read(text, language))


def test_a_language_without_a_pack_gives_nothing_and_does_not_fail() -> None:
    assert read("„Silta on turvallinen“, sanoi insinööri.", "fi") == ()


def test_a_name_in_quotation_marks_is_not_speech() -> None:
    assert read("Das Schiff „Seestern“ liegt im Hafen.", "de") == ()
