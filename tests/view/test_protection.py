"""Whoever is protected is named nowhere: in no page, twin, report, export or answer; and the check finds what is left."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from test_workbench import WRITE, addresses, client_of

from testimonia.app.cli import main
from testimonia.base.decisions import standing
from testimonia.store import Case, shown
from testimonia.store.check import check
from testimonia.store.leaks import leaks
from testimonia.store.protecting import cover_of
from testimonia.view.export import export_jsonl, export_sheet, export_stemma
from testimonia.view.report import write_report
from testimonia.view.web.openapi import twin
from testimonia.view.web.pages import PAGES

NAME = "Hale Brandt"


@pytest.fixture
def pseudonym(case: Case) -> str:
    return case.decide("protect", "entities", [NAME]).value


def hidden(text: str) -> bool:
    """Whether neither the name nor its last word is in a text."""
    return "brandt" not in text.casefold()


def test_the_pseudonym_is_drawn_and_kept(case: Case, pseudonym: str) -> None:
    assert pseudonym.startswith("Person ")
    assert cover_of(case).people[0].pseudonym == pseudonym
    other = case.decide("protect", "entities", ["Ines Korda"]).value
    assert other != pseudonym
    assert case.decide("protect", "entities", ["Northwater"]).value.startswith("Organisation ")
    assert case.decide("protect", "entities", ["Tessa Quill"], value="Witness A").value == "Witness A"


def test_the_copy_is_a_sound_case_without_the_name(case: Case, pseudonym: str) -> None:
    faults = len(check(case).faults)
    with shown(case) as covered:
        assert covered is not case
        assert all(hidden(text) for _, text in covered.texts())
        assert any(pseudonym in text for _, text in covered.texts())
        assert len(check(covered).faults) == faults
        assert covered.search("Brandt") == []
        assert covered.search(f'"{pseudonym}"')
        assert {row.id for row in covered.records("attributions")} == {row.id for row in case.records("attributions")}
        raw = Path(covered.name).read_bytes()
        assert b"Brandt" not in raw and b"brandt" not in raw
    assert not Path(covered.name).exists()
    assert not hidden("".join(text for _, text in case.texts()))  # the case itself keeps the original


def test_nobody_protected_means_no_copy(case: Case) -> None:
    with shown(case) as same:
        assert same is case


def test_exports_and_report_name_nobody(case: Case, pseudonym: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    export_jsonl(case, out)
    export_stemma(case, out, "dot")
    export_stemma(case, out, "gexf")
    export_sheet(case, out)
    write_report(case, out / "report.html")
    files = [path for path in out.rglob("*") if path.is_file()]
    assert all(hidden(path.read_text(encoding="utf-8")) for path in files)
    assert any(pseudonym in path.read_text(encoding="utf-8") for path in files)
    texts = {path.stem: path.read_bytes().decode() for path in (out / "text").iterdir()}
    for line in (out / "mentions.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert 0 <= row["start"] < row["end"] <= len(texts[row["document"]])
    again = tmp_path / "again"
    export_jsonl(case, again)
    assert all((again / path.relative_to(out)).read_bytes() == path.read_bytes() for path in files if path.suffix in (".jsonl", ".txt"))
    count, found = leaks(cover_of(case), [out])
    assert (count, found) == (len(files), ())


def test_the_check_finds_what_is_left(case: Case, pseudonym: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"said": "Hale Br\u00e4ndt"}), encoding="utf-8")
    (tmp_path / "b.html").write_text("Mayor Hale&nbsp;Brandt", encoding="utf-8")
    (tmp_path / "hale-brandt.txt").write_text("nothing", encoding="utf-8")
    (tmp_path / "c.csv").write_bytes("Hale Brandt".encode("utf-16"))
    (tmp_path / "d.zip").write_bytes(b"PK\x03\x04" + bytes(20))
    count, found = leaks(cover_of(case), [tmp_path])
    named = {Path(leak.path).name for leak in found}
    assert count >= 5
    assert {"a.json", "b.html", "c.csv", "d.zip"} <= named
    assert any("file's name" in leak.message for leak in found)
    assert all(hidden(leak.path + leak.message) for leak in found)


def test_no_page_of_the_workbench_names_the_protected(case: Case, pseudonym: str) -> None:
    client = client_of(case)
    with shown(case) as covered:
        ident = next(entity.id for entity in covered.records("entities") if pseudonym in entity.names)
    seen = ""
    for address in addresses(case):
        answer = client.get(address.replace("/who/e1", f"/who/{ident}").replace("&names=Brandt", ""))
        assert answer.status_code == 200, address
        assert hidden(answer.text.replace("speaker:brandt", "")), address  # an example in the help of the search
        seen += answer.text
    for page in PAGES:
        if "{" not in page.path:
            assert hidden(client.get(twin(page)).text), page.path
    for document in case.paths():
        assert hidden(client.get(f"/raw/{document}").text)
    assert hidden(client.get("/decisions.jsonl").text)
    assert pseudonym in seen


def test_rulings_on_a_pseudonym_are_kept_about_the_name(case: Case, pseudonym: str) -> None:
    client = client_of(case)
    form = {"kind": "different", "table": "entities", "target": [pseudonym, "Ines Korda"]}
    answer = client.post("/decide", data=form, headers=WRITE | {"accept": "application/json"})
    assert hidden(answer.text)
    made = next(decision for decision in standing(case.decisions()) if decision.kind == "different")
    assert made.targets == (NAME, "Ines Korda")
    shown_id = json.loads(client.get("/decisions.jsonl").text.splitlines()[-1])["id"]
    client.post("/retire", data={"id": shown_id}, headers=WRITE)
    assert not [decision for decision in standing(case.decisions()) if decision.kind == "different"]


def test_a_protection_taken_back_shows_the_name_again(case: Case, pseudonym: str) -> None:
    mark = next(decision for decision in case.decisions() if decision.kind == "protect")
    client = client_of(case)
    assert hidden(client.get("/").text)
    case.retire(mark)
    with shown(case) as same:
        assert same is case
    assert any(not hidden(client.get(address).text) for address in addresses(case))


def test_one_whom_the_case_does_not_know_is_covered_under_the_name_given(case: Case) -> None:
    case.decide("protect", "entities", ["Orrin Vale"])
    with shown(case) as covered:
        assert all("orrin vale" not in text.casefold() for _, text in covered.texts())


def test_the_commands(case: Case, tmp_path: Path) -> None:
    def run(*words: str) -> tuple[int, str]:
        done = CliRunner().invoke(main, [str(word) for word in words])
        return done.exit_code, done.output

    code, said = run("check", case.name, "--written", tmp_path)
    assert code == 2 and "Nobody is protected" in said
    code, said = run("decide", case.name, "protect", "entities", NAME)
    assert code == 0 and hidden(said)
    for words in (("entities",), ("account",), ("search",), ("disagreements",), ("decisions",)):
        more = ("dam",) if words == ("search",) else ()
        code, said = run(words[0], case.name, *more)
        assert code == 0 and hidden(said), words
    out = tmp_path / "ledger"
    assert run("export", case.name, "--out", out)[0] == 0
    assert run("check", case.name, "--written", out) == (0, run("check", case.name, "--written", out)[1])
    (out / "note.txt").write_text("It was Brandt.", encoding="utf-8")
    code, said = run("check", case.name, "--written", out)
    assert code == 1 and hidden(said)


def test_a_protection_is_taken_back_from_the_workbench_and_is_not_handed_on(case: Case, pseudonym: str) -> None:
    client = client_of(case)
    page = client.get("/decisions").text
    assert pseudonym in page and NAME not in page
    handed = client.get("/decisions.jsonl").text
    assert "protect" not in handed and NAME not in handed
    answer = client.post("/retire", data={}, headers={**WRITE, "accept": "application/json"})
    assert answer.status_code == 200 and answer.json()["words"] == "taken back"
    assert NAME in client.get("/who").text


def test_no_error_page_and_no_log_names_the_protected(
    case: Case, pseudonym: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level("DEBUG")
    client = client_of(case)
    missing = (
        "/who/none",
        "/article/none",
        "/raw/none",
        "/disagreements/none",
        "/nothing",
        f"/who/{pseudonym}",
        "/search?q=%22(",
        "/ledger?page=x",
    )
    answers = [client.get(address) for address in missing]
    forms = (
        {"kind": "never", "table": "entities", "target": pseudonym},
        {"kind": "same", "table": "entities", "target": pseudonym},
        {"kind": "relabel", "table": "attributions", "target": "none"},
    )
    answers += [client.post("/decide", data=form, headers=WRITE) for form in forms]
    answers += [client.post("/decide", data=form, headers=WRITE | {"accept": "application/json"}) for form in forms]
    answers += [client.post("/retire", data={"id": "none"}, headers=WRITE)]
    assert {answer.status_code for answer in answers} & {400, 404, 422}
    assert all(hidden(answer.text.replace("speaker:brandt", "")) for answer in answers)  # an example in the help of the search
    said = capfd.readouterr()
    assert hidden(caplog.text + said.out + said.err)


def test_a_page_that_breaks_shows_nothing_of_what_broke_it(case: Case, pseudonym: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError(f"{NAME} is in the way")

    from starlette.testclient import TestClient

    from testimonia.view.web import front

    client = client_of(case)
    quiet = TestClient(client.app, base_url=str(client.base_url), raise_server_exceptions=False, cookies=client.cookies)
    monkeypatch.setattr(front.Front, "marked", broken)
    answers = [quiet.get(address) for address in ("/", "/account", "/timeline")]
    assert all(hidden(answer.text) for answer in answers)
    assert 500 in {answer.status_code for answer in answers}
