"""The same invented text as a file of every format, made when it is needed."""

from __future__ import annotations

import gzip
import io
import zipfile
from email.message import EmailMessage

import docx
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

TITLE = "The bridge at Ostrava Minor"
PARAGRAPHS = (
    "The council of Ostrava Minor said on Monday that the river bridge would be closed until the autumn.",
    "Residents of the harbour quarter doubt it: forty families say that nobody had inspected the pillars since the flood.",
    "The mayor, Ilse Varga, denied that the report had been kept back and said that she would publish it soon.",
)
TEXT = "\n\n".join((TITLE, *PARAGRAPHS)) + "\n"
HTML = (
    f"<!DOCTYPE html><html lang='en'><head><title>{TITLE}</title></head><body><nav><a href='/'>Home</a></nav><article><h1>{TITLE}</h1>"
    + "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    + "</article></body></html>"
)


def packed(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def mail(**headers: str) -> EmailMessage:
    """A message with the text as its body."""
    message = EmailMessage()
    message["From"] = "Ana Ruiz <ana@harbour.example>"
    message["To"] = "desk@harbour.example"
    message["Date"] = "Thu, 04 Mar 2021 08:00:00 +0100"
    message["Message-ID"] = "<1@harbour.example>"
    message["Subject"] = headers.get("subject", TITLE)
    message.set_content("\n\n".join(PARAGRAPHS), cte="quoted-printable")
    return message


def mhtml() -> bytes:
    """A page saved as one message."""
    message = EmailMessage()
    message["From"] = "<Saved by a browser>"
    message["Snapshot-Content-Location"] = "https://harbour.example/bridge"
    message["Subject"] = TITLE
    message["MIME-Version"] = "1.0"
    message.set_content(HTML, subtype="html", cte="quoted-printable")
    message.make_related()
    message.add_related(b"\x89PNG\r\n\x1a\n", "image", "png")
    return message.as_bytes()


def warc(pages: dict[str, bytes], *, gz: bool = False) -> bytes:
    """A web archive with an answer for each address."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gz)
    for uri, data in pages.items():
        kind = "image/png" if uri.endswith(".png") else "text/html; charset=utf-8"
        headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(uri, "response", payload=io.BytesIO(data), http_headers=headers))
    return out.getvalue()


def pdf(pages: int = 1, password: str | None = None) -> bytes:
    """A PDF with the text on each page under a running head."""
    out = io.BytesIO()
    sheet = canvas.Canvas(out, pagesize=A4, encrypt=password, invariant=1)
    sheet.setTitle(TITLE)
    sheet.setAuthor("Ana Ruiz")
    for number in range(1, pages + 1):
        sheet.setFont("Helvetica", 8)
        sheet.drawString(60, 810, f"The Harbour Post, page {number}")
        sheet.setFont("Helvetica-Bold", 16)
        sheet.drawString(60, 770, TITLE)
        sheet.setFont("Helvetica", 11)
        at = 740.0
        copy = "abcdefgh"[number % 8] * 3
        extra = f"So it stood in copy {copy}, and there it ends, as the whole of it began, with the words of copy {copy}."
        for words in (*PARAGRAPHS, *([extra] if pages > 1 else [])):
            for line in wrapped(words):
                sheet.drawString(60, at, line)
                at -= 13
            at -= 12
        sheet.showPage()
    sheet.save()
    return out.getvalue()


def scan(pages: int = 1) -> bytes:
    """A PDF whose pages are pictures."""
    out = io.BytesIO()
    sheet = canvas.Canvas(out, pagesize=A4, invariant=1)
    for _ in range(pages):
        sheet.drawInlineImage(picture(), 0, 0, 595, 842)
        sheet.showPage()
    sheet.save()
    return out.getvalue()


def picture() -> object:
    """A small grey picture."""
    from PIL import Image

    return Image.new("L", (60, 85), 200)


def wrapped(words: str, width: int = 60) -> list[str]:
    """A paragraph in lines."""
    lines = [""]
    for word in words.split():
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def word() -> bytes:
    """A Word document."""
    made = docx.Document()
    made.add_heading(TITLE, 0)
    for words in PARAGRAPHS:
        made.add_paragraph(words)
    made.core_properties.author = "Ana Ruiz"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def odt(note: str = "") -> bytes:
    """An OpenDocument text."""
    names = "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
    body = "".join(f"<text:p>{words}{note if words == PARAGRAPHS[-1] else ''}</text:p>" for words in PARAGRAPHS)
    heading = f"<text:h text:outline-level='1'>{TITLE}</text:h>"
    content = (
        f"<office:document-content {names}><office:body><office:text>{heading}{body}</office:text></office:body></office:document-content>"
    )
    return packed({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()})


def rtf() -> bytes:
    """A rich-text file."""
    body = "".join(f"{words}\\par\n\\par\n" for words in PARAGRAPHS)
    return f"{{\\rtf1\\ansi\\ansicpg1252{{\\info{{\\author Ana Ruiz}}}}{TITLE}\\par\n\\par\n{body}}}".encode()


def epub(chapters: int = 1) -> bytes:
    """A book."""
    items = "".join(f"<item id='c{n}' href='c{n}.xhtml' media-type='application/xhtml+xml'/>" for n in range(chapters))
    spine = "".join(f"<itemref idref='c{n}'/>" for n in range(chapters))
    meta = "<dc:title>Harbour papers</dc:title><dc:creator>Ana Ruiz</dc:creator>"
    package = (
        "<package xmlns='http://www.idpf.org/2007/opf'><metadata xmlns:dc='http://purl.org/dc/elements/1.1/'>"
        f"{meta}</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    container = "<container><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>"
    members = {"mimetype": b"application/epub+zip", "META-INF/container.xml": container.encode(), "OEBPS/book.opf": package.encode()}
    return packed(members | {f"OEBPS/c{n}.xhtml": HTML.encode() for n in range(chapters)})


def every_format() -> dict[str, tuple[str, bytes]]:
    """A file of each format with the text: the format's name to the file's name and bytes."""
    pages = {"https://harbour.example/bridge": HTML.encode()}
    return {
        "text": ("a.txt", TEXT.encode()),
        "markdown": ("a.md", f"# {TEXT}".encode()),
        "html": ("a.html", HTML.encode()),
        "mhtml": ("a.mhtml", mhtml()),
        "warc": ("a.warc.gz", warc(pages, gz=True)),
        "wacz": ("a.wacz", packed({"datapackage.json": b"{}", "archive/data.warc.gz": warc(pages, gz=True), "pages/pages.jsonl": b"{}"})),
        "pdf": ("a.pdf", pdf()),
        "docx": ("a.docx", word()),
        "odt": ("a.odt", odt()),
        "rtf": ("a.rtf", rtf()),
        "epub": ("a.epub", epub()),
        "eml": ("a.eml", mail().as_bytes()),
        "mbox": ("a.mbox", b"From ana@harbour.example Thu Mar  4 08:00:00 2021\n" + mail().as_bytes()),
        "zip": ("a.zip", packed({"inner/a.html": HTML.encode()})),
        "gzip": ("a.txt.gz", gzip.compress(TEXT.encode())),
    }
