from __future__ import annotations

import pytest

from testimonia.view.pages.templating import environment, tongue
from testimonia.view.pages.wording import catalogue, stretcher


@pytest.mark.parametrize(
    ("days", "english", "german"),
    [(1, "1 day", "1 Tag"), (12, "12 days", "12 Tage"), (152, "5 months", "5 Monate"), (365, "12 months", "12 Monate"),
     (730, "2 years", "2 Jahre"), (731, "2 years", "2 Jahre"), (4018, "11 years", "11 Jahre")],
)  # fmt: skip
def test_days_are_said_as_people_do(days: int, english: str, german: str) -> None:
    assert stretcher("en")(days) == english
    assert stretcher("de")(days) == german


def test_the_words_around_a_list_and_a_stretch_of_time_are_german() -> None:
    words = catalogue("de")
    assert {"apart", "Years", "← previous", "next →", "Parts of the list", "articles", "origins", "characters in all:"} <= words.keys()
    assert all(value.strip() for value in words.values())


def test_what_stands_in_a_tag_is_no_text() -> None:
    made = environment("testimonia.view.web", "de").from_string('<details{% if shown %} open{% endif %} title="Notes">open</details>')
    assert made.render(shown=True) == '<details open title="Notizen">öffnen</details>'


def test_a_language_is_called_by_its_name_in_the_language_of_the_page() -> None:
    assert [tongue("en")(code) for code in ("sq", "pt-BR", "xx-none")] == ["Albanian", "Portuguese", "xx-none"]
    assert tongue("de")("sq") == "Albanisch"
