"""What is compared again: pairs that both hold something that weighs otherwise; and groups of claims, each settled by itself."""

from __future__ import annotations

import numpy as np

from testimonia.link.disagree.groups import components, ranks
from testimonia.link.disagree.marks import Marks, mark, marks
from testimonia.link.disagree.profiles import FEW
from testimonia.link.disagree.rarity import Rarity, changed
from testimonia.link.disagree.standing import States, Weighed, as_bits, bits_of

MOST = 6.0


def rarity(counts: dict[str, int], total: int = 100) -> Rarity:
    return Rarity.of(marks(counts), np.array([*counts.values()], np.int64), total, MOST)


def test_only_keys_of_another_weight_have_changed() -> None:
    before = rarity({"rare": 3, "common": 42, "gone": 50, "grown": 30})
    now = rarity({"rare": 3, "common": 43, "grown": 40, "new": 60})
    assert set(changed(now.rows(), before.rows()).tolist()) == set(marks(["gone", "grown", "new"]).tolist())  # 42 and 43 are of one step
    assert not len(changed(now.rows(), now.rows()))


def test_where_more_is_counted_in_all_whatever_weighs_less_than_the_most_has_changed() -> None:
    counts = {"rare": 3, "common": 42}
    assert set(changed(rarity(counts, 200).rows(), rarity(counts).rows()).tolist()) == set(marks(counts).tolist())


def states(held: Marks, leading: Marks | None = None) -> States:
    old = np.zeros(len(held), bool)
    return States(held, held, old, old, (Weighed(held, held if leading is None else leading),))


def test_a_pair_is_due_when_both_hold_a_changed_key() -> None:
    keys = np.sort(marks(["one", "other"]))
    column, each = marks(["one", "same", "same", "one", "other", "other"]), np.array([2, 1, 0, 1, 2])
    found = states(bits_of(column, each, keys))
    pairs = np.array([(a, b) for a in range(5) for b in range(a + 1, 5)])
    assert pairs[found.due(pairs)].tolist() == [[0, 3]]
    assert found.touched(np.array([0, 1, 2, 3, 1, 4]), np.array([0, 2, 4])).tolist() == [False, False, False]
    assert found.touched(np.array([0, 3, 1]), np.array([0, 2])).tolist() == [True, False]


def test_of_what_an_article_holds_only_what_leads_one_of_two_makes_a_pair_due() -> None:
    held, leading = np.array([1, 1, 1, 2], np.uint64), np.array([1, 0, 0, 2], np.uint64)
    pairs = np.array([(a, b) for a in range(4) for b in range(a + 1, 4)])
    assert pairs[states(held, leading).due(pairs)].tolist() == [[0, 1], [0, 2]]


def test_of_many_changed_keys_none_is_without_a_bit() -> None:
    keys = np.sort(marks(f"key{n}" for n in range(200)))
    assert np.all(as_bits(keys, keys) != 0)
    assert not np.any(as_bits(marks(["another"]), keys))


def test_stars_whose_claims_have_the_same_words_are_of_one_group() -> None:
    stars, worded = np.array([0, 0, 1, 2, 2, 3]), marks("abcbde")
    assert components(4, stars, worded).tolist() == [0, 1, 0, 3]
    assert ranks(np.array([0, 1, 0, 3, 0])).tolist() == [0, 0, 1, 0, 2]


def test_what_begins_to_stand_in_many_places_has_changed() -> None:
    few, many = (Rarity.of(marks(["quay", "silo"]), np.array([times, 3], np.int64), 200, 6.0).above(FEW) for times in (FEW, FEW + 1))
    assert few.tolist() == []
    assert changed(many, few).tolist() == [mark("quay")]
    assert changed(many, many).tolist() == []
