"""Mentions: names, roles and pronouns, resolved inside the article; aliases that the text declares; roles and relations."""

from __future__ import annotations

from testimonia.base.extractions import Mention
from testimonia.base.languages import common, primary
from testimonia.extract.mentions.again import surnames_again
from testimonia.extract.mentions.aliases import find_aliases
from testimonia.extract.mentions.bare import further
from testimonia.extract.mentions.caseless import caseless
from testimonia.extract.mentions.descriptions import descriptions, without
from testimonia.extract.mentions.epithets import epithets
from testimonia.extract.mentions.found import Found
from testimonia.extract.mentions.names import foreign, names
from testimonia.extract.mentions.pronouns import pronouns
from testimonia.extract.mentions.relations import find_relations
from testimonia.extract.mentions.resolving import resolve
from testimonia.extract.mentions.unparsed import capitalised
from testimonia.extract.mentions.unspaced import running_on
from testimonia.extract.mentions.verblast import names_by_their_place
from testimonia.extract.mentions.words import words
from testimonia.extract.parsing import Parsed

__all__ = ["find_aliases", "find_mentions", "find_relations"]


def find_mentions(parsed: Parsed) -> tuple[Mention, ...]:
    """The mentions of an article, in order, each span once; names may stand inside longer phrases that hold them."""
    known = words(primary(parsed.language))
    found: list[Found] = []
    foreign_ones = frozenset(i for i, paragraph in enumerate(parsed.paragraphs) if not paragraph.parsed or foreign(paragraph.doc))
    read = [(index, paragraph) for index, paragraph in enumerate(parsed.paragraphs) if index not in foreign_ones]
    named = {index: list(names(index, paragraph, known)) for index, paragraph in read}
    for one in list(surnames_again(parsed, named, [one for listed in named.values() for one in listed])):
        named[one.paragraph].append(one)
    for index, paragraph in read:
        rest = [*descriptions(index, paragraph, named[index], known), *pronouns(index, paragraph)]
        found += [*named[index], *without(rest, [name.span for name in named[index]])]
    if foreign_ones:
        code = common(parsed.language)
        bare = [*caseless(parsed, foreign_ones, code), *names_by_their_place(parsed, foreign_ones, code)]
        bare += further(parsed, foreign_ones, code, bare)
        bare += running_on(parsed, foreign_ones, code)
        written = [*capitalised(parsed, foreign_ones), *bare]
        found += written
        for index in sorted(foreign_ones) if primary(parsed.language) != "en" else ():
            held = [one for one in written if one.paragraph == index and one.form == "name"]
            found += epithets(index, parsed.paragraphs[index], common(parsed.language), held)
    return resolve(parsed, unique(found), known)


def unique(found: list[Found]) -> list[Found]:
    """Each span once (a line that stands both in title and body is read twice)."""
    return list({one.span: one for one in reversed(found)}.values())
