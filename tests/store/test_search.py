"""Search: folded letters, phrases and operators, snippets from the text itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from view.invented import invented_case

from testimonia.base.documents import Division, Document, Segment
from testimonia.base.errors import UsageError
from testimonia.base.outcomes import DocumentRecords, FileRecords
from testimonia.store import open_case
from testimonia.store.folding import fold, places
from testimonia.store.query import QueryError, parse
from testimonia.store.search import LONGEST, paragraphs, snippet

TEXTS = {
    "en": "The mayor’s café burned down.\nNobody at the town hall answered.",
    "fa": "او گفت که دولت يك اردوگاه ساخته است.\nهیچ‌کس پاسخ نداد.",
    "zh": "市长否认了这一消息。",
    "ru": "Самолёт вылетел в 1403 году.",
    "ar": "وَصَلَ ٣٠٠ لاجئ إلى المدينة",
}


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    with open_case(tmp_path_factory.mktemp("search") / "x.testimonia", create=True) as opened:
        for name, text in TEXTS.items():
            document = Document(f"d{name}", (f"{name}.txt",), name, len(text), "text/plain", text)
            records = DocumentRecords(document, Division((Segment(document.id, 0, len(text), "article"),), ()))
            opened.put_file(FileRecords(f"{name}.txt", (records,)), sha256=name, size=1, key=name)
        yield opened


@pytest.mark.parametrize(
    ("words", "document", "marked"),
    [
        ("cafe", "den", "[café]"),
        ("TOWN hall", "den", "[town] [hall]"),
        ('"town hall"', "den", "[town hall]"),
        ("answer*", "den", "[answered]"),
        ("یک", "dfa", "[يك]"),
        ("كه", "dfa", "[که]"),
        ("هیچکس", "dfa", "[هیچ‌کس]"),
        ("否认", "dzh", "[否认]"),
        ("самолет", "dru", "[Самолёт]"),
        ("300", "dar", "[٣٠٠]"),
        ("وصل", "dar", "[وَصَلَ]"),
        ("mayor NOT hall", "den", "[mayor]"),
    ],
)
def test_words_are_found_and_marked_in_the_text_itself(case, words, document, marked):
    hits = case.search(words)
    assert [hit.document for hit in hits] == [document]
    assert marked.replace("] [", "] [") in hits[0].snippet
    assert hits[0].snippet.replace("[", "").replace("]", "") in TEXTS[document[1:]]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("OR", "OR"), ("mayor AND", ""), ("NOT NOT", "NOT"), ("NOT mayor", "NOT"), ("(mayor", "("), ("mayor) hall", ")"),
        ("mayor NEAR", ""),
        ("mayor NEAR (hall)", "("), ("outlet:", "outlet:"), ("date:May", "date:May"),
        ("(outlet:x)", "outlet:x"), ("a OR outlet:x", "outlet:x"),
        ("NEAR mayor", "NEAR"), ("()", ")"), ("(" * 500, "("),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_said_with_its_place(case, words, place):
    with pytest.raises(UsageError, match="cannot be understood at character") as told:
        case.search(words)
    assert words[told.value.start : told.value.end] == place
    assert case.search("mayor")  # the case goes on


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("dam flood", '("dam") AND ("flood")'),
        ("dam OR dike flood", '("dam") OR (("dike") AND ("flood"))'),
        ("(dam OR dike) NOT beaver", '(("dam") OR ("dike")) NOT ("beaver")'),
        ("camp NEAR/3 guard*", 'NEAR("camp" "guard"*, 3)'),
        ("NEAR(camp guard, 4)", 'NEAR("camp" "guard,", 4)'),
        ("dam – flood", '("dam") AND ("flood")'),
        ('"AND" near', '("AND") AND ("near")'),
    ],
)
def test_a_query_is_read_from_left_to_right(words, expected):
    assert parse(words).match == expected


def test_words_near_each_other(case):
    assert [hit.document for hit in case.search("mayor NEAR/3 burned")] == ["den"]
    assert case.search("mayor NEAR/1 burned") == []


@given(st.text(alphabet='ab "()*:/,ANDORTE.outledas019', max_size=80))
def test_no_query_breaks_the_search(words):
    try:
        parse(words)
    except QueryError as error:
        assert 0 <= error.start <= error.end <= len(words)


@pytest.mark.parametrize(
    ("words", "documents"),
    [
        ("outlet:crier", {"crier.txt"}), ("dam outlet:herald", {"herald.txt"}), ("NOT outlet:crier dam", {"copy.txt", "herald.txt"}),
        ("outlet:crier outlet:herald", set()), ("author:QUILL", {"crier.txt"}),
        ("language:fa", {"fa/سد.txt"}), ("speaker:korda", {"herald.txt"}),
        ("date:2019-05-06", {"copy.txt", "herald.txt"}), ("date:..2019-05-05", {"crier.txt"}), ("date:2019-05-07..", {"fa/سد.txt"}),
        ("file:fa/", {"fa/سد.txt"}), ("kind:furniture", {"crier.txt"}), ("Markets outlet:crier", set()),
        ('speaker:"هيل برانت"', {"fa/سد.txt", "crier.txt", "copy.txt", "herald.txt"}),  # one person under all names
    ],
)  # fmt: skip
def test_fields_narrow_the_search(matter, words, documents):
    paths = matter.paths()
    hits = matter.search(words)
    assert {paths[hit.document][0] for hit in hits} == documents
    assert matter.search_count(words) == len(hits)


@pytest.fixture(scope="module")
def matter(tmp_path_factory):
    with invented_case(tmp_path_factory.mktemp("matter") / "orrin.testimonia") as opened:
        yield opened


@pytest.mark.parametrize("words", ["", "  ", '"', "'; DROP TABLE", "a:b", "*", "near", "\x00", "^x", "{a}"])
def test_any_other_words_are_taken_literally(case, words):
    assert isinstance(case.search(words), list)


def test_a_document_that_is_forgotten_is_not_found(tmp_path):
    with open_case(tmp_path / "y.testimonia", create=True) as opened:
        document = Document("dy", ("y.txt",), "y", 3, "text/plain", "barns burned")
        records = DocumentRecords(document, Division((Segment("dy", 0, 12, "article"),), ()))
        opened.put_file(FileRecords("y.txt", (records,)), sha256="y", size=1, key="y")
        assert opened.search("barns")
        opened.remove_file("y.txt")
        assert not opened.search("barns")


@given(st.text(max_size=60))
def test_every_folded_character_has_its_place(text):
    import unicodedata

    text = unicodedata.normalize("NFC", text)
    found = places(text)
    assert len(fold(text)) == len(found)
    assert found == sorted(found)
    assert all(0 <= place < len(text) for place in found)


def test_a_snippet_is_cut_around_the_first_hit():
    text = "x " * 200 + "barn" + " y" * 200
    cut = snippet(text, [(400, 404)])
    assert cut.startswith("…")
    assert cut.endswith("…")
    assert "[barn]" in cut
    assert len(cut) < 220


def test_a_line_of_a_megabyte_that_holds_the_word_everywhere_is_found_in_parts_that_lie_end_to_end(tmp_path):
    text = "dam " * 250_000 + "Brandt"
    segment = Segment("d", 0, len(text), "article")
    held = paragraphs(text, segment)
    assert all(0 < span.end - span.start <= LONGEST for span in held)
    assert " ".join(text[span.start : span.end] for span in held) == text
    with open_case(tmp_path / "x.testimonia", create=True) as opened:
        document = Document("d", ("d.txt",), "d", len(text), "text/plain", text)
        records = DocumentRecords(document, Division((segment,), ()))
        opened.put_file(FileRecords("d.txt", (records,)), sha256="d", size=1, key="d")
        assert [(hit.start, hit.end) for hit in opened.search("dam", 5)] == [(span.start, span.end) for span in held[:5]]
        assert "[Brandt]" in opened.search("brandt")[0].snippet


def test_a_word_longer_than_a_part_is_cut():
    text = "x" * (2 * LONGEST + 5)
    assert [span.end - span.start for span in paragraphs(text, Segment("d", 0, len(text), "article"))] == [LONGEST, LONGEST, 5]
