"""Which files lie below the folder, what the user's metadata.csv says of each, and which need reading again."""

from __future__ import annotations

import csv
import errno
import hashlib
import io
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from testimonia.base.documents import Hint
from testimonia.base.errors import UsageError
from testimonia.base.ids import digest
from testimonia.base.outcomes import Failure, Skipped
from testimonia.work.overruling import Ruling

METADATA = "metadata.csv"
FIELDS = ("url", "outlet", "author", "title", "published", "first_published", "captured", "language")


@dataclass(frozen=True, slots=True)
class Found:
    """One input file: its path inside the folder (with `/`), its digest and size, and what metadata.csv says of it.

    `repost` is set when an earlier file has the same bytes and metadata.csv says other things of it (another outlet, another date):
    then they are two posts of one text, not one file twice. `rulings` are what the analyst ruled about stretches of it.
    `file` is the name to open it by, where that differs from the path that is shown (a name that is not UTF-8).
    """

    path: str
    sha256: str
    size: int
    hints: tuple[Hint, ...] = ()
    repost: str = ""
    rulings: tuple[Ruling, ...] = ()
    file: str = ""


@dataclass(frozen=True, slots=True)
class Intake:
    """What a look at the folder found."""

    files: tuple[Found, ...] = ()
    failures: tuple[Failure, ...] = ()
    skipped: tuple[Skipped, ...] = field(default=())


def walk(root: Path) -> Iterator[tuple[Path, OSError | None]]:
    """Every file below the folder in a fixed order; links to folders are not followed, so none can loop."""
    problems: list[tuple[Path, OSError]] = []

    def unreadable(error: OSError) -> None:
        problems.append((Path(error.filename or root), error))

    for folder, names, files in os.walk(root, onerror=unreadable, followlinks=False):
        names.sort()
        for name in sorted(files):
            yield Path(folder) / name, None
    yield from problems


def hash_file(path: Path) -> tuple[str, int]:
    """The SHA-256 and the size of a file, read in pieces."""
    sha, size = hashlib.sha256(), 0
    if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for ever
        raise OSError(errno.EINVAL, "it is no file but a pipe or a device")
    with path.open("rb") as stream:
        while piece := stream.read(1 << 20):
            sha.update(piece)
            size += len(piece)
    return sha.hexdigest(), size


def relative(path: Path, root: Path) -> str:
    """The path inside the folder, `/`-separated; bytes of a name that are not UTF-8 are shown as `\\xNN`."""
    return os.fsencode(path.relative_to(root)).decode("utf-8", "backslashreplace").replace(os.sep, "/")


def look(root: Path) -> Intake:
    """Look at every file below the folder.

    Raises `UsageError` when the folder is not one.
    """
    if not root.is_dir():
        raise UsageError(f"{root} is not a folder.", "Name the folder that holds the pages.")
    known, troubles = metadata(root)
    files: list[Found] = []
    failures: list[Failure] = list(troubles)
    for path, problem in walk(root):
        name = relative(path, root)
        if problem is not None:
            failures.append(unreadable(name, problem))
        elif name != METADATA:
            try:
                file = str(path.relative_to(root))
                sha, size = hash_file(path)
                files.append(Found(name, sha, size, known.get(name, ()), file="" if file.replace(os.sep, "/") == name else file))
            except OSError as error:
                failures.append(unreadable(name, error))
    if not files and not failures:
        raise UsageError(f"There is no file below {root}.", "Put the pages there first.")
    return Intake(tuple(reposts(files)), tuple(failures), tuple(linked_folders(root)))


def linked_folders(root: Path) -> Iterator[Skipped]:
    """The links to folders, which are not followed: they may lead out of the folder or in a circle."""
    for folder, names, _ in os.walk(root, followlinks=False):
        names.sort()
        links = (Path(folder) / name for name in names if (Path(folder) / name).is_symlink())
        yield from (Skipped(relative(link, root), "link to a folder, not followed") for link in links)


def reposts(files: Iterable[Found]) -> Iterator[Found]:
    """The files, with those marked that are further posts of an earlier one's text."""
    said: dict[str, tuple[Hint, ...]] = {}
    for found in files:
        other = said.setdefault(found.sha256, found.hints) != found.hints
        yield replace(found, repost=digest([(hint.field, hint.value) for hint in found.hints])) if other else found


def unreadable(name: str, error: OSError) -> Failure:
    """The failure of a file or folder that the system will not open."""
    return Failure(
        name, "intake", f"It cannot be opened: {error.strerror or error}.", "Check that it still exists and that you may read it."
    )


def metadata(root: Path) -> tuple[dict[str, tuple[Hint, ...]], list[Failure]]:
    """What `metadata.csv` says, by path."""
    path = root / METADATA
    if not path.is_file():
        return {}, []
    try:
        text = path.read_bytes().decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text), strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        return {}, [Failure(METADATA, "intake", f"It cannot be read as UTF-8 CSV: {error}.", "Save it as UTF-8 CSV with a header line.")]
    if rows and "path" not in rows[0]:
        return {}, [Failure(METADATA, "intake", "It has no column named path.", f"Columns may be: path, {', '.join(FIELDS)}.")]
    return {str(row["path"]).replace("\\", "/"): hints(row) for row in rows}, []


def hints(row: dict[str, str]) -> tuple[Hint, ...]:
    """One row of metadata.csv as hints."""
    return tuple(Hint(name, value.strip(), METADATA) for name in FIELDS if (value := row.get(name) or "").strip())
