"""What stands around a statement in languages without a parser: its ground, its frame, and the sentence that takes it up."""

from __future__ import annotations

import pytest

from tests.extract.attributions.reading import read, triples

Triple = tuple[str | None, str | None, str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nach Angaben des Priesters Jan Wolde griffen Bewaffnete das Lager an.",
            ("Angaben des Priesters Jan Wolde", "Nach", "griffen Bewaffnete das Lager an"),
        ),
        ("Ein Gast hatte laut Polizei das Gepäck stehen gelassen.", ("Polizei", "laut", "Ein Gast hatte ~ das Gepäck stehen gelassen")),
        ("Es wurden nach Medienberichten weitere Gäste befragt.", ("Medienberichten", "nach", "Es wurden ~ weitere Gäste befragt")),
        ("Nach Angaben mehrerer Zeugen fiel der Turm um acht.", ("Angaben mehrerer Zeugen", "Nach", "fiel der Turm um acht")),
        ("Nach Polizeiangaben in Hainau (Nord) ist die Straße frei.", ("Polizeiangaben in Hainau (Nord)", "Nach", "ist die Straße frei")),
        (
            "Laut einer am Dienstag verbreiteten Erklärung war das Tor offen.",
            ("einer am Dienstag verbreiteten Erklärung", "Laut", "war das Tor offen"),
        ),
        ("Nach amtlichen Angaben, die niemand prüfen kann, starben zwei Gäste.", ("amtlichen Angaben", "Nach", "starben zwei Gäste")),
        (
            "Nach Ansicht von Ines Brock, Leiterin des Amtes, hat der Rat versagt.",
            ("Ansicht von Ines Brock, Leiterin des Amtes", "Nach", "hat der Rat versagt"),
        ),
        ("Dem Sender al-Nadim zufolge wird das Schiff entladen.", ("Dem Sender al-Nadim", "zufolge", "wird das Schiff entladen")),
        ("Das Tor ist seiner Meinung nach seit Jahren undicht.", ("seiner Meinung", "nach", "Das Tor ist ~ seit Jahren undicht")),
        (
            "Die Täter, die nach Einschätzung der Richterin ins Ausland flohen, sind gefasst.",
            ("Einschätzung der Richterin", "nach", "die ~ ins Ausland flohen"),
        ),
        (
            "Alle Häfen bleiben gesperrt, nur das Becken wurde laut Hafenamt geräumt.",
            ("Hafenamt", "laut", "nur das Becken wurde ~ geräumt"),
        ),
        (
            "Der Rat tagte lange, während das Tor laut Polizei offen stand, und ging.",
            ("Polizei", "laut", "während das Tor ~ offen stand"),
        ),
        (
            "Der Bote kam, und das Tor war laut Polizei offen, aber leer.",
            ("Polizei", "laut", "und das Tor war ~ offen, aber leer"),
        ),
    ],
)
def test_a_ground_ends_with_its_noun_phrase_and_holds_for_its_clause(text: str, expected: Triple) -> None:
    assert expected in triples(text, read(text, "de"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Sprecher gab an, das Tor sei offen gewesen.", ("Der Sprecher", "gab", "das Tor sei offen gewesen")),
        ("Die Partei warf dem Rat vor, die Akten vernichtet zu haben.", ("Die Partei", "warf", "die Akten vernichtet zu haben")),
        ("Heute plant der Rat, die Brücke zu sperren, was viele freut.", ("der Rat", "plant", "die Brücke zu sperren")),
        (
            "In dem Urteil führte die Richterin Ines Brock am Montag aus, dass niemand haftet.",
            ("die Richterin Ines Brock", "führte", "dass niemand haftet"),
        ),
        ("Der Rat kündigte einen Turm an, der im Mai fertig werden soll.", None),
        ("Sie sagte, sie hoffe darauf, dass niemand verletzt werde.", ("Sie", "sagte", "sie hoffe darauf, dass niemand verletzt werde")),
        ("Das Tor, so Brock weiter, würde nie geprüft.", ("Brock", "so", "Das Tor ~ würde nie geprüft")),
        ("Das Tor wurde nie geprüft, so vermutet die Zeitung.", ("die Zeitung", "vermutet", "Das Tor wurde nie geprüft")),
        ("Die Pläne bezeichnete er als „puren Wahnsinn und reine Willkür“.", ("er", "bezeichnete", "„puren Wahnsinn und reine Willkür“")),
        ("Der 85-jährige Jan Wolde sagte, dass er gehe.", ("Der 85-jährige Jan Wolde", "sagte", "dass er gehe")),
    ],
)
def test_a_parted_verb_frames_what_is_said(text: str, expected: Triple | None) -> None:
    found = triples(text, read(text, "de"))
    assert expected in found if expected else not any("der im Mai" in row[2] for row in found)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            'La dette est due à " la seule crise du marché ", explique la banque Orval.',
            ("la banque Orval", "explique", '" la seule crise du marché "'),
        ),
        ("fr", 'Le prix de l"eau va monter, a annoncé la maire.', ("la maire", "a annoncé", 'Le prix de l"eau va monter')),
        ("fr", '"Le pont reste sûr pour tous", a-t-il précisé.', ("il", "précisé", '"Le pont reste sûr pour tous"')),
        ("fr", "« Le pont est sûr », a-t-il répété mardi au conseil.", ("il", "répété", "« Le pont est sûr »")),
        ("fr", '"Le pont reste sûr pour tous", indique-t-on encore.', ("on", "indique", '"Le pont reste sûr pour tous"')),
        ("fr", "Le pont reste sûr, souligne M. Varenne dans une note.", ("M. Varenne", "souligne", "Le pont reste sûr")),
        (
            "fr",
            "Selon une enquête financée par la région, le pont est sûr.",
            ("une enquête financée par la région", "Selon", "le pont est sûr"),
        ),
        ("ru", "Мост закроют в мае, сказал он каналу, добавив, что объезд готов.", ("он", "сказал", "Мост закроют в мае")),
        ("ru", "Мост закроют в мае, сказал он каналу, добавив, что объезд готов.", ("он", "добавив", "что объезд готов")),
        ("ru", "Мост нужно закрыть сегодня, - написал Орлов.", ("Орлов", "написал", "Мост нужно закрыть сегодня")),
        ("ru", "Мост закроют в мае, пишет 25 июля портал Вестник.", ("портал Вестник", "пишет", "Мост закроют в мае")),
        ("ru", "Мост закроют в мае, сообщает vestnik.example со ссылкой на мэрию.", ("vestnik.example", "сообщает", "Мост закроют в мае")),
        ("ru", "Тем не менее мэр Орлов заявил, что мост безопасен.", ("мэр Орлов", "заявил", "что мост безопасен")),
        (
            "ru",
            'Мост закроют в мае. Об этом сообщает газета "Северный край".',
            ('газета "Северный край"', "сообщает", "Мост закроют в мае"),
        ),
    ],
)
def test_what_stands_around_a_turned_clause_of_saying(language: str, text: str, expected: Triple) -> None:
    assert expected in triples(text, read(text, language))


@pytest.mark.parametrize(
    ("language", "said", "text", "source", "cue"),
    [
        ("bg", "Мостът ще бъде затворен", "Това съобщи кметът Иван Петров.", "кметът Иван Петров", "съобщи"),
        ("cs", "Most bude uzavřen", "Uvedl to starosta Jan Novák.", "starosta Jan Novák", "Uvedl"),
        ("da", "Broen bliver lukket", "Det siger borgmester Lars Holm.", "borgmester Lars Holm", "siger"),
        ("de", "Die Brücke wird gesperrt", "Dies hat der Bürgermeister am Montag bestätigt.", "der Bürgermeister", "bestätigt"),
        ("el", "Η γέφυρα θα κλείσει", "Αυτό δήλωσε ο δήμαρχος Νίκος Παππάς.", "ο δήμαρχος Νίκος Παππάς", "δήλωσε"),
        ("es", "El puente se cerrará el lunes", "Así lo anunció la alcaldesa Rosa Peral.", "la alcaldesa Rosa Peral", "anunció"),
        ("fi", "Silta suljetaan maanantaina", "Asiasta kertoi kaupunginjohtaja Mika Salo.", "kaupunginjohtaja Mika Salo", "kertoi"),
        ("fr", "La route sera fermée lundi", "C'est ce qu'a annoncé le maire de Roncey.", "le maire de Roncey", "a annoncé"),
        ("hu", "A hidat lezárják", "Erről Kiss Péter polgármester beszélt.", "Kiss Péter polgármester", "beszélt"),
        ("it", "Il ponte chiuderà lunedì", "Lo ha annunciato il sindaco Mario Neri.", "il sindaco Mario Neri", "annunciato"),
        ("nl", "De brug gaat maandag dicht", "Dat heeft burgemeester Jan Smit bekendgemaakt.", "burgemeester Jan Smit", "bekendgemaakt"),
        ("pl", "Most zostanie zamknięty", "Poinformował o tym burmistrz Jan Nowak.", "burmistrz Jan Nowak", "Poinformował"),
        ("pt", "A ponte será fechada", "É o que afirma o prefeito João Reis.", "o prefeito João Reis", "afirma"),
        ("ru", "В Северске сгорел склад", "Об этом сообщила пресс-служба управления.", "пресс-служба управления", "сообщила"),
        ("sr", "Most će biti zatvoren", "To je izjavio gradonačelnik Jovan Ilić.", "gradonačelnik Jovan Ilić", "izjavio"),
        ("sv", "Tre personer skadades", "Det säger polisens talesperson Anna Berg.", "polisens talesperson Anna Berg", "säger"),
        ("uk", "Міст закриють", "Про це повідомив мер Іван Коваль.", "мер Іван Коваль", "повідомив"),
    ],
)
def test_a_sentence_that_only_says_whose_the_one_before_is_attributes_it(
    language: str, said: str, text: str, source: str, cue: str
) -> None:
    whole = f"{said}. {text}"
    assert [(s, c.split()[-1] if c else c, t) for s, c, t in triples(whole, read(whole, language))] == [(source, cue.split()[-1], said)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Brücke ist zu. Das Haus forderte Opfer."),
        ("de", "Die Brücke ist zu. Das hat niemand erwartet."),
        ("it", "Il ponte è chiuso. Lo zio ha detto di no."),
        ("nl", "De brug is dicht. Dat huis zei niets."),
        ("sv", "Hon väntar ännu. Det är inte klart när domen meddelas."),
    ],
)
def test_an_article_takes_no_sentence_up(language: str, text: str) -> None:
    assert not [row for row in triples(text, read(text, language)) if row[2] == text.partition(".")[0]]


@pytest.mark.parametrize(
    ("language", "text", "source", "content"),
    [
        ("es", "Según el alcalde de Orlau la presa pierde agua.", "el alcalde de Orlau", "la presa pierde agua"),
        ("fr", "Selon la ministre de la Santé l'eau est polluée.", "la ministre de la Santé", "l'eau est polluée"),
        ("it", "A detta degli abitanti il progetto è illegale.", "abitanti", "il progetto è illegale"),
        ("pt", "Segundo a ministra da Saúde o hospital não tem camas.", "a ministra da Saúde", "o hospital não tem camas"),
        ("el", "Σύμφωνα με τον δήμαρχο του Ορλάου η γέφυρα είναι κλειστή.", "τον δήμαρχο του Ορλάου", "η γέφυρα είναι κλειστή"),
        ("es", "Según el alcalde y la ministra, la presa pierde agua.", "el alcalde y la ministra", "la presa pierde agua"),
    ],
)
def test_an_article_behind_a_noun_ends_a_ground_without_a_comma(language: str, text: str, source: str, content: str) -> None:
    assert [(row[0], row[2]) for row in triples(text, read(text, language))] == [(source, content)]
