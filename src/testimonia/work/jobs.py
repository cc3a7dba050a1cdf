"""What the program hands to its workers: a file to read, and how to make the lane that reads it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from testimonia.base.documents import Hint
from testimonia.base.outcomes import FileRecords
from testimonia.base.settings import Settings
from testimonia.work.overruling import Ruling


class Tell(Protocol):
    """What a lane calls as each stage begins: the stage's name, and for one whose work grows with the text how many characters that has."""

    def __call__(self, stage: str, chars: int = 0, /) -> None:
        """Tell that a stage begins."""


@dataclass(frozen=True, slots=True)
class Job:
    """One file to read: where the folder is, the path inside it, and the rest as in `intake.Found`."""

    root: str
    path: str
    hints: tuple[Hint, ...] = ()
    repost: str = ""
    rulings: tuple[Ruling, ...] = ()
    file: str = ""


def file_lane(settings: Settings) -> Callable[[Job, Tell], FileRecords]:
    """A lane that reads files. It is imported here, in the worker: the program itself need not load the language models."""
    from testimonia.work.lane import FileLane

    return FileLane(settings)
