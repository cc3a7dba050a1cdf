"""A folder of pages that are broken, or built to break the reader: each costs itself only, and is told in a sentence."""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

import pytest
from workshop import build_into, write_folder

from testimonia.base.outcomes import RunReport
from testimonia.base.settings import Limits, Settings
from testimonia.store import open_case
from testimonia.store.check import check

GOOD = "The pilot Hilda Moor said that the harbour was closed on 3 May 2018. “Nobody may leave,” Moor said.\n"
CHANCE = random.Random(11)
NOISE = CHANCE.randbytes(20_000)
BAD: dict[str, bytes] = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\r\n" * 50,
    "noise.bin": NOISE,
    "noise.html": b"<p>" + NOISE,
    "noise.pdf": b"%PDF-1.7\n" + NOISE,
    "noise.docx": b"PK\x03\x04" + NOISE,
    "nulls.txt": b"\x00" * 5000,
    "deep.html": b"<div>" * 100_000 + GOOD.encode() + b"</div>" * 100_000,
    "deeper.html": b"<blockquote><b>" * 50_000,
    "open.html": b"<html><body><script>" + b"x=1;" * 20_000,
    "lies.html": b'<html><head><meta charset="utf-32"></head><body><p>' + GOOD.encode() + b"</p></body></html>",
    "bidi.txt": ("\u202e" + GOOD + "\u2066\u2069\ufeff\u200b").encode(),
    "surrogate.txt": b"half \xed\xa0\x80 a pair, said Moor.\n",
    "oneline.txt": (GOOD.strip() + " ").encode() * 400,
    "quotes.txt": ("“" * 8_000 + "he said").encode(),
    "brackets.txt": b"(" * 8_000 + b"A.B." * 3_000,
    "numbers.txt": b"1,000,000 " * 2_000 + b"9" * 50_000,
    "spaces.txt": b" " * 200_000 + GOOD.encode(),
    "lines.txt": b"\n" * 100_000 + GOOD.encode(),
    "name with ' and \".txt": GOOD.encode() + b"1",
    "<img src=x onerror=alert(1)>.txt" if sys.platform != "win32" else "img.txt": GOOD.encode() + b"2",
    "نامه.txt": GOOD.encode() + b"3",
}


def mangled(pages: Path, count: int) -> dict[str, bytes]:
    """Pages of the sample, cut off, with bytes changed, or with a piece moved."""
    sources = sorted(path for path in pages.glob("*.*") if path.suffix in {".html", ".txt"} and path.stat().st_size > 100)
    made = {}
    for number in range(count):
        source = CHANCE.choice(sources)
        data = bytearray(source.read_bytes())
        if number % 3 == 0:
            data = data[: CHANCE.randrange(1, len(data))]
        elif number % 3 == 1:
            for _ in range(20):
                data[CHANCE.randrange(len(data))] = CHANCE.randrange(256)
        else:
            cut = CHANCE.randrange(len(data))
            data = data[cut:] + data[:cut]
        made[f"mangled-{number:02}{source.suffix}"] = bytes(data)
    return made


@pytest.fixture(scope="module")
def bad_case(sample_pages: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, RunReport]:
    """All of it in one folder, with one good page."""
    root = tmp_path_factory.mktemp("hostile")
    folder = write_folder(root / "pages", {**BAD, **mangled(sample_pages, 12), "good.txt": GOOD})
    return root / "x.testimonia", build_into(root / "x.testimonia", folder, Settings(limits=Limits(seconds=60)))


def test_the_good_page_is_read(bad_case: tuple[Path, RunReport]) -> None:
    with open_case(bad_case[0]) as case:
        assert ("good.txt",) in case.paths().values()
        assert not check(case).faults


def test_each_failure_is_a_sentence_with_a_name_and_advice(bad_case: tuple[Path, RunReport]) -> None:
    failures = {failure.path: failure for failure in bad_case[1].failures}
    assert {"empty.txt", "noise.bin", "noise.pdf", "noise.docx", "nulls.txt"} <= set(failures)
    for failure in failures.values():
        assert failure.message.endswith(".")
        assert failure.advice
        assert "Unforeseen" not in failure.message, failure
        assert "longer than" not in failure.message, failure
        assert "died" not in failure.message, failure


def test_nothing_is_lost_without_a_word(bad_case: tuple[Path, RunReport]) -> None:
    case, report = bad_case
    with open_case(case) as opened:
        read = {path for paths in opened.paths().values() for path in paths}
    failed = {failure.path for failure in report.failures}
    assert read | failed >= {*BAD, "good.txt"}


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "pages", {"good.txt": GOOD, "shut.txt": GOOD + "x"})
    (folder / "shut.txt").chmod(0)
    report = build_into(tmp_path / "x.testimonia", folder)
    assert [failure.path for failure in report.failures] == ["shut.txt"]
