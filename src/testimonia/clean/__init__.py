"""CLEAN: furniture found and set aside, never thrown away; offsets always lead back to the document's text."""

from __future__ import annotations

from testimonia.clean.cleaner import clean

__all__ = ["clean"]
