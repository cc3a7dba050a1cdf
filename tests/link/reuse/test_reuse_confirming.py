"""Two texts of one matter in two languages are translations only when their paragraphs answer one another."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from testimonia.base.spans import Span, lines
from testimonia.link.reuse.confirming import by_traces, confirmed, standing_out
from testimonia.link.reuse.parallel import LEFT_OUT, judged, side_by_side
from testimonia.link.reuse.vectors import Encoder, installed

ENGLISH = """The harbour master of Tolven closed the northern gate at four in the morning.
Nine fishing boats were still outside when the storm reached the bay.
The council promised every family a new roof before the first snow.
A retired teacher now keeps a list of all the names in her kitchen."""
GERMAN = """Der Hafenmeister von Tolven schloss das nördliche Tor um vier Uhr morgens.
Neun Fischerboote waren noch draußen, als der Sturm die Bucht erreichte.
Der Rat versprach jeder Familie ein neues Dach vor dem ersten Schnee.
Eine pensionierte Lehrerin führt jetzt in ihrer Küche eine Liste aller Namen."""
ANOTHER = """In Tolven wird wieder über das Tor am Hafen gestritten, das in jener Nacht zu war.
Der Hafenmeister schweigt, und sein Anwalt sagt, er habe nur Befehle befolgt.
Auf der Fischauktion redet niemand von etwas anderem als von den Booten.
Am Sonntag wollen die Familien vor dem Rathaus eine Glocke läuten."""

needs_encoder = pytest.mark.skipif(not installed(), reason="the extra [translations] has no package for this platform")


def rows(one: str, other: str):
    return list(zip(lines(one), lines(other), strict=True))


@needs_encoder
def test_a_translation_answers_paragraph_by_paragraph():
    assert confirmed((ENGLISH, GERMAN), rows(ENGLISH, GERMAN), ("en", "de"), Encoder())


@needs_encoder
def test_another_text_of_the_same_matter_does_not():
    assert not confirmed((ENGLISH, ANOTHER), rows(ENGLISH, ANOTHER), ("en", "de"), Encoder())


def test_texts_of_few_paragraphs_are_left_as_they_were_judged():
    assert confirmed((ENGLISH, ANOTHER), rows(ENGLISH, ANOTHER)[:2], ("en", "de"), Encoder())


def test_without_an_encoder_figures_and_names_must_answer():
    pairs = [
        (f"In {year} came {name}", f"{name} kam {year}") for year, name in (("1911", "Orlen"), ("1954", "Tolven"), ("1978", "Saltmark"))
    ]
    assert standing_out(by_traces(pairs))[0] == 1.0
    shifted = [(one, pairs[(place + 1) % 3][1]) for place, (one, _) in enumerate(pairs)]
    assert standing_out(by_traces(shifted))[0] < 0.5


def test_rows_that_stand_out_by_nothing():
    hits, margin = standing_out(np.full((4, 4), 0.8))
    assert hits == 0.25
    assert margin == pytest.approx(0)


WHOLE = """The gates of the Tolven lock were opened on 12 April, and 40 boats were carried out to sea.
The harbour company Saltmark said that they had opened by themselves; its director, Osmund Tarn, was abroad.
A log says that the alarm was given at 2.40, when 300 houses stood under water. Ragna Holm has signed it.
The county sent 85 soldiers on the next day, and they found 22 of the boats at Orlen."""
PART = """Am 12. April wurden die Tore der Schleuse Tolven geöffnet, und 40 Boote trieben aufs Meer hinaus.
In einem Protokoll steht, der Alarm sei um 2.40 gegeben worden, als 300 Häuser unter Wasser standen. Ragna Holm hat es unterschrieben.
Der Kreis schickte am nächsten Tag 85 Soldaten, und sie fanden 22 der Boote bei Orlen."""


def test_a_paragraph_that_a_translation_leaves_out_is_joined_to_none():
    texts = {"one": WHOLE, "other": PART}
    units = [SimpleNamespace(document=name, spans=(Span(0, len(text)),)) for name, text in texts.items()]
    found = side_by_side(SimpleNamespace(text=texts.__getitem__, units=units), 0, 1, apart=LEFT_OUT)
    assert [(one.of(WHOLE)[:10], other.of(PART)[:10]) for one, other in found] == [
        ("The gates ", "Am 12. Apr"),
        ("A log says", "In einem P"),
        ("The county", "Der Kreis "),
    ]


@pytest.mark.parametrize(("near", "weight", "found"), [(0.79, 0.06, 0), (0.83, 0.06, 1), (0.79, 0.1, 1)])
def test_two_texts_alone_must_be_nearer_than_unrelated_ones_lie_or_share_much(near: float, weight: float, found: int) -> None:
    vectors = {0: np.array([1.0, 0.0]), 1: np.array([near, (1 - near * near) ** 0.5])}
    assert len(judged([(0, 1)], {(0, 1): weight}, vectors, {0: "de", 1: "ru"})) == found
