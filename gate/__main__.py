"""`python -m gate`: the scores, held against their floors; items gained and lost. Ends with 1 when a floor is broken."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from gate import floors
from gate.corpora import BY_NAME, CORPORA, Corpus, digest, shared_folder
from gate.floors import Book, Floors, Line
from gate.scoring import GateError, Result, export, measure

SHOWN = 10  # lost items shown a set


def arguments() -> argparse.Namespace:
    """The call."""
    parser = argparse.ArgumentParser(prog="python -m gate", description=__doc__)
    parser.add_argument("--set", action="append", choices=sorted(BY_NAME), dest="sets", help="only this set (may be given again)")
    parser.add_argument("--raise", action="store_true", dest="lift", help="lift the floors to the scores, and write the item lists anew")
    parser.add_argument("--lower", metavar="SET.MEASURE", help="let one floor down to the present score")
    parser.add_argument("--why", default="", help="the reason for --lower")
    parser.add_argument("--runner", default="inline", help="the runner to build with")
    parser.add_argument("--workers", type=int, default=1, help="its workers")
    parser.add_argument("--work", type=Path, help="keep builds and exports in this folder, and use the exports that lie there")
    return parser.parse_args()


def main() -> int:
    """Measure the sets one after another; the exit code."""
    options = arguments()
    shared = shared_folder()
    if shared is None:
        print("gate: skipped: the gold data is neither beside the checkout nor where TESTIMONIA_SHARED says.")
        return 0
    wanted = {options.lower.partition(".")[0]} if options.lower else set(options.sets or BY_NAME)
    with tempfile.TemporaryDirectory() as temporary:
        work = options.work or Path(temporary)
        work.mkdir(parents=True, exist_ok=True)
        held = [one(shared, corpus, work, options) for corpus in CORPORA if corpus.name in wanted]
    return 0 if all(held) else 1


def one(shared: Path, corpus: Corpus, work: Path, options: argparse.Namespace) -> bool:
    """Measure one set; whether its floors hold."""
    try:
        result = measure(shared, corpus, export(shared, corpus, work, options.runner, options.workers))
        book, now = floors.read(), digest(shared, corpus)
        if options.lower:
            book = floors.lowered(book, options.lower, result, options.why)
            floors.write(book)
        if options.lift:
            book = floors.raised(book, corpus.name, now, result)
            floors.write(book)
    except GateError as error:
        print(f"gate: {corpus.name} was not measured: {error}", file=sys.stderr)
        return False
    holds = show(corpus.name, book, now, result)
    if options.lift:
        floors.write_misses(corpus.name, result.missed)
    return holds


def show(name: str, book: Book, now: str, result: Result) -> bool:
    """Print a set's table; whether its floors hold."""
    held = book.sets.get(name, Floors())
    if held.floors and held.digest != now:
        print(f"\n{name}: the gold data has changed since the floors were set; look at the scores and run with --raise.")
        held = Floors()
        changed = True
    else:
        changed = False
    lines = floors.compare(held, result)
    print(f"\n{name:34} {'floor':>8} {'score':>8}")
    for line in lines:
        print(f"  {line.measure:32} {number(line.floor):>8} {number(line.score):>8}{mark(line)}")
    show_items(name, result)
    return all(line.holds for line in lines) and not changed


def number(value: float | None) -> str:
    """A score with four places, or a dash."""
    return "-" if value is None else f"{value:.4f}"


def mark(line: Line) -> str:
    """What to see at a glance."""
    if not line.holds:
        return "  FELL"
    return "  +" if line.floor is not None and line.score is not None and line.score != line.floor else ""


def show_items(name: str, result: Result) -> None:
    """Print how many items were gained and lost since the list was written, and which were lost."""
    before = floors.known_misses(name)
    if before is None or (not result.missed and not before):
        return
    lost = sorted(words for item, words in result.missed.items() if item not in before)
    print(f"  items gained {len(before - set(result.missed))}, lost {len(lost)}")
    for words in lost[:SHOWN]:
        print(f"    lost: {words}")


if __name__ == "__main__":
    sys.exit(main())
