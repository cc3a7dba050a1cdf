"""What `testimonia disagreements` prints."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from testimonia.app.cli import main
from testimonia.store import Case


def test_each_answer_stands_once_with_all_who_give_it(case: Case, tmp_path: Path) -> None:
    case.close()
    done = CliRunner().invoke(main, ["disagreements", str(tmp_path / "orrin.testimonia"), "--kind", "number"])
    assert done.exit_code == 0, done.output
    lines = done.output.splitlines()
    assert lines[0] == "How many people died when the Orrin dam broke?  [a figure]  g1"
    answers = [line for line in lines if line.endswith((" independent origin", " independent origins"))]
    assert len(answers) == len(set(answers)) > 1
    assert all(":" in line and "“" in line for line in lines if line.startswith("      "))
    assert lines[-1] == "1 question with more than one answer."
