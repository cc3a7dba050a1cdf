"""What a request asks for, read with care: anything may stand in an address."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request

LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Asked:
    """The names of a path and of a query, as text."""

    path: dict[str, str]
    query: dict[str, str]

    @classmethod
    def of(cls, request: Request) -> Asked:
        """What this request asks."""
        query = {name: value[:LONGEST] for name, value in request.query_params.items()}
        return cls({name: str(value) for name, value in request.path_params.items()}, query)

    def text(self, name: str) -> str:
        """A value as text, empty when it is not given."""
        return self.path.get(name) or self.query.get(name, "")

    def number(self, name: str) -> int:
        """A value as a whole number from 0 up; 0 when it is none."""
        value = self.query.get(name, "")
        return int(value) if value.isascii() and value.isdigit() and len(value) < 12 else 0

    def only(self, *names: str) -> dict[str, str]:
        """The named values that are given."""
        return {name: self.query[name] for name in names if self.query.get(name)}
