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
from training.attributions.network import Plan, Table, fit, stacked, stored, tabled, vocabulary

CLAUSAL = ("ccomp", "quote", "source-", "noun-acl", "noun-ccomp", "adjective-ccomp", "rest")
KINDS = 2.0  # weight of a cue of the set of many kinds, which is a twelfth of the other
LEAST = 8  # times that a feature must be seen
NESTED = 0.0  # weight of a cue inside an annotated content that is not annotated itself: neither set says anything of those
UNUSUAL = 0.4  # weight of a construction that the set of many kinds does not annotate


def main() -> None:
    """Read the sets, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--news", type=Path, required=True)
    parser.add_argument("--kinds", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--accepted", type=float, default=0.32, help="probability from which a reading is kept")
    parser.add_argument("--nested", type=float, default=0.75, help="the same for a cue inside another attribution")
    options = parser.parse_args()
    news = list(examples(options.news))
    kinds = list(examples(options.kinds)) if options.kinds else []
    write(options.out, news, kinds, (options.accepted, options.nested))


def write(out: Path, news: list[Example], kinds: list[Example], limits: tuple[float, float]) -> None:
    """Fit on both sets and write the file."""
    index = vocabulary([*news, *kinds], LEAST)
    tables = [weighted(news, index, 1.0)]
    if kinds:
        tables.append(weighted(kinds, index, KINDS))
    weights = fit(stacked(tables), index, Plan())
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("wb") as stream:
        np.savez_compressed(stream, **stored(weights, index, *limits))
    print(f"{out}: {len(index)} features, {out.stat().st_size} bytes")


def weighted(examples: list[Example], index: dict[str, int], weight: float) -> Table:
    """The examples with how much each counts: less where the annotators' silence says little."""
    table = tabled(examples, index, weight)
    usual = [weight != KINDS or clausal(one) for one in examples]
    table.weight *= np.array([NESTED if e.nested else 1.0 if u else UNUSUAL for e, u in zip(examples, usual, strict=True)], np.float32)
    return table


def clausal(example: Example) -> bool:
    """Whether a cue has a reading of a construction that every set annotates."""
    return any(candidate.frame.startswith(CLAUSAL) for candidate in example.candidates)


if __name__ == "__main__":
    main()
