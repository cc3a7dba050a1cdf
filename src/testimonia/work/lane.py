"""One file through the stages 1 to 4. A lane lives in a worker process and keeps its language models loaded."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from testimonia.base.documents import Document
from testimonia.base.ids import document_id
from testimonia.base.outcomes import DocumentRecords, Failure, FileRecords
from testimonia.base.settings import Settings
from testimonia.capture import read_file
from testimonia.clean import clean
from testimonia.divide import divide
from testimonia.extract.extractor import Extractor
from testimonia.work.jobs import Job, Tell
from testimonia.work.overruling import Ruling, overrule, overrule_division


class FileLane:
    """Reads files one by one. Build it inside the process that uses it: it loads the models once."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.extractor = Extractor(settings)

    def __call__(self, job: Job, tell: Tell) -> FileRecords:
        """All that one file gives; `tell` is called with each stage's name as it begins."""
        tell("capture")
        captured = read_file(Path(job.root) / (job.file or job.path), job.path, job.hints, self.settings.limits)
        done: list[DocumentRecords] = []
        failures: list[Failure] = list(captured.failures)
        for document in captured.documents:
            own = replace(document, id=document_id(document.id, job.repost)) if job.repost else document
            done.append(self.read(own, job.rulings, tell))
        return FileRecords(job.path, tuple(done), tuple(failures), captured.skipped)

    def read(self, document: Document, rulings: tuple[Ruling, ...], tell: Tell) -> DocumentRecords:
        """One document cleaned, divided as ruled, and extracted."""
        tell("clean")
        segments = overrule(document, clean(document), rulings)
        tell("divide")
        division = overrule_division(document, divide(document, segments), rulings)
        tell("extract", len(document.text))
        self.extractor.look_ahead(document, division)
        extractions = tuple(self.extractor.extract(document, article, division) for article in division.articles)
        return DocumentRecords(document, division, extractions, self.extractor.asides(document, division, extractions))
