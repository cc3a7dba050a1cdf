"""The workbench under many readers and deciders at once, over a generated case: how long pages take, whether a decision is lost."""

from __future__ import annotations

import http.client
import itertools
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

from bench.cases import generated
from bench.processes import resident_mb
from testimonia.store import open_case

TITLE = "the workbench under load (aims: p95 of every page under 150 ms, of the search under 60 ms; 700 MB; no error, no decision lost)"
ARTICLES = int(os.environ.get("BENCH_LOAD_ARTICLES", "10000"))
SECONDS = float(os.environ.get("BENCH_LOAD_SECONDS", "120"))
READERS = int(os.environ.get("BENCH_LOAD_READERS", "50"))
DECIDERS = int(os.environ.get("BENCH_LOAD_DECIDERS", "5"))
READING = float(os.environ.get("BENCH_LOAD_READING", "5"))  # seconds that a reader stays on a page, on average
DECIDING = 1.0  # seconds between two decisions of one person, on average
SRC = Path(__file__).resolve().parents[1] / "src"


@dataclass
class Tally:
    """What was measured: milliseconds by route, errors in words, and the ids of the decisions that the server confirmed."""

    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: list[str] = field(default_factory=list)
    confirmed: list[str] = field(default_factory=list)


class Visitor:
    """A browser of one person: keeps its cookie; who reads for seconds finds the connection closed and opens another."""

    def __init__(self, address: str) -> None:
        self.place = urlsplit(address)
        answer, _ = self.ask("GET", f"{self.place.path}?{self.place.query}")
        self.cookie = answer.headers["set-cookie"].split(";")[0]

    def ask(self, method: str, path: str, body: str = "") -> tuple[http.client.HTTPResponse, bytes]:
        """One request and its answer."""
        headers = {"accept": "application/json", "origin": f"http://{self.place.netloc}"}
        headers |= {"cookie": self.cookie} if hasattr(self, "cookie") else {}
        headers |= {"content-type": "application/x-www-form-urlencoded"} if body else {}
        connection = http.client.HTTPConnection(self.place.netloc, timeout=60)
        try:
            connection.request(method, path, body or None, headers)
            answer = connection.getresponse()
            return answer, answer.read()
        finally:
            connection.close()


def routes(path: Path) -> dict[str, list[str]]:
    """The addresses that readers ask for, by route, from what the case holds."""
    draw = random.Random(3)
    with open_case(path) as case:
        held = {
            name: case.arrow(name, ["id"]).column("id").to_pylist()
            for name in ("articles", "entities", "attributions", "disagreements", "origins")
        }
        pairs = [(one.a.article, one.b.article) for one in itertools.islice(case.records("reuse"), 200)]
        names = [one.name for one in itertools.islice(case.records("entities"), 200)]
        words = [word for _, text in itertools.islice(case.texts(), 40) for word in text.split()[3:60:7] if word.isalpha()]
    some = {name: draw.sample(ids, min(60, len(ids))) for name, ids in held.items()}
    asked = [
        *words,
        *(f'"{name}"' for name in names),
        *(f"{a} {b}" for a, b in itertools.pairwise(words)),
        *(f"{w[:3]}*" for w in words[:40]),
    ]
    fields = [f"outlet:post {w}" for w in words[:40]] + [f"{w} date:2012..2015" for w in words[40:80]]
    found = {
        "/": ["/"],
        "/disagreements": ["/disagreements", "/disagreements?start=20", *(f"/disagreements?entity={id}" for id in some["entities"][:9])],
        "/disagreements/{id}": [f"/disagreements/{id}" for id in some["disagreements"]],
        "/ledger": ["/ledger", "/ledger?sort=date", "/ledger?stance=deny", *(f"/ledger?speaker={id}" for id in some["entities"])],
        "/ledger/{id}": [f"/ledger/{id}" for id in some["attributions"]],
        "/articles": ["/articles", "/articles?start=600", "/articles?language=fa"],
        "/article/{id}": [f"/article/{id}" for id in some["articles"]],
        "/side": ["/side?" + urlencode({"a": a, "b": b}) for a, b in pairs],
        "/who": ["/who", "/who?type=person", "/who?start=300", *(f"/who?name={quote(name[:5])}" for name in names[:20])],
        "/who/{id}": [f"/who/{id}" for id in some["entities"]],
        "/origins": ["/origins", "/origins?start=100"],
        "/origins/{id}": [f"/origins/{id}" for id in some["origins"]],
        "/namings": ["/namings", "/namings?by=origins"],
        "/timeline": ["/timeline", "/timeline?year=2012", "/timeline?year=2019&start=25"],
        "/network": ["/network"],
        "/findings": ["/findings"],
        "/search": ["/search?" + urlencode({"q": words}) for words in asked],
        "/search (fields)": ["/search?" + urlencode({"q": words}) for words in fields],
        "/review": ["/review"],
        "/decisions": ["/decisions"],
        "/account": ["/account"],
    }  # fmt: skip
    return {route: places for route, places in found.items() if places}


def read(address: str, places: Mapping[str, list[str]], number: int, tally: Tally, until: float) -> None:
    """One reader: goes from page to page and stays a while on each. What is measured holds the way to the server and back."""
    draw, visitor = random.Random(number), Visitor(address)
    time.sleep(draw.random() * READING)
    while time.monotonic() < until:
        route = draw.choice(sorted(places))
        place = draw.choice(places[route])
        began = time.monotonic()
        try:
            answer, _ = visitor.ask("GET", place)
        except OSError as error:
            tally.errors.append(f"{place}: {error}")
            continue
        tally.times[route].append(1000 * (time.monotonic() - began))
        if answer.status != 200:
            tally.errors.append(f"{place}: {answer.status}")
        time.sleep(draw.expovariate(1 / READING) if READING else 0)


def decide(address: str, targets: list[str], number: int, tally: Tally, until: float) -> None:
    """One decider: tags one line after the other."""
    draw, visitor = random.Random(1000 + number), Visitor(address)
    for count in itertools.count():
        if time.monotonic() > until:
            return
        form = {"kind": "tag", "table": "attributions", "target": draw.choice(targets), "value": f"{number}-{count}"}
        began = time.monotonic()
        try:
            answer, body = visitor.ask("POST", "/decide", urlencode(form))
        except OSError as error:
            tally.errors.append(f"decide: {error}")
            continue
        tally.times["a decision"].append(1000 * (time.monotonic() - began))
        (
            tally.confirmed.append(json.loads(body)["decision"]["id"])
            if answer.status == 200
            else tally.errors.append(f"decide: {answer.status}")
        )
        time.sleep(draw.expovariate(1 / DECIDING))


def row(what: str, times: list[float]) -> dict[str, object]:
    """One line of the table."""
    ordered = sorted(times)
    return {
        "what": what, "requests": len(ordered), "p50 ms": statistics.median(ordered), "p95 ms": ordered[int(0.95 * (len(ordered) - 1))],
        "most ms": ordered[-1],
    }  # fmt: skip


def measure() -> Iterator[Mapping[str, object]]:
    """The load on a fresh case: a line for each route, then the server's memory, errors and decisions."""
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "load.testimonia"
        generated(path, ARTICLES).close()
        places = routes(path)
        env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(SRC), str(SRC.parent)])}
        command = [sys.executable, "-m", "testimonia", "serve", str(path)]
        with subprocess.Popen(command, env=env, start_new_session=True, stdout=subprocess.PIPE, text=True) as server:
            try:
                tally, first, peak = under_load(server, places)
            finally:
                server.kill()
        yield {"what": "the first page, an article", "requests": 1, "p50 ms": first, "p95 ms": first, "most ms": first}
        yield from (row(route, times) for route, times in sorted(tally.times.items()))
        with open_case(path) as case:
            held = {decision.id for decision in case.decisions()}
        lost = len(set(tally.confirmed) - held)
        yield {
            "what": f"server memory {peak:,.0f} MB; {len(tally.errors)} errors; {len(tally.confirmed):,} decisions confirmed, {lost} lost"
        }
        yield from ({"what": error} for error in tally.errors[:10])


def under_load(server: subprocess.Popen[str], places: Mapping[str, list[str]]) -> tuple[Tally, float, float]:
    """Readers and deciders for the time that is set: what was measured, milliseconds of the first page, MB of memory at most."""
    assert server.stdout is not None
    address = server.stdout.readline().split()[-1]
    began = time.monotonic()
    Visitor(address).ask("GET", places["/article/{id}"][0])
    first = 1000 * (time.monotonic() - began)
    visitor = Visitor(address)
    for route in sorted(places):  # whatever is looked up once is looked up now
        visitor.ask("GET", places[route][0])
    tally, until = Tally(), time.monotonic() + SECONDS
    targets = [place.rpartition("/")[2] for place in places["/ledger/{id}"]]
    threads = [threading.Thread(target=read, args=(address, places, n, tally, until)) for n in range(READERS)]
    threads += [threading.Thread(target=decide, args=(address, targets, n, tally, until)) for n in range(DECIDERS)]
    for thread in threads:
        thread.start()
    peak = 0.0
    while any(thread.is_alive() for thread in threads):
        peak = max(peak, resident_mb(server.pid))
        time.sleep(1)
    return tally, first, peak
