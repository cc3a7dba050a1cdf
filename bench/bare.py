"""The peer of `bench.build`: the same spaCy pipeline over the same text, and nothing else. `python -m bench.bare FOLDER PROCESSES`."""

from __future__ import annotations

import sys
from pathlib import Path

import spacy

from testimonia.base.settings import Settings
from testimonia.extract.model import model_path


def main() -> None:
    """Parse every paragraph of every file and keep nothing."""
    folder, processes = Path(sys.argv[1]), int(sys.argv[2])
    nlp = spacy.load(model_path(Settings()))
    texts = (line for path in sorted(folder.iterdir()) for line in path.read_text(encoding="utf-8").split("\n") if line.strip())
    tokens = sum(len(doc) for doc in nlp.pipe(texts, batch_size=64, n_process=processes))
    print(tokens)


if __name__ == "__main__":
    main()
