"""The ratchet's own rules: floors rise, fall only with a reason, and never hold for another corpus."""

from __future__ import annotations

from pathlib import Path

import pytest

from gate import floors, judging
from gate.__main__ import show
from gate.corpora import BY_NAME, QUICK, Corpus, digest
from gate.floors import Book, Floors
from gate.scoring import GateError, Result, flattened
from testimonia.base.links import DISAGREEMENT_KINDS, Answer, Disagreement

HELD = Book({"ferry": Floors("d1", {"times.value.F": 0.5, "alarms.count": 2.0})})


def result(**scores: float) -> Result:
    return Result({name.replace("_", "."): score for name, score in scores.items()}, {})


def falls(scores: dict[str, float]) -> list[str]:
    return [line.measure for line in floors.compare(HELD.sets["ferry"], Result(scores, {})) if not line.holds]


@pytest.mark.parametrize(
    ("scores", "fallen"),
    [
        ({"times.value.F": 0.5, "alarms.count": 2.0}, []),
        ({"times.value.F": 0.6, "alarms.count": 1.0, "new.F": 0.1}, []),
        ({"times.value.F": 0.4999, "alarms.count": 2.0}, ["times.value.F"]),
        ({"times.value.F": 0.5, "alarms.count": 3.0}, ["alarms.count"]),
        ({"alarms.count": 2.0}, ["times.value.F"]),
    ],
    ids=["same", "better", "worse", "more alarms", "not measured"],
)
def test_a_floor_holds_or_falls(scores: dict[str, float], fallen: list[str]) -> None:
    assert falls(scores) == fallen


def test_raising_lifts_what_is_better_and_keeps_what_is_not() -> None:
    book = floors.raised(HELD, "ferry", "d1", Result({"times.value.F": 0.7, "alarms.count": 5.0, "new.F": 0.2}, {}))
    assert book.sets["ferry"].floors == {"times.value.F": 0.7, "alarms.count": 2.0, "new.F": 0.2}


def test_a_changed_corpus_starts_anew() -> None:
    book = floors.raised(HELD, "ferry", "d2", Result({"times.value.F": 0.1}, {}))
    assert book.sets["ferry"] == Floors("d2", {"times.value.F": 0.1})


def test_the_gate_does_not_pass_on_another_corpus(capsys: pytest.CaptureFixture[str]) -> None:
    assert not show("ferry", HELD, "d2", Result({"times.value.F": 0.9, "alarms.count": 0.0}, {}))
    assert "has changed" in capsys.readouterr().out
    assert show("ferry", HELD, "d1", Result({"times.value.F": 0.9, "alarms.count": 0.0}, {}))


def test_a_floor_falls_by_name_and_with_a_reason() -> None:
    book = floors.lowered(HELD, "ferry.times.value.F", Result({"times.value.F": 0.3}, {}), "the gold had a mistake")
    assert book.sets["ferry"].floors["times.value.F"] == 0.3
    assert book.lowered == ({"floor": "ferry.times.value.F", "from": 0.5, "to": 0.3, "why": "the gold had a mistake"},)
    with pytest.raises(GateError, match="reason"):
        floors.lowered(HELD, "ferry.times.value.F", Result({"times.value.F": 0.3}, {}), " ")
    with pytest.raises(GateError, match="no floor"):
        floors.lowered(HELD, "ferry.nothing", Result({}, {}), "because")


def test_the_book_comes_back_as_it_was_written(tmp_path: Path) -> None:
    book = floors.lowered(HELD, "ferry.times.value.F", Result({"times.value.F": 0.25}, {}), 'a "quoted" reason – with a dash')
    floors.write(book, tmp_path / "floors.toml")
    assert floors.read(tmp_path / "floors.toml") == book
    assert floors.read(tmp_path / "none.toml") == Book()


def test_items_gained_and_lost_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(floors, "known_misses", lambda name: {"aa", "bb"})
    show("ferry", HELD, "d1", Result({"times.value.F": 0.5, "alarms.count": 0.0}, {"bb": "b", "cc": "times: T7"}))
    shown = capsys.readouterr().out
    assert "items gained 1, lost 1" in shown
    assert "lost: times: T7" in shown


def test_item_lists_hold_digests_only(tmp_path: Path) -> None:
    floors.write_misses("ferry", {"0a1b": "entities: name not found Hilda Moor"}, tmp_path)
    assert (tmp_path / "ferry.txt").read_text(encoding="utf-8") == "0a1b\n"
    assert floors.known_misses("ferry", tmp_path) == {"0a1b"}
    assert floors.known_misses("other", tmp_path) is None


def test_scores_become_one_number_a_measure() -> None:
    figures = {"times": {"value": {"P": 1.0, "R": 0.5, "F": 0.6667, "n_gold": 2}}, "alarms": {"on negatives": {"count": 3, "n_gold": 9}}}
    assert dict(flattened(figures)) == {"times.value.F": 0.6667, "alarms.on negatives.count": 3.0}


def test_the_digest_covers_pages_gold_and_scorer(tmp_path: Path) -> None:
    for name in ("pages", "gold", "eval"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x").write_text(name, encoding="utf-8")
    corpus = Corpus("ferry", "pages", "gold", "eval/x")
    seen = {digest(tmp_path, corpus)}
    for name in ("pages", "gold", "eval"):
        (tmp_path / name / "x").write_text("other", encoding="utf-8")
        seen.add(digest(tmp_path, corpus))
    assert len(seen) == 4


def test_every_floor_is_of_a_known_set() -> None:
    assert set(floors.read().sets) <= set(BY_NAME)
    assert set(QUICK) <= set(BY_NAME)


def test_fifty_questions_are_judged() -> None:
    found = judging.judgements()
    assert len(found) == len({one.digest for one in found}) >= 50
    assert all(len(one.digest) == 16 and one.why and one.kind in DISAGREEMENT_KINDS and one.pile in judging.PILES for one in found)


def test_most_of_the_questions_on_pages_of_one_matter_are_right() -> None:
    assert judging.share(judging.judgements(), "one matter") >= judging.TARGET


def test_most_of_the_questions_on_unrelated_pages_are_right() -> None:
    assert judging.share(judging.judgements(), "unrelated") >= judging.TARGET


@pytest.mark.xfail(strict=True, reason="on small piles of real news 9 of 22 are right (0.41); over all that was shown the target is met")
def test_most_of_the_questions_on_stories_of_real_news_are_right() -> None:
    told = [one.right for one in judging.judgements() if one.corpus == "stories"]
    assert sum(told) >= judging.TARGET * len(told)


def test_a_draw_is_the_same_each_time() -> None:
    rows = [Disagreement(f"x{n}", "how many?", "number", (Answer(str(n), 1, ()),)) for n in range(40)]
    assert judging.drawn(rows, 5) == judging.drawn(list(reversed(rows)), 5)
    assert len({judging.question_digest(row) for row in rows}) == 40
