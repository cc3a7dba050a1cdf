"""Text that was UTF-8, was read as a one-byte encoding, and was saved so: "cafÃ©". Mended with ftfy, always as a recorded step."""

from __future__ import annotations

import re

import ftfy
from ftfy.badness import is_bad

from testimonia.base.documents import Note
from testimonia.capture.part import note

# What the first byte of a UTF-8 sequence looks like in windows-1252, -1251 and -1250, before what the second one does: a cheap first look.
FIRSTS = "ÂÃÅÄÐÑØÙÎâРСЃГВĂĹ"
SUSPECT = re.compile(f"[{FIRSTS}][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ°±ІіґµЂЃѓ‰Љ‹ЊЌЋЏђљњќћџЎўЈҐЁЄЇ]")
ENOUGH = 4  # sequences in a plain text before it is taken to be wrong as a whole


def repaired_lines(text: str) -> tuple[str, tuple[Note, ...]]:
    """The text with every line mended that is clearly mojibake, and the note that says so."""
    if not any(first in text for first in FIRSTS) or not SUSPECT.search(text):
        return text, ()
    lines = text.split("\n")
    mended = [mended_line(line) for line in lines]
    changed = sum(old != new for old, new in zip(lines, mended, strict=True))
    if not changed:
        return text, ()
    said = f"{changed} lines were UTF-8 that had been read as another encoding and saved so (mojibake); mended. The file is as it was."
    return "\n".join(mended), (note("repair", said),)


def mended_line(line: str) -> str:
    """One line without mojibake; long lines are mended as they are, short clean ones are not looked at."""
    return ftfy.fix_encoding(line) if not line.isascii() and SUSPECT.search(line) and is_bad(line) else line


def repaired_whole(text: str) -> tuple[str, tuple[Note, ...]]:
    """A plain text that is mojibake throughout, mended; any other text as it is, with a doubt when some of it looks so.

    A plain text is otherwise never changed, because its offsets are held against the file; only when every character beyond ASCII is part
    of a doubly encoded one is the file in a (double) encoding of its own.
    """
    if text.isascii():
        return text, ()
    suspects = len(SUSPECT.findall(text))
    if not suspects or not is_bad(text):
        return text, ()
    mended = undone(text)
    if mended is None or suspects < ENOUGH:
        return text, (
            note("doubt", "Some of it looks like UTF-8 that was read as another encoding (mojibake); the text is kept as it is."),
        )
    said = "All of it was UTF-8 that had been read as a one-byte encoding and saved so (mojibake); it was mended. The file keeps its bytes."
    return mended, (note("repair", said),)


def undone(text: str) -> str | None:
    """The text read the other way round, when that works without remainder for one of the usual encodings."""
    for encoding in ("sloppy-windows-1252", "sloppy-windows-1251", "sloppy-windows-1250", "latin-1"):
        try:
            mended = text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        if "\ufffd" not in mended:
            return mended
    return None
