"""One endless paragraph of ordinary prose: what is read of it takes work in proportion to its length."""

from __future__ import annotations

import random
from functools import cache

from testimonia.base.documents import Article, Division, Document
from testimonia.base.settings import Settings
from testimonia.base.spans import Span
from testimonia.extract import extractor
from testimonia.extract.extractor import Extractor
from testimonia.extract.parsing import LONGEST, Parsed
from tests.effort import calls

NAMES = ("Ana Marek", "Ben Tolvan", "Cora Irsina", "Dario Kessler", "Elsa Dorno", "Filip Velic", "Greta Prado", "Hugo Sandor")
BODIES = ("the port authority", "the ministry", "the river commission", "the Orlen Institute", "the council of Brasko")
PLACES = ("Brasko", "Tirvald", "Orsena", "Lindmark")
THINGS = ("the bridge", "the harbour", "the new law", "the contract", "the budget")
FORMS = (
    "{name} said that {thing} in {place} had cost {number} million euros since {year}.",
    "“We did not know of {thing},” {name} said, “and nobody in {place} asked us before June.”",
    "According to {body}, {number} people left {place} after {thing} was closed.",
    "He added that {body} would look at {thing} again, and she denied it.",
    "{body} accused {name} of hiding {thing}, which he called “a plain lie about {place}”.",
    "It was reported that {thing} had been sold, but {body} said that the report was wrong.",
)


def prose(chars: int) -> str:
    """A paragraph of about so many characters, the same each time."""
    chance = random.Random(4)
    said: list[str] = []
    while sum(map(len, said)) < chars:
        parts = {key: chance.choice(values) for key, values in (("name", NAMES), ("body", BODIES), ("place", PLACES), ("thing", THINGS))}
        said.append(chance.choice(FORMS).format(**parts, number=chance.randrange(2, 900), year=chance.randrange(1990, 2024)))
    return " ".join(said)


@cache
def reader() -> Extractor:
    """One extractor for all texts."""
    return Extractor(Settings())


def parsed(chars: int) -> Parsed:
    """The paragraph, parsed."""
    text = prose(chars)
    article = Article("a", "d", (Span(0, len(text)),), language="en")
    return reader().parser.parse(Document("d", ("d",), "", 0, "text/plain", text), article, Division((), (article,)))


def read(one: Parsed) -> object:
    """Everything that is read of an article after its parse."""
    mentions, quotes = extractor.find_mentions(one), extractor.quotes_of(one)
    attributions = extractor.find_attributions(one, mentions, quotes=quotes)
    times = extractor.find_times(one)
    quantities = extractor.find_quantities(one, attributions, times)
    return extractor.find_aliases(one, mentions), extractor.find_claims(one, mentions, attributions, quantities, times)


def test_twice_the_paragraph_takes_about_twice_the_work() -> None:
    read(parsed(2_000))  # what is loaded once
    sizes = [parsed(chars) for chars in (LONGEST // 2, LONGEST)]
    short, long = (calls(lambda one=one: read(one)) for one in sizes)  # type: ignore[misc]
    assert long < 2.5 * short


def test_the_account_says_where_a_paragraph_was_cut() -> None:
    text = prose(3 * LONGEST // 2)
    article = Article("a", "d", (Span(0, len(text)),), language="en")
    division = Division((), (article,))
    extraction = reader().extract(Document("d", ("d",), "", 0, "text/plain", text), article, division)
    assert any("cut into pieces" in note.message for note in extraction.notes)
    assert all(0 <= row.content[0].start < row.content[-1].end <= len(text) for row in extraction.attributions)
    assert len(extraction.attributions) > len(text) / 200  # the last piece is read like the first
    assert max(row.content[-1].end for row in extraction.attributions) > len(text) - 500
