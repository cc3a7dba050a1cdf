"""Personal and possessive pronouns of the third person."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.base.pronouns import pronouns as kept
from testimonia.extract.mentions.columns import of_class
from testimonia.extract.mentions.found import Found, span_of
from testimonia.extract.parsing import Paragraph

KINDS = {  # of pronouns, with the type, gender and number of whom they stand for
    "male": ("person", "male", "singular"),
    "female": ("person", "female", "singular"),
    "thing": ("other", None, "singular"),
    "several": ("group", None, "plural"),
}
FORMS = {word: facts for kind, facts in KINDS.items() for word in kept(kind)}
IMPERSONAL = {"expl"}


def pronouns(index: int, paragraph: Paragraph) -> Iterator[Found]:
    """The pronouns of one paragraph; the *it* of "it rains" and "it is said" that the parser marks is none."""
    for token in (paragraph.doc[i] for i in of_class(paragraph.doc, "PRON")):
        facts = FORMS.get(token.text.casefold())
        if facts is not None and token.dep_ not in IMPERSONAL:
            kind, gender, number = facts
            yield Found(index, token, token, token, span_of(paragraph, token, token), kind, "pronoun", gender, number)
