"""The timeline: every dated sentence has its place on it, and what is left out is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from testimonia.base.documents import Article, Division, Document, Fact, Segment
from testimonia.base.extractions import Extraction, Sentence, Time
from testimonia.base.ids import row_id
from testimonia.base.outcomes import DocumentRecords, FileRecords
from testimonia.base.spans import Span
from testimonia.store import Case, open_case
from testimonia.view.pages.shelf import Shelf
from testimonia.view.pages.timeline import EACH, timeline

HEAD = "7 June 2023."


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with open_case(tmp_path / "ferry.testimonia", create=True) as made:
        yield made


def put(case: Case, name: str, told: Sequence[tuple[str, str, str | None]]) -> None:
    """A page of one article with its date above: each sentence with the kind and value of the one time in it."""
    text, spans = HEAD, []
    for sentence, _, _ in told:
        spans.append(Span(len(text) + 1, len(text) + 1 + len(sentence)))
        text += "\n" + sentence
    article = f"a-{name}"
    head = Fact("2023-06-07", Span(0, len(HEAD) - 1))
    times = [Time(row_id("t", name, 0), name, article, 0, len(HEAD) - 1, "2023-06-07", "date", "")]
    for span, (_, kind, value) in zip(spans, told, strict=True):
        times.append(Time(row_id("t", name, span.start), name, article, span.start + 1, span.end - 2, value, kind, ""))
    division = Division((Segment(name, 0, len(text), "article"),), (Article(article, name, tuple(spans), published=head),))
    document = Document(name, (f"{name}.txt",), name, len(text), "text/plain", text)
    extraction = Extraction(article, tuple(Sentence(name, article, *span) for span in spans), times=tuple(times))
    case.put_file(FileRecords(f"{name}.txt", (DocumentRecords(document, division, (extraction,)),)), sha256=name, size=1, key="k")


def test_hours_and_spans_of_days_stand_between_days(case: Case) -> None:
    put(
        case,
        "one",
        [
            ("The cutter came at 2.40 on Sunday.", "time", "2023-06-04T02:40"),
            ("It sank in the night to Sunday.", "date", "2023-06-03/2023-06-04"),
            ("They sailed that week.", "date", "2023-W22"),
            ("It began in spring.", "date", "2023-SP"),
            ("At noon nobody knew.", "time", "T12:00"),
            ("On 3 May all was well.", "date", "XXXX-05-03"),
            ("It took a day.", "duration", "P1D"),
            ("All is known now.", "date", "PRESENT_REF"),
        ],
    )
    line = timeline(Shelf(case))
    (year,) = line.years
    assert [event.shown for event in year.events] == [
        "spring of 2023", "week of 29 May 2023", "3 June 2023 to 4 June 2023", "4 June 2023, 02:40",
    ]  # fmt: skip
    assert (line.total, line.unresolved) == (4, 2)


def test_what_dates_an_article_is_no_event(case: Case) -> None:
    put(case, "one", [])
    assert timeline(Shelf(case)).years == ()


def test_a_line_that_is_only_a_date_is_none(case: Case) -> None:
    put(case, "one", [("(2 May 2023).", "date", "2023-05-02")])
    assert timeline(Shelf(case)).years[0].events == ()


def test_a_page_of_the_timeline_follows_the_one_before_without_a_gap(case: Case) -> None:
    put(case, "one", [(f"Boat {n} came.", "date", f"2023-01-{n % 28 + 1:02d}") for n in range(EACH + 20)])
    shelf = Shelf(case)
    pages = [timeline(shelf, start=start, only="2023").years[0] for start in (0, EACH)]
    assert [page.held for page in pages] == [EACH, 20]
    shown = [event.passage.start for page in pages for event in page.events]
    assert len(shown) == len(set(shown)) == pages[0].total == EACH + 20


def test_of_a_full_year_the_days_that_most_pages_name_are_shown_first(case: Case) -> None:
    put(case, "one", [(f"Boat {n} came.", "date", f"2023-01-{n % 28 + 1:02d}") for n in range(EACH)] + [("It sank.", "date", "2023-06-04")])
    put(case, "two", [("All drowned.", "date", "2023-06-04")])
    (year,) = timeline(Shelf(case)).years
    assert (year.total, year.held) == (EACH + 2, EACH)
    assert [event.value for event in year.events][-2:] == ["2023-06-04", "2023-06-04"]
    assert [event.value for event in year.events] == sorted(event.value for event in year.events)
