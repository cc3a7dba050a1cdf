"""The room at the end of a whole build."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from testimonia.store import open_case


def metadata(rows: dict[str, str]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["path", "published"])
    writer.writerows(rows.items())
    return out.getvalue()


def test_two_posts_of_one_text_are_two_articles_of_one_origin(built: Callable[..., Any], story: Callable[..., list[str]]) -> None:
    text = "\n\n".join(" ".join(f"It was the talk of the town that {one}" for one in story(seed, 6)) for seed in (1, 2, 3))
    case, _ = built({"p.txt": text, "q.txt": text, "r.txt": text, "metadata.csv": metadata({"p.txt": "2020-02-02", "q.txt": "2020-01-01"})})
    with open_case(Path(case)) as opened:
        assert opened.counts()["documents"] == 3
        assert len(list(opened.records("origins"))) == 1


def test_the_same_bytes_twice_are_one_document(built: Callable[..., Any], story: Callable[..., list[str]]) -> None:
    text = " ".join(story(4, 20))
    case, report = built({"p.txt": text, "q.txt": text})
    with open_case(Path(case)) as opened:
        assert [document.paths for document in opened.documents()] == [("p.txt", "q.txt")]
    assert json.loads(json.dumps(report.counts))["documents"] == 1
