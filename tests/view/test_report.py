from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from invented import Page, hostile_case, invented_case

from testimonia.store import Case, open_case
from testimonia.view.report import write_report
from testimonia.view.report.report import Room, report


def test_the_report_holds_every_part_and_its_words(case: Case) -> None:
    page = Page(report(case))
    for words in (
        "4 documents", "2 independent origins", "How many people died when the Orrin dam broke?", "3 May 2019", "Vale Crier", "relayed via",
        "a report seen by Radio Meridian", "so-called mayor", "pejorative", "not held", "Meridian Wire", "broken.pdf", "Save it again",
        "The quotation is given in other words.", "سد اورین شکست",
    ):  # fmt: skip
        assert words in page.text, words
    assert not page.unbalanced and not page.open


def test_every_link_of_the_report_leads_somewhere_in_it(case: Case) -> None:
    page = Page(report(case))
    assert len(page.ids) == len(set(page.ids))
    assert page.targets <= set(page.ids)
    assert not [value for _, name, value in page.attributes if name in {"src", "action"} or (name == "href" and not value.startswith("#"))]


def test_the_chain_names_those_above_the_author_and_those_beside_the_speaker(case: Case) -> None:
    text = Page(report(case)).text
    assert "روزنامه درهfirst published by Meridian Wiretranslated by Navid SoleHale Brandt “گفت”" in text
    assert "by Tessa Quilltold through the Vale CrierBrandt told “told”" in text


def test_right_to_left_text_is_marked_so(case: Case) -> None:
    assert '<blockquote class="passage" dir="rtl" lang="fa">' in report(case)


def test_the_number_of_origins_has_its_list(case: Case) -> None:
    html = report(case)
    card = html[html.index('id="q-g1"') : html.index('id="q-g2"')]
    text = Page(card).text
    assert "1 independent origin, 3 places" in text
    assert "the same text in" in text and "Morning Leaf" in text


def test_same_case_same_bytes(case: Case, tmp_path: Path) -> None:
    write_report(case, tmp_path / "one.html")
    write_report(case, tmp_path / "two.html")
    with invented_case(tmp_path / "again" / "orrin.testimonia" if (tmp_path / "again").mkdir() is None else tmp_path) as other:
        write_report(other, tmp_path / "three.html")
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes() == (tmp_path / "three.html").read_bytes()


def test_what_is_left_out_is_counted(case: Case) -> None:
    text = Page(report(case, Room(cards=1, lines=3, lines_each=2, articles=1, entities=1))).text
    assert "1 further questions are in the case" in text
    assert "3 of 10 lines are on this page" in text
    assert "The first 1 of 4 are listed" in text


def test_no_word_of_judgement_is_the_programs_own(case: Case) -> None:
    text = Page(report(case)).text.casefold()
    for word in ("fact-check", "misinformation", "debunk", "credib", "reliab", "fake", "score"):
        assert word not in text, word


def test_an_empty_case_has_a_report(tmp_path: Path) -> None:
    with open_case(tmp_path / "empty.testimonia", create=True) as case:
        assert "0 documents" in Page(report(case)).text


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Case]:
    with hostile_case(tmp_path / "bad.testimonia") as case:
        yield case


def test_hostile_text_is_text(hostile: Case) -> None:
    html = report(hostile)
    page = Page(html)
    assert "script" not in page.tags and "img" not in page.tags
    assert not [value for _, name, value in page.attributes if name.startswith("on") or (name == "href" and "javascript:" in value)]
    assert not page.unbalanced
    assert "{{ 7*7 }}" in page.text and "[U+202E]evil" in page.text
    assert not set("\u202e\u200b\x01") & set(html)
    assert len(html) < 400_000
