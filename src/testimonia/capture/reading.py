"""One file into its documents: the format is found, its reader called."""

from __future__ import annotations

from pathlib import Path

from testimonia.base.documents import Document, Hint
from testimonia.base.errors import ReadingError
from testimonia.base.ids import document_id, sha256
from testimonia.base.outcomes import Captured
from testimonia.base.settings import Limits


def read_file(path: Path, name: str, hints: tuple[Hint, ...], limits: Limits) -> Captured:
    """Read one file. `name` is its path inside the input folder; `hints` is what the user's metadata.csv says of it.

    Raises `ReadingError` when nothing in it can be read.
    """
    data = path.read_bytes()
    if not data.strip():
        raise ReadingError("The file is empty.", "Save the page again, or leave it out.")
    text = data.decode("utf-8-sig")
    sha = sha256(data)
    return Captured((Document(document_id(sha), (name,), sha, len(data), "text/plain", text, "utf-8", hints=hints),))
