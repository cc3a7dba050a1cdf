"""What the finders pass among themselves: a mention with the tokens it stands on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from testimonia.base.spans import Span
from testimonia.extract.mentions.words import listed, words
from testimonia.extract.parsing import Paragraph, Parsed

ACTING, WHERE, SURELY_WHERE = (listed("en", key) for key in ("before_parties", "before_places", "surely_before_places"))
PRINTED = listed("en", "printing")
TOWN = 3  # words
SCARE = re.compile(r"(?<!\w)[‘“\"']([^‘’“”\"'\n]{2,40})[’”\"'](?!\w)")
SCARE_WORDS = 5
BEFORE_NOUN = ("compound", "amod", "nmod")
DOTS = re.compile("[・·•‧＝]")
TRAILING, LEADING = '/,;:([{-–—"“‘|_#', '/,;:)]}-–—"”|_#@'


@dataclass(frozen=True, slots=True)
class Found:
    """A mention before it is resolved. `first` and `last` are its tokens, `root` the one that the sentence hangs it on.

    `inner` is the name behind a title ("Ana X" in "Prime Minister Ana X"); `qualifier` the root token of the mention that a description
    is built on ("X" in "the leaders of X").
    """

    paragraph: int
    first: Token
    last: Token
    root: Token
    span: Span
    type: str
    form: str
    gender: str | None = None
    number: str | None = None
    inner: Span | None = None
    head: str = ""
    gist: str = ""
    qualifier: int | None = None
    shown: str = ""

    def text(self, parsed: Parsed) -> str:
        """The surface form."""
        return self.span.of(parsed.text)

    def folded(self, parsed: Parsed) -> str:
        """The surface form in lower case, with spaces where other scripts have dots between the parts of a name."""
        return DOTS.sub(" ", self.text(parsed).casefold())


def span_of(paragraph: Paragraph, first: Token, last: Token) -> Span:
    """The place of a run of tokens in the document, without the punctuation that the tokenizer left on its ends."""
    start, end = first.idx, last.idx + len(last.text)
    text = paragraph.text
    opened = next((i for i in range(last.idx + 1, end) if text[i] in "([{"), end)
    end = opened if opened > start else end
    while end - start > 1 and text[end - 1] in TRAILING and not closes(text[start:end]):
        end -= 1
    while end - start > 1 and text[start] in LEADING:
        start += 1
    return paragraph.span(start, end)


def closes(run: str) -> bool:
    """Whether a run ends in the second of two straight quotation marks, behind a word that stands outside of them."""
    before, opened, inside = run[:-1].partition('"')
    return run[-1] == '"' and bool(before and opened) and '"' not in inside


def determiner(found: Found) -> str:
    """The article before a name; one before a noun behind the name belongs to that ("the X government")."""
    if found.form != "name" or found.first.i == 0 or (found.root.dep_ in BEFORE_NOUN and found.root.head.i > found.last.i):
        return ""
    before = found.first.nbor(-1)
    return before.text if before.text.casefold() in articles(before.doc.lang_) else ""


@cache
def articles(language: str) -> frozenset[str]:
    """The articles of a language that may stand before a name."""
    return listed(language, "articles")


def metonym(found: Found) -> bool:
    """Whether a place's name stands where somebody acts or is a party."""
    if found.form != "name" or found.type != "place":
        return False
    token = found.root
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head  # "Washington or Paris would"
    return (
        (token.dep_ in ("nsubj", "agent") and token.head.lemma_ != "be")
        or (token.dep_ == "pobj" and token.head.text.casefold() in ACTING)
        or deed(token) in listed("en", "deeds")
    )


def deed(token: Token) -> str:
    """The noun for what the bearer of a name does ("the refusal of X", "X's refusal"); nothing when it hangs on no noun so."""
    if token.dep_ == "poss":
        return token.head.lemma_.casefold()
    of = token.dep_ == "pobj" and token.head.text == "of"
    return token.head.head.lemma_.casefold() if of else ""


def locative(found: Found) -> bool:
    """Whether a name says where something is, or comes from, or goes to; of what the tagger takes for no place only the surest."""
    token = found.root
    if found.form != "name" or token.dep_ != "pobj":
        return False
    before = token.head.text.casefold()
    if found.type == "place":
        return before in WHERE
    if before in SURELY_WHERE:
        return found.type in ("person", "other") or bare_word(found)
    moving = token.head.head.lemma_.casefold()
    fitting = moving in listed("en", "motion") or (before == "from" and words("en").nouns.get(moving) == "person")
    return before in ("to", "from") and fitting and bare_word(found)


def bare_word(found: Found) -> bool:
    """Whether a name is plain words that stand without an article, as towns do ("in Hillfort") and most bodies do not.

    What somebody writes or publishes in is a paper.
    """
    run = found.first.doc[found.first.i : found.last.i + 1]
    plain = len(run) <= TOWN and not run.text.isupper() and found.type not in ("work", "event") and determiner(found) == ""
    telling = words("en").type_of_name([token.text for token in run]) if plain and len(run) > 1 else None
    return plain and telling is None and found.root.head.head.lemma_.casefold() not in PRINTED


def scare_quoted(text: str, span: Span) -> bool:
    """Whether quotation marks of a few words stand around the mention or around words in it."""
    around = text[max(0, span.start - 1) : span.end + 1]
    return any(match.group(1).count(" ") < SCARE_WORDS for match in SCARE.finditer(around))
