"""The sets that the gate knows. Training data is not among them: a score on it says nothing."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Corpus:
    """One set: the folder to build, the gold, and the scorer, each inside the shared folder."""

    name: str
    pages: str
    gold: str
    scorer: str = "eval/score.py"


CORPORA = (
    Corpus("seeds", "seeds", "gold/seeds"),
    Corpus("seeds-disagreements", "seeds", "gold/seeds-disagreements"),
    Corpus("dumps", "data/dumps/pages", "data/dumps/gold"),
    Corpus("posts", "data/posts/pages", "data/posts/gold"),
    Corpus("polnear-dev", "data/attributions-polnear-dev/pages", "data/attributions-polnear-dev/gold"),
    Corpus("gum-dev", "data/attributions-gum-dev/pages", "data/attributions-gum-dev/gold"),
    Corpus("wikinews-de-dev", "data/attributions-wikinews-de-dev/pages", "data/attributions-wikinews-de-dev/gold"),
    Corpus("reuse", "data/reuse/pages", "data/reuse", "eval/score_reuse.py"),
    Corpus("translations", "data/translations/pages", "data/translations", "eval/score_reuse.py"),
)
BY_NAME = {corpus.name: corpus for corpus in CORPORA}
QUICK = ("seeds", "seeds-disagreements")


def shared_folder() -> Path | None:
    """Where the gold data lies: TESTIMONIA_SHARED, or beside the checkout; none when it is not there."""
    folder = Path(os.environ.get("TESTIMONIA_SHARED") or ROOT.parent / "shared")
    return folder if (folder / "eval" / "score.py").is_file() else None


def digest(shared: Path, corpus: Corpus) -> str:
    """A digest of all that a score rests on besides the program: pages, gold and scorer."""
    sha = hashlib.sha256()
    for part in (corpus.pages, corpus.gold, corpus.scorer):
        start = shared / part
        for path in sorted(start.rglob("*")) if start.is_dir() else [start]:
            if path.is_file():
                sha.update(path.relative_to(shared).as_posix().encode())
                sha.update(hashlib.sha256(path.read_bytes()).digest())
    return sha.hexdigest()[:16]
