"""READ: bytes become a document with its canonical text. One reader for each format; hostile input is guarded."""

from testimonia.capture.reading import read_file

__all__ = ["read_file"]
