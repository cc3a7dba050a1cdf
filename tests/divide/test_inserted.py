"""What stands inside a text, below it or between its parts, and is none of it: words of pictures, boxes, the writer's life, lists."""

from __future__ import annotations

import pytest

from testimonia.base.documents import Segment
from testimonia.divide.lines import lines_of
from testimonia.divide.posts import Post, goes_on
from tests.divide.test_pages import articles

FIRST = [
    "The harbour office closed the lower bridge on Monday after two beams were found to be cracked, and the ferry has taken over.",
    "Nobody was hurt, the office said, but the bridge will stay closed until the cracked beams have been replaced in the spring.",
    "Shopkeepers on the east bank fear for their trade, and some of them have asked the town for help with the rent of the shops.",
]
SECOND = [
    "The harbour office said that the cracked beams of the lower bridge would be replaced before the shops on the bank open in spring.",
    "Until the beams have been replaced, the ferry takes over from the bridge, and shopkeepers on the east bank may ask the town for help.",
]
OTHER = [
    "A choir of forty singers opens the summer season in the old granary, with music that was written for it by a young composer.",
    "Tickets are sold at the door, and children who come with their teachers may sit in the first three rows without paying for them.",
]
HEAD = "Lower bridge closed until spring over cracks\nBy Ana Weller\nNovember 12, 2021\n"
PICTURE = "Lower bridge seen from the east bank"


def bodies(text: str) -> list[list[str]]:
    """The lines of each text of a page."""
    return [[line for span in article.body for line in span.of(text).splitlines() if line.strip()] for article in articles(text)]


@pytest.mark.parametrize(
    "inserted",
    [
        "Video",
        "A beam of the lower bridge, which was found to be cracked on Sunday night. Credit: River Post",
    ],
)
def test_what_stands_inside_a_text_and_is_none_of_it_is_left_out(inserted: str) -> None:
    text = HEAD + "\n\n".join([FIRST[0], inserted, *FIRST[1:]])
    assert bodies(text) == [FIRST]


def test_the_words_that_every_picture_has_are_left_out_and_a_list_that_says_the_same_again_is_kept() -> None:
    told = [*FIRST, *SECOND]
    assert bodies(HEAD + "\n\n".join(line for one in told for line in (one, PICTURE))) == [told]
    parts = [
        f"* Lot {number} of the wood" if part else "* Two beams of old oak wood, one iron ring" for number in range(3) for part in (0, 1)
    ]
    assert bodies(HEAD + "\n\n".join([*FIRST, *parts, *SECOND])) == [[*FIRST, *parts, *SECOND]]


def test_the_life_of_who_wrote_a_text_is_left_out_from_its_heading_on() -> None:
    life = ["About Ana Weller", "She has reported on bridges and ferries for the River Post for eleven years, and lives on the east bank."]
    assert bodies(HEAD + "\n\n".join([*FIRST, *SECOND, *life])) == [[*FIRST, *SECOND]]


def test_a_list_without_a_sentence_below_a_text_is_its_end_and_no_text_of_its_own() -> None:
    lines = [
        "2021.04.05 ~ until further notice", "Tue – Sat 4PM (closed on Sun & Mon)", "STAFF",
        "Ferry_Ana Weller and Ben Holm and Ida Marsh, Pilot_Carl Ferrier, Tickets_Dora Lind, Harbour office_Emil Koka, Quay_Finn Dushaj",
        "Ropes_Gerd Weller and Hans Holm, Lamps_Ines Marsh, Engine_Jan Ferrier, Wheel_Kai Lind, Deck_Lena Koka, Bell_Mark Dushaj",
        "Tickets", "Adults : 60 crowns", "Children : 30 crowns",
    ]  # fmt: skip
    text = HEAD + "\n\n".join([*FIRST, *SECOND]) + "\n\n" + "\n".join(lines) + "\n"
    (found,) = bodies(text)
    assert found[: len(FIRST) + len(SECOND)] == [*FIRST, *SECOND]


@pytest.mark.parametrize(
    ("box", "below", "one"),
    [
        (["Related articles", "* Fisher lands eels in one morning"], SECOND, True),
        (["Video", "Sign up for our newsletter"], SECOND, True),
        (["Related articles", "* Fisher lands eels in one morning"], OTHER, False),
        (["Related articles", "By Ben Holm"], SECOND, False),
        (["Related articles", "November 13, 2021"], SECOND, False),
        (["Related articles", "Ferry takes over from the lower bridge"], SECOND, False),
        ([], SECOND, False),
    ],
)
def test_a_text_goes_on_below_a_box_without_a_head_when_both_parts_speak_of_the_same(box: list[str], below: list[str], one: bool) -> None:
    text = "\n".join([*FIRST, *box, *below])
    lines = lines_of(text, (Segment("d1", 0, len(text), "article", ""),))
    top, until = len(FIRST), len(FIRST) + len(box)
    assert goes_on(lines, Post(tuple(range(top))), Post(tuple(range(until, len(lines))))) is one
