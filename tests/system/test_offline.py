"""Nothing is sent anywhere: a whole build runs with the network shut, in this process and in every worker."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from workshop import ROOT, write_folder

PAGES = {
    "ship.txt": "The pilot Hilda Moor said on Monday that the harbour was closed. “Nobody may leave,” Moor said.\n",
    "page.html": '<html><head><title>Fish</title><link rel="stylesheet" href="https://cdn.example/x.css"></head>'
    '<body><img src="https://tracker.example/p.gif"><p>Herring cost 12 crowns, the council said.</p></body></html>',
    "fisch.txt": "Der Hafen bleibt zu, sagte die Lotsin Hilda Moor am Montag. „Niemand darf auslaufen“, sagte Moor.\n",
}
NEVER = "http://127.0.0.1:9"  # a proxy that nobody serves: what would go round the guard by a proxy fails too


def build_command(tmp_path: Path, runner: str) -> list[str]:
    """A build of a few pages, in a process of its own."""
    pages = write_folder(tmp_path / "pages", PAGES)
    return [sys.executable, "-m", "testimonia", "build", str(pages), "--case", str(tmp_path / "x.testimonia"), "--runner", runner]


def guarded(log: Path) -> dict[str, str]:
    """An environment in which every Python process shuts the network before it does anything."""
    log.mkdir()
    path = os.pathsep.join([str(ROOT / "tests" / "no_network"), str(ROOT / "src")])
    return {**os.environ, "PYTHONPATH": path, "NO_NETWORK_LOG": str(log), "HTTP_PROXY": NEVER, "HTTPS_PROXY": NEVER}


@pytest.mark.parametrize("runner", ["inline", "daft"])
def test_a_build_tries_no_connection(tmp_path: Path, runner: str) -> None:
    log = tmp_path / "log"
    done = subprocess.run(build_command(tmp_path, runner), env=guarded(log), capture_output=True, encoding="utf-8", timeout=300)
    assert done.returncode == 0, done.stderr
    told = [path.read_text(encoding="utf-8") for path in log.iterdir()]
    assert len(told) >= 2, "the program and its worker must both have been guarded"
    assert set(told) == {"guarded\n"}


def test_the_guard_would_notice(tmp_path: Path) -> None:
    code = "import socket; socket.create_connection(('192.0.2.1', 80), timeout=1)"
    done = subprocess.run([sys.executable, "-c", code], env=guarded(tmp_path / "log"), capture_output=True, encoding="utf-8")
    assert done.returncode != 0
    assert "the network is shut" in done.stderr


def can_unshare() -> bool:
    """Whether this machine lets a user make a process without any network."""
    command = ["unshare", "--user", "--map-root-user", "--net", "true"]
    return shutil.which("unshare") is not None and subprocess.run(command, capture_output=True).returncode == 0


def test_a_build_runs_where_there_is_no_network_at_all(tmp_path: Path) -> None:
    """The guard above sees Python only; here the kernel gives the process no network, so compiled code has none either."""
    if not can_unshare():
        pytest.skip("this system lets no user make a process without network (unshare --net)")
    command = ["unshare", "--user", "--map-root-user", "--net", *build_command(tmp_path, "inline")]
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(command, env=env, capture_output=True, encoding="utf-8", timeout=300)
    assert done.returncode == 0, done.stderr
