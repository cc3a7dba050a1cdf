"""Interviews without labels: questions that speak to somebody, and answers in the first person; a text may ask without being one."""

from __future__ import annotations

import pytest

from tests.divide.test_pages import articles

COLUMN = """Open the mill books
By Nora Feld
For ten years the Arden mill has told nobody what it earns. So ask yourself one thing. What would you hide, if you were its owner?
The council asked for the books in March. Its clerk, Otto Brandl, said that the owner had not answered..
The mill pays less for its water than any farm in the valley. It has asked for more. But has it ever paid its share of the weir?
The Herald reported last week that the weir needs new gates. The engineer, Lena Moor, said that the work would cost two million.
There is one more reason. Who will trust a mill that shows its books to nobody?
Speaking to farmers on Sunday, Feld's neighbour Piet Harms said that he trusted no owner."""

HEADINGS = """What the new levy means
By Nora Feld
From Monday every lorry that crosses the Arden bridge pays a levy. Here is what is known of it.
Who pays the levy?
The haulier pays at the gate, and the council takes the money. It buys no road and no bridge with it this year.
Does the levy bring in money?
The council expects two million a year. The clerk, Otto Brandl, said that half of it would go to the schools.
How long will it stay?
The council votes on it again in May. Its members have said that they will keep it if the bridge holds."""

TALK = """The keeper of the weir
By Nora Feld
Lena Moor has kept the Arden weir for thirty years, and she leaves it in May.
Who taught you to read the water?
My aunt did. She took me to the gates when I was six, and we stood there every morning.
Was there a night that frightened people?
There was one in March. I heard the gates before I saw them, and we ran. Nobody was hurt, but I did not sleep for a week.
What will you do in the summer?
I will sit in my garden. They gave us a bench, and I mean to use it until they take it away again."""

GERMAN = """Die Hüterin des Wehrs
Von Nora Feld
Lena Moor hat das Wehr von Arden dreißig Jahre lang bewacht, im Mai geht sie.
Wer hat Ihnen beigebracht, das Wasser zu lesen?
Meine Tante. Sie nahm mich mit zu den Toren, als ich sechs war, und wir standen jeden Morgen dort.
Gab es eine Nacht, die allen Angst machte?
Eine im März. Ich hörte die Tore, bevor ich sie sah, und wir rannten. Niemand wurde verletzt, aber ich schlief eine Woche nicht.
Was machen Sie im Sommer?
Ich setze mich in meinen Garten. Sie haben uns eine Bank geschenkt, und die will ich nutzen."""


@pytest.mark.parametrize("text", [COLUMN, HEADINGS])
def test_a_text_that_asks_and_goes_on_in_its_own_voice_is_no_interview(text: str) -> None:
    assert [turn for article in articles(text) for turn in article.turns] == []


@pytest.mark.parametrize("text", [TALK, GERMAN])
def test_questions_to_somebody_and_answers_in_the_first_person_are_one(text: str) -> None:
    turns = [turn for article in articles(text) for turn in article.turns]
    assert [turn.kind for turn in turns] == ["question", "answer"] * 3


def test_a_question_in_quotation_marks_is_nobody_asking_here() -> None:
    quoted = TALK.replace("What will you do in the summer?", "A visitor shouted: “What will you do in the summer?”")
    assert [turn for article in articles(quoted) for turn in article.turns] == []
