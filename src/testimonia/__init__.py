"""Testimonia: who says what, on whose word, from how many independent origins, and where they disagree."""

__version__ = "0.1.0"
