"""Set phrases: texts by one form are origins of their own, and true copies among them are not."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import Any

Story = Callable[..., list[str]]
QUARTERS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")
SHIPS = ("Morning Star", "Two Brothers", "Grey Lady", "Ebba", "Old Harbourmaster", "Patience", "Windhover", "Sarnholm", "Kittiwake")
PEOPLE = ("Ada Birk", "Tilo Moor", "Vera Storch", "Ivo Dunkel", "Jutta Reet", "Karel Fink", "Nora Elster", "Otto Cordes", "Mika Tann")


WEATHER = (
    "Bulletin of the coastal weather office for the waters of Sarnholm, number {n3}. Wind from the {quarter}, force {n1} to {n2}, later "
    "backing {quarter}. Visibility {n2} kilometres, in showers less than {n3} metres. The ferry {ship} leaves at {n1}:{n2}; the cutter "
    "{ship} stays in port until {person} of the pilot station has given leave. The tide stands at {n3} centimetres at {n1} o'clock. "
    "Reported by {person} and {person} for the coastal weather office."
)
COURT = (
    "District court of Aldmoor. In the matter of {person} against {person}, case number {n3}{n1}, a hearing will be held on the {n2}th in "
    "room {n2}. The claim is for {n3}{n2} crowns. The parties are summoned to appear in person. {person} presides; the ship {ship} remains "
    "under arrest at berth {n2} until judgement has been given."
)


def filled(form: str, chance: random.Random) -> str:
    """A form filled in: other figures and names each time."""
    made = {
        "{quarter}": lambda: chance.choice(QUARTERS),
        "{ship}": lambda: chance.choice(SHIPS),
        "{person}": lambda: chance.choice(PEOPLE),
        "{n1}": lambda: str(chance.randint(1, 9)),
        "{n2}": lambda: str(chance.randint(10, 59)),
        "{n3}": lambda: str(chance.randint(100, 999)),
    }
    return re.sub(r"\{\w+\}", lambda slot: made[slot.group()](), form)


def test_bulletins_by_one_form_are_origins_of_their_own_and_copies_among_them_are_not(pile: Any) -> None:
    chance = random.Random(5)
    for kind, form in (("w", WEATHER), ("c", COURT)):
        for number in range(40):
            pile.add(f"{kind}{number:02}", filled(form, chance), f"2020-01-{number % 28 + 1:02}")
    copied = {f"a-{name}": pile.add(f"{name}-again", "As we hear: " + pile.pages[name], "2020-03-01") for name in ("w03", "w17", "c08")}
    origins = {origin.articles for origin in pile.link()["origins"]}
    assert {articles for articles in origins if len(articles) > 1} == set(copied.items())
    assert len(origins) == 80


def test_that_shared_words_were_not_counted_is_said_where_they_stand(pile: Any) -> None:
    chance = random.Random(6)
    for number in range(40):
        pile.add(f"w{number:02}", filled(WEATHER, chance), "2020-01-01")
    rows = pile.link()
    said = [finding for finding in rows["shifts"] if finding.kind == "set phrase"]
    assert said and not rows["reuse"]
    assert all("not counted as reuse" in finding.message and finding.spans for finding in said)
    assert any("coastal weather office" in span.of(pile.pages[finding.document]) for finding in said for span in finding.spans)


def test_a_text_that_many_copied_and_commented_is_no_set_phrase(pile: Any, story: Story) -> None:
    text = story(1, 14)
    first = pile.add("first", " ".join(text), "2020-01-01")
    for number in range(40):
        own = story(100 + number, 10)
        pile.add(f"p{number:02}", " ".join([*own[:5], *text[number % 7 : 7 + number % 7], *own[5:]]), "2020-01-02")
    (origin,) = pile.link()["origins"]
    assert origin.articles[0] == first and len(origin.articles) == 41
