"""Whether a mention stands in somebody else's mouth: inside the content of an attribution."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pyarrow as pa

STRIDE = 1 << 32  # more than the characters of any document: one number line for all documents


def quoted(mentions: pa.Table, attributions: pa.Table) -> pa.Array:
    """For each mention, whether it lies inside the content of an attribution of its document."""
    codes = {document: code for code, document in enumerate(sorted(set(mentions["document"].to_pylist())))}
    starts, ends = contents(attributions, codes)
    if not len(starts):
        return pa.array([False] * mentions.num_rows, pa.bool_())
    line = np.array([codes[document] for document in mentions["document"].to_pylist()], dtype=np.int64) * STRIDE
    first, last = line + mentions["start"].to_numpy(), line + mentions["end"].to_numpy()
    at = np.searchsorted(starts, first, side="right") - 1
    inside = (at >= 0) & (last <= ends[np.maximum(at, 0)])
    return pa.array(inside, pa.bool_())


def contents(attributions: pa.Table, codes: dict[str, int]) -> tuple[Any, Any]:
    """The contents of all attributions on one number line, merged where they touch: sorted starts and ends."""
    spans = sorted(
        (codes[document] * STRIDE + start, codes[document] * STRIDE + end)
        for document, content in zip(attributions["document"].to_pylist(), attributions["content"].to_pylist(), strict=True)
        if document in codes
        for start, end in json.loads(content)
    )
    merged: list[list[int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return np.array([span[0] for span in merged], dtype=np.int64), np.array([span[1] for span in merged], dtype=np.int64)
