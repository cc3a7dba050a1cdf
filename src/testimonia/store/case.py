"""A case: open it, read its tables as records or Arrow, write a document or a link run in one transaction each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

import pyarrow as pa
import sqlalchemy as sa

from testimonia.base.codec import load
from testimonia.base.decisions import Decision
from testimonia.base.documents import Block, Document, Hint, Note
from testimonia.base.errors import CaseError
from testimonia.base.extractions import Attribution, Relation
from testimonia.base.outcomes import Failure, FileRead, FileRecords, Skipped
from testimonia.base.rulings import RULED_TABLES, Rulings, apply, rulings
from testimonia.base.spans import Span
from testimonia.store import connecting, decisions, migrations, schema, search
from testimonia.store.arrays import arrow_type, column_of
from testimonia.store.putting import CHUNK, failure_row, forget_file, forget_links, insert, missing, put_copy, put_files
from testimonia.store.rows import EMPTY, batched, decoder, encode
from testimonia.store.ruling import settled


class Case:
    """All that is known of one matter. Use it as a context manager; `open_case` makes one."""

    def __init__(self, engine: sa.Engine, name: str) -> None:
        self.engine = engine
        self.name = name
        self.watch = connecting.Watch(engine)

    def __enter__(self) -> Case:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.watch.close()
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A connection to read with.

        Raises `CaseError` when the file is gone, damaged, or held by another program.
        """
        with self.told(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def told(self) -> Iterator[None]:
        """What is read in here fails with a `CaseError` that tells why, when the file, the disk or another program is the cause."""
        connecting.refuse_gone(self.name)
        try:
            yield
        except sa.exc.DBAPIError as error:
            if not connecting.from_outside(error):
                raise
            advice = "If another program works on it, wait or close that one; if the file is damaged, restore a copy or build anew."
            raise CaseError(f"{self.name} cannot be read: {error.orig}.", advice) from error

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """One transaction: all of it or nothing.

        Raises `CaseError` when the file is gone, the disk is full, or another program holds the case.
        """
        connecting.refuse_gone(self.name)
        try:
            with self.engine.begin() as connection:
                yield connection
        except sa.exc.OperationalError as error:
            advice = "Nothing of this step was kept; what came before it is. Make room or wait, then try again: it goes on where it was."
            raise CaseError(f"{self.name} cannot be written: {error.orig}.", advice) from error

    # -- reading -----------------------------------------------------------------------------------------------

    def meta(self) -> dict[str, str]:
        """What the case says of itself: schema version, program version, model digest, settings."""
        with self.reading() as db:
            return {row.key: row.value for row in db.execute(sa.select(schema.meta))}

    def records(self, table: str, **equal: Any) -> Iterator[Any]:
        """The records of a table in the order of their key, as ruled, where the named columns have this value (or one of a list).

        Rows that the analyst rejected are left out, relabelled and rebounded ones changed; `found` gives what the machine found.
        """
        rows = self.found(table, **equal)
        if table not in RULED_TABLES:
            return rows
        ruled = rulings(self.decisions())
        return apply(table, rows, ruled, self.parents(ruled)) if ruled.about(table) else rows

    def parents(self, ruled: Rulings) -> dict[str, str | None]:
        """The parent of each rejected attribution."""
        source = schema.TABLES["attributions"]
        wanted = sorted(ruled.rejected.get("attributions", ()))
        with self.reading() as db:
            found = db.execute(sa.select(source.c.id, source.c.parent).where(source.c.id.in_(wanted))) if wanted else ()
            return {row[0]: row[1] for row in found}

    def found(self, table: str, **equal: Any) -> Iterator[Any]:
        """The records of a table as the machine found them."""
        spec, source = schema.SPEC[table], schema.TABLES[table]
        order = [source.c[name] for name in spec.key] or list(source.c)[:3]
        query = sa.select(source).where(*(meets(source.c[name], value) for name, value in equal.items())).order_by(*order)
        decode = decoder(spec.record)
        with self.reading() as db:
            yield from map(decode, db.execution_options(yield_per=CHUNK).execute(query))

    def arrow(self, table: str, columns: Sequence[str] | None = None) -> pa.Table:
        """A table as Arrow: plain columns as they are, a span as `x_start` and `x_end`, nested values as JSON text."""
        source = schema.documents_table if table == "documents" else schema.TABLES[table]
        chosen = [source.c[name] for name in columns] if columns is not None else list(source.c)
        types = pa.schema([(column.name, arrow_type(column)) for column in chosen])
        if table in RULED_TABLES and rulings(self.decisions()).about(table):
            rows = ({name: row[name] for name in types.names} for row in map(encode, self.records(table)))
            return pa.Table.from_pylist(list(rows), types)
        with self.reading() as db:
            result = db.execute(sa.select(*chosen).order_by(*list(source.primary_key) or chosen[:3]))
            parts = iter(lambda: result.cursor.fetchmany(CHUNK), [])  # bare tuples: a mention has a row, and a case has a million
            batches = [
                pa.RecordBatch.from_arrays(list(map(column_of, zip(*part, strict=True), types.types)), schema=types) for part in parts
            ]
        return pa.Table.from_batches(batches, types)

    def documents(self, ids: Sequence[str] | None = None) -> Iterator[Document]:
        """The documents with their text, by id."""
        query = sa.select(schema.documents_table).order_by(schema.documents_table.c.id)
        if ids is not None:
            query = query.where(schema.documents_table.c.id.in_(ids))
        paths = self.paths()
        with self.reading() as db:
            for row in db.execution_options(yield_per=50).execute(query).mappings():
                yield revive_document(dict(row), paths.get(row["id"], ()))

    def text(self, document: str) -> str:
        """The text of one document."""
        source = schema.documents_table
        with self.reading() as db:
            found = db.execute(sa.select(source.c.text).where(source.c.id == document)).scalar()
        if found is None:
            raise CaseError(f"There is no document {document} in {self.name}.", "`testimonia export` lists the documents.")
        return str(found)

    def texts(self, ids: Sequence[str] | None = None) -> Iterator[tuple[str, str]]:
        """The id and text of every document (or of some), by id."""
        source = schema.documents_table
        query = sa.select(source.c.id, source.c.text).order_by(source.c.id)
        if ids is not None:
            query = query.where(source.c.id.in_(ids))
        with self.reading() as db:
            for row in db.execution_options(yield_per=50).execute(query):
                yield row.id, row.text

    def places(self, table: str, articles: Sequence[str]) -> dict[str, tuple[Span, ...]]:
        """Where the rows of a table stand in some articles, in order."""
        source = schema.TABLES[table].c
        listed = sa.func.json_group_array(sa.func.json_array(source.start, source.end))  # one row an article: fetching rows is what costs
        query = sa.select(source.article, listed).where(source.article.in_(list(articles))).group_by(source.article)
        with self.reading() as db:
            found = {article: json.loads(spans) for article, spans in db.execute(query)}
        return {article: tuple(Span(*span) for span in sorted(found.get(article, ()))) for article in articles}

    def speakers_left_open(self) -> list[Attribution]:
        """The attributions, as the machine found them, whose speaker stays open between several."""
        source = schema.TABLES["attributions"]
        query = sa.select(source).where(source.c.speaker_start.is_(None), source.c.speakers != EMPTY).order_by(source.c.id)
        with self.reading() as db:
            return [decoder(Attribution)(row) for row in db.execute(query)]

    def relations_of(self, entity: str, limit: int) -> list[Relation]:
        """The roles and relations that are stated of an entity, in the order of the documents, at most so many."""
        told, named = schema.TABLES["relations"], schema.TABLES["mention_entities"].c
        same = (named.document == told.c.document) & (named.start == told.c.subject_start) & (named.end == told.c.subject_end)
        query = sa.select(told).join(schema.TABLES["mention_entities"], same).where(named.entity == entity)
        decode = decoder(Relation)
        with self.reading() as db:
            rows = db.execute(query.order_by(told.c.document, told.c.subject_start, told.c.id).limit(limit)).all()
        return [decode(row) for row in rows]

    def paths(self) -> dict[str, tuple[str, ...]]:
        """The paths at which each document was found, sorted."""
        found: dict[str, list[str]] = {}
        with self.reading() as db:
            for row in db.execute(sa.select(schema.document_paths).order_by(schema.document_paths.c.path)):
                found.setdefault(row.document, []).append(row.path)
        return {document: tuple(paths) for document, paths in found.items()}

    def failures(self) -> list[Failure]:
        """What could not be read, by path."""
        with self.reading() as db:
            rows = db.execute(sa.select(schema.failures).order_by(schema.failures.c.path, schema.failures.c.stage))
            return [Failure(**row) for row in rows.mappings()]

    def skipped(self) -> list[Skipped]:
        """What was set aside on purpose, by path: no texts, or parts of a page beside its text."""
        with self.reading() as db:
            rows = db.execute(sa.select(schema.skipped).order_by(schema.skipped.c.path, schema.skipped.c.reason))
            return [Skipped(**row) for row in rows.mappings()]

    def files(self) -> dict[str, dict[str, Any]]:
        """Every input file that the case knows, by path, with the key that says what it was read with."""
        with self.reading() as db:
            return {row["path"]: dict(row) for row in db.execute(sa.select(schema.files)).mappings()}

    def mark(self, stage: str) -> str | None:
        """The key under which a stage of the whole case last ran, if its rows still stand."""
        with self.reading() as db:
            found = db.execute(sa.select(schema.marks.c.key).where(schema.marks.c.stage == stage)).scalar()
        return None if found is None else str(found)

    def counts(self) -> dict[str, int]:
        """How many rows each table holds, and how many of the entities are people and organisations with a name."""
        names = {"documents": schema.documents_table, "failures": schema.failures, **schema.TABLES}
        with self.reading() as db:
            counted = {name: int(db.execute(sa.select(sa.func.count()).select_from(table)).scalar() or 0) for name, table in names.items()}
            entities = schema.TABLES["entities"].c
            named = sa.select(entities.type, sa.func.count()).where(~entities.described).group_by(entities.type)
            kinds = {row[0]: int(row[1]) for row in db.execute(named)}
        return counted | {"people": kinds.get("person", 0), "organisations": kinds.get("organisation", 0)}

    def search(self, words: str, limit: int = 50) -> list[search.Hit]:
        """Paragraphs that hold the words, best first (`store.query` says what may be asked)."""
        with self.reading() as db:
            return search.find(db, words, limit)

    def search_count(self, words: str) -> int:
        """How many paragraphs hold the words; counting stops at `search.COUNTED`."""
        with self.reading() as db:
            return search.count(db, words)

    def decisions(self) -> tuple[Decision, ...]:
        """The whole history of decisions, oldest first; `base.decisions.standing` narrows it to those in force."""
        return tuple(sorted(self.found("decisions"), key=lambda decision: (decision.made, decision.id)))

    def decisions_after(self, row: int) -> tuple[list[Decision], int]:
        """The decisions that came in after a row of the history (0 for all), and the row of the latest."""
        source = schema.TABLES["decisions"]
        number: sa.ColumnClause[int] = sa.literal_column("decisions.rowid")
        decode = decoder(Decision)
        with self.reading() as db:
            rows = db.execute(sa.select(source, number).where(number > row).order_by(number)).all()
        return [decode(found) for found in rows], int(rows[-1][-1]) if rows else row

    def version(self) -> int:
        """A number that stays the same while nothing, from whichever program, is committed to the case; asking costs next to nothing.

        Raises `CaseError` when the file is gone or cannot be read.
        """
        with self.told():
            return self.watch.version()

    def decision_count(self) -> int:
        """How many decisions the history holds; it only grows, so that this tells whether it has changed."""
        with self.reading() as db:
            return int(db.execute(sa.select(sa.func.count()).select_from(schema.TABLES["decisions"])).scalar() or 0)

    # -- writing -----------------------------------------------------------------------------------------------

    def set_meta(self, values: Mapping[str, str]) -> None:
        """Set what the case says of itself."""
        with self.writing() as db:
            db.execute(sa.delete(schema.meta).where(schema.meta.c.key.in_(list(values))))
            db.execute(sa.insert(schema.meta), [{"key": key, "value": value} for key, value in values.items()])

    def put_file(self, found: FileRecords, *, sha256: str | None, size: int | None, key: str) -> None:
        """Take in what one file gave, as `put_files` does."""
        self.put_files([FileRead(found, sha256, size, key)])

    def put_files(self, found: Sequence[FileRead]) -> None:
        """Take in what some files gave, all in one transaction, in place of what they gave before. Link rows no longer stand after it."""
        with self.writing() as db:
            put_files(db, found)

    def put_failure(self, failure: Failure) -> None:
        """Note a failure that belongs to no single file."""
        with self.writing() as db:
            db.execute(sa.insert(schema.failures).values(**failure_row(failure)))

    def forget_failure(self, path: str, stage: str) -> None:
        """Take back the failures of one stage on one path: it is tried again."""
        with self.writing() as db:
            db.execute(sa.delete(schema.failures).where(schema.failures.c.path == path, schema.failures.c.stage == stage))

    def add_path(self, path: str, *, same_as: str, sha256: str, size: int, key: str) -> None:
        """Note that a file has the bytes of another: it is counted once and both paths are kept."""
        with self.writing() as db:
            forget_file(db, path)
            db.execute(sa.insert(schema.files).values(path=path, sha256=sha256, size=size, key=key, same_as=same_as))
            put_copy(db, path, same_as)

    def remove_file(self, path: str) -> None:
        """Take out the rows of a file that is no longer in the folder; decisions stay."""
        with self.writing() as db:
            forget_links(db)
            forget_file(db, path)

    def put_links(self, tables: Mapping[str, Iterable[Any]], marks: Mapping[str, str]) -> None:
        """Replace the named link tables by new rows, in one transaction, and set the marks of the stages that made them.

        Of a table whose rows stand each for itself, only those of the same keys are replaced; where the key says all of a row, none is.
        """
        with self.writing() as db:
            for name in reversed(schema.LINKED):
                if name in tables and name not in schema.EACH | schema.DIGESTS:
                    db.execute(sa.delete(schema.TABLES[name]))
            for name in schema.LINKED:
                if name in tables:
                    rows = missing(db, schema.SPEC[name], tables[name]) if name in schema.DIGESTS else tables[name]
                    insert(db, schema.TABLES[name], map(encode, rows), again=name in schema.EACH)
            db.execute(sa.delete(schema.marks).where(schema.marks.c.stage.in_(list(marks))))
            db.execute(sa.insert(schema.marks), [{"stage": stage, "key": key} for stage, key in marks.items()])

    def decide(self, kind: str, table: str, targets: Iterable[str], **more: Any) -> Decision:
        """Add a decision (`value`, `analyst`, `note` as keywords); it is kept when this returns.

        Raises `UsageError` for one that could never apply.
        """
        listed = tuple(targets)
        given = more.get("value", "")
        kind, more["value"] = settled(self, kind, table, listed, given)
        if more["value"] != given and not more.get("note"):
            more["note"] = given  # offsets are kept, and the words are what a person reads
        if kind == "protect" and not more.get("value"):
            more["value"] = self.new_pseudonym(listed[0] if listed else "")
        return self.take(decisions.make(kind, table, listed, **more))

    def new_pseudonym(self, target: str) -> str:
        """A pseudonym that nobody in the case has yet, for the entity of this name or id."""
        taken = [decision.value for decision in self.decisions() if decision.kind == "protect"]
        kind = next((entity.type for entity in self.found("entities") if target in (entity.id, *entity.names)), "person")
        return decisions.pseudonym(taken, kind)

    def retire(self, decision: Decision, *, analyst: str = "") -> Decision:
        """Take a decision back by a new row; both stay in the history."""
        return self.take(decisions.retirement(decision, analyst))

    def take(self, decision: Decision) -> Decision:
        """Add one decision as it is."""
        self.take_all([decision])
        return decision

    def take_all(self, found: Iterable[Decision]) -> int:
        """Add decisions that the case does not hold yet, all or none; how many were new."""
        new = {decision.id: decision for decision in found}
        ids = schema.TABLES["decisions"].c.id
        with self.writing() as db:
            for part in batched(list(new), CHUNK):
                for held in db.execute(sa.select(ids).where(ids.in_(part))).scalars():
                    del new[held]
            insert(db, schema.TABLES["decisions"], map(encode, new.values()))
        return len(new)


def meets(column: sa.Column[Any], value: Any) -> sa.ColumnElement[bool]:
    """The condition that a column has a value, or one of a list of values."""
    return column.in_(list(value)) if isinstance(value, list | tuple) else column == value


def revive_document(row: Mapping[str, Any], paths: tuple[str, ...]) -> Document:
    """The document of a row."""
    nested: dict[str, Any] = {"blocks": Block, "hints": Hint, "notes": Note}
    lists = {name: tuple(load(record, item) for item in json.loads(row[name])) for name, record in nested.items()}
    return Document(**{**row, **lists}, paths=paths)


def open_case(path: str | Path, *, create: bool = False) -> Case:
    """Open a case file (or make one when `create` is given).

    Raises `CaseError` when the file is missing, is not a case, or was written by a newer version; the file is left untouched.
    """
    file = Path(path)
    if not file.exists() and not create:
        raise CaseError(f"There is no case at {file}.", "`testimonia build FOLDER` makes one.")
    migrations.refuse_foreign(file)
    engine = connecting.engine_for(file)
    migrations.bring_up_to_date(engine, str(file))
    return Case(engine, str(file))
