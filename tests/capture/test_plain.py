"""Plain text: exactly as it stands, whatever its encoding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.base.documents import Document
from testimonia.base.errors import ReadingError
from testimonia.base.settings import Limits
from testimonia.capture.reading import read_bytes

SAMPLES = {
    "windows-1250": "Wczoraj rada miasta ogłosiła, że most zostanie zamknięty. Mieszkańcy żądają wyjaśnień, a źródła podają różne liczby.",
    "windows-1251": "Вчера вечером городской совет объявил, что мост будет закрыт. Жители района требуют объяснений.",
    "windows-1256": "أعلن مجلس المدينة مساء أمس أن الجسر سيغلق. ويطالب سكان الحي بتوضيح، وتذكر المصادر أرقاما مختلفة.",
    "windows-1252": "Këshilli bashkiak njoftoi mbrëmë se ura do të mbyllet. Banorët kërkojnë sqarime, burimet japin shifra të ndryshme.",
    "windows-1253": "Το δημοτικό συμβούλιο ανακοίνωσε χθες το βράδυ ότι η γέφυρα θα κλείσει. Οι κάτοικοι ζητούν εξηγήσεις.",
    "shift_jis": "市議会は昨夜、橋を閉鎖すると発表した。住民は説明を求めている。",
}


def read(data: bytes, name: str = "a.txt") -> Document:
    captured = read_bytes(data, name, (), Limits())
    assert captured.failures == ()
    return captured.documents[0]


@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), min_size=1).filter(lambda text: text.strip()))
def test_utf8_is_kept_as_it_is(text: str) -> None:
    data = text.encode("utf-8")
    try:
        document = read(data)
    except ReadingError:
        return  # control characters make it noise, or it is blank
    if document.media_type == "text/plain":
        assert document.text == data.decode("utf-8-sig") or any(note.kind == "repair" for note in document.notes)


def test_line_ends_and_composition_are_kept() -> None:
    text = "One\r\nTwo\rThree\n\u00e9 e\u0301 \u00a0\u202e x\n"
    assert read(text.encode("utf-8")).text == text


def test_a_byte_order_mark_is_taken_off() -> None:
    assert read("\ufeffOne \ufeff two".encode()).text == "One \ufeff two"


@pytest.mark.parametrize("encoding", SAMPLES)
@pytest.mark.parametrize("times", [1, 5])
def test_other_encodings_are_found_and_said(encoding: str, times: int) -> None:
    text = "\n".join([SAMPLES[encoding]] * times)
    document = read(text.encode(encoding))
    assert document.text == text
    assert document.encoding != "utf-8"
    assert [note.kind for note in document.notes] == ["repair"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["The bridge was closed.\nNobody said why.\n", SAMPLES["windows-1251"], SAMPLES["windows-1256"]])
def test_utf16_without_a_mark(encoding: str, text: str) -> None:
    document = read(text.encode(encoding))
    assert (document.text, document.encoding) == (text, encoding)
    assert "no byte-order mark" in document.notes[0].message


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_a_marked_wide_encoding(encoding: str) -> None:
    assert read(SAMPLES["windows-1251"].encode(encoding)).text == SAMPLES["windows-1251"]


def test_a_few_broken_bytes_are_shown_and_counted() -> None:
    document = read("Réunion à l’hôtel — très tôt".encode() * 5 + b"\xff end")
    assert document.text.endswith("\ufffd end")
    assert document.encoding == "utf-8"
    assert "1 places" in document.notes[0].message


def test_zero_characters_are_replaced_one_for_one() -> None:
    document = read(b"The bridge\0 was closed.\0\n")
    assert document.text == "The bridge\ufffd was closed.\ufffd\n"
    assert [note.kind for note in document.notes] == ["repair"]


def test_what_is_not_seen_is_kept_and_said() -> None:
    text = "The \u202eegdirb\u202c was clo\u200bsed."
    document = read(text.encode())
    assert document.text == text
    assert [note.kind for note in document.notes] == ["doubt", "doubt"]


def test_mojibake_throughout_is_mended_as_a_recorded_step() -> None:
    text = SAMPLES["windows-1252"]
    document = read(text.encode("utf-8").decode("windows-1252").encode("utf-8"))
    assert document.text == text
    assert "mojibake" in document.notes[0].message


def test_a_little_mojibake_is_left_alone_and_said() -> None:
    text = "The café “Ura” closed. Some said cafÃ© cafÃ© and â€œmoreâ€\x9d."
    document = read(text.encode())
    assert document.text == text
    assert [note.kind for note in document.notes] == ["doubt"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"  \n\t ",
        b"\0\0\0",
        bytes(range(256)) * 20,
        b"\x89PNG\r\n\x1a\n" + b"\0" * 50,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    ],
)
def test_what_is_no_text_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(ReadingError) as raised:
        read(data)
    assert raised.value.message.endswith(".")
    assert raised.value.advice.endswith(".")


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        captured = read_bytes(data, "a.txt", (), Limits())
    except ReadingError:
        return
    for document in captured.documents:
        assert "\0" not in document.text
        document.text.encode("utf-8")
