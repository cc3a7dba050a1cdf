"""Columns of a table as Arrow arrays.

They are put together from their parts: `pyarrow.array` looks at what it is given with pandas, which takes fifty megabytes and a third of a
second of every process that only reads a column.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import sqlalchemy as sa

EMPTY = {pa.string(): "", pa.large_binary(): b""}
NUMBERS = {pa.int64(): np.int64, pa.float64(): np.float64}


def arrow_type(column: sa.Column[Any]) -> pa.DataType:
    """The Arrow type of a column."""
    if isinstance(column.type, sa.Boolean):
        return pa.bool_()
    if isinstance(column.type, sa.BigInteger):
        return pa.int64()
    if isinstance(column.type, sa.LargeBinary):
        return pa.large_binary()
    return pa.float64() if isinstance(column.type, sa.Double) else pa.string()


def column_of(values: Sequence[Any], kind: pa.DataType) -> pa.Array:
    """Some values of a column as Arrow, None where there is none; SQLite keeps a yes or no as a number."""
    there = bits([value is not None for value in values]) if None in values else None
    if there is not None:
        nothing = EMPTY.get(kind, 0)
        values = [nothing if value is None else value for value in values]
    if kind == pa.bool_():
        parts = [bits([bool(value) for value in values])]
    elif kind in NUMBERS:
        parts = [pa.py_buffer(np.array(values, NUMBERS[kind]))]
    else:
        parts = lengthwise(values, kind)
    return pa.Array.from_buffers(kind, len(values), [there, *parts])


def bits(told: Sequence[bool]) -> pa.Buffer:
    """Some truths, one bit each."""
    return pa.py_buffer(np.packbits(np.array(told, bool), bitorder="little"))


def lengthwise(values: Sequence[Any], kind: pa.DataType) -> list[pa.Buffer]:
    """Where each text or each stretch of bytes ends, and all of them one behind the other."""
    joined = "".join(values) if kind == pa.string() else b"".join(values)
    if isinstance(joined, str) and not joined.isascii():
        values = list(map(str.encode, values))
        joined = b"".join(values)
    ends = np.cumsum([0, *map(len, values)]).astype(np.int64 if kind == pa.large_binary() else np.int32)
    return [pa.py_buffer(ends), pa.py_buffer(joined.encode() if isinstance(joined, str) else joined)]
