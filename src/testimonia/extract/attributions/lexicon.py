"""The cue words of a language, read from its pack (`speech.toml`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from testimonia.base.extractions import STANCES
from testimonia.base.languages import table

LISTS = ("verbs", "nouns", "adjectives", "infinitive", "phrases", "adverbs", "views")
TOLD = ("say", "claim", "reveal")  # the stances of verbs that only tell
STATED = (*TOLD, "deny", "accuse")  # of those that state something, for or against
SPOKEN = (*STATED, "promise", "demand", "ask")  # of all with which somebody speaks, and does not only think


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Cue words by word class, each with its stance; `openers` are the phrases by their first word, split; `views` are
    phrases that whoever they belong to stands in the middle of ("in her view"), without that;
    `sources` are words that tell what kind of source theirs is; `telling` and `quoting`
    are verbs with which words are passed on, `commenting` those that tell what a speaker does by saying so;
    `selves` are the words for whoever speaks; `directives` are verbs that with an
    infinitive always report an order, a request or advice, `hearsay` those that in the passive with one report what people say;
    `titles` are words that stand before people's names alone ("Ms", "Dr"); `figures` are the verbs with which figures are given, by the
    preposition before the figure.
    """

    verbs: dict[str, str]
    nouns: dict[str, str]
    adjectives: dict[str, str]
    infinitive: dict[str, str]
    phrases: dict[str, str]
    adverbs: dict[str, str]
    views: dict[str, str]
    openers: dict[str, list[tuple[str, list[str], str]]]
    sources: dict[str, str]
    telling: frozenset[str]
    quoting: frozenset[str]
    commenting: frozenset[str]
    selves: frozenset[str]
    directives: frozenset[str]
    hearsay: frozenset[str]
    titles: frozenset[str]
    figures: dict[str, frozenset[str]]


@cache
def listed(key: str) -> frozenset[str]:
    """The words under a key of the English pack, for rules over its parse."""
    return frozenset(table("en", "speech")[key])


@cache
def lexicon(language: str) -> Lexicon:
    """The cue words of a language; empty where its pack has none."""
    pack = table(language, "speech")
    verbs, nouns, adjectives, infinitive, phrases, adverbs, views = (by_word(pack.get(name, {})) for name in LISTS)
    openers: dict[str, list[tuple[str, list[str], str]]] = {}
    for phrase, stance in phrases.items():
        openers.setdefault(phrase.split()[0], []).append((phrase, phrase.split(), stance))
    sources = {word: kind for kind, words in pack.get("sources", {}).items() for word in words}
    passing = pack.get("passing", {})
    telling, quoting, commenting = (frozenset(passing.get(name, ())) for name in ("telling", "quoting", "commenting"))
    selves, directives, hearsay = (frozenset(pack.get(name, ())) for name in ("selves", "directives", "hearsay"))
    names = table(language, "names")
    titles = frozenset(word for key in ("honorifics", "male_titles", "female_titles") for word in names.get(key, "").split())
    figures = {name: frozenset(listed) for name, listed in pack.get("figures", {}).items()}
    return Lexicon(
        verbs, nouns, adjectives, infinitive, phrases, adverbs, views, openers, sources, telling, quoting, commenting,
        selves, directives, hearsay, titles, figures,
    )  # fmt: skip


def by_word(stances: dict[str, list[str]]) -> dict[str, str]:
    """Each word with its stance; a stance that nobody knows is a mistake in the pack."""
    unknown = set(stances) - set(STANCES)
    if unknown:
        raise ValueError(f"speech.toml names a stance that does not exist: {', '.join(sorted(unknown))}")
    return {word: stance for stance, words in stances.items() for word in words}
