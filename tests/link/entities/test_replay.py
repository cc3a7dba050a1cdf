"""Two hundred rulings on names and descriptions, given to a case built anew: each is applied or shown as orphaned, and none is lost."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from testimonia.base.decisions import Decision
from testimonia.base.documents import Article, Division, Document, Segment
from testimonia.base.extractions import Extraction, Mention
from testimonia.base.outcomes import DocumentRecords, FileRecords
from testimonia.base.spans import Span
from testimonia.link.entities.whole import link_entities
from testimonia.store import Case, open_case
from testimonia.store.orphans import orphaned
from testimonia.store.protecting import people

SURNAMES = [a + b for a, b in product(("Vel", "Dro", "Kas", "Mir", "Tul", "Bex", "Gan", "Lop"), ("kor", "ndat", "sumi", "rvex", "lgoth"))]
BODIES = [f"{surname} Union" for surname in SURNAMES]
GROUP = 10  # surnames of one document


def told(surname: str) -> list[tuple[str, str, str]]:
    """What a document says of one family and its body: name, type, and for a description its head noun."""
    return [
        (f"Alexander {surname}", "person", ""),
        (f"Alexander M. {surname}", "person", ""),
        (f"Bertram {surname}", "person", ""),
        (f"{surname} Union", "organisation", ""),
        (f"{surname} Guild", "organisation", ""),
        (f"the leaders of {surname} Union", "group", "leader"),
        (f"the chiefs of {surname} Union", "group", "chief"),
    ]


def rulings(surname: str) -> list[tuple[str, tuple[str, ...]]]:
    """Five rulings of different kinds about one family: what two names are, what two descriptions are, who is protected, a note."""
    leaders, chiefs = f"the leaders of {surname} Union", f"the chiefs of {surname} Union"
    kind = ("different", "unsure")[SURNAMES.index(surname) % 2]
    return [
        (kind, (f"Alexander {surname}", f"Alexander M. {surname}")),
        ("same", (f"{surname} Union", f"{surname} Guild")),
        (("unsure", "different")[SURNAMES.index(surname) % 2], (leaders, chiefs)),
        ("protect", (f"Bertram {surname}",)),
        (("note", "tag")[SURNAMES.index(surname) % 2], (leaders,)),
    ]


def page(number: int) -> FileRecords:
    """A document with ten families, each named twice."""
    ident, row = f"d{number}", [one for surname in SURNAMES[number * GROUP :][:GROUP] for one in told(surname)] * 2
    mentions, text = [], ""
    for name, kind, head in row:
        at, spot = len(text), Span(len(text) + name.find(" of ") + 4, len(text) + len(name))
        if head:
            mentions.append(Mention(ident, f"a{number}", spot.start, spot.end, name[name.find(" of ") + 4 :], "organisation"))
        mentions.append(
            Mention(
                ident, f"a{number}", at, at + len(name), name, kind, "role" if head else "name", head=head, qualifier=spot if head else None
            )
        )
        text += name + ". "
    document = Document(ident, (f"{ident}.txt",), ident, len(text), "text/plain", text)
    article = Article(f"a{number}", ident, (Span(0, len(text)),), language="en")
    division = Division((Segment(ident, 0, len(text), "article"),), (article,))
    return FileRecords(f"{ident}.txt", (DocumentRecords(document, division, (Extraction(article.id, mentions=tuple(mentions)),)),))


def build(case: Case, numbers: range) -> None:
    """The documents, and the entities that are linked of them under the rulings that stand."""
    for number in numbers:
        case.put_file(page(number), sha256=f"d{number}", size=1, key="k")
    case.put_links(link_entities(case), {"entities": str(numbers)})


def applied(case: Case, decision: Decision) -> bool:
    """Whether a ruling shows in the case."""
    held = {name: entity.id for entity in case.records("entities") for name in entity.names}
    found = [held.get(name) for name in decision.targets]
    if None in found:
        return False
    if decision.kind == "protect":
        return found[0] in {person.entity for person in people(case)}
    if decision.kind == "same":
        return found[0] == found[1]
    return len(set(found)) == len(found)


@pytest.fixture
def ruled(tmp_path: Path) -> Iterator[Case]:
    """A case of four documents with two hundred rulings."""
    with open_case(tmp_path / "first.testimonia", create=True) as case:
        build(case, range(4))
        for surname in SURNAMES:
            for kind, targets in rulings(surname):
                case.decide(kind, "entities", targets)
        yield case


def test_without_rulings_the_names_stand_otherwise(tmp_path: Path) -> None:
    with open_case(tmp_path / "plain.testimonia", create=True) as case:
        build(case, range(4))
        held = {name: entity.id for entity in case.records("entities") for name in entity.names}
    first = SURNAMES[0]
    assert held[f"Alexander {first}"] == held[f"Alexander M. {first}"]
    assert held[f"the leaders of {first} Union"] == held[f"the chiefs of {first} Union"]
    assert held[f"{first} Union"] != held[f"{first} Guild"]


def test_each_of_two_hundred_rulings_is_applied_or_shown_as_orphaned_on_a_case_built_anew(ruled: Case, tmp_path: Path) -> None:
    history = ruled.decisions()
    assert len(history) == 200
    with open_case(tmp_path / "second.testimonia", create=True) as case:
        for decision in history:
            case.take(decision)
        build(case, range(3))  # the fourth document is not there
        assert case.decisions() == history
        lost = {decision.id for decision in orphaned(case)}
        assert {decision.id for decision in history if not applied(case, decision)} == lost
        assert len(lost) == 50
        build(case, range(4))  # it comes back
        assert orphaned(case) == ()
        assert all(applied(case, decision) for decision in history)
