"""Fits `link/entities/types.npz`: the second opinion on the type of a name.

    python -m training.name_types FOLDER[:FILES] …

The folders hold pages of news; nothing is marked in them. Names whose type is known without their surroundings show what stands
around people, bodies and places: those on which the tagger agrees with itself over three places and more, and those that lists of
countries, cities and people's names have. The second model is fitted on the marked names of the invented matters; the matters in
`HELD` are kept out of it. Needs the extra `training`.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from testimonia.base.extractions import Mention
from testimonia.base.settings import Settings
from testimonia.fitted.known import family_name, given_name
from testimonia.link.entities import judging
from testimonia.link.entities.forms import normal
from testimonia.link.entities.gather import gather
from testimonia.link.entities.judging import ALWAYS, KINDS, digest, features
from testimonia.link.entities.making import nodes_of
from testimonia.link.entities.nodes import own_type
from testimonia.link.entities.places import city, country
from testimonia.link.entities.surroundings import around
from testimonia.store import open_case
from testimonia.work.lane import FileLane, Job
from tests.link.entities.invented import Matter, fold, matters, read

TO = Path(judging.__file__).with_name("types.npz")
HELD = frozenset(("bridge", "clinic", "glacier", "lagoon", "palm", "reactor", "spillway", "temple", "warehouse"))
AGREED, PLACES = 0.85, 3  # share and number of the tagger's votes that make a name's type known
FEWEST = 6  # places in which a feature of the first model stands
SLACK = 0.1, 1.0  # inverse strengths of the two models' penalties
FULL = (2, 3)
Weights = dict[str, np.ndarray]


@dataclass(frozen=True)
class Place:
    """A name in one place, of a known type."""

    name: str
    kind: str
    around: tuple[str, ...]


def kind_of(kind: str) -> str:
    """One of `KINDS`."""
    return kind if kind in KINDS else "rest"


def named(lane: FileLane, folders: Iterable[str]) -> Iterator[tuple[str, Mention, str, str]]:
    """The names in files of the folders: the text, the mention, its language, and the normal form of the name that it stands for."""
    for folder in folders:
        path, _, number = folder.partition(":")
        files = sorted(Path(path).iterdir())
        files.sort(key=lambda file: crc32(file.name.encode()))  # a few of each kind, the same ones every time
        for file in files[: int(number) if number else None]:
            for found in lane(Job(path, file.name), lambda *_: None).documents:
                languages = {article.id: article.language or "en" for article in found.division.articles}
                for extraction in found.extractions:
                    held = [one for one in extraction.mentions if one.form == "name"]
                    by_span = {(one.start, one.end): one for one in held}
                    for one in held:
                        full = by_span.get((one.antecedent.start, one.antecedent.end), one) if one.antecedent else one
                        yield found.document.text, one, languages.get(one.article, "en"), normal(full.name)


def places(lane: FileLane, folders: Iterable[str]) -> list[Place]:
    """The places of names whose type is known without them."""
    found = list(named(lane, folders))
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for _, one, language, name in found:
        if language.startswith("en"):
            votes[name][kind_of(one.type)] += 1
    agreed = {}
    for name, held in votes.items():
        (top, most), *_ = held.most_common(1)
        if held.total() >= PLACES and most >= AGREED * held.total():
            agreed[name] = top
    kinds = ((agreed.get(name) or told(one, language, name), text, one, language, name) for text, one, language, name in found)
    return [
        Place(name, kind, tuple(sorted(set(around(text, one.start, one.end, language)))))
        for kind, text, one, language, name in kinds
        if kind
    ]


def told(one: Mention, language: str, name: str) -> str:
    """The type that lists and the name's own words say it has."""
    words = tuple(name.split())
    if country(one.name) is not None or city(name) is not None:
        return "place"
    if len(words) in FULL and given_name(words[0]) and family_name(words[-1]) and own_type(words) is None:
        return "person"
    return "organisation" if not language.startswith("en") and len(words) > 1 and one.type == "organisation" else ""


def fitted(
    rows: list[dict[str, float]], kinds: list[str], weights: np.ndarray | None, slack: float, width: int, fewest: int = 1
) -> Weights:
    """A softmax regression over named features, in whole numbers of `width` bits with their scale."""
    counts = Counter(feature for row in rows for feature in row)
    names = sorted(feature for feature, count in counts.items() if count >= fewest)
    at = {feature: i for i, feature in enumerate(names)}
    cells = [(i, at[feature], value) for i, row in enumerate(rows) for feature, value in row.items() if feature in at]
    i, j, values = zip(*cells, strict=True)
    table = csr_matrix((values, (i, j)), shape=(len(rows), len(names)))
    model = LogisticRegression(C=slack, max_iter=3000).fit(table, kinds, sample_weight=weights)
    order = [list(model.classes_).index(kind) for kind in KINDS]
    held = np.vstack([model.coef_[order].T, model.intercept_[order]])
    scale = np.abs(held).max() / (2 ** (width - 1) - 1)
    keys = np.array([digest(feature) for feature in (*names, ALWAYS)], dtype=np.uint32)
    return {"keys": keys, "weights": np.round(held / scale).astype(f"int{width}"), "scale": np.array(scale)}


def balanced(found: list[Place]) -> np.ndarray:
    """The weight of each place: names that stand everywhere count less, and each kind as much as any other."""
    often = Counter(place.name for place in found)
    each = np.array([often[place.name] ** -0.5 for place in found])
    kinds = np.array([place.kind for place in found])
    for kind in KINDS:
        each[kinds == kind] /= each[kinds == kind].sum()
    return np.asarray(each * len(found) / len(KINDS))


def marked(lane: FileLane, matter: Matter) -> Iterator[tuple[dict[str, float], str]]:
    """The features of each marked name of a matter, with its type."""
    kinds = {fold(name): entity.type for entity in matter.entities for name in entity.names}
    with tempfile.TemporaryDirectory() as folder, open_case(Path(folder) / "case.testimonia", create=True) as case:
        for path, text in matter.pages.items():
            (Path(folder) / path).write_text(text, encoding="utf-8")
            case.put_file(lane(Job(folder, path), lambda *_: None), sha256=path, size=len(text), key="k")
        for node in nodes_of(gather(case)).values():
            held = {kinds[form] for surface in node.surfaces if (form := fold(surface)) in kinds}
            if not node.description and len(held) == 1:
                yield features(node), kind_of(held.pop())


def keep(**models: Weights) -> None:
    """Write the models, and let them be read anew."""
    np.savez_compressed(TO, **{f"{name}_{part}": held for name, parts in models.items() for part, held in parts.items()})
    judging.model.cache_clear()


def right(rows: list[tuple[dict[str, float], str]]) -> float:
    """The share of names whose type the kept model gives."""
    return float(np.mean([KINDS[int(judging.scores("name", sorted(row.items())).argmax())] == kind for row, kind in rows]))


def main() -> None:
    """Fit both models, print what they reach where they were not fitted, and keep them."""
    lane = FileLane(Settings())
    none = {"keys": np.array([crc32(ALWAYS.encode())], np.uint32), "weights": np.zeros((1, len(KINDS)), np.int16), "scale": np.array(1.0)}
    keep(around=none, name=none)
    found = places(lane, sys.argv[1:])
    rows = [dict.fromkeys(place.around, 1.0) for place in found]
    first = fitted(rows, [place.kind for place in found], balanced(found), SLACK[0], 8, FEWEST)
    print(f"around: {len(found)} places of {len({place.name for place in found})} names, {len(first['keys'])} features")
    keep(around=first, name=none)
    names = {path.stem: list(marked(lane, read(path))) for path in matters()}
    dev = sorted(set(names) - HELD)
    crossed = []
    for left in dev:
        held = [row for name in dev if name != left for row in names[name]]
        keep(around=first, name=fitted([row for row, _ in held], [kind for _, kind in held], None, SLACK[1], 16))
        crossed.append((right(names[left]), len(names[left])))
    print(f"name: {sum(a * n for a, n in crossed) / sum(n for _, n in crossed):.3f} right in matters left out one by one")
    held = [row for name in dev for row in names[name]]
    keep(around=first, name=fitted([row for row, _ in held], [kind for _, kind in held], None, SLACK[1], 16))
    unseen = [row for name in sorted(HELD & set(names)) for row in names[name]]
    print(f"name: fitted on {len(held)} names; {right(unseen):.3f} right in the matters kept out")


if __name__ == "__main__":
    main()
