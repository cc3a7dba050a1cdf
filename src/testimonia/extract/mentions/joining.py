"""Names that the tagger split, put together again; laws and treaties with what they are about."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from testimonia.extract.mentions.bodies import around_bodies, before_person
from testimonia.extract.mentions.columns import of_class
from testimonia.extract.mentions.kinds import POSSESSIVE, kind_of
from testimonia.extract.mentions.words import Words, listed

HYPHENED = re.compile(r"[-‐‑](?:[a-z]{1,3})?")
TITLE_WORDS = listed("en", "inside_titles")
SEPARATORS = '()[]{}/|;:•·–—»«"©®™→'
QUOTES = frozenset('"“”„«»')
LONGEST_NAME = 12  # tokens


def joined(doc: Doc, found: list[tuple[int, int, str]], known: Words) -> list[tuple[int, int, str]]:
    """Names that the tagger split put together again: side by side, and the left one hanging on the right one as a compound."""
    out: list[tuple[int, int, str]] = []
    for start, end, kind in found:
        if out and out[-1][1] > start:
            continue
        if out and belongs(doc, out[-1], (start, end, kind), known):
            left = out.pop()
            out.append((left[0], end, merged_kind(doc, left, (start, end, kind), known)))
        else:
            out.append((start, end, kind))
    return out


def titled_works(doc: Doc, found: list[tuple[int, int, str]], known: Words) -> list[tuple[int, int, str]]:
    """Laws and treaties with what they are about and their year ("1951 Convention relating to the Status of Refugees"), in one piece."""
    out: list[tuple[int, int, str]] = []
    for start, end, kind in found:
        if out and start < out[-1][1]:
            continue
        if doc[end - 1].text.casefold() in known.work_names and doc[end - 1].text[:1].isupper():
            stop = about_what(doc, end)
            if stop > end or kind == "work":
                kind, end = "work", stop
        dated = kind == "work" and start > 0 and doc[start - 1].is_digit and len(doc[start - 1].text) == 4
        if dated and any(token.text.casefold() in known.work_names for token in doc[start:end]) and end - start > 1:
            start -= 1
        out.append((start, end, kind))
    return out


def offices(doc: Doc, found: list[tuple[int, int, str]], known: Words) -> list[tuple[int, int, str]]:
    """The names, with bodies that are called after who heads them in one piece ("Weir County Sheriff's Department")."""
    made = [office for i in range(1, len(doc) - 1) if doc[i].text in POSSESSIVE and (office := office_at(doc, i, known)) is not None]
    held = {i for first, stop, _ in made for i in range(first, stop)}
    return sorted([*(one for one in found if held.isdisjoint(range(*one[:2]))), *made]) if made else found


def office_at(doc: Doc, mark: int, known: Words) -> tuple[int, int, str] | None:
    """The body whose name holds a mark of possession: an office with a capital before it, the word for a body behind it."""
    head, body = doc[mark - 1], doc[mark + 1]
    if (
        not (head.is_title and body.is_title)
        or head.text.casefold() not in known.roles
        or body.text.casefold() not in known.organisation_names
    ):
        return None
    start = mark - 1
    while start > 0 and doc[start - 1].pos_ == "PROPN" and doc[start - 1].text[:1].isupper() and not doc[start].is_sent_start:
        start -= 1
    return start, mark + 2, "organisation"


def called_events(doc: Doc, found: list[tuple[int, int, str]], known: Words) -> list[tuple[int, int, str]]:
    """The names, with events that are called after what they are *of* ("the Night of the Lanterns") in one piece."""
    events = [event for i in of_class(doc, "PROPN", "NOUN") if (event := event_at(doc, i, known)) is not None]
    held = {i for first, stop, _ in events for i in range(first, stop)}
    outside = [(start, end, kind) for start, end, kind in found if held.isdisjoint(range(start, end))]
    return sorted([*outside, *events]) if events else found


def event_at(doc: Doc, i: int, known: Words) -> tuple[int, int, str] | None:
    """The event whose name begins at a token: a noun for one with a capital behind *the*, and capitalised words behind *of the*."""
    word = doc[i]
    if not word.is_title or word.text.casefold() not in known.events_of or i == 0 or doc[i - 1].text.casefold() != "the":
        return None
    at = i + 2 if doc[i + 1 : i + 2].text == "of" else 0
    at += 1 if at and doc[at : at + 1].text == "the" else 0
    end = at
    while 0 < end < len(doc) and end - i < LONGEST_NAME and doc[end].is_title and not doc[end].is_sent_start:
        end += 1
    return (i, end, "event") if end > at else None


def about_what(doc: Doc, end: int) -> int:
    """Where the title of a law goes on to behind its head noun: over "on", "against", "relating to" and capitalised words."""
    at, stop = end, end
    while at < len(doc) and at - end < LONGEST_NAME:
        token = doc[at]
        if token.text[:1].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ", "VERB") and (at > end or stop > end):
            stop = at + 1
        elif token.text not in TITLE_WORDS or token.is_sent_start:
            break
        at += 1
    return stop


def merged_kind(doc: Doc, left: tuple[int, int, str], right: tuple[int, int, str], known: Words) -> str:
    """The type of a name put together: what its words show, else that of its head."""
    if not QUOTES.isdisjoint(token.text for token in doc[left[0] : right[1]]):
        return "person"  # with a nickname
    shown = kind_of(doc, left[0], right[1], known)
    if shown is None and left[1] < right[0] and called_after(doc, left[0], left[1], known):
        kind = known.nouns[singular(doc[left[0]].text)]
        return kind if kind == "event" else "organisation"
    head_left = doc[right[0] - 1].text == "of"
    return shown or (left[2] if right[2] == "other" or (head_left and left[2] != "other") else right[2])


def belongs(doc: Doc, left: tuple[int, int, str], right: tuple[int, int, str], known: Words) -> bool:
    """Whether two runs are one name: words of one compound side by side, or a common noun and what is *of* it ("Church of X")."""
    gap = doc[left[1] : right[0]].text.strip()
    root = doc[left[0] : left[1]].root
    apart = around_bodies(doc, left[0], right[1], known) | before_person(doc, left[0], right[1], known)
    if right[1] - left[0] > LONGEST_NAME or right[0] in apart:
        return False
    if gap in ("of", "of the") and right[2] != "person" and called_after(doc, left[0], left[1], known):
        return doc[right[0]].text[:1].isupper() and doc[right[0]].ent_type_ not in ("GPE", "NORP")
    if gap == "of the" and left[2] == "organisation" and left[0] <= doc[right[0] - 2].head.i < left[1]:
        return of_region(doc, left, right, known)
    if gap == "of" and doc[right[0] - 1].head.i == root.i:
        plain = left[1] - left[0] == 1 and left[2] == "other" and not doc[left[0]].text.isupper() and not doc[left[0]].is_sent_start
        return plain or doc[left[1] - 1].text.casefold() in known.common
    if gap in known.patronymics and left[2] == "person":
        return True
    if HYPHENED.fullmatch(gap) and not doc[left[1] - 1].whitespace_:
        return True
    if gap in POSSESSIVE and doc[left[1] - 1].text.casefold() in known.possessive_openers:
        return True
    if gap in ("'", "’") and doc[left[1] - 1].text.endswith("s") and doc[right[1] - 1].text.casefold() in known.organisation_names:
        return True  # "Miners' Union"
    if not gap and right[0] == left[1] and left[1] - left[0] == 1 and doc[left[0]].text.casefold() in known.place_names:
        return left[2] == "place" and doc[right[0]].pos_ == "PROPN"  # "Wadi X"
    if gap in QUOTES and nicknamed(doc, left, right):
        return True
    if gap or left[2] in ("group", "place") or doc[left[1] - 1].text[-1] in SEPARATORS:
        return False
    return root.dep_ in ("compound", "nmod") and right[0] <= root.head.i < right[1]


def nicknamed(doc: Doc, left: tuple[int, int, str], right: tuple[int, int, str]) -> bool:
    """Whether a name in quotation marks stands between a given name and a surname (`Ana "Lola" X`)."""
    if doc[left[1] - 1].text in QUOTES or doc[left[0]].ent_type_ in ("GPE", "ORG", "NORP") or doc[right[1] - 1].text.islower():
        return False
    if not QUOTES.isdisjoint(token.text for token in doc[left[0] : left[1]]):
        return doc[right[0]].is_title
    closed = right[1] + 1 < len(doc) and doc[right[1]].text in QUOTES and doc[right[1] + 1].is_title
    return closed and left[1] - left[0] == 1 and doc[left[0]].is_title and right[1] - right[0] <= 3


def called_after(doc: Doc, start: int, end: int, known: Words) -> bool:
    """Whether one common noun with a capital stands behind *the*, no title and no body ("the Guardians of", "the March of")."""
    word = doc[start]
    plain = end - start == 1 and word.is_title and not word.is_sent_start and doc[start - 1].text.casefold() == "the"
    return plain and singular(word.text) in known.nouns and word.text.casefold() not in known.titles | known.organisation_names


def singular(word: str) -> str:
    """A capitalised plural as its dictionary has it."""
    folded = word.casefold()
    return folded[:-1] if folded.endswith("s") else folded


def of_region(doc: Doc, left: tuple[int, int, str], right: tuple[int, int, str], known: Words) -> bool:
    """Whether a body's name with an *of* in it goes on with its region ("Federation of Communities of the Valley").

    A body that another one is *of* is no part of its name, nor is a people.
    """
    before = [token.text.casefold() for token in doc[left[0] : left[1]]]
    alone = right[1] == len(doc) or doc[right[1]].pos_ not in ("NOUN", "PROPN")
    return (
        "of" in before
        and alone
        and right[1] - right[0] == 1
        and doc[right[0]].ent_type_ != "NORP"
        and before[0] in known.organisation_names
    )
