"""What can be set for a run: one frozen value, made by `app`, passed down, part of every resume key that it touches."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one input may ask for: seconds, bytes, nesting, pages or members of a container."""

    seconds: float = 120.0
    file_bytes: int = 200_000_000
    text_chars: int = 20_000_000
    unpacked_bytes: int = 1_000_000_000
    members: int = 100_000
    depth: int = 4
    memory_bytes: int = 4_000_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a build. `model` is a path to an official copy of the English pipeline, in place of the packaged one."""

    model: str | None = None
    learned: bool = True
    limits: Limits = Limits()

    def extraction(self) -> dict[str, object]:
        """The settings that change what is read from a document (they go into its resume key)."""
        return {"model": self.model, "learned": self.learned, "limits": asdict(self.limits)}
