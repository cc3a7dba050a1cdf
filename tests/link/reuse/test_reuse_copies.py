"""Copies: exact passages, what is and what is not reuse, hostile input."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.base.documents import Segment
from testimonia.link.reuse.aligning import passages
from testimonia.link.reuse.folding import fold

Story = Callable[..., list[str]]


def words_of(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def test_a_copied_sentence_is_found_to_the_character(pile: Any, story: Story) -> None:
    own, taken = story(1), story(2)
    pile.add("p", " ".join(taken), "2020-01-01")
    pile.add("q", " ".join([*own[:6], taken[3], *own[6:]]), "2020-01-05")
    (row,) = pile.link()["reuse"]
    sides = {end.document: pile.pages[end.document][end.start : end.end] for end in (row.a, row.b)}
    assert sides["p"].strip(". ") == sides["q"].strip(". ") == taken[3].strip(". ")


def test_reordered_sentences_are_each_found(pile: Any, story: Story) -> None:
    text = story(3)
    pile.add("p", " ".join(text))
    pile.add("q", " ".join([*text[6:], *text[:6]]))
    rows = pile.link()["reuse"]
    assert len(rows) == 2
    assert sum(row.a.end - row.a.start for row in rows) > 0.97 * len(pile.pages["p"])


def test_noise_of_bad_scanning_does_not_hide_a_copy(pile: Any, story: Story) -> None:
    rng = random.Random(4)
    text = " ".join(story(5))
    noisy = "".join(rng.choice(("", "c", "l", c + "-\n")) if c.isalpha() and rng.random() < 0.12 else c for c in text)
    pile.add("p", text)
    pile.add("q", noisy)
    rows = pile.link()["reuse"]
    assert sum(row.a.end - row.a.start for row in rows if row.a.document == "p") > 0.9 * len(text)


def test_unrelated_texts_share_nothing(pile: Any, story: Story) -> None:
    for number in range(30):
        pile.add(f"p{number}", " ".join(story(100 + number)))
    rows = pile.link()
    assert rows["reuse"] == []
    assert len(rows["origins"]) == 30


@pytest.mark.parametrize(
    "text",
    [
        "在一个没有人住的小镇上，市长宣布明天将重新开放旧桥，居民们对此表示怀疑，因为桥梁从未完工。",
        "اعلام شد که پل قدیمی شهر فردا دوباره باز می‌شود، اما ساکنان می‌گویند این پل هرگز ساخته نشده است.",
        "在りもしない町の市長は、明日から古い橋を再び開くと発表したが、住民は橋が完成したことはないと話している。",
    ],
)
def test_scripts_without_spaces_and_right_to_left(pile: Any, text: str) -> None:
    pile.add("p", "甲乙丙丁。" + text)
    pile.add("q", text + " 戊己庚辛。")
    rows = pile.link()["reuse"]
    assert len(rows) == 1
    assert words_of(text) in words_of(pile.pages["p"][rows[0].a.start : rows[0].a.end])


def test_texts_shorter_than_a_gram_and_empty_ones(pile: Any) -> None:
    for name, text in {"p": "Yes.", "q": "Yes.", "r": "", "s": "…"}.items():
        pile.add(name, text)
    rows = pile.link()
    assert [origin.articles for origin in sorted(rows["origins"], key=lambda o: len(o.articles))][-1]
    assert sum(len(origin.articles) for origin in rows["origins"]) == 4


def test_an_article_that_holds_another_twenty_times(pile: Any, story: Story) -> None:
    text = " ".join(story(7, 4))
    pile.add("p", text)
    pile.add("q", "\n\n".join([text] * 20))
    rows = pile.link()["reuse"]
    assert 1 <= len(rows) <= 40
    for row in rows:
        assert 0 <= row.a.start < row.a.end <= len(pile.pages[row.a.document])
        assert 0 <= row.b.start < row.b.end <= len(pile.pages[row.b.document])


def test_thousands_of_copies_of_one_text_are_one_origin_and_no_square(pile: Any, story: Story) -> None:
    text = " ".join(story(8, 4))
    for number in range(3000):
        pile.add(f"p{number:04}", text + " " * (number % 3))
    rows = pile.link()
    assert len(rows["reuse"]) < 10_000
    assert [len(origin.articles) for origin in rows["origins"]] == [3000]


def test_what_half_the_case_prints_is_no_reuse_but_a_text_that_half_the_case_prints_is(pile: Any, story: Story) -> None:
    notice = " ".join(story(7_000, 3))
    for number in range(60):
        pile.add(f"p{number:02}", " ".join([*story(number, 8), notice, *story(1_000 + number, 8)]))
    assert len(pile.link()["reuse"]) < 10  # of 1,770 pairs: two may go on with the same word
    told = story(8_000, 8)
    for number in range(60):
        pile.add(f"q{number:02}", " ".join([*told[:4], *story(2_000 + number, 1), *told[4:]]))
    assert sorted(len(origin.articles) for origin in pile.link()["origins"]) == [1] * 60 + [60]


def test_thousands_of_versions_of_one_text_make_no_square(pile: Any, story: Story) -> None:
    text = " ".join(story(9, 3))
    for number in range(600):
        pile.add(f"p{number:04}", text + " " + " ".join(story(1000 + number, 1)))
    rows = pile.link()
    assert len(rows["reuse"]) < 6000
    assert [len(origin.articles) for origin in rows["origins"]] == [600]


def test_a_teaser_outside_all_articles_belongs_to_what_it_excerpts(pile: Any, story: Story) -> None:
    text = story(10)
    pile.add("p", " ".join(text))
    pile.pages["q"] = "Menu " + text[0] + " " + text[1]
    pile.rows["segments"] += [Segment("q", 0, 5, "furniture"), Segment("q", 5, len(pile.pages["q"]), "teaser")]
    (row,) = pile.link()["reuse"]
    assert {row.a.article, row.b.article} == {"a-p", None}


def test_an_address_outside_all_articles_that_spells_out_a_title_is_no_copy_of_it(pile: Any, story: Story) -> None:
    title = " ".join(story(2, 2))
    pile.add("p", " ".join([title, *story(3)]), "2020-01-01")
    address = "https://pages.example/" + title.replace(" ", "-")
    pile.pages["q"] = f"{address}\n{title}\n"
    pile.rows["segments"] += [
        Segment("q", 0, len(address), "furniture"),
        Segment("q", len(address), len(address) + len(title) + 2, "furniture"),
    ]
    (row,) = pile.link()["reuse"]
    assert row.b.start > len(address)


@given(st.text(max_size=300), st.text(max_size=300))
def test_spans_never_leave_the_texts(left: str, right: str) -> None:
    a, b = fold(left, [(0, len(left))]), fold(right + left, [(0, len(right) + len(left))])
    (found,) = passages(a, [b])
    for one in found:
        assert 0 <= one.a0 < one.a1 <= len(a.codes)
        assert 0 <= one.b0 < one.b1 <= len(b.codes)
        start, end = b.span(one.b0, one.b1)
        assert 0 <= start < end <= len(right) + len(left)


def test_the_same_rows_twice(new_pile: Callable[[], Any], story: Story) -> None:
    def once() -> object:
        pile = new_pile()
        for number in range(6):
            pile.add(f"p{number}", " ".join(story(20) + story(30 + number, 3)), f"2020-01-0{number + 1}")
        return pile.link()

    assert once() == once()
