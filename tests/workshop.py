"""What tests do with folders and cases: build, export, hold two folders against each other."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from testimonia.base.outcomes import RunReport
from testimonia.base.settings import Settings
from testimonia.store import open_case
from testimonia.view.export import export_jsonl
from testimonia.work.building import build

ROOT = Path(__file__).resolve().parents[1]


def build_into(case: Path, folder: Path, settings: Settings | None = None, *, runner: str = "inline", workers: int = 1) -> RunReport:
    """Build a folder into a case file without a word."""
    with open_case(case, create=True) as opened:
        return build(opened, folder, settings or Settings(), runner=runner, workers=workers, tell=lambda _: None)


def export_of(case: Path, out: Path) -> dict[str, bytes]:
    """Every file of the case's export, by its path."""
    with open_case(case) as opened:
        export_jsonl(opened, out)
    return tree(out)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def tree_digest(folder: Path) -> dict[str, tuple[str, int, int]]:
    """Every file below a folder with its digest, mode and time of change: what must stay as it was."""
    found = {}
    for path in sorted(folder.rglob("*")):
        state = path.stat()
        content = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        found[path.relative_to(folder).as_posix()] = (content, state.st_mode, state.st_mtime_ns)
    return found


def write_folder(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """A folder with these files."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return folder
