"""Noun phrases that refer without a name: "the Prime Minister", "her brother", "former members", "the agreement"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Phrase

from testimonia.base.spans import Span
from testimonia.extract.mentions.columns import of_class
from testimonia.extract.mentions.found import Found, span_of
from testimonia.extract.mentions.kinds import POSSESSIVE
from testimonia.extract.mentions.loaded import nobody, one_entry
from testimonia.extract.mentions.packs import pack
from testimonia.extract.mentions.words import Words, listed, words
from testimonia.extract.parsing import Paragraph
from testimonia.fitted.known import common_word

PLURAL = ("NNS", "NNPS")
STEM = 5  # letters
LOOSE = ("ccomp", "npadvmod", "dep", "advcl", "xcomp", "acomp", "parataxis", "intj")  # where the parser hangs a phrase that it lost
BEFORE_HEAD = ("det", "amod", "compound", "nmod", "poss", "nummod", "quantmod")
FOREIGN = listed("und", "small_inside")  # small words inside names of other languages
OFFICE = 4  # tokens of the words between *of* and a name
LONGEST = 14  # tokens of a phrase with what follows its head
QUOTES = {'"': '"', "“": "”"}
VAGUE = listed("en", "vague")
BEHIND = listed("en", "behind_nouns")


def descriptions(index: int, paragraph: Paragraph, names: list[Found], known: Words) -> Iterator[Found]:
    """The noun phrases of one paragraph that refer: those whose head is a known noun, and those that hold a name behind its title."""
    heads = {name.root.i: name for name in names}
    starts = {name.first.i: name for name in names if name.type == "person"}
    yield from officers(index, paragraph, names, known)
    yield from bracketed(index, paragraph, names)
    yield from titled(index, paragraph, names, known)
    for chunk in phrases(paragraph.doc, known):
        head = chunk.root
        name = heads.get(head.i)
        if name is not None:
            yield from around_name(index, paragraph, chunk, name, known)
        elif head.pos_ in ("NOUN", "PROPN", "ADJ") and (kind := type_of(head, known) or called_after(head)) is not None:
            for run in extents(chunk, kind, known.epithets):
                yield from described(index, paragraph, (head, run, kind), starts, known)


def described(
    index: int, paragraph: Paragraph, phrase: tuple[Token, tuple[Token, Token], str], starts: dict[int, Found], known: Words
) -> Iterator[Found]:
    """A phrase (its head, its first and last token, its type) as a description, and with the name of whom it describes behind it."""
    head, (first, last), kind = phrase
    number = "plural" if head.tag_ in PLURAL or head.lemma_ == "people" else "singular"
    gist, qualifier = content(first, head)
    holder = held_by(starts, last, head) if kind == "person" else None
    if holder is not None:  # "the Minister of Finance Ana X", "their daughter, Ana X"
        span = span_of(paragraph, first, holder.last)
        yield Found(index, first, holder.last, holder.root, span, "person", "role", inner=holder.span, number="singular")
    yield Found(
        index, first, last, head, span_of(paragraph, first, last), kind, "role", gender_of(head, known), number,
        head="" if qualifier is None and anybody(head, last, gist, known) else noun(head), gist=gist, qualifier=qualifier,
    )  # fmt: skip


def officers(index: int, paragraph: Paragraph, names: list[Found], known: Words) -> Iterator[Found]:
    """Phrases in which an office with an *of* stands before its holder's name ("the Deputy Minister of Health Ana X")."""
    doc = paragraph.doc
    for name in names:
        at = name.first.i - 1
        while at > 0 and name.first.i - at <= OFFICE and (doc[at].text[:1].isupper() or doc[at].text in ("and", "&", "the")):
            at -= 1
        title = doc[at - 1].text if at > 0 else ""
        if (
            name.type != "person"
            or at + 1 >= name.first.i
            or doc[at].text != "of"
            or title.casefold() not in known.roles
            or title.islower()
        ):
            continue
        start = at - 1
        while start > 0 and (doc[start - 1].pos_ == "DET" or (doc[start - 1].text[:1].isupper() and doc[start].pos_ != "DET")):
            start -= 1
        span = span_of(paragraph, doc[start], name.last)
        yield Found(index, doc[start], name.last, name.root, span, "person", "role", inner=name.span, number="singular")


def titled(index: int, paragraph: Paragraph, names: list[Found], known: Words) -> Iterator[Found]:
    """A person's name with the capitalised title right before it, whatever the sentence makes of both ("Minister X's visit")."""
    doc = paragraph.doc
    for name in names:
        start = name.first.i
        while start > 0 and name.first.i - start < OFFICE and titles(doc[start - 1], known):
            start -= 1
        if name.type == "person" and start < name.first.i and doc[name.first.i - 1].text.casefold().rstrip(".") in known.titles:
            span = span_of(paragraph, doc[start], name.last)
            yield Found(index, doc[start], name.last, name.root, span, "person", "role", inner=name.span, number="singular")


def titles(token: Token, known: Words) -> bool:
    """Whether a capitalised word is a title or belongs to one."""
    word = token.text.casefold().rstrip(".")
    return token.text[:1].isupper() and (word in known.titles or word in known.role_modifiers)


def held_by(starts: dict[int, Found], last: Token, head: Token) -> Found | None:
    """The person's name that follows an office with an *of*, or behind a comma somebody's relative or officer."""
    named = starts.get(last.i + 1)
    if last.i != head.i and head.lemma_.casefold() in words("en").kin:
        return None  # "wife of the guide X"
    if last.i != head.i or (named is not None and called(head)):
        return named
    owned = any(child.dep_ == "poss" for child in head.lefts)
    name = starts.get(head.i + 2) if owned and head.i + 2 < len(head.doc) and head.nbor().text == "," else None
    return name if name is not None and name.root.dep_ == "appos" and name.root.head == head else None


def called(head: Token) -> bool:
    """Whether a noun stands with *the* or *our* before a name that it calls so ("the traitor X", "our mother X")."""
    return any(child.text.casefold() in ("the", "our") for child in head.lefts) and head.text.islower()


def bracketed(index: int, paragraph: Paragraph, names: list[Found]) -> Iterator[Found]:
    """A full name with another surname in brackets behind it ("Ana X (Y)")."""
    doc = paragraph.doc
    for name in names:
        at = name.last.i + 1
        if name.type != "person" or name.first.i == name.last.i or at + 2 >= len(doc):
            continue
        opened, inner, closed = doc[at : at + 3]
        surname = inner.is_title and inner.is_alpha and inner.ent_type_ in ("PERSON", "") and inner.pos_ == "PROPN"
        if opened.text == "(" and closed.text == ")" and surname:
            start, end = name.first.idx, closed.idx + 1
            yield Found(
                index, name.first, closed, name.root, paragraph.span(start, end), "person", "name", inner=name.span, number="singular"
            )


def phrases(doc: Doc, known: Words) -> Iterator[Phrase]:
    """The noun phrases of a text: the parser's, and those it hangs on no place where it looks for any."""
    held = set()
    for chunk in doc.noun_chunks:
        held.add(chunk.root.i)
        yield chunk
    for token in (doc[i] for i in of_class(doc, "NOUN") if i not in held):
        if token.dep_ in LOOSE and type_of(token, known) is not None:
            first = next((left for left in token.lefts if left.dep_ in BEFORE_HEAD), token)
            if token.i - first.i < LONGEST and not any(i in held for i in range(first.i, token.i)):
                yield doc[first.i : token.i + 1]


def noun(head: Token) -> str:
    """The lemma of a head noun; a capital makes the tagger keep a plural."""
    return head.lemma_.casefold()


def content(first: Token, head: Token) -> tuple[str, int | None]:
    """The content words before a head noun, and the token of what qualifies it: a possessor, a name before it, or what is *of* it."""
    qualifier: int | None = None
    words = []
    for token in head.lefts:
        counting = token.pos_ == "NUM" or token.ent_type_ == "CARDINAL"
        if token.i < first.i or counting or token.pos_ in ("DET", "PUNCT", "SPACE", "CCONJ", "PART"):
            continue
        if token.dep_ == "poss" or token.ent_type_ or token.pos_ == "PROPN":
            qualifier = token.i if qualifier is None else qualifier
        elif token.pos_ in ("ADJ", "NOUN", "VERB", "ADV") and token.lemma_.casefold() not in VAGUE:
            words.append(token.lemma_.casefold())
    if qualifier is None:
        under = (child for prep in head.rights if prep.text == "of" for child in prep.children if child.dep_ == "pobj")
        qualifier = next((child.i for child in under), None)
    return " ".join(words), qualifier


def anybody(head: Token, last: Token, gist: str, known: Words) -> bool:
    """Whether a phrase tells those it speaks of from nobody else ("nine people"): a pronoun may take it up, an entity it is not."""
    return last.i == head.i and not gist and noun(head) in known.anybody


def type_of(head: Token, known: Words) -> str | None:
    """What the head noun refers to; several people are a group."""
    lemma = head.lemma_.casefold()
    before = head.nbor(-1).text.casefold() if head.i > 0 else ""
    kind = (
        known.nouns.get(f"{before}-{lemma}")
        or known.nouns.get(lemma)
        or known.nouns.get(head.text.casefold())
        or known.nouns.get(lemma.rpartition("-")[2])
    )
    plural = head.tag_ in PLURAL
    kind = kind or blamed(head)
    return "group" if kind == "person" and plural else kind


def blamed(head: Token) -> str | None:
    """What a loaded noun that no list of nouns has refers to: a person, and with its *of* a group ("a nest of spies")."""
    if head.pos_ not in ("NOUN", "ADJ") or not head.text.islower() or head.dep_ in BEFORE_HEAD:
        return None
    if head.i + 1 < len(head.doc) and one_entry(head, head.nbor()):
        return "group"
    if head.i > 0 and head.nbor(-1).head == head and one_entry(head.nbor(-1), head):
        return "person"  # "the fat cats of X"
    return "person" if head.pos_ == "NOUN" and not nobody(head.text, "en") else None


def called_after(head: Token) -> str | None:
    """A plural in lower case that no dictionary has may be people called after a body ("the sandinistas"): the link stage says whether."""
    return "group" if head.text.endswith("s") and head.is_oov and head.text.islower() and len(head.text) > STEM else None


def gender_of(head: Token, known: Words) -> str | None:
    """The gender that the noun shows."""
    word = head.lemma_.casefold()
    return "male" if word in known.male else "female" if word in known.female else None


def around_name(index: int, paragraph: Paragraph, chunk: Phrase, name: Found, known: Words) -> Iterator[Found]:
    """The whole phrase around a name, when more than a determiner stands before it ("the former minister Ana X")."""
    if name.last.i + 1 < chunk.end and paragraph.doc[name.last.i + 1].pos_ in ("NOUN", "PROPN"):
        return
    first = chunk[0]
    lead = paragraph.doc[first.i : name.first.i]
    kind = foreign_body(lead, name)
    if kind is not None:
        start = next(token for token in lead if token.text[:1].isupper())
        yield Found(index, start, name.last, name.root, span_of(paragraph, start, name.last), kind, "name", number="singular")
        return
    if of_land(lead, name, known):
        yield Found(index, first, name.last, name.root, span_of(paragraph, first, name.last), name.type, "name", number="singular")
        return
    distant = not known.distancing.isdisjoint(lead.text.casefold().split())
    loaded = any(not nobody(token.text, "en") for token in lead)
    telling = ("NOUN", "PROPN", "ADJ") if name.type == "person" or distant or loaded else ("NOUN", "PROPN")
    if (distant or any(token.pos_ in telling for token in lead)) and not any(token.is_punct and token.text not in "-’'" for token in lead):
        span = span_of(paragraph, first, name.last)
        yield Found(index, first, name.last, name.root, span, name.type, "role", name.gender, name.number, inner=name.span)


def of_land(lead: Phrase, name: Found, known: Words) -> bool:
    """Whether a land's name and an 's stand right before the office of a state that every land has ("Vallonia's Foreign Ministry")."""
    words = [token.text.casefold() for token in name.root.doc[name.first.i : name.last.i + 1]]
    office = not known.official.isdisjoint((words[0], words[-1])) and all(map(common_word, words))
    owner = lead[-2] if office and len(lead) > 1 and lead[-1].text in POSSESSIVE else None
    return owner is not None and owner.ent_type_ == "GPE" and all(token.ent_type_ == "GPE" or token.pos_ == "DET" for token in lead[:-2])


def foreign_body(lead: Phrase, name: Found) -> str | None:
    """The kind of a body whose name in another language ends in a place's ("Union des mineurs de la Valla"); nothing for another phrase."""
    words = [token.text for token in lead]
    capitals = [i for i, word in enumerate(words) if word[:1].isupper()]
    small = FOREIGN.intersection(words[capitals[0] + 1 :]) if capitals and name.type != "person" else ()
    kind = pack("en").kind(words[capitals[0]]) if small else None
    return kind if kind in ("organisation", "event") else None


def extents(chunk: Phrase, kind: str, epithets: frozenset[str]) -> list[tuple[Token, Token]]:
    """The phrase with what it is *of*; of a document, an event or an epithet ("the wolf in a cassock") also with all that hangs on it."""
    head = chunk.root
    first = next((token for token in chunk if not token.is_punct), chunk[0])
    opened = next((token for token in chunk if token.pos_ == "DET" and token.i < head.i), first)
    first = opened if all(token.pos_ == "ADV" for token in chunk if token.i < opened.i) else first  # "Meanwhile the leader of X"
    joined = [token for token in chunk if token.dep_ == "cc" and token.i < head.i and token.head.i != head.i]
    if joined:
        first = joined[-1].nbor(1)
    last = behind(head, {"of"})
    found = [(first, last)] if last.i - first.i < LONGEST else [(first, head)]
    example = such_as(head)
    if example is not None and example.i - first.i < LONGEST:
        found.append((first, example))
    if kind in ("work", "event") or noun(head) in epithets or any(not nobody(token.text, "en") for token in chunk):
        whole = behind(head, BEHIND)
        if whole.i != found[0][1].i and whole.i - first.i < LONGEST:
            found.append((first, whole))
    return [(start, closing(start, end)) for start, end in found]


def closing(first: Token, last: Token) -> Token:
    """The last token of a phrase, with the quotation mark behind it when that was opened inside it."""
    doc, end = first.doc, last.i + 1
    inside = [token.text for token in doc[first.i : end] if token.text in QUOTES]
    closed = end < len(doc) and len(inside) == 1 and doc[end].text == QUOTES[inside[0]]
    return doc[end] if closed else last


def such_as(head: Token) -> Token | None:
    """The last token of an example that follows a noun ("unions such as the HWU")."""
    doc, at = head.doc, head.i + 1
    if doc[at : at + 2].text.casefold() != "such as":
        return None
    end = at + 2
    while end < len(doc) and (doc[end].pos_ in ("PROPN", "DET")) and end - at < LONGEST:
        end += 1
    return doc[end - 1] if end > at + 2 and doc[end - 1].pos_ == "PROPN" else None


def behind(head: Token, prepositions: frozenset[str] | set[str], depth: int = 0) -> Token:
    """The last token of the prepositional phrases of these kinds that hang on a noun, without clauses; what is nested deep is too long."""
    last = head
    if depth > LONGEST:
        return last
    for child in head.rights:
        if child.dep_ == "case" and last.i == child.i - 1:
            last = child
        elif child.dep_ == "prep" and child.text.casefold() in prepositions:
            inner = next((token for token in child.rights if token.dep_ == "pobj"), None)
            if inner is None or inner.ent_type_ in ("DATE", "TIME"):
                break
            last = behind(inner, prepositions, depth + 1)
            last = max(
                (last, *(behind(token, {"of"}, depth + 1) for token in inner.rights if token.dep_ == "conj")), key=lambda token: token.i
            )
        elif child.dep_ not in ("punct", "conj", "cc"):
            break
    return last


def without(found: Iterable[Found], taken: Iterable[Span]) -> list[Found]:
    """Those whose exact span is not taken yet, each span once."""
    held = set(taken)
    out = []
    for one in found:
        if one.span not in held:
            held.add(one.span)
            out.append(one)
    return out
