"""What is known of one article while it is put together: its lines, what they say, and the facts chosen."""

from __future__ import annotations

from dataclasses import dataclass, field

from testimonia.base.documents import Candidate, Fact
from testimonia.divide.credits import Said, said_first
from testimonia.divide.lines import Line
from testimonia.divide.posts import Post


@dataclass
class Head:
    """What is known of one article while it is put together."""

    post: Post
    language: str | None
    title: int | None
    said: list[Said] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    above: list[Line] = field(default_factory=list)
    below: list[Line] = field(default_factory=list)
    facts: dict[str, Fact] = field(default_factory=dict)
    urls: tuple[Fact, ...] = ()

    @property
    def reprint(self) -> bool:
        """Whether the page says that the text is not its own: a translator, a link to the source, a first publication."""
        lines = [*self.above, *self.below]
        return any(said.field == "translator" for said in self.said) or any(
            said_first(line) is not None or max(line.marked("translated"), line.marked("source_link")) >= 2 for line in lines
        )

    def put(self, name: str, fact: Fact | None) -> None:
        """Choose a fact unless the field has one already."""
        if fact is not None and name not in self.facts:
            self.facts[name] = fact
