"""Generated articles: invented, varied, reproducible, with menus and reprints, so that every stage has work to do."""

from __future__ import annotations

import random
from pathlib import Path

FIRST = "Ada Bela Carl Dora Egon Fina Gert Hilda Ivo Jutta Karel Lena Mika Nora Otto Paula Rolf Sina Tilo Vera".split()
LAST = "Abend Birk Cordes Dunkel Elster Fink Grau Hafer Imker Jost Kranich Linde Moor Nebel Otter Pfeil Reet Storch Tann Weide".split()
PLACES = "Aldmoor Brackwater Cinderford-on-Sea Dunholt Eastermere Fennick Gullhaven Heatherby Ilmouth Jarrow-under-Hill".split()
BODIES = "the Harbour Board;the Ministry of Fields;the Dykers' League;the Salt Company;the Northern Ferry Union;the Parish Council".split(
    ";"
)
THINGS = "houses boats families workers pumps sheep lorries windows barrels permits".split()
VERBS = "said told the court|claimed|denied|announced|admitted|warned|insisted|confirmed".split("|")
SENTENCES = (
    "{person}, who speaks for {body}, {verb} that {number} {things} had been lost in {place} on {day} {month} {year}, {clause}.",
    "“{Clause}, and nobody will,” {person} said.",
    "According to {body}, no more than {number} {things} were counted near {place} when {clause}.",
    "{Clause}, and the {things} stand in the {noun}.",
    "{person} denied that {body} had paid {number} crowns for the {noun}, although {clause}.",
    "In {place} it was the third winter in which {clause}.",
    "A {noun}, who asked not to be named, told {person} that {clause}.",
    "Asked about {place}, {person} answered that {clause}, and that {body} would publish the figures in {month}.",
    "{Clause}; {clause}.",
)
# Ordinary words, put together at random: articles of one subject share words and turns of phrase, not whole sentences.
QUALITIES = (
    "old new grey narrow public secret broken northern quiet wooden late angry local empty distant heavy common foreign private bitter "
    "cold deep early former green hidden idle joint loud minor open poor rural sealed steep tired urgent vast weak young"
).split()
NOUNS = (
    "gate clerk letter market harbour school winter engineer mayor bridge archive contract fence witness ledger tunnel judge farmer ferry "
    "mill notice council road station warehouse guard lawyer doctor teacher meeting survey map key boat cellar orchard signal tower valley"
).split()
DEEDS = (
    "closed opened signed refused ordered followed carried watched found hid measured moved painted repaired sold bought crossed described "
    "divided emptied favoured guarded ignored joined kept left lost missed named passed questioned reached shut told visited"
).split()
LINKS = "behind beside before after without against across beyond inside towards".split()
MONTHS = "January February March April May June July August September October November December".split()
MENU = "Home\nNews\nSport\nWeather\nShare on Facebook\nPrint\n"
REPRINT = 0.1  # share of pages that repeat an earlier one under another head


def clause(chance: random.Random) -> str:
    """One invented clause."""
    one, other = (f"the {chance.choice(QUALITIES)} {chance.choice(NOUNS)}" for _ in range(2))
    return f"{one} {chance.choice(DEEDS)} {other} {chance.choice(LINKS)} the {chance.choice(NOUNS)}"


def sentence(chance: random.Random) -> str:
    """One invented sentence."""
    first = clause(chance)
    return chance.choice(SENTENCES).format(
        person=f"{chance.choice(FIRST)} {chance.choice(LAST)}",
        body=chance.choice(BODIES),
        verb=chance.choice(VERBS),
        number=f"{chance.randint(2, 9000):,}",
        things=chance.choice(THINGS),
        place=chance.choice(PLACES),
        noun=chance.choice(NOUNS),
        clause=clause(chance),
        Clause=first[0].upper() + first[1:],
        day=chance.randint(1, 28),
        month=chance.choice(MONTHS),
        year=chance.randint(2001, 2022),
    )


def article(chance: random.Random) -> str:
    """One invented article of some 400 words."""
    paragraphs = [" ".join(sentence(chance) for _ in range(chance.randint(2, 5))) for _ in range(5)]
    head = f"{chance.choice(PLACES)} waits for {chance.choice(BODIES)}"
    return f"{MENU}{head}\n{chance.randint(1, 28)} {chance.choice(MONTHS)} {chance.randint(2001, 2022)}\n" + "\n\n".join(paragraphs) + "\n"


def write(folder: Path, count: int, seed: int = 7) -> None:
    """Write `count` pages; the same seed gives the same bytes."""
    chance = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    pages: list[str] = []
    for number in range(count):
        again = pages and chance.random() < REPRINT
        page = chance.choice(pages).replace("waits for", "still waits for", 1) if again else article(chance)
        pages.append(page)
        (folder / f"{number:05}.txt").write_text(page, encoding="utf-8", newline="\n")
