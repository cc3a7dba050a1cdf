"""Proper names: the tagger's entities, repaired, and capitalised runs that it left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc, Token

from testimonia.base.languages.famous import famous
from testimonia.base.scripts import unmarked
from testimonia.extract.mentions.bodies import around_bodies, before_person
from testimonia.extract.mentions.columns import in_lower_case, of_class
from testimonia.extract.mentions.evidence import LANDS, dateline, shown_type, state
from testimonia.extract.mentions.found import Found, span_of
from testimonia.extract.mentions.joining import LONGEST_NAME, SEPARATORS, called_events, joined, offices, titled_works
from testimonia.extract.mentions.kinds import POSSESSIVE, kind_of
from testimonia.extract.mentions.lone import SAINTS
from testimonia.extract.mentions.words import Words
from testimonia.extract.parsing import Paragraph
from testimonia.fitted.known import family_name, gender_of, given_name, known_town

TYPES = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group",
    "WORK_OF_ART": "work", "LAW": "work", "EVENT": "event", "PRODUCT": "other",
}  # fmt: skip
EDGES = {"DET", "PUNCT", "SPACE", "ADP", "CCONJ", "SCONJ", "PRON", "SYM", "AUX", "PART"}
HYPHENS = frozenset("-‐‑")
ROW = (",", "and", "or")
QUOTES = {'"': ('"', "''"), "“": ("”",), "‘": ("’", "'"), "'": ("'",), "`": ("'",), "``": ("''", '"'), "«": ("»",)}
BODY_CODE = re.compile(r"[A-Z]{3,8}[-‐‑](?:[A-Z]{1,3}|\d{1,3})")  # "SOBR-V", "GOPE-2"
SEAT = re.compile(r"[A-Z][-‐‑](?:[A-Z][a-z]{1,4}\.?|(?:[A-Z]\.){1,2}[A-Z]?|[A-Z]{2})")  # the party and the state of a lawmaker: "D-N.Y."
PARTICIPLE, DOING = "ing", 6  # letters of one ("asking")
UNKNOWN = 0.4  # share of unknown words above which a paragraph is taken for another language


def names(index: int, paragraph: Paragraph, known: Words) -> Iterator[Found]:
    """The names in one paragraph, in order, without overlap."""
    doc = paragraph.doc
    whole = titled_works(doc, offices(doc, joined(doc, runs(doc, known), known), known), known)
    for start, end, kind in called_events(doc, whole, known):
        while kind == "person" and end - start > 2 and doc[end - 1].text.casefold() in known.post_nominals:
            end -= 1
        first, last = doc[start], doc[end - 1]
        if all(token.like_num or token.is_punct for token in doc[start:end]) or SEAT.fullmatch(doc[start:end].text):
            continue  # a number at the start of a sentence is no name
        root = doc[start:end].root
        shown = shown_type(first, last, root, known) or hinted(doc, start, end, kind)
        yield Found(
            index, first, last, root, span_of(paragraph, first, last), kind, "name",
            gender=gender_of_name(first, last, known) if kind == "person" else None,
            number="plural" if root.tag_ in ("NNPS", "NNS") else "singular", shown=shown,
        )  # fmt: skip


def hinted(doc: Doc, start: int, end: int, kind: str) -> str:
    """What the tagger or the writing lets a name be: a product, or what has a title (between quotation marks, nothing else in them)."""
    if kind == "other" and doc[start:end].root.ent_type_ == "PRODUCT":
        return "product"
    closing = QUOTES.get(doc[start - 1].text) if start > 0 else None
    behind = end + 1 if doc[end : end + 1].text in (",", ".", "!", "?") else end
    return "title" if closing is not None and doc[behind : behind + 1].text in closing else ""


def runs(doc: Doc, known: Words) -> list[tuple[int, int, str]]:
    """Token runs that are names, with their type: entities of the tagger first, then capitalised runs outside of them."""
    taken = [False] * len(doc)
    found: list[tuple[int, int, str]] = []
    for ent in doc.ents:
        if ent.label_ not in TYPES:
            for i in range(ent.start, ent.end):
                taken[i] = True
            continue
        for start, end in pieces(doc, ent.start, ent.end, known):
            end = with_ending(doc, start, end)
            if doc[end - 1].ent_type_ == "PERSON" and doc[end : end + 1].text in known.patronymics:
                end += 1
            found.append((start, end, kind_of(doc, start, end, known) or TYPES[ent.label_]))
            for i in range(start, end):
                taken[i] = True
    found += loose(doc, taken, known)
    return inverted(doc, people_in_rows(doc, sorted(found), known))


def people_in_rows(doc: Doc, found: list[tuple[int, int, str]], known: Words) -> list[tuple[int, int, str]]:
    """In a row of names ("Ana X, Ben Y and Cem Z") one that looks like a person's is one when the others are people."""
    kinds = {doc[start:end].root.i: kind for start, end, kind in found}
    out = []
    for start, end, kind in found:
        root = doc[start:end].root
        row = [root.head.i] if root.dep_ == "conj" else []
        row += [child.i for child in root.children if child.dep_ in ("conj", "appos")]
        beside = [kinds[i] for i in row if i in kinds]
        plain = 2 <= end - start <= 3 and not doc[start].text.isupper() and kind_of(doc, start, end, known) is None
        out.append(
            (start, end, "person" if plain and kind in ("organisation", "other") and beside.count("person") * 2 > len(beside) else kind)
        )
    return out


def inverted(doc: Doc, found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """ "Surname, Given," at the head of a line, as a note cites an author, is one name."""
    if len(found) < 2 or any(token.pos_ == "VERB" for token in doc[: found[1][1]]):
        return found
    (start, end, _), (start2, end2, _) = found[:2]
    lead = doc[:start].text.strip()
    closed = end2 < len(doc) and doc[end2].text == "," and not (dateline(doc[start], doc[end2 - 1]) or state(doc, end2 + 1))
    row = len(found) > 2 and found[2][0] == end2 + 1 and doc[found[2][1] : found[2][1] + 1].text in ROW
    if (
        not row
        and doc[end:start2].text == ","
        and end - start <= 2
        and end2 - start2 <= 2
        and closed
        and not any(c.isalpha() for c in lead)
    ):
        return [(start, end2, "person"), *found[2:]]
    return found


def foreign(doc: Doc) -> bool:
    """Whether a paragraph is of another language than the model's: most of its words in lower case are unknown to it."""
    words = in_lower_case(doc)
    return len(words) >= 4 and sum(doc[i].is_oov for i in words) > len(words) * UNKNOWN


def pieces(doc: Doc, start: int, end: int, known: Words) -> Iterator[tuple[int, int]]:
    """An entity without determiners, titles and possessive marks at its ends, cut where brackets, slashes or sentences fall inside."""
    person = doc[start].ent_type_ == "PERSON"
    listed = doc[start].ent_type_ in ("PERSON", "GPE") or row(doc, start, end, known) or row_of_bodies(doc, start, end)
    cut = {i for i in range(start + 1, end) if cuts(doc[i]) or points(doc[i], known) or (listed and doc[i].text == ",")}
    cut |= {i for i in range(start + 1, end) if doc[i].nbor(-1).text[-1] in SEPARATORS}
    edges = [start, *sorted(cut | around_bodies(doc, start, end, known) | before_person(doc, start, end, known)), end]
    for left, right in pairwise(edges):
        left = behind_office(doc, left, right, known)
        if person:
            right = next((i for i in range(left + 1, right) if ordinary(doc[i], known)), right)
        clipped = clip(doc, left, right, known)
        if clipped and clipped[1] - clipped[0] <= LONGEST_NAME:
            yield clipped


def points(token: Token, known: Words) -> bool:
    """Whether a word says in which direction from a place something lies ("North of X")."""
    return token.text.casefold() in known.compass and token.i + 1 < len(token.doc) and token.nbor(1).text == "of"


def row(doc: Doc, start: int, end: int, known: Words) -> bool:
    """Whether a run is single words with commas between, as given names stand in a row, and none of them shows a body."""
    alone = all((doc[i].text == ",") == ((i - start) % 2 == 1) for i in range(start, end))
    return alone and end - start > 2 and known.type_of_name(["", *(doc[i].text for i in range(start, end))]) is None


def row_of_bodies(doc: Doc, start: int, end: int) -> bool:
    """Whether a row of bodies goes on behind a run with commas ("X, Real Y and Z"), and no "Inc." stands behind one of them."""
    goes_on = end < len(doc) and doc[end].text in ROW and doc[start].ent_type_ == "ORG"
    return goes_on and not any(token.text in ROW[1:] or token.text.endswith(".") for token in doc[start:end])


def behind_office(doc: Doc, start: int, end: int, known: Words) -> int:
    """Where a person's name begins behind an office that the tagger took with it ("Labour Minister Ana X")."""
    for i in range(end - 2, start, -1):
        if doc[i].text.istitle() and doc[i].text.casefold() in known.roles and doc[i + 1].text[:1].isupper():
            named = [token.text for token in doc[i + 1 : end]]
            return i + 1 if doc[start].ent_type_ == "PERSON" or (len(named) > 1 and known.type_of_name(named) is None) else start
    return start


def ordinary(token: Token, known: Words) -> bool:
    """A word in lower case that is no particle: a person's name ends before it."""
    return token.text[:1].islower() and token.text not in known.particles and token.text not in POSSESSIVE


def cuts(token: Token) -> bool:
    """Whether a name cannot go on over this token."""
    if token.pos_ == "CCONJ" and token.i + 1 < len(token.doc) and token.nbor(1).pos_ == "DET":
        return True  # "the Penal Code and the Constitution" are two
    return token.text in SEPARATORS or "\n" in token.text or (bool(token.is_sent_start) and not token.nbor(-1).is_space)


def clip(doc: Doc, start: int, end: int, known: Words) -> tuple[int, int] | None:
    """The run without what is no part of a name at its ends; none when nothing name-like is left."""
    start += 2 if start + 2 < end and points(doc[start], known) else 0
    start += start + 1 < end and does(doc[start]) and known.type_of_name([token.text for token in doc[start:end]]) is None
    while start < end and (doc[start].pos_ in EDGES or doc[start].text in POSSESSIVE or is_title(doc, start, end, known)):
        start += 1
    while end > start and (doc[end - 1].pos_ in EDGES - {"SYM"} or doc[end - 1].text in POSSESSIVE) and not genitive(doc, start, end):
        end -= 1
    if end - start > 2 and doc[end - 2].text == "of" and doc[end - 1].is_digit:
        end -= 2  # "the March Riots of 2014"
    while end - start > 2 and doc[start].ent_type_ == "PERSON" and doc[end - 1].text.casefold() in known.post_nominals:
        end -= 1
    if end - start > 1 and doc[end - 1].like_url:
        start = end - 1  # "Website x.org"
    if start >= end or not any(name_like(doc[i]) for i in range(start, end)):
        return None
    return start, end


def does(token: Token) -> bool:
    """Whether the word that a sentence opens with is a participle ("Blaming Ana X for it, …"), which the tagger took for a given name."""
    word = token.lower_
    named = given_name(word) or family_name(word) or known_town(word) or token.ent_type_ not in ("PERSON", "")
    return bool(token.is_sent_start) and word.endswith(PARTICIPLE) and len(word) >= DOING and not named


def genitive(doc: Doc, start: int, end: int) -> bool:
    """Whether a body's name ends in an 's of its own: it is known so, or what follows is nothing that it could have ("Kell's reports")."""
    if doc[start:end].text in famous():
        return True
    own = doc[end - 1].text in POSSESSIVE and len(doc[end - 1].text) > 1 and doc[end - 1].ent_type_ == "ORG" and end < len(doc)
    return own and (doc[end].pos_ in ("VERB", "AUX") or doc[end].text in (*ROW[:2], "(", ".")) and doc[start - 1 : start].text != "of"


def name_like(token: Token) -> bool:
    """A token with a capital or of a script without case."""
    return token.text[:1].isalpha() and (not token.text[:1].islower() or any(c.isupper() for c in token.text))


def is_title(doc: Doc, i: int, end: int, known: Words) -> bool:
    """Whether the token is a title that stands before the rest of a person's name."""
    word = doc[i].text.casefold().rstrip(".")
    if word in known.role_modifiers and i > 0 and doc[i - 1].text == "of":
        return True  # "Minister of Interior Ana X"
    if word in HYPHENS:
        return i + 1 < end and i > 0 and is_title(doc, i + 1, end, known)  # "Colonel-Major Ana X"
    hyphened = i + 2 < end and doc[i + 1].text in HYPHENS
    at = i + 2 if hyphened or (word in known.honorifics and doc[i + 1 : i + 2].text == ".") else i + 1
    if hyphened and doc[at].text.casefold() not in known.titles:
        return False
    follows = at < end and doc[at].text[:1].isupper()
    if not follows:
        return False
    if word in SAINTS and (doc[i].ent_type_ in LANDS or known.type_of_name([token.text for token in doc[i:end]]) is not None):
        return False  # "St. Ana", a town; "Saint Ana Hospital"
    if word in known.honorifics:
        return True
    return (word in known.titles or (word in known.persons and (i == 0 or not doc[i - 1].text[:1].isalpha()))) and doc[i].ent_type_ in (
        "PERSON",
        "",
    )


def loose(doc: Doc, taken: list[bool], known: Words) -> list[tuple[int, int, str]]:
    """Runs of proper nouns that the tagger gave no label."""
    found = []
    end = 0
    for i in of_class(doc, "PROPN", "NOUN", "ADJ", "ADV", "VERB", "X"):
        if i < end or taken[i] or points(doc[i], known) or not (doc[i].pos_ == "PROPN" or unheard(doc[i])) or not name_like(doc[i]):
            continue
        if taken[i + 1 : i + 2] == [True] and does(doc[i]):
            continue
        end = i + 1
        while end < len(doc) and not taken[end] and (doc[end].pos_ == "PROPN" or hyphen(doc, end) or doc[end].is_space):
            end += 1
        for start, stop in pieces(doc, i, end, known):
            office = stop < len(doc) and doc[stop].ent_type_ == "PERSON" and doc[stop - 1].text.casefold() in known.roles
            if not all_titles(doc, start, stop, known) and not office:
                stop = with_ending(doc, start, stop)
                found.append((start, stop, kind_of(doc, start, stop, known) or written_kind(doc, start, stop)))
    return found


def unheard(token: Token) -> bool:
    """Whether what is tagged as no name is one: a body that is known everywhere, or a word that no dictionary has ("the Valdorians")."""
    capital = token.is_title and token.is_oov and not token.is_sent_start
    inside = token.tag_ == "NNS" or (token.i > 0 and token.is_alpha and token.nbor(-1).is_lower)
    return token.text in famous() or (capital and inside)


def written_kind(doc: Doc, start: int, end: int) -> str:
    """What an untagged single word may be by the way it is written: a unit or a body in capitals, a people in the plural."""
    token = doc[start]
    if end - start == 1 and BODY_CODE.fullmatch(token.text):
        return "organisation"
    people = token.tag_ in ("NNS", "NNPS") and token.is_oov and token.is_title and token.text.endswith("s")
    return "group" if end - start == 1 and people else "other"


def with_ending(doc: Doc, start: int, end: int) -> int:
    """The end of a name with what belongs to it: an 's of its own that is known, or a plus sign ("Canal +") that adds nothing to it."""
    if doc[end : end + 1].text in POSSESSIVE and doc[start : end + 1].text in famous():
        return end + 1
    if end >= len(doc) or doc[end].text != "+":
        return end
    behind = doc[end + 1] if end + 1 < len(doc) else None
    return end + 1 if behind is None or behind.is_punct or behind.is_space or behind.text.islower() else end


def hyphen(doc: Doc, i: int) -> bool:
    """A hyphen inside a name."""
    return doc[i].text in "-‐‑" and i + 1 < len(doc) and not doc[i].whitespace_ and doc[i + 1].pos_ == "PROPN"


def all_titles(doc: Doc, start: int, end: int, known: Words) -> bool:
    """Whether the run is a role ("Prime Minister"), which is no name."""
    words = [word for i in range(start, end) if (word := doc[i].text.casefold().rstrip("."))]
    first = start == 0 or not doc[start - 1].text[:1].isalpha()  # a capital for another reason
    return all(word in known.titles or word in known.role_modifiers or (first and word in known.persons) for word in words)


def gender_of_name(first: Token, last: Token, known: Words) -> str | None:
    """The gender that a title before the name shows, or the given name at the head of a longer one."""
    word = first.nbor(-1).text.casefold().rstrip(".") if first.i > 0 else ""
    if word in known.male or word in known.female:
        return "male" if word in known.male else "female"
    return gender_of(unmarked(first.text.casefold())) if last.i > first.i else None
