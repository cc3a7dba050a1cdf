"""The tables of a case, made from the records of `base`: one column a field, two (`x_start`, `x_end`) for a span, JSON for lists."""

from __future__ import annotations

import dataclasses
import types
import typing
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from testimonia.base import decisions, documents, extractions, links
from testimonia.base.codec import field_types
from testimonia.base.spans import Span

SCHEMA_VERSION = 1

metadata = sa.MetaData()
PLAIN: dict[Any, type[sa.types.TypeEngine[Any]]] = {
    str: sa.Text, int: sa.BigInteger, float: sa.Double, bool: sa.Boolean, bytes: sa.LargeBinary,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TableSpec:
    """How a record becomes a table: its key, the columns that point at other tables, and what the rows belong to.

    `scope` is `document` (rewritten with its document), `case` (rewritten by a link run, forgotten when a document changes), `texts`
    (rewritten by a link run, but said of texts whatever documents hold them: it stands until then), `each` (a row stands until a link run
    gives another of its key, or its document goes), `digests` (as `texts`, and its key says all of a row: one that is there is
    not written again) or `kept` (never rewritten).
    """

    name: str
    record: type
    key: tuple[str, ...]
    points: dict[str, str] = dataclasses.field(default_factory=dict)
    scope: str = "document"


DOCUMENT, ARTICLE = {"document": "documents.id"}, {"document": "documents.id", "article": "articles.id"}
PLACE = ("document", "start", "end")

SPECS = (
    TableSpec("segments", documents.Segment, PLACE, DOCUMENT),
    TableSpec("articles", documents.Article, ("id",), DOCUMENT),
    TableSpec("citations", documents.Citation, ("document", "index"), ARTICLE),
    TableSpec("sentences", extractions.Sentence, PLACE, ARTICLE),
    TableSpec("mentions", extractions.Mention, (*PLACE, "form"), ARTICLE),
    TableSpec("asides", extractions.Mention, (*PLACE, "form"), DOCUMENT),
    TableSpec("aliases", extractions.Alias, ("document", "name_start", "name_end", "alias_start", "alias_end"), ARTICLE),
    TableSpec("attributions", extractions.Attribution, ("id",), ARTICLE | {"parent": "attributions.id"}),
    TableSpec("relations", extractions.Relation, ("id",), ARTICLE | {"attribution": "attributions.id"}),
    TableSpec("quantities", extractions.Quantity, ("id",), ARTICLE | {"attribution": "attributions.id"}),
    TableSpec("times", extractions.Time, ("id",), ARTICLE),
    TableSpec(
        "claims",
        extractions.Claim,
        ("id",),
        ARTICLE | {"quantity": "quantities.id", "attribution": "attributions.id"},
    ),
    TableSpec("entities", links.Entity, ("id",), scope="case"),
    TableSpec("entity_links", links.EntityLink, ("id",), scope="case"),
    TableSpec(
        "mention_entities",
        links.MentionEntity,
        PLACE,
        {"document": "documents.id", "entity": "entities.id"},
        scope="case",
    ),
    TableSpec("alignments", links.Alignment, ("a", "b"), scope="digests"),
    TableSpec("reuse", links.Reuse, ("id",), scope="case"),
    TableSpec("stemma", links.StemmaEdge, (), {"child": "articles.id", "parent": "articles.id"}, scope="case"),
    TableSpec("shifts", links.Finding, ("id",), {"document": "documents.id", "article": "articles.id"}, scope="case"),
    TableSpec("origins", links.Origin, ("id",), scope="case"),
    TableSpec("slots", links.Slots, ("document",), DOCUMENT, scope="each"),
    TableSpec("compared", links.Compared, ("name",), scope="texts"),
    TableSpec("settled", links.Settled, ("id",), scope="digests"),
    TableSpec("disagreements", links.Disagreement, ("id",), scope="case"),
    TableSpec("namings", links.Naming, (), {"entity": "entities.id", "article": "articles.id"}, scope="case"),
    TableSpec("findings", links.Finding, ("id",), {"document": "documents.id", "article": "articles.id"}, scope="case"),
    TableSpec("decisions", decisions.Decision, ("id",), {"retires": "decisions.id"}, scope="kept"),
)
SPEC = {spec.name: spec for spec in SPECS}


def bare(hint: Any) -> tuple[Any, bool]:
    """The type without `| None`, and whether it had it."""
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        inner = [arg for arg in typing.get_args(hint) if arg is not type(None)]
        return inner[0], True
    return hint, False


def columns(spec: TableSpec) -> list[sa.Column[Any]]:
    """The columns of a record's table."""
    made: list[sa.Column[Any]] = []
    for name, hint in field_types(spec.record).items():
        kind, optional = bare(hint)
        if kind is Span:
            made += [sa.Column(f"{name}_{edge}", sa.BigInteger, nullable=optional) for edge in ("start", "end")]
        else:
            made.append(sa.Column(name, PLAIN.get(kind, sa.Text), nullable=optional))
    return made


def foreign(spec: TableSpec) -> list[sa.ForeignKeyConstraint]:
    """Rows go with their document; a pointer to a row of the same transaction is checked when it ends."""
    return [
        sa.ForeignKeyConstraint([column], [target], ondelete="CASCADE", deferrable=True, initially="DEFERRED")
        for column, target in spec.points.items()
    ]


def build(spec: TableSpec) -> sa.Table:
    """The table of a record."""
    key = [sa.PrimaryKeyConstraint(*spec.key)] if spec.key else []
    pointing = set(spec.points) - set(spec.key[:1])  # without an index, taking out a document would read every table whole
    indexes = [sa.Index(f"ix_{spec.name}_{column}", column) for column in sorted(pointing)]
    return sa.Table(spec.name, metadata, *columns(spec), *key, *foreign(spec), *indexes)


meta = sa.Table("meta", metadata, sa.Column("key", sa.Text, primary_key=True), sa.Column("value", sa.Text, nullable=False))
documents_table = sa.Table(
    "documents",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("sha256", sa.Text, nullable=False),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("media_type", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("encoding", sa.Text),
    sa.Column("language", sa.Text),
    sa.Column("blocks", sa.Text, nullable=False),
    sa.Column("hints", sa.Text, nullable=False),
    sa.Column("notes", sa.Text, nullable=False),
)
document_paths = sa.Table(
    "document_paths",
    metadata,
    sa.Column("document", sa.Text, sa.ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
    sa.Column("path", sa.Text, nullable=False),  # of what stands in a container: `box.zip!/page.html`
    sa.Column("file", sa.Text, nullable=False),  # the file that it was read from: `box.zip`
    sa.PrimaryKeyConstraint("document", "path"),
)
files = sa.Table(
    "files",
    metadata,
    sa.Column("path", sa.Text, primary_key=True),
    sa.Column("sha256", sa.Text),
    sa.Column("size", sa.BigInteger),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("same_as", sa.Text),
)
failures = sa.Table(
    "failures",
    metadata,
    sa.Column("path", sa.Text, nullable=False),
    sa.Column("stage", sa.Text, nullable=False),
    sa.Column("message", sa.Text, nullable=False),
    sa.Column("advice", sa.Text, nullable=False),
)
skipped = sa.Table("skipped", metadata, sa.Column("path", sa.Text, nullable=False), sa.Column("reason", sa.Text, nullable=False))
marks = sa.Table("marks", metadata, sa.Column("stage", sa.Text, primary_key=True), sa.Column("key", sa.Text, nullable=False))

TABLES = {spec.name: build(spec) for spec in SPECS}
OF_DOCUMENT = tuple(spec.name for spec in SPECS if spec.scope == "document")
OF_CASE = tuple(spec.name for spec in SPECS if spec.scope == "case")
LINKED = tuple(spec.name for spec in SPECS if spec.scope in ("case", "texts", "digests", "each"))
EACH, DIGESTS = (frozenset(spec.name for spec in SPECS if spec.scope == scope) for scope in ("each", "digests"))
