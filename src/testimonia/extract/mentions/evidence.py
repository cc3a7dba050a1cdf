"""What the words around a name show of its type: "Ana X, who", "X, a newspaper", "the company X", "towns such as X", "X's chief executive".

The tagger guesses from sentence to sentence; what a text says in so many words counts for the whole case. The patterns of apposition,
copula and example are those of Hearst (1992).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from testimonia.base.languages import table
from testimonia.base.scripts import unmarked
from testimonia.extract.mentions.words import Words, listed
from testimonia.fitted.known import known_land, known_town

WHO, BARE = listed("en", "of_whom"), listed("en", "indefinite")
EXAMPLES = frozenset(table("en", "names")["examples"])
AGE = re.compile(r", ?\d{1,2}(?=, | ?\()")
# Behind the name: nothing, an agency in brackets or a day, and then a dash.
DATELINE = re.compile(
    r"\(?\)?(?:\([^()]{2,40}\))?(?:, ?[^\W\d_]{3,9}\.? \d{1,2}(?:, \d{4})?|, \d{1,2} [^\W\d_]{3,9}(?: \d{4})?)?(?: ?\([^()]{2,40}\))? ?"
    r"(?:[–—]|--|-(?: |$))"
)
STATES, CODES = frozenset(table("en", "names")["states"]), frozenset(str(table("en", "names")["state_codes"]).split())
LANDS = ("GPE", "LOC", "NORP", "FAC")
ROW = 12  # names in a row
PEOPLE = ("NNS", "NNPS")
NOT_SHOWN = frozenset(("group", "event", "other"))  # "X, a crowd" says little, and what happens is called by the place where it did


def shown_type(first: Token, last: Token, root: Token, known: Words) -> str:
    """The type that the words around a name say it has; empty when they do not say."""
    if vessel(first, known):
        return "other"
    if is_person(last, root) or lives(root, known) or titled(first, last, known):
        return "person"
    if dateline(first, last) or in_row(root, known) or addressed(first, last):
        return "place"
    return next((kind for kind in (kind_of(noun, known) for noun in nouns_for(first, root, known)) if kind), "") or owner(root, known)


def addressed(first: Token, last: Token) -> bool:
    """Whether a name stands as in an address: before a comma and a state, as a state's short form, or behind somebody's age and *of*."""
    doc = first.doc
    person = last.i > first.i and last.ent_type_ == "PERSON"
    if doc[last.i + 1 : last.i + 2].text == "," and not person and state(doc, last.i + 2):
        return True
    if first.i < 2:
        return False
    further, before = doc[first.i - 2], doc[first.i - 1].text
    if before == "," and first.text in CODES and first.i == last.i:
        return further.is_title and further.ent_type_ != "PERSON"
    return before == "of" and further.text == "," and AGE.match(doc[max(0, first.i - 4) : first.i].text) is not None


def state(doc: Doc, at: int) -> bool:
    """Whether a state's name begins here, with nothing behind it that makes another name of it, or its short form stands here."""
    length = next((n for n in (3, 2, 1) if doc[at : at + n].text in STATES), 0)
    return doc[at : at + 1].text in CODES or (length > 0 and not doc[at + length : at + length + 1].text.istitle())


def in_row(root: Token, known: Words) -> bool:
    """Whether a name stands in a row behind the plural of what a place is ("the villages of X, Y and Z")."""
    for _ in range(ROW):
        if root.dep_ != "conj" or root.head.i > root.i:
            break
        root = root.head
    noun = root.head.head
    row = root.dep_ == "pobj" and root.head.text == "of" and noun.tag_ == PEOPLE[0]
    return row and known.nouns.get(noun.lemma_.casefold()) == "place" and noun.lemma_.casefold() in known.of_places


def vessel(first: Token, known: Words) -> bool:
    """Whether the word for a ship stands right before a name ("the ferry X")."""
    return first.i > 0 and first.text[:1].isupper() and first.nbor(-1).text in known.vessels


def is_person(last: Token, root: Token) -> bool:
    """Whether a name has an age beside it, or somebody *who*."""
    doc = root.doc
    aside = last.i + 2 < len(doc) and doc[last.i + 1].text == ","
    behind = last.whitespace_ + doc[last.i + 1 : last.i + 9].text if aside else ""  # `doc.text` would be put together each time
    if AGE.match(behind[:8]):
        return True
    clauses = (child for child in root.children if child.dep_ == "relcl" and child.i > last.i)
    return any(token.text in WHO and token.dep_ in ("nsubj", "nsubjpass", "dobj") for clause in clauses for token in clause.children)


def titled(first: Token, last: Token, known: Words) -> bool:
    """Whether a title stands right before a name whose own words show nothing else ("Commander X, a watchdog")."""
    named = [token.text for token in first.doc[first.i : last.i + 1]]
    word = first.nbor(-1) if first.i > 0 and first.text[:1].isupper() else None
    return (
        word is not None
        and word.text[:1].isupper()
        and word.text.casefold().rstrip(".") in known.titles
        and known.type_of_name(named) is None
    )


def lives(root: Token, known: Words) -> bool:
    """Whether something is told of one who bears a name as of people only: a relative of theirs, an arrest, a wedding, a birth."""
    if root.dep_ == "poss":
        return root.head.pos_ == "NOUN" and root.head.lemma_.casefold() in known.kin and root.ent_type_ != "NORP"
    return root.dep_ == "nsubjpass" and root.tag_ == "NNP" and root.head.lemma_.casefold() in known.of_people


def dateline(first: Token, last: Token) -> bool:
    """Whether a name opens its paragraph as a dateline does: "TOWN, March 3 –", "TOWN (Agency) –", "(Town) –"."""
    doc = first.doc
    opened = first.i == 1 and doc[0].text == "("
    if first.i != 0 and not opened:
        return False
    behind = doc[last.i + 1 : last.i + 12].text
    if behind.startswith(": ") and not opened and doc[first.i : last.i + 1].text.isupper() and last.i + 3 < len(doc):
        return last.nbor(2).text[:1].isupper() and last.i - first.i < 3  # "TOWN: The ..."
    return DATELINE.match(f"({behind}" if opened and behind.startswith(")") else behind) is not None


def nouns_for(first: Token, root: Token, known: Words) -> Iterator[Token]:
    """The common nouns that a text says a name is."""
    for child in root.children:
        if child.dep_ == "appos" and child.pos_ == "NOUN" and not any(token.tag_ == "PRP$" for token in child.lefts):
            yield child  # but "Ana X, her company in ruins, left" is no company
    if root.dep_ == "appos" and root.head.pos_ == "NOUN" and root.head.i < first.i:
        yield root.head
    if root.dep_ == "nsubj" and root.head.lemma_ == "be":
        yield from (token for token in root.head.children if token.dep_ == "attr" and token.pos_ == "NOUN" and indefinite(token))
    before = first.nbor(-1) if first.i > 0 else root
    if before.pos_ == "NOUN" and before.is_lower and before.head.i == root.i and before.lemma_.casefold() not in known.official:
        yield before  # "beauty company X"
    yield from exemplified(first, root)


def indefinite(noun: Token) -> bool:
    """Whether a noun stands with *a* or *an*."""
    return any(token.text.casefold() in BARE for token in noun.lefts)


def exemplified(first: Token, root: Token) -> Iterator[Token]:
    """The noun that a name is an example of ("papers such as X", "companies including X")."""
    prep = root.head
    if root.dep_ == "pobj" and prep.dep_ == "prep" and prep.head.pos_ == "NOUN" and prep.head.i < prep.i and prep.head.tag_ in PEOPLE:
        words = prep.doc[max(0, prep.i - 1) : prep.i + 1].text.casefold()
        if words in EXAMPLES or prep.text.casefold() in EXAMPLES:
            yield prep.head


def kind_of(noun: Token, known: Words) -> str:
    """The type of what a common noun names; of a plural, what each one of them is."""
    lemma = noun.lemma_.casefold()
    if lemma in known.things:
        return "other"
    kind = known.nouns.get(lemma, "")
    return "" if kind in NOT_SHOWN or lemma in known.either else kind


def owner(root: Token, known: Words) -> str:
    """A place or a body, when a noun hangs on the name that only these have ("X's residents"; "X shareholders", "the chairman of X")."""
    if root.dep_ == "pobj" and employs(root.head, known) and not lies(root):
        return "organisation"
    nouns = known.of_bodies
    if root.dep_ in ("poss", "compound", "nmod"):
        noun, nouns = root.head, known.of_bodies if root.dep_ == "poss" else known.of_bodies_before
        if root.dep_ != "poss" and root.i + 1 < len(root.doc) and root.nbor(1).lemma_.casefold() in nouns:
            noun = root.nbor(1)  # "X analyst Ana Y"
    elif root.dep_ == "pobj" and root.head.text == "of":
        noun = root.head.head
    else:
        return ""
    lemma = noun.lemma_.casefold()
    if root.dep_ in ("pobj", "poss") and lemma in known.of_towns and noun.pos_ in ("NOUN", "PROPN") and root.ent_type_ != "NORP":
        return "place"
    return "organisation" if noun.pos_ == "NOUN" and lemma in nouns and root.ent_type_ not in LANDS else ""


def lies(root: Token) -> bool:
    """Whether a name is a country's or a well-known town's."""
    plain = unmarked(root.text.casefold())
    return known_land(plain) or known_town(plain)


def employs(prep: Token, known: Words) -> bool:
    """Whether a preposition joins a name to those who work there, or to a part of it that is bought ("an analyst at X", "a stake in X")."""
    noun = prep.head.lemma_.casefold()
    works = prep.text == "at" and prep.head.pos_ == "NOUN" and known.nouns.get(noun) == "person"
    return works or (prep.text == "in" and noun in known.stakes)
