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
from training.attributions.network import Plan, fit, stacked, stored, tabled, vocabulary

CLAUSAL = ("ccomp", "quote", "source-", "noun-acl", "noun-ccomp", "adjective-ccomp", "rest")
LEAST = 8  # times that a feature must be seen


def main() -> None:
    """Read the sets, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--news", type=Path, required=True)
    parser.add_argument("--kinds", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--accepted", type=float, default=0.3, help="probability from which a reading is kept")
    options = parser.parse_args()
    news = list(examples(options.news))
    kinds = list(examples(options.kinds)) if options.kinds else []
    write(options.out, news, kinds, options.accepted)


def write(out: Path, news: list[Example], kinds: list[Example], accepted: float) -> None:
    """Fit on both sets and write the file."""
    index = vocabulary([*news, *kinds], LEAST)
    tables = [tabled(news, index)]
    if kinds:
        table = tabled(kinds, index, 2.0)
        table.weight *= np.array([1.0 if clausal(example) else 0.25 for example in kinds], np.float32)
        tables.append(table)
    weights = fit(stacked(tables), index, Plan())
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("wb") as stream:
        np.savez_compressed(stream, **stored(weights, index, accepted))
    print(f"{out}: {len(index)} features, {out.stat().st_size} bytes")


def clausal(example: Example) -> bool:
    """Whether a cue has a reading of a construction that every set annotates."""
    return any(candidate.frame.startswith(CLAUSAL) for candidate in example.candidates)


if __name__ == "__main__":
    main()
