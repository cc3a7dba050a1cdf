from __future__ import annotations

import pytest

from testimonia.view.pages.wording import stretcher


@pytest.mark.parametrize(
    ("days", "english", "german"),
    [(1, "1 day", "1 Tag"), (12, "12 days", "12 Tage"), (152, "5 months", "5 Monate"), (365, "12 months", "12 Monate"),
     (730, "2 years", "2 Jahre"), (731, "2 years", "2 Jahre"), (4018, "11 years", "11 Jahre")],
)  # fmt: skip
def test_days_are_said_as_people_do(days: int, english: str, german: str) -> None:
    assert stretcher("en")(days) == english
    assert stretcher("de")(days) == german
