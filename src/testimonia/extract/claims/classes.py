"""What words say happened: the event classes of a language pack, by lemma."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from spacy.tokens import Token

from testimonia.base.grammar import grammar
from testimonia.base.languages import table

REACH = 9  # words behind a verb in which the rest of a set phrase stands
BEGIN = "begin"  # the class of verbs by which sales and courses begin, and prices too
DEEP = 3  # steps down the parse over which it may hang


@dataclass(frozen=True, eq=False)
class Classes:
    """Event classes: verb lemmas whose object, and whose subject, undergoes the event; event nouns; nouns that count its victims."""

    verbs: Mapping[str, str]
    subject_verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    counted: Mapping[str, str]
    once: frozenset[str]
    stock: frozenset[str]
    same: Mapping[str, str]  # a counted noun → the noun that stands for its group
    negations: frozenset[str]
    raw: Mapping[str, Any]

    def of(self, token: Token) -> str | None:
        """The class of a verb or an event noun: none where it tells no event of a class, an empty one where it is only a word of blame."""
        pos = token.pos_
        lemma = token.lemma_.lower()
        if token.dep_ in ("acl", "amod") and token.lower_ in self.words("staying", "words"):
            return None
        if pos in ("VERB", "AUX"):
            said = self.set_phrase(token)
            if said is not None:
                return said[0]
            if (
                (lemma in self.only and token.lower_ not in self.only[lemma])
                or self.denies(token)
                or (self.verbs.get(lemma) == BEGIN and priced(token))
            ):
                return None
            if self.blames(token):
                return ""
            whole = phrase(token)
            if whole in self.words("support", "phrases"):
                return None
            named = self.verbs.get(whole) or self.subject_verbs.get(whole) or self.verbs.get(lemma) or self.subject_verbs.get(lemma)
            return named or self.befell(token)
        if pos == "NOUN":
            if lemma in self.joined:
                before = (child.lemma_.lower() for child in token.lefts if child.dep_ in ("compound", "amod"))
                return next((self.nouns[whole] for word in before if (whole := f"{word} {lemma}") in self.nouns), self.nouns.get(lemma))
            return self.nouns.get(lemma)
        if pos == "ADJ" and token.tag_ in ("VBN", "JJ") and token.lower_.endswith("ed"):
            return self.verbs.get(token.lower_.removesuffix("ed")) or self.verbs.get(token.lower_.removesuffix("d"))
        return None

    def denies(self, verb: Token) -> bool:
        """Whether a verb says of a report that it is not true: an account is dismissed, and loses no office."""
        objects = (child for child in verb.children if child.dep_ in ("dobj", "nsubjpass"))
        return verb.lemma_.lower() in self.words("denying", "verbs") and any(
            noun.lemma_.lower() in self.words("denying", "reports") for noun in objects
        )

    def blames(self, verb: Token) -> bool:
        """Whether somebody is attacked in words only: as something, for doing something, for what is theirs."""
        if verb.lemma_.lower() not in self.words("blaming", "verbs"):
            return False
        called = any(child.dep_ == "prep" and child.lower_ in self.words("blaming", "as") for child in verb.children)
        led = (child for child in verb.children if child.dep_ == "prep" and child.lower_ in self.words("blaming", "reasons"))
        return called or any(of.dep_ == "pcomp" or any(own.dep_ == "poss" for own in of.children) for prep in led for of in prep.children)

    def word(self, token: Token) -> str:
        """The word of a verb that tells no event of a class, told apart from a class of that name ("the talks *failed* to bring peace")."""
        own = phrase(token) or token.lemma_.lower()
        return f"to {own}" if own in self.raw["classes"] else own

    def undergone(self, token: Token) -> bool:
        """Whether it is the verb's subject that undergoes the event ("die", "burst", "lost their lives")."""
        said = self.set_phrase(token)
        if said is not None:
            return said[1]
        lemma, whole = token.lemma_.lower(), phrase(token)
        if whole not in self.verbs and lemma not in self.verbs and self.befell(token) is not None:
            return True
        return whole in self.subject_verbs or (lemma in self.subject_verbs and lemma not in self.verbs and whole not in self.verbs)

    def befell(self, token: Token) -> str | None:
        """The class of a verb without an object that says what happened to things of some kinds ("the dam broke")."""
        name = self.befalling.get(token.lemma_.lower())
        if name is None or any(child.dep_ in ("dobj", "xcomp", "ccomp") for child in token.children):
            return None
        subject = next((child for child in token.children if child.dep_ == "nsubj"), None)
        subject = token.head if subject is None or subject.tag_ in ("WDT", "WP") else subject
        return name if subject.pos_ == "NOUN" and subject.lemma_.lower() in self.befallen[name] else None

    @cached_property
    def befalling(self) -> dict[str, str]:
        """The verbs that say what happened to things of some kinds, each with its class."""
        return {verb: name for name, entry in sorted(self.raw.get("befalling", {}).items()) for verb in entry["verbs"]}

    @cached_property
    def befallen(self) -> dict[str, frozenset[str]]:
        """The nouns of which they say so."""
        kinds = self.raw.get("kinds", {})
        listed = sorted(self.raw.get("befalling", {}).items())
        return {name: frozenset((*entry["nouns"], *(noun for kind in entry["kinds"] for noun in kinds[kind]))) for name, entry in listed}

    def set_phrase(self, token: Token) -> tuple[str, bool] | None:
        """What a verb says together with the words under it ("lost their homes"): its class, and whether its subject undergoes it."""
        listed = self.set_phrases.get(token.lemma_.lower())
        if listed is None:
            return None
        doc, wanted = token.doc, self.set_words[token.lemma_.lower()]
        behind: set[str] = set()
        for i in range(token.i + 1, min(len(doc), token.i + REACH)):
            other = doc[i]
            forms = wanted.intersection((other.lower_, other.lemma_.lower()))
            if forms and below(other, token):
                behind |= forms
        return next(((name, own) for words, name, own in listed if words <= behind), None)

    def phrase_word(self, verb: Token, noun: Token) -> bool:
        """Whether a noun is itself a word of a set phrase with the verb ("set *fire* to")."""
        listed = self.set_phrases.get(verb.lemma_.lower(), [])
        return any(noun.lower_ in words or noun.lemma_.lower() in words for words, _, _ in listed)

    @cached_property
    def set_phrases(self) -> dict[str, list[tuple[frozenset[str], str, bool]]]:
        """The words that make a set phrase with each verb, the longest first."""
        found: dict[str, list[tuple[frozenset[str], str, bool]]] = {}
        for name, entry in sorted(self.raw.get("classes", {}).items()):
            for field, own in (("subject_phrases", True), ("object_phrases", False)):
                for words in entry.get(field, ()):
                    verb, *others = words.split()
                    found.setdefault(verb, []).append((frozenset(others), name, own))
        return {verb: sorted(listed, key=lambda row: (-len(row[0]), sorted(row[0]), row[1:])) for verb, listed in found.items()}

    @cached_property
    def set_words(self) -> dict[str, frozenset[str]]:
        """All words that make set phrases with each verb."""
        return {verb: frozenset().union(*(words for words, _, _ in listed)) for verb, listed in self.set_phrases.items()}

    def befalls_anybody(self, predicate: str, noun: str) -> bool:
        """Whether the noun counts people as such in an event of this class ("23 comrades were killed")."""
        if predicate not in self.words("anybody", "classes"):
            return False
        human = noun in persons() or (noun in self.words("kinds", "human") and noun not in kin())
        return noun in self.words("anybody", "nouns") or (human and self.same.get(noun, noun) not in self.words("anybody", "apart"))

    def words(self, topic: str, name: str) -> frozenset[str]:
        """A word list of the pack."""
        found = self.lists.get((topic, name))
        if found is None:
            found = self.lists[(topic, name)] = frozenset(self.raw.get(topic, {}).get(name, ()))
        return found

    def around(self, name: str) -> frozenset[str]:
        """One of the lists of small words around what is told."""
        return self.words("around", name)

    @cached_property
    def lists(self) -> dict[tuple[str, str], frozenset[str]]:
        """The lists that were asked for, each made once."""
        return {}

    @cached_property
    def phrases(self) -> dict[str, str]:
        """The class of a verb with its object ("claim life")."""
        listed = sorted(self.raw.get("classes", {}).items())
        return {phrase: name for name, entry in reversed(listed) for phrase in entry.get("phrases", ())}

    @cached_property
    def only(self) -> Mapping[str, list[str]]:
        """Verbs that mean their event in some forms alone ("born", not "bear the cost")."""
        return dict(self.raw.get("forms", {}))

    @cached_property
    def joined(self) -> frozenset[str]:
        """The last words of event nouns of several words ("air strike")."""
        return frozenset(noun.rpartition(" ")[2] for noun in self.nouns if " " in noun)

    @cached_property
    def done(self) -> dict[str, str]:
        """The deed that each verb without a class of events tells, where it is asked who did it to what."""
        listed = sorted(self.raw.get("deeds", {}).get("verbs", {}).items())
        return {verb: name for name, verbs in listed for verb in verbs}

    @cached_property
    def acts(self) -> dict[str, str]:
        """The verb of each noun that tells an act ("warning")."""
        listed = sorted(self.raw.get("support", {}).get("nouns", {}).items())
        return {noun: verb for verb, nouns in listed for noun in nouns}

    @cached_property
    def contrary(self) -> dict[str, str]:
        """The act that each verb rules out ("lose": who loses it does not win it)."""
        return {verb: act for act, verbs in sorted(self.raw.get("contrary", {}).items()) for verb in verbs}

    @cached_property
    def poles(self) -> dict[str, tuple[str, int, str]]:
        """Each word that names an end of an axis: the axis, which end, and the word that stands for that end."""
        raw = self.raw.get("opposites", {})
        return {word: (axis, end, words[0]) for axis, ends in sorted(raw.items()) for end, words in enumerate(ends) for word in words}


@cache
def persons() -> frozenset[str]:
    """English nouns for persons."""
    return frozenset(str(table("en", "names").get("persons", "")).split())


@cache
def kin() -> frozenset[str]:
    """English nouns for relatives."""
    return frozenset(str(table("en", "names").get("kin", "")).split())


def priced(verb: Token) -> bool:
    """Whether a verb says at or from what price something is sold ("will start at $349"): then nothing begins."""
    named = (noun for child in verb.children if child.dep_ == "prep" and child.lower_ in small_words("priced") for noun in child.children)
    return any(noun.dep_ == "pobj" and noun.ent_type_ == "MONEY" for noun in named)


@cache
def small_words(name: str) -> frozenset[str]:
    """One of the lists of English small words around what is told."""
    return frozenset(table("en", "claims")["around"][name])


def below(token: Token, verb: Token) -> bool:
    """Whether a word hangs on the verb by a few steps, with no other verb between them."""
    at = token
    for _ in range(DEEP):
        if at.head.i == verb.i:
            return True
        at = at.head
        if at.pos_ in ("VERB", "AUX"):
            return False
    return False


def phrase(token: Token) -> str:
    """A verb with the particle, bare noun or adjective that makes one word of the two ("walk out", "take part", "shoot dead")."""
    doc, at = token.doc, token.i
    for i in range(at + 1, min(len(doc), at + 3)):
        word = doc[i]
        if word.head.i != at:
            continue
        governing = any(child.dep_ == "pobj" for child in word.children)  # "broke on 4 May": no particle
        if word.lower_ in small_words("here") or word.pos_ == "PRON":  # "set it up"
            continue
        if (word.dep_ == "prt" and not governing) or (word.dep_ in ("dobj", "acomp", "oprd", "advmod") and not word.n_lefts):
            return f"{token.lemma_.lower()} {word.lower_}"
    return ""


@cache
def classes(language: str) -> Classes:
    """The event classes of a language."""
    raw = table(language, "claims")
    listed = sorted(raw.get("classes", {}).items())

    def by(field: str) -> dict[str, str]:
        return {word: name for name, entry in reversed(listed) for word in entry.get(field, ())}

    return Classes(
        verbs=by("verbs"),
        subject_verbs=by("subject_verbs"),
        nouns=by("nouns"),
        counted=by("counted"),
        once=frozenset(name for name, entry in listed if entry.get("once")),
        stock=frozenset(raw.get("stock", {}).get("verbs", ())),
        same={word: name for name, words in sorted(raw.get("counted", {}).items()) for word in words},
        negations=grammar(language).negations,
        raw=raw,
    )
