"""`python -m bench [NAME]...`: run the benchmarks of this folder and print one table each."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys

import bench
from bench.table import CannotRunError, table

NOT_BENCHMARKS = {"__main__", "bare", "cases", "claims", "named", "pages", "processes", "readers", "retellings", "table", "templates"}


def benchmarks() -> list[str]:
    """The names of all benchmarks, sorted."""
    return sorted(module.name for module in pkgutil.iter_modules(bench.__path__) if module.name not in NOT_BENCHMARKS)


def main() -> int:
    """Run what is asked for; the exit code is 1 when one could not run."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of: {', '.join(benchmarks())} (default: all)")
    asked = parser.parse_args().names or benchmarks()
    skipped = 0
    for name in asked:
        module = importlib.import_module(f"bench.{name}")
        print(f"\n{name}: {getattr(module, 'TITLE', '')}", flush=True)
        try:
            print(table(module.measure()), flush=True)
        except CannotRunError as reason:
            skipped += 1
            print(f"  did not run: {reason}", flush=True)
    return 1 if skipped else 0


if __name__ == "__main__":  # worker processes import this module
    sys.exit(main())
