# ruff: noqa: E501
"""A small invented matter as records: two outlets and a press office disagree about a flood at a dam that does not exist."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

from testimonia.base.documents import Article, Division, Document, Fact, Note, Segment
from testimonia.base.extractions import Attribution, Claim, Extraction, Mention, Quantity, Sentence, Time
from testimonia.base.ids import document_id, row_id, sha256
from testimonia.base.links import (
    Answer,
    AnswerClaim,
    Disagreement,
    End,
    Entity,
    EntityLink,
    Finding,
    MentionEntity,
    Naming,
    NotHeld,
    Origin,
    Reuse,
    StemmaEdge,
)
from testimonia.base.outcomes import DocumentRecords, Failure, FileRecords
from testimonia.base.spans import Span, lines, trimmed
from testimonia.store import Case, open_case
from testimonia.view.web.pages import PAGES

VOID = {"meta", "br", "img", "link", "input", "hr"}
HOSTILE = '<script>alert(1)</script></style></title><img src=x onerror=alert(1)>{{ 7*7 }}{% raw %}\u202eevil\u200b\x01"\'><a href="javascript:alert(1)">x</a>'


class Page(HTMLParser):
    """What a browser would make of the page: its tags, attributes, ids, links and text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str]] = []
        self.ids: list[str] = []
        self.targets: set[str] = set()
        self.open: list[str] = []
        self.words: list[str] = []
        self.unbalanced: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.targets |= {(value or "")[1:] for name, value in attrs if name == "href" and (value or "").startswith("#")}
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.unbalanced.append(tag)

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


CRIER = (
    "Home | Markets | Weather\n"
    "Dam at Orrin Vale gave way, mayor says\n"
    "By Tessa Quill\n\n"
    "Mayor Hale Brandt said on 3 May 2019 that 41 people died when the Orrin dam broke. “We had warned them for years,” Brandt told the Vale Crier. "
    "The operator, Northwater, denied that any warning was given.\n\n"
    "According to a report seen by Radio Meridian, an engineer said the gates “had not been opened since winter”.\n"
    "Share this page"
)
HERALD = (
    "Northwater clears the way for an inquiry\n"
    "Northwater spokeswoman Ines Korda claimed that 29 people lost their lives. She said the dam broke on 4 May 2019. "
    "The so-called mayor of a drowned village, Hale Brandt, demanded an apology.\n"
)
COPY = "Dam at Orrin Vale gave way\nMayor Hale Brandt said on 3 May 2019 that 41 people died when the Orrin dam broke.\n"
PERSIAN = "سد اورین شکست\nشهردار هیل برانت گفت که ۴۱ نفر در ۳ مه ۲۰۱۹ جان باختند. او افزود: «سال‌ها هشدار داده بودیم.»\n"


class Sheet:
    """One invented document under construction: spans are found by their words."""

    def __init__(self, path: str, text: str, title: str, **facts: str) -> None:
        self.path, self.text = path, text
        self.sha = sha256(text.encode("utf-8", "surrogatepass"))
        self.id = document_id(self.sha)
        self.article_id = row_id("a", self.id)
        self.title = self.span(title)
        self.facts = facts
        self.attributions: list[Attribution] = []
        self.mentions: list[Mention] = []
        self.quantities: list[Quantity] = []
        self.times: list[Time] = []
        self.claims: list[Claim] = []
        self.notes: list[Note] = []
        self.furniture: list[Span] = []

    def span(self, words: str) -> Span:
        at = self.text.index(words)
        return Span(at, at + len(words))

    def name(self, words: str, kind: str = "person") -> Span:
        span = self.span(words)
        self.mentions.append(Mention(self.id, self.article_id, *span, words, kind))
        return span

    def says(self, source: str | None, cue: str, content: str, stance: str = "say", **more: object) -> str:
        span = None if source is None else self.span(source)
        id = row_id("t", self.id, cue, content)
        values = {"kind": "indirect", "speaker": span, "source_kind": "person", **more}
        self.attributions.append(
            Attribution(id, self.id, self.article_id, span, self.span(cue), (self.span(content),), stance=stance, **values)  # type: ignore[arg-type]
        )
        return id

    def claim(self, words: str, kind: str, value: str, attribution: str | None = None) -> AnswerClaim:
        span = self.span(words)
        id = row_id("c", self.id, words, kind)
        sentence = next(s for s in lines(self.text) if s.holds(span))
        self.claims.append(Claim(id, self.id, self.article_id, sentence, span, kind, "die", value, attribution=attribution))
        return AnswerClaim(self.id, *span, self.article_id, "", None, attribution, id)

    def records(self) -> FileRecords:
        body = tuple(
            s for line in lines(self.text) if (s := trimmed(self.text, line)).end > s.start and s != self.title and s not in self.furniture
        )
        facts = {key: Fact(value) for key, value in self.facts.items() if key != "language"}
        article = Article(self.article_id, self.id, body, self.title, self.facts.get("language", "en"), **facts)  # type: ignore[arg-type]
        document = Document(
            self.id,
            (self.path,),
            self.sha,
            len(self.text),
            "text/plain",
            self.text,
            "utf-8",
            self.facts.get("language", "en"),
            notes=tuple(self.notes),
        )
        extraction = Extraction(
            self.article_id,
            tuple(Sentence(self.id, self.article_id, *s) for s in body),
            tuple(self.mentions),
            attributions=tuple(self.attributions),
            quantities=tuple(self.quantities),
            times=tuple(self.times),
            claims=tuple(self.claims),
        )
        return FileRecords(self.path, (DocumentRecords(document, Division(self.segments(), (article,)), (extraction,)),))

    def segments(self) -> tuple[Segment, ...]:
        found, at = [], 0
        for span in sorted(self.furniture):
            if span.start > at:
                found.append(Segment(self.id, at, span.start, "article"))
            found.append(Segment(self.id, *span, "furniture"))
            at = span.end
        return (*found, Segment(self.id, at, len(self.text), "article")) if at < len(self.text) else tuple(found)


def crier() -> Sheet:
    sheet = Sheet(
        "crier.txt", CRIER, "Dam at Orrin Vale gave way, mayor says", outlet="Vale Crier", author="Tessa Quill", published="2019-05-05"
    )
    sheet.furniture = [sheet.span("Home | Markets | Weather\n"), sheet.span("Share this page")]
    sheet.notes = [Note("capture", "repair", "a byte order mark was taken off")]
    sheet.name("Hale Brandt")
    sheet.name("Northwater", "organisation")
    died = sheet.says("Hale Brandt", "said", "that 41 people died when the Orrin dam broke")
    sheet.says("Brandt told", "told", "“We had warned them for years,”", kind="direct", via=(sheet.span("the Vale Crier"),))
    sheet.says("Northwater", "denied", "that any warning was given", "deny", source_kind="organisation")
    outer = sheet.says(
        "a report seen by Radio Meridian", "According to", "an engineer said the gates “had not been opened since winter”", speaker=None
    )
    sheet.says("an engineer", "engineer said", "the gates “had not been opened since winter”", parent=outer, kind="mixed", speaker=None)
    span = sheet.span("3 May 2019")
    sheet.times.append(Time(row_id("x", sheet.id, span), sheet.id, sheet.article_id, *span, "2019-05-03", "date", "as written"))
    sheet.quantities.append(
        Quantity(row_id("q", sheet.id), sheet.id, sheet.article_id, *sheet.span("41"), 41, 41, False, "people", attribution=died)
    )
    return sheet


def herald() -> Sheet:
    sheet = Sheet("herald.txt", HERALD, "Northwater clears the way for an inquiry", outlet="Northern Herald", published="2019-05-06")
    sheet.name("Ines Korda")
    sheet.name("Hale Brandt")
    sheet.says("Ines Korda", "claimed", "that 29 people lost their lives", "claim")
    sheet.says("She", "She said", "the dam broke on 4 May 2019", speaker=sheet.span("Ines Korda"))
    sheet.says("Hale Brandt", "demanded", "an apology", "demand")
    span = sheet.span("4 May 2019")
    sheet.times.append(Time(row_id("x", sheet.id, span), sheet.id, sheet.article_id, *span, "2019-05-04", "date"))
    return sheet


def persian() -> Sheet:
    sheet = Sheet(
        "fa/سد.txt",
        PERSIAN,
        "سد اورین شکست",
        outlet="روزنامه دره",
        original_outlet="Meridian Wire",
        translator="Navid Sole",
        language="fa",
        published="2019-05-07",
    )
    sheet.name("هیل برانت")
    sheet.says("هیل برانت", "گفت", "که ۴۱ نفر در ۳ مه ۲۰۱۹ جان باختند")
    return sheet


def copy() -> Sheet:
    sheet = Sheet("copy.txt", COPY, "Dam at Orrin Vale gave way", outlet="Morning Leaf", published="2019-05-06")
    sheet.name("Hale Brandt")
    sheet.says("Hale Brandt", "said", "that 41 people died when the Orrin dam broke")
    span = sheet.span("3 May 2019")
    sheet.times.append(Time(row_id("x", sheet.id, span), sheet.id, sheet.article_id, *span, "2019-05-03", "date"))
    return sheet


def links(sheets: dict[str, Sheet]) -> dict[str, list[object]]:
    one, two, three, four = (sheets[key] for key in ("crier", "herald", "copy", "persian"))
    first = Origin("o1", (one.article_id, three.article_id, four.article_id))
    second = Origin("o2", (two.article_id,))
    mayor = Entity("e1", "person", "Hale Brandt", ("Brandt", "Hale Brandt", "هیل برانت"))
    firm = Entity("e2", "organisation", "Northwater", ("Northwater",), "also the name of a river")
    spokes = Entity("e3", "person", "Ines Korda", ("Ines Korda",))
    spoken = {key: next(a.id for a in sheet.attributions) for key, sheet in sheets.items()}
    answers = (
        Answer("41", 1, tuple(at(sheets[k], w, "o1", "e1", spoken[k]) for k, w in (("crier", "41"), ("copy", "41"), ("persian", "۴۱")))),
        Answer("29", 1, (at(two, "29", "o2", "e3", spoken["herald"]),)),
    )
    dates = (
        Answer("2019-05-03", 1, (at(one, "3 May 2019", "o1", None, None),)),
        Answer("2019-05-04", 1, (at(two, "4 May 2019", "o2", "e3", two.attributions[1].id),)),
    )
    people = [(sheet, mention) for sheet in (one, two, three, four) for mention in sheet.mentions]
    known = {"Hale Brandt": "e1", "هیل برانت": "e1", "Northwater": "e2", "Ines Korda": "e3"}
    return {
        "entities": [mayor, firm, spokes],
        "entity_links": [EntityLink("n1", "Brandt", "Hale Brandt", "same", "surname of a name in the same article", "e1")],
        "mention_entities": [MentionEntity(s.id, m.start, m.end, known[m.name]) for s, m in people],
        "reuse": [
            Reuse("r1", "copy", whole(one, "Mayor Hale Brandt said on 3 May 2019 that 41 people died when the Orrin dam broke."),
                  whole(three, "Mayor Hale Brandt said on 3 May 2019 that 41 people died when the Orrin dam broke."), 1.0, "a>b", "earlier date"),
        ],
        "stemma": [
            StemmaEdge(three.article_id, one.article_id, ("containment", "date")),
            StemmaEdge(four.article_id, None, ("credit",), NotHeld("The dam", "Meridian Wire", None, "2019-05-04", "https://wire.example/dam")),
        ],
        "shifts": [Finding("s1", "shift", "The translation says 41 where another copy has none.", four.id, four.article_id, (four.span("۴۱"),), one.id, (one.span("41"),))],
        "origins": [first, second],
        "disagreements": [
            Disagreement("g1", "How many people died when the Orrin dam broke?", "number", answers, "same event, same unit", ("e1",)),
            Disagreement("g2", "When did the Orrin dam break?", "date", dates, "same predicate"),
        ],
        "namings": [
            Naming("e1", "Hale Brandt", one.article_id, 2, "neutral"), Naming("e1", "so-called mayor", two.article_id, 1, "pejorative", "own", "list: so-called"),
            Naming("e1", "Hale Brandt", two.article_id, 1, "neutral"), Naming("e1", "هیل برانت", four.article_id, 1, "neutral"),
        ],
        "findings": [Finding("f1", "quote drift", "The quotation is given in other words.", one.id, one.article_id, (one.span("had warned"),))],
    }  # fmt: skip


def at(sheet: Sheet, words: str, origin: str, speaker: str | None, attribution: str | None) -> AnswerClaim:
    return AnswerClaim(sheet.id, *sheet.span(words), sheet.article_id, origin, speaker, attribution)


def whole(sheet: Sheet, words: str) -> End:
    return End(sheet.id, sheet.article_id, *sheet.span(words))


def sheets() -> dict[str, Sheet]:
    return {"crier": crier(), "herald": herald(), "copy": copy(), "persian": persian()}


def addresses_with(line: str) -> list[str]:
    """Every page of the workbench, filled with ids that the invented case holds; `line` is an attribution's."""
    one, two = sheets()["crier"], sheets()["copy"]
    ids = {"source": one.id, "article": one.article_id, "entity": "e1", "origin": "o1", "disagreement": "g1", "line": line}
    asked = {"/side": f"?a={one.article_id}&b={two.article_id}", "/search": "?q=dam&names=Brandt"}
    return [page.path.replace("{id}", ids.get(page.name, "")) + asked.get(page.path, "") for page in PAGES]


def invented_case(path: Path) -> Case:
    """The whole invented matter as a case file."""
    case = open_case(path, create=True)
    made = sheets()
    for sheet in made.values():
        case.put_file(sheet.records(), sha256=sheet.sha, size=len(sheet.text), key="k")
    lost = Failure("broken.pdf", "capture", "The file ends in the middle of a page.", "Save it again from the place it came from.")
    case.put_file(FileRecords("broken.pdf", (), (lost,)), sha256=None, size=None, key="unreadable")
    case.put_links(links(made), {"namings": "k"})
    return case


def hostile_case(path: Path) -> Case:
    """The invented matter with hostile strings in every field."""
    case = open_case(path, create=True)
    made = sheets()
    bad = crier()
    text = bad.text.replace("Hale Brandt", "Hale Brandt " + HOSTILE) + "\n" + "long " * 40_000
    facts = {"outlet": HOSTILE, "author": HOSTILE, "published": HOSTILE, "language": 'en"><script>'}
    worse = Sheet(f"a/{HOSTILE[:60]}.txt", text, "Dam at Orrin Vale gave way, mayor says", **facts)
    worse.says("Hale Brandt " + HOSTILE, "said", "that 41 people died when the Orrin dam broke")
    worse.notes = [Note("capture", "doubt", HOSTILE)]
    for sheet in (*made.values(), worse):
        case.put_file(sheet.records(), sha256=sheet.sha, size=1, key="k")
    case.put_file(FileRecords(HOSTILE, (), (Failure(HOSTILE, HOSTILE, HOSTILE, HOSTILE),)), sha256=None, size=None, key="k")
    tables = links(made)
    tables["entities"] = [replace(e, name=HOSTILE, names=(*e.names, HOSTILE), warning=HOSTILE) for e in tables["entities"]]  # type: ignore[type-var]
    tables["disagreements"] = [replace(d, question=HOSTILE, reason=HOSTILE, time=HOSTILE) for d in tables["disagreements"]]  # type: ignore[type-var]
    tables["namings"] = [replace(n, name=HOSTILE + n.name, reason=HOSTILE) for n in tables["namings"]]  # type: ignore[attr-defined,type-var]
    tables["findings"] = [replace(f, message=HOSTILE, kind=HOSTILE) for f in tables["findings"]]  # type: ignore[type-var]
    case.put_links(tables, {"namings": "k"})
    return case
