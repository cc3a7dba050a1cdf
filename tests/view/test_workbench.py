from __future__ import annotations

import json
import re
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import numpy as np
import numpy.typing as npt
import pytest
from invented import HOSTILE, Page, addresses_with, hostile_case, invented_case, sheets
from starlette.testclient import TestClient

from testimonia.base.documents import Block, Division, Document, Segment
from testimonia.base.outcomes import DocumentRecords, FileRecords
from testimonia.store import Case, connecting, open_case
from testimonia.view.web import workbench
from testimonia.view.web.guard import COOKIE, POLICY, Keys
from testimonia.view.web.openapi import twin
from testimonia.view.web.pages import PAGES

KEYS = Keys(frozenset({"127.0.0.1:8000"}), "the-token", "the-session")
BASE = "http://127.0.0.1:8000"
WRITE = {"origin": BASE}


def client_of(case: Case, cookie: bool = True, **options: object) -> TestClient:
    client = TestClient(workbench(case, KEYS, **options), base_url=BASE, follow_redirects=False)  # type: ignore[arg-type]
    if cookie:
        client.cookies.set(COOKIE, KEYS.session)
    return client


@pytest.fixture
def client(case: Case) -> TestClient:
    return client_of(case)


def addresses(case: Case) -> list[str]:
    """Every page, filled with ids that the case holds."""
    return addresses_with(next(case.records("attributions")).id)


def test_every_page_is_there_and_well_formed(client: TestClient, case: Case) -> None:
    for address in addresses(case):
        answer = client.get(address)
        assert answer.status_code == 200, address
        page = Page(answer.text)
        assert not page.unbalanced and not page.open, (address, page.unbalanced)
        assert len(page.ids) == len(set(page.ids)), address
        assert "style" not in {name for _, name, _ in page.attributes}, address
        assert answer.headers["content-security-policy"] == POLICY


def test_every_link_of_every_page_leads_to_a_page(client: TestClient, case: Case) -> None:
    seen: set[str] = set()
    for address in addresses(case):
        page = Page(client.get(address).text)
        seen |= {value.split("#")[0] for tag, name, value in page.attributes if tag == "a" and name == "href" and value.startswith("/")}
    for address in sorted(seen):
        assert client.get(address).status_code == 200, address


def test_every_page_has_a_json_twin_that_fits_its_description(client: TestClient, case: Case) -> None:
    described = client.get("/openapi.json").json()
    for page, address in zip(PAGES, addresses(case), strict=True):
        assert twin(page) in described["paths"]
        path, _, query = address.partition("?")
        answer = client.get((twin(page) if path == "/" else f"{path}.json") + (f"?{query}" if query else ""))
        assert answer.status_code == 200, address
        if page.name != "findings":
            fields = described["components"]["schemas"][page.model.__name__]["required"]
            assert sorted(answer.json()) == fields


def test_the_page_and_its_twin_say_the_same(client: TestClient) -> None:
    text = Page(client.get("/disagreements").text).text
    for held in client.get("/disagreements.json").json()["cards"]:
        assert held["card"]["question"] in text
        for answer in held["card"]["answers"]:
            assert answer["shown"] in text


@pytest.mark.parametrize(
    ("headers", "cookie", "status"),
    [
        ({"host": "evil.example:8000"}, True, 403),
        ({"host": "127.0.0.1:9"}, True, 403),
        ({"sec-fetch-site": "cross-site"}, True, 403),
        ({"sec-fetch-site": "same-site"}, True, 403),
        ({}, False, 401),
        ({"cookie": f"{COOKIE}=wrong"}, False, 401),
        ({"sec-fetch-site": "none"}, True, 200),
        ({}, True, 200),
    ],
)
def test_who_is_let_in(case: Case, headers: dict[str, str], cookie: bool, status: int) -> None:
    answer = client_of(case, cookie).get("/", headers=headers)
    assert answer.status_code == status
    assert answer.headers["content-security-policy"] == POLICY


def test_the_token_opens_once_for_a_strict_cookie(case: Case) -> None:
    client = client_of(case, cookie=False)
    assert client.get("/?token=wrong").status_code == 401
    answer = client.get("/ledger?token=the-token&sort=date")
    assert answer.status_code == 303 and answer.headers["location"] == "/ledger?sort=date"
    assert "samesite=strict" in answer.headers["set-cookie"].lower() and "httponly" in answer.headers["set-cookie"].lower()
    assert client.get("/").status_code == 200
    assert client_of(case, cookie=False).get(f"{BASE}//evil.example?token=the-token").headers["location"].startswith("/evil")


@pytest.mark.parametrize("headers", [{}, {"origin": "http://evil.example"}, {"origin": "null"}, {"origin": "https://127.0.0.1:8000"}])
def test_a_page_from_elsewhere_cannot_decide(client: TestClient, case: Case, headers: dict[str, str]) -> None:
    form = {"kind": "accept", "table": "disagreements", "target": "g1"}
    assert client.post("/decide", data=form, headers=headers).status_code == 403
    assert case.decisions() == ()


def test_a_decision_is_kept_shown_taken_back_and_made_again(client: TestClient, case: Case) -> None:
    client.post("/sign", data={"analyst": "Ada  Noor", "next": "/"}, headers=WRITE)
    form = {"kind": "compatible", "table": "disagreements", "target": "g1", "next": "/disagreements"}
    answer = client.post("/decide", data=form, headers=WRITE)
    assert answer.status_code == 303 and answer.headers["location"] == "/disagreements"
    (made,) = case.decisions()
    assert (made.kind, made.targets, made.analyst) == ("compatible", ("g1",), "Ada Noor")
    assert "ruled compatible, by Ada Noor" in Page(client.get("/disagreements").text).text
    back = client.post("/retire", data={"id": made.id}, headers=WRITE | {"accept": "application/json"})
    assert back.json()["decision"]["retires"] == made.id
    assert "ruled compatible" not in Page(client.get("/disagreements").text).text
    history = Page(client.get("/decisions").text).text
    assert "taken back" in history and "make again" in history
    assert len(case.decisions()) == 2


def test_one_question_line_or_name_may_be_left_open(client: TestClient, case: Case) -> None:
    line = sheets()["crier"].attributions[0].id
    for table, target in (("disagreements", "g1"), ("attributions", line), ("entities", "Hale Brandt")):
        assert client.post("/decide", data={"kind": "unsure", "table": table, "target": target}, headers=WRITE).status_code == 303
    assert [made.table for made in case.decisions()] == ["disagreements", "attributions", "entities"]


def test_a_ruling_on_a_stretch_is_shown_beside_it_until_it_is_taken_back(client: TestClient, case: Case) -> None:
    crier = sheets()["crier"]
    place = f"/article/{crier.article_id}"
    form = {"kind": "segment", "table": "segments", "target": [crier.path, "Share this page"], "value": "article", "next": place}
    assert client.post("/decide", data=form, headers=WRITE).status_code == 303
    (made,) = case.decisions()
    shown = Page(client.get(place).text).text
    assert "kind of text ruled: article “Share this page” · the next build takes it in" in " ".join(shown.split())
    assert f'value="{made.id}"' in client.get(place).text, "it can be taken back there"
    client.post("/language", data={"language": "de", "next": place}, headers=WRITE)
    german = client.get(place).text
    assert "gilt vom nächsten Lauf an</strong>" in german and "the next build" not in german
    client.post("/retire", data={"id": made.id}, headers=WRITE)
    assert made.id not in client.get(place).text


def test_decisions_that_contradict_are_both_shown(client: TestClient) -> None:
    for kind in ("accept", "compatible"):
        client.post("/decide", data={"kind": kind, "table": "disagreements", "target": "g1"}, headers=WRITE)
    text = Page(client.get("/disagreements/g1").text).text
    assert "ruled right" in text and "ruled compatible" in text
    assert Page(client.get("/decisions").text).text.count("contradicts another") == 2


@pytest.mark.parametrize(
    "form",
    [
        {"kind": "accept", "table": "disagreements"},
        {"kind": "burn", "table": "disagreements", "target": "g1"},
        {"kind": "accept", "table": "meta", "target": "g1"},
        {"kind": "same", "table": "entities", "target": "Ana Veller"},
        {"kind": "same", "table": "entities", "target": ["Ana Veller", "Ana Veller"]},
        {"kind": "note", "table": "spans", "target": "x", "note": "n" * 20_000},
        {"kind": "accept", "table": "disagreements", "target": ["g"] * 60},
    ],
)
def test_what_is_no_decision_is_refused_in_words(client: TestClient, case: Case, form: dict[str, object]) -> None:
    answer = client.post("/decide", data=form, headers=WRITE)
    assert answer.status_code == 400 and "alert" in answer.text
    assert case.decisions() == ()


@pytest.mark.parametrize("place", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_after_a_decision_one_stays_here(client: TestClient, place: str) -> None:
    form = {"kind": "accept", "table": "disagreements", "target": "g1", "next": place}
    assert client.post("/decide", data=form, headers=WRITE).headers["location"] == "/"


def test_the_history_goes_out_and_comes_in(client: TestClient, tmp_path: Path) -> None:
    client.post("/decide", data={"kind": "note", "table": "spans", "target": ["d", "0:3", "Dam"], "note": "look"}, headers=WRITE)
    history = client.get("/decisions.jsonl").content
    with invented_case(tmp_path / "other.testimonia") as other:
        elsewhere = client_of(other)
        assert elsewhere.post("/decisions/import", files={"file": ("d.jsonl", history)}, headers=WRITE).status_code == 303
        assert elsewhere.get("/decisions.jsonl").content == history
        bad = elsewhere.post("/decisions/import", files={"file": ("d.jsonl", b"{}")}, headers=WRITE)
        assert bad.status_code == 400 and "Line 1" in bad.text


def test_a_link_to_a_span_finds_its_words_again(client: TestClient) -> None:
    crier = sheets()["crier"]
    span = crier.span("41 people")
    there = f"/article/{crier.article_id}?from={span.start}&to={span.end}&words="
    assert '<mark id="sought"' in client.get(there + quote("41 people")).text
    moved = client.get(f"/article/{crier.article_id}?from=3&to=9&words={quote('41 people')}").text
    assert "stand in another place now" in moved and '<mark id="sought"' in moved
    assert "no longer in this article" in client.get(there + quote("52 horses")).text


@pytest.mark.parametrize(
    "address",
    ["/article/none", "/who/none", "/origins/none", "/disagreements/none", "/ledger/none", "/side?a=x&b=y", "/source/none", "/nowhere"],
)
def test_an_unknown_id_is_told_in_words(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404 and 'role="alert"' in answer.text


def test_a_search_that_cannot_be_understood_is_told_with_the_place_marked(client: TestClient) -> None:
    answer = client.get("/search", params={"q": "dam (OR flood"})
    text = Page(answer.text).text
    assert answer.status_code == 200 and 'role="alert"' in answer.text and "<mark>OR</mark>" in answer.text
    assert "OR needs words before and after it" in text
    told = client.get("/search.json", params={"q": "dam AND"}).json()["problem"]
    assert (told["before"], told["place"], told["after"]) == ("dam AND", "", "")
    assert "Orrin" in Page(client.get("/search?q=brandt").text).text


def test_a_list_of_names_is_searched_at_once(client: TestClient) -> None:
    found = client.get("/search.json", params={"names": "Brandt\nNobody Else\nKorda"}).json()["names"]
    assert [(name, count) for name, count, _ in found] == [("Brandt", 3), ("Nobody Else", 0), ("Korda", 1)]


class Encoder:
    """Stands in for a language model: what speaks of death lies one way, what speaks of gates another."""

    def passages(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        return np.array([self.query(text) for text in texts], dtype=np.float32)

    def query(self, words: str) -> npt.NDArray[np.float32]:
        found = [
            any(word in words for word in listed) for listed in (("died", "lost their lives", "جان باختند", "dead"), ("gates",), ("",))
        ]
        vector = np.array(found, dtype=np.float32)
        return vector / np.linalg.norm(vector)


def test_paragraphs_are_found_by_meaning_across_languages(case: Case) -> None:
    client = client_of(case, encoder=Encoder())
    total = client.get("/meaning.json").json()["total"]
    assert f"0 of {total} paragraphs are ready" in Page(client.get("/search").text).text
    assert client.post("/meaning", data={"next": "/search"}, headers=WRITE).status_code == 303
    for _ in range(200):
        state = client.get("/meaning.json").json()
        if state["state"] == "done":
            break
        threading.Event().wait(0.05)
    assert (state["state"], state["done"], state["total"]) == ("done", total, total)
    found = client.get("/search.json", params={"q": "dead", "by": "meaning"}).json()
    assert found["by"] == "meaning" and {one["path"] for one in found["found"][:4]} == {"crier.txt", "copy.txt", "herald.txt", "fa/سد.txt"}
    assert "By meaning, nearest first" in Page(client.get("/search?q=dead&by=meaning").text).text
    case.remove_file("fa/سد.txt")
    again = client.get("/search.json", params={"q": "dead", "by": "meaning"}).json()
    assert "fa/سد.txt" not in {one["path"] for one in again["found"]}


def test_that_nothing_finds_by_meaning_is_said(client: TestClient) -> None:
    assert "there is no search by meaning" in Page(client.get("/search").text).text
    assert client.get("/search.json?q=dam&by=meaning").json()["found"] == []
    assert client.get("/meaning.json").json()["state"] == "absent"


def test_facet_counts_follow_the_choice(client: TestClient) -> None:
    every = client.get("/ledger.json").json()
    denying = client.get("/ledger.json?stance=deny").json()
    assert every["total"] == 10 and denying["total"] == 1
    outlets = {option["label"]: option["count"] for facet in denying["facets"] if facet["name"] == "outlet" for option in facet["options"]}
    assert outlets == {"Vale Crier": 1}
    stances = {option["key"]: option["count"] for facet in denying["facets"] if facet["name"] == "stance" for option in facet["options"]}
    assert sum(stances.values()) == every["total"]


def test_the_raw_text_marks_the_same_words(client: TestClient, case: Case) -> None:
    crier = sheets()["crier"]
    span = crier.span("41 people")
    answer = client.get(f"/article/{crier.article_id}?from={span.start}&to={span.end}&words=41+people")
    (link,) = [value for tag, name, value in Page(answer.text).attributes if value.startswith("/source/")]
    assert '<mark id="sought">41 people</mark>' in client.get(link).text
    assert client.get(f"/source/{crier.id}?from=5&to=999999").status_code == 200
    with_pages = Document(
        "dp", ("a.pdf",), "p", 9, "application/pdf", "one\ntwo\n", blocks=(Block(0, 3, "page", 1), Block(4, 7, "page", 2))
    )
    records = DocumentRecords(with_pages, Division((Segment("dp", 0, 8, "article"),), ()))
    case.put_file(FileRecords("a.pdf", (records,)), sha256="p", size=9, key="k")
    assert "page 2 of 2" in Page(client.get("/source/dp?from=4&to=7").text).text


def test_namings_are_counted_by_use_or_by_origin(client: TestClient) -> None:
    rows = {row["name"]: row for who in client.get("/namings.json").json()["entities"] for row in who["rows"]}
    assert dict(rows["Hale Brandt"]["counts"]) == {"Vale Crier": 2, "Northern Herald": 1}
    assert dict(rows["Hale Brandt"]["by_origin"]) == {"Vale Crier": 1, "Northern Herald": 1}
    assert "In how many independent origins" in Page(client.get("/namings?by=origins").text).text


def test_events_that_are_dated_differently_are_spans(client: TestClient) -> None:
    (spread,) = client.get("/timeline.json?year=2019").json()["spreads"]
    assert spread["question"] == "When did the Orrin dam break?" and spread["days"] == 1
    assert [(given["shown"], given["witnesses"]) for given in spread["given"]] == [("3 May 2019", 1), ("4 May 2019", 1)]
    assert spread["given"][0]["x"] < spread["given"][1]["x"]
    assert client.get("/timeline.json?year=1999").json()["spreads"] == []


@pytest.mark.parametrize(
    ("kind", "tie"), [("about", None), ("voices", ("Vale Crier", "Hale Brandt", 1)), ("cites", ("Morning Leaf", "Vale Crier", 1))]
)
def test_the_network_has_three_kinds_of_ties(client: TestClient, kind: str, tie: tuple[str, str, int] | None) -> None:
    found = client.get(f"/network.json?what={kind}").json()
    ties = {(one["left_name"], one["right_name"], one["lines"]) for one in found["ties"]}
    assert tie is None or tie in ties, ties
    page = Page(client.get(f"/network?what={kind}").text)
    links = [value for tag, name, value in page.attributes if tag == "a" and name == "href" and value.startswith(("/ledger", "/article/"))]
    assert all(client.get(link).status_code == 200 for link in links)


def test_the_language_of_the_pages_is_chosen(client: TestClient) -> None:
    assert '<html lang="en"' in client.get("/ledger").text
    answer = client.post("/language", data={"language": "de", "next": "/ledger"}, headers=WRITE)
    assert answer.status_code == 303 and answer.headers["location"] == "/ledger"
    text = client.get("/ledger").text
    assert '<html lang="de"' in text and "Streitfragen" in text and "Disagreements" not in Page(text).text
    assert client.post("/language", data={"language": "../en", "next": "/"}, headers=WRITE).status_code == 400


def test_an_outside_link_asks_first(client: TestClient) -> None:
    page = Page(client.get("/leave", params={"to": "https://wire.example/dam"}).text)
    assert ("a", "href", "https://wire.example/dam") in page.attributes and "https://wire.example/dam" in page.text
    assert "javascript:" not in {
        value for _, name, value in Page(client.get("/leave?to=javascript:alert(1)").text).attributes if name == "href"
    }


def test_linking_again_is_started_from_the_page(case: Case) -> None:
    ran = threading.Event()
    client = client_of(case, relink=lambda held, tell: ran.set())
    assert client.post("/relink", data={"next": "/decisions"}, headers=WRITE).status_code == 303
    assert ran.wait(5)


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Case]:
    with hostile_case(tmp_path / "bad.testimonia") as case:
        yield case


def test_hostile_text_is_text_on_every_page(hostile: Case) -> None:
    client = client_of(hostile)
    client.post("/sign", data={"analyst": HOSTILE[:150]}, headers=WRITE)
    client.post(
        "/decide", data={"kind": "note", "table": "disagreements", "target": "g1", "note": HOSTILE, "value": HOSTILE}, headers=WRITE
    )
    worst = [f"/article/{article.id}" for article in hostile.records("articles")]
    for address in [*addresses(hostile), *worst, "/search?q=" + quote(HOSTILE, safe=""), "/leave?to=" + quote(HOSTILE, safe="")]:
        answer = client.get(address)
        assert answer.status_code in {200, 400}, address
        page = Page(answer.text)
        assert "img" not in page.tags and "script" not in {
            t for t, n, v in page.attributes if n == "src" and not v.startswith("/static/")
        }, address
        assert answer.text.count("<script") == len(re.findall(r'<script type="module" src="/static/[a-z]+\.js"></script>', answer.text)), (
            address
        )
        assert not [
            value for _, name, value in page.attributes if name.startswith("on") or (name == "href" and "javascript" in value[:20])
        ], address
        assert not page.unbalanced, address
        assert not set("\u202e\u200b\x01") & set(answer.text), address
        assert len(answer.content) < 2_000_000, address


def test_many_readers_and_deciders_lose_nothing(case: Case) -> None:
    client, errors, confirmed = client_of(case), [], []

    def decide(number: int) -> None:
        form = {"kind": "tag", "table": "disagreements", "target": "g1", "value": f"t{number}"}
        answer = client.post("/decide", data=form, headers=WRITE | {"accept": "application/json"})
        (confirmed.append(answer.json()["decision"]["id"]) if answer.status_code == 200 else errors.append(answer.text))

    def read() -> None:
        if client.get("/disagreements").status_code != 200:
            errors.append("reading")

    threads = [threading.Thread(target=decide, args=(n,)) for n in range(30)] + [threading.Thread(target=read) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors and len(set(confirmed)) == 30
    assert {decision.id for decision in case.decisions()} == set(confirmed)


def test_an_empty_case_has_every_list(tmp_path: Path) -> None:
    with open_case(tmp_path / "empty.testimonia", create=True) as case:
        client = client_of(case)
        for page in PAGES:
            if "{id}" not in page.path and page.path != "/side":
                assert client.get(page.path).status_code == 200, page.path
        assert json.loads(client.get("/overview.json").text)["overview"]["documents"] == 0


def test_a_line_is_relabelled_rebounded_and_set_aside_at_once(client: TestClient, case: Case) -> None:
    herald = sheets()["herald"]
    line, words = herald.attributions[0].id, herald.span("29 people")
    client.post("/decide", data={"kind": "relabel", "table": "attributions", "target": [line, "stance"], "value": "deny"}, headers=WRITE)
    bounds = {"kind": "rebound", "table": "attributions", "target": [line, "content"], "value": f"{words.start}:{words.end}"}
    assert client.post("/decide", data=bounds, headers=WRITE).status_code == 303
    shown = client.get(f"/ledger/{line}.json").json()["line"]
    assert (shown["stance"], shown["content"]) == ("deny", "29 people")
    for bad in ("5:1", "0:99999", "x", "1:2:3", ""):
        assert client.post("/decide", data=bounds | {"value": bad}, headers=WRITE).status_code == 400, bad
    client.post("/decide", data={"kind": "reject", "table": "attributions", "target": line}, headers=WRITE)
    assert "set aside" in Page(client.get(f"/article/{herald.article_id}").text).text
    assert line not in {record.id for record in case.records("attributions")}


def test_who_says_a_line_is_corrected_by_a_name_of_its_page(client: TestClient, case: Case) -> None:
    herald = sheets()["herald"]
    line = herald.attributions[0]
    others = {one.name: one for one in case.records("entities") if any(name in herald.text for name in one.names)}
    name = next(
        name for name in sorted(others) if name in herald.text and name not in client.get(f"/ledger/{line.id}.json").json()["line"]["who"]
    )
    form = {"kind": "relabel", "table": "attributions", "target": [line.id, "speaker"], "value": name}
    assert client.post("/decide", data=form, headers=WRITE).status_code == 303
    assert client.get(f"/ledger/{line.id}.json").json()["line"]["who"] == name
    assert client.post("/decide", data=form | {"value": "none"}, headers=WRITE).status_code == 303
    for bad in ("A Name of No Page", "", "3:1"):
        assert client.post("/decide", data=form | {"value": bad}, headers=WRITE).status_code == 400, bad


def test_an_open_speaker_is_chosen_from_those_it_may_be(tmp_path: Path) -> None:
    with invented_case(tmp_path / "open.testimonia") as case:
        herald = sheets()["herald"]
        herald.text = herald.text + "\n"
        again = type(herald)("again.txt", herald.text, "Northwater clears the way for an inquiry", outlet="Evening Slate")
        names = (again.name("Ines Korda"), again.name("Hale Brandt"))
        again.says("She", "She said", "the dam broke on 4 May 2019", speaker=None, speakers=names)
        case.put_file(again.records(), sha256=again.sha, size=1, key="k")
        client = client_of(case)
        (call,) = [one for one in client.get("/review.json").json()["calls"] if one["kind"] == "speaker"]
        choice = next(one for one in call["choices"] if one["label"] == "Ines Korda")
        form = {"kind": choice["kind"], "table": call["table"], "target": [*call["targets"], choice["field"]], "value": choice["value"]}
        assert client.post("/decide", data=form, headers=WRITE).status_code == 303
        (ruled,) = case.records("attributions", article=again.article_id)
        assert ruled.speaker is not None and ruled.speaker.of(again.text) == "Ines Korda"
        assert "speaker" not in {one["kind"] for one in client.get("/review.json").json()["calls"]}


def test_a_case_that_another_program_holds_is_told_in_words_and_a_decision_is_not_said_to_be_kept(
    client: TestClient, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting, "PATIENCE", 0.05)
    case.close()  # its connections open anew, with less patience
    with closing(sqlite3.connect(case.name, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        form = {"kind": "tag", "table": "disagreements", "target": "g1", "value": "t"}
        answer = client.post("/decide", data=form, headers=WRITE)
        assert answer.status_code == 409 and "database is locked" in answer.text and "Nothing of this step was kept" in answer.text
        assert client.get("/ledger").status_code == 200
        other.execute("ROLLBACK")
    assert client.post("/decide", data=form, headers=WRITE).status_code == 303
    assert [decision.value for decision in case.decisions()] == ["t"]


@pytest.mark.parametrize("place", ["/", "/ledger", "/search?q=Brandt", "/review.json"])
def test_a_case_that_was_moved_away_is_told_in_words_and_found_again(client: TestClient, case: Case, place: str) -> None:
    assert client.get(place).status_code == 200
    away = Path(case.name).rename(Path(case.name).with_suffix(".away"))
    form = {"kind": "tag", "table": "disagreements", "target": "g1", "value": "t"}
    for answer in (client.get(place), client.post("/decide", data=form, headers=WRITE)):
        assert answer.status_code == 409 and "no longer there" in answer.text and "Put it back" in answer.text
    away.rename(case.name)
    assert client.get(place).status_code == 200
    assert case.decisions() == ()


def test_a_damaged_case_is_told_in_words(client: TestClient, case: Case) -> None:
    case.close()
    Path(case.name).write_bytes(b"SQLite format 3\0" + b"\xff" * 4096)
    answer = client.get("/ledger")
    assert answer.status_code == 409 and "cannot be read" in answer.text and "restore a copy" in answer.text


def test_the_files_read_have_a_pager(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("testimonia.view.pages.browsing.FILES", 1)
    whole = client.get("/account.json").json()
    assert len(whole["intake"]["files"]) == 1 and whole["slice"]["total"] > 1
    last = client.get(f"/account.json?start={whole['slice']['total'] - 1}").json()
    assert last["intake"]["files"] != whole["intake"]["files"] and last["intake"]["kinds"] == whole["intake"]["kinds"]
    first, second = (client.get(address).text for address in ("/account", "/account?start=1"))
    assert "next →" in first and "← previous" in second and "Not read" in first and "Not read" not in second
