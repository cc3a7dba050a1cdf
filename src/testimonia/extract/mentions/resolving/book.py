"""What is known so far of the mentions of an article: who stands for whom, who holds which role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from spacy.tokens import Token

from testimonia.base.spans import Span
from testimonia.extract.mentions.found import Found

LONGEST = 80  # words that are looked at under a head: in an endless list each hangs on the one before


@dataclass
class Book:
    """What is known so far of an article's mentions while they are read in order.

    `several` are the roles that two people of the article hold, and `people` the names that an office beside them, or most of their uses,
    show to be a person's; `genders` says of a name what is known of whom it names. `counts` says how often each name is used, `most` how
    often the name of the body that is named most; `generic`, `official`, `firms`, `no_firms` and `classes` are of the language pack.
    """

    stands_for: dict[Span, Span] = field(default_factory=dict)
    candidates: dict[Span, tuple[Span, ...]] = field(default_factory=dict)
    people: set[Span] = field(default_factory=set)
    genders: dict[Span, str] = field(default_factory=dict)
    generic: frozenset[str] = frozenset()
    official: frozenset[str] = frozenset()
    firms: frozenset[str] = frozenset()
    no_firms: frozenset[str] = frozenset()
    classes: dict[str, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    most: int = 0
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


def gender(one: Found, book: Book) -> str | None:
    """The gender of a mention: its own, or that of the name it stands for."""
    return one.gender or book.genders.get(book.root(one.span))


def kind(one: Found, book: Book) -> str:
    """The type of a mention: a person where it is, or stands for, a name that an office beside it shows to be one."""
    return "person" if one.form == "name" and book.root(one.span) in book.people else one.type


def under(one: Found) -> Iterable[Token]:
    """The words that hang on a mention's head; its own where nothing was parsed: spaCy must not be asked there, it may crash."""
    doc = one.root.doc
    return islice(one.root.subtree, LONGEST) if doc.has_annotation("DEP") else doc[one.first.i : one.last.i + 1]
