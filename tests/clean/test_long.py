"""Texts of a great many lines: read up to a limit, and what lies beyond it is said."""

import pytest

from testimonia.base.documents import Document
from testimonia.clean import clean, cleaner
from testimonia.divide import divide


def test_lines_beyond_the_limit_are_counted_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cleaner, "MOST", 500)
    text = "The council said on Monday that the bridge would be closed.\n" * 20 + "".join(f"{n} a\n" for n in range(1000))
    document = Document("d1", ("log.txt",), "0" * 64, len(text), "text/plain", text)
    segments = clean(document)
    rest = segments[-1]
    assert rest.kind == "other"
    assert "first 500 lines" in rest.reason
    assert text[: rest.start].count("\n") == 500
    division = divide(document, segments)
    assert division.segments[-1] == rest
    assert "".join(text[segment.start : segment.end] for segment in division.segments) == text
    assert [note.kind for note in division.notes if "first 500 lines" in note.message] == ["skipped"]
    assert all(span.end <= rest.start for article in division.articles for span in article.body)
