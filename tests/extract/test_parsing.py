"""The language pipeline: pinned, replaceable, and bounded in what it parses at once."""

from __future__ import annotations

import shutil

import pytest

from testimonia.base.documents import Article, Division, Document
from testimonia.base.errors import UsageError
from testimonia.base.settings import Settings
from testimonia.base.spans import Span
from testimonia.extract import model
from testimonia.extract.model import model_facts, model_path
from testimonia.extract.parsing import LONGEST, Parsed, Parser


def parse(text: str, language: str = "en") -> Parsed:
    document = Document("d1", ("a.txt",), "1", len(text), "text/plain", text)
    article = Article("a1", "d1", (Span(0, len(text)),), language=language)
    return Parser(Settings()).parse(document, article, Division((), (article,)))


def test_the_packaged_model_is_the_pinned_one():
    assert model_facts(Settings())["model_sha256"] == model.ENGLISH_SHA256


def test_another_packaged_model_is_refused(monkeypatch):
    monkeypatch.setattr(model, "ENGLISH_SHA256", "0" * 64)
    model_facts.cache_clear()
    with pytest.raises(UsageError, match="another digest"):
        model_facts(Settings())
    model_facts.cache_clear()


def test_a_copy_of_ones_own_can_be_named(tmp_path):
    copy = tmp_path / "my_model"
    shutil.copytree(model_path(Settings()), copy)
    facts = model_facts(Settings(model=str(copy)))
    assert facts == {"model": "my_model", "model_sha256": model.ENGLISH_SHA256}
    with pytest.raises(UsageError, match="no spaCy pipeline"):
        model_path(Settings(model=str(tmp_path)))


def test_offsets_lead_back_to_the_text():
    text = "  First line here.\r\n\r\nSecond one — with “quotes”.\n"
    parsed = parse(text)
    assert [text[p.start : p.end] for p in parsed.paragraphs] == [p.doc.text for p in parsed.paragraphs] == [
        "First line here.",
        "Second one — with “quotes”.",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["word " * 20_000, "x" * 90_000, "слово " * 10_000])
def test_a_very_long_line_is_parsed_in_pieces(text):
    parsed = parse(text, "en" if "w" in text or "x" in text else "uk")
    assert all(p.end - p.start <= LONGEST for p in parsed.paragraphs)
    assert "".join(text[p.start : p.end] for p in parsed.paragraphs).replace(" ", "") == text.replace(" ", "")


def test_what_is_not_done_for_a_language_is_said():
    parsed = parse("Der Bürgermeister sagte nichts. Niemand fragte.", "de")
    assert "No parser for language de" in parsed.notes[0].message
    assert [sentence.text for sentence in parsed.paragraphs[0].doc.sents] == ["Der Bürgermeister sagte nichts.", "Niemand fragte."]
