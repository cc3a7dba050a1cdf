"""Questions judged by a careful reader: `python -m gate.judging draw CASE ... [--count N]` lays some drawn at random before a person;
`python -m gate.judging` counts the judgements that were written into `judgements.toml`.

A judgement names its question by a digest of what was shown (kind, answers and the places of their claims), never by its text.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from testimonia.base.links import Disagreement
from testimonia.store import Case, open_case

FILE = Path(__file__).parent / "judgements.toml"
SEED = 7
WIDE = 160  # characters shown on each side of a claim
TARGET = 0.6
PILES = ("one matter", "unrelated")


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether a question that was shown sets answers to one question against each other, and why the reader holds so.

    `pile` is `one matter` where the pages of the corpus are about one, else `unrelated`.
    """

    digest: str
    corpus: str
    pile: str
    kind: str
    right: bool
    why: str


def question_digest(row: Disagreement) -> str:
    """A digest of what is shown: the kind, and each answer with the places of its claims."""
    answers = sorted((answer.value, sorted((c.document, c.start, c.end) for c in answer.claims)) for answer in row.answers)
    return hashlib.sha256(json.dumps([row.kind, answers], ensure_ascii=False).encode()).hexdigest()[:16]


def drawn(rows: Iterable[Disagreement], count: int) -> list[Disagreement]:
    """Some of the questions, at random but the same each time."""
    listed = sorted(rows, key=question_digest)
    return random.Random(SEED).sample(listed, min(count, len(listed)))


def lines(case: Case, row: Disagreement) -> Iterator[str]:
    """A question with its claims in their surroundings, for a person to read."""
    yield f"{question_digest(row)} [{row.kind}] {row.question}"
    for answer in row.answers:
        for claim in answer.claims:
            text = case.text(claim.document)
            before, after = text[max(0, claim.start - WIDE) : claim.start], text[claim.end : claim.end + WIDE]
            yield "    " + " ".join(f"{answer.value} | {before}[[{text[claim.start : claim.end]}]]{after}".split())


def judgements() -> list[Judgement]:
    """The judgements as they stand."""
    return [Judgement(**row) for row in tomllib.loads(FILE.read_text(encoding="utf-8"))["judgement"]]


def share(found: Iterable[Judgement], pile: str) -> float:
    """The share of the questions of piles of one kind that are right."""
    told = [one.right for one in found if one.pile == pile]
    return sum(told) / max(1, len(told))


def tell(found: list[Judgement]) -> Iterator[str]:
    """The judgements counted, by corpus and in all."""
    for corpus, count in sorted(Counter(one.corpus for one in found).items()):
        yield f"{corpus:20} {sum(one.right for one in found if one.corpus == corpus)} of {count} right"
    for pile in PILES:
        yield f"{pile:20} {share(found, pile):.2f} right"
    whole = sum(one.right for one in found) / max(1, len(found))
    yield f"in all               {sum(one.right for one in found)} of {len(found)} right: {whole:.2f} (the target is {TARGET:.2f})"


def main() -> int:
    """Draw questions from cases, or count the judgements; 1 when fewer of one kind of pile are right than the target."""
    parser = argparse.ArgumentParser(prog="python -m gate.judging", description=__doc__)
    parser.add_argument("step", nargs="?", choices=("draw", "count"), default="count")
    parser.add_argument("cases", nargs="*", type=Path)
    parser.add_argument("--count", type=int, default=50)
    options = parser.parse_args()
    if options.step == "count":
        found = judgements()
        print("\n".join(tell(found)))
        return 0 if min(share(found, pile) for pile in PILES) >= TARGET else 1
    for path in options.cases:
        with open_case(path) as case:
            for row in drawn(case.records("disagreements"), options.count):
                print("\n".join(lines(case, row)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
