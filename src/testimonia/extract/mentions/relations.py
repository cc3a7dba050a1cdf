"""Roles and relations as an article states them: "Prime Minister Ana X", "Ana X, then head of the court", "the son of Ben Y"."""

from __future__ import annotations

import re

from testimonia.base.extractions import Mention, Relation
from testimonia.base.ids import row_id
from testimonia.base.languages import primary
from testimonia.base.spans import Span, trimmed
from testimonia.extract.mentions.tenure import held_roles
from testimonia.extract.mentions.words import words
from testimonia.extract.parsing import Parsed

THEN = re.compile(
    r"\b(?:then|former|formerly|ex|late|outgoing|incoming|acting|designate|until \d{4}|since \d{4}|from \d{4}|in \d{4})\b", re.IGNORECASE
)
STOP = re.compile(r"[.!?]\s|\n")
AROUND = 14  # characters beside a role in which a word may date it


def find_relations(parsed: Parsed, mentions: tuple[Mention, ...]) -> tuple[Relation, ...]:
    """Roles and relations as the article states them, in order."""
    known = words(primary(parsed.language))
    beside = (relation(parsed, mention, known.kin) for mention in mentions if mention.form == "role" and mention.antecedent is not None)
    found = [*beside, *held_roles(parsed, mentions, known)]
    return tuple({one.id: one for one in found if one is not None}.values())


def relation(parsed: Parsed, mention: Mention, kin: frozenset[str]) -> Relation | None:
    """The relation that a description of somebody states; none for one that only refers back ("the minister")."""
    subject = mention.antecedent
    if subject is None or mention.type != "person":
        return None
    inner = mention.start <= subject.start and subject.end == mention.end
    beside = abs(mention.start - subject.end) <= AROUND or abs(subject.start - mention.end) <= AROUND
    if not inner and not beside:
        return None
    role = trimmed(parsed.text, (mention.start, subject.start)) if inner else Span(mention.start, mention.end)
    said = role.of(parsed.text).rstrip(" ,:–—-")
    if not said:
        return None
    role = Span(role.start, role.start + len(said))
    kind = "kinship" if mention.head in kin or (inner and said.split()[-1].casefold() in kin) else "role"
    return Relation(
        id=row_id("n", mention.document, kind, subject, role),
        document=mention.document,
        article=mention.article,
        kind=kind,
        subject=subject,
        role=role,
        object=mention.qualifier,
        time=dated(parsed.text, role),
    )


def dated(text: str, role: Span) -> Span | None:
    """The word in a role or right beside it that says when it is held."""
    before = STOP.split(text[max(0, role.start - AROUND) : role.start])[-1]  # a sentence before says nothing of it, nor one behind
    behind = STOP.split(text[role.end : role.end + AROUND])[0]
    found = THEN.search(text, role.start - len(before), role.end + len(behind))
    return Span(*found.span()) if found else None
