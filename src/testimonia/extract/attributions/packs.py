"""The words of a language that is read without a parser: its pack (`speech.toml`) as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from babel.core import Locale

from testimonia.base.languages import table
from testimonia.base.languages.verbs import conjugated, verbs_of_saying, withheld_forms

# Keys of a pack's `[plain]` by what is made of them.
PATTERNS = (
    *"that before after reported topics auxiliary passive impersonal likewise closing objects own following adding".split(),
    *"asides commenting marker conditional hearsay".split(),
)
LISTS = (
    *"grounds leads skipped links pronouns relative addressing articles clitics possessives subordinate dependent agents".split(),
    *"joining stops moments particles subjects openers oblique conjoined".split(),
)
INNER = ("skipped", "clitics", "adding")  # words that may stand between the words of a verb ("ha *anche* detto")
PARTED = 100  # characters between a verb and the particle that is parted from it
ELIDED = ("'", "’")
ENDINGS = ("leading", "closes", "genitives", "adjectives", "charges", "callings", "stating", "stating_parted", "participles", "adverbial")
FLAGS = ("asyndetic", "inverted", "capitals", "verb_first", "verb_last")


@dataclass(frozen=True, slots=True)
class Speech:
    """The words of a language that attribute: forms of verbs with their stance, and what stands around them.

    `cues` are verbs, and `nouns` with a conjunction right behind them ("the view that"). `evidence` are nouns that make a source of the
    phrase that `grounds` opens or `after` closes ("nach Angaben", "seiner Meinung nach"). `asyndetic` languages report without a
    conjunction behind a comma, `inverted` ones end what is said with "…, said X"; `moments` are words for when that may stand between
    the verb and its subject; `stops` are words that end the phrase of a source though they may begin one, `following` cues that go on
    with the voice of the cue before them ("adding"); in those with `capitals` every noun begins with a capital. `clitics` are pronouns
    for objects between a subject and its verb, `dependent` conjunctions of clauses that hang on another one, `subordinate` these and
    what else opens a stretch behind a comma that is no clause of its own, `own` phrases with a possessive as their source ("in her
    words"), `infinitive` what somebody says to do or to have done ("di firmare"), `charges` how verbs begin that accuse somebody `of_what`,
    `callings` those that call something `as_what`, `stating` those that have a noun for what is said ("denied the charge";
    `stating_parted` only with their particle), `about` the prepositions of what somebody speaks about, by the stance of their verb.
    `oblique` words open no subject ("einen"), `conjoined` ones make another conjunction of the one behind them ("alors *que*").
    `conditional` moods go on with what is reported and do not open it; a verb of `hearsay` reports what is over ("soll gewesen sein").
    `participles` and `adverbial` are the endings of participles and of adverbs.

    In `verb_last` languages `marks` end whoever opens the sentence, if they are `shortest` letters and more, `leading` are endings of the
    adverbials that open a clause, `closes` those of a clause that is said, `genitives` those of a noun that is no subject; `unspaced`
    ones write their words, or the particles of them, without spaces. Where `genitives` or `adjectives` are listed, a source that no comma
    ends is `adjectives` and a noun, and genitives that hang on it. `joined` is an "and" written together with the verb behind it.
    """

    stances: dict[str, str]
    parted: tuple[tuple[re.Pattern[str], dict[str, str]], ...]
    inner: frozenset[str]
    cues: re.Pattern[str]
    nouns: frozenset[str]
    that: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    evidence: re.Pattern[str]
    grounds: frozenset[str]
    reported: re.Pattern[str]
    finite: re.Pattern[str]
    topics: re.Pattern[str]
    auxiliary: re.Pattern[str]
    passive: re.Pattern[str]
    impersonal: re.Pattern[str]
    likewise: re.Pattern[str]
    closing: re.Pattern[str]
    objects: re.Pattern[str]
    leads: frozenset[str]
    skipped: frozenset[str]
    links: frozenset[str]
    pronouns: frozenset[str]
    relative: frozenset[str]
    addressing: frozenset[str]
    articles: frozenset[str]
    openers: frozenset[str]
    clitics: frozenset[str]
    possessives: frozenset[str]
    stand_ins: frozenset[str]
    own: re.Pattern[str]
    infinitive: re.Pattern[str]
    subordinate: frozenset[str]
    dependent: frozenset[str]
    agents: frozenset[str]
    joining: frozenset[str]
    stops: frozenset[str]
    following: re.Pattern[str]
    adding: re.Pattern[str]
    asides: re.Pattern[str]
    commenting: re.Pattern[str]
    resuming: re.Pattern[str]
    particles: frozenset[str]
    subjects: frozenset[str]
    asyndetic: bool
    inverted: bool
    moments: frozenset[str]
    great_months: bool
    speakers: frozenset[str]
    capitals: bool
    verb_first: bool
    verb_last: bool
    unspaced: bool
    marks: re.Pattern[str]
    shortest: int
    leading: tuple[str, ...]
    closes: tuple[str, ...]
    genitives: tuple[str, ...]
    adjectives: tuple[str, ...]
    charges: tuple[str, ...]
    of_what: re.Pattern[str]
    callings: tuple[str, ...]
    stating: tuple[str, ...]
    stating_parted: tuple[str, ...]
    participles: tuple[str, ...]
    adverbial: tuple[str, ...]
    as_what: re.Pattern[str]
    about: dict[str, re.Pattern[str]]
    oblique: frozenset[str]
    conjoined: frozenset[str]
    conditional: re.Pattern[str]
    hearsay: re.Pattern[str]
    done: re.Pattern[str]
    marker: re.Pattern[str]
    joined: tuple[str, ...]
    bare: re.Pattern[str]
    joints: frozenset[str]
    doers: tuple[str, ...]
    before_that: tuple[str, ...]

    def stance(self, cue: re.Match[str], otherwise: str = "say") -> str:
        """The stance of a cue: that of the verb with its particle where one closes its clause ("gab … *an*", "gab … *zu*")."""
        form = straight(cue.group().lower())
        if form not in self.stances and form.count(" ") > 1:
            form = " ".join(word for word in form.split() if word not in self.inner)
        with_particle = (forms[form] for particle, forms in self.parted if form in forms and particle.match(cue.string, cue.end()))
        return next(with_particle, self.stances.get(form, otherwise))

    def closes_clause(self, text: str, start: int) -> bool:
        """Whether nothing but the particle of a parted verb closes the clause behind a position ("sprak dat *tegen*")."""
        found = (particle.match(text, start) for particle, _ in self.parted)
        return any(one.group().count(" ") == 1 and text[one.end() : one.end() + 1] in ",.;!?" for one in found if one is not None)


@cache
def speech(language: str) -> Speech | None:
    """The words of a language, or none when its pack has no list for reading without a parser."""
    pack = table(language, "speech")
    plain = pack.get("plain")
    if plain is None:
        return None
    unspaced = plain.get("unspaced", False)
    words: dict[str, Any] = {name: (anywhere if unspaced else any_of)(plain.get(name, ())) for name in PATTERNS}
    words |= {name: frozenset(plain.get(name, ())) for name in LISTS}
    words |= {name: tuple(plain.get(name, ())) for name in ENDINGS}
    words |= {name: plain.get(name, False) for name in FLAGS}
    words["topics"] = either(words["topics"], any_of(withheld_forms(language)))
    words["subordinate"] |= words["dependent"]
    words["stand_ins"] = (words["pronouns"] | words["possessives"]) - frozenset(pack.get("selves", ()))
    words["moments"] |= calendar(language)
    words["great_months"] = str(Locale.parse(language).months["format"]["wide"][1])[0].isupper()
    return Speech(**words | cues(language, pack, unspaced) | phrases(plain, words))


def cues(language: str, pack: Mapping[str, Any], unspaced: bool) -> dict[str, Any]:
    """What attributes: verbs of saying, nouns with a conjunction, and the nouns for those who speak."""
    nouns, verbs = forms_of(pack.get("nouns", {})), forms_of(verbs_of_saying(language))
    verbs |= {form[:-1] + "。": stance for form, stance in verbs.items() if form.endswith("、")}  # a noun of saying may end its sentence
    parted = tuple((closing(one["particle"]), dict(stance_and_form(one))) for one in pack.get("parted", ()))
    inner = {word for key in INNER for word in pack["plain"].get(key, ()) if " " not in word}
    listed = anywhere(verbs) if unspaced else cues_of(verbs, nouns, pack["plain"]["that"], inner)
    joints, doers = pack["plain"]["that"], tuple(pack["plain"].get("doers", ()))
    behind = (form.removeprefix(joint) for joint in joints for form in verbs if doers and form.startswith(joint))
    return {
        "bare": anywhere(form for form in behind if len(form) > 1 and not form.startswith(doers)),
        "joints": frozenset(joints if doers else ()),
        "stances": {straight(form): stance for form, stance in (nouns | verbs).items()},
        "parted": parted,
        "inner": frozenset(inner),
        "cues": either(listed, *(re.compile(rf"{any_of(forms).pattern}(?={particle.pattern})") for particle, forms in parted)),
        "nouns": frozenset(nouns),
        "speakers": frozenset(word for words in pack.get("sources", {}).values() for word in words) | offices(language),
        "unspaced": unspaced,
    }


def stance_and_form(conjugation: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The forms of verbs that a particle is parted from, each with its stance."""
    verbs = {key: value for key, value in conjugation.items() if key != "particle"}
    return ((form, stance) for stance, form in conjugated(verbs))


def closing(particle: str) -> re.Pattern[str]:
    """A pattern for the rest of a clause up to the particle that closes it, behind its verb ("führte *der Richter aus*")."""
    return re.compile(rf"[^,;:.!?]{{0,{PARTED}}}?\s{re.escape(particle)}(?!\w)", re.IGNORECASE)


def phrases(plain: Mapping[str, Any], words: Mapping[str, Any]) -> dict[str, Any]:
    """What is more than the words of one key: with what is written together with another word, or with endings; `words` are plain ones."""
    return {
        "resuming": either(any_of(plain.get("resuming", ())), before_a_word(w for w in plain.get("resuming", ()) if w.endswith(ELIDED))),
        "that": either(words["that"], before_a_word(plain.get("that_joined", ()))),
        "of_what": either(any_of(plain.get("of_what", ())), before_a_word(plain.get("of_what_joined", ()))),
        "as_what": either(
            any_of(plain.get("as_what", ())), before_a_word(plain.get("as_what_joined", ())), ending_in(plain.get("as_endings", ()))
        ),
        "about": {
            stance: either(any_of(forms), before_a_word(w for w in forms if w.endswith(ELIDED)))
            for stance, forms in plain.get("about", {}).items()
        },
        "before": either(words["before"], before_a_word(plain.get("before_joined", ()))),
        "evidence": ending_in(plain.get("evidence", ())),
        "finite": either(any_of([*plain["finite"], *plain["reported"]]), ending_in(plain.get("finite_endings", ()))),
        "infinitive": infinitives(plain.get("infinitives", ()), plain.get("before_infinitive", ())),
        "done": done(plain.get("participles", ()), plain.get("perfect", ())),
        "marks": anywhere(plain.get("marks", ())),
        "shortest": plain.get("shortest", 1),
        "joined": tuple(plain.get("joining_joined", ())),
        "doers": tuple(plain.get("doers", ())),
        "before_that": tuple(plain.get("before_that", ())),
    }


def offices(language: str) -> frozenset[str]:
    """The words for offices and professions, which speak for those who hold them."""
    return frozenset(str(table(language, "names").get("roles", "")).split())


def calendar(language: str) -> frozenset[str]:
    """The names of the days of the week and of the months, from CLDR."""
    locale = Locale.parse(language)
    days = (name.lower() for width in ("wide", "abbreviated") for name in locale.days["format"][width].values())
    return frozenset(days) | frozenset(name.lower() for name in locale.months["format"]["wide"].values())


def straight(form: str) -> str:
    """A form with straight apostrophes, as the packs may write it and texts may not."""
    return form.replace("’", "'")


def forms_of(listed: Mapping[str, Any]) -> dict[str, str]:
    """Each form with its stance."""
    return {form: stance for stance, forms in listed.items() for form in forms}


def cues_of(verbs: Iterable[str], nouns: Iterable[str], that: Iterable[str], inner: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the verbs, with one of the `inner` words in it or none, and for any noun with a conjunction behind it."""
    either = any_of(verbs).pattern
    if words := "|".join(re.escape(word) for word in sorted(inner)):
        either = either.replace(r"\ ", rf"\s(?:(?:{words})\s)?")
    if nouns:
        either += "|" + any_of(nouns).pattern + r"(?=,?\s" + any_of(that).pattern + ")"
    return re.compile(either, re.IGNORECASE)


def infinitives(endings: Iterable[str], before: Iterable[str]) -> re.Pattern[str]:
    """A pattern for a word that ends so, behind one of the words before it where a language has any ("prometió firmar", "di firmare")."""
    ends = "|".join(sorted(endings))
    if not ends:
        return re.compile(r"(?!)")
    words = sorted(before, key=lambda word: (-len(word), word))
    led = "(?:" + "|".join(re.escape(word) + ("" if word.endswith(ELIDED) else r"\s+") for word in words) + ")" if words else ""
    return re.compile(rf"(?<!\w){led}[^\W\d_]{{1,30}}(?:{ends})(?!\w)", re.IGNORECASE)


def done(participles: Iterable[str], perfect: Iterable[str]) -> re.Pattern[str]:
    """A pattern for the infinitive of what is over at the end of its clause: a participle and its auxiliary ("geschlossen worden sein")."""
    ends, helpers = ("|".join(map(re.escape, sorted(words))) for words in (participles, perfect))
    return re.compile(rf"(?<!\w)[^\W\d_]{{2,30}}(?:{ends})\s(?:{helpers})(?=\s*(?:[,.;:!?)–—]|$))" if ends and helpers else r"(?!)")


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the words as whole words, the longest first; one that never matches when there are none."""
    return alternatives(words, r"(?<!\w)(?:{})(?!\w)")


def anywhere(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the words wherever they stand, as where no spaces are written."""
    return alternatives(words, "(?:{})")


def before_a_word(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the words where it is written together with the one behind it."""
    return alternatives(words, r"(?<!\w)(?:{})(?=\w)")


def either(*patterns: re.Pattern[str]) -> re.Pattern[str]:
    """A pattern for what one of several patterns matches."""
    return re.compile("|".join(pattern.pattern for pattern in patterns), re.IGNORECASE)


def ending_in(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for whole words that are, or end in, one of the words."""
    return alternatives(words, r"(?<!\w)\w{{0,40}}(?:{})(?!\w)")


def alternatives(words: Iterable[str], frame: str) -> re.Pattern[str]:
    """The words in a pattern, whatever their case."""
    listed = sorted(words, key=lambda word: (-len(word), word))
    if not listed:
        return re.compile(r"(?!)")
    return re.compile(frame.format("|".join(map(re.escape, listed))).replace(ELIDED[0], f"[{''.join(ELIDED)}]"), re.IGNORECASE)
