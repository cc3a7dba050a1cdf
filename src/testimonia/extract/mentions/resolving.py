"""Who is meant, inside one article: a surname by its full name, a role by its holder, a pronoun by the nearest compatible name.

The scoring follows the salience factors of Lappin and Leass (1994) in the short form that needs no parse forest: grammatical role,
distance, and how often the article speaks of the candidate; agreement in gender, number and kind comes first.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from spacy.tokens import Token

from testimonia.base.extractions import Mention
from testimonia.base.spans import Span
from testimonia.extract.mentions.found import Found, determiner, locative, metonym, scare_quoted
from testimonia.extract.mentions.heads import bare_heads
from testimonia.extract.mentions.offices import is_title
from testimonia.extract.mentions.words import Words, listed
from testimonia.extract.parsing import Parsed

SUBJECT = {"nsubj", "nsubjpass"}
REACH = 700  # characters back to look for an antecedent
MOST = 40  # mentions back to look at
NEVER = 5  # of so many uses as a place's name none says where anything is: then it may be a surname
MARGIN = 0.6  # points between the first and the second candidate, below which both are shown
PARALLEL = 2.0  # points more for what goes on as the subject of the next sentence
LONGEST = 80  # words that are looked at under a head: in an endless list each hangs on the one before
NEAR = 4  # mentions back among which a description beside a name is looked for
CLOSING, JOINED = (",", ".", ";", ":", ")", ""), (", and ", ", or ")
INDEFINITE, DEFINITE = listed("en", "indefinite"), listed("en", "pointing")
FITS = {
    "person": {"person"},
    "other": {"organisation", "place", "work", "event", "other"},
    "group": {"group", "organisation"},
}


@dataclass
class Book:
    """What is known so far of an article's mentions while they are read in order.

    `same` gives the first name of declared aliases, `several` are the roles that two people of the article hold, and `people` the names
    that an office beside them shows to be a person's.
    """

    stands_for: dict[Span, Span] = field(default_factory=dict)
    candidates: dict[Span, tuple[Span, ...]] = field(default_factory=dict)
    people: set[Span] = field(default_factory=set)
    generic: frozenset[str] = frozenset()
    official: frozenset[str] = frozenset()
    classes: dict[str, str] = field(default_factory=dict)
    same: dict[str, str] = field(default_factory=dict)
    holders: dict[str, Span] = field(default_factory=dict)
    several: set[str] = field(default_factory=set)
    heads: dict[str, Found] = field(default_factory=dict)

    def root(self, span: Span) -> Span:
        """The name at the end of the line of antecedents."""
        while span in self.stands_for:
            span = self.stands_for[span]
        return span

    def link(self, span: Span, to: Span) -> None:
        """Let one span stand for another."""
        target = self.root(to)
        if target != span:
            self.stands_for[span] = target


def resolve(parsed: Parsed, found: Sequence[Found], known: Words) -> tuple[Mention, ...]:
    """The mentions of an article, each with its antecedent or its candidates."""
    ordered = sorted(found, key=lambda one: (one.span.start, -one.span.end))
    book = Book(generic=known.generic, official=known.official, classes=known.classes)
    surnames(parsed, ordered, book)
    for bare, body in bare_heads(parsed, ordered):
        book.link(bare, body)
    counts = Counter(one.text(parsed).casefold() for one in ordered if one.form == "name")
    recent: list[Found] = []
    for one in ordered:
        settle(parsed, one, recent, book, counts)
        if one.form != "pronoun" and one.inner is None and not adjective(one):
            recent.append(one)
    roots = {(one.paragraph, one.root.i): one.span for one in ordered if one.form != "pronoun"} | {
        (one.paragraph, one.root.i): one.span for one in ordered if one.form != "role"
    }
    return tuple(as_mention(parsed, one, book, roots) for one in ordered)


def as_mention(parsed: Parsed, one: Found, book: Book, roots: dict[tuple[int, int], Span]) -> Mention:
    """The record of a mention; `roots` finds the mention that a description is built on."""
    qualifier = None if one.qualifier is None else roots.get((one.paragraph, one.qualifier))
    if qualifier is not None:
        qualifier = book.root(qualifier)
    return Mention(
        document=parsed.document.id,
        article=parsed.article.id,
        start=one.span.start,
        end=one.span.end,
        name=one.text(parsed),
        type=kind(one, book),
        form=one.form,
        antecedent=book.stands_for.get(one.span),
        candidates=book.candidates.get(one.span, ()),
        gender=one.gender,
        number=one.number,
        metonym=metonym(one),
        locative=locative(one),
        determiner=determiner(one),
        head=one.head,
        gist=one.gist,
        scare=one.form != "pronoun" and scare_quoted(parsed.text, one.span),
        qualifier=None if qualifier == one.span else qualifier,
        shown=one.shown,
    )


def kind(one: Found, book: Book) -> str:
    """The type of a mention: a person where it is, or stands for, a name that an office beside it shows to be one."""
    return "person" if one.form == "name" and book.root(one.span) in book.people else one.type


def adjective(one: Found) -> bool:
    """A people's name that only qualifies another noun ("the Greek government") stands for nobody."""
    return one.type == "group" and one.root.dep_ in ("amod", "compound", "nmod")


def settle(parsed: Parsed, one: Found, recent: list[Found], book: Book, counts: Counter[str]) -> None:
    """Resolve one mention against those before it."""
    if one.inner is not None:
        book.link(one.span, one.inner)
        hold(parsed, one, book)
    elif one.form == "pronoun":
        nearest(parsed, one, recent, (book, counts))
    elif one.form == "role":
        role(parsed, one, recent, (book, counts))
    else:
        held_by(parsed, one, recent, book)
    if one.form != "pronoun" and one.inner is None and one.span not in book.stands_for and tells(one):
        head = one.root.lemma_.casefold()
        book.heads[book.classes.get(head, head)] = one


def under(one: Found) -> Iterable[Token]:
    """The words that hang on a mention's head; its own where nothing was parsed: spaCy must not be asked there, it may crash."""
    doc = one.root.doc
    return islice(one.root.subtree, LONGEST) if doc.has_annotation("DEP") else doc[one.first.i : one.last.i + 1]


def tells(one: Found) -> bool:
    """Whether a later "the X" can go back to this mention: a name, a phrase that holds one, a document or an event."""
    return one.form == "name" or one.type in ("work", "event") or any(token.ent_type_ for token in under(one))


# -- surnames -----------------------------------------------------------------------------------------------------


def surnames(parsed: Parsed, found: Sequence[Found], book: Book) -> None:
    """Let a single word stand for the one full name in the article that ends (or begins) with it."""
    full: dict[str, list[Found]] = defaultdict(list)
    singles = []
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for one in found:
        if one.form != "name":
            continue
        name = one.folded(parsed)
        kinds[name][one.type] += 1
        parts = name.split()
        if 1 < len(parts) <= 5:
            full[" ".join(parts)].append(one)
        elif len(parts) == 1:
            singles.append(one)
    people = {name: held for name, held in full.items() if kinds[name]["person"] > 0 and whole(name, full)}
    by_part: dict[str, dict[str, list[Found]]] = defaultdict(dict)
    for name, held in sorted(people.items()):
        for part in (name.split()[0], name.split()[-1]):
            by_part[part][name] = held
    lying = Counter(one.text(parsed).casefold() for one in singles if one.type == "place" and locative(one))
    for one in singles:
        name = one.folded(parsed)
        elsewhere = kinds[name]["group"] + (kinds[name]["place"] if lying[name] * NEVER >= kinds[name]["place"] else 0)
        if elsewhere <= sum(kinds[name].values()) / 2:
            choose_full(one, by_part.get(name, {}), book)


def whole(name: str, full: dict[str, list[Found]]) -> bool:
    """Whether a full name is not a shorter one of the same article with a word of the sentence before or behind it."""
    parts = name.split()
    shorter = (" ".join(parts[i:j]) for i in range(len(parts)) for j in range(i + 2, len(parts) + 1) if j - i < len(parts))
    return not any(len(full.get(short, ())) >= len(full[name]) for short in shorter)


def choose_full(one: Found, fitting: dict[str, list[Found]], book: Book) -> None:
    """The full name a surname stands for: the only one, else the candidates, and nothing is chosen."""
    if len(fitting) == 1:
        held = next(iter(fitting.values()))
        before = [h for h in held if h.span.end <= one.span.start]
        book.link(one.span, (before[-1] if before else held[0]).span)
    elif (holder := in_office(one, fitting)) is not None:
        choose_full(one, {holder: fitting[holder]}, book)
    elif fitting:
        book.candidates[one.span] = tuple(sorted(held[0].span for held in fitting.values()))[:5]


def in_office(one: Found, fitting: dict[str, list[Found]]) -> str | None:
    """The only full name that fits and stands behind the title that a surname stands behind ("Minister X", and Ana X her daughter)."""
    title = title_of(one)
    names = [name for name, held in fitting.items() if any(title_of(other) == title for other in held)] if title else []
    return names[0] if len(names) == 1 else None


def title_of(one: Found) -> str:
    """The office right before a name; nothing where there is none."""
    word = one.first.nbor(-1) if one.first.i > 0 else None
    return word.text.casefold() if word is not None and is_title(word) else ""


# -- roles --------------------------------------------------------------------------------------------------------


def role_key(parsed: Parsed, one: Found) -> str:
    """The words of a role without determiners, country adjectives and the name behind it."""
    end = one.inner.start if one.inner is not None else one.span.end
    words = [word.casefold().strip("’'s,") for word in parsed.text[one.span.start : end].split()]
    return " ".join(words[-2:]) if len(words) > 1 and words[-1] == "minister" else words[-1] if words else ""


def holder_of(parsed: Parsed, one: Found, book: Book) -> Span | None:
    """Who holds the role that a description names; nobody where two do."""
    key = role_key(parsed, one)
    return None if key in book.several else book.holders.get(key)


def hold(parsed: Parsed, one: Found, book: Book) -> None:
    """Keep who holds a role; a bare "the minister" is the last one named, whatever of, where no other minister was named before."""
    inner = one.inner
    key = role_key(parsed, one)
    if inner is None:
        return
    book.holders[key] = inner
    bare = key.rpartition(" ")[2]
    if bare != key:
        held = book.holders.setdefault(f"the {bare}", inner)
        if held.of(parsed.text).casefold().split()[-1] != inner.of(parsed.text).casefold().split()[-1]:
            book.several.add(f"the {bare}")


def role(parsed: Parsed, one: Found, recent: list[Found], state: tuple[Book, Counter[str]]) -> None:
    """A definite description: the holder of the role, the name that holds its head noun, or for a general noun the nearest body."""
    book, _ = state
    appositive(one, recent, book)
    if one.span in book.stands_for or one.first.text.casefold() not in DEFINITE:
        return
    modified = one.last.i != one.root.i or any(token.ent_type_ for token in one.root.lefts)
    if one.type == "person" and (holder := holder_of(parsed, one, book)) is not None and not modified:
        book.link(one.span, holder)
        return
    head = one.root.lemma_.casefold()
    held = book.heads.get(book.classes.get(head, head))
    if held is not None and head in book.generic and held.form != "name":
        held = None
    if held is not None and not modified and (one.type != "group" or held.qualifier is not None):
        book.link(one.span, held.span)
    elif head in book.generic and not modified and one.root.tag_ == "NN":
        nearest(parsed, one, recent, state)


def appositive(one: Found, recent: list[Found], book: Book) -> None:
    """A description beside a name: "Ana X, the head of the court" or "the head of the court, Ana X"."""
    if not recent:
        return
    for other in reversed(recent[-NEAR:]):
        beside = one.root.dep_ == "appos" and one.root.head == other.root and one.paragraph == other.paragraph
        around = other.root.dep_ == "appos" and other.root.head == one.root and one.paragraph == other.paragraph
        fitting = agrees(one, other) or (beside and one.type == "organisation" and one.first.lower_ in INDEFINITE)
        if (beside or around) and holds_office(one, other, book):
            book.people.add(other.span)
            fitting = True
        if (beside or around) and other.form == "name" and fitting and (one.type == "person" or one.first.pos_ == "DET"):
            book.link(one.span, other.span)
            if one.type == "person":
                book.holders[one.root.lower_] = other.span
            return


def holds_office(one: Found, other: Found, book: Book) -> bool:
    """Whether an office stands beside a name that the tagger took for a body's, and that has no word for a body: "the chair, X Y"."""
    named = other.form == "name" and other.type == "organisation" and other.last.i > other.first.i
    bodily = any(
        word.lower_ in book.generic or word.lower_ in book.official or not word.text[:1].isupper()
        for word in other.root.doc[other.first.i : other.last.i + 1]
    )
    return named and one.type == "person" and is_title(one.root) and not bodily


def held_by(parsed: Parsed, one: Found, recent: list[Found], book: Book) -> None:
    """Let a description stand for the name in apposition behind it: "the head of the court, Ana X,", "her rival, the poet Ana X"."""
    text, (start, end) = parsed.text, one.span
    closed = text[end : end + 1] in CLOSING and not text.startswith(JOINED, end)
    for other in reversed(recent[-NEAR:]):
        if other.form != "role" or other.span in book.stands_for:
            continue
        office = holds_office(other, one, book)
        beside = closed and text[start - 2 : start] == ", " and other.span.end == start - 2 and other.first.lower_ in DEFINITE
        apposed = one.type == "person" and one.root.dep_ == "appos" and one.root.head == other.root and other.first.tag_ == "PRP$"
        if (office or other.type == one.type) and (beside or apposed):
            book.people |= {one.span} if office else set()
            book.link(other.span, one.span)
            book.holders[role_key(parsed, other)] = one.span


def agrees(one: Found, other: Found) -> bool:
    """Whether a description and a name can mean the same kind of thing."""
    return one.type == other.type or "other" in (one.type, other.type)


# -- pronouns -----------------------------------------------------------------------------------------------------


def nearest(parsed: Parsed, one: Found, recent: list[Found], state: tuple[Book, Counter[str]]) -> None:
    """The most salient compatible mention before this one; two that are about as salient are both kept as candidates."""
    book, counts = state
    scores: dict[Span, float] = {}
    for other in reversed(recent[-MOST:]):
        distance = one.span.start - other.span.end
        if distance > REACH:
            break
        if (
            distance < 0
            or not fits(one, other, kind(other, book))
            or bound(one, other)
            or (one.form == "role" and is_official(other, book))
        ):
            continue
        target = book.root(other.span)
        value = salience(other, distance) + PARALLEL * parallel(one, other) + math.log1p(counts[other.text(parsed).casefold()])
        scores[target] = max(scores.get(target, -99.0), value)
    by_text: dict[str, tuple[float, Span]] = {}
    for span, value in scores.items():
        key = book.same.get(span.of(parsed.text).casefold(), span.of(parsed.text).casefold())
        by_text[key] = max(by_text.get(key, (-99.0, span)), (value, span))
    ranked = sorted(by_text.values(), reverse=True)
    if len(ranked) == 1 or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] >= MARGIN):
        book.link(one.span, ranked[0][1])
    elif ranked:
        book.candidates[one.span] = tuple(span for _, span in ranked[:3])


def fits(one: Found, other: Found, kind: str) -> bool:
    """Agreement in kind, number and gender; `kind` is that of the candidate."""
    if one.form == "pronoun":
        if kind not in FITS[one.type]:
            return False
        if one.type == "other" and other.number == "plural":
            return False
        if one.type == "person" and other.number == "plural":
            return False
    elif other.form != "name" or other.type not in ("organisation",):
        return False
    return one.gender is None or other.gender is None or one.gender == other.gender


def is_official(other: Found, book: Book) -> bool:
    """Whether a name says itself that it is an office of a state: that is no company, party or sect."""
    return any(word.lower_ in book.official for word in under(other)) or other.root.lower_ in book.official


def bound(one: Found, other: Found) -> bool:
    """A plain object pronoun never means the subject of its own verb."""
    return one.form == "pronoun" and one.root.dep_ in ("dobj", "pobj") and other.root.dep_ in SUBJECT and one.root.head == other.root.head


def parallel(one: Found, other: Found) -> bool:
    """Whether "it" and a candidate are both subjects of their sentences, not of clauses in them: sentences running speak of one thing.

    Of "it is" nothing is told so: it often stands for what follows.
    """
    subjects = all(each.root.dep_ in SUBJECT and each.root.head.dep_ == "ROOT" for each in (one, other))
    return subjects and one.type == "other" and one.root.head.lemma_ != "be"


def salience(other: Found, distance: int) -> float:
    """Points of a candidate: its grammatical role less its distance."""
    dep = part(other.root)
    points = 3.0 if dep in SUBJECT else 1.5 if dep in ("dobj", "ROOT", "poss", "attr") else 1.0
    return points + (1.0 if other.form == "name" else 0.0) - distance / 150


def part(root: Token) -> str:
    """The grammatical role of a name: that of what it stands beside, where it is in apposition ("the chair, X, said")."""
    for _ in range(NEAR):
        if root.dep_ != "appos":
            break
        root = root.head
    return root.dep_
