"""Where the invented matter lies: beside the source in a checkout, among the installed data otherwise."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

from testimonia.base.errors import UsageError

INSTALLED = "share/testimonia/sample/"  # as pyproject.toml's data-files put it


def sample_files() -> dict[str, Path]:
    """The sample's pages: where each lies, by its path inside the sample.

    Raises `UsageError` when the installation came without them.
    """
    checkout = Path(__file__).resolve().parents[3] / "sample" / "pages"
    found = of_checkout(checkout) if checkout.is_dir() else of_installation()
    if not found:
        raise UsageError("The sample pages are not installed.", "Install Testimonia again, or run `make demo` in a copy of its source.")
    return found


def of_checkout(folder: Path) -> dict[str, Path]:
    """The pages below a folder."""
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}


def of_installation() -> dict[str, Path]:
    """The pages that the package's own file list names, wherever the installer put them."""
    try:
        listed = files("testimonia") or []
    except PackageNotFoundError:
        return {}
    named = {path.as_posix().partition(INSTALLED)[2]: Path(str(path.locate())) for path in listed}
    return {name: path for name, path in sorted(named.items()) if name}
