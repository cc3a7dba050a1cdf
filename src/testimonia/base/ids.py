"""Stable ids: made from content, so that a decision finds its object again after a rebuild."""

from __future__ import annotations

import hashlib
import json

# Made once: `json.dumps` makes one for each call.
JOINED = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=str)


def digest(*parts: object, length: int = 16) -> str:
    """A hexadecimal digest of the parts.

    The parts are joined as a JSON array, so that `("a", "b.c")` and `("a.b", "c")` never meet in one id.
    """
    return hashlib.sha256(JOINED.encode(parts).encode("utf-8", "surrogatepass")).hexdigest()[:length]


def sha256(data: bytes) -> str:
    """The SHA-256 of the bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def document_id(sha: str, part: str | None = None) -> str:
    """The id of a document: from its bytes, and from its place inside a container when it has one."""
    return "d" + (sha[:16] if part is None else digest(sha, part))


def row_id(prefix: str, *parts: object) -> str:
    """The id of a derived row: a short prefix for its table and a digest of what it stands on."""
    return prefix + digest(*parts)
