"""A generated case, written as records without reading any page: as large as a matter of many thousand articles, in a minute."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from itertools import accumulate
from pathlib import Path

from bench.named import entities, word
from testimonia.base.documents import Article, Division, Document, Fact, Segment
from testimonia.base.extractions import STANCES, Attribution, Extraction, Mention, Quantity, Sentence, Time
from testimonia.base.ids import document_id, row_id, sha256
from testimonia.base.links import Answer, AnswerClaim, Disagreement, End, Entity, MentionEntity, Naming, Origin, Reuse, StemmaEdge
from testimonia.base.outcomes import DocumentRecords, FileRecords
from testimonia.base.spans import Span
from testimonia.store import Case, open_case

SENTENCES = 24
SAID = 2  # one sentence in so many gives somebody's words
VOCABULARY = 12_000
COPIED = 5  # one article in so many is a copy of the one before


class Matter:
    """The invented matter while it is written: who there is, and what the whole case adds up to."""

    def __init__(self, articles: int) -> None:
        self.draw = random.Random(11)
        self.words = [word(self.draw, self.draw.choice((1, 2, 2, 3))).lower() for _ in range(VOCABULARY)]
        self.weights = list(accumulate(1 / (rank + 3) for rank in range(VOCABULARY)))
        self.people = entities(max(60, articles // 6), self.draw)
        self.often = list(accumulate(1 / (rank + 8) for rank in range(len(self.people))))
        self.outlets = [f"{word(self.draw, 2)} {kind}" for kind in ("Post", "Crier", "Herald", "Wire") for _ in range(12)]
        self.placed: list[MentionEntity] = []
        self.namings: Counter[tuple[str, str, str]] = Counter()
        self.questions: dict[int, list[tuple[str, AnswerClaim]]] = defaultdict(list)
        self.reuse: list[Reuse] = []
        self.stemma: list[StemmaEdge] = []
        self.origins: list[list[str]] = []
        self.last: tuple[str, str, str] = ("", "", "")

    def some(self, count: int) -> str:
        """Invented words, a few of them very often."""
        return " ".join(self.draw.choices(self.words, cum_weights=self.weights, k=count))

    def person(self) -> tuple[str, str]:
        """Somebody, some of them very often."""
        return self.draw.choices(self.people, cum_weights=self.often)[0]


class Page:
    """One article under construction."""

    def __init__(self, matter: Matter, number: int) -> None:
        self.matter, self.number = matter, number
        self.document = document_id(sha256(str(number).encode()))
        self.article = row_id("a", self.document)
        self.parts: list[str] = []
        self.at = 0
        self.mentions: list[Mention] = []
        self.said: list[Attribution] = []
        self.quantities: list[Quantity] = []
        self.times: list[Time] = []
        self.sentences: list[Sentence] = []

    def put(self, text: str) -> Span:
        """Add words; where they stand."""
        self.parts.append(text)
        span = Span(self.at, self.at + len(text))
        self.at = span.end
        return span

    def name(self) -> Span:
        """Somebody's name, as a mention."""
        name, kind = self.matter.person()
        span = self.put(name)
        self.mentions.append(Mention(self.document, self.article, *span, name, kind))
        self.matter.placed.append(MentionEntity(self.document, *span, row_id("e", name)))
        self.matter.namings[(row_id("e", name), name, self.article)] += 1
        return span

    def sentence(self, place: int) -> None:
        """One sentence, with somebody's words in it or without."""
        start = self.at
        if place % SAID == 0:
            self.saying(place)
        else:
            self.put(self.matter.some(18).capitalize() + ".")
        self.sentences.append(Sentence(self.document, self.article, start, self.at))
        self.put("\n" if place % 4 == 3 else " ")

    def saying(self, place: int) -> None:
        """A sentence in which somebody says how many of something there were, and when."""
        draw = self.matter.draw
        who = self.name()
        self.put(" ")
        cue = self.put("said")
        self.put(" ")
        content = self.at
        self.put("that ")
        self.name()
        self.put(" saw ")
        value = str(draw.randint(2, 900))
        number = self.put(value)
        self.put(" people in ")
        date = f"{draw.randint(2008, 2023)}-{draw.randint(1, 12):02}"
        when = self.put(date)
        self.put(" " + self.matter.some(9))
        id = row_id("t", self.document, place)
        spans = (Span(content, self.at),)
        stance = STANCES[min(int(draw.expovariate(0.7)), len(STANCES) - 1)]
        self.said.append(
            Attribution(id, self.document, self.article, who, cue, spans, "indirect", stance, speaker=who, source_kind="person")
        )
        self.put(".")
        figure = (float(value), float(value), False, "people")
        self.quantities.append(Quantity(row_id("q", self.document, place), self.document, self.article, *number, *figure, attribution=id))
        self.times.append(Time(row_id("x", self.document, place), self.document, self.article, *when, date, "date"))
        if place == 0 and self.number % 4 == 0:
            claim = AnswerClaim(self.document, *number, self.article, "", None, id)
            self.matter.questions[self.number // 4 % 500].append((value, claim))

    def records(self) -> FileRecords:
        """The article as a file's records."""
        draw, text = self.matter.draw, "".join(self.parts)
        title = Span(0, text.index("\n"))
        day = f"{draw.randint(2008, 2023)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        article = Article(
            self.article, self.document, (Span(title.end + 1, len(text)),), title, draw.choice(["en", "en", "en", "de", "fa"]),
            author=Fact(self.matter.person()[0]), outlet=Fact(draw.choice(self.matter.outlets)), published=Fact(day),
        )  # fmt: skip
        extraction = Extraction(
            self.article, tuple(self.sentences), tuple(self.mentions), attributions=tuple(self.said),
            quantities=tuple(self.quantities), times=tuple(self.times),
        )  # fmt: skip
        path, sha = f"{self.number // 1000:03}/{self.number:05}.txt", sha256(str(self.number).encode())
        document = Document(self.document, (path,), sha, len(text), "text/plain", text, "utf-8", "en")
        division = Division((Segment(self.document, 0, len(text), "article"),), (article,))
        return FileRecords(path, (DocumentRecords(document, division, (extraction,)),))


def page(matter: Matter, number: int) -> FileRecords:
    """One article; one in a few repeats the beginning of the one before."""
    made = Page(matter, number)
    made.put(matter.some(8).capitalize() + "\n")
    for place in range(SENTENCES):
        made.sentence(place)
    document, article, day = matter.last
    if number % COPIED == 1:
        ends = (End(document, article, 0, 300), End(made.document, made.article, 0, 300))
        matter.reuse.append(Reuse(row_id("u", number), "copy", *ends, 0.9, "a>b", "earlier date"))
        matter.stemma.append(StemmaEdge(made.article, article, ("date", "containment")))
        matter.origins[-1].append(made.article)
    else:
        matter.origins.append([made.article])
    matter.last = (made.document, made.article, day)
    return made.records()


def links(matter: Matter) -> dict[str, list[object]]:
    """What a link run would have found."""
    origin = {article: row_id("o", *members) for members in matter.origins for article in members}
    asked = []
    for number, given in sorted(matter.questions.items()):
        values: dict[str, list[AnswerClaim]] = defaultdict(list)
        for value, claim in given:
            values[value].append(
                AnswerClaim(claim.document, claim.start, claim.end, claim.article, origin[claim.article], None, claim.attribution)
            )
        answers = tuple(Answer(value, len({claim.origin for claim in held}), tuple(held)) for value, held in sorted(values.items()))
        about = row_id("e", matter.people[number % len(matter.people)][0])
        asked.append(
            Disagreement(row_id("g", number), f"How many people were seen in matter {number}?", "number", answers, "same event", (about,))
        )
    return {
        "entities": [Entity(row_id("e", name), kind, name, (name,)) for name, kind in matter.people],
        "mention_entities": list(matter.placed),
        "reuse": list(matter.reuse),
        "stemma": list(matter.stemma),
        "origins": [Origin(row_id("o", *members), tuple(members)) for members in matter.origins],
        "disagreements": [one for one in asked if len(one.answers) > 1],
        "namings": [Naming(entity, name, article, count, "neutral") for (entity, name, article), count in matter.namings.items()],
    }


def generated(path: Path, articles: int) -> Case:
    """A case of so many articles; the same number gives the same case."""
    case, matter = open_case(path, create=True), Matter(articles)
    for number in range(articles):
        records = page(matter, number)
        case.put_file(records, sha256=records.documents[0].document.sha256, size=1, key="k")
    marks = dict.fromkeys(("entities", "reuse", "disagree", "namings"), "k")
    case.put_links(links(matter), marks)
    return case
