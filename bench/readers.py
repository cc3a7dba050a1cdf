"""What `bench.html_folder` runs: every file of a folder through one reader. `python -m bench.readers FOLDER PROCESSES READER`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from multiprocessing import Pool
from pathlib import Path

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


def divided(path: Path) -> int:
    """The file read, cleaned and divided; how many characters its articles have."""
    from testimonia.base.settings import Limits
    from testimonia.capture import read_file
    from testimonia.clean import clean
    from testimonia.divide import divide

    documents = read_file(path, path.name, (), Limits()).documents
    articles = [article for document in documents for article in divide(document, clean(document)).articles]
    return sum(span.end - span.start for article in articles for span in article.body)


READERS: dict[str, Callable[[Path], int]] = {"bare extractor": bare, "capture": captured, "capture, clean and divide": divided}


def main() -> None:
    """Read all files and keep nothing but a sum."""
    folder, processes, read = Path(sys.argv[1]), int(sys.argv[2]), READERS[sys.argv[3]]
    with Pool(processes) as pool:
        print(sum(pool.imap_unordered(read, sorted(folder.iterdir()), TOGETHER)))


if __name__ == "__main__":
    main()
