"""What the claims of a document can be compared by, as columns of numbers that are kept in the case."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np

from testimonia.base.links import Finding, Heard, Slots
from testimonia.base.spans import Span
from testimonia.link.disagree.checks.lives import lives_of
from testimonia.link.disagree.families import doing
from testimonia.link.disagree.gathering import Gathered
from testimonia.link.disagree.keys import Keyed, plain
from testimonia.link.disagree.marks import Marks, Places, mark, owners, stretches
from testimonia.link.disagree.profiles import leading
from testimonia.link.disagree.sieve import COLUMNS, sifted
from testimonia.link.disagree.stars import GATHERING, gathering, years
from testimonia.link.disagree.values import precision

# one a claim: its id, kind with predicate and counted group, answer, wording, article, what sifts its pairs, and what gathers them
PLAIN = ("claims", "bases", "answers", "worded", "homes", *COLUMNS, *GATHERING)
# some a claim: what it meets others under, with another wording too, in a small pile also by the days of its text; how its names sound,
# the places that it speaks of, and the years
RAGGED = ("keys", "loose", "days", "loose days", "sounds", "places", "years")
SIZES = tuple(f"{name} each" for name in (*RAGGED, "named", "spoken"))
# keys, and in how many sentences; articles, whom they name and in which words, what leads first; of whose life something is told, and what
OTHER = ("counted", "times", "articles", "named", "spoken", "lives", "facts")
NAMES = (*PLAIN, *RAGGED, *OTHER, *SIZES)
SIZED = ("claims", "facts")  # of which is asked how many a document has
TOGETHER = 500  # rows that are unpacked at a time
QUICKLY = 1  # zlib's level: a third of the room, in a fifth of a millisecond a document
MADE = ("zlib", "led", "heard", "together", "sited", "begun", "doings")  # what changed in how they are made
LAYOUT = mark("\x1f".join((*NAMES, *MADE)))  # columns that were kept in another are not taken over
ONCE_MET = {"claims", "worded", "homes", "ways", "slot from", "slot until", *GATHERING, "years", "years each", "lives", "facts"}
STRETCH = 32  # days of publication under which claims meet
PRECISE = 31  # days that a time may leave open under which claims meet


def slots(document: str, digest: str, gathered: Gathered, findings: Sequence[Finding]) -> Slots:
    """The row of a document."""
    claims = gathered.keyed[document]
    counted = Counter(sorted(key for keys in sentences(claims).values() for key in keys))
    articles = gathered.holds[document]
    named, spoken = ([led(told.get(article, Counter())) for article in articles] for told in (gathered.named, gathered.spoken))
    ragged = {
        "keys": [*map(keys, claims)],
        "loose": [loose(one, gathered.keys.families(one)) if one.claim.kind != "place" else [] for one in claims],
    }
    ragged |= {"days": [*map(together, claims)], "loose days": [in_families(together(one), gathered.keys.families(one)) for one in claims]}
    ragged |= {"sounds": [sorted(one.sounds) for one in claims], "places": [*map(places, claims)]}
    ragged |= {"named": named, "spoken": spoken}
    lives = [fact for one in claims for fact in lives_of(one, gathered.names, gathered.keys.names.entities)]
    held: dict[str, list[int]] = {name: [mark(word) for word in chain.from_iterable(words)] for name, words in ragged.items()}
    held |= {f"{name} each": [len(words) for words in each] for name, each in ragged.items()}
    held |= {"years": [*chain.from_iterable(map(years, claims))], "years each": [len(years(one)) for one in claims]}
    held |= (
        sifted(claims, gathered.keys)
        | gathering(claims)
        | {
            "claims": [mark(one.claim.id) for one in claims],
            "bases": [mark(base(one)) for one in claims],
            "answers": [mark(answer_key(one)) for one in claims],
            "worded": [mark(worded(one)) for one in claims],
            "homes": [mark(one.claim.article) for one in claims],
            "counted": [mark(key) for key in counted],
            "times": list(counted.values()),
            "articles": [mark(article) for article in articles],
            "lives": [mark(person) for person, _ in lives],
            "facts": [fact for _, fact in lives],
        }
    )
    places_said = len({one.claim.sentence for one in claims})
    inside, heard = tuple(gathered.inside[document]), tuple(gathered.heard[document])
    return Slots(document, digest, packed(held), places_said, heard, inside, tuple(findings))


def sentences(claims: Iterable[Keyed]) -> dict[Span, set[str]]:
    """The keys that stand in each sentence."""
    found: dict[Span, set[str]] = {}
    for one in claims:
        found.setdefault(one.claim.sentence, set()).update(one.sounds, *one.names)
    return found


def keys(one: Keyed) -> list[str]:
    """The keys under which a claim meets others, its sounds apart."""
    found = {key for names in one.all_names for key in names} | set(one.subject)
    found.add("article:" + one.claim.article)
    found |= {"topic:" + topic for topic in one.topics}
    if one.claim.time and precision(one.claim.time) <= PRECISE:
        found.add("time:" + one.claim.time[:7])
    return sorted(found)


def together(one: Keyed) -> list[str]:
    """The stretches of days in which a figure, date or place was published, so that two of nearly the same days share one."""
    if one.published is None or one.claim.kind not in ("number", "date", "place"):
        return []
    day = int(one.published)
    return [f"day:{day // STRETCH}", f"days:{(day + STRETCH // 2) // STRETCH}"]


def loose(one: Keyed, families: Iterable[str]) -> list[str]:
    """The keys under which a claim meets others of its families in other words: the names near it, and those that its article is about."""
    if one.claim.kind == "place":
        return []  # these meet in small piles alone
    around = {key for names in one.all_names for key in names} | set(one.topics) | one.sounds
    return in_families(around, families)


def in_families(keys: Iterable[str], families: Iterable[str]) -> list[str]:
    """Each key for each family."""
    return sorted(f"{family}\x1f{key}" for key in keys for family in families)


def led(counter: Counter[str]) -> list[str]:
    """What an article names or says, what leads it first: how much it shares with another is told by that alone."""
    first = leading(counter)
    return [*first, *sorted(counter.keys() - set(first))]


def places(one: Keyed) -> list[str]:
    """The names by which a claim may be said to lie in another place."""
    tied = {key.removeprefix("n:") for _, names in one.parties for key in names if key.startswith("n:")}
    said = {one.claim.place or "", one.claim.value if one.claim.kind == "place" else ""}
    return sorted(tied | {plain(name) for name in said if name})


def base(one: Keyed) -> str:
    """What two claims must have in common to be compared at all: kind, predicate, and for figures and doers what is counted or done."""
    group = doing(one.claim.object) if one.claim.kind == "agent" else one.claim.object if one.claim.kind == "number" else ""
    return "\x1f".join((one.claim.kind, one.claim.predicate, group))


def answer_key(one: Keyed) -> str:
    """What tells one answer from another at a glance; claims with one answer only hold no disagreement."""
    return one.claim.object if one.claim.kind == "status" else one.claim.value


def worded(one: Keyed) -> str:
    """An answer in its words: copies of one text give it in the same."""
    return "\x1f".join((one.claim.kind, one.claim.predicate, answer_key(one), *sorted(one.words)))


def packed(columns: Mapping[str, Sequence[int]]) -> bytes:
    """The columns one after the other, their sizes before them, compressed."""
    arrays = [np.array(columns[name], np.uint64) for name in NAMES]
    sizes = np.array([len(one) for one in arrays], np.uint64)
    return zlib.compress(np.concatenate([sizes, *arrays]).astype("<u8").tobytes(), QUICKLY)


def unpacked(rows: Sequence[bytes]) -> dict[str, Marks]:
    """The columns of some rows, those of one name one behind the other; and of how many values of some each row is."""
    listed = [np.frombuffer(zlib.decompress(row), "<u8") for row in rows]
    numbers = np.concatenate(listed).astype(np.uint64, copy=False)
    ends = np.cumsum([*map(len, listed)])
    starts = np.r_[0, ends[:-1]]
    sizes = numbers[starts[:, None] + np.arange(len(NAMES))].astype(np.int64)
    begin = starts[:, None] + len(NAMES) + np.cumsum(sizes, axis=1) - sizes
    held = {name: numbers[stretches(begin[:, at], sizes[:, at])] for at, name in enumerate(NAMES)}
    return held | {f"{name} of each": sizes[:, NAMES.index(name)].astype(np.uint64) for name in SIZED}


@dataclass(frozen=True)
class Columns:
    """The columns of all documents, one behind the other, in the order of their ids."""

    documents: tuple[str, ...]
    held: Mapping[str, Marks]
    claims_each: Places  # of each document
    living: Places  # the document of each fact of a life
    sentences: int
    heard: tuple[Heard, ...]
    inside: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, rows: Sequence[Slots]) -> Columns:
        """The rows, sorted by document, as one."""
        read = [unpacked([row.columns for row in rows[at : at + TOGETHER]]) for at in range(0, len(rows), TOGETHER)]
        sized = [f"{name} of each" for name in SIZED]
        held = {name: np.concatenate([np.zeros(0, np.uint64), *(part.pop(name) for part in read)]) for name in (*NAMES, *sized)}
        claims, facts = (held.pop(name).astype(np.int64) for name in sized)
        return cls(
            tuple(row.document for row in rows), held, claims, owners(facts), sum(row.sentences for row in rows),
            tuple(one for row in rows for one in row.heard), frozenset(pair for row in rows for pair in row.inside),
        )  # fmt: skip

    def once_met(self) -> Columns:
        """Without what is only asked until it is known which claims meet: nine tenths of a large case."""
        return replace(self, held={name: column for name, column in self.held.items() if name in ONCE_MET})

    def __getitem__(self, name: str) -> Marks:
        return self.held[name]

    def each(self, name: str) -> Places:
        """How many of a ragged column's numbers belong to each claim (or, of `named`, to each article)."""
        return self.held[f"{name} each"].astype(np.int64)
