"""What the finders pass among themselves: a mention with the tokens it stands on."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from testimonia.base.extractions import Mention
from testimonia.base.spans import Span
from testimonia.extract.parsing import Paragraph, Parsed

TRAILING, LEADING = '/,;:([{-–—"“‘|_#', '/,;:)]}-–—"”|_#@'


@dataclass(frozen=True, slots=True)
class Found:
    """A mention before it is resolved. `first` and `last` are its tokens, `root` the one that the sentence hangs it on.

    `inner` is the name that it is built on ("Edi X" in "Prime Minister Edi X").
    """

    paragraph: int
    first: Token
    last: Token
    root: Token
    span: Span
    type: str
    form: str
    gender: str | None = None
    number: str | None = None
    inner: Span | None = None

    def text(self, parsed: Parsed) -> str:
        """The surface form."""
        return self.span.of(parsed.text)


def span_of(paragraph: Paragraph, first: Token, last: Token) -> Span:
    """The place of a run of tokens in the document, without the punctuation that the tokenizer left on its ends."""
    start, end = first.idx, last.idx + len(last.text)
    text = first.doc.text
    while end - start > 1 and text[end - 1] in TRAILING:
        end -= 1
    while end - start > 1 and text[start] in LEADING:
        start += 1
    return paragraph.span(start, end)


def as_mention(parsed: Parsed, found: Found, antecedent: Span | None, candidates: tuple[Span, ...]) -> Mention:
    """The record of a mention."""
    return Mention(
        document=parsed.document.id,
        article=parsed.article.id,
        start=found.span.start,
        end=found.span.end,
        name=found.text(parsed),
        type=found.type,
        form=found.form,
        antecedent=antecedent,
        candidates=candidates,
        gender=found.gender,
        number=found.number,
    )
