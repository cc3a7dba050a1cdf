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


TOLD = """The mill by the river will close in spring, its owner told the workers on Monday.

There was no longer enough grain to grind, he said, and the wheel has stood still since the autumn.

The workers said that they had been promised work for another ten years.

They would ask a court to look at the contract, one of them said.

A spokesman of the town said that it would try to find a buyer.

The buyer should keep the mill running for at least as long as the contract runs.

The river drove three mills once, and two of them are ruins now.

Nobody has lived in the ruins since the flood of the last century.

The council met on Tuesday and heard the owner of the mill.

He told the council that he had looked for a buyer himself.

The council will meet again when the court has heard the workers.

The town paid for the repair of the wheel seven years ago.

The money was to be paid back from what the mill would earn.

None of it has been paid back, the spokesman said.
"""
LAST = "Former council spokesman Jon Aldous looked at the contract.\n"


def test_the_last_sentence_of_a_text_is_text_and_what_tells_of_the_writer_is_not() -> None:
    def kept(last: str) -> bool:
        text = TOLD + "\n" + last
        return any(s.kind == "article" and s.end > len(TOLD) + 2 for s in clean(document(text)))

    assert kept(LAST)
    assert not kept("Weller lives near Ilven and edits the magazine Tidal Gardens.\n")
