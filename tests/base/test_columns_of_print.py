"""Texts broken by the width of a newspaper's column: lines become paragraphs, the heads above them stay apart."""

from __future__ import annotations

import pytest

from testimonia.base.shapes import date_parts
from testimonia.base.units import units

COLUMN = """THE WEIR COURIER                  Tuesday 9 October 1984
The twenty keepers of the weir
stay in the office
By our correspondent Ana Weller
WEIRHAVEN. - The twenty keepers of the
old weir have been in the office of the mana-
gement since Monday morning. They ask for
the pay of two months and will not leave be-
fore the mayor has come to see them.
Nobody was hurt.
The manager, who was inside, was able to
leave at noon. He says that he was held a-
gainst his will.
The price of milk goes up again soon
The price of a litre of milk goes up on
Monday, as the council decided on Friday.
"""


def test_the_lines_of_a_column_are_joined_and_its_heads_stand_apart() -> None:
    found = [span.of(COLUMN) for span in units(COLUMN)]
    assert "The twenty keepers of the weir\nstay in the office" in found
    assert "By our correspondent Ana Weller" in found
    assert "The price of milk goes up again soon" in found
    assert any(unit.startswith("WEIRHAVEN.") and unit.endswith("to see them.\nNobody was hurt.") for unit in found)


def test_short_lines_without_broken_words_are_no_column() -> None:
    verse = COLUMN.replace("-\n", "\n")
    assert len(units(verse)) == len(verse.splitlines())


@pytest.mark.parametrize(("line", "parts"), [("٢٣ أبريل ٢٠١٧ ·", 2), ("[٠٣/٠٣/٢٠٢١ ١٠:١٥]", 4), ("٣٨ تعليقا", 0)])
def test_dates_in_eastern_figures_are_dates(line: str, parts: int) -> None:
    assert date_parts(line, line.split()) == parts
