"""Errors for people: what happened, to which file, what to do.

TestimoniaError
  UsageError        the call cannot be carried out as given (exit code 2)
  CaseError         the case file cannot be used (exit code 2)
  ReadingError      one input cannot be read; the rest of the batch goes on (exit code 1)
"""

from __future__ import annotations


class TestimoniaError(Exception):
    """Root of all errors that the program raises on purpose.

    `advice` says what the person can do about it.
    """

    __test__ = False  # pytest collects classes by the prefix of their name

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".strip()

    def __reduce__(self) -> tuple[type[TestimoniaError], tuple[str, str]]:
        return (type(self), (self.message, self.advice))


class UsageError(TestimoniaError):
    """The call cannot be carried out as given."""


class CaseError(TestimoniaError):
    """The case file cannot be used."""


class ReadingError(TestimoniaError):
    """One input cannot be read; the others are."""
