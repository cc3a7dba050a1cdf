"""The language of a passage, by the lingua library over the languages that the program has packs for."""

from __future__ import annotations

from functools import cache

from lingua import IsoCode639_1, LanguageDetector, LanguageDetectorBuilder

from testimonia.base.languages import having

READ = 3000  # characters that decide; more does not change the answer


@cache
def detector() -> LanguageDetector:
    """The detector over all languages with page phrases (loaded once a process)."""
    codes = [getattr(IsoCode639_1, code.upper()) for code in having("page")]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*codes).with_low_accuracy_mode().build()


def language_of(text: str) -> str | None:
    """The BCP 47 tag of the passage's language, none when it has no letters that tell."""
    found = detector().detect_language_of(text[:READ])
    return found.iso_code_639_1.name.lower() if found else None
