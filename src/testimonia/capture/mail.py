"""Mail: a message (EML), a box of messages (MBOX), and a page that a browser saved as one message (MHTML).

Python's `email` parses them. A message's text is its subject, sender, recipients and date as lines, then its body; attachments are read as
documents of their own.
"""

from __future__ import annotations

import email
import email.policy
import re
from contextlib import suppress
from dataclasses import replace
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from testimonia.base.documents import Block, Hint
from testimonia.base.errors import ReadingError
from testimonia.capture.encoding import decode
from testimonia.capture.html.page import page_draft
from testimonia.capture.part import Budget, Draft, Part, Reading, note
from testimonia.capture.signatures import asset_kind

ENVELOPE = re.compile(rb"^From [^\r\n]{1,300}\r?\n(?=[A-Za-z][A-Za-z0-9-]{0,60}:)", re.M)
FAULTS = (ValueError, LookupError, TypeError, AttributeError, UnicodeError, AssertionError, RecursionError)  # of `email` on what is no mail
MESSAGE = "message/rfc822"


def parsed(part: Part) -> Message:
    """The message.

    Raises `ReadingError` when it is none.
    """
    try:
        return email.message_from_bytes(part.data, policy=email.policy.compat32)
    except FAULTS as error:
        raise ReadingError("It is no message that can be read.", "Export it again from the mail program.") from error


def read_mbox(part: Part, budget: Budget) -> Reading:
    """Each message of a box."""
    starts = [found.start() for found in ENVELOPE.finditer(part.data)] or [0]
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(part.data)], strict=True), start=1):
        budget.spend(end - start)
        message = ENVELOPE.sub(b"", part.data[start:end], count=1)
        yield part.inside(re.sub(rb"(?m)^>(?=>*From )", b"", message), f"{number:04d}.eml", MESSAGE)


def read_mail(part: Part, budget: Budget) -> Reading:
    """One message and what is attached to it."""
    message = parsed(part)
    plain, html, attached = sorted_parts(message)
    yield letter(message, body_of(part, budget, plain, html))
    for number, (name, inner) in enumerate(attached, start=1):
        data = payload(inner)
        budget.spend(len(data))
        kind = asset_kind(name) or ("picture, sound or film" if inner.get_content_maintype() in ("image", "audio", "video") else "")
        if kind:
            yield part.skipped(kind, name)
        elif data.strip():
            yield part.inside(data, budget.named(name or f"attachment-{number}"), inner.get_content_type(), inner.get_content_charset())


def read_mhtml(part: Part, budget: Budget) -> Reading:
    """The page of an MHTML file; its frames, pictures and styles are counted."""
    message = parsed(part)
    pages = [one for one in leaves(message) if one.get_content_type() in ("text/html", "application/xhtml+xml")]
    if not pages:
        raise ReadingError("There is no page in it.", "Save the page again, as one file.")
    start = (message.get_param("start") or "") if message.is_multipart() else ""
    page = next((one for one in pages if start and one.get("Content-ID") == start), pages[0])
    url = said(message, "Snapshot-Content-Location") or said(page, "Content-Location")
    hints = ((Hint("url", url, "mhtml"),) if url.startswith(("http:", "https:")) else ()) + dated(message, "captured")
    data = payload(page)
    budget.spend(len(data))
    draft = page_draft(replace(part, data=data, charset=page.get_content_charset()), budget.limits.text_chars)
    others = sum(1 for _ in leaves(message)) - 1
    notes = (note("skipped", f"{others} pictures, styles and frames that were saved with the page."),) if others else ()
    yield replace(draft, media_type="multipart/related", hints=hints + draft.hints, notes=draft.notes + notes)


def leaves(message: Message) -> list[Message]:
    """The parts of a message that hold bytes."""
    return [one for one in message.walk() if not one.is_multipart()]


def payload(message: Message) -> bytes:
    """The bytes of one part, its transfer encoding undone."""
    try:
        if message.is_multipart():  # a message inside a message
            inner = message.get_payload(0)
            return inner.as_bytes() if isinstance(inner, Message) else b""
        data = message.get_payload(decode=True)
    except FAULTS:
        return b""
    return data if isinstance(data, bytes) else b""


def said(message: Message, field: str) -> str:
    """A header as text in one line."""
    raw = message.get(field)
    if raw is None:
        return ""
    try:
        text = str(make_header(decode_header(raw)))
    except FAULTS:
        text = str(raw)
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())


def sorted_parts(message: Message) -> tuple[Message | None, Message | None, list[tuple[str, Message]]]:
    """The first plain and HTML body, and the attachments with their names."""
    plain: Message | None = None
    html: Message | None = None
    attached: list[tuple[str, Message]] = []
    waiting = [message]
    while waiting:
        one = waiting.pop(0)
        name, kind = filename(one), one.get_content_type()
        if kind == MESSAGE and one is not message:
            attached.append((name or "message.eml", one))
        elif one.is_multipart():
            inner = one.get_payload()
            waiting[:0] = [child for child in inner if isinstance(child, Message)] if isinstance(inner, list) else []
        elif kind == "text/plain" and plain is None and not name:
            plain = one
        elif kind == "text/html" and html is None and not name:
            html = one
        else:
            attached.append((name, one))
    return plain, html, attached


def filename(message: Message) -> str:
    """The name of an attachment, without any folder in it."""
    try:
        name = str(make_header(decode_header(message.get_filename() or "")))
    except FAULTS:
        name = ""
    return " ".join(re.split(r"[/\\]", name)[-1].split())


def letter(message: Message, body: Draft) -> Draft:
    """A message's own text: the head lines, then the body."""
    text, blocks = head_lines(message)
    shift = len(text)
    moved = tuple(replace(block, start=block.start + shift, end=block.end + shift) for block in body.blocks)
    hints = list(mail_hints(message))
    if not (text + body.text).strip():
        raise ReadingError("There is no text in the message.", "Export it again from the mail program, or leave it out.")
    return Draft(text + body.text, MESSAGE, body.encoding, (*blocks, *moved), tuple(hints), body.notes)


def body_of(part: Part, budget: Budget, plain: Message | None, html: Message | None) -> Draft:
    """The body as a draft: the plain version where there is one, else the HTML version."""
    if plain is not None and payload(plain).strip():
        decoded = decode(payload(plain), (plain.get_content_charset(),))
        text = decoded.text.replace("\r\n", "\n")
        return Draft(text, MESSAGE, decoded.encoding, (Block(0, len(text), "body"),), (), decoded.notes)
    if html is not None and payload(html).strip():
        return page_draft(replace(part, data=payload(html), charset=html.get_content_charset()), budget.limits.text_chars)
    return Draft("", MESSAGE)


def head_lines(message: Message) -> tuple[str, tuple[Block, ...]]:
    """The head of a message as lines, with its subject, sender and date marked."""
    text = ""
    blocks: list[Block] = []
    for field, label, role in (("Subject", "", "title"), ("From", "From: ", "byline"), ("To", "To: ", "nav"), ("Date", "Date: ", "time")):
        value = said(message, field)
        if value:
            text += label
            blocks.append(Block(len(text), len(text) + len(value), role))
            text += value + ("\n\n" if field == "Subject" else "\n")
    return (text.rstrip("\n") + "\n\n" if text else ""), tuple(blocks)


def mail_hints(message: Message) -> list[Hint]:
    """Subject, sender and date as hints."""
    found = [Hint("title", said(message, "Subject"), "header")]
    name, address = parseaddr(said(message, "From"))
    found.append(Hint("author", name or address, "header"))
    return [*(hint for hint in found if hint.value), *dated(message, "published")]


def dated(message: Message, field: str) -> tuple[Hint, ...]:
    """The date in the head as a hint for a field; none when there is none that can be read."""
    with suppress(ValueError, TypeError, OverflowError, IndexError):
        return (Hint(field, parsedate_to_datetime(said(message, "Date")).isoformat(), "header"),)
    return ()
