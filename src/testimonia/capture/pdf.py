"""PDF over PDFium: the text layer page by page, lines joined into paragraphs, running heads marked; scans are named as such.

Each page is a block with its number, so that a reader can be led back to it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium

from testimonia.base.documents import Hint, Note
from testimonia.base.errors import ReadingError
from testimonia.capture import ocr
from testimonia.capture.laying import Lay
from testimonia.capture.part import Budget, Draft, Part, Reading, note

MEDIA_TYPE = "application/pdf"
DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
FEW = 8  # characters of a text layer below which a page with a picture on it is a scan
EDGE = 2  # lines at the top and bottom of a page that may be running heads
META = {"Title": "title", "Author": "author"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page with its box, in points from the lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        """The height of its box."""
        return max(1.0, self.top - self.bottom)


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of one page; `picture` tells that it shows one and has (nearly) no text."""

    number: int
    lines: tuple[Line, ...]
    picture: bool = False


def read_pdf(part: Part, budget: Budget) -> Reading:
    """The document, page by page."""
    document = opened(part)
    try:
        pages = [page_of(document, index, budget) for index in range(len(document))]
        scans = [page.number for page in pages if page.picture]
        texts = ocr.texts(document, scans) if scans else {}
        hints = tuple(facts(document))
    finally:
        document.close()
    missing = [number for number in scans if number not in texts]
    if len(missing) == len(pages):
        raise ReadingError(f"It is a scan: its {len(pages)} pages are pictures and need OCR.", ocr.ADVICE)
    lay = laid(pages, texts)
    if not lay.text.strip():
        raise ReadingError(f"There is no text in its {len(pages)} pages.", "Print it to PDF again from the program it comes from.")
    yield Draft(lay.text, MEDIA_TYPE, None, lay.sorted_blocks(), hints, tuple(notes(missing, sorted(texts))))


def opened(part: Part) -> pdfium.PdfDocument:
    """The document.

    Raises `ReadingError` when it is protected or damaged.
    """
    try:
        return pdfium.PdfDocument(part.data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadingError("It is protected by a password.", "Save a copy without one.") from error
        raise ReadingError("The PDF is damaged and cannot be opened.", "Fetch it again, or print it to PDF anew.") from error


def page_of(document: pdfium.PdfDocument, index: int, budget: Budget) -> Page:
    """The lines of one page; a page that cannot be read has none."""
    try:
        page = document[index]
        textpage = page.get_textpage()
        text = textpage.get_text_range()
    except (pdfium.PdfiumError, ValueError):
        return Page(index + 1, ())
    budget.take(len(text))
    lines = tuple(lines_of(textpage, text))
    bare = sum(len(line.text.strip()) for line in lines)
    return Page(index + 1, lines, bare < FEW and has_picture(page))


def has_picture(page: pdfium.PdfPage) -> bool:
    """Whether a picture is on the page."""
    return any(True for _ in page.get_objects(filter=(pdfium.raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3))


def lines_of(textpage: pdfium.PdfTextPage, text: str) -> Iterator[Line]:
    """The lines with their boxes, taken from the first and the last character of each."""
    at = 0
    for raw in text.split("\n"):
        words = raw.rstrip("\r")
        first, last = len(words) - len(words.lstrip()), len(words.rstrip()) - 1
        if last >= first:
            head, tail = box(textpage, at + first), box(textpage, at + last)
            yield Line(words.strip(" \t"), head[0], tail[2], min(head[1], tail[1]), max(head[3], tail[3]))
        at += len(raw) + 1


def box(textpage: pdfium.PdfTextPage, index: int) -> tuple[float, float, float, float]:
    """The loose box of a character (the same height for every letter of a font): left, bottom, right, top."""
    try:
        left, bottom, right, top = textpage.get_charbox(index, loose=True)
    except (pdfium.PdfiumError, ValueError, IndexError):
        return (0.0, 0.0, 0.0, 0.0)
    return (left, bottom, right, top)


def laid(pages: list[Page], texts: dict[int, str]) -> Lay:
    """The pages as one text with its blocks."""
    running = running_heads(pages)
    lay = Lay()
    for page in pages:
        lay.turn(page.number)
        for words in re.split(r"\n\s*\n", texts.get(page.number, "")):
            lay.add(" ".join(words.split()))
        for words, role in paragraphs(page, running):
            lay.add(words, role)
    lay.close_page()
    return lay


def running_heads(pages: list[Page]) -> frozenset[str]:
    """The lines that stand at the edge of three pages or more, but for their numbers."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({shape(line) for line in edges(page)})
    return frozenset(line for line, count in seen.items() if count >= 3 and count * 3 >= len(pages))


def edges(page: Page) -> tuple[Line, ...]:
    """The first and last lines of a page."""
    return page.lines[:EDGE] + page.lines[EDGE:][-EDGE:]


def shape(line: Line) -> str:
    """A line without its numbers."""
    return re.sub(r"\d+", "#", " ".join(line.text.split()))


def paragraphs(page: Page, running: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The paragraphs of a page, each with its role."""
    margin = max((line.right for line in page.lines), default=0.0)
    at_edge = {id(line) for line in edges(page)}
    body = Counter(round(line.height) for line in page.lines for _ in range(len(line.text))).most_common(1)
    usual = body[0][0] if body else 10
    held: list[Line] = []
    for line in page.lines:
        aside = id(line) in at_edge and shape(line) in running
        if held and (aside or parted(held[-1], line, margin)):
            yield joined(held), role_of(held, usual)
            held = []
        if aside:
            yield line.text, "footer"
        else:
            held.append(line)
    if held:
        yield joined(held), role_of(held, usual)


def role_of(lines: list[Line], usual: float) -> str:
    """A short paragraph in larger letters than the page's usual ones is a heading."""
    return "heading" if len(lines) <= 3 and min(line.height for line in lines) > usual * 1.15 else "paragraph"


def parted(above: Line, below: Line, margin: float) -> bool:
    """Whether a new paragraph begins between two lines: by a gap, a size of letters, an indent, a column, a short last line."""
    pitch = above.bottom - below.bottom
    high = min(above.height, below.height)
    if pitch <= 0 or pitch > 1.75 * max(above.height, below.height):
        return pitch < -high or pitch > 0  # the same line in pieces goes on; a column or a gap parts
    if max(above.height, below.height) > 1.2 * high:
        return True
    if below.left > above.left + high and below.left < above.left + 6 * high:
        return True
    short = above.right < above.left + 0.8 * (margin - above.left)
    return short and bool(re.search(r"[.!?:;…”\"»)\]]\s*$", above.text))


def joined(lines: list[Line]) -> str:
    """The words of a paragraph in one line; a word that was parted at a line's end is whole again."""
    text = "\n".join(line.text for line in lines)
    text = re.sub("(?:\ufffe|\x02|\u00ad)\n?", "", text)
    return " ".join(text.split())


def notes(missing: list[int], read: list[int]) -> Iterator[Note]:
    """What is to be said of pages that are pictures."""
    if missing:
        yield note("skipped", f"Pages {', '.join(map(str, missing[:50]))} are pictures without text: they need OCR. {ocr.ADVICE}")
    if read:
        yield note(
            "repair", f"Pages {', '.join(map(str, read[:50]))} are pictures; their text was read with Tesseract and may have mistakes."
        )


def facts(document: pdfium.PdfDocument) -> Iterator[Hint]:
    """What the file says of itself."""
    try:
        meta = document.get_metadata_dict(skip_empty=True)
    except (pdfium.PdfiumError, UnicodeError, ValueError):
        return
    for key, field in META.items():
        value = " ".join(meta.get(key, "").replace("\0", "").split())
        if value and len(value) <= 300:
            yield Hint(field, value, "pdf")
    made = DATE.match(meta.get("CreationDate", ""))
    if made:
        yield Hint("published", "-".join(made.groups()), "pdf")
