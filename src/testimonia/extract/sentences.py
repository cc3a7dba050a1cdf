"""Sentences of an article."""

from __future__ import annotations

from testimonia.base.extractions import Sentence
from testimonia.base.spans import trimmed
from testimonia.extract.parsing import Parsed


def sentences(parsed: Parsed) -> tuple[Sentence, ...]:
    """The sentences of title and body, without white space at their ends."""
    found = []
    for paragraph in parsed.paragraphs:
        for sentence in paragraph.doc.sents:
            span = trimmed(parsed.text, paragraph.span(sentence.start_char, sentence.end_char))
            if span.end > span.start:
                found.append(Sentence(parsed.document.id, parsed.article.id, span.start, span.end, paragraph.part))
    return tuple(found)
