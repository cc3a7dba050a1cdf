"""Folders and files that the system will not open. The refusal is the system's own, made here, so that the superuser sees it as well."""

import builtins
import errno
import io
import os
from pathlib import Path
from typing import Any

import pytest

from testimonia.work.intake import look


def refusing(real: Any, shut: Path) -> Any:
    """The call as it is, except that what lies at `shut` is refused."""

    def call(path: Any = ".", *more: Any, **named: Any) -> Any:
        if isinstance(path, str | os.PathLike) and os.fspath(path) == str(shut):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(shut))
        return real(path, *more, **named)

    return call


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "open").mkdir()
    (tmp_path / "shut").mkdir()
    (tmp_path / "open" / "a.txt").write_text("words", encoding="utf-8")
    (tmp_path / "shut" / "b.txt").write_text("words", encoding="utf-8")
    return tmp_path


def test_a_folder_without_permission_is_named_and_the_rest_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "scandir", refusing(os.scandir, folder / "shut"))
    found = look(folder)
    assert [file.path for file in found.files] == ["open/a.txt"]
    (failure,) = found.failures
    assert failure.path == "shut"
    assert "cannot be opened" in failure.message
    assert "you may read it" in failure.advice


def test_a_file_without_permission_is_named_and_the_rest_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(io, "open", refusing(builtins.open, folder / "shut" / "b.txt"))
    found = look(folder)
    assert [file.path for file in found.files] == ["open/a.txt"]
    assert [failure.path for failure in found.failures] == ["shut/b.txt"]
