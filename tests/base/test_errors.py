"""Errors speak to people and survive the way between two processes."""

from __future__ import annotations

import pickle

import pytest

from testimonia.base import errors


@pytest.mark.parametrize("kind", [errors.TestimoniaError, errors.UsageError, errors.CaseError, errors.ReadingError])
def test_an_error_says_what_happened_and_what_to_do(kind: type[errors.TestimoniaError]) -> None:
    error = pickle.loads(pickle.dumps(kind("The gate is shut.", "Open it.")))
    assert type(error) is kind
    assert str(error) == "The gate is shut. Open it."
    assert isinstance(error, errors.TestimoniaError)


def test_a_decision_is_retired_by_a_later_one() -> None:
    from testimonia.base.decisions import Decision, standing

    first = Decision("1", "same", "entities", ("A", "B"), made="2020-01-01T00:00:00Z")
    other = Decision("2", "note", "articles", ("x",), made="2020-01-02T00:00:00Z")
    back = Decision("3", "same", "entities", ("A", "B"), made="2020-01-03T00:00:00Z", retires="1")
    assert standing([back, other, first]) == (other,)
