"""What the models reach on pages that they were not fitted on: `python training/heldout.py [SHARED]`.

All pages are parted into eight; each part is read by models fitted on the other seven, without any page that shares a text with it. The
measures are those of the shared scorer.
"""

from __future__ import annotations

import importlib.util
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import gaps as gap_model
import lines as line_model
from fit import SHARED, Page, export, folds, groups, pages, sources_of
from synthetic import synthetic

from testimonia.base.documents import Document
from testimonia.clean import clean
from testimonia.divide import divide
from testimonia.fitted.trees import Trees, stored

FOLDS = 8
MODELS = ("lines", "gaps")


def scorer() -> object:
    """The shared scorer as a module."""
    spec = importlib.util.spec_from_file_location("scorer", SHARED / "eval" / "score.py")
    module = importlib.util.module_from_spec(spec)  # type: ignore[arg-type]
    spec.loader.exec_module(module)  # type: ignore[union-attr]
    return module


def parts(folder: Path) -> Iterator[tuple[dict[str, Trees], list[Page], list[Page]]]:
    """Models with the single pages and the posts pages that they did not see: neither these nor any page that shares text with them."""
    dumps, posts = pages(SHARED / "data" / "dumps"), pages(SHARED / "data" / "posts")
    group, sources = groups(dumps), sources_of(dumps, posts)
    for number, (single, several, unseen) in enumerate(folds(dumps, posts, FOLDS)):
        place = folder / str(number)
        place.mkdir(parents=True, exist_ok=True)
        if not all((place / f"{name}.npz").exists() for name in MODELS):
            own = [page for page in dumps if group[page.name] not in unseen]
            other = [page for page in posts if not sources[page.name] & unseen]
            lines = line_model.fitted(own + other + synthetic(own, line_model.MADE), line_model.made_up())
            export(lines, place / "lines.npz")
            export(gap_model.fitted(own, other), place / "gaps.npz")
        yield {name: stored(place / f"{name}.npz") for name in MODELS}, single, several


def written(read: list[tuple[dict[str, Trees], list[Page]]], gold: Path, out: Path) -> Path:
    """The articles that the models find in their unseen pages, and the gold of these pages, as two folders for the scorer."""
    names, rows = set(), []
    for made, chosen in read:
        with (
            patch("testimonia.clean.cleaner.trees", lambda _, name, own=made: own[name]),
            patch("testimonia.divide.gaps.trees", lambda _, name, own=made: own[name]),
        ):
            for page in chosen:
                names.add(page.name)
                document = Document(page.name, (f"{page.name}.txt",), "", 0, "text/plain", page.text)
                for article in divide(document, clean(document)).articles:
                    rows.append({"id": article.id, "document": page.name, "body": [list(span) for span in article.body]})
    for table in ("documents", "articles"):
        listed = [json.loads(line) for line in (gold / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()]
        kept = [row for row in listed if row.get("document", row["id"]) in names]
        for folder, content in ((out / "gold", kept), (out / "ours", rows if table == "articles" else kept)):
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{table}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in content), encoding="utf-8")
    return out


def main() -> None:
    """Print the scorer's lines for the dumps and the posts. A second argument names a folder that keeps the fitted models."""
    sys.path.insert(0, str(SHARED / "eval"))
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(temporary)
        found = list(parts(folder))
        for name, at in (("dumps", 1), ("posts", 2)):
            out = written([(part[0], part[at]) for part in found], SHARED / "data" / name / "gold", Path(temporary) / name)  # type: ignore[misc]
            module = scorer()
            side = module.Side(out / "gold")  # type: ignore[attr-defined]
            ours = module.Side(out / "ours", side.keep)  # type: ignore[attr-defined]
            print(f"{name}: {len(side.keep)} pages")
            for measure, figures in module.TABLES["articles"](side, ours, []).items():  # type: ignore[attr-defined]
                print(f"  {measure:14}", figures)


if __name__ == "__main__":
    main()
