"""Bytes into text, with the evidence for the encoding that was taken.

The order is: byte-order mark, UTF-16 by its pattern of zero bytes, strict UTF-8, what is declared (unless the bytes speak against it),
UTF-8 with a few broken bytes, and last the encoding that the bytes look most like (chardet's models of letter pairs).
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass

import chardet

from testimonia.base.documents import Note
from testimonia.base.errors import ReadingError
from testimonia.capture.part import note
from testimonia.capture.signatures import binary_kind

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The encodings that browsers read (WHATWG Encoding Standard): fewer candidates make fewer wrong guesses.
BROWSERS = (
    "cp866 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14 iso8859-15 koi8-r koi8-u "
    "windows-874 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 gb18030 big5hkscs euc_jis_2004 shift_jis cp949"
).split()
# The standard reads these labels as their supersets, because pages mean the superset.
SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "shift_jis_2004": "cp932",
    "euc_jis_2004": "euc_jp",
    "utf-16": "utf-16-le",
}
CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
SAMPLE = 200_000
NOISE = 0.04  # control characters among the bytes; random bytes have a tenth, text has none
SURE = 0.35  # chardet's confidence above which its finding outweighs a declaration that fits much worse


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the name of its encoding and what had to be said about it."""

    text: str
    encoding: str
    notes: tuple[Note, ...] = ()


def decode(data: bytes, declared: Sequence[str | None] = ()) -> Decoded:
    """The text of `data`. `declared` are the labels that the file or its transport gives, the strongest first.

    Raises `ReadingError` when the bytes are no text.
    """
    for mark, wide_name in BOMS:
        if data.startswith(mark):
            return marked(data[len(mark) :], wide_name)
    refuse_binary(data)
    if b"\0" in data[:SAMPLE] and (wide := unmarked_wide(data)) is not None:
        return wide
    labels = [name for label in declared if (name := codec(label)) is not None]
    if b"\x1b" in data and "iso2022_jp" in labels:
        return replaced(data, "iso2022_jp", ())
    refuse_noise(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return not_utf8(data, labels)
    return Decoded(text, "utf-8", () if text.isascii() else lies(labels, "utf-8"))


def codec(label: str | None) -> str | None:
    """Python's name of the encoding that a label means, or none when the label means nothing."""
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip().strip("\"'").lower()).name
    except (LookupError, ValueError):  # an unknown label, or one with a NUL in it
        return None
    return SUPERSETS.get(name, name)


def marked(data: bytes, name: str) -> Decoded:
    """Text behind a byte-order mark."""
    if name == "utf-8":
        return replaced(data, name, ())
    return replaced(data, name, (note("doubt", f"Read as {name} by its byte-order mark."),))


def replaced(data: bytes, name: str, notes: tuple[Note, ...]) -> Decoded:
    """Text in a known encoding; what is not of it becomes U+FFFD and is counted."""
    text = data.decode(name, "replace")
    broken = text.count("\ufffd") - genuine_replacements(data, name)
    if broken > 0:
        notes += (note("repair", f"{broken} places are not {name}; each is shown as \ufffd."),)
    return Decoded(text, name, notes)


def genuine_replacements(data: bytes, name: str) -> int:
    """How many U+FFFD the file itself holds (somebody's earlier repair), so that they are not counted as ours."""
    try:
        return data.count("\ufffd".encode(name))
    except UnicodeEncodeError:
        return 0


def refuse_binary(data: bytes) -> None:
    """Raise when the bytes begin as a known format that is no text."""
    kind = binary_kind(data)
    if kind:
        raise ReadingError(f"It is {kind}, not a text.", "Leave it out, or save what it says as text or PDF.")


def refuse_noise(data: bytes) -> None:
    """Raise when too many of the bytes are control characters."""
    sample = data[:SAMPLE]
    odd = len(sample) - len(sample.translate(None, CONTROLS))
    if odd > max(2, NOISE * len(sample)) and odd > 3 * sample.count(0) // 2:
        raise ReadingError("Its bytes are no text in any encoding.", "Check that it is the file you mean; leave it out if it is.")
    if sample.count(0) > len(sample) // 3:
        raise ReadingError("It is mostly zero bytes, as a broken download is.", "Save it again, or leave it out.")


def unmarked_wide(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: spaces, digits and line ends have their zero byte always on the same side."""
    sample = data[: SAMPLE & ~1]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if even + odd < max(2, len(sample) // 100) or min(even, odd) * 10 > max(even, odd):
        return None
    name = "utf-16-le" if odd > even else "utf-16-be"
    try:
        text = data[: len(data) & ~1].decode(name)
    except UnicodeDecodeError:
        return None
    if plausible(text[:SAMPLE]) < 0.9:
        return None
    return Decoded(text, name, (note("repair", f"It has no byte-order mark; read as {name} by the side on which its zero bytes stand."),))


def plausible(text: str) -> float:
    """The share of characters that texts are made of."""
    if not text:
        return 0.0
    return sum(1 for c in text if c.isalnum() or c.isspace() or c in ".,;:!?()[]\"'/-–—“”‘’«»<>=&_#%" or c.isprintable()) / len(text)


def lies(labels: Sequence[str], name: str) -> tuple[Note, ...]:
    """The note for a declaration that names another encoding than the one found."""
    if not labels or labels[0] == name:
        return ()
    return (note("repair", f"It declares {labels[0]}, but its bytes are {name}; read as {name}."),)


def not_utf8(data: bytes, labels: list[str]) -> Decoded:
    """Text that is not clean UTF-8."""
    if mostly_utf8(data):
        return replaced(data, "utf-8", lies(labels, "utf-8"))
    guesses = guessed(data)
    for label in labels:
        if label != "utf-8" and fits(data, label, guesses):
            return lenient(data, label, ())
    return by_looks(data, labels, guesses)


def mostly_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8 but for a few broken places (a cut file, one pasted line)."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    beyond = len(text) - len(text.encode("ascii", "ignore")) - broken
    return broken * 8 <= beyond


def guessed(data: bytes) -> list[tuple[str, float]]:
    """The encodings that the bytes look like, with chardet's confidence, the likeliest first."""
    found = chardet.detect_all(sampled(data), ignore_threshold=True, include_encodings=BROWSERS, compat_names=False)
    pairs = [(codec(one["encoding"]), float(one["confidence"])) for one in found]
    return [(name, confidence) for name, confidence in pairs if name is not None]


def sampled(data: bytes) -> bytes:
    """What of the bytes is shown to the detector: markup says nothing about an encoding and hides what does."""
    sample = re.sub(rb"<[^<>]{0,2000}>", b" ", data[: SAMPLE * 2]) if b"<" in data else data
    return sample[:SAMPLE] if re.search(rb"[\x80-\xff]", sample) else data[:SAMPLE]


def fits(data: bytes, label: str, guesses: list[tuple[str, float]]) -> bool:
    """Whether a declared encoding can be believed: the bytes decode, and they do not look far more like another."""
    if not decodes(data, label):
        return False
    best, confidence = guesses[0] if guesses else (label, 0.0)
    own = dict(guesses).get(label, 0.0)
    return best == label or confidence < SURE or own * 2 >= confidence or same_text(data, label, best)


def same_text(data: bytes, one: str, other: str) -> bool:
    """Whether two encodings give the same text here."""
    sample = data[:SAMPLE]
    return sample.decode(one, "replace") == sample.decode(other, "replace")


def decodes(data: bytes, name: str) -> bool:
    """Whether the bytes are valid in an encoding (the unassigned bytes of the one-byte encodings are let through, as browsers do)."""
    try:
        text = data.decode(name, "replace")
    except (LookupError, UnicodeError):
        return False
    return text.count("\ufffd") * 1000 <= len(text)


def lenient(data: bytes, name: str, notes: tuple[Note, ...]) -> Decoded:
    """Text in a one-byte or East Asian encoding."""
    return replaced(data, name, notes)


def by_looks(data: bytes, labels: list[str], guesses: list[tuple[str, float]]) -> Decoded:
    """Text in the encoding that it looks like; windows-1252, the web's default, when it looks like none."""
    name, confidence = next(((n, c) for n, c in guesses if c >= chardet.MINIMUM_THRESHOLD and decodes(data, n)), ("cp1252", 0.0))
    said = f"It declares {labels[0]}, which its bytes are not" if labels else "It declares no encoding"
    why = (
        f"its letters look like it (chardet, confidence {confidence:.2f})"
        if confidence
        else "the web's default, as its letters look like none"
    )
    return lenient(data, name, (note("repair", f"{said}; read as {name}: {why}."),))
