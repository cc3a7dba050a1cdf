"""Who is protected in a case, and the covered copy of the case in which nobody of them is named.

The copy is a case like any other: its texts hold pseudonyms, every span is moved with them, and the index for search is made anew. What is
shown, exported or reported is read from the copy, so that nothing can be forgotten on the way. The case itself keeps the originals.
"""

from __future__ import annotations

import dataclasses
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from testimonia.base.covering import Cover, Covered, Protected, ordinary_words, parts_of_names
from testimonia.base.decisions import Decision, standing
from testimonia.base.documents import Division
from testimonia.base.extractions import Claim, Mention
from testimonia.base.ids import row_id
from testimonia.base.links import Entity, EntityLink
from testimonia.base.outcomes import DocumentRecords
from testimonia.base.spans import Span
from testimonia.store import schema, search
from testimonia.store.case import Case, open_case
from testimonia.store.putting import document_row, insert
from testimonia.store.rows import encode

BOUNDS = re.compile(r"(\d+):(\d+)")
ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
KEPT_AS_THEY_ARE = frozenset(
    "document article attribution claim origin parent child quantity other_document sha256 media_type kind type form".split()
)


def protections(history: Iterable[Decision]) -> list[Decision]:
    """The decisions in force that protect somebody; of two about the same name the later one."""
    found = {d.targets[0].casefold(): d for d in standing(history) if d.kind == "protect" and d.table == "entities" and d.targets}
    return list(found.values())


def people(case: Case) -> tuple[Protected, ...]:
    """Who is protected, with every name that the case knows; one whom it does not know (any more) is covered under the name given."""
    marks = protections(case.decisions())
    if not marks:
        return ()
    entities = {entity.id: entity for entity in case.found("entities")}
    by_name = {name.casefold(): entity.id for entity in entities.values() for name in (*entity.names, entity.name)}
    found: dict[str, Protected] = {}
    for mark in marks:
        target = mark.targets[0]
        ident = target if target in entities else by_name.get(target.casefold(), "")
        named = names_of(case, entities[ident]) if ident else ()
        given = () if target == ident else (target,)
        found[ident or target] = Protected(mark.value or "Person", parts_of_names((*named, *given)), ident)
    return tuple(found.values())


def names_of(case: Case, entity: Entity) -> tuple[str, ...]:
    """The proper names of an entity: all that it is called less what only describes it."""
    described = set()
    for link in case.found("mention_entities", entity=entity.id):
        for mention in case.found("mentions", document=link.document, start=link.start, end=link.end):
            if mention.form == "role":
                first, _, rest = mention.name.partition(" ")
                described |= {mention.name, rest if first.casefold() in ("the", "a", "an") else mention.name}
    listed = (ARTICLE.sub("", name) for name in (entity.name, *entity.names))
    return tuple(dict.fromkeys(name for name in listed if name not in described and any(not word[:1].islower() for word in name.split())))


def cover_of(case: Case) -> Cover:
    """The cover of a case; it covers nothing when nobody is protected."""
    found = people(case)
    return Cover(found, ordinary_words(found, (text for _, text in case.texts())) if found else frozenset())


@contextmanager
def shown(case: Case) -> Iterator[Case]:
    """The case as it may be shown: itself when nobody is protected, else a covered copy that is gone afterwards."""
    cover = cover_of(case)
    if not cover.people:
        yield case
        return
    with tempfile.TemporaryDirectory(prefix="testimonia-") as folder:
        path = Path(folder) / (cover.text(Path(case.name).stem) + ".testimonia")
        with covered_copy(case, path, cover) as copy:
            yield copy


def covered_copy(case: Case, path: Path, cover: Cover) -> Case:
    """Write the covered copy of a case to a new file, and open it."""
    copy = open_case(path, create=True)
    copier = Copier(case, cover)
    with copy.writing() as db:
        copier.copy(db)
    meta = {key: value for key, value in case.meta().items() if key != "schema"}
    if meta:
        copy.set_meta(meta)
    return copy


class Copier:
    """Writes the rows of a case with names covered and spans moved."""

    def __init__(self, case: Case, cover: Cover) -> None:
        self.case, self.cover = case, cover
        self.entities = {person.entity: row_id("e", person.pseudonym) for person in cover.people if person.entity}
        self.texts: dict[str, Covered] = {}

    def copy(self, db: sa.Connection) -> None:
        """Write everything, in the order in which tables point at each other."""
        self.copy_documents(db)
        for source in (schema.failures, schema.skipped, schema.marks):
            self.copy_plain(db, source)
        for name in (*schema.OF_DOCUMENT, *schema.OF_CASE):
            insert(db, schema.TABLES[name], self.rows(name))
        insert(db, schema.TABLES["decisions"], map(encode, self.decisions()))

    def copy_documents(self, db: sa.Connection) -> None:
        """The documents with their covered texts, their paths, and the index for search."""
        for document in self.case.documents():
            self.texts[document.id] = Covered.of(self.cover, document.text)
            own = self.changed(document, document.id)
            segments = tuple(self.changed(segment) for segment in self.case.found("segments", document=document.id))
            articles = tuple(self.changed(article) for article in self.case.found("articles", document=document.id))
            records = DocumentRecords(own, Division(segments, articles, language=document.language))
            db.execute(sa.insert(schema.documents_table).values(**document_row(records)))
            search.add(db, [records])
        self.copy_plain(db, schema.files)
        self.copy_plain(db, schema.document_paths)

    def copy_plain(self, db: sa.Connection, source: sa.Table) -> None:
        """A table without records: its words covered; rows that have become the same are kept once."""
        with self.case.reading() as held:
            rows = [dict(row) for row in held.execute(sa.select(source)).mappings()]
        found: dict[tuple[Any, ...], dict[str, Any]] = {}
        keys = [column.name for column in source.primary_key]
        for row in rows:
            own = {name: self.cover.text(value) if isinstance(value, str) and name in WORDED else value for name, value in row.items()}
            found.setdefault(tuple(own[name] for name in keys) if keys else tuple(own.values()), own)
        insert(db, source, found.values())

    def rows(self, table: str) -> Iterator[dict[str, Any]]:
        """The covered rows of a table; two mentions that have become one place are kept once."""
        key = [column.name for column in schema.TABLES[table].primary_key]
        seen: set[tuple[Any, ...]] = set()
        for record in self.case.found(table):
            row = encode(self.changed(record))
            place = tuple(row[name] for name in key)
            if not key or place not in seen:
                seen.add(place)
                yield row

    def changed(self, record: Any, document: str = "") -> Any:
        """A record covered; what follows from covered words is made anew: a mention's name, a link's id."""
        own = self.value(record, document)
        if isinstance(own, Mention):
            return dataclasses.replace(own, name=self.texts[own.document].text[own.start : own.end])
        if isinstance(own, Entity):
            return dataclasses.replace(own, names=tuple(sorted(set(own.names))))
        if isinstance(own, Claim):  # the words of a sentence one by one: a first name stands there for itself
            return dataclasses.replace(own, about=tuple(word for word in own.about if word not in self.cover.words))
        if isinstance(own, EntityLink) and (own.a, own.b) != (record.a, record.b):
            return dataclasses.replace(own, id=row_id("l", own.a, own.b, own.verdict, own.reason))
        return own

    def value(self, value: Any, document: str) -> Any:
        """A value of any kind, the spans in it counted in the document."""
        if isinstance(value, Span):
            return self.span(value, document)
        if isinstance(value, str):
            return self.entities.get(value) or self.cover.text(value)
        if isinstance(value, tuple):
            return tuple(self.value(item, document) for item in value)
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            return self.record(value, document)
        return value

    def record(self, record: Any, document: str) -> Any:
        """A record, with the places in it moved in the document that it names."""
        here = getattr(record, "document", None) or document
        names = [field.name for field in dataclasses.fields(record)]
        own: dict[str, Any] = {}
        for name in names:
            there = getattr(record, "other_document", None) if name.startswith("other_") else None
            value = getattr(record, name)
            own[name] = value if name in KEPT_AS_THEY_ARE else self.value(value, there or here)
        if "start" in own and "end" in own:
            own["start"], own["end"] = self.span(Span(record.start, record.end), here)
        if "text" in own and "sha256" in own:
            own["text"] = self.texts[here].text
        return dataclasses.replace(record, **own)

    def span(self, span: Span, document: str) -> Span:
        """A span in the covered text of its document."""
        return self.texts[document].span(span) if document in self.texts else span

    def decisions(self) -> Iterator[Decision]:
        """The decisions without those that protect; ids are made from covered words, and bounds are moved."""
        made: dict[str, str] = {}
        homes = self.homes()
        for decision in self.case.decisions():
            if decision.kind == "protect":
                continue
            own = self.record(decision, "")
            if decision.kind == "rebound" and decision.targets[0] in homes:
                own = dataclasses.replace(own, value=self.bounds(decision.value, homes[decision.targets[0]]))
            own = dataclasses.replace(own, retires=made.get(decision.retires or "", decision.retires), id="")
            made[decision.id] = row_id("r", dataclasses.asdict(own)) if own != dataclasses.replace(decision, id="") else decision.id
            yield dataclasses.replace(own, id=made[decision.id])

    def homes(self) -> Mapping[str, str]:
        """The document of each row that a decision gives other bounds."""
        wanted = {d.targets[0]: d.table for d in self.case.decisions() if d.kind == "rebound" and d.targets}
        found = ((id, next(iter(self.case.found(table, id=id)), None)) for id, table in wanted.items() if table in schema.TABLES)
        return {id: record.document for id, record in found if record is not None and hasattr(record, "document")}

    def bounds(self, value: str, document: str) -> str:
        """Bounds written `start:end`, moved."""
        return BOUNDS.sub(lambda match: "{}:{}".format(*self.span(Span(int(match[1]), int(match[2])), document)), value)


WORDED = frozenset(("path", "file", "message", "advice", "reason", "same_as"))
