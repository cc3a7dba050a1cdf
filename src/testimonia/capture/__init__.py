"""READ: bytes become a document with its canonical text. One reader for each format; hostile input is guarded."""

from testimonia.capture.formats import FORMATS, Format
from testimonia.capture.ocr import program as ocr_program
from testimonia.capture.reading import read_file

__all__ = ["FORMATS", "Format", "ocr_program", "read_file"]
