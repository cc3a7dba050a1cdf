"""Attributions in invented English sentences."""

from __future__ import annotations

import pytest

from testimonia.base.documents import Article, Division, Document
from testimonia.base.extractions import Attribution
from testimonia.base.settings import Settings
from testimonia.base.spans import Span
from testimonia.extract.attributions import find_attributions
from testimonia.extract.parsing import Parser


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(Settings())


def read(parser: Parser, text: str, language: str = "en", learned: bool = False) -> tuple[Attribution, ...]:
    document = Document("d1", ("a.txt",), "", len(text), "text/plain", text)
    article = Article("a1", "d1", (Span(0, len(text)),), language=language)
    division = Division((), (article,))
    return find_attributions(parser.parse(document, article, division), (), learned=learned)


def triples(text: str, rows: tuple[Attribution, ...]) -> list[tuple[str | None, str | None, str]]:
    def words(span: Span | None) -> str | None:
        return span.of(text) if span else None

    return [(words(row.source), words(row.cue), " ~ ".join(span.of(text) for span in row.content)) for row in rows]


@pytest.mark.parametrize("learned", [False, True])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said that the bridge is safe.", ("The mayor", "said", "that the bridge is safe")),
        ("“The bridge is safe,” the mayor said.", ("the mayor", "said", "“The bridge is safe,”")),
        ("According to the engineers, the bridge is safe.", ("the engineers", "According to", "the bridge is safe")),
        ("The union denied that it had called a strike.", ("The union", "denied", "that it had called a strike")),
    ],
)
def test_a_plain_report_is_read(parser: Parser, text: str, expected: tuple[str, str, str], learned: bool) -> None:
    assert expected in triples(text, read(parser, text, learned=learned))


def test_a_quotation_around_its_cue_is_one_attribution(parser: Parser) -> None:
    text = "“The bridge,” the mayor said, “will be closed on Monday.”"
    rows = read(parser, text)
    assert ("the mayor", "said", "“The bridge,” ~ “will be closed on Monday.”") in triples(text, rows)
    assert rows[0].kind == "direct"


def test_the_inner_report_hangs_on_the_outer_one(parser: Parser) -> None:
    text = "The mayor said that the engineers believe that the bridge is safe."
    outer, inner = read(parser, text)
    assert inner.parent == outer.id
    assert outer.parent is None


def test_every_parent_is_returned_and_ids_are_unique(parser: Parser) -> None:
    rows = read(parser, "Ann said Bob claimed that Carla denied that Dan had promised to pay. “Never,” Dan said.")
    assert len({row.id for row in rows}) == len(rows)
    assert {row.parent for row in rows if row.parent} <= {row.id for row in rows}
