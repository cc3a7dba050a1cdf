from pathlib import Path

from testimonia.app.commands.account import line
from testimonia.base.links import NOT_COMPARED, Finding
from testimonia.base.outcomes import Failure, FileRecords
from testimonia.store import open_case
from testimonia.view.account import ARTICLE, FileAccount, account
from tests.small_case import TEXT, records


def test_every_character_is_accounted_for(tmp_path: Path) -> None:
    with open_case(tmp_path / "c.testimonia", create=True) as case:
        case.put_file(records(), sha256="1", size=len(TEXT), key="k")
        case.add_path("b.txt", same_as="a.txt", sha256="1", size=len(TEXT), key="k")
        failure = Failure("c.pdf", "capture", "The file is encrypted.", "Remove its password.")
        case.put_file(FileRecords("c.pdf", (), (failure,)), sha256="2", size=9, key="k")
        found = account(case)
    assert [file.path for file in found.files] == ["a.txt", "b.txt", "c.pdf"]
    assert all(sum(part.characters for part in file.parts) == file.characters for file in found.files)
    assert sum(count for _, count in found.kinds) == found.characters == 2 * len(TEXT)
    assert found.files[0].kinds() == {"article": 66, "furniture": len(TEXT) - 66}
    assert [part.reason for part in found.files[0].parts if part.kind == "article"] == [ARTICLE]
    assert found.files[1].parts[0].kind == "duplicate"
    assert "a.txt" in found.files[1].parts[0].reason
    assert found.files[2].not_read == (failure,)
    assert found.unread == 1


def test_a_container_is_no_empty_file() -> None:
    assert line(FileAccount("a.zip", 0), 2) == "a.zip: a container; what is in it has 2 lines of its own"
    assert line(FileAccount("a.txt", 0), 0) == "a.txt: 0 characters"


def test_a_file_with_the_bytes_of_one_that_failed_says_so_too(tmp_path: Path) -> None:
    with open_case(tmp_path / "c.testimonia", create=True) as case:
        failure = Failure("a.pdf", "capture", "The file is encrypted.", "Remove its password.")
        case.put_file(FileRecords("a.pdf", (), (failure,)), sha256="2", size=9, key="k")
        case.add_path("b.pdf", same_as="a.pdf", sha256="2", size=9, key="k")
        found = account(case)
    (said,) = found.files[1].not_read
    assert (said.path, said.message) == ("b.pdf", "It has the same bytes as a.pdf: The file is encrypted.")
    assert found.unread == 2


def test_what_was_not_compared_is_part_of_the_account(tmp_path: Path) -> None:
    with open_case(tmp_path / "c.testimonia", create=True) as case:
        case.put_file(records(), sha256="1", size=len(TEXT), key="k")
        document = next(iter(case.paths()))
        finding = Finding("f1", NOT_COMPARED, "No multilingual encoder is installed.", document, None, ())
        case.put_links({"shifts": [finding]}, {"reuse": "k"})
        assert account(case).notes == ("No multilingual encoder is installed.",)
