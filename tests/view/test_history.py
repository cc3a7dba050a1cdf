"""What the workbench keeps of a case is looked at again when somebody has committed to it, and only then."""

from __future__ import annotations

from typing import Any

from starlette.testclient import TestClient

from testimonia.base.extractions import Relation
from testimonia.base.spans import Span
from testimonia.store import Case, open_case, schema
from testimonia.store.putting import insert
from testimonia.store.rows import encode
from testimonia.view.web.desk import Desk
from testimonia.view.web.guard import Keys
from testimonia.view.web.history import History
from testimonia.view.web.workbench import workbench


def test_the_version_changes_with_every_commit_of_whatever_program_and_with_nothing_else(case: Case) -> None:
    first = case.version()
    list(case.records("attributions"))
    assert case.version() == first
    case.decide("accept", "disagreements", ["g1"])
    second = case.version()
    assert second != first
    with open_case(case.name) as other:
        other.decide("note", "disagreements", ["g1"], note="see also")
    assert case.version() not in (first, second)


def test_only_the_decisions_that_have_come_in_are_read(case: Case, monkeypatch: Any) -> None:
    case.decide("accept", "disagreements", ["g1"])
    history, rows = History(case), []
    read = case.decisions_after
    monkeypatch.setattr(case, "decisions_after", lambda row: rows.append(read(row)) or rows[-1])
    first = history.now()
    assert history.now() is first and len(rows) == 1
    with open_case(case.name) as other:
        other.decide("note", "disagreements", ["g1"], note="earlier", made="2001-01-01T00:00:00+00:00")
    assert [decision.kind for decision in history.now()] == ["note", "accept"]
    assert [len(found) for found, _ in rows] == [1, 1]
    assert history.now() == case.decisions()


def test_a_desk_reads_the_decisions_once_for_all_that_it_knows_of_them(case: Case, monkeypatch: Any) -> None:
    desk = Desk(case)
    desk.rulings()
    monkeypatch.setattr(case, "decisions", lambda: (_ for _ in ()).throw(AssertionError("all decisions are read again")))
    case.decide("accept", "disagreements", ["g1"])
    assert desk.rulings().decided("disagreements", ("g1",))
    assert desk.rulings() is desk.rulings() and desk.shelf() is desk.shelf()


def test_a_form_leads_back_to_the_page_that_it_stands_on_and_nowhere_else(case: Case) -> None:
    keys = Keys(frozenset({"testserver"}))
    client = TestClient(workbench(case, keys), follow_redirects=False)
    client.cookies.set("testimonia", keys.session)
    form = {"kind": "accept", "table": "disagreements", "target": "g1"}
    for referer, place in {
        "http://testserver/ledger?speaker=e1&start=40": "/ledger?speaker=e1&start=40",
        "http://elsewhere.example/ledger": "/",
        "http://testserver//elsewhere.example/": "/",
        "": "/",
    }.items():
        answer = client.post("/decide", data=form, headers={"origin": "http://testserver", "referer": referer})
        assert (answer.status_code, answer.headers["location"]) == (303, place)


def test_the_roles_of_an_entity_are_those_whose_subject_is_one_of_its_mentions(case: Case) -> None:
    held = [m for m in case.records("mention_entities") if m.entity == next(case.records("mention_entities")).entity]
    article = next(a for a in case.records("articles") if a.document == held[0].document)
    here = Span(held[0].start, held[0].end)
    beside = Relation("r2", article.document, article.id, "role", Span(here.start, here.end + 1), here)
    with case.writing() as db:
        insert(db, schema.TABLES["relations"], map(encode, [Relation("r1", article.document, article.id, "role", here, here), beside]))
    assert [relation.id for relation in case.relations_of(held[0].entity, 100)] == ["r1"]
    assert case.relations_of(held[0].entity, 0) == case.relations_of("e-nobody", 9) == []
