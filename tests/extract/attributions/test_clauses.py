"""Whom somebody accuses of what, where it ends, and clauses of saying set into others, without a parser: invented sentences."""

from __future__ import annotations

import pytest

from tests.extract.attributions.reading import read, triples


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "El alcalde culpó a la empresa de la inundación.", ("El alcalde", "culpó", "a la empresa de la inundación")),
        ("it", "Ibari ha accusato l'azienda di frode.", ("Ibari", "ha accusato", "l'azienda di frode")),
        ("fr", "Le maire accuse l'entreprise d'avoir menti.", ("Le maire", "accuse", "l'entreprise d'avoir menti")),
        ("pt", "O prefeito acusou a empresa de fraude.", ("O prefeito", "acusou", "a empresa de fraude")),
        ("nl", "De burgemeester beschuldigde het bedrijf van fraude.", ("De burgemeester", "beschuldigde", "het bedrijf van fraude")),
        ("pl", "Ibarski oskarżył firmę o oszustwo.", ("Ibarski", "oskarżył", "firmę o oszustwo")),
        ("ru", "Мэр обвинил компанию в обмане.", ("Мэр", "обвинил", "компанию в обмане")),
        ("uk", "Мер звинуватив компанію у шахрайстві.", ("Мер", "звинуватив", "компанію у шахрайстві")),
        ("de", "Der Bürgermeister beschuldigte die Firma des Betrugs.", ("Der Bürgermeister", "beschuldigte", "die Firma des Betrugs")),
        ("sv", "Borgmästaren anklagade bolaget för bedrägeri.", ("Borgmästaren", "anklagade", "bolaget för bedrägeri")),
        ("el", "Ο δήμαρχος κατηγόρησε την εταιρεία για απάτη.", ("Ο δήμαρχος", "κατηγόρησε", "την εταιρεία για απάτη")),
        ("he", "ראש העירייה האשים את החברה בהונאה.", ("ראש העירייה", "האשים", "את החברה בהונאה")),
        ("id", "Wali kota menuduh perusahaan itu melakukan penipuan.", ("Wali kota", "menuduh", "perusahaan itu melakukan penipuan")),
        ("es", "Fue acusado por la fiscalía de ocultar datos.", ("la fiscalía", "Fue acusado", "de ocultar datos")),
        ("pt", "Foi acusado pelo Ministério Público de fraude.", ("Ministério Público", "Foi acusado", "de fraude")),
        ("ar", "واتهم رئيس البلدية الشركة بتزوير التقارير.", ("رئيس البلدية", "واتهم", "الشركة بتزوير التقارير")),
        ("fa", "دادستانی شرکت را به دروغگویی متهم کرد.", ("دادستانی", "متهم کرد", "شرکت را به دروغگویی")),
        # what they are accused of in a clause of its own stays that clause
        ("de", "Ibarth beschuldigte den Chef der Firma, gelogen zu haben.", ("Ibarth", "beschuldigte", "gelogen zu haben")),
        ("ru", "Прокуратура обвинила мэра в том, что он скрыл отчёт.", ("Прокуратура", "обвинила", "что он скрыл отчёт")),
    ],
)
def test_a_charge_is_whom_somebody_accuses_and_of_what(language: str, text: str, expected: tuple[str, str, str]) -> None:
    assert triples(text, read(text, language)) == [expected]


@pytest.mark.parametrize(("language", "text"), [("es", "El alcalde criticó el plan de la empresa."), ("ru", "Мэр был в городе.")])
def test_who_is_for_or_against_something_makes_no_charge(language: str, text: str) -> None:
    assert not any(row.reason == "charge" for row in read(text, language))


@pytest.mark.parametrize(
    ("language", "text", "stance"),
    [
        ("de", "Die Firma gab am Montag an, die Brücke sei sicher.", "say"),
        ("de", "Die Firma gab am Montag zu, dass die Brücke wackelt.", "reveal"),
        ("it", "Il sindaco ha anche negato che il ponte sia chiuso.", "deny"),
        ("fr", "Le maire a également accusé la société de fraude.", "accuse"),
    ],
)
def test_a_verb_of_several_words_has_one_stance(language: str, text: str, stance: str) -> None:
    assert [row.stance for row in read(text, language)] == [stance]


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("ru", "«Никто нас не предупредил», — сказала Марта Оливина.", "Марта Оливина"),
        ("ru", "«Никто нас не предупредил», — сказал 5 марта мэр.", "мэр"),
        ("tr", 'Kurt, "Bizi kimse uyarmadı" diye yakındı.', "Kurt"),
    ],
)
def test_whoever_speaks_is_found_beside_words_for_when(language: str, text: str, source: str) -> None:
    assert [row[0] for row in triples(text, read(text, language))] == [source]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Старая плотина, уверяют инженеры, стоит сто лет.", ("инженеры", "уверяют", "Старая плотина ~ стоит сто лет")),
        ("uk", "Гребля, кажуть інженери, стоїть сто років.", ("інженери", "кажуть", "Гребля ~ стоїть сто років")),
        ("pl", "Tama – zapewniają inżynierowie – stoi sto lat.", ("inżynierowie", "zapewniają", "Tama ~ stoi sto lat")),
        ("el", "Το φράγμα, λένε οι μηχανικοί, αντέχει χρόνια.", ("οι μηχανικοί", "λένε", "Το φράγμα ~ αντέχει χρόνια")),
        ("ar", "السد، يقول المهندسون، سيصمد مئة عام.", ("المهندسون", "يقول", "السد ~ سيصمد مئة عام")),
        ("id", "Bendungan itu, kata warga desa, sudah tua sekali.", ("warga desa", "kata", "Bendungan itu ~ sudah tua sekali")),
        ("it", "La diga, assicurano i tecnici, resta chiusa.", ("i tecnici", "assicurano", "La diga ~ resta chiusa")),
    ],
)
def test_a_clause_of_saying_between_two_parts_of_what_is_said(language: str, text: str, expected: tuple[str, str, str]) -> None:
    assert triples(text, read(text, language)) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "Le rapport, annoncé hier, sera publié lundi."), ("it", "La legge, annunciata da mesi, entra in vigore oggi.")],
)
def test_a_participle_between_commas_reports_nothing(language: str, text: str) -> None:
    assert not triples(text, read(text, language))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("el", "Όπως έμαθε η εφημερίδα, η σύμβαση έχει λήξει.", ("η εφημερίδα", "έμαθε", "η σύμβαση έχει λήξει")),
        ("sq", "Siç mësoi gazeta, marrëveshja u nënshkrua dje.", ("gazeta", "mësoi", "marrëveshja u nënshkrua dje")),
    ],
)
def test_what_somebody_has_learned(language: str, text: str, expected: tuple[str, str, str]) -> None:
    assert triples(text, read(text, language)) == [expected]
