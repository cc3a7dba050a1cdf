"""A case that is larger than what is kept at hand gives the rows that it gives when all of it is."""

from __future__ import annotations

import gc
import pickle
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bench.claims import fill, link, pages
from testimonia.base.codec import dump
from testimonia.link import disagree, sharing
from testimonia.link.disagree import holding, link_disagreements, portions
from testimonia.link.disagree.apart import Knowledge
from testimonia.link.disagree.gathering import Gathered
from testimonia.link.disagree.keys import Keyed, Keys
from testimonia.link.disagree.naming import Named
from testimonia.link.disagree.portions import near_one_another
from testimonia.link.disagree.standing import Blocks, Whole
from testimonia.store import Case, open_case

PAGES = list(pages(12, 8, names=24, languages=("en", "en", "en", "ar")))


def filled(file: Path) -> Case:
    case = open_case(file, create=True)
    fill(case, PAGES)
    link(case, PAGES, names=400)
    return case


def rows(case: Case) -> dict[str, list[Any]]:
    return {table: [dump(row) for row in listed] for table, listed in link_disagreements(case).items()}


def few_at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    for room, name, value in ((holding, "TOGETHER", 2), (holding, "AT_HAND", 3), (portions, "STRETCH", 2), (portions, "BESIDE", 1)):
        monkeypatch.setattr(room, name, value)


def test_what_is_not_at_hand_gives_the_same_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with filled(tmp_path / "x.testimonia") as case:
        whole = rows(case)
        few_at_hand(monkeypatch)
        assert rows(case) == whole
    assert whole["disagreements"]


@pytest.mark.parametrize("workers", [1, 2])
def test_what_a_helper_compares_gives_the_same_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workers: int) -> None:
    with filled(tmp_path / "x.testimonia") as case:
        whole = rows(case)
        few_at_hand(monkeypatch)
        monkeypatch.setattr(portions, "MANY", 0)
        monkeypatch.setattr(portions, "TURN", 2)
        monkeypatch.setattr(sharing.os, "cpu_count", lambda: 2)
        sent: list[Any] = []
        packed = portions.packed
        monkeypatch.setattr(portions, "packed", lambda *of: sent.append(packed(*of)) or sent[-1])
        assert {table: [dump(row) for row in listed] for table, listed in link_disagreements(case, workers=workers).items()} == whole
    assert bool(sent) is (workers > 1)


def test_cycles_are_looked_for_as_often_as_before_once_it_is_done(tmp_path: Path) -> None:
    before = gc.get_threshold()
    with filled(tmp_path / "x.testimonia") as case:
        rows(case)
    assert gc.get_threshold() == before


def test_a_helper_finds_what_is_found_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    few_at_hand(monkeypatch)
    monkeypatch.setattr(portions, "TURN", 3)
    with filled(tmp_path / "x.testimonia") as case:
        named = Named.of(case)
        gathered = Gathered(case, named)
        columns, *_ = disagree.documents(case, named, gathered)
        whole = Whole.of(columns)
        claims = portions.Claims(columns.documents, columns.claims_each, gathered)
        same = portions.judging(gathered, whole)
        turns = list(portions.turns(near_one_another(claims.home, Blocks.of(columns, whole.met).pairs())))
        here = [portions.answered(claims, same, turn) for turn in turns]
        assert [portions.unpacked(pickle.loads(pickle.dumps(portions.packed(claims, whole, turn)))) for turn in turns] == here
    assert sum(map(len, here)) > 10
    assert len(turns) > 2


def test_no_more_is_at_hand_than_was_asked_for_or_may_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    few_at_hand(monkeypatch)
    with filled(tmp_path / "x.testimonia") as case:
        gathered = Gathered(case, Named.of(case))
        documents = sorted(page.document for page in PAGES)
        gathered.take(documents[:2])
        first = gathered.keyed[documents[0]]
        gathered.take(documents[2:5])
        assert set(gathered.keyed) == set(gathered.keys.texts) == set(documents[2:5])
        assert {article.document for article in gathered.articles.values()} == set(documents[2:5])
        gathered.take(documents[:1])
        assert gathered.keyed[documents[0]] == first
        assert len(gathered.keyed) == 3


def test_while_pairs_are_compared_no_more_is_at_hand_however_large_the_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    few_at_hand(monkeypatch)
    at_hand: list[int] = []
    same = portions.same_question

    def counted(a: Keyed, b: Keyed, *, keys: Keys, knows: Knowledge) -> str | None:
        at_hand.append(len(keys.texts))
        return same(a, b, keys=keys, knows=knows)

    monkeypatch.setattr(portions, "same_question", counted)
    with filled(tmp_path / "x.testimonia") as case:
        rows(case)
    assert max(at_hand) == holding.AT_HAND < len(PAGES)


def test_what_is_asked_once_it_is_known_which_claims_meet_is_a_small_part_of_the_columns(tmp_path: Path) -> None:
    with filled(tmp_path / "x.testimonia") as case:
        named = Named.of(case)
        columns, *_ = disagree.documents(case, named, Gathered(case, named))
    numbers = {len(held.held): sum(map(len, held.held.values())) for held in (columns, columns.once_met())}
    assert min(numbers.values()) < 0.4 * max(numbers.values())


def test_pairs_are_taken_stretch_by_stretch_each_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portions, "STRETCH", 3)
    monkeypatch.setattr(portions, "BESIDE", 2)
    one, other = np.triu_indices(7, 1)
    pairs = np.stack([one, other], axis=1)
    home = np.array([0, 0, 1, 2, 3, 4, 5])
    parts = near_one_another(home, pairs)
    assert sorted(map(tuple, np.concatenate(parts).tolist())) == sorted(map(tuple, pairs.tolist()))
    for part in parts:
        low, high = home[part].T
        assert len(set((low // 3).tolist())) == len(set((high // 2).tolist())) == 1
        together = [*zip(low.tolist(), high.tolist(), strict=True)]
        assert len([*groupby(together)]) == len({*together})
