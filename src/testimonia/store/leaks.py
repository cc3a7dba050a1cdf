"""Whether a protected name is left in what was written: every file is read, its name too, and nothing that could not be read passes."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from testimonia.base.covering import Cover

PACKED = (b"PK\x03\x04", b"\x1f\x8b", b"%PDF", b"7z\xbc\xaf", b"BZh", b"\xfd7zXZ")
ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
BLOCK = 8_000_000  # bytes looked at in one go
OVERLAP = 2_000


@dataclass(frozen=True, slots=True)
class Leak:
    """A file that still holds a protected name (how often, by pseudonym), or that could not be looked into."""

    path: str
    message: str


def leaks(cover: Cover, written: Iterable[Path]) -> tuple[int, tuple[Leak, ...]]:
    """How many files were looked at, and what was found in them."""
    count = 0
    found: list[Leak] = []
    for path in sorted(files(written)):
        count += 1
        found += looked_at(cover, path)
    return count, tuple(found)


def files(written: Iterable[Path]) -> Iterator[Path]:
    """The files named, and those in the folders named."""
    for path in written:
        yield from (inner for inner in path.rglob("*") if inner.is_file()) if path.is_dir() else [path]


def looked_at(cover: Cover, path: Path) -> Iterator[Leak]:
    """What is wrong with one file."""
    if cover.places(path.name):
        yield Leak(cover.text(path.name), "the file's name holds a protected name")
    try:
        with path.open("rb") as stream:
            head = stream.read(8)
            if head.startswith(PACKED):
                yield Leak(cover.text(str(path)), "it is packed and was not looked into")
                return
            stream.seek(0)
            yield from in_blocks(cover, path, iter(lambda: stream.read(BLOCK), b""))
    except OSError as error:
        yield Leak(cover.text(str(path)), f"it cannot be read: {error.strerror}")


def in_blocks(cover: Cover, path: Path, blocks: Iterator[bytes]) -> Iterator[Leak]:
    """The names left in a file, counted by pseudonym."""
    counted: dict[str, int] = {}
    before, encoding = "", "utf-8"
    for number, block in enumerate(blocks):
        if number == 0 and block.startswith((b"\xff\xfe", b"\xfe\xff")):
            encoding = "utf-16"
        text = before + block.decode(encoding, "replace")
        for pseudonym in places_in(cover, text):
            counted[pseudonym] = counted.get(pseudonym, 0) + 1
        before = text[-OVERLAP:]
    for pseudonym, times in sorted(counted.items()):
        yield Leak(cover.text(str(path)), f"a name of {pseudonym} is left in it, {times} times")


def places_in(cover: Cover, text: str) -> list[str]:
    """The pseudonyms of the names in a text as it stands, else as it reads without the escapes of HTML and JSON."""
    plain = html.unescape(ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)) if "&" in text or "\\u" in text else text
    return [pseudonym for _, pseudonym in cover.places(plain)]
