"""The chain of one attribution, and the texts that speak by their layout: footnotes, teasers, signed quotations, headlines."""

from __future__ import annotations

import pytest

from testimonia.base.documents import Article, Citation, Division, Document, Segment, Work
from testimonia.base.extractions import Attribution
from testimonia.base.settings import Settings
from testimonia.base.spans import Span
from testimonia.extract.attributions import find_attributions
from testimonia.extract.attributions.tokens import words_of
from testimonia.extract.extractor import Extractor
from tests.extract.attributions.reading import parser, read, triples, words


def of(rows: tuple[Attribution, ...], text: str, cue: str) -> Attribution:
    return next(row for row in rows if words(text, row.cue) == cue)


@pytest.mark.parametrize("learned", [False, True])
@pytest.mark.parametrize(
    ("text", "cue", "via", "citing"),
    [
        ("The minister told the BBC that the dam was safe.", "told", ["the BBC"], []),
        ("The dam is safe, the mayor said, quoted by the Washington Post.", "said", ["the Washington Post"], []),
        ("In an interview with CNN, Anna Reed said that the dam was unsafe.", "said", ["CNN"], []),
        ("Anna Reed said that the dam was unsafe.", "said", [], []),
        ("The minister told his brother that the dam was safe.", "told", [], []),
    ],
)
def test_who_passed_it_on(text: str, cue: str, via: list[str], citing: list[str], learned: bool) -> None:
    row = of(read(text, learned=learned), text, cue)
    assert [span.of(text) for span in row.via] == via
    assert [span.of(text) for span in row.citing] == citing


def test_whom_a_source_cites_is_no_attribution_of_its_own() -> None:
    text = "Reuters said the dam was unsafe, citing two officials."
    rows = read(text)
    assert [span.of(text) for span in of(rows, text, "said").citing] == ["two officials"]
    assert all(words(text, row.cue) != "citing" for row in rows)


def test_each_signed_quotation_is_its_own() -> None:
    text = "“The dam will hold for a hundred years.” — Anna Reed\n“The dam will break before the winter comes.”― Carl Moss"
    found = [(source, cue) for source, cue, _ in triples(text, read(text, learned=True))]
    assert ("Anna Reed", "—") in found and ("Carl Moss", "―") in found


def test_a_headline_may_end_with_who_says_it() -> None:
    text = "Closing the dam a matter of money, not of safety: Mayor Reed"
    assert ("Mayor Reed", ":", text.partition(":")[0]) in triples(text, read(text, learned=True))


def test_the_same_voice_goes_on_behind_a_comma() -> None:
    text = "Anna Reed said that the dam was safe, adding that the town had paid for it."
    said = triples(text, read(text))
    assert ("Anna Reed", "adding", "that the town had paid for it") in said


def test_a_footnote_says_what_nobody_else_says() -> None:
    said = "“The dam is safe and it will stay so,” said Anna Reed."
    text = f"{said} The town has paid for the work itself. [1]\nThe old dam was built long ago. [2]"
    marks = [Span(text.index(mark), text.index(mark) + 3) for mark in ("[1]", "[2]")]
    notes = tuple(Citation("d1", n, mark, Span(0, 1), Work()) for n, mark in enumerate(marks))
    document = Document("d1", ("a.txt",), "", len(text), "text/plain", text)
    article = Article("a1", "d1", (Span(0, len(text)),), language="en")
    rows = find_attributions(parser().parse(document, article, Division((), (article,), notes)), ())
    noted = {words(text, row.cue): row.content[0].of(text) for row in rows if row.reason == "footnote"}
    assert noted == {"[1]": "The town has paid for the work itself.", "[2]": "The old dam was built long ago."}


def test_a_quotation_before_a_marker_keeps_its_source_and_gets_the_note() -> None:
    text = "“The dam is safe and it will stay so,” said Anna Reed. [1]"
    mark = Span(text.index("[1]"), len(text))
    document = Document("d1", ("a.txt",), "", len(text), "text/plain", text)
    article = Article("a1", "d1", (Span(0, len(text)),), language="en")
    division = Division((), (article,), (Citation("d1", 0, mark, Span(0, 1), Work()),))
    rows = find_attributions(parser().parse(document, article, division), ())
    assert [(words(text, row.source), row.note) for row in rows] == [("Anna Reed", mark)]


def test_teasers_report_too() -> None:
    teaser = "Anna Reed said that the dam was unsafe."
    text = f"{teaser}\nThe town paid for a new road.\nCarl Moss said that nobody had asked him."
    body = Span(len(teaser) + 1, len(text))
    article = Article("a1", "d1", (body,), language="en")
    division = Division((Segment("d1", 0, body.start, "teaser"), Segment("d1", *body, "article")), (article,))
    found = Extractor(Settings()).extract(Document("d1", ("a.txt",), "", len(text), "text/plain", text), article, division)
    assert [words(text, row.source) for row in found.attributions] == ["Carl Moss", "Anna Reed"]
    assert all(claim.sentence.start >= body.start for claim in found.claims)


def test_tokens_are_those_of_the_parser() -> None:
    doc = parser().english("Anna, who (he said) “left” early, wasn't there. Carl was.  Why not?")
    found = words_of(doc, {})
    for word, token in zip(found, doc, strict=True):
        own = (word.text, word.lower_, word.lemma_, word.pos_, word.tag_, word.dep_, word.ent_type_, word.idx, word.is_punct, word.is_quote)
        names = ("text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "idx", "is_punct", "is_quote")
        assert own == tuple(getattr(token, name) for name in names)
        assert [word.head.i, word.left_edge.i, word.right_edge.i] == [token.head.i, token.left_edge.i, token.right_edge.i]
        assert [child.i for child in word.children] == [child.i for child in token.children]
        assert (word.sent.start, word.sent.end, word.sent.last.i) == (token.sent.start, token.sent.end, token.sent[-1].i)
