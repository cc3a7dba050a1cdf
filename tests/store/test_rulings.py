"""Rulings on single rows: applied wherever rows are read, kept through rebuilds, taken back without a trace in the machine's rows."""

from __future__ import annotations

import pytest

from testimonia.base.documents import Article, Division, Document, Segment
from testimonia.base.errors import UsageError
from testimonia.base.extractions import Attribution, Extraction, Quantity
from testimonia.base.outcomes import DocumentRecords, FileRecords
from testimonia.base.spans import Span
from testimonia.store import open_case
from testimonia.store.check import check
from testimonia.store.decisions import make
from testimonia.store.orphans import orphaned

TEXT = "The mayor said the guard told her that twelve barns burned."


def records() -> FileRecords:
    document = Document("d1", ("a.txt",), "1", len(TEXT), "text/plain", TEXT)
    whole = Span(0, len(TEXT))
    article = Article("a1", "d1", (whole,))
    outer = Attribution("t1", "d1", "a1", Span(4, 9), Span(10, 14), (Span(15, 58),), "indirect", "say")
    inner = Attribution("t2", "d1", "a1", Span(15, 24), Span(25, 29), (Span(39, 58),), "indirect", "say", parent="t1")
    count = Quantity("q1", "d1", "a1", 39, 45, 12.0, 12.0, False, "count", attribution="t2")
    extraction = Extraction("a1", attributions=(outer, inner), quantities=(count,))
    return FileRecords(
        "a.txt", (DocumentRecords(document, Division((Segment("d1", 0, len(TEXT), "article"),), (article,)), (extraction,)),)
    )


@pytest.fixture
def case(tmp_path):
    with open_case(tmp_path / "x.testimonia", create=True) as opened:
        put(opened)
        yield opened


def put(case):
    case.put_file(records(), sha256="1", size=1, key="k")


def test_what_hangs_on_a_rejected_row_hangs_on_what_that_hung_on(case):
    decision = case.decide("reject", "attributions", ["t2"])
    assert [row.id for row in case.records("attributions")] == ["t1"]
    assert [row.attribution for row in case.records("quantities")] == ["t1"]
    assert case.arrow("quantities", ["attribution"]).to_pylist() == [{"attribution": "t1"}]
    case.decide("reject", "attributions", ["t1"])
    assert [row.attribution for row in case.records("quantities")] == [None]
    assert [row.id for row in case.found("attributions")] == ["t1", "t2"]
    case.retire(decision)
    assert [(row.id, row.parent) for row in case.records("attributions")] == [("t2", None)]


def test_an_accepted_row_is_no_longer_rejected(case):
    case.decide("reject", "attributions", ["t2"])
    case.decide("accept", "attributions", ["t2"])
    assert len(list(case.records("attributions"))) == 2


def test_fields_are_relabelled_and_spans_moved(case):
    case.decide("relabel", "attributions", ["t1", "stance"], value="claim")
    case.decide("rebound", "attributions", ["t1", "source"], value="0:9")
    case.decide("rebound", "attributions", ["t1", "content"], value="15:24,39:58")
    case.decide("relabel", "attributions", ["t1", "stance"], value="deny")
    case.take(make("relabel", "attributions", ["t1", "no such field"], value="x"))  # from elsewhere
    case.take(make("relabel", "attributions", ["t1", "cue"], value="words"))
    first = next(case.records("attributions"))
    assert (first.stance, first.source, first.content) == ("deny", Span(0, 9), (Span(15, 24), Span(39, 58)))
    assert not check(case).faults


def test_rulings_survive_a_rebuild(case):
    case.decide("reject", "attributions", ["t2"])
    put(case)
    assert [row.id for row in case.records("attributions")] == ["t1"]
    case.remove_file("a.txt")
    assert list(case.records("attributions")) == []
    put(case)
    assert [row.id for row in case.records("attributions")] == ["t1"]


def test_a_ruling_on_a_field_or_a_stretch_that_is_there_is_not_orphaned(case):
    document, paths = next(iter(case.paths().items()))
    words = case.text(document)[:5]
    case.decide("relabel", "attributions", ["t1", "stance"], value="claim")
    case.decide("segment", "segments", [paths[0], words], value="furniture")
    case.decide("note", "spans", [document, "0:5", words], value="look again")
    assert orphaned(case) == ()
    gone = case.decide("note", "spans", [document, "0:5", "words that stand nowhere"], value="look again")
    assert orphaned(case) == (gone,)


def test_words_of_the_page_become_the_place_where_they_stand(case):
    made = case.decide("relabel", "attributions", ["t2", "speaker"], value="The mayor")
    assert (made.kind, made.value, made.note) == ("rebound", "0:9", "The mayor")
    inner = next(row for row in case.records("attributions") if row.id == "t2")
    assert (inner.speaker, inner.speakers) == (Span(0, 9), ())
    case.decide("rebound", "attributions", ["t2", "speaker"], value="none")
    assert next(row for row in case.records("attributions") if row.id == "t2").speaker is None


@pytest.mark.parametrize(
    ("targets", "value", "said"),
    [
        (["t1", "stance"], "gibberish", "is no stance"),
        (["t1", "speaker"], "Somebody Else", "does not stand in the page"),
        (["t1", "speaker"], "", "does not stand in the page"),
        (["t1", "content"], "0:999999", "outside the text"),
        (["t1", "cue"], "9:3", "does not stand in the page"),
        (["t1"], "say", "needs a row and one of its fields"),
        (["t1", "id"], "t9", "needs a row and one of its fields"),
        (["t7", "speaker"], "The mayor", "holds no line"),
    ],
)
def test_a_ruling_that_could_never_apply_is_refused(case, targets, value, said):
    with pytest.raises(UsageError, match=said):
        case.decide("relabel", "attributions", targets, value=value)
    assert case.decisions() == ()


def test_rows_are_set_aside_one_at_a_time(case):
    with pytest.raises(UsageError, match="one row at a time"):
        case.decide("reject", "attributions", ["t1", "t2"])
