"""Run one order after another over the Ray runner and print what came of each, as JSON."""

from __future__ import annotations

import json
import sys

from testimonia.base.settings import Limits, Settings
from testimonia.work.runners import RUNNERS
from tests.work.lanes import Obedient, Order


def main() -> None:
    orders = [Order("first.txt"), *(Order(f"{deed}.txt", deed) for deed in sys.argv[1:]), Order("last.txt")]
    outcomes = RUNNERS["ray"](orders, Obedient, Settings(limits=Limits(seconds=3.0)), 1)
    print(json.dumps([told(outcome) for outcome in outcomes]))


def told(outcome) -> dict[str, object]:
    failure = outcome.failure
    return {
        "key": outcome.key,
        "read": outcome.value is not None,
        "stage": failure.stage if failure else None,
        "message": failure.message if failure else None,
    }


if __name__ == "__main__":
    main()
