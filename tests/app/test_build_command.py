"""`testimonia build --open` leads into the workbench."""

from __future__ import annotations

from click.testing import CliRunner

from testimonia.app.cli import main


def test_the_workbench_opens_on_the_case_that_was_built(tmp_path, monkeypatch):
    served, opened = [], []
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "one.txt").write_text("The mayor of Orlen said that twelve barns had burned.\n", "utf-8")

    def stand_in(case, *, port, relink, encoder, ready):
        served.append(case.name)
        ready("http://127.0.0.1:1/?token=x")

    monkeypatch.setattr("testimonia.app.commands.serve.serve_case", stand_in)
    monkeypatch.setattr("webbrowser.open", opened.append)
    call = ["build", str(tmp_path / "pages"), "--case", str(tmp_path / "orlen.testimonia"), "--open"]
    answer = CliRunner().invoke(main, call)
    assert answer.exit_code == 0, answer.output
    assert served == [str(tmp_path / "orlen.testimonia")] and opened == ["http://127.0.0.1:1/?token=x"]
    assert "Case:" in answer.output and "Open http://" in answer.output
