"""The network of `judging.py`, with its gradient: readings of a cue compete with each other and with "no attribution"."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sparse

from training.attributions.examples import Example

Weights = dict[str, Any]
MOMENTUM, SPREAD = 0.9, 0.999  # of Adam


@dataclass(slots=True)
class Table:
    """Examples as sparse matrices: `cues` by feature, `readings` by feature, and which cue (`owner`) each reading belongs to."""

    cues: Any
    readings: Any
    owner: Any
    right: Any
    weight: Any
    starts: Any


def vocabulary(examples: Iterable[Example], least: int) -> dict[str, int]:
    """The features seen at least so often, numbered in their order."""
    counted: Counter[str] = Counter()
    for example in examples:
        counted.update(example.cue)
        for reading in example.readings:
            counted.update(reading)
    return {name: number for number, name in enumerate(sorted(name for name, n in counted.items() if n >= least))}


def tabled(examples: Sequence[Example], index: dict[str, int], weight: float = 1.0) -> Table:
    """The examples by number."""
    owner = np.repeat(np.arange(len(examples)), [len(e.readings) for e in examples])
    return Table(
        cues=matrix([e.cue for e in examples], index),
        readings=matrix([features for e in examples for features in e.readings], index),
        owner=owner,
        right=np.array([right for e in examples for right in e.right], np.float32),
        weight=np.full(len(examples), weight, np.float32),
        starts=np.searchsorted(owner, np.arange(len(examples) + 1)),
    )


def matrix(lists: Sequence[list[str]], index: dict[str, int]) -> Any:
    """One row a list, a 1 for each of its features."""
    taken: list[int] = []
    ends = [0]
    for features in lists:
        taken += [index[feature] for feature in features if feature in index]
        ends.append(len(taken))
    return sparse.csr_matrix((np.ones(len(taken), np.float32), np.array(taken, np.int32), np.array(ends)), shape=(len(lists), len(index)))


def stacked(tables: Sequence[Table]) -> Table:
    """Several sets as one."""
    offsets = np.cumsum([0, *(t.cues.shape[0] for t in tables)])
    owner = np.concatenate([t.owner + offset for t, offset in zip(tables, offsets, strict=False)])
    return Table(
        sparse.vstack([t.cues for t in tables]).tocsr(),
        sparse.vstack([t.readings for t in tables]).tocsr(),
        owner,
        np.concatenate([t.right for t in tables]),
        np.concatenate([t.weight for t in tables]),
        np.searchsorted(owner, np.arange(offsets[-1] + 1)),
    )


def part(table: Table, chosen: Any) -> Table:
    """Some of the cues, with their readings."""
    readings = np.concatenate([np.arange(table.starts[i], table.starts[i + 1]) for i in chosen])
    owner = np.repeat(np.arange(len(chosen)), table.starts[chosen + 1] - table.starts[chosen])
    starts = np.searchsorted(owner, np.arange(len(chosen) + 1))
    return Table(table.cues[chosen], table.readings[readings], owner, table.right[readings], table.weight[chosen], starts)


def fresh(features: int, hidden: int, seed: int) -> Weights:
    """Weights to begin with."""
    rng = np.random.default_rng(seed)
    return {
        "rows": rng.normal(0, 0.08, (features, hidden)).astype(np.float32),
        "bias": np.zeros(hidden, np.float32),
        "linear": np.zeros(features, np.float32),
        "reading": rng.normal(0, 0.15, hidden).astype(np.float32),
        "nothing": rng.normal(0, 0.05, hidden).astype(np.float32),
        "base": np.ones(1, np.float32),
    }


def gradient(weights: Weights, table: Table, decay: float) -> tuple[float, Weights]:
    """The loss (how unlikely the right readings are, or "none" where none is right) and its gradient."""
    size, owner = table.cues.shape[0], table.owner
    cue = table.cues @ weights["rows"] + weights["bias"]
    hidden = cue[owner] + table.readings @ weights["rows"]
    scores = np.maximum(hidden, 0) @ weights["reading"] + table.readings @ weights["linear"] + (table.cues @ weights["linear"])[owner]
    nothing = np.maximum(cue, 0) @ weights["nothing"] + weights["base"][0]
    top = nothing.copy()
    np.maximum.at(top, owner, scores)
    raised, unraised = np.exp(scores - top[owner]), np.exp(nothing - top)
    total = unraised + np.bincount(owner, raised, size)
    share, none = raised / total[owner], unraised / total
    right = np.bincount(owner, share * table.right, size)
    some = np.bincount(owner, table.right, size) > 0
    wanted = np.where(some[owner], share * table.right / np.maximum(right[owner], 1e-9), 0)
    loss = -(table.weight * np.log(np.where(some, right, none) + 1e-9)).sum() / size
    to_scores = ((share - wanted) * table.weight[owner] / size).astype(np.float32)
    to_nothing = ((none - ~some) * table.weight / size).astype(np.float32)
    return float(loss), backward(weights, table, (cue, hidden, to_scores, to_nothing), decay)


def backward(weights: Weights, table: Table, passed: tuple[Any, Any, Any, Any], decay: float) -> Weights:
    """The gradient of each array from that of the scores."""
    cue, hidden, to_scores, to_nothing = passed
    count = len(table.owner)
    gather = sparse.csr_matrix((np.ones(count, np.float32), (table.owner, np.arange(count))), shape=(table.cues.shape[0], count))
    to_hidden = to_scores[:, None] * weights["reading"] * (hidden > 0)
    to_cue = to_nothing[:, None] * weights["nothing"] * (cue > 0) + gather @ to_hidden
    return {
        "rows": table.readings.T @ to_hidden + table.cues.T @ to_cue + decay * weights["rows"],
        "bias": to_cue.sum(0),
        "linear": table.readings.T @ to_scores + table.cues.T @ (gather @ to_scores) + decay * weights["linear"],
        "reading": np.maximum(hidden, 0).T @ to_scores,
        "nothing": np.maximum(cue, 0).T @ to_nothing,
        "base": np.array([to_nothing.sum()]),
    }


@dataclass(frozen=True, slots=True)
class Plan:
    """How to fit: `dropped` and `words_dropped` are the shares of features (and of features with a cue word) hidden in each step."""

    hidden: int = 64
    epochs: int = 8
    rate: float = 2e-3
    decay: float = 1e-5
    batch: int = 256
    dropped: float = 0.5
    words_dropped: float = 0.5
    seed: int = 0


def fit(table: Table, index: dict[str, int], plan: Plan) -> Weights:
    """Weights fitted with Adam over shuffled batches; the same data and plan give the same weights."""
    rng = np.random.default_rng(plan.seed)
    weights = fresh(len(index), plan.hidden, plan.seed)
    first = {name: np.zeros_like(array) for name, array in weights.items()}
    second = {name: np.zeros_like(array) for name, array in weights.items()}
    lexical = np.array(["lemma" in name for name in index])
    order = np.flatnonzero(table.weight > 0)
    step = 0
    for epoch in range(plan.epochs):
        rng.shuffle(order)
        rate = plan.rate * (1 - epoch / plan.epochs)
        losses = []
        for begin in range(0, len(order), plan.batch):
            batch = part(table, order[begin : begin + plan.batch])
            hide(batch, lexical, plan, rng)
            loss, slopes = gradient(weights, batch, plan.decay)
            losses.append(loss)
            step += 1
            for name, slope in slopes.items():
                first[name] = MOMENTUM * first[name] + (1 - MOMENTUM) * slope
                second[name] = SPREAD * second[name] + (1 - SPREAD) * slope * slope
                move = (first[name] / (1 - MOMENTUM**step)) / (np.sqrt(second[name] / (1 - SPREAD**step)) + 1e-8)
                weights[name] = (weights[name] - rate * move).astype(np.float32)
        print(f"  epoch {epoch + 1} of {plan.epochs}: loss {np.mean(losses):.4f}", flush=True)
    return weights


def hide(batch: Table, lexical: Any, plan: Plan, rng: Any) -> None:
    """Drop some features of a batch, cue words more often, so that the weights do not lean on single words."""
    for features in (batch.cues, batch.readings):
        rate = np.where(lexical[features.indices], plan.words_dropped, plan.dropped)
        features.data = (rng.random(features.nnz) >= rate).astype(np.float32)


def averaged(fits: Sequence[Weights]) -> Weights:
    """The mean of the scores of several networks, as one network: their hidden layers stand side by side.

    Two fits on the same data differ in chance alone; their mean has less of it.
    """
    count = len(fits)
    beside = {name: np.concatenate([one[name] for one in fits], axis=-1) for name in ("rows", "bias", "reading", "nothing")}
    mean = {name: sum(one[name] for one in fits) / count for name in ("linear", "base")}
    return beside | mean | {name: beside[name] / count for name in ("reading", "nothing")}


def stored(weights: Weights, index: dict[str, int], accepted: float, nested: float) -> Weights:
    """The arrays as `judging.py` reads them: half precision, a zero line 0, the feature names as JSON."""
    names = json.dumps(sorted(index, key=lambda name: index[name]), ensure_ascii=False).encode("utf-8")
    zero = np.zeros((1, weights["rows"].shape[1]), np.float32)
    arrays = {name: weights[name] for name in ("bias", "reading", "nothing")}
    arrays |= {"rows": np.vstack([zero, weights["rows"]]), "linear": np.concatenate([[0.0], weights["linear"]])}
    small = {name: np.asarray(array, np.float16) for name, array in arrays.items()}
    limits = {"base": weights["base"][0], "accepted": accepted, "nested": nested}
    return small | {name: np.float32(value) for name, value in limits.items()} | {"features": np.frombuffer(names, np.uint8)}
