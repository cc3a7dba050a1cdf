"""What is dropped before the comparison is what the comparison would refuse, and what clashes by numbers clashes by the rules."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bench.claims import Page, fill, link, pages
from testimonia.base.documents import Article, Fact
from testimonia.base.extractions import Claim
from testimonia.link import disagree
from testimonia.link.disagree import gathering, portions
from testimonia.link.disagree.apart import clashing
from testimonia.link.disagree.naming import Named
from testimonia.link.disagree.sieve import one_bit_each, worth_comparing
from testimonia.link.disagree.standing import Blocks, Whole
from testimonia.link.disagree.stars import Facts
from testimonia.store import open_case

NAMES = 9
KINDS = ("number", "number", "date", "date", "place", "agent", "polarity", "status")
PREDICATES = {
    "number": ("kill", "injure", "stock", "age", "pay", "figure", "say"), "date": ("kill", "found", "elect", "say", "head date"),
    "place": ("found", "attack"), "agent": ("doer", "attack"), "polarity": ("kill", "accusation"), "status": ("custody",),
}  # fmt: skip
TIMES = (None, None, "1994", "2004-05", "2004-05-11", "2004-05-13", "2004-08-20", "2021-03-02", "2021-03")
VALUES = {
    "number": ("12", "13", "40", "3 EUR", "5 EUR", "30 %"),
    "date": ("2004-05-11", "2004-05-13", "2004-09-01", "2003", "2009", "1994"),
}
SAID = ("accused", "denied", "Name1", "Name2")
WORDS = tuple(f"word{n}" for n in range(9))
TOGETHER = 4  # articles that have words in common which the others have not
SUBJECTS = ("the dam", "a dam", "two dams", "members", "the party", "it", "Varg")


def varied(draw: random.Random, claim: Claim, matter: int) -> Claim:
    """A generated claim with all that a rule may ask about drawn anew."""
    kind = draw.choice(KINDS)
    made = replace(
        claim, kind=kind, predicate=draw.choice(PREDICATES[kind]), value=draw.choice(VALUES.get(kind, SAID)),
        object=draw.choice(("people", "member", "soldier", "house", "")), subject=draw.choice(SUBJECTS), time=draw.choice(TIMES),
        place=draw.choice((None, "Name1")),
        about=tuple(sorted((*draw.sample(WORDS, 4), f"rare{matter}", f"odd{matter}"))), inherited=draw.random() < 0.2,
        polarity=draw.choice(("positive",) * 4 + ("negative",)), modality=draw.choice(("asserted",) * 6 + ("conditional", "question")),
        phase=draw.choice(("",) * 6 + ("part", "first", "rest")),
    )  # fmt: skip
    return replace(made, subject_span=draw.choice((claim.subject_span, claim.sentence, None)))


def dated(draw: random.Random, article: Article) -> Article:
    """The article with the day of its publication, or without one."""
    day = draw.choice((None, "2004-05-14", "2004-06-01", "2021-03-04"))
    return replace(article, published=Fact(day) if day else None)


def case_pages(seed: int) -> Iterator[Page]:
    """Articles that name few, and say all kinds of things of them."""
    draw = random.Random(seed)
    for number, page in enumerate(pages(24, 14, names=NAMES)):
        read, division = page.records.extractions[0], page.records.division
        claims = [varied(draw, claim, number // TOGETHER) for claim in read.claims]
        claims[1] = replace(claims[1], kind=claims[0].kind, predicate=claims[0].predicate, object=claims[0].object, rival=claims[0].id)
        articles = tuple(dated(draw, article) for article in division.articles)
        records = replace(page.records, division=replace(division, articles=articles), extractions=(replace(read, claims=tuple(claims)),))
        yield replace(page, records=records)


@pytest.mark.parametrize("seed", range(6))
def test_what_is_dropped_would_be_refused(tmp_path: Path, seed: int) -> None:
    listed = list(case_pages(seed))
    with open_case(tmp_path / "x.testimonia", create=True) as case:
        fill(case, listed)
        link(case, listed, names=NAMES)
        named = Named.of(case)
        gathered = gathering.Gathered(case, named)
        columns = disagree.documents(case, named, gathered)[0]
        whole = Whole.of(columns)
        pairs = Blocks.of(columns, whole.met).pairs()
        kept = worth_comparing(columns.held, pairs)
        claims, same = portions.Claims(columns.documents, columns.claims_each, gathered), portions.judging(gathered, whole)
        claims.take(np.unique(pairs))
        numbers = Facts.of(columns.held, np.arange(len(columns["claims"])))
        found = Counter[tuple[str, bool]]()
        for (a, b), stays in zip(pairs.tolist(), kept.tolist(), strict=True):
            reason = same(claims[a], claims[b])
            assert numbers.clash(a, b) == clashing(claims[a], claims[b])
            assert stays or reason is None, (reason, claims[a].claim, claims[b].claim)
            found[claims[a].claim.kind, reason is not None] += 1
    assert np.count_nonzero(~kept) > len(pairs) / 3
    assert all(found[kind, True] for kind in ("number", "date", "agent", "polarity")), found


def test_words_in_common_have_a_bit_in_common() -> None:
    words = [f"word{n}" for n in range(200)]
    assert all(one_bit_each(words[:n]) & one_bit_each([words[n - 1]]) for n in range(1, 200))
    assert one_bit_each([]) == 0
    assert one_bit_each(words) < 1 << 64
