"""Piles that are made to be hard: many copies, repeated texts, no spaces, right to left, next to nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from testimonia.link.reuse import copies, kin, units

Story = Callable[..., list[str]]
CHINESE = "港口委员会星期二宣布新码头将于明年春天开放渔民们对此表示不满因为他们的船只没有地方停靠市长答应与他们见面并听取意见"
ARABIC = (
    "أعلن مجلس الميناء يوم الثلاثاء أن الرصيف الجديد سيفتح في الربيع القادم"
    " وقال الصيادون إن قواربهم لن تجد مكانا ترسو فيه ووعد رئيس البلدية بلقائهم"
)


def test_ten_thousand_copies_of_one_text_are_one_origin_and_no_quadratic_work(
    pile: Any, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = " ".join(story(1))
    for number in range(10_000):
        pile.add(f"p{number:05}", text, "2020-01-01" if number else "2019-12-31")
    aligned = []
    monkeypatch.setattr(copies, "passages", lambda a, others: aligned.append(len(others)) or [[] for _ in others])
    traced = []
    whole = kin.Kin.traced
    monkeypatch.setattr(kin.Kin, "traced", lambda self, unit, other: traced.append(1) or whole(self, unit, other))
    rows = pile.link()
    assert [len(origin.articles) for origin in rows["origins"]] == [10_000]
    assert not aligned
    assert len(rows["reuse"]) < 20_000 and len(traced) < 100_000
    assert len(rows["stemma"]) == 9_999


def looked_at(pile: Any, story: Story, count: int, monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """How often texts are folded, pairs aligned and pairs traced for so many copies of one text, each with a slip of its own.

    There is room for next to nothing to be kept, as in a case that is far larger.
    """
    words = " ".join(story(1)).split()
    for number in range(count):
        pile.add(f"p{number:05}", " ".join([*words[: number % len(words)], f"slip{number}", *words[number % len(words) :]]), "2020-01-01")
    counts = {"folded": 0, "aligned": 0, "traced": 0}
    monkeypatch.setattr(units, "SHELF", 50_000)
    monkeypatch.setattr(kin, "KEPT", 50_000)
    counted(monkeypatch, counts, "folded", (units, "fold"), lambda text, spans: 1)
    counted(monkeypatch, counts, "aligned", (copies, "passages"), lambda a, others: len(others))
    counted(monkeypatch, counts, "traced", (kin.Kin, "traced"), lambda self, unit, other: 1)
    assert [len(origin.articles) for origin in pile.link()["origins"]] == [count]
    return counts


def counted(monkeypatch: pytest.MonkeyPatch, counts: dict[str, int], name: str, place: tuple[Any, str], much: Callable[..., int]) -> None:
    """Count how much a function is given."""
    whole = getattr(*place)

    def counting(*given: Any) -> Any:
        counts[name] += much(*given)
        return whole(*given)

    monkeypatch.setattr(*place, counting)


def test_twice_as_many_copies_of_one_text_are_twice_the_work(new_pile: Any, story: Story) -> None:
    with pytest.MonkeyPatch.context() as patch:
        once = looked_at(new_pile(), story, 300, patch)
    with pytest.MonkeyPatch.context() as patch:
        twice = looked_at(new_pile(), story, 600, patch)
    assert all(0 < twice[name] <= 2.3 * once[name] for name in once), (once, twice)


def test_an_article_that_contains_another_twenty_times_is_its_copy(pile: Any, story: Story) -> None:
    text = " ".join(story(2))
    first = pile.add("p", text, "2020-01-01")
    many = pile.add("q", " ".join([text] * 20), "2020-01-02")
    rows = pile.link()
    assert [(edge.child, edge.parent) for edge in rows["stemma"]] == [(many, first)]
    assert len(rows["origins"]) == 1


@pytest.mark.parametrize("text", [CHINESE, ARABIC])
def test_scripts_without_spaces_and_from_right_to_left_are_compared_like_others(pile: Any, text: str, story: Story) -> None:
    first = pile.add("p", text, "2020-01-01", language="und")
    cut = pile.add("q", text[len(text) // 3 :], "2020-01-02", language="und")
    rows = pile.link()
    assert [(edge.child, edge.parent) for edge in rows["stemma"]] == [(cut, first)]
    (reuse,) = rows["reuse"]
    assert pile.pages["p"][reuse.a.start : reuse.a.end] == pile.pages["q"][reuse.b.start : reuse.b.end]


def test_texts_shorter_than_a_shingle_are_origins_of_their_own(pile: Any) -> None:
    for number, text in enumerate(("", "a", "Yes.", "Yes.", "\u200f", "12")):
        pile.add(f"p{number}", text)
    rows = pile.link()
    assert len(rows["origins"]) == 6
    assert not rows["reuse"] and not rows["stemma"]


def test_a_phrase_that_all_texts_hold_is_no_reuse(pile: Any, story: Story) -> None:
    notice = " ".join(story(3, 2))
    for number in range(80):
        pile.add(f"p{number:02}", " ".join([*story(100 + number, 40), notice]), "2020-01-01")
    rows = pile.link()
    assert len(rows["origins"]) == 80
    assert not rows["stemma"]
