"""A future that stands on one side of a translation only."""

from __future__ import annotations

import pytest

from testimonia.base.spans import Span
from testimonia.link.reuse.folding import Unit
from testimonia.link.reuse.shifts import Page, tense_shift

PAIRS = [
    ("en", "The minister will resign on Friday.", "fr", "Le ministre a démissionné vendredi.", True),
    ("en", "The minister will resign on Friday.", "fr", "Le ministre démissionnera vendredi.", False),
    ("en", "The minister resigned on Friday.", "es", "El ministro dimitirá el viernes.", True),
    ("en", "They are to meet in Vienna.", "es", "Se reunirán en Viena.", False),
    ("sq", "Kompania do të paguajë dëmet.", "en", "The company has paid for the damage.", True),
    ("sq", "Kompania do të paguajë dëmet.", "en", "The company will pay for the damage.", False),
    ("sr", "Most će biti zatvoren.", "en", "The bridge was closed.", True),
    ("sr", "Радиће до петка.", "en", "They will work until Friday.", False),
    ("ru", "Мост будет закрыт в мае.", "en", "The bridge was closed in May.", True),
    ("ru", "Мост закроют в мае.", "en", "The bridge will be closed in May.", False),  # Russian may say it without a mark
    ("fa", "پل در ماه مه بسته خواهد شد.", "en", "The bridge was closed in May.", True),
    ("ar", "سوف يغلق الجسر في أيار.", "fr", "Le pont a été fermé en mai.", True),
    ("de", "Die Brücke wird geschlossen.", "en", "The bridge is closed.", False),  # so does German, whose mark is that of the passive too
    ("en", "Will Smith came to Iran.", "es", "Will Smith llegó a Irán.", False),
    ("fr", "L'opéra a fermé.", "en", "The opera has closed.", False),
    ("en", "The opera will close.", "fr", "L'opéra va fermer.", False),
]


def page(language: str, text: str) -> Page:
    return Page(Unit(language, None, (Span(0, len(text)),)), language, text, Span(0, len(text)), text)


@pytest.mark.parametrize(("one", "text", "other", "against", "shifts"), PAIRS, ids=lambda value: value if isinstance(value, str) else "")
def test_a_future_on_one_side_only_is_a_shift(one: str, text: str, other: str, against: str, shifts: bool) -> None:
    found = [finding.kind for finding in tense_shift(page(one, text), page(other, against))]
    assert found == (["translation: tense"] if shifts else [])
    assert [finding.kind for finding in tense_shift(page(other, against), page(one, text))] == found


def test_in_a_long_paragraph_nothing_is_told() -> None:
    assert not list(tense_shift(page("en", "The bridge will be closed. " * 20), page("fr", "Le pont a été fermé. " * 20)))
