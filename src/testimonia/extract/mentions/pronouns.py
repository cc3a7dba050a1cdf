"""Personal and possessive pronouns of the third person."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.extract.mentions.columns import of_class
from testimonia.extract.mentions.found import Found, span_of
from testimonia.extract.parsing import Paragraph

FORMS = {
    "he": ("person", "male", "singular"), "him": ("person", "male", "singular"), "his": ("person", "male", "singular"),
    "she": ("person", "female", "singular"), "her": ("person", "female", "singular"), "hers": ("person", "female", "singular"),
    "it": ("other", None, "singular"), "its": ("other", None, "singular"),
    "they": ("group", None, "plural"), "them": ("group", None, "plural"), "their": ("group", None, "plural"),
}  # fmt: skip
IMPERSONAL = {"expl"}


def pronouns(index: int, paragraph: Paragraph) -> Iterator[Found]:
    """The pronouns of one paragraph; the *it* of "it rains" and "it is said" that the parser marks is none."""
    for token in (paragraph.doc[i] for i in of_class(paragraph.doc, "PRON")):
        facts = FORMS.get(token.text.casefold())
        if facts is not None and token.dep_ not in IMPERSONAL:
            kind, gender, number = facts
            yield Found(index, token, token, token, span_of(paragraph, token, token), kind, "pronoun", gender, number)
