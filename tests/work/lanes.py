"""Lanes that misbehave on purpose. Worker processes import this module, so it stays small."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass

from testimonia.base.errors import ReadingError
from testimonia.base.outcomes import FileRecords
from testimonia.base.settings import Settings


@dataclass(frozen=True, slots=True)
class Order:
    """What a lane is told to do with one record."""

    path: str
    deed: str = "read"


class Obedient:
    """Does what each order says."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def __call__(self, order: Order, tell: Callable[[str], None]) -> FileRecords:
        tell("capture")
        if order.deed == "raise":
            tell("divide")
            raise ValueError("seven into three does not go")
        if order.deed == "refuse":
            raise ReadingError("The page is torn.", "Find another copy.")
        if order.deed == "die":
            tell("extract")
            os._exit(9)
        if order.deed == "hang":
            time.sleep(600)
        if order.deed == "hoard":
            return FileRecords("x" * (1 << 40), ())
        return FileRecords(order.path, ())


class Unbuildable:
    """A lane whose models cannot be loaded."""

    def __init__(self, settings: Settings) -> None:
        raise ReadingError("The model is missing.", "Install it.")
