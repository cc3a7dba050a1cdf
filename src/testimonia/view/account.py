"""The account of a case: for every file how many characters are of which kind, and why; what was not read, and why. It sums to 100%."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from testimonia.base.documents import SEGMENT_KINDS
from testimonia.base.links import NOT_COMPARED
from testimonia.base.outcomes import Failure
from testimonia.store.case import Case

DUPLICATE, UNCOVERED = "duplicate", "not covered"
ORDER = (*SEGMENT_KINDS, DUPLICATE, UNCOVERED)
ARTICLE = "title, credits, text and notes of an article"  # one segment holds them all, and its reason is only that of its first line


@dataclass(frozen=True, slots=True)
class Part:
    """Some characters of one file: their kind, how many they are, and why they are of this kind."""

    kind: str
    characters: int
    reason: str


@dataclass(frozen=True, slots=True)
class FileAccount:
    """One file: its characters and the parts that they fall into (no kind and reason twice), and why it could not be read, if so."""

    path: str
    characters: int
    parts: tuple[Part, ...] = ()
    not_read: tuple[Failure, ...] = ()

    def kinds(self) -> dict[str, int]:
        """Characters by kind, in the order of the account."""
        counted = Counter[str]()
        for part in self.parts:
            counted[part.kind] += part.characters
        return {kind: counted[kind] for kind in ORDER if counted[kind]}


@dataclass(frozen=True, slots=True)
class Account:
    """All files of a case by path; `kinds` are the characters of all of them by kind and sum to `characters`.

    `notes` say what was not done with the case as a whole, and why.
    """

    files: tuple[FileAccount, ...]
    characters: int
    kinds: tuple[tuple[str, int], ...]
    unread: int
    notes: tuple[str, ...] = ()


def account(case: Case) -> Account:
    """The account of a whole case: a file with the bytes of another is a duplicate as a whole."""
    parts, sizes = parts_of(case), {document: len(text) for document, text in case.texts()}
    held: dict[str, list[str]] = {}
    for document, paths in sorted(case.paths().items()):
        for path in paths:
            held.setdefault(path, []).append(document)
    failed: dict[str, list[Failure]] = {}
    for failure in case.failures():
        failed.setdefault(failure.path, []).append(failure)
    same = {path: str(row["same_as"]) for path, row in case.files().items() if row.get("same_as")}
    files = []
    for path in sorted({*held, *failed, *case.files()}):
        documents = [name for name in held.get(path, []) if name in sizes]
        found = [part for name in documents for part in (twin(sizes[name], same[path]) if path in same else parts.get(name, []))]
        problems = failed.get(path) or [of_copy(failure, path) for failure in failed.get(same.get(path, ""), [])]
        files.append(FileAccount(path, sum(sizes[name] for name in documents), merged(found), tuple(problems)))
    totals = Counter[str]()
    for file in files:
        totals.update(file.kinds())
    kinds = tuple((kind, totals[kind]) for kind in ORDER if totals[kind])
    notes = tuple(finding.message for finding in case.records("shifts") if finding.kind == NOT_COMPARED)
    return Account(tuple(files), sum(file.characters for file in files), kinds, sum(bool(file.not_read) for file in files), notes)


def parts_of(case: Case) -> dict[str, list[Part]]:
    """The parts of every document by its segments; what no segment covers is a part of its own."""
    table = case.arrow("segments", ["document", "start", "end", "kind", "reason"]).to_pydict()
    counted: dict[str, Counter[tuple[str, str]]] = {}
    columns = (table[name] for name in ("document", "start", "end", "kind", "reason"))
    for document, start, end, kind, reason in zip(*columns, strict=True):
        counted.setdefault(document, Counter())[(kind, ARTICLE if kind == "article" else reason)] += end - start
    found = {}
    for document, text in case.texts():
        kinds = counted.get(document, Counter())
        rest = len(text) - sum(kinds.values())
        found[document] = [Part(kind, count, reason) for (kind, reason), count in kinds.items()]
        if rest:
            found[document].append(Part(UNCOVERED, rest, "no segment covers it"))
    return found


def twin(characters: int, other: str) -> list[Part]:
    """The one part of a file whose bytes another file has."""
    return [Part(DUPLICATE, characters, f"the same bytes as {other}")]


def of_copy(failure: Failure, path: str) -> Failure:
    """What went wrong with a file, said of another with the same bytes, which was not read again."""
    return replace(failure, path=path, message=f"It has the same bytes as {failure.path}: {failure.message}")


def merged(parts: list[Part]) -> tuple[Part, ...]:
    """The parts with equal ones added up, by kind, largest first."""
    counted = Counter[tuple[str, str]]()
    for part in parts:
        counted[(part.kind, part.reason)] += part.characters
    found = [Part(kind, count, reason) for (kind, reason), count in counted.items() if count]
    return tuple(sorted(found, key=lambda part: (ORDER.index(part.kind), -part.characters, part.reason)))
