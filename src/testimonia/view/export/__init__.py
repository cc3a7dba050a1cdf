"""Export: the case in forms that other programs read."""

from testimonia.view.export.jsonl import export_jsonl
from testimonia.view.export.sheet import export_sheet
from testimonia.view.export.stemma import export_stemma

__all__ = ["export_jsonl", "export_sheet", "export_stemma"]
