"""The table of formats: what is read, by which reader, over which library; a format is found from content first, then from the name."""

from __future__ import annotations

import importlib
import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath

from testimonia.base.errors import ReadingError
from testimonia.capture.part import Part, Reader


@dataclass(frozen=True, slots=True)
class Format:
    """One format. `suffixes` are the usual endings of its names, `library` what reads it, `reader` where its reader is (`module:function`).

    Readers are imported when the first file of their format comes, so that a folder of text files does not pay for PDF.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    library: str
    reader: str
    gives: str = "one document"


FORMATS: tuple[Format, ...] = (
    Format("text", "plain text", (".txt", ".text"), ("text/plain",), "Python, chardet, ftfy", "plain:read_plain"),
    Format("markdown", "Markdown", (".md", ".markdown"), ("text/markdown",), "Python, chardet, ftfy", "plain:read_markdown"),
    Format(
        "html",
        "HTML, also as saved by SingleFile or as a browser's complete page",
        (".html", ".htm", ".xhtml", ".shtml"),
        ("text/html", "application/xhtml+xml"),
        "lxml, trafilatura",
        "html:read_html",
    ),
    Format("mhtml", "MHTML, a page saved as one file", (".mht", ".mhtml"), ("multipart/related",), "Python email", "mail:read_mhtml"),
    Format("warc", "WARC, a web archive", (".warc", ".warc.gz"), ("application/warc",), "warcio", "warc:read_warc", "one document a page"),
    Format(
        "wacz",
        "WACZ, a web archive collection",
        (".wacz",),
        ("application/wacz",),
        "zipfile, warcio",
        "archive:read_wacz",
        "one document a page",
    ),
    Format("pdf", "PDF; scans with Tesseract where it is installed", (".pdf",), ("application/pdf",), "PDFium (pypdfium2)", "pdf:read_pdf"),
    Format(
        "docx",
        "Word document",
        (".docx", ".docm"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
        "python-docx",
        "docx:read_docx",
    ),
    Format("odt", "OpenDocument text", (".odt", ".ott"), ("application/vnd.oasis.opendocument.text",), "lxml", "odt:read_odt"),
    Format("rtf", "rich text", (".rtf",), ("application/rtf", "text/rtf"), "striprtf", "rtf:read_rtf"),
    Format("epub", "EPUB book", (".epub",), ("application/epub+zip",), "lxml, trafilatura", "epub:read_epub", "one document a chapter"),
    Format("eml", "mail message", (".eml",), ("message/rfc822",), "Python email", "mail:read_mail", "the message and each attachment"),
    Format(
        "mbox", "box of mail messages", (".mbox",), ("application/mbox",), "Python email", "mail:read_mbox", "each message and attachment"
    ),
    Format("zip", "ZIP of any of these", (".zip",), ("application/zip",), "Python zipfile", "archive:read_zip", "one document a member"),
    Format("gzip", "gzip of any of these", (".gz",), ("application/gzip",), "Python gzip", "archive:read_gzip", "what is packed"),
)
BY_NAME = {one.name: one for one in FORMATS}
BEGINNINGS = ((b"WARC/", "warc"), (b"{\\rtf", "rtf"), (b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"), (b"\x1f\x8b", "gzip"))
HTML_HEAD = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|meta\s|article|main\s)[\s>]?", re.I)
TAGS = re.compile(rb"</?(?:p|div|a|span|br|h[1-6]|ul|li|table|td|section|script|img|b|i|em|strong)[\s>/]", re.I)
MAIL_HEAD = re.compile(
    rb"^(Received|Return-Path|Message-ID|MIME-Version|Delivered-To|DKIM-Signature|X-[\w-]+|From|Date|Subject|Snapshot-[\w-]+):", re.I | re.M
)
MAIL_ONLY = {b"received", b"return-path", b"message-id", b"mime-version", b"delivered-to", b"dkim-signature"}
ENVELOPE = re.compile(rb"\AFrom [^\r\n]{1,300}\r?\n[A-Za-z][A-Za-z0-9-]{0,60}:")
OFFICE = {"xl/": "an Excel workbook", "ppt/": "a PowerPoint presentation", "visio/": "a Visio drawing"}
ADVICE = "Save what it says as text or PDF."


@cache
def reader_of(name: str) -> Reader:
    """The reader of a format, imported when it is first needed."""
    module, function = BY_NAME[name].reader.split(":")
    found: Reader = getattr(importlib.import_module(f"testimonia.capture.{module}"), function)
    return found


def format_of(part: Part) -> str:
    """The name of a part's format: from its bytes, else from what its container or its name says, else plain text.

    Raises `ReadingError` for a relative of a known format that is no text.
    """
    return by_content(part.data) or by_label(part) or "text"


def by_content(data: bytes) -> str | None:
    """The format that the bytes themselves show."""
    name = next((name for begin, name in BEGINNINGS if data.startswith(begin)), None)
    if name == "zip":
        return zip_kind(data)
    if name == "gzip":
        return "warc" if unpacked_head(data).startswith(b"WARC/") else "gzip"
    if name is not None:
        return name
    if b"%PDF-" in data[:1024]:
        return "pdf"
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n\0\xff\xfe").replace(b"\0", b"")
    if head[:1] == b"<":
        return "html" if HTML_HEAD.search(head[:2048]) or head.startswith(b"<?xml") or len(TAGS.findall(head)) > 3 else None
    return mail_kind(data[:16_384])


def zip_kind(data: bytes) -> str:
    """What a ZIP file is the box of.

    Raises `ReadingError` for office files that hold no text to speak of.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            told = archive.read("mimetype")[:80] if "mimetype" in names and archive.getinfo("mimetype").file_size < 200 else b""
    except (zipfile.BadZipFile, zlib.error, ValueError, LookupError, NotImplementedError, RuntimeError, OSError, EOFError):
        return "zip"
    if b"epub" in told or "META-INF/container.xml" in names:
        return "epub"
    if b"opendocument" in told:
        if b"opendocument.text" in told:
            return "odt"
        raise ReadingError("It is an OpenDocument file without running text.", ADVICE)
    if "word/document.xml" in names:
        return "docx"
    for folder, kind in OFFICE.items():
        if "[Content_Types].xml" in names and any(name.startswith(folder) for name in names):
            raise ReadingError(f"It is {kind}, which is not read.", ADVICE)
    return "wacz" if "datapackage.json" in names and any(name.startswith("archive/") for name in names) else "zip"


def unpacked_head(data: bytes) -> bytes:
    """The first unpacked bytes of a gzip file."""
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data[:4096], 64)
    except zlib.error:
        return b""


def mail_kind(head: bytes) -> str | None:
    """Whether the beginning is a message, a box of them, or a page saved as one; a text that merely quotes a mail's head is none."""
    if ENVELOPE.match(head):
        return "mbox"
    top = re.split(rb"\r?\n\r?\n", head.lstrip(), maxsplit=1)[0]
    if not re.match(rb"[A-Za-z][A-Za-z0-9-]{0,60}:", top):
        return None
    fields = {field.lower() for field in MAIL_HEAD.findall(top)}
    if b"snapshot-content-location" in fields or (
        b"mime-version" in fields and b"multipart/related" in top.lower() and b"message-id" not in fields
    ):
        return "mhtml"
    return "eml" if fields & MAIL_ONLY and len(fields) >= 3 else None


def by_label(part: Part) -> str | None:
    """The format that the container's media type or the name's ending says; formats that their bytes always show are not taken on trust."""
    media_type = (part.media_type or "").split(";")[0].strip().lower()
    trusted = [one for one in FORMATS if one.name in ("markdown", "html", "mhtml", "eml", "mbox")]
    found = next((one.name for one in trusted if media_type and media_type in one.media_types), None)
    suffix = PurePosixPath(part.name.lower()).suffix
    return found or next((one.name for one in trusted if suffix in one.suffixes), None)
