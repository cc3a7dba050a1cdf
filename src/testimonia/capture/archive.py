"""ZIP (also as WACZ, and as the box of EPUB, DOCX and ODT) and gzip, opened in memory only and counted as they unpack."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import IO

from testimonia.base.errors import ReadingError
from testimonia.capture.part import Budget, Part, Reading
from testimonia.capture.signatures import asset_kind

PIECE = 1 << 20
SELF = ("__MACOSX/", ".DS_Store", "Thumbs.db")  # what operating systems add to an archive
LIST_END = b"PK\x05\x06"  # opens the last record of a ZIP file


@contextmanager
def opened(part: Part) -> Iterator[zipfile.ZipFile]:
    """The archive.

    Raises `ReadingError` when it is damaged.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(part.data)) as archive:
            yield archive
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        cut = isinstance(error, zipfile.BadZipFile) and LIST_END not in part.data
        why = "the list of what it holds, which stands at its end, is missing, as when a download was cut" if cut else error
        raise ReadingError(f"The file is damaged: {why}.", "Fetch, save or pack it again.") from error


def read_zip(part: Part, budget: Budget) -> Reading:
    """Every member that can be read, in the order of the archive."""
    with opened(part) as archive:
        for info in archive.infolist():
            if info.is_dir() or info.filename.startswith(SELF[0]) or info.filename.endswith(SELF[1:]):
                continue
            name = info.filename.replace("\\", "/")
            aside = asset_kind(name)
            if aside:
                yield part.skipped(aside, name)
            elif name.startswith("/") or ".." in PurePosixPath(name).parts or ":" in name.split("/")[0]:
                yield part.failed(
                    "Its name leads out of the archive.", "Such archives are built to do harm; unpack it by hand if you trust it.", name
                )
            else:
                yield from member_of(part, budget, archive, info)


def read_wacz(part: Part, budget: Budget) -> Reading:
    """The WARC files of a web archive collection."""
    with opened(part) as archive:
        for info in archive.infolist():
            if info.filename.startswith("archive/") and not info.is_dir():
                yield from member_of(part, budget, archive, info)
            elif not info.is_dir():
                yield part.skipped("index of the collection", info.filename)


def member_of(part: Part, budget: Budget, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Reading:
    """One member as a part, or why it could not be unpacked; raises only when the whole archive must be given up."""
    try:
        data = unpacked(archive, info, budget)
    except BadMemberError as error:
        yield part.failed(error.message, error.advice, info.filename)
    else:
        yield part.inside(data, info.filename.replace("\\", "/"))


class BadMemberError(ReadingError):
    """One member cannot be unpacked; the others may."""


def unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> bytes:
    """The bytes of one member, counted as they come.

    Raises `BadMemberError` for a fault of this member, `ReadingError` when the archive asks for too much.
    """
    if info.flag_bits & 1:
        raise BadMemberError("It is protected by a password.", "Unpack it with the password and build from the folder.")
    budget.spend(0)
    try:
        with archive.open(info) as stream:
            return b"".join(counted(stream, budget, BadMemberError))
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError, RuntimeError) as error:
        raise BadMemberError(f"It is damaged in the archive: {error}.", "Fetch or pack the archive again.") from error


def counted(stream: IO[bytes] | gzip.GzipFile, budget: Budget, refusal: type[ReadingError]) -> Iterator[bytes]:
    """What a packed stream gives, counted as it comes; more than one file may have is refused."""
    size = 0
    while piece := stream.read(PIECE):
        budget.take(len(piece))
        size += len(piece)
        if size > budget.limits.file_bytes:
            raise refusal(f"It unpacks to more than {budget.limits.file_bytes:,} bytes.", "Split it, or leave it out.")
        yield piece


def contents(part: Part, budget: Budget, wanted: str) -> bytes | None:
    """One named member of an office or book file; none when there is no such member."""
    with opened(part) as archive:
        try:
            info = archive.getinfo(wanted)
        except KeyError:
            return None
        return unpacked(archive, info, budget)


def refuse_bomb(part: Part, budget: Budget) -> None:
    """Count what a packed office file declares to unpack to, before a library opens it whole (the declared size cannot be exceeded)."""
    with opened(part) as archive:
        for info in archive.infolist():
            budget.spend(info.file_size)


def read_gzip(part: Part, budget: Budget) -> Reading:
    """What a gzip file packs; of a truncated one what stands before the break."""
    broken = ""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(part.data)) as stream:
            data = b"".join(counted(stream, budget, ReadingError))
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        broken = str(error)
        data = rescued(part.data, budget)
    if broken:
        yield part.failed(f"It is cut or damaged ({broken}); what stands before the break was read.", "Fetch it again.")
    if data.strip() or not broken:
        name = part.name.rsplit("/", 1)[-1]
        yield part.inside(data, name[:-3] if name.lower().endswith(".gz") else f"{name}.unpacked")


def rescued(data: bytes, budget: Budget) -> bytes:
    """What a damaged gzip file gives before the break."""
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    found = []
    for at in range(0, len(data), 4096):
        try:
            found.append(unpacker.decompress(data[at : at + 4096], PIECE * 8))
        except zlib.error:
            break
        budget.take(len(found[-1]))
    return b"".join(found)
