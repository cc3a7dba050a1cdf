"""Families of claims: figures of one kind that two texts may word in different ways ("52 were underground", "37 were cut off").

A slot is exact: predicate and counted noun. A family is wider, so it tells something only where texts are about one matter and each gives
one value of it alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache
from typing import cast

from testimonia.base.extractions import Claim
from testimonia.base.languages import table
from testimonia.base.phrases import any_of
from testimonia.link.disagree.values import precision
from testimonia.link.disagree.vocabulary import entries, vocabulary
from testimonia.link.entities.forms import listed

COMMON = vocabulary("common")  # counted nouns that tell little
NOBODYS = ("age", "")  # predicates of figures that belong to no family
UNSTATED = ("stock", "figure")
TURNS = ("beginning", "ending", "fall", "office")  # wider kinds of classes that tell one turn in one thing in different words
HUNG = re.compile(rf" (?:{any_of(vocabulary('hung'))}) ")  # parts a noun from what hangs on it
GOERS = entries("human_endings")  # the endings of nouns for human beings
BODIES = vocabulary("bodies")
NONE, UNHURT = "0", {"injure": "kill"}  # what befell none; what then befell none either
HUMAN = "human"  # the wider kind of further nouns for them
PRESENT = "presence"  # the wider kind of classes that only say that somebody was there
WHERE = "place of what happened"  # the family of all places of events
HAPPENED, DAY = "day of what happened", 2  # the family of all days of events; days that one may leave open
YEAR, DECADE, MONTH = 366, 3660, 31  # days that a date may leave open
OF_THINGS = ("beginning", "ending", "money", "finding")  # wider kinds of what befalls things: people do it, in many ways
BEGINNING, BEGUN = "beginning", "year of a beginning"  # the wider kind of what begins a thing; the family of all years of such
Classes = Mapping[str, Mapping[str, object]]


@cache
def people() -> frozenset[str]:
    """The nouns that name people."""
    return listed("persons") | listed("groups") | COMMON


@cache
def wider() -> Mapping[str, frozenset[str]]:
    """The wider kinds of each counted noun that has some ("car" and "lorry" are vehicles)."""
    listed = sorted(table("en", "claims").get("kinds", {}).items())
    return {noun: frozenset(kind for kind, nouns in listed if noun in nouns) for _, nouns in listed for noun in nouns}


@cache
def kinds_of(noun: str) -> frozenset[str]:
    """The wider kinds of what a counted noun, with or without words before it, stands for."""
    return wider().get(noun) or wider().get(noun.rpartition(" ")[2]) or frozenset()


@cache
def counts_people(noun: str) -> bool:
    """Whether a counted noun names human beings."""
    last = noun.rpartition(" ")[2]
    return (last in people() and last not in BODIES) or HUMAN in kinds_of(noun) or last.endswith(GOERS)


def several(words: str) -> bool:
    """Whether a description stands for more than one human being or thing ("23 people", "three miners", "the children")."""
    listed_words = words.lower().replace("-", " ").split()
    if len(listed_words) < 2:
        return False
    counted = any(word[:1].isdigit() or word in listed("number_words") - {"zero", "one"} for word in listed_words[:-1])
    return counted or listed_words[-1] in vocabulary("several")


def families(claim: Claim, subject: Collection[str], classes: Classes) -> tuple[str, ...]:
    """What a claim is told by besides its slot; `subject` are the keys of whom or what it is about, `classes` those of events."""
    if claim.phase == "part" or claim.modality in ("conditional", "question") or claim.polarity == "negative":
        return ()
    if claim.kind == "number":
        return of_figure(claim, classes)
    if claim.kind == "agent" and claim.predicate == "doer":
        return (f"doer {doing(claim.object)}",)
    if claim.kind == "place":
        return of_place(claim, classes) if claim.modality == "asserted" else ()
    return of_date(claim, subject, classes) if claim.kind == "date" and not claim.inherited else ()


@cache
def doing(noun: str) -> str:
    """The noun under which who is behind an event is compared ("attack" for an ambush)."""
    listed = (words.split() for words in entries("doings"))
    return next((words[0] for words in listed if noun in words), noun)


def of_figure(claim: Claim, classes: Classes) -> tuple[str, ...]:
    """The unit of a figure or what is counted, and for people what befell them."""
    unit = claim.value.partition(" ")[2]
    if claim.predicate in NOBODYS:
        return ()
    if unit:
        noun = claim.object.removeprefix(unit).strip() if claim.predicate == "figure" else ""
        return (f"measure {unit}", *([f"measured {unit} {noun}"] if noun else []))
    kin = str(classes[claim.predicate].get("kin") or claim.predicate) if claim.predicate in classes else ""
    human = counts_people(claim.object)
    befell: tuple[str, ...] = (f"event {kin}",) if kin and human and kin not in OF_THINGS else ()
    if claim.value == NONE and claim.predicate in UNHURT:
        befell += tuple(f"event {UNHURT[claim.predicate]}" for _ in befell)  # of whom nobody was hurt none died
    there = kin in ("", PRESENT)  # people who were there are told from those whom something befell
    if not claim.object or (claim.object == "people" and not there):
        return befell
    named = [kind for kind in sorted(kinds_of(claim.object)) if kind != HUMAN] + ["people"] * (human and there)
    befell = befell or ((f"anything {kin}",) if kin and not human else ())
    return (f"count {claim.object}", f"counted {kin or claim.predicate} {claim.object}", *befell, *(f"kind {kind}" for kind in named))


def of_date(claim: Claim, subject: Collection[str], classes: Classes) -> tuple[str, ...]:
    """What is dated: the event, that which begins or ends, or a turn of one kind in what the subject names; with a day, what happened."""
    if claim.predicate.startswith("head "):
        return ()
    told = precision(claim.value)
    happened = (HAPPENED,) if told <= DAY and claim.modality == "asserted" and not of_telling(claim.predicate) else ()
    kin = str(classes[claim.predicate].get("kin", "")) if claim.predicate in classes else ""
    if claim.predicate not in classes or told > YEAR:
        return (BEGUN,) if kin == BEGINNING and told <= DECADE else happened
    noun = plain_head(claim.subject)
    turns = [f"date {kin} {key}" for key in sorted({*subject, noun}) if key] if kin in TURNS else []
    begun = nouns_of(noun, classes) if kin == BEGINNING else ""
    origin = (BEGUN,) if kin == BEGINNING and told > MONTH and claim.modality != "future" else ()
    return (f"date {begun or claim.predicate}", *turns, *origin, *happened)


def of_place(claim: Claim, classes: Classes) -> tuple[str, ...]:
    """What is placed: events of the class, or of its wider kind; and all that happened."""
    kin = str(classes[claim.predicate].get("kin", "")) if claim.predicate in classes else ""
    return (f"place {kin or claim.predicate}", WHERE)


def answer_of(claim: Claim) -> str:
    """A claim's value without what is about it; a night is told by its day."""
    value = claim.value.lstrip("~")
    return value.partition("T")[0] if claim.kind == "date" else value


@cache
def telling() -> frozenset[str]:
    """The verbs of saying: a day at one is that of the saying."""
    return frozenset(table("en", "claims").get("telling", {}).get("verbs", ()))


@cache
def charges() -> frozenset[str]:
    """The nouns for what somebody is accused of."""
    return frozenset(table("en", "claims").get("denying", {}).get("charges", ()))


@cache
def accusing() -> frozenset[str]:
    """The nouns for what is said against somebody, or only said."""
    return frozenset(table("en", "claims").get("accusing", {}).get("nouns", ()))


def of_telling(predicate: str) -> bool:
    """Whether a predicate is a verb of saying, alone or with what is said ("deny", "reject claims")."""
    verb, _, said = predicate.partition(" ")
    reports = table("en", "claims").get("denying", {}).get("reports", ())
    return verb in telling() and (not said or said in reports or said.removesuffix("s") in reports)


def plain_head(subject: str) -> str:
    """The noun that a description ends in, before any "of" or "between"."""
    head = HUNG.split(subject.lower(), maxsplit=1)[0].split()
    return head[-1] if head else ""


def nouns_of(noun: str, classes: Classes) -> str:
    """The class of an event noun; empty for any other."""
    held = ((name, field) for field in ("nouns", "begun") for name in sorted(classes))
    return next((name for name, field in held if noun and noun in cast("list[str]", classes[name].get(field, ()))), "")
