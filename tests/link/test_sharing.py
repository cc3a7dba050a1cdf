"""Work that is shared with other processes: the answers of one process, in their order, also where no other can be started."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import pytest

from testimonia.link import sharing


def same(number: int) -> int:
    return number


def square(number: int) -> int:
    return number * number


def dies(number: int) -> int:
    """What kills the helper that is asked; this process is never asked."""
    os._exit(number)


def noted(here: list[int], number: int) -> int:
    here.append(number)
    return square(number)


def shared(parts: list[int], here: Callable[[int], int], away: Callable[[int], int], count: int) -> list[int]:
    with sharing.Team(count) as team:
        team.start(away)
        return sharing.shared_out(parts, here, same, away, team)


@pytest.mark.parametrize("count", [0, 1, 2])
def test_the_answers_come_in_the_order_of_the_parts(count: int) -> None:
    parts = list(range(40))
    assert shared(parts, square, square, count) == [square(part) for part in parts]


def test_helpers_do_a_part_of_the_work() -> None:
    here: list[int] = []
    assert shared([3, 4], lambda part: noted(here, part), square, 1) == [9, 16]
    assert not here


def test_without_a_start_nobody_helps() -> None:
    here: list[int] = []
    with sharing.Team(2) as team:
        assert sharing.shared_out([3, 4], lambda part: noted(here, part), same, dies, team) == [9, 16]
    assert here == [3, 4]


def test_what_a_dead_helper_leaves_is_done_here() -> None:
    here: list[int] = []
    parts = list(range(1, 10))
    assert shared(parts, lambda part: noted(here, part), dies, 2) == [square(part) for part in parts]
    assert sorted(here) == parts


def test_where_no_process_can_be_started_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no such program")
    assert shared([1, 2, 3], square, dies, 1) == [1, 4, 9]


def test_a_frozen_program_has_no_helpers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert sharing.helpers() == 0


@pytest.mark.parametrize(("processors", "workers", "count"), [(8, None, 3), (8, 1, 0), (8, 2, 1), (8, 20, 3), (2, 20, 1), (1, None, 0)])
def test_with_this_process_no_more_work_than_are_wanted(
    monkeypatch: pytest.MonkeyPatch, processors: int, workers: int | None, count: int
) -> None:
    monkeypatch.setattr(sharing.os, "cpu_count", lambda: processors)
    assert sharing.helpers(workers) == count


def test_an_error_of_the_work_itself_is_raised() -> None:
    def failing(part: int) -> int:
        raise ValueError(part)

    with pytest.raises(ValueError, match="1"):
        shared([1, 2], failing, dies, 1)
