"""Export: the case in forms that other programs read."""

from testimonia.view.export.jsonl import export_jsonl

__all__ = ["export_jsonl"]
