"""DIVIDE: a page into its articles, each with its head facts and language."""

from __future__ import annotations

from testimonia.divide.divider import divide

__all__ = ["divide"]
