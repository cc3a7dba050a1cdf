"""What is particular to each format, and what hostile or broken files of it get."""

from __future__ import annotations

import gzip
import io
import os
import threading
import zipfile
from pathlib import Path

import pytest
from making import HTML, PARAGRAPHS, TEXT, TITLE, epub, mail, mhtml, odt, packed, pdf, scan, warc

from testimonia.base.documents import Document, Hint
from testimonia.base.errors import ReadingError
from testimonia.base.outcomes import Captured
from testimonia.base.settings import Limits
from testimonia.capture import ocr
from testimonia.capture.reading import read_bytes, read_file


def read(data: bytes, name: str, limits: Limits | None = None, hints: tuple[Hint, ...] = ()) -> Captured:
    return read_bytes(data, name, hints, limits or Limits())


def of_role(document: Document, role: str) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.role == role]


def hinted(document: Document) -> set[tuple[str, str]]:
    return {(hint.field, hint.value) for hint in document.hints}


# PDF


def test_pdf_pages_can_be_led_back_to() -> None:
    document = read(pdf(4), "a.pdf").documents[0]
    pages = [block for block in document.blocks if block.role == "page"]
    assert [block.page for block in pages] == [1, 2, 3, 4]
    for block in pages:
        assert PARAGRAPHS[0] in document.text[block.start : block.end]
        assert f"page {block.page}" in document.text[block.start : block.end]


def test_pdf_lines_become_paragraphs_and_running_heads_are_marked() -> None:
    document = read(pdf(4), "a.pdf").documents[0]
    assert of_role(document, "paragraph")[:3] == list(PARAGRAPHS)
    assert of_role(document, "footer")[::2] == [f"The Harbour Post, page {number}" for number in range(1, 5)]
    assert of_role(read(pdf(), "a.pdf").documents[0], "heading") == [TITLE]
    assert {("title", TITLE), ("author", "Ana Ruiz")} <= hinted(document)


def test_an_encrypted_pdf() -> None:
    with pytest.raises(ReadingError, match="password"):
        read(pdf(1, password="secret"), "a.pdf")


def test_a_truncated_pdf_is_read_or_refused() -> None:
    for cut in (20, 400, 900):
        with pytest.raises(ReadingError):
            read(pdf()[:cut], "a.pdf")


def test_a_scan_is_named_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "program", lambda: None)
    with pytest.raises(ReadingError, match="need OCR") as raised:
        read(scan(2), "a.pdf")
    assert "Tesseract" in raised.value.advice


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for Tesseract is a shell script")
def test_a_scan_is_read_with_tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in = tmp_path / "tesseract"
    stand_in.write_text(
        f'#!/bin/sh\ncase "$1" in --list-langs) printf "List:\\neng\\nosd\\n";; *) head -c 2; echo; echo "{PARAGRAPHS[0]}";; esac\n'
    )
    stand_in.chmod(0o755)
    monkeypatch.setattr(ocr, "program", lambda: str(stand_in))
    ocr.languages.cache_clear()
    document = read(scan(2), "a.pdf").documents[0]
    ocr.languages.cache_clear()
    assert document.text.count(PARAGRAPHS[0]) == 2
    assert document.text.startswith("P5")
    assert [block.page for block in document.blocks if block.role == "page"] == [1, 2]
    assert "Tesseract" in document.notes[0].message


def test_a_pdf_without_any_text() -> None:
    from reportlab.pdfgen import canvas

    out = io.BytesIO()
    sheet = canvas.Canvas(out, invariant=1)
    sheet.rect(10, 10, 100, 100)
    sheet.showPage()
    sheet.save()
    with pytest.raises(ReadingError, match="no text"):
        read(out.getvalue(), "a.pdf")


# Mail


def test_a_message_shows_its_head_and_its_attachments() -> None:
    message = mail(subject="Zpráva o mostě")
    message.add_attachment(HTML.encode(), "text", "html", filename="page.html")
    message.add_attachment(b"\x89PNG\r\n\x1a\n", "image", "png", filename="../../photo.png")
    captured = read(message.as_bytes(), "a.eml")
    assert [document.paths for document in captured.documents] == [("a.eml",), ("a.eml!/page.html",)]
    letter = captured.documents[0]
    assert of_role(letter, "title") == ["Zpráva o mostě"]
    assert of_role(letter, "time") == ["Thu, 04 Mar 2021 08:00:00 +0100"]
    assert {("author", "Ana Ruiz"), ("published", "2021-03-04T08:00:00+01:00")} <= hinted(letter)
    assert [(one.path, one.reason) for one in captured.skipped] == [("a.eml!/photo.png", "picture")]


def test_a_message_in_html_only() -> None:
    message = mail()
    message.set_content(HTML, subtype="html")
    document = read(message.as_bytes(), "a.eml").documents[0]
    assert document.text.startswith(TITLE + "\n\nFrom: Ana Ruiz")
    assert PARAGRAPHS[1] in "\n".join(of_role(document, "body"))


def test_a_box_of_messages() -> None:
    one = b"From a@b.example Thu Mar  4 08:00:00 2021\n" + mail().as_bytes().replace(b"\r\n", b"\n")
    captured = read(one + b"\n" + one, "a.mbox")
    assert [document.paths[0] for document in captured.documents] == ["a.mbox!/0001.eml", "a.mbox!/0002.eml"]


def test_a_text_that_quotes_a_mail_head_stays_a_text() -> None:
    text = "From: the mayor\nDate: Monday\nSubject: the bridge\n\nShe wrote that it is closed.\n"
    assert read(text.encode(), "a.txt").documents[0].text == text


def test_mhtml_gives_the_page_and_its_address() -> None:
    document = read(mhtml(), "a.mhtml").documents[0]
    assert ("url", "https://harbour.example/bridge") in hinted(document)
    assert of_role(document, "title") == [TITLE]
    assert document.notes[-1].kind == "skipped"


# Archives of the web


PAGES = {f"https://harbour.example/{n}": HTML.replace("<p>", f"<p>Page {n}. ", 1).encode() for n in range(5)}


@pytest.mark.parametrize("gz", [False, True])
def test_a_web_archive_gives_its_pages(gz: bool) -> None:
    captured = read(warc(PAGES | {"https://harbour.example/x.png": b"png"}, gz=gz), "a.warc")
    assert [document.paths[0] for document in captured.documents] == [f"a.warc!/{uri}" for uri in PAGES]
    assert ("url", "https://harbour.example/3") in hinted(captured.documents[3])
    assert [one.reason for one in captured.skipped] == ["1 records: image/png"]


@pytest.mark.parametrize("gz", [False, True])
def test_a_broken_record_in_the_middle_costs_itself(gz: bool) -> None:
    pieces = [warc({uri: data}, gz=gz) for uri, data in PAGES.items()]
    middle = bytearray(pieces[2])
    middle[30:60] = b"\xff" * 30
    if not gz:
        middle = bytearray(pieces[2].replace(b"Content-Length: ", b"Content-Length: 9"))
    captured = read(b"".join([*pieces[:2], bytes(middle), *pieces[3:]]), "a.warc")
    assert [document.paths[0][-1] for document in captured.documents] == ["0", "1", "3", "4"]
    assert len(captured.failures) == 1
    assert "broken" in captured.failures[0].message


@pytest.mark.parametrize("gz", [False, True])
def test_a_cut_web_archive_gives_what_is_there(gz: bool) -> None:
    data = warc(PAGES, gz=gz)
    captured = read(data[: int(len(data) * 0.7)], "a.warc")
    assert [document.paths[0][-1] for document in captured.documents] == ["0", "1", "2"]
    assert captured.failures


def test_one_address_twice_gives_two_documents() -> None:
    data = warc({"https://harbour.example/a": HTML.encode()})
    captured = read(data + data, "a.warc")
    assert [document.paths[0] for document in captured.documents] == [f"a.warc!/https://harbour.example/a{end}" for end in ("", "#2")]
    assert captured.documents[0].id != captured.documents[1].id


# Packed files


def test_members_are_read_and_a_broken_one_costs_itself() -> None:
    data = packed(
        {"a.html": HTML.encode(), "empty.txt": b"", "noise.txt": bytes(range(256)) * 9, "b/c.txt": TEXT.encode(), "style.css": b"p{}"}
    )
    captured = read(data, "in/pages.zip")
    assert [document.paths[0] for document in captured.documents] == ["in/pages.zip!/a.html", "in/pages.zip!/b/c.txt"]
    assert [failure.path for failure in captured.failures] == ["in/pages.zip!/empty.txt", "in/pages.zip!/noise.txt"]
    assert [one.path for one in captured.skipped] == ["in/pages.zip!/style.css"]


def test_names_that_lead_out_of_the_archive() -> None:
    captured = read(packed({"../../etc/x.txt": b"words", "/abs.txt": b"words", "C:/x.txt": b"words", "ok.txt": b"words"}), "a.zip")
    assert [document.paths[0] for document in captured.documents] == ["a.zip!/ok.txt"]
    assert len(captured.failures) == 3


def test_a_zip_bomb_is_given_up() -> None:
    bomb = packed({f"{n}.txt": b"a" * 3_000_000 for n in range(10)})
    captured = read(bomb, "a.zip", Limits(unpacked_bytes=10_000_000))
    assert len(captured.documents) == 3
    assert "bomb" in captured.failures[-1].message


def test_a_member_that_is_too_large() -> None:
    captured = read(packed({"big.txt": b"a" * 3_000_000, "ok.txt": b"words"}), "a.zip", Limits(file_bytes=1_000_000))
    assert [document.paths[0] for document in captured.documents] == ["a.zip!/ok.txt"]


def test_nested_archives_end() -> None:
    data = b"words"
    for _ in range(8):
        data = packed({"x.zip": data} if data != b"words" else {"x.txt": data})
    captured = read(data, "a.zip")
    assert captured.documents == ()
    assert "deep" in captured.failures[0].message


def test_too_many_members() -> None:
    captured = read(packed({f"{n}.txt": b"words" for n in range(30)}), "a.zip", Limits(members=10))
    assert len(captured.documents) == 10
    assert "members" in captured.failures[-1].message


def test_a_protected_member() -> None:
    data = bytearray(packed({"a.txt": b"words"}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    captured = read(bytes(data), "a.zip")
    assert "password" in captured.failures[0].message


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.95])
def test_truncated_gzip_gives_what_stands_before_the_break(cut: float) -> None:
    text = "\n".join(f"Line {n}: {words}" for n in range(300) for words in PARAGRAPHS)
    data = gzip.compress(text.encode())
    captured = read(data[: int(len(data) * cut)], "a.txt.gz")
    assert text.startswith(captured.documents[0].text)
    assert captured.documents[0].paths == ("a.txt.gz!/a.txt",)
    assert "cut or damaged" in captured.failures[0].message


def test_a_gzip_bomb_is_given_up() -> None:
    with pytest.raises(ReadingError, match="unpacks to more"):
        read(gzip.compress(b"a" * 5_000_000), "a.gz", Limits(file_bytes=1_000_000))


def test_a_packed_office_bomb_is_given_up() -> None:
    bomb = packed({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<w>" + b"a" * 5_000_000})
    with pytest.raises(ReadingError, match="bomb"):
        read(bomb, "a.docx", Limits(unpacked_bytes=1_000_000))


LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a 'ha'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)).replace("&a0;", "&a;") + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a11 SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("head", [LAUGHS, OUTSIDE], ids=["billion-laughs", "external"])
def test_entities_are_neither_expanded_nor_fetched(head: str) -> None:
    for name in ("a.html", "a.xhtml", "a.xml"):
        text = read(f"<?xml version='1.0'?>{head}<html><body><p>{PARAGRAPHS[0]} &a11;</p></body></html>".encode(), name).documents[0].text
        assert PARAGRAPHS[0] in text
        assert len(text) < 5_000
    made = odt()
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        members = {one: archive.read(one) for one in archive.namelist()}
    members["content.xml"] = f"<?xml version='1.0'?>{head}".encode() + members["content.xml"]
    with pytest.raises(ReadingError, match="entities"):
        read(packed(members), "a.odt")


# Books, word processors


def test_a_book_gives_a_document_for_each_chapter() -> None:
    captured = read(epub(3), "a.epub")
    assert [document.paths[0] for document in captured.documents] == [f"a.epub!/OEBPS/c{n}.xhtml" for n in range(3)]
    assert ("author", "Ana Ruiz") in hinted(captured.documents[1])


def test_notes_of_a_word_processor_stand_at_the_end_under_their_numbers() -> None:
    body = "<text:note-body><text:p>See the report.</text:p></text:note-body>"
    note = f"<text:note><text:note-citation>i</text:note-citation>{body}</text:note>"
    document = read(odt(note), "a.odt").documents[0]
    assert document.text.endswith(f"{PARAGRAPHS[-1]}[1]\n\n[1] See the report.")


def test_an_office_file_without_running_text_is_refused_in_words() -> None:
    with pytest.raises(ReadingError, match="Excel"):
        read(packed({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}), "a.xlsx")


@pytest.mark.parametrize("name", ["a.zip", "a.docx", "a.odt", "a.epub"])
def test_a_packed_file_that_was_cut_is_named_so(name: str) -> None:
    whole = packed({"word/document.xml" if name == "a.docx" else "page.txt": TEXT.encode() * 20})
    with pytest.raises(ReadingError, match="as when a download was cut"):
        read(whole[: len(whole) // 2], name)


def test_a_document_without_its_parts_is_refused_in_words() -> None:
    types = b"""<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"""
    with pytest.raises(ReadingError, match="parts that every such file has are missing"):
        read(packed({"[Content_Types].xml": types, "word/document.xml": b"<x/>"}), "a.docx")


# Files as such


def test_what_a_browser_saves_beside_a_page_is_set_aside() -> None:
    for name in ("Page_files/logo.png", "Page_files/main.js", "style.css"):
        captured = read(b"\x89PNG\r\n\x1a\n", name)
        assert (captured.documents, captured.failures) == ((), ())
        assert captured.skipped[0].path == name


def test_hints_of_the_user_come_first_and_a_containers_title_is_not_each_pages() -> None:
    hints = (Hint("title", "Mine", "metadata.csv"), Hint("outlet", "Post", "metadata.csv"))
    assert read(HTML.encode(), "a.html", hints=hints).documents[0].hints[:2] == hints
    many = read(packed({"a.html": HTML.encode(), "b.txt": b"words"}), "a.zip", hints=hints)
    assert many.documents[1].hints == hints[1:]


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"words " * 1000)
    with pytest.raises(ReadingError, match="6,000 bytes"):
        read_file(file, "a.txt", (), Limits(file_bytes=5_000))
    with pytest.raises(ReadingError, match="6,000 characters"):
        read_file(file, "a.txt", (), Limits(text_chars=5_000))


def test_a_file_that_is_gone_or_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.txt", tmp_path):
        with pytest.raises(ReadingError, match="cannot be opened"):
            read_file(path, "gone.txt", (), Limits())


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_name_that_is_not_utf8(tmp_path: Path) -> None:
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    file.write_bytes(b"words")
    assert read_file(file, "caf\\xe9.txt", (), Limits()).documents[0].paths == ("caf\\xe9.txt",)


def test_a_file_that_changes_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"words")
    from testimonia.capture import reading

    real = os.fstat
    calls = iter(range(10))

    def fstat(number: int) -> os.stat_result:
        if next(calls) == 1:
            file.write_bytes(b"other words")
        return real(number)

    monkeypatch.setattr(reading.os, "fstat", fstat)
    with pytest.raises(ReadingError, match="changed while"):
        read_file(file, "a.txt", (), Limits())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the platform has no pipes in folders")
def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    pipe = tmp_path / "a.txt"
    os.mkfifo(pipe)
    caught: list[BaseException] = []

    def attempt() -> None:
        try:
            read_file(pipe, "a.txt", (), Limits())
        except ReadingError as error:
            caught.append(error)

    thread = threading.Thread(target=attempt, daemon=True)
    thread.start()
    thread.join(10)
    assert caught
