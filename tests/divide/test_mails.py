"""Threads of mails and chats: each mail or message is an article of its own, by its sender and of its day."""

from __future__ import annotations

import pytest

from testimonia.base.documents import Article
from testimonia.base.settings import Limits
from testimonia.capture.reading import read_bytes
from testimonia.clean import clean
from testimonia.divide import divide

THREAD = """De : Hélène Vasseur <h.vasseur@rives.example>
À : collectif@rives.example
Envoyé : jeudi 16 janvier 2020 09:12
Objet : TR : Fermeture du bac

Bonjour à tous,

Voici ce que la préfecture nous répond au sujet du bac. Vous verrez que la date ne correspond pas à ce que le maire a dit en réunion.

Je propose que nous demandions un rendez-vous avant la fin du mois, et que personne ne parle à la presse d'ici là.

Bien à vous,
Hélène

{head}
Madame,

En réponse à votre courrier du 2 janvier, je vous confirme que l'exploitation du bac cessera le 1er septembre.

Ce rapport n'est pas communicable à ce jour. Je reste à votre disposition pour tout renseignement.

Marc Oudinot
Bureau des transports
"""
FORWARDED = """---------- Message transféré ----------
De : Marc Oudinot <marc.oudinot@prefecture.example>
Date : mer. 15 janv. 2020 à 17:48
Objet : Fermeture du bac
À : Hélène Vasseur <h.vasseur@rives.example>
"""
WITHOUT_ADDRESS = """De : Marc Oudinot
Envoyé : mercredi 15 janvier 2020 17:48
À : Hélène Vasseur
Objet : Fermeture du bac
"""
ANSWERED = "Le mer. 15 janv. 2020 à 17:48, Marc Oudinot <marc.oudinot@prefecture.example> a écrit :\n"
CHAT = """[3/14/21, 18:40:02] Mill Lane: \u200eMessages and calls are end-to-end encrypted. No one outside of this chat can read them.
[3/14/21, 18:40:02] \u200eAna Weller created group "Mill Lane"
[3/14/21, 18:42:10] Ana Weller: The council shut the sluice this morning without a word, and the lower gardens have no water.
It was the man from the depot. He says that he has an order.
[3/14/21, 18:47:55] Tom (No. 8): They told me there is no order and that it is a fault.
[3/14/21, 18:48:20] Tom (No. 8): \u200eimage omitted
[3/15/21, 9:15:08] ~ +00 600 000 014: Nobody has come. There is a new padlock on the gate.
"""
ANDROID = """14/03/2021, 18:40 - Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt. Niemand außerhalb dieses Chats kann sie lesen.
14/03/2021, 18:42 - Ana Weller: Heute früh wurde das Wehr geschlossen, und die unteren Gärten haben kein Wasser mehr.
14/03/2021, 18:47 - Tom Brenner: Mir hat man gesagt, dass es eine Störung ist.
15/03/2021, 09:15 - Ana Weller: Niemand ist gekommen. Am Tor hängt ein neues Schloss.
"""


def articles(text: str) -> tuple[Article, ...]:
    """The articles of a text dump."""
    document = read_bytes(text.encode(), "a.txt", (), Limits()).documents[0]
    return divide(document, clean(document)).articles


def told(text: str) -> list[tuple[str | None, str | None]]:
    """Who wrote each article, and when."""
    return [(one.author and one.author.value, one.published and one.published.value) for one in articles(text)]


@pytest.mark.parametrize("head", [FORWARDED, WITHOUT_ADDRESS])
def test_a_forwarded_mail_is_an_article_of_its_own(head: str) -> None:
    text = THREAD.format(head=head)
    first, second = articles(text)
    assert [one.title and one.title.of(text) for one in (first, second)] == ["TR : Fermeture du bac", "Fermeture du bac"]
    assert first.body[0].of(text).startswith("Voici ce que")
    assert "De :" not in "".join(span.of(text) for span in first.body)
    assert second.body[-1].of(text).endswith("Je reste à votre disposition pour tout renseignement.")
    assert [one.published and one.published.value for one in (first, second)] == ["2020-01-16", "2020-01-15"]


def test_the_sender_of_each_mail_is_its_author() -> None:
    assert told(THREAD.format(head=FORWARDED)) == [("Hélène Vasseur", "2020-01-16"), ("Marc Oudinot", "2020-01-15")]


def test_a_mail_that_is_answered_begins_below_the_line_that_leads_to_it() -> None:
    assert told(THREAD.format(head=ANSWERED)) == [("Hélène Vasseur", "2020-01-16"), ("Marc Oudinot", "2020-01-15")]


def test_each_message_of_a_chat_is_an_article_by_its_sender() -> None:
    assert told(CHAT) == [("Ana Weller", "2021-03-14"), ("Tom (No. 8)", "2021-03-14"), ("+00 600 000 014", "2021-03-15")]
    assert told(ANDROID) == [("Ana Weller", "2021-03-14"), ("Tom Brenner", "2021-03-14"), ("Ana Weller", "2021-03-15")]


def test_what_the_program_says_in_a_chat_is_no_text() -> None:
    bodies = [" ".join(span.of(CHAT) for span in one.body) for one in articles(CHAT)]
    assert bodies[0].startswith("The council shut")
    assert bodies[0].endswith("He says that he has an order.")
    assert bodies[1:] == ["They told me there is no order and that it is a fault.", "Nobody has come. There is a new padlock on the gate."]
    assert all(one.title is None for one in articles(CHAT))


def test_lines_with_a_day_and_a_time_alone_are_no_chat() -> None:
    text = "2021-03-14 18:40 The gate was shut.\n" * 5
    assert len(articles(text)) <= 1


def test_marked_lines_of_a_mail_are_the_words_of_whoever_wrote_them() -> None:
    text = (
        "From: Bettina Lorne <bl@weir.example>\nTo: River list <river@weir.example>\nDate: Tue, 4 May 2021 10:12:03 +0200\n"
        "Subject: The weir\n\nDear all,\n\nI have spoken to the council. It will not pay, and it says that the mill must.\n\n"
        "Osmund Tarn wrote:\n> The weir was closed on 12 April because the wall had cracks. Nobody had looked at it for nine years.\n\n"
        "Nothing of this is new to those who were there in 2019, and I have the letters to show it.\n\nBettina\n"
    )
    document = read_bytes(text.encode(), "a.txt", (), Limits()).documents[0]
    (found,) = divide(document, clean(document)).articles
    assert [(turn.kind, turn.speaker.of(text) if turn.speaker else None) for turn in found.turns] == [("letter", "Osmund Tarn")]
    assert text[found.turns[0].start :].startswith("> The weir")
