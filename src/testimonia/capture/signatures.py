"""How formats begin: the first bytes tell what a file is, whatever its name says."""

from __future__ import annotations

from pathlib import PurePosixPath

# Formats that are not read, with words for a person.
BINARIES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office file (doc, xls, ppt or msg)"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"OggS", "a sound or film"),
    (b"ID3", "a sound"),
    (b"\x1aE\xdf\xa3", "a film"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"\x00\x01\x00\x00\x00", "a font"),
    (b"PAR1", "a Parquet table"),
)


def binary_kind(data: bytes) -> str:
    """What a file is that is no text, in words; empty when its beginning tells nothing."""
    for begin, kind in BINARIES:
        if data.startswith(begin):
            return kind
    if data[4:8] == b"ftyp":
        return "a film or picture (MP4 family)"
    if data.startswith(b"RIFF") and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return "a picture, sound or film"
    return ""


# What belongs to a saved page but is no text; set aside by its name, with a reason.
ASSETS = (
    dict.fromkeys((".css", ".less", ".scss", ".map"), "style sheet")
    | dict.fromkeys((".js", ".mjs", ".wasm"), "script")
    | dict.fromkeys((".woff", ".woff2", ".ttf", ".otf", ".eot"), "font")
    | dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".ico", ".bmp", ".avif", ".apng"), "picture")
    | dict.fromkeys((".mp3", ".mp4", ".webm", ".ogg", ".m4a", ".mov", ".avi"), "sound or film")
)
COMPANIONS = ("_files", "-files", "_dateien", "-dateien", "_archivos", "_fichiers", "_bestanden", ".files")  # a browser's "complete page"


def asset_kind(name: str) -> str:
    """What kind of thing beside a text a member of a container is by its name; empty when it may be a text."""
    return ASSETS.get(PurePosixPath(name.lower()).suffix, "")


def companion_kind(name: str) -> str:
    """The same for a file in the folder that a browser saves beside a page; style sheets, scripts and fonts are no texts anywhere."""
    kind = asset_kind(name)
    if not kind:
        return ""
    beside = any(folder.endswith(COMPANIONS) for folder in PurePosixPath(name.lower()).parts[:-1])
    return kind if beside or kind in ("style sheet", "script", "font") else ""
