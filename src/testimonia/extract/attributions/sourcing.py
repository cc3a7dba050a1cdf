"""The words of a source that say who it is: "a Norwegian official" is not Norway, "people who study the sect" are not the sect."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import Any

from spacy.tokens import Token

from testimonia.base.spans import Span
from testimonia.extract.parsing import Parsed

SAME = frozenset({"appos", "flat"})  # "the sect's leader, Ann Lee": two phrases for one
WRITTEN = frozenset({"agent", "prep"})  # "a report by Ann Lee"


class Heads:
    """Finds where the head of a source stands, in the paragraphs that were parsed.

    Of the pack (`speech.toml`) it reads the nouns for texts, whose author is the source where it is told (`sources.document`), for those
    who speak for others (`speaking_for`), and those that say of a name before them what it is (`classing`).
    """

    def __init__(self, parsed: Parsed, pack: Mapping[str, Any]) -> None:
        self.paragraphs = sorted(parsed.paragraphs, key=lambda paragraph: paragraph.start)
        self.starts = [paragraph.start for paragraph in self.paragraphs]
        self.documents = frozenset(pack.get("sources", {}).get("document", ()))
        self.speaking_for = frozenset(pack.get("speaking_for", ()))
        self.classing = frozenset(pack.get("classing", ()))

    def of(self, source: Span) -> list[int] | None:
        """Where the heads of a source begin: its own first, then what stands in apposition or behind it. None without a parse."""
        at = bisect_right(self.starts, source.start) - 1
        if at < 0 or not self.paragraphs[at].parsed or source.end > self.paragraphs[at].end:
            return None
        paragraph = self.paragraphs[at]
        stretch = paragraph.doc.char_span(source.start - paragraph.start, source.end - paragraph.start, alignment_mode="expand")
        if stretch is None:
            return None
        root = stretch.root
        heads = [root, *beside(root), *self.behind(root)]
        return [paragraph.start + token.idx for token in heads if stretch.start <= token.i < stretch.end]

    def behind(self, root: Token) -> list[Token]:
        """Who speaks through the head: the author of a text, the one whose spokesman it is, the one whose kind it gives."""
        noun = root.lower_
        if noun in self.speaking_for:
            return [*governed(root, "prep"), *(child for child in root.children if child.dep_ in ("compound", "poss"))]
        authors = governed(root, *WRITTEN, by="by") if noun in self.documents else []
        return authors or [child for child in root.children if noun in self.classing and child.dep_ == "compound"]


def beside(root: Token) -> list[Token]:
    """What stands in apposition to a head, and to that in turn ("her rival, the incumbent, Ana X")."""
    found = [child for child in root.children if child.dep_ in SAME and not one_of_several(root, child)]
    return [*found, *(further for child in found for further in child.children if further.dep_ in SAME)]


def one_of_several(root: Token, name: Token) -> bool:
    """Whether one name stands behind a noun for several, so that it is that of a noun between them: "friends of the mayor, *Ann Lee*"."""
    return root.tag_ in ("NNS", "NNPS") and name.tag_ == "NNP" and not any(child.dep_ == "conj" for child in name.children)


def governed(root: Token, *links: str, by: str = "") -> list[Token]:
    """What the prepositions of a noun govern; only those that are the word `by`, where one is given."""
    joints = [child for child in root.children if child.dep_ in links and by in ("", child.lower_)]
    return [child for joint in joints for child in joint.children if child.dep_ == "pobj"]
