"""A wrong call of the cleaner is overruled, and stays so."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from testimonia.base.documents import Article, Division, Document, Segment
from testimonia.base.settings import Settings
from testimonia.base.spans import Span
from testimonia.store import Case, open_case
from testimonia.store.check import check
from testimonia.work.building import build
from testimonia.work.overruling import Ruling, overrule, overrule_division

PAGE = (
    "The mayor of Orlen said on Friday that twelve barns had burned in one night.\n\n"
    "Buy the new lamp of the Orlen lamp works, which gives light all night long.\n\n"
    "Her office denied on Monday that the guards had been there before the fire.\n"
)
ADVERT = PAGE.splitlines()[2]


def document(text: str) -> Document:
    return Document("d1", ("a.txt",), "1", len(text), "text/plain", text)


RULINGS = st.builds(Ruling, st.text("ab\n", min_size=1, max_size=3), st.sampled_from(["article", "furniture"]))


@given(st.text("ab\n", max_size=30), st.lists(RULINGS))
def test_overruled_segments_still_cover_the_text(text, rulings):
    segments = overrule(document(text), [Segment("d1", 0, len(text), "other")] if text else [], rulings)
    assert "".join(text[segment.start : segment.end] for segment in segments) == text
    assert all(segment.end > segment.start for segment in segments)


def test_what_is_ruled_out_is_in_no_article():
    text = "Title\nbody advert body\nrest"
    article = Article("a1", "d1", (Span(6, 22), Span(23, 27)), title=Span(0, 5))
    division = Division((Segment("d1", 0, len(text), "article"),), (article,))
    done = overrule_division(document(text), division, [Ruling("advert", "furniture"), Ruling("Title", "furniture")])
    assert [span.of(text) for span in done.articles[0].body] == ["body ", " body", "rest"]
    assert done.articles[0].title is None
    assert [segment.kind for segment in done.segments] == ["furniture", "article", "furniture", "article"]


def read_again(case: Case, pages: Path) -> int:
    """Build; how many files were read."""
    return build(case, pages, Settings(), tell=lambda _: None).read


def advert_kinds(case: Case) -> dict[str, set[str]]:
    """What the advert is taken for in each file, by the first of its paths."""
    paths = {document: listed[0] for document, listed in case.paths().items()}
    start = PAGE.index(ADVERT)
    found: dict[str, set[str]] = {}
    for segment in case.records("segments"):
        if segment.start <= start < segment.end:
            found.setdefault(paths[segment.document], set()).add(segment.kind)
    return found


def test_a_ruling_survives_rebuilds_and_touches_its_file_only(tmp_path):
    pages = tmp_path / "pages"
    pages.mkdir()
    for name in ("one.txt", "two.txt"):
        (pages / name).write_text(PAGE + name, encoding="utf-8")

    with open_case(tmp_path / "x.testimonia", create=True) as case:
        assert read_again(case, pages) == 2
        ruling = case.decide("segment", "segments", ["one.txt", ADVERT], value="furniture")
        assert read_again(case, pages) == 1
        assert advert_kinds(case)["one.txt"] == {"furniture"}
        assert advert_kinds(case)["two.txt"] == {"article"}
        assert not check(case).faults
        assert read_again(case, pages) == 0
        case.retire(ruling)
        assert read_again(case, pages) == 1
        assert advert_kinds(case)["one.txt"] == {"article"}


def test_a_ruling_on_a_file_that_lies_twice_holds_for_it_under_either_path(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for name in ("one.txt", "two.txt"):
        (pages / name).write_text(PAGE, encoding="utf-8")

    with open_case(tmp_path / "x.testimonia", create=True) as case:
        assert read_again(case, pages) == 1
        ruling = case.decide("segment", "segments", ["two.txt", ADVERT], value="furniture")  # it is the other that is read
        assert read_again(case, pages) == 1
        assert advert_kinds(case)["one.txt"] == {"furniture"}
        assert list(case.paths().values()) == [("one.txt", "two.txt")]
        assert not check(case).faults
        assert read_again(case, pages) == 0
        case.retire(ruling)
        assert read_again(case, pages) == 1
        assert advert_kinds(case)["one.txt"] == {"article"}
        (pages / "one.txt").unlink()
        read_again(case, pages)
        assert list(case.paths().values()) == [("two.txt",)]
        assert not check(case).faults
