"""The heads of mails and messages inside a text: a thread holds several, each answered or forwarded by the one above it.

A head is told by its form in whatever language: labelled lines one below the other, a day and a subject or somebody's address among them;
or one line that names day and sender and leads on to what was written ("On 3 May 2021 at 9:12, Ana Weller <ana@weir.example> wrote:",
"[3/5/21, 9:12] Ana Weller:" in a chat).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from testimonia.base.chats import head
from testimonia.base.phrases import marks, words_of
from testimonia.base.shapes import Shape
from testimonia.base.spans import Span

LABELLED = re.compile(
    r"(?:>\s?){0,5}\*{0,2}(?P<label>[^\W\d_][^:：<>@]{0,18})\s?[:：]\*{0,2}\s(?P<value>.*)"
)  # "Sent: 3 May 2021", "> Sent: …"
ADDRESS = re.compile(r"[<\[(](?:mailto:)?[^\s<>@]{1,64}@[^\s<>@]{3,100}[>\])]")
FIELD = re.compile(r"[^\W\d_][^:：<>@]{0,18}\s?[:：]\s?[^\s<>@]{1,64}@[^\s<>@]{3,100}")
LEAST, MOST = 3, 12  # labelled lines that make a head, and lines of one at most
LABEL_WORDS, SENDER_WORDS = 3, 24  # words of a label, and of the line that names day and sender
DAY = 2  # parts of a date that a day has


def mail_heads(units: Sequence[Shape]) -> list[tuple[int, int]]:
    """Where the heads of mails and messages begin and end, as places of a page's units."""
    found, reached = list[tuple[int, int]](), 0
    for place in [place for place, seen in enumerate(units) if ":" in seen.line or "：" in seen.line]:
        end = head_end(units, place) if place >= reached else place
        if end > place:
            found.append((place, end))
            reached = end
    return found


def head_end(units: Sequence[Shape], start: int) -> int:
    """Where the head of a mail ends that begins on a unit; the unit itself where none does."""
    first = units[start]
    if first.ends_colon and (leads_on(first) or sender(first.line) is not None):
        return start + 1
    end = start
    while end < min(len(units), start + MOST) and label_of(units[end].line):
        end += 1
    own = units[start:end]
    sent = any("@" in seen.line and ADDRESS.search(seen.line) for seen in own) or any(names_subject(seen.line) for seen in own)
    dated = len(own) >= LEAST and sent and any(seen.date >= DAY for seen in own)
    return end if dated else start


def sender(line: str) -> Span | None:
    """Who sent the message of a chat, within the line that is its head."""
    found = head(line, Span(0, len(line))) if line[-1] == ":" else None
    return Span(*found.span("name")) if found and found.end() == len(line) else None


def label_of(line: str) -> str:
    """The label that opens a line of a head; empty where none does."""
    found = LABELLED.match(line) if ":" in line or "：" in line else None
    return found["label"] if found and len(found["label"].split()) <= LABEL_WORDS else ""


def is_field(line: str) -> bool:
    """Whether a line of a head gives somebody's address behind a label ("To: weir@weir.example")."""
    return "@" in line and FIELD.fullmatch(line) is not None


def names_subject(line: str) -> bool:
    """Whether a line of a head gives the mail's subject."""
    return marks(words_of(label_of(line))).get("subject", 0) >= 3


def leads_on(seen: Shape) -> bool:
    """Whether a line names day and sender and leads on to what was written."""
    if "@" not in seen.line or seen.words > SENDER_WORDS:
        return False
    return ADDRESS.search(seen.line) is not None and seen.date >= DAY
