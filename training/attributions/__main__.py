"""Fit the weights of English attributions.

    python -m training.attributions --news FOLDER --kinds FOLDER --out FILE

Each FOLDER holds `pages/` and `gold/` (interchange tables). `--news` is the set with full annotation; `--kinds` the one of many kinds of
text in which only clausal attributions are annotated: there the readings of other constructions count with a lower weight. Needs the
extra `training` (scipy). On two cores the fit takes some minutes, most of it parsing.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from training.attributions.examples import Example, examples
from training.attributions.network import Plan, Table, Weights, averaged, fit, stacked, stored, tabled, vocabulary

CLAUSAL = ("ccomp", "quote", "source-", "noun-acl", "noun-ccomp", "adjective-ccomp", "rest")
KINDS = 1 / 8  # what the set of many kinds weighs together, against the news: the same whether all or half of it is at hand
LEAST = 8  # times that a feature must be seen
NESTED = 0.0  # weight of a cue inside an annotated content that is not annotated itself: neither set says anything of those
UNUSUAL = 0.4  # weight of a construction that the set of many kinds does not annotate


FITS = 2  # networks whose scores are averaged
Limits = tuple[float, float]


def main() -> None:
    """Read the sets, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sets(parser)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    news = list(examples(options.news))
    kinds = list(examples(options.kinds)) if options.kinds else []
    arrays = fitted(news, kinds, limits(options))
    options.out.parent.mkdir(parents=True, exist_ok=True)
    with options.out.open("wb") as stream:
        np.savez_compressed(stream, **arrays)
    print(f"{options.out}: {len(arrays['linear']) - 1} features, {options.out.stat().st_size} bytes")


def sets(parser: argparse.ArgumentParser) -> None:
    """The options that every fit takes."""
    parser.add_argument("--news", type=Path, required=True)
    parser.add_argument("--kinds", type=Path)
    parser.add_argument("--accepted", type=float, default=0.32, help="probability from which a reading is kept")
    parser.add_argument("--nested", type=float, default=0.75, help="the same for a cue inside another attribution")


def limits(options: argparse.Namespace) -> Limits:
    """The probabilities from which readings are kept."""
    return options.accepted, options.nested


def fitted(news: list[Example], kinds: list[Example], held: Limits) -> Weights:
    """The arrays of the file: several networks fitted on both sets, each from a seed of its own, and averaged."""
    index = vocabulary([*news, *kinds], LEAST)
    tables = [weighted(news, index, 1.0, [True] * len(news))]
    if kinds:
        tables.append(weighted(kinds, index, KINDS * len(news) / len(kinds), [clausal(one) for one in kinds]))
    table = stacked(tables)
    return stored(averaged([fit(table, index, Plan(seed=seed)) for seed in range(FITS)]), index, *held)


def weighted(examples: list[Example], index: dict[str, int], weight: float, usual: list[bool]) -> Table:
    """The examples with how much each counts: less where the annotators' silence says little, as of constructions that are not `usual`."""
    table = tabled(examples, index, weight)
    table.weight *= np.array([NESTED if e.nested else 1.0 if u else UNUSUAL for e, u in zip(examples, usual, strict=True)], np.float32)
    return table


def clausal(example: Example) -> bool:
    """Whether a cue has a reading of a construction that every set annotates."""
    return any(candidate.frame.startswith(CLAUSAL) for candidate in example.candidates)


if __name__ == "__main__":
    main()
