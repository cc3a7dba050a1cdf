"""What every room's tests share: the built sample, small folders built on the spot, golden files, the shared gold when it is there."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from workshop import ROOT, build_into, export_of, write_folder

from testimonia.base.outcomes import RunReport
from testimonia.work import supervise

LONGEST = ("browser", "tests/work/", "tests/system/", "tests/quality/", "hostile", "matters")  # in the names of files
GOLDEN = Path(__file__).parent / "golden"

SOURCES = (str(ROOT / "src"), str(ROOT / "tests"), os.environ.get("PYTHONPATH"))
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, SOURCES))  # for every child process

if "forkserver" in multiprocessing.get_all_start_methods():  # loading models takes a worker longer than most tests' pages: once is enough
    supervise.START = "forkserver"  # the programs that tests run by themselves start theirs as everybody's
    os.environ.update(dict.fromkeys(supervise.ONE_THREAD, "1"))
    multiprocessing.set_forkserver_preload(["warmed"])

settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
settings.load_profile("steady")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The files that take longest begin first, so that no processor waits for the other at the end."""
    items.sort(key=lambda item: next((place for place, part in enumerate(LONGEST) if part in item.nodeid), len(LONGEST)))


Build = Callable[..., tuple[Path, RunReport]]


@pytest.fixture
def built(tmp_path: Path) -> Build:
    """Build a handful of files, given as `{path: text or bytes}`, into a fresh case; gives the case file and the run's report."""
    made = 0

    def make(files: Mapping[str, str | bytes], **options: object) -> tuple[Path, RunReport]:
        nonlocal made
        made += 1
        folder = write_folder(tmp_path / f"pages{made}", files)
        case = tmp_path / f"case{made}.testimonia"
        return case, build_into(case, folder, **options)  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def sample_pages() -> Path:
    """The invented matter's pages."""
    return ROOT / "sample" / "pages"


@pytest.fixture(scope="session")
def sample_built(sample_pages: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, RunReport]:
    """The sample, built once for all tests, by whichever of the test runner's processes needs it first. Read from it only: copy the
    file before you write to it.
    """
    base, own = tmp_path_factory.getbasetemp(), tmp_path_factory.mktemp("sample") / "own"
    common = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "sample-built"
    if not common.exists():  # where two need it at the same time each builds it, and one is kept
        made = tmp_path_factory.mktemp("sample")
        report = build_into(made / "sample.testimonia", sample_pages)
        (made / "report").write_bytes(pickle.dumps(report))
        with suppress(OSError):
            made.rename(common)
    shutil.copytree(common, own)
    return own / "sample.testimonia", pickle.loads((own / "report").read_bytes())


@pytest.fixture(scope="session")
def sample_case(sample_built: tuple[Path, RunReport]) -> Path:
    """The case file of the built sample."""
    return sample_built[0]


@pytest.fixture(scope="session")
def sample_export(sample_case: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that holds the built sample's export."""
    out = tmp_path_factory.mktemp("export")
    export_of(sample_case, out)
    return out


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared gold data, beside the checkout or where TESTIMONIA_SHARED says."""
    folder = Path(os.environ.get("TESTIMONIA_SHARED") or ROOT.parent / "shared")
    if not (folder / "eval" / "score.py").is_file():
        pytest.skip(f"the shared gold data is not at {folder} (set TESTIMONIA_SHARED)")
    return folder


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Hold a text against tests/golden/NAME; a missing one is written, and fails, so that a person looks at it before it counts."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
            pytest.fail(f"{path} was missing and is written now: read it, and add it if it is right.")
        assert text == path.read_bytes().decode("utf-8"), f"{path} differs; delete it and run again if the new output is right."

    return compare
