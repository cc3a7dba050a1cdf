"""What the word before a name says of it in languages without a parser; offices with whose they are; streets; who "the minister" is."""

from __future__ import annotations

import pytest

from testimonia.extract.mentions import find_mentions


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("fr", "La députée de Belcastel est partie hier soir.", "Belcastel", "place"),
        ("fr", "Le patron de Corvex Maritime habite ici depuis dix ans.", "Corvex Maritime", "organisation"),
        ("it", "Il sindaco di Monte Salvio ha parlato ieri.", "Monte Salvio", "place"),
        ("el", "Ο δήμαρχος της Ζουρκάνας μίλησε χθες.", "Ζουρκάνας", "place"),
        ("ru", "Вчера мэр Зурканы Аслан Туманов сказал, что дорога готова.", "Зурканы", "place"),
        ("ru", "Вчера мэр Зурканы Аслан Туманов сказал, что дорога готова.", "Аслан Туманов", "person"),
        ("ru", "В среду мэр Ирина Сергеевна Бобкова говорила долго.", "Ирина Сергеевна Бобкова", "person"),
        ("pl", "Wczoraj prezydent Zawiłowa Jan Kowalski milczał.", "Zawiłowa", "place"),
        ("tr", "Dün Denizciler Sendikası Başkanı Hüseyin Akdeniz konuştu.", "Denizciler Sendikası", "organisation"),
        ("tr", "Dün Tavra Büyükelçisi Oksana Melnik konuştu.", "Tavra", "place"),
        ("fr", "La rue des Martyrs est bouclée depuis hier.", "rue des Martyrs", "place"),
        ("ru", "Дорогу построили на площади Свободы бесплатно.", "площади Свободы", "place"),
        ("fr", "L'Organisation mondiale de la mer (OMM) a confirmé la nouvelle.", "Organisation mondiale de la mer", "organisation"),
        ("de", "Die Carl-Reuter-Stiftung will einen Garten kaufen.", "Carl-Reuter-Stiftung", "organisation"),
        ("de", "Stiftungsdirektorin Annegret Holtmann sprach gestern. Holtmann hatte den Vertrag.", "Holtmann", "person"),
        ("ru", "Об этом сказала глава Комитета «Голос реки» вчера.", "Комитета «Голос реки»", "organisation"),
        ("fr", "Le conseiller d'État Baptiste Fournier est parti.", "Baptiste Fournier", "person"),
    ],
)  # fmt: skip
def test_a_name_is_what_the_word_before_it_says(read, language: str, text: str, name: str, kind: str) -> None:
    found = {(mention.name, mention.type) for mention in find_mentions(read(text, language)) if mention.form == "name"}
    assert (name, kind) in found


@pytest.mark.parametrize(
    ("language", "text", "whole", "inner"),
    [
        ("ru", "Он сказал, что компания «Вертолина» построила дорогу.", "компания «Вертолина»", "Вертолина"),
        ("ru", "Вчера мэр Зурканы Аслан Туманов сказал, что дорога готова.", "мэр Зурканы Аслан Туманов", "Аслан Туманов"),
        ("en", "Transport minister Orhan Keskin spoke. The minister flew home on Sunday.", "The minister", "Orhan Keskin"),
    ],
)
def test_a_phrase_stands_for_the_name_that_it_is_of(read, language: str, text: str, whole: str, inner: str) -> None:
    mentions = find_mentions(read(text, language))
    held = next(mention for mention in mentions if mention.name == whole)
    assert held.antecedent is not None
    assert held.antecedent.of(text) == inner


@pytest.mark.parametrize(
    ("language", "text", "holder"),
    [
        ("fr", "Le ministre de l'Agriculture Jean Roblet est parti.", "Jean Roblet"),
        ("es", "El ministro de Asuntos Exteriores Juan Salinas viaja mañana.", "Juan Salinas"),
        ("it", "Il ministro dell'Agricoltura Elio Rovati è partito.", "Elio Rovati"),
        ("nl", "Minister van Buitenlandse Zaken Jan Smeets vertrekt morgen.", "Jan Smeets"),
    ],
)
def test_what_an_office_is_of_is_no_part_of_its_holder(read, language: str, text: str, holder: str) -> None:
    assert [mention.name for mention in find_mentions(read(text, language)) if mention.type == "person" and mention.form == "name"] == [
        holder
    ]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("es", "La alcaldesa de San Juan Bautista viaja mañana.", "San Juan Bautista"),
        ("es", "El director del Hospital Juan Ramón Salinas viaja mañana.", "Hospital Juan Ramón Salinas"),
    ],
)
def test_a_town_and_a_house_keep_whom_they_are_called_after(read, language: str, text: str, name: str) -> None:
    assert name in {mention.name for mention in find_mentions(read(text, language))}


def test_of_two_ministers_nobody_is_the_minister(read) -> None:
    text = "Interior minister Leonor Salva spoke. Foreign minister Ana Lopez wept. The minister denied it."
    held = next(mention for mention in find_mentions(read(text)) if mention.name == "The minister")
    assert held.antecedent is None


@pytest.mark.parametrize(
    ("language", "text", "phrase", "kind"),
    [
        ("de", "Der sogenannte Müllerbund schweigt seit Montag.", "Der sogenannte Müllerbund", "organisation"),
        ("fr", "La clique du ministre Orhan Keskin parle de sabotage.", "La clique du ministre Orhan Keskin", "group"),
        ("el", "Οι λακέδες του Κεσκίν έκαψαν τα χαρτιά.", "Οι λακέδες του Κεσκίν", "group"),
    ],
)
def test_a_loaded_phrase_is_what_its_noun_says(read, language: str, text: str, phrase: str, kind: str) -> None:
    assert (phrase, kind) in {(mention.name, mention.type) for mention in find_mentions(read(text, language))}


def test_whose_an_event_is_is_nobody_who_happens(read):
    text = "После протеста Захарина пришли люди. Он был на фестивале «Велена»."
    kinds = {mention.name: mention.type for mention in find_mentions(read(text, "ru"))}
    assert kinds["Захарина"] != "event"
    assert kinds.get("Велена", "event") == "event"
