"""What a file becomes: a document with its text, its segments, and the articles in it."""

from __future__ import annotations

from dataclasses import dataclass

from testimonia.base.spans import Span

PRINTED = "the running head or foot of a printed page"  # the reason of a segment that stands inside a text and parts nothing
SEGMENT_KINDS = ("article", "furniture", "teaser", "related", "caption", "comment", "other")


@dataclass(frozen=True, slots=True)
class Note:
    """Something the reader of the case should know about a document: a repair, a doubt, work not done.

    `kind` is `repair`, `doubt` or `skipped`; `stage` names the stage that says it.
    """

    stage: str
    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document's text as its format marked it.

    `role` is what the markup says: `body` (inside what the format's extractor takes for the main text), `title`,
    `heading`, `paragraph`, `quote`, `caption`, `list`, `table`, `nav`, `aside`, `footer`, `comment`, `time`, `byline`, `link`, `page`,
    `post` (the container of one post of several), `form` (what can be filled in or pressed), `hidden` (in the source but not shown).
    Blocks may nest and overlap; a plain text has none. `page` counts from 1 in a format that has pages.
    """

    start: int
    end: int
    role: str
    page: int | None = None
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Hint:
    """What a format or the user's metadata.csv says about a whole document.

    `field` is one of `title`, `author`, `outlet`, `original_outlet`, `published`, `first_published`, `language`,
    `section`, `url`, `captured` (when the page was saved); `origin` says where it was read: `metadata.csv`, `json-ld`, `opengraph`, `meta`,
    `time`, `header` …
    """

    field: str
    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Document:
    """One file as received (or one part of a container), with its canonical text.

    `id` comes from the SHA-256 of the bytes; `paths` are all the places where the same bytes were found, relative to the
    input folder. `text` is saved once and never extracted again: all offsets count in it.
    """

    id: str
    paths: tuple[str, ...]
    sha256: str
    size: int
    media_type: str
    text: str
    encoding: str | None = None
    language: str | None = None
    blocks: tuple[Block, ...] = ()
    hints: tuple[Hint, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a document's text of one kind; the segments of a document cover it in order without overlap."""

    document: str
    start: int
    end: int
    kind: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A head fact of an article: its value, the span that says it (none when it comes from outside the text), and why it was chosen."""

    value: str
    span: Span | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that was considered for a head fact, kept with its evidence whether or not it was chosen."""

    field: str
    value: str
    span: Span | None
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """One authored text inside a document. `outlet` published this page, `original_outlet` published the text first."""

    id: str
    document: str
    body: tuple[Span, ...]
    title: Span | None = None
    language: str | None = None
    author: Fact | None = None
    outlet: Fact | None = None
    original_outlet: Fact | None = None
    translator: Fact | None = None
    published: Fact | None = None
    first_published: Fact | None = None
    section: Fact | None = None
    urls: tuple[Fact, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    turns: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch of an article that one voice speaks by the page's layout: an interview turn, an embedded letter.

    `speaker` is the span that names the voice, or none; `kind` is `question`, `answer` or `letter`.
    """

    start: int
    end: int
    kind: str
    speaker: Span | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """A cited work as far as the note names it."""

    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A footnote: its marker in the text, its note, the work it names.

    `refers_to` is the position (from 0, among the document's citations) that an *ibid* or *op. cit.* resolves to.
    """

    document: str
    index: int
    marker: Span | None
    note: Span | None
    work: Work
    article: str | None = None
    refers_to: int | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Division:
    """What clean and divide make of a document."""

    segments: tuple[Segment, ...]
    articles: tuple[Article, ...]
    citations: tuple[Citation, ...] = ()
    language: str | None = None
    notes: tuple[Note, ...] = ()
