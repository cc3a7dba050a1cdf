"""The constructions in which a noun, an adjective, a preposition or a colon attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from testimonia.base.spans import Span
from testimonia.extract.attributions.lexicon import SPOKEN, Lexicon
from testimonia.extract.attributions.quoted import NEAR, Reading, below, quoted
from testimonia.extract.attributions.scene import Candidate, Cue, Scene, children, first
from testimonia.extract.attributions.sources import NAMING, determined, of_adjective, of_noun, phrase
from testimonia.extract.attributions.tokens import Word
from testimonia.extract.attributions.verbs import cut_before, distinct

NOUN_PREPS = frozenset(("of", "about", "against", "on", "for", "over", "to", "from", "with", "in", "regarding", "concerning"))
OF_WORKS = frozenset(("about", "between", "beyond", "from", "into", "on", "through", "towards"))  # in second titles: "Lessons from X"
APPOSED = 9  # words of a name or an office between commas
OFFICE = ("DET", "NOUN", "PROPN", "ADJ", "ADP")
QUOTING = ("as", "in")  # "as stated in", "in the words of": phrases of several words that do nothing but attribute
SIGNED = re.compile(r"[\s.,]{0,3}(?P<dash>[―—–]|--?)\s{0,2}(?P<name>[^\W\d_][^\n“”\":;!?]{1,60}?)\s*[.]?(?=\s*$)")
LABEL = re.compile(r"(?P<name>(?P<title>[^\W\d_]{2,12})\.?(?: [^\W\d_][\w.'’-]{0,30}){1,5}) \([^()\n]{2,40}\)(?P<colon>:)\s")
PARTICLE = 3  # letters; small words inside names are no longer ("de", "van")
LABEL_WORDS, LABEL_CHARS = 8, 60  # a name before a colon is no longer than this
SET_OFF = (",", ";", ":", "—", "–", "--", "-")
HEADLINE_WORDS, HEADLINE_CHARS = 30, 200  # a headline is no longer than this


def of_noun_cue(scene: Scene, noun: Word, words: Lexicon) -> list[Candidate]:
    """ "X's claim that …", "allegations of …", "his bet is that …"."""
    stance = words.nouns.get(noun.lemma_.lower())
    if stance is None:
        return []
    cue = Cue(noun, scene.word(noun), "noun", noun.lemma_.lower(), stance)
    found = [*noun_clauses(scene, noun), *noun_phrases(scene, noun), *noun_is(scene, noun), *noun_quotes(scene, noun)]
    found += noun_colon(scene, noun)
    source = of_noun(scene, noun)
    return [Candidate(cue, source, spans, frame) for frame, spans in distinct(scene, found)]


def noun_clauses(scene: Scene, noun: Word) -> Iterator[Reading]:
    """Clauses that say what the noun holds."""
    for clause in children(noun, "acl", "ccomp", "relcl"):
        if clause.i < noun.i or (clause.dep_ != "ccomp" and not opens_content(clause)):
            continue
        yield f"noun-{clause.dep_}", [scene.subtree(clause)]
        cut = cut_before(clause)
        if cut is not None and cut > clause.left_edge.i:
            yield f"noun-{clause.dep_}-cut", [scene.span(clause.left_edge.i, cut)]
    if noun.dep_ == "dobj":  # "made the claim that": the parser hangs the clause on the verb
        for clause in children(noun.head, "ccomp", "xcomp", "advcl"):
            if clause.i > noun.i and opens_content(clause):
                yield f"noun-verb-{clause.dep_}", [scene.subtree(clause)]


def opens_content(clause: Word) -> bool:
    """Whether a clause begins with "that", "to", "whether" …, so that it tells the content rather than describing the noun."""
    return clause.left_edge.lower_ in ("that", "to", "whether", "if", "how", "what", "why", "not")


def noun_phrases(scene: Scene, noun: Word) -> Iterator[Reading]:
    """What a preposition brings in."""
    for prep in children(noun, "prep"):
        if prep.lower_ not in NOUN_PREPS:
            continue
        inner = first(children(prep, "pobj", "pcomp"))
        if inner is not None:
            yield f"noun-prep:{prep.lower_}", [scene.subtree(inner)]


def noun_is(scene: Scene, noun: Word) -> Iterator[Reading]:
    """ "The argument is that …"."""
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        for clause in children(noun.head, "ccomp", "xcomp", "acl", "attr"):
            if clause.i > noun.head.i:
                yield f"noun-is-{clause.dep_}", [scene.subtree(clause)]


def noun_quotes(scene: Scene, noun: Word) -> Iterator[Reading]:
    """A quotation that follows the noun at once or after a colon."""
    end = scene.word(noun).end
    for quote in scene.near(Span(end, end + NEAR)):
        if 0 <= quote.start - end <= NEAR:
            yield "noun-quote", list(quote.spans)
    for frame, spans in below(scene, end, []):
        yield f"noun-{frame}", spans


def noun_colon(scene: Scene, noun: Word) -> Iterator[Reading]:
    """ "One question: …": what follows a colon, to the end of its sentence."""
    doc = noun.doc
    if noun.i + 2 < len(doc) and doc[noun.i + 1].text == ":":
        yield "noun-colon", [scene.span(noun.i + 2, doc[noun.i + 2].sent.end - 1)]


def of_adjective_cue(scene: Scene, adjective: Word, words: Lexicon) -> list[Candidate]:
    """ "X is confident that …", "willing to …", "critical of …"."""
    stance = words.adjectives.get(adjective.lower_)
    if stance is None:
        return []
    found: list[Reading] = []
    for clause in children(adjective, "ccomp", "xcomp", "advcl"):
        if clause.i > adjective.i:
            found.append((f"adjective-{clause.dep_}", [scene.subtree(clause)]))
    for prep in children(adjective, "prep"):
        inner = first(children(prep, "pobj", "pcomp"))
        if inner is not None:
            found.append((f"adjective-prep:{prep.lower_}" if prep.lower_ in NOUN_PREPS else "adjective-prep", [scene.subtree(inner)]))
    if not found:
        return []
    cue = Cue(adjective, scene.word(adjective), "adjective", adjective.lower_, stance)
    source = of_adjective(scene, adjective)
    return [Candidate(cue, source, spans, frame) for frame, spans in distinct(scene, found)]


def of_adverb(scene: Scene, adverb: Word, words: Lexicon) -> list[Candidate]:
    """ "Reportedly", "allegedly": the clause around it is what is reported, by nobody named."""
    stance = words.adverbs.get(adverb.lower_)
    if stance is None:
        return []
    cue = Cue(adverb, scene.word(adverb), "adverb", adverb.lower_, stance)
    sentence, head = adverb.sent, adverb.head
    pairs = [("adverb-clause", head.left_edge.i, head.right_edge.i), ("adverb-sentence", sentence.start, sentence.end - 1)]
    found: list[Reading] = []
    for frame, start, end in pairs:
        parts = [scene.span(start, adverb.i - 1)] if start < adverb.i else []
        parts += [scene.span(adverb.i + 1, end)] if end > adverb.i else []
        found += [(frame, parts), (f"{frame}-right", parts[-1:])]
    return [Candidate(cue, None, spans, frame) for frame, spans in distinct(scene, found)]


def of_preposition(scene: Scene, token: Word, words: Lexicon) -> list[Candidate]:
    """ "According to X, …" and its like: the source follows, the content is the clause around it."""
    for phrase_words, parts, stance in words.openers.get(token.lower_, ()):
        last = token.i + len(parts) - 1
        if last + 1 >= len(token.doc) or [t.lower_ for t in token.doc[token.i : last + 1]] != parts:
            continue
        found = first(t for t in token.doc[last].children if t.i > last) or token.doc[last + 1]
        if found.head.i == last and found.pos_ not in ("NOUN", "PROPN", "PRON", "NUM", "VERB"):
            found = token.doc[last + 1]
        if len(parts) == 1 and found.tag_ == "NN" and not determined(found):
            continue  # "per cent", "under oath"
        beside = superlative(found)
        end = max(beside.left_edge.i - 1 if beside is not None else found.right_edge.i, last + 1)
        source = phrase(scene, found, beside)
        if beside is None and (aside := apposed(found)) is not None and source is not None:
            end = max(end, aside.i)
            source = Span(source.start, scene.word(aside).end)
        word_class = "quoting" if parts[0] in QUOTING or rests_on(scene, token, parts, source, words) else "preposition"
        cue = Cue(token, Span(scene.word(token).start, scene.word(token.doc[last]).end), word_class, phrase_words, stance)
        around = [*quoted(scene, scene.span(token.i, end), token), *clause_around(scene, token, end)]
        readings = distinct(scene, around)
        return [Candidate(cue, source, spans, frame) for frame, spans in readings]
    return []


def of_view(scene: Scene, noun: Word, words: Lexicon) -> list[Candidate]:
    """ "In her view, …", "by the mayor's own account, …": whose view it is, the preposition before it and the noun are the cue."""
    prep, owner = noun.head, first(children(noun, "poss"))
    phrase_words = f"{prep.lower_} {noun.lower_}"
    stance = words.views.get(phrase_words)
    if stance is None or owner is None or noun.right_edge is not noun or not set_off(scene, prep):
        return []
    span = Span(scene.word(prep).start, scene.word(noun).end)
    source = phrase(scene, owner)
    cue = Cue(noun, scene.word(noun), "quoting", phrase_words, stance)
    around = [*quoted(scene, span, prep), *clause_around(scene, prep, noun.right_edge.i)]
    return [Candidate(cue, source, spans, frame) for frame, spans in distinct(scene, around)]


def set_off(scene: Scene, prep: Word) -> bool:
    """Whether a phrase opens its sentence or follows a comma or a conjunction, outside of quotations: elsewhere it may tell of a place."""
    before = prep.doc[prep.i - 1] if prep.i > prep.sent.start else None
    opens = before is None or before.text in SET_OFF or before.dep_ in ("cc", "mark")
    at = scene.start + prep.idx
    return opens and not any(quote.start <= at < quote.end for quote in scene.near(Span(at, at)))


def apposed(noun: Word) -> Word | None:
    """The last word of a name or an office between commas behind a source: "according to the mayor, Bo Lund, the dam …"."""
    doc, at = noun.doc, noun.right_edge.i + 1
    close = next((i for i in range(at + 2, min(at + APPOSED, len(doc) - 1)) if doc[i].text == ","), None)
    if close is None or doc[at].text != "," or doc[close + 1].pos_ in ("VERB", "AUX", "CCONJ", "PROPN"):
        return None
    inner = [doc[i] for i in range(at + 1, close)]
    name = noun.pos_ == "NOUN" and all(word.pos_ == "PROPN" for word in inner)
    office = noun.pos_ == "PROPN" and inner[0].pos_ == "DET" and all(word.pos_ in OFFICE for word in inner)
    return inner[-1] if name or office else None


def superlative(noun: Word) -> Word | None:
    """A superlative in apposition to a noun, which tells of the sentence: "according to the board, the highest since 1994"."""
    return first(child for child in noun.children if child.dep_ == "appos" and child.tag_ in ("JJS", "JJR", "JJ"))


def rests_on(scene: Scene, token: Word, parts: list[str], source: Span | None, words: Lexicon) -> bool:
    """Whether a sentence opens with "based on" documents or accounts, not on a plan or a price."""
    opens = parts == ["based", "on"] and token.i == token.sent.start
    return opens and source is not None and any(word.lower_ in words.sources for word in scene.within(source))


def clause_around(scene: Scene, token: Word, end: int) -> Iterator[Reading]:
    """The sentence without the phrase of the source, on its side of any semicolon, or the clause that the phrase hangs on."""
    sentence = token.sent
    stops = [word.i for word in token.doc[sentence.start : sentence.end] if word.text == ";"]
    begin = max((at + 1 for at in stops if at < token.i), default=sentence.start)
    last = min((at for at in stops if at > end), default=sentence.end)
    left = [scene.span(begin, token.i - 1)] if token.i > begin else []
    right = [scene.span(end + 1, last - 1)] if end + 1 < last else []
    if left and scene.trimmed(left[0]).end > left[0].start and len(right) == 0:
        yield "source-last", left
    if right and not left:
        yield "source-first", right
    if left and right:
        yield "source-within", left + right
        if splits(token, end):
            return
        yield "source-last", left
        yield "source-first", right
    head = token.head
    if head is not token:
        before = [scene.span(head.left_edge.i, token.i - 1)] if head.left_edge.i < token.i else []
        after = [scene.span(end + 1, head.right_edge.i)] if head.right_edge.i > end else []
        if before or after:
            yield "source-clause", before + after
        if before:
            yield "source-clause-left", before


def splits(token: Word, end: int) -> bool:
    """Whether a phrase stands behind a comma between a subject or an auxiliary and the verb: neither side says anything alone."""
    head = token.head
    parted = any(child.i < token.i and child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for child in head.children)
    return head.i > end and parted and token.doc[token.i - 1].text == "," and not any(child.dep_ == "conj" for child in head.children)


def of_colon(scene: Scene) -> list[Candidate]:
    """ "Name: what it says" at the beginning of a paragraph, in quotation marks or not."""
    colon = next((t for t in scene.doc[: LABEL_WORDS + 2] if t.text == ":"), None)
    begin = 1 if scene.doc and scene.doc[0].is_quote else 0
    if colon is None or colon.i <= begin or colon.i + 1 >= len(scene.doc) or colon.idx > LABEL_CHARS:
        return []
    label = scene.doc[begin : colon.i]
    if any(t.pos_ in ("VERB", "AUX") for t in label):
        return []
    cue = Cue(colon, scene.word(colon), "colon", ":", "say")
    whole = scene.span(colon.i + 1, len(scene.doc) - 1)
    first_sentence = scene.span(colon.i + 1, max(colon.i + 1, scene.doc[colon.i + 1].sent.end - 1))
    found: list[Reading] = [("colon", [whole]), ("colon-sentence", [first_sentence])]
    after = [q for q in scene.quotes if 0 <= q.start - cue.span.end <= NEAR]
    found += [("colon-quote", list(q.spans)) for q in after]
    source = scene.span(begin, colon.i - 1)
    return [Candidate(cue, source, spans, frame) for frame, spans in distinct(scene, found)]


def of_label(scene: Scene, words: Lexicon) -> list[Candidate]:
    """ "Ms Name (Place): what she says", as the records of debates have it: a title, a name, and a place or party in brackets behind it."""
    match = LABEL.match(scene.text, scene.start, scene.end)
    if match is None or match["title"].lower() not in words.titles:
        return []
    if not all(word[:1].isupper() or len(word) <= PARTICLE for word in match["name"].split()):
        return []
    said = scene.trimmed(Span(match.end(), scene.end))
    token = next((word for word in scene.doc if scene.start + word.end >= match.end("colon")), None)
    if token is None or said.end <= said.start:
        return []
    cue = Cue(token, Span(*match.span("colon")), "label", ":", "say")
    return [Candidate(cue, Span(scene.start, match.end("name")), (said,), "label")]


def of_headline(scene: Scene) -> list[Candidate]:
    """ "What is said: Name", as headlines have it: one line without a full stop, a colon and a few words at its end."""
    doc = scene.doc
    colon = next((word for word in reversed(doc[-LABEL_WORDS:]) if word.text == ":"), None)
    if colon is None or colon.i < 2 or colon.i + 1 == len(doc) or len(doc) > HEADLINE_WORDS or scene.end - scene.start > HEADLINE_CHARS:
        return []
    tail = doc[colon.i + 1 :]
    if scene.text[scene.end - 1] in '.!?…"”' or any(word.pos_ in ("VERB", "AUX", "NUM") for word in tail) or not tail[0].text[:1].isupper():
        return []
    if any(word.lower_ in OF_WORKS for word in tail):
        return []
    cue = Cue(colon, scene.word(colon), "headline", ":", "say")
    return [Candidate(cue, scene.span(colon.i + 1, len(doc) - 1), (scene.span(0, colon.i - 1),), "colon-last")]


def of_tail(scene: Scene, words: Lexicon) -> list[Candidate]:
    """ "What is said, says Name", as headlines have it: one line without a full stop, a comma, a verb of saying and whoever says it."""
    doc = scene.doc
    comma = next((word for word in reversed(doc[-LABEL_WORDS:]) if word.text == ","), None)
    if comma is None or not 0 < comma.i < len(doc) - 2 or len(doc) > HEADLINE_WORDS or scene.text[scene.end - 1] in '.!?…"”':
        return []
    tail = doc[comma.i + 1 :]
    verb = next(
        (word for word in (tail[0], tail[-1]) if words.verbs.get(word.lemma_.lower()) in SPOKEN and word.tag_.startswith("VB")), None
    )
    voice = [word for word in tail if word is not verb]
    if verb is None or any(word.pos_ in ("VERB", "AUX", "NUM", "PUNCT") for word in voice) or voice[-1].pos_ not in NAMING:
        return []
    cue = Cue(verb, scene.word(verb), "headline", verb.lemma_.lower(), words.verbs[verb.lemma_.lower()])
    return [Candidate(cue, scene.span(voice[0].i, voice[-1].i), (scene.span(0, comma.i - 1),), "tail")]


def of_dashes(scene: Scene) -> Iterator[list[Candidate]]:
    """Quotations followed by a dash and a name: “…” — Name."""
    for quote in scene.quotes:
        match = SIGNED.match(scene.text, quote.end, scene.end)
        if match is None or quote.end > scene.end:
            continue
        token = next(t for t in scene.doc if scene.start + t.end > match.start("dash"))
        cue = Cue(token, Span(*match.span("dash")), "dash", "—", "say")
        yield [Candidate(cue, Span(*match.span("name")), quote.spans, "dash")]
