"""Texts copied and edited in known ways, with the tree that made them: what a program that looks for copies can be held against.

`retold(texts, seed)` takes any texts as the first reports, and copies them on and on: whole, cut, re-ordered, lightly and heavily edited,
with commentary, spliced with others, one sentence quoted, read badly by a machine, and several of these at once. A letter keeps the number
of the letter that it was copied from, so what two texts share is known to the letter.
"""

from __future__ import annotations

import itertools
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

Letters = list[tuple[str, int]]
Edit = Callable[[random.Random, Letters, list[Letters]], Letters]

ONWARD = 0.2  # how much rather the first report of something is copied than one of its copies
NEW = -1  # the number of a letter that was copied from nowhere
SHARED = 40  # letters that two texts must share to be a pair
RUN = 8  # words that two first reports must not share in a row
LEAST, MOST = 800, 9000  # letters of a first report
FIRST = date(2014, 8, 1)
SENTENCE = re.compile(r".+?(?:[.!?][”\"')]*(?=\s|$)|$)\s*", re.DOTALL)
SAME = dict(
    pair.split(":")
    for pair in (
        "said:stated says:states but:however because:since about:around last:past also:too show:reveal shows:reveals help:assist "
        "people:persons big:large many:numerous begin:start began:started told:informed while:whereas get:obtain make:create made:created "
        "called:named used:employed now:currently think:believe want:wish find:discover found:discovered only:just after:following"
    ).split()
)
WORD = re.compile(r"\S+\s*")
PUT_IN = ("also", "then", "apparently", "in fact", "reportedly", "however", "once more", "it seems")
MISREAD = {"m": "rn", "l": "1", "h": "b", "e": "c", "o": "0", "i": "l", "t": "f", "a": "o", "w": "vv", "d": "cl", "u": "n", "s": ""}
COMMENT = ("Here is what was written elsewhere: ", "Our own view differs. ", "Readers have asked us about this. ", "To quote the report: ")


@dataclass(frozen=True)
class Page:
    """One made text: its day, what it was made from (by name), and by which edits since the first report."""

    name: str
    letters: Letters
    day: date
    parents: tuple[str, ...] = ()
    edits: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "".join(letter for letter, _ in self.letters)


def new(text: str) -> Letters:
    return [(letter, NEW) for letter in text]


def string(letters: Letters) -> str:
    return "".join(letter for letter, _ in letters)


def split(letters: Letters, pattern: re.Pattern[str] = SENTENCE) -> list[Letters]:
    return [letters[match.start() : match.end()] for match in pattern.finditer(string(letters)) if match.group().strip()]


def flat(parts: Iterable[Letters]) -> Letters:
    return list(itertools.chain.from_iterable(parts))


def foreign(others: list[Letters], count: int) -> list[Letters]:
    """Sentences that stand nowhere else in the set, each used once; none when all are used up."""
    return [others.pop() for _ in range(min(count, len(others)))]


def whole(rng: random.Random, text: Letters, others: list[Letters]) -> Letters:
    return list(text)


def excerpt(rng: random.Random, text: Letters, others: list[Letters]) -> Letters:
    parts = split(text)
    kept = max(1, round(len(parts) * rng.uniform(0.2, 0.9)))
    start = rng.randint(0, len(parts) - kept)
    return flat(parts[start : start + kept])


def omit(rng: random.Random, text: Letters, others: list[Letters]) -> Letters:
    parts, share = split(text), rng.uniform(0.1, 0.5)
    return flat([part for part in parts if rng.random() > share] or parts[:1])


def edited(share: float) -> Edit:
    """Words changed, put in, left out or mistyped, so large a share of them."""

    def edit(rng: random.Random, text: Letters, others: list[Letters]) -> Letters:
        made: Letters = []
        for part in split(text, WORD):
            word = string(part).strip()
            known = SAME.get(word.lower())
            chance = rng.random()
            if known and chance < 6 * share:
                made += [*new(known), *part[len(word) :]]
            elif chance < 0.3 * share:
                continue
            elif chance < 0.7 * share:
                made += [*new(rng.choice(PUT_IN) + " "), *part]
            elif chance < share and len(word) > 4:
                at = rng.randrange(1, len(word) - 1)
                made += [*part[:at], part[at + 1], part[at], *part[at + 2 :]]
            else:
                made += part
        return made

    return edit


def comment(rng: random.Random, text: Letters, others: list[Letters]) -> Letters:
    parts = split(text)
    for _ in range(rng.randint(1, 3)):
        at = rng.choice((0, len(parts), rng.randint(0, len(parts))))
        parts[at:at] = [new(rng.choice(COMMENT)), *foreign(others, rng.randint(1, 3))]
    return flat(parts)


def reorder(rng: random.Random, text: Letters, others: list[Letters]) -> Letters:
    parts = split(text)
    size = rng.randint(1, 4)
    groups = [parts[at : at + size] for at in range(0, len(parts), size)]
    rng.shuffle(groups)
    return flat(itertools.chain.from_iterable(groups))


def splice(rng: random.Random, text: Letters, others: list[Letters]) -> Letters:
    """Parts of the text and of the first of the others."""
    ours, theirs = (split(excerpt(rng, side, [])) for side in (text, others[0]))
    cut = rng.randint(0, len(ours))
    return flat([*ours[:cut], *theirs, *ours[cut:]] if rng.random() < 0.5 else [*ours, *theirs])


def quote(rng: random.Random, text: Letters, others: list[Letters]) -> Letters:
    said = rng.choice([part for part in split(text) if len(part) >= 60] or split(text))
    around = foreign(others, rng.randint(4, 16))
    at = rng.randint(0, len(around))
    return flat([*around[:at], new(rng.choice(COMMENT)), said, *around[at:]])


def misread(share: float) -> Edit:
    """Letters taken for others, lost, and lines that break words, as in a scan."""

    def edit(rng: random.Random, text: Letters, others: list[Letters]) -> Letters:
        made: Letters = []
        for place, (letter, number) in enumerate(text):
            chance = rng.random()
            if chance < share:
                made += new(MISREAD.get(letter, ""))
            elif place % 70 == 69 and letter.isalpha():
                made += [(letter, number), *new("-\n")]
            else:
                made.append((letter, number))
        return made

    return edit


def chained(*edits: Edit) -> Edit:
    def edit(rng: random.Random, text: Letters, others: list[Letters]) -> Letters:
        for one in edits:
            text = one(rng, text, others)
        return text

    return edit


EDITS: Mapping[str, Edit] = {
    "whole": whole,
    "excerpt": excerpt,
    "omit": omit,
    "light edit": edited(0.03),
    "heavy edit": edited(0.15),
    "comment": comment,
    "reorder": reorder,
    "splice": splice,
    "quote": quote,
    "some misread": misread(0.015),
    "much misread": misread(0.06),
    "excerpt + edit": chained(excerpt, edited(0.06)),
    "comment + edit": chained(comment, edited(0.06)),
    "reorder + edit + misread": chained(reorder, edited(0.06), misread(0.015)),
}


def apart(texts: Iterable[str], count: int) -> list[str]:
    """So many texts, the first that share no run of words with an earlier one, so that what texts share is what was copied."""
    seen: set[str] = set()
    kept: list[str] = []
    for text in texts:
        words = re.findall(r"\w+", text.lower())
        runs = {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
        if LEAST <= len(text) <= MOST and not runs & seen and len(kept) < count:
            kept.append(text)
        seen |= runs
    return kept


def retold(texts: Sequence[str], beside: Sequence[str], seed: int, each: int = 26) -> list[Page]:
    """So many texts by each edit, of four parts in ten of the given ones; the others stand alone. By name.

    Commentary and what stands around a quotation come from the texts `beside`, which are not in the set.
    """
    rng = random.Random(seed)
    numbers = itertools.count()
    names = (f"p{number:05}" for number in rng.sample(range(100_000), len(texts) + each * len(EDITS)))
    bases = [Page(next(names), [(letter, next(numbers)) for letter in text], FIRST + timedelta(rng.randrange(60))) for text in texts]
    copied = list(bases[: max(1, len(bases) * 4 // 10)])
    others = [new(string(part).strip() + " ") for text in beside for part in split(new(text))]
    rng.shuffle(others)
    pages = list(bases)
    kinds = [kind for kind in EDITS for _ in range(each)]
    rng.shuffle(kinds)
    for kind in kinds:
        parents = chosen(rng, copied, 2 if kind == "splice" else 1)
        letters = EDITS[kind](rng, parents[0].letters, [parents[1].letters] if kind == "splice" else others)
        day = max(parent.day for parent in parents) + timedelta(rng.randint(0, 12))
        made = Page(next(names), letters, day, tuple(parent.name for parent in parents), (*parents[0].edits, kind))
        pages.append(made)
        copied += [made] if len(made.edits) < 4 else []
    return sorted(pages, key=lambda page: page.name)


def chosen(rng: random.Random, pages: Sequence[Page], count: int) -> list[Page]:
    """What is copied: long enough, and not two texts that share something."""
    first = rng.choice([page for page in pages if len(page.letters) > 300 and (not page.parents or rng.random() < ONWARD)])
    if count == 1:
        return [first]
    mine = {number for _, number in first.letters if number != NEW}
    rest = [page for page in pages if len(page.letters) > 300 and not any(number in mine for _, number in page.letters)]
    return [first, rng.choice(rest)]


def pairs(pages: Sequence[Page]) -> Iterator[tuple[str, str]]:
    """The pairs of pages that share text, each in order."""
    holders: dict[int, list[int]] = defaultdict(list)
    for place, page in enumerate(pages):
        for number in {number for _, number in page.letters if number != NEW}:
            holders[number].append(place)
    counts: dict[tuple[int, int], int] = defaultdict(int)
    for held in holders.values():
        for pair in itertools.combinations(held, 2):
            counts[pair] += 1
    yield from sorted((pages[a].name, pages[b].name) for (a, b), count in counts.items() if count >= SHARED)
