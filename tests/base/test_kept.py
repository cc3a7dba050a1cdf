"""Properties that are worked out once."""

from __future__ import annotations

from dataclasses import dataclass

from testimonia.base.kept import kept


@dataclass(frozen=True)
class Word:
    """A word that counts how often it is spelled."""

    letters: str
    asked: list[str]

    @kept
    def spelled(self) -> str:
        """The word letter by letter."""
        self.asked.append(self.letters)
        return "-".join(self.letters)


def test_it_is_worked_out_when_asked_for_and_once() -> None:
    word, other = Word("abc", []), Word("de", [])
    assert word.asked == []
    assert (word.spelled, word.spelled, other.spelled) == ("a-b-c", "a-b-c", "d-e")
    assert word.asked == ["abc"]
    assert word == Word("abc", ["abc"])  # what is kept is no part of the record


def test_the_class_shows_what_it_says() -> None:
    assert Word.spelled.__doc__ == "The word letter by letter."
