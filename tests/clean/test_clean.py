from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.base.documents import Document
from testimonia.base.units import units
from testimonia.clean import clean

PAGE = """Home
• News
• Sport
• Contact us
The mill by the river will close in spring
By Anna Weller
4 March 2021
The owner of the mill told the workers on Monday that it would close in the spring, because there was no longer enough grain to grind.
The workers said that they had been promised work for another ten years, and that they would ask a court to look at the contract.
A spokesman of the town said that it would try to find a buyer who could keep the mill running for at least as long as the contract runs.
Share on Facebook
Share on Twitter
Related articles
• Bakery opens in old station
• Ferry stopped by ice
© 2021 River Post. All rights reserved.
"""


def document(text: str) -> Document:
    return Document("d1", ("page.txt",), "0" * 64, len(text), "text/plain", text)


def test_furniture_and_text_are_told_apart() -> None:
    segments = clean(document(PAGE))
    article = "".join(PAGE[s.start : s.end] for s in segments if s.kind == "article")
    assert "told the workers on Monday" in article
    assert "keep the mill running" in article
    assert "Share on Twitter" not in article
    assert "All rights reserved" not in article


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400) | st.lists(st.sampled_from(PAGE.splitlines()), max_size=30).map("\n".join))
def test_segments_cover_the_text_in_order(text: str) -> None:
    segments = clean(document(text))
    assert [s.start for s in segments] == [0, *(s.end for s in segments[:-1])][: len(segments)]
    assert (segments[-1].end if segments else 0) == len(text)
    assert all(s.start < s.end for s in segments)


def test_hard_wrapped_lines_make_one_unit() -> None:
    text = "\n".join(["the water of the river had risen above the lower meadows and the"] * 12) + "\n\nThe end."
    assert len(units(text)) == 2


def test_equal_input_gives_equal_output() -> None:
    assert clean(document(PAGE)) == clean(document(PAGE))
