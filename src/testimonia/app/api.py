"""The program from Python: open a case, take its tables as Arrow or pandas, build one, write it out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any

import pandas as pd
import pyarrow as pa

from testimonia.base.decisions import Decision
from testimonia.base.outcomes import Failure, RunReport
from testimonia.base.settings import Settings
from testimonia.store import Case as StoredCase
from testimonia.store import open_case as open_stored
from testimonia.store import shown
from testimonia.store.check import Checked
from testimonia.store.check import check as check_stored
from testimonia.store.search import Hit
from testimonia.view.export import export_jsonl
from testimonia.work.building import Progress
from testimonia.work.building import build as build_stored

TABLES = (
    "documents", "segments", "articles", "citations", "sentences", "mentions", "asides", "aliases", "attributions", "relations",
    "quantities", "times", "claims", "entities", "entity_links", "mention_entities", "alignments", "reuse", "stemma", "origins",
    "shifts", "slots", "compared", "settled", "disagreements", "findings", "namings", "decisions",
)  # fmt: skip


class Table:
    """One table of a case. A span `x` has three columns: `x_start`, `x_end`, and `x`, the words that stand there.

    Whoever is protected in the case stands in it under a pseudonym, in running text too.
    """

    def __init__(self, owner: Case, name: str) -> None:
        self.owner, self.name = owner, name

    @property
    def case(self) -> StoredCase:
        """The case as it may be shown."""
        return self.owner.shown()

    def __repr__(self) -> str:
        return f"<Table {self.name}: {len(self)} rows>"

    def __len__(self) -> int:
        return self.case.counts()[self.name]

    def __iter__(self) -> Iterator[Any]:
        """The rows as frozen records."""
        return iter(self.case.documents() if self.name == "documents" else self.case.records(self.name))

    def to_arrow(self) -> pa.Table:
        """The table as Arrow, with the words of each span."""
        table = self.case.arrow(self.name)
        spans = [name.removesuffix("_start") for name in table.column_names if name.endswith("_start")]
        plain = ["text"] if {"document", "start", "end"} <= set(table.column_names) else []
        if (not spans and not plain) or "document" not in table.column_names:
            return table
        texts = dict(self.case.texts())
        for name in [*plain, *spans]:
            edges = ("start", "end") if name == "text" else (f"{name}_start", f"{name}_end")
            columns = (table[column].to_pylist() for column in ("document", *edges))
            words = [None if start is None else texts[document][start:end] for document, start, end in zip(*columns, strict=True)]
            table = table.append_column(name, pa.array(words, pa.string()))
        return table

    def to_pandas(self) -> pd.DataFrame:
        """The table as a pandas data frame."""
        frame: pd.DataFrame = self.to_arrow().to_pandas()
        return frame


class Case:
    """An open case. Each table is an attribute: `case.attributions.to_pandas()`. Use it as a context manager, or `close` it."""

    documents: Table
    articles: Table
    entities: Table
    mentions: Table
    attributions: Table
    quantities: Table
    times: Table
    claims: Table
    reuse: Table
    origins: Table
    disagreements: Table
    namings: Table

    def __init__(self, stored: StoredCase) -> None:
        self.stored = stored
        self.opened = ExitStack()
        self.view: tuple[int, StoredCase] | None = None
        for name in TABLES:
            setattr(self, name, Table(self, name))

    def __enter__(self) -> Case:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Case {self.stored.name}>"

    def close(self) -> None:
        """Let go of the file."""
        self.opened.close()
        self.stored.close()

    def shown(self) -> StoredCase:
        """The case as it may be shown: a covered copy when somebody in it is protected, made anew when the decisions have changed."""
        ruled = self.stored.decision_count()
        if self.view is None or self.view[0] != ruled:
            self.opened.close()
            self.view = ruled, self.opened.enter_context(shown(self.stored))
        return self.view[1]

    def text(self, document: str) -> str:
        """A document's text, in which all its spans count."""
        return self.shown().text(document)

    def search(self, words: str, limit: int = 50) -> list[Hit]:
        """The paragraphs that hold the words, best first."""
        return self.shown().search(words, limit)

    def failures(self) -> list[Failure]:
        """What could not be read, and why."""
        return self.shown().failures()

    def check(self) -> Checked:
        """Read every span, id and reference again."""
        return check_stored(self.stored)

    def decide(self, kind: str, table: str, *targets: str, value: str = "", analyst: str = "", note: str = "") -> Decision:
        """Rule on something; the next build takes it in."""
        return self.stored.decide(kind, table, targets, value=value, analyst=analyst, note=note)

    def export(self, out: str | Path) -> dict[str, int]:
        """Write the interchange form to a folder; the row counts."""
        return export_jsonl(self.stored, Path(out))


def open_case(path: str | Path) -> Case:
    """Open a case that `testimonia build` made.

    Raises `CaseError` when there is none, or when it cannot be used.
    """
    return Case(open_stored(path))


def build(
    folder: str | Path,
    case: str | Path,
    settings: Settings | None = None,
    *,
    runner: str = "inline",
    workers: int | None = None,
    tell: Callable[[Progress], None] | None = None,
) -> RunReport:
    """Read a folder into a case file, as `testimonia build` does. Guard the call with `if __name__ == "__main__":` in a script."""
    with open_stored(case, create=True) as stored:
        return build_stored(stored, Path(folder), settings or Settings(), runner=runner, workers=workers, tell=tell or silent)


def silent(_progress: Progress) -> None:
    """Show nothing."""
