"""WARC: the pages of a web archive, over warcio. A broken record costs itself; reading goes on at the next one."""

from __future__ import annotations

import io
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from testimonia.base.documents import Hint
from testimonia.capture.part import Budget, Part, Reading

PAGES = re.compile(
    r"text/(?:html|plain|markdown)|application/(?:xhtml\+xml|pdf|epub|rtf|msword|vnd\.openxml\S*word\S*|vnd\.oasis\S*text)", re.I
)
CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w:.-]{2,40})", re.I)
START = re.compile(rb"WARC/[01]\.\d{1,2}\r?\n")
HEAD_END = re.compile(rb"\r?\n\r?\n")
LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,12})[ \t]*\r?$", re.I | re.M)
PACKED = b"\x1f\x8b\x08"
BROKEN = (ArchiveLoadFailed, zlib.error, EOFError, ValueError, OSError, AttributeError, LookupError, TypeError)
PIECE = 1 << 16
ADVICE = "The other records were read; fetch the archive again."


class BrokenRecordError(Exception):
    """A stretch of the archive that is no whole record; the message says what is wrong with it."""


def read_warc(part: Part, budget: Budget) -> Reading:
    """Every page that the archive holds; what are no pages is counted by kind."""
    passed: Counter[str] = Counter()
    for offset, found in members(part.data, budget):
        for raw in [found] if isinstance(found, BrokenRecordError) else records(found):
            try:
                yield from pages_in(part, budget, raw, passed)
            except (*BROKEN, BrokenRecordError) as error:
                said = " ".join(str(error).split())[:200].rstrip(".") or type(error).__name__
                yield part.failed(f"A record at byte {offset:,} or soon after it is broken: {said}.", ADVICE)
    for kind, count in sorted(passed.items()):
        yield part.skipped(f"{count} records: {kind}")


def pages_in(part: Part, budget: Budget, raw: bytes | BrokenRecordError, passed: Counter[str]) -> Reading:
    """The pages in the bytes of a record; raises what is wrong with it."""
    if isinstance(raw, BrokenRecordError):
        raise raw
    for record in ArchiveIterator(io.BytesIO(raw), check_digests=False):
        yield from page_of(part, budget, record, passed)


def members(data: bytes, budget: Budget) -> Iterator[tuple[int, bytes | BrokenRecordError]]:
    """The gzip members of a packed archive, unpacked (usually one for each record), or the archive itself; each with its place."""
    if not data.startswith(PACKED):
        yield 0, data
        return
    at = 0
    while 0 <= at < len(data):
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
        pieces: list[bytes] = []
        here = at
        try:
            while not unpacker.eof and here < len(data):
                pieces.append(unpacker.decompress(data[here : here + PIECE]))
                here += PIECE
                budget.take(len(pieces[-1]))
        except zlib.error as error:
            yield at, BrokenRecordError(str(error))
            at = data.find(PACKED, at + 1)
            continue
        yield at, b"".join(pieces)
        if not unpacker.eof:
            yield at, BrokenRecordError("the archive is cut off")
        at = min(here, len(data)) - len(unpacker.unused_data) if unpacker.eof else len(data)


def records(data: bytes) -> Iterator[bytes | BrokenRecordError]:
    """The records of an unpacked archive by the lengths that their heads declare; after a broken one the next head is looked for."""
    at = 0
    while at < len(data):
        start = START.match(data, at)
        head = HEAD_END.search(data, at, at + 65_536) if start else None
        length = LENGTH.search(data, at, head.end()) if head else None
        end = head.end() + int(length[1]) if head and length else len(data) + 1
        following = end + len(data[end : end + 8]) - len(data[end : end + 8].lstrip(b"\r\n"))
        if end <= len(data) and (following == len(data) or START.match(data, following)):
            yield data[at:end] + b"\r\n\r\n"
            at = following
            continue
        yield BrokenRecordError("its head and its length do not agree, or it is cut off")
        found = START.search(data, at + 1)
        at = found.start() if found else len(data)


def page_of(part: Part, budget: Budget, record: ArcWarcRecord, passed: Counter[str]) -> Reading:
    """The page of one record, if it holds one."""
    if record.rec_type not in ("response", "resource", "conversion"):
        return
    uri = record.rec_headers.get_header("WARC-Target-URI") or "unnamed"
    headers = record.http_headers if record.rec_type == "response" and record.http_headers else record.rec_headers
    media_type = headers.get_header("Content-Type") or ""
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if not status.startswith("2"):
        passed[f"answered with status {status[:3]}"] += 1
    elif not PAGES.match(media_type.strip()):
        passed[media_type.split(";")[0].strip().lower()[:60] or "no media type"] += 1
    else:
        data = content(record, budget)
        charset = CHARSET.search(media_type)
        member = budget.named(uri.strip("<>"))
        inner = part.inside(data, member, media_type.split(";")[0].strip(), charset[1] if charset else None)
        saved = record.rec_headers.get_header("WARC-Date") or ""
        hints = (Hint("url", uri.strip("<>"), "warc"), *((Hint("captured", saved, "warc"),) if saved else ()))
        yield replace(inner, hints=(*part.hints, *hints))


def content(record: ArcWarcRecord, budget: Budget) -> bytes:
    """The bytes of a record, unpacked and counted."""
    stream = record.content_stream()
    pieces = []
    size = 0
    budget.spend(0)
    while piece := stream.read(PIECE):
        size += len(piece)
        budget.take(len(piece))
        if size > budget.limits.file_bytes:
            raise ValueError("it unpacks to more than one file may hold")
        pieces.append(piece)
    return b"".join(pieces)
