"""The list of disagreements, narrowed by kind, outlet, entity and what was ruled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from testimonia.base.links import Disagreement
from testimonia.view.pages.contested import Card, by_weight, card_of
from testimonia.view.pages.faceted import Option
from testimonia.view.pages.rulings import Ruled, Rulings
from testimonia.view.pages.shelf import Shelf
from testimonia.view.pages.slices import Ranked, Slice, options, part, ranked
from testimonia.view.pages.voices import outlet_of

CARDS = 10


@dataclass(frozen=True, slots=True)
class RuledCard:
    """A disagreement with what the analyst ruled on it."""

    card: Card
    rulings: tuple[Ruled, ...]


@dataclass(frozen=True, slots=True)
class DisagreementList:
    """Disagreements, narrowed by the chosen values."""

    slice: Slice
    chosen: tuple[tuple[str, str], ...]
    kinds: tuple[Option, ...]
    outlets: tuple[Option, ...]
    entities: tuple[Option, ...]
    cards: tuple[RuledCard, ...]


def disagreement_list(shelf: Shelf, rulings: Rulings, chosen: Mapping[str, str], start: int) -> DisagreementList:
    """The disagreements that meet the choice."""
    found = [record for record in by_weight(shelf) if meets(shelf, rulings, record, chosen)]
    where, shown = part(found, start, CARDS)
    kinds, outlets, entities = shelf.once("disagreements counted", counted_disagreements)
    return DisagreementList(
        where,
        tuple(sorted(chosen.items())),
        options(kinds, chosen.get("kind", "")),
        options(outlets, chosen.get("outlet", "")),
        options(entities, chosen.get("entity", "")),
        tuple(with_rulings(shelf, rulings, record) for record in shown),
    )


def with_rulings(shelf: Shelf, rulings: Rulings, record: Disagreement) -> RuledCard:
    """A card with its rulings."""
    return RuledCard(card_of(shelf, record), rulings.of("disagreements", record.id))


def counted_disagreements(shelf: Shelf) -> tuple[Ranked, Ranked, Ranked]:
    """In how many disagreements each kind, outlet and entity figures."""
    records = by_weight(shelf)
    return (
        ranked((record.kind, record.kind) for record in records),
        ranked((outlet, outlet) for record in records for outlet in outlets_in(shelf, record)),
        ranked((id, shelf.entity_name(id) or id) for record in records for id in record.entities),
    )


def outlets_in(shelf: Shelf, record: Disagreement) -> tuple[str, ...]:
    """The outlets that have a part in a disagreement."""
    return shelf.once("outlets in disagreements", in_which_outlets)[record.id]


def in_which_outlets(shelf: Shelf) -> dict[str, tuple[str, ...]]:
    """The outlets that have a part in each disagreement."""
    found = {}
    for record in shelf.disagreements.values():
        named = {outlet_of(shelf.articles.get(claim.article)) for answer in record.answers for claim in answer.claims}
        found[record.id] = tuple(sorted(outlet for outlet in named if outlet))
    return found


def meets(shelf: Shelf, rulings: Rulings, record: Disagreement, chosen: Mapping[str, str]) -> bool:
    """Whether a disagreement meets the choice."""
    outlet, decided_on = chosen.get("outlet"), chosen.get("decided")
    return (
        chosen.get("only") in (None, record.id)
        and chosen.get("kind") in (None, record.kind)
        and (chosen.get("entity") is None or chosen["entity"] in record.entities)
        and (outlet is None or outlet in outlets_in(shelf, record))
        and (record.time or "").startswith(chosen.get("time", ""))
        and (decided_on is None or bool(rulings.of("disagreements", record.id)) == (decided_on == "yes"))
    )
