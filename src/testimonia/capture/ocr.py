"""Pages that are pictures, read with Tesseract where it is installed. It is a program of its own: it is found, run and given up on here."""

from __future__ import annotations

import shutil
import subprocess  # the one place of the room that starts a program
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pypdfium2 as pdfium

ADVICE = "Install Tesseract with the languages of your pages and build again."
DOTS_PER_INCH = 300
SECONDS = 60.0
LANGUAGES = 6  # more make it slow and no better


@cache
def program() -> str | None:
    """Where Tesseract is; none when it is not installed."""
    return shutil.which("tesseract")


@cache
def languages() -> tuple[str, ...]:
    """The languages that the installed Tesseract knows."""
    found = run(["--list-langs"], b"")
    names = [line.strip() for line in (found or "").splitlines()[1:]]
    return tuple(sorted(name for name in names if name and name not in ("osd", "equ") and "/" not in name))[:LANGUAGES]


def run(arguments: list[str], given: bytes) -> str | None:
    """What Tesseract prints; none when it is missing, fails or takes too long."""
    where = program()
    if where is None:
        return None
    try:
        done = subprocess.run([where, *arguments], input=given, capture_output=True, timeout=SECONDS, check=True)  # noqa: S603
    except (subprocess.SubprocessError, OSError):
        return None
    return done.stdout.decode("utf-8", "replace")


def texts(document: pdfium.PdfDocument, pages: Sequence[int]) -> dict[int, str]:
    """The text of each numbered page that Tesseract could read."""
    if program() is None:
        return {}
    chosen = ["-l", "+".join(languages())] if languages() else []
    found = {}
    for number in pages:
        text = run(["stdin", "stdout", *chosen, "--dpi", str(DOTS_PER_INCH)], picture(document, number))
        if text and text.strip():
            found[number] = text.replace("\f", "\n")
    return found


def picture(document: pdfium.PdfDocument, number: int) -> bytes:
    """One page as a grey picture (PGM)."""
    page = document[number - 1]
    width, height = page.get_size()
    scale = min(DOTS_PER_INCH / 72, 6000 / max(width, height, 1))  # a page may claim to be a kilometre wide
    grey = page.render(scale=scale, grayscale=True).to_numpy()
    rows = grey.reshape(grey.shape[0], grey.shape[1])
    return b"P5 %d %d 255\n" % (rows.shape[1], rows.shape[0]) + bytes(rows.tobytes())
