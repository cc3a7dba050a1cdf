"""The one place that catches broadly: what goes wrong in a stage becomes a failure with its stage and record, and the rest goes on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from testimonia.base.errors import TestimoniaError
from testimonia.base.outcomes import Failure, Outcome

T = TypeVar("T")


def attempt(path: str, stage: Callable[[], str], call: Callable[[], T]) -> Outcome[T]:
    """The outcome of `call`; `stage` is asked, after a failure, how far it had come."""
    try:
        return Outcome(path, value=call())
    except Exception as error:  # noqa: BLE001  recorded, counted, and shown with its file
        return Outcome(path, failure=Failure(path, stage(), *described(error)))


def described(error: Exception) -> tuple[str, str]:
    """An exception as message and advice for a person."""
    if isinstance(error, TestimoniaError):
        return error.message, error.advice
    if isinstance(error, MemoryError):
        return "It needs more memory than one input is allowed.", "Split it, or leave it out."
    if isinstance(error, OSError):
        return f"It cannot be opened: {error.strerror or error}.", "Check that it still exists and that you may read it."
    return f"Unforeseen {type(error).__name__}: {error}", "This is a defect of the program, not of your file; please report it."
