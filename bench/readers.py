"""What `bench.html_folder` runs: every file of a folder through one reader. `python -m bench.readers FOLDER PROCESSES READER`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from functools import cache, partial
from multiprocessing import Pool
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from testimonia.store import Case

TOGETHER = 20  # files that are handed to a process at a time


def bare(path: Path) -> int:
    """The extractor and nothing else; how many characters it took."""
    import trafilatura

    return len(trafilatura.extract(path.read_bytes()) or "")


def captured(path: Path) -> int:
    """The file read; how many characters its documents have."""
    from testimonia.base.settings import Limits
    from testimonia.capture import read_file

    return sum(len(document.text) for document in read_file(path, path.name, (), Limits()).documents)


def cleaned(path: Path) -> int:
    """The file read and cleaned; how many segments its documents have."""
    from testimonia.base.settings import Limits
    from testimonia.capture import read_file
    from testimonia.clean import clean

    return sum(len(clean(document)) for document in read_file(path, path.name, (), Limits()).documents)


def divided(path: Path) -> int:
    """The file read, cleaned and divided; how many characters its articles have."""
    from testimonia.base.settings import Limits
    from testimonia.capture import read_file
    from testimonia.clean import clean
    from testimonia.divide import divide

    documents = read_file(path, path.name, (), Limits()).documents
    articles = [article for document in documents for article in divide(document, clean(document)).articles]
    return sum(span.end - span.start for article in articles for span in article.body)


@cache
def case(folder: Path) -> Case:
    """The case of this process, beside the files."""
    from testimonia.store import open_case

    return open_case(folder / f"{os.getpid()}.testimonia", create=True)


def stored(paths: Sequence[Path]) -> int:
    """The files read, cleaned, divided and put into a case together, as in a build; their size."""
    from testimonia.base.collecting import seldom_collecting
    from testimonia.base.outcomes import DocumentRecords, FileRead, FileRecords
    from testimonia.base.settings import Limits
    from testimonia.capture import read_file
    from testimonia.clean import clean
    from testimonia.divide import divide

    found = []
    with seldom_collecting():
        for path in paths:
            documents = read_file(path, path.name, (), Limits()).documents
            records = tuple(DocumentRecords(document, divide(document, clean(document))) for document in documents)
            found.append(FileRead(FileRecords(path.name, records), documents[0].sha256, documents[0].size, ""))
        case(paths[0].parent).put_files(found)
    return sum(file.size or 0 for file in found)


def each(read: Callable[[Path], int], paths: Sequence[Path]) -> int:
    """Files one by one; the sum of what each gave."""
    return sum(map(read, paths))


def own(read: Callable[[Path], int], paths: Sequence[Path]) -> int:
    """The same as a build's workers do it: Python looks for cycles seldom."""
    from testimonia.base.collecting import seldom_collecting

    with seldom_collecting():
        return each(read, paths)


READERS: dict[str, Callable[[Sequence[Path]], int]] = {
    "bare extractor": partial(each, bare),
    "capture": partial(own, captured),
    "capture and clean": partial(own, cleaned),
    "capture, clean and divide": partial(own, divided),
    "and stored": stored,
}


def main() -> None:
    """Read all files and keep nothing but a sum."""
    folder, processes, read = Path(sys.argv[1]), int(sys.argv[2]), READERS[sys.argv[3]]
    paths = sorted(folder.glob("*.html"))
    with Pool(processes) as pool:
        print(sum(pool.imap_unordered(read, [paths[at : at + TOGETHER] for at in range(0, len(paths), TOGETHER)])))


if __name__ == "__main__":
    main()
