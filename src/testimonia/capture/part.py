"""What passes between the reading of a file and the readers of the formats."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from testimonia.base.documents import Block, Hint, Note
from testimonia.base.errors import ReadingError
from testimonia.base.outcomes import Failure, Skipped
from testimonia.base.settings import Limits

INSIDE = "!/"  # `archive.zip!/inner/page.html`: what stands inside a container


def note(kind: str, message: str) -> Note:
    """Something that the reader of the case should know about how a document was read."""
    return Note("capture", kind, message)


@dataclass(frozen=True, slots=True)
class Part:
    """Bytes to be read: a file, or what a container holds.

    `name` is the path to show; `media_type` and `charset` are what the container says of them, if it says anything;
    `depth` counts the containers around them.
    """

    data: bytes
    name: str
    media_type: str | None = None
    charset: str | None = None
    hints: tuple[Hint, ...] = ()
    notes: tuple[Note, ...] = ()
    depth: int = 0

    def failed(self, message: str, advice: str, member: str = "") -> Failure:
        """The failure of this part, or of one member of it."""
        return Failure(f"{self.name}{INSIDE}{member}" if member else self.name, "capture", message, advice)

    def skipped(self, reason: str, member: str = "") -> Skipped:
        """This part, or one member of it, set aside on purpose."""
        return Skipped(f"{self.name}{INSIDE}{member}" if member else self.name, reason)

    def inside(self, data: bytes, member: str, media_type: str | None = None, charset: str | None = None) -> Part:
        """A member of this part, to be read by its own reader."""
        return replace(self, data=data, name=f"{self.name}{INSIDE}{member}", media_type=media_type, charset=charset, depth=self.depth + 1)


@dataclass(frozen=True, slots=True)
class Draft:
    """A text read from a part: what becomes a document."""

    text: str
    media_type: str
    encoding: str | None = None
    blocks: tuple[Block, ...] = ()
    hints: tuple[Hint, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(slots=True)
class Budget:
    """How much one input file may still ask for, over everything that is packed inside it."""

    limits: Limits
    unpacked: int = 0
    members: int = 0
    names: dict[str, int] = field(default_factory=dict)

    def named(self, name: str) -> str:
        """The name, made the only one of its kind: the second `page.html` of a container is `page.html#2`."""
        self.names[name] = self.names.get(name, 0) + 1
        return name if self.names[name] == 1 else f"{name}#{self.names[name]}"

    def spend(self, size: int) -> None:
        """Count one unpacked member of this many bytes; raises `ReadingError` when the file asks for too much."""
        self.members += 1
        self.take(size)
        if self.members > self.limits.members:
            raise ReadingError(f"It holds more than {self.limits.members:,} members.", "Unpack it and build from the folder.")

    def take(self, size: int) -> None:
        """Count bytes as they are unpacked; raises `ReadingError` when the file asks for too much."""
        self.unpacked += size
        if self.unpacked > self.limits.unpacked_bytes:
            raise ReadingError(
                f"It unpacks to more than {self.limits.unpacked_bytes:,} bytes, as a packed bomb does.",
                "If you trust it, unpack it and build from the folder.",
            )

    @property
    def left(self) -> int:
        """How many bytes may still be unpacked."""
        return max(0, self.limits.unpacked_bytes - self.unpacked)


Reading = Iterator[Draft | Part | Failure | Skipped]
Reader = Callable[[Part, Budget], Reading]
