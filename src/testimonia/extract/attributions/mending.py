"""Clauses of saying whose subject the parser takes for something else: their tree is put right before anything reads it.

"Ten were hurt, the doctor of the ward, Ann Lee, told the paper", "…, reported the paper", "Ann Lee, the old doctor said that …",
"… in the town of Orr, police and doctors said".
"""

from __future__ import annotations

from testimonia.extract.attributions.lexicon import TOLD, Lexicon
from testimonia.extract.attributions.sources import determined
from testimonia.extract.attributions.tokens import Word, set_edges

FINITE = ("VBD", "VBZ", "VBP")
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
HELPERS = ("aux", "auxpass")
VOICES = ("PERSON", "ORG")  # how the tagger classes those who say something
PEOPLE = ("person", "collective", "organisation")  # kinds of sources that speak
BESIDE = ("appos", "dep", "conj", "dobj", "npadvmod", "attr", "nmod", "oprd")  # as what a lost subject hangs
LOOSE = ("conj", "dep", "relcl", "acl", "appos", "advcl", "ccomp", "parataxis", "ROOT")  # as what its verb does
OPENING = (",", "—", "–", "”", '"', "’’", "''")


def mended(doc: list[Word], words: Lexicon) -> list[Word]:
    """A paragraph's tokens with each finite verb of saying above the subject that stands beside it, and no bracket above what holds it."""
    known = [verb for verb in doc if verb.tag_ in FINITE and verb.lemma_.lower() in words.verbs]
    verbs = [verb for verb in known if words.verbs[verb.lemma_.lower()] in TOLD]
    brackets = [(word, closed) for word in doc if word.text == "(" and (closed := closing(word)) is not None]
    done = [unbracketed(*pair) for pair in brackets] + [before_colon(verb) for verb in known] + [mend(verb, words) for verb in verbs]
    if any(done):
        for word in doc:
            word.left_edge = word.right_edge = word
        set_edges(doc)
    return doc


def closing(opened: Word) -> Word | None:
    """The mark that closes a bracket in its sentence."""
    return next((word for word in opened.doc[opened.i + 1 : opened.sent.end] if word.text == ")"), None)


def unbracketed(opened: Word, closed: Word) -> bool:
    """Take what stands around a bracket off what stands in it: a sentence goes on behind its bracket as if that were not there."""
    inside = range(opened.i, closed.i + 1)
    around = [word for word in opened.doc[opened.sent.start : opened.sent.end] if word.i not in inside and word.head.i in inside]
    top = next((word for word in opened.doc[opened.i + 1 : closed.i] if word.head is word), None)
    head = next((word for word in around if word.pos_ in ("VERB", "AUX")), None)
    if top is None or head is None:
        return False
    around.remove(head)
    release(head)
    hang(top, head, "parataxis")
    for word in around:
        hang(word, head, word.dep_)
    return True


def before_colon(verb: Word) -> bool:
    """Put what a colon announces below the verb of saying in front of it: "both say the same: it fell"."""
    said, after = verb.head, verb.right_edge.i + 1
    if verb.dep_ != "ccomp" or said.i < after or verb.doc[after].text != ":" or verb.left_edge.i != said.left_edge.i:
        return False
    if not any(child.dep_ in SUBJECTS for child in verb.children):
        return False
    above, label = said.head, said.dep_
    release(verb)
    if above is not said:
        hang(verb, above, label)
    hang(said, verb, "ccomp")
    hang(verb.doc[after], verb, "punct")
    return True


def mend(verb: Word, words: Lexicon) -> bool:
    """Put one verb right; whether there was something to put right."""
    own = next((child for child in reversed(verb.lefts) if child.dep_ in SUBJECTS), None)
    helped = any(child.dep_ in HELPERS for child in verb.children)
    if own is not None:
        found = described(verb, own)
    elif verb.dep_ in LOOSE and not helped:
        found = ahead(verb) or joined(verb, words) or behind(verb, words)
    else:
        return False
    if not found:
        return False
    start = min(verb.i, *(word.left_edge.i for word in found))
    crown(verb)
    for head, word in zip((verb, *found), found, strict=False):
        hang(word, head, "nsubj" if head is verb else "appos")
    if verb.dep_ == "ROOT":
        for word in verb.doc[max(start - 1, 0) : verb.sent.end]:
            if word.head.i < start - 1:
                hang(word, verb, word.dep_)  # what the parser hung on the clause in front, and the marks around
    return True


def described(verb: Word, own: Word) -> list[Word]:
    """A name and the description behind it that no comma closes: "Ann Lee, the old doctor said that …"."""
    start = own.left_edge.i
    named = own.pos_ == "NOUN" and own.i < verb.i and determined(own) and start > verb.sent.start + 1 and own.doc[start - 1].text == ","
    name = whole(own.doc[start - 2]) if named else own
    elsewhere = name.dep_ in SUBJECTS and name.head is not verb
    return [name, own] if name.ent_type_ == "PERSON" and name.i == start - 2 and opens(name) and not elsewhere else []


def ahead(verb: Word) -> list[Word]:
    """The name in front of a verb, or the office and the name between commas: "…, the doctor of the ward, Ann Lee, told the paper"."""
    doc, at = verb.doc, verb.i - 1
    while at > verb.sent.start and doc[at].head is verb and doc[at].dep_ == "advmod":
        at -= 1
    held = doc[at].head
    if doc[at].pos_ == "NOUN" and doc[at].dep_ == "appos" and held.ent_type_ == "PERSON" and held.dep_ in BESIDE and opens(held):
        return [held, doc[at]]
    closed = doc[at].text == ","
    name = whole(doc[at - closed])
    if name.i != at - closed or name.ent_type_ not in VOICES or name.dep_ not in BESIDE or not opens(name):
        return []
    if not closed:
        return [name] if name.left_edge.i > verb.sent.start else []
    office = in_front(name)
    return [office, name] if office is not None else []


def joined(verb: Word, words: Lexicon) -> list[Word]:
    """Those who said what stands before them, taken for more of the noun in front: "… in the town of Orr, *police and doctors* said"."""
    first = whole(verb.doc[verb.i - 1]) if verb.i > verb.sent.start else verb
    while first.dep_ == "conj" and not opens(first) and first.head.i < first.i:
        first = first.head
    speaks = words.sources.get(first.lower_) in PEOPLE or first.ent_type_ in VOICES
    told = verb.dep_ == "ROOT" and any(child.dep_ == "ccomp" and child.i < first.i for child in verb.children)
    return [first] if told and speaks and first.dep_ == "conj" and opens(first) else []


def in_front(name: Word) -> Word | None:
    """The office whose phrase, between two commas, ends right before a name's."""
    end = name.left_edge.i - 2
    if end < name.sent.start or name.doc[end + 1].text != ",":
        return None
    word = name.doc[end]
    while word.head is not word and word.head.i <= end and not (determined(word) and opens(word)):
        word = word.head
    return word if word.pos_ == "NOUN" and word.dep_ in BESIDE and determined(word) and opens(word) else None


def behind(verb: Word, words: Lexicon) -> list[Word]:
    """Who stands behind a verb at the end of a sentence: "…, reported the paper"; whom one tells something says nothing."""
    doc = verb.doc
    if verb.lemma_.lower() in words.telling or verb.i < verb.sent.start + 2 or doc[verb.i - 1].text != ",":
        return []
    last = next((child for child in verb.rights if child.dep_ in ("nsubj", *BESIDE) and child.left_edge.i == verb.i + 1), None)
    if last is None or not (last.dep_ == "nsubj" or last.ent_type_ in VOICES or words.sources.get(last.lower_) in PEOPLE):
        return []
    after = last.right_edge.i + 1
    return [last] if after >= verb.sent.end or doc[after].is_punct else []


def crown(verb: Word) -> None:
    """Make a verb the head of the clause in front of it, or a clause inserted in the one that goes on behind it."""
    root = verb
    while root.head is not root:
        root = root.head
    if root is verb:
        return
    if root.i > verb.i:
        hang(verb, root, "parataxis")
        return
    release(verb)
    told = any(child.dep_ == "ccomp" for child in verb.children) or any(child.dep_ == "mark" for child in root.children)
    root.head, root.dep_ = verb, "advcl" if told else "ccomp"
    verb.children = sorted([*verb.children, root], key=lambda child: child.i)


def release(word: Word) -> None:
    """Take a word off its head and make it the root of its sentence."""
    word.head.children.remove(word)
    word.head, word.dep_ = word, "ROOT"


def hang(word: Word, head: Word, label: str) -> None:
    """Hang a word on another head."""
    if word.head is not word:
        word.head.children.remove(word)
    word.head, word.dep_ = head, label
    head.children = sorted([*head.children, word], key=lambda child: child.i)


def whole(word: Word) -> Word:
    """The noun that a part of a name belongs to."""
    while word.dep_ == "compound" and word.head is not word:
        word = word.head
    return word


def opens(word: Word) -> bool:
    """Whether a phrase begins its sentence or stands behind a comma, a dash or a quotation."""
    start = word.left_edge.i
    return start == word.sent.start or word.doc[start - 1].text in OPENING
