"""A question as one line, its answers as values a person can read, and the reason in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from testimonia.base.extractions import Claim
from testimonia.base.languages import table
from testimonia.base.pronouns import pronouns
from testimonia.base.readable import readable
from testimonia.link.disagree.families import counts_people, several
from testimonia.link.disagree.keys import FUNCTION, Keyed, proper
from testimonia.link.disagree.opposition import has_name
from testimonia.link.disagree.questions import Question
from testimonia.link.disagree.ties import own_time
from testimonia.link.disagree.values import days
from testimonia.link.disagree.vocabulary import vocabulary

IRREGULAR = {"child": "children", "man": "men", "person": "people"}  # also at the end of a word ("woman", "policeman")
SEVERAL = re.compile(r"(?:police|people|children|cattle|(?<!s)s|(?<!speci)(?<!regi)men)$")  # plurals without an ending
PEOPLES = re.compile(r"\b(?:hu|ger|ro|nor|otto|sha)man$", re.IGNORECASE)  # whose -man is no man
DOUBLED = re.compile(r"^([^aeiou]{1,3}[aeiou])([bdgmnpt])$")  # "stop", "stopped"
NO_TYPES: Mapping[str, str] = MappingProxyType({})
SOME = "some"
SOFT, REGULAR = re.compile(r"(?<=[^aeiou])y$"), re.compile(r"(?<=[sxz])$|(?<=[cs]h)$")  # "countries"; "boxes", "watches"
SHARED = 3  # a date is told with a question when one in so many of its claims gives it
STOCK = "How many {counted} are there{context}?"
STOOD = "How many {counted} were there{context}?"
PLAIN = "How many {counted} are meant with “{predicate}”{context}?"
LASTING = "How long is the term{context}?"
SPELT = {"a": "years", "mo": "months", "wk": "weeks", "d": "days", "h": "hours", "min": "minutes"}
PERCENT = "What is the percentage{context}?"
SIZES = {"sum": "What is the sum of money{context}?", "size": "What is the size{context}?", "age": "What is the age{context}?"}
SIZE = "What is the {size}{context}?"
UNITS = "How many {units} is it{context}?"
SHARE, SHARE_OF = "What percentage is the {size}{context}?", "What percentage of the {size} is it{context}?"
LENGTH, AMOUNT = "How many {units} is the {size}{context}?", "How many {units} of {size} is it{context}?"
# UCUM codes that nobody reads, as people write them
WRITTEN = {
    "[mi_i]/h": "mph", "[mi_i]": "miles", "[mi_i]2": "square miles", "[ft_i]": "feet", "[ft_i]2": "square feet", "[in_i]": "inches",
    "[yd_i]": "yards", "[nmi_i]": "nautical miles", "[lb_av]": "pounds", "[oz_av]": "ounces", "[gal_us]": "gallons",
    "[bbl_us]": "barrels", "[acr_us]": "acres", "[ly]": "light years", "m2": "m²", "km2": "km²", "m3": "m³", "Cel": "°C", "[degF]": "°F",
    "har": "hectares",
}  # fmt: skip
# the same as a question spells them out
ASKED = {
    **WRITTEN, "kg": "kilograms", "g": "grams", "t": "tonnes", "l": "litres", "m": "metres", "km": "kilometres", "cm": "centimetres",
    "mm": "millimetres", "m2": "square metres", "km2": "square kilometres", "m3": "cubic metres",
}  # fmt: skip
LENGTHS = ("m", "km", "cm", "mm", "[mi_i]", "[ft_i]", "[in_i]", "[yd_i]", "[nmi_i]")
AREAS = ("m2", "km2", "har", "[acr_us]", "[mi_i]2", "[ft_i]2")
AMOUNTS = ("kg", "g", "t", "l", "m3", "[lb_av]", "[oz_av]", "[gal_us]", "[bbl_us]")
MONEY = "How much money is meant with “{predicate}”{context}?"
SUM = "How much money is it{context}?"

OPPOSED = {
    "doer": "Who was behind the {counted_one}{context}?",
    "accusation": "Is the accusation upheld or denied{context}?",
    "act": "Did {subject} {act}{context}?",
    "undergo": "Was {subject} {deed}{context}?",
    "state": "Is {subject} {poles}{context}?",
}
TO_COME = {"act": "Will {subject} {act}{context}?", "undergo": "Will {subject} be {deed}{context}?"}
CHARGED = "Is this upheld or denied{context}: “{charge}”?"
MANY = "several"  # what is said to be done with things of a kind of which there are some
DONE_TO, DOING = "Who did it to {patient} (“{what}”){context}?", "Whose doing is “{what}”{context}?"
NOTHING_NAMED = ("it", "what", "which", "who", "that", "this", "there")  # subjects of a clause that hangs on what it is about
CURRENCY = re.compile(r"[A-Z]{3}")
MATTERS = ("place", "organisation", "event", "work")  # what a text can be about without telling of somebody
FIRST_ONES = 4  # of those that a text names most, by which a question without a name says what it is about
WAS = re.compile(r"\b([Ww])as {subject}")
ARTICLE = re.compile(r"^The (?=[a-z])")
COMMON_NOUN = re.compile(r"[a-z][\w-]*(?:['’]s [a-z][\w-]*)?$")  # alone, without an article


def question_line(
    question: Question, classes: Mapping[str, Mapping[str, object]], names: Mapping[str, str], types: Mapping[str, str] = NO_TYPES
) -> str:
    """The question as a person would ask it; `names` and `types` are those of the entities."""
    claim = leading(question).claim
    told = next((one.claim.predicate for one in question.claims if one.claim.predicate in classes), question.predicate)
    question = replace(question, predicate=question.predicate if question.predicate in classes else told)
    entry = classes.get(question.predicate.removeprefix("undergo "), {})
    other = (
        question.kind == "number" and entry.get("kin") == "money" and not in_money(claim)
    )  # those who pay are counted, not what they pay
    pattern = ("" if other else str(entry.get(question.kind, ""))) or fallback(question, claim)
    if question.kind == "number":
        pattern = LASTING if claim.object.endswith(" term") else line_of_measure(claim) or pattern
    subject = spoken_of(question, names)
    if question.kind in ("date", "place") and entry.get("person") and (subject == "it" or not of_person(question, types)):
        subject, pattern = "people", of_several(pattern)
    elif several(subject) or claim.object == MANY:
        subject, pattern = subject if claim.object == MANY else subject.split()[-1], of_several(pattern)
    elif persons_of(subject.rpartition(" ")[2]):
        pattern = WAS.sub(r"\1ere {subject}", pattern)
    act = act_line(question, names)
    told = f"{subject} {act}" if "{subject}" in pattern else undergoing(question, names) if "{patient}" in pattern else ""
    if subject in NOTHING_NAMED and "{context}" not in pattern:
        subject, pattern = "it", pattern.replace("?", "{context}?")
    return pattern.format(
        counted=counted_as(claim), context=context(question, names, types, without=told),
        subject=subject, predicate=question.predicate, charge=charge(question),
        counted_one=claim.object, act=act,
        deed=participle(question.predicate.removeprefix("undergo ")), patient=undergoing(question, names),
        what=question.predicate.removeprefix("doer "), poles=poles(question),
    )  # fmt: skip


def persons_of(noun: str) -> bool:
    """Whether a noun stands for human beings in the plural ("prisoners")."""
    return noun.endswith("s") and counts_people(noun.removesuffix("s")) and not counts_people(noun)


def of_several(pattern: str) -> str:
    """A line that asks about one, asking about several, and among whom."""
    pattern = WAS.sub(r"\1ere {subject}", pattern)
    return pattern if "{context}" in pattern else pattern.replace("?", "{context}?")


def spoken_of(question: Question, names: Mapping[str, str]) -> str:
    """Whom or what the question is about: the name that the claims share, the thing that has a name in it, or a noun with its article."""
    claim, name = leading(question).claim, named(question, names)
    whole = next(
        (one.claim.subject for one in question.claims if name and name != one.claim.subject and thing_of(name, one.claim.subject)), ""
    )
    whole = whole[:1].lower() + whole[1:] if whole.startswith("The ") else whole
    subject = ARTICLE.sub("the ", whole or name or claim.subject or "it", count=1)
    bare = COMMON_NOUN.match(subject) and not several(subject) and not subject.endswith("s") and subject not in pronouns()
    return f"the {subject}" if bare and claim.object not in (MANY, SOME) else subject


def thing_of(name: str, subject: str) -> bool:
    """Whether words name a thing by somebody's or some place's name ("the Lindau terminal", "the port of Lindau")."""
    before, found, after = subject.partition(name)
    return bool(found) and any(word.islower() for word in (*after.split(), *FUNCTION.sub("", before).split()))


def of_person(question: Question, types: Mapping[str, str]) -> bool:
    """Whether one of the claims is about a person, or about somebody or something without a name."""
    told = {types[key] for one in question.claims for key in one.subject if key in types}
    return not told or "person" in told


def charge(question: Question) -> str:
    """The words of what is denied, where a text gives them right before the denial."""
    return next((one.claim.object for one in question.claims if " " in one.claim.object), "")


def poles(question: Question) -> str:
    """The ends of an axis at which something is put; of one and its negation only the one."""
    told = sorted({one.claim.value for one in question.claims})
    bare = [value for value in told if f"not {value}" in told]
    bound = question.predicate.removeprefix("state ").partition(" ")[2]  # "able to pay", "responsible for the leak"
    return f"{' or '.join(bare if len(told) == 2 and bare else told)} {bound}".strip()


def participle(verb: str) -> str:
    """What was done, as it stands behind "was": by the pack's list, else by the rules of spelling."""
    first, _, rest = verb.partition(" ")
    listed = table("en", "claims").get("participles", {})
    made = str(listed.get(first) or DOUBLED.sub(r"\1\2\2", SOFT.sub("i", first)).removesuffix("e") + "ed")
    return f"{made} {rest}".strip()


def fallback(question: Question, claim: Claim) -> str:
    """The line for a predicate without one of its own."""
    if question.predicate.startswith("doer "):
        return DONE_TO if any(map(has_name, (one.object for one in question.claims))) else DOING
    if question.predicate == "accusation" and charge(question):
        return CHARGED
    line = line_of_opposed(question)
    if line is not None:
        return line
    if question.predicate == "age":
        return "How old is {subject}?"
    if question.predicate.startswith("head "):
        first = "first " if question.predicate.endswith("first_published") else ""
        return f"On what date was “{{subject}}” {first}published?"
    if question.predicate.startswith("percent"):
        return PERCENT
    if any(one.claim.predicate == "stock" for one in question.claims) and " " not in claim.value.strip():
        return STOOD if any(map(over, question.claims)) else STOCK
    if question.predicate == "stock":
        return "What is the figure{context}?"
    if question.kind == "date":
        return 'When did "{predicate}" happen{context}?'
    if question.kind == "place":
        return 'Where did "{predicate}" happen{context}?'
    if question.predicate == "figure":
        return size_line(claim.object)
    return MONEY if in_money(claim) else PLAIN


def in_money(claim: Claim) -> bool:
    """Whether a figure is told in a currency, by its ISO 4217 code."""
    return claim.object.isupper() and len(claim.object) >= 3


def line_of_opposed(question: Question) -> str | None:
    """The line for what is asserted and negated, of what happened or of what is to come."""
    if question.kind in ("number", "date", "place"):
        return None
    first = question.predicate.split(" ")[0]
    coming = question.kind == "polarity" and all(one.claim.modality == "future" for one in question.claims)
    return TO_COME.get(first, OPPOSED.get(first)) if coming else OPPOSED.get(first)


def over(one: Keyed) -> bool:
    """Whether a claim's own sentence gives it a time that ended before its text was published."""
    stretch = days(own_time(one.claim))
    return stretch is not None and one.published is not None and stretch[1] < one.published


def size_line(measured: str) -> str:
    """The line for the size of a thing, which is told as its unit and its dimension ("km length", "% turnout", "magnitude")."""
    unit, _, size = measured.partition(" ")
    size = size or unit
    units, last = ASKED.get(unit, unit if "/" in unit else several_of(unit)), size.rpartition(" ")[2]
    if size == unit and CURRENCY.fullmatch(unit):
        return SUM
    if several_of(size) in WRITTEN.values() or size == unit in ASKED or "/" in size:
        return UNITS.replace("{units}", several_of(size) if size != unit else units)
    if unit == "%" and size != unit:
        whole = several_of(size) if counts_people(size) else size
        return SHARE.replace("{size}", size) if last in vocabulary("rates") else SHARE_OF.replace("{size}", whole)
    sized = AMOUNT if unit in AMOUNTS else LENGTH if unit in (*LENGTHS, *AREAS) else SIZE
    named = SIZES.get(size, SIZE if last in vocabulary("dimensions") else sized)
    return named.replace("{size}", size).replace("{units}", units)


def line_of_measure(claim: Claim) -> str:
    """The line for a sum that has a name, and for a rate: so many of these are not asked for."""
    unit, _, noun = claim.object.partition(" ")
    named = (noun and CURRENCY.fullmatch(unit)) or "/" in unit
    return size_line(claim.object) if named and claim.value.rpartition(" ")[2] == unit else ""


def counted_as(claim: Claim) -> str:
    """What is counted, in the plural; with a unit, so many of it."""
    unit, _, noun = claim.object.partition(" ")
    if unit not in (*AMOUNTS, *LENGTHS, *AREAS):
        return several_of(claim.object)
    return f"{ASKED.get(unit, unit)} of {noun}" if noun else ASKED.get(unit, unit)


def leading(question: Question) -> Keyed:
    """The claim whose sentence says most."""
    return min(question.claims, key=lambda one: (-len(one.claim.names), one.claim.document, one.claim.span))


def several_of(word: str) -> str:
    """A counted noun in the plural."""
    if not word or SEVERAL.search(word):
        return word
    stem, irregular = next(
        ((stem, plural) for stem, plural in IRREGULAR.items() if word.endswith(stem) and not PEOPLES.search(word)), ("", "")
    )
    return word.removesuffix(stem) + irregular if stem else REGULAR.sub("e", SOFT.sub("ie", word)) + "s"


def named(question: Question, names: Mapping[str, str]) -> str:
    """The name of the subject that the claims share."""
    return commonest((one.subject for one in question.claims), names)


def act_line(question: Question, names: Mapping[str, str]) -> str:
    """What somebody may have done: the verb, and to whom or what, by the name that the claims share if there is one."""
    told = next((one for one in (leading(question), *question.claims) if one.claim.object not in vocabulary("anything")), None)
    what = commonest((one.object for one in question.claims), names) or (in_full(told, names) if told is not None else "anything")
    return f"{question.predicate.removeprefix('act ')} {what}".strip()


def in_full(one: Keyed, names: Mapping[str, str]) -> str:
    """What a claim's verb is done to: the whole name whose last word its noun is, else the noun with an article."""
    before, _, noun = one.claim.object.rpartition(" ")
    told = sorted({names[key] for keys in one.names for key in keys if key in names})
    whole = next((name for name in told if a_name(name) and name.split()[-1].lower() == noun), "")
    return f"{before} {whole}".strip() if whole else with_article(one.claim.object)


def with_article(words: str) -> str:
    """A bare noun in the singular with an article, behind the preposition if there is one ("lock door", "shoot at guard")."""
    before, _, noun = words.rpartition(" ")
    bare = noun.islower() and not noun.endswith("s") and " " not in before and noun not in (MANY, SOME) and noun not in pronouns()
    return f"{before} the {noun}".strip() if bare else words


def undergoing(question: Question, names: Mapping[str, str]) -> str:
    """The name of the one to whom it was done that the claims share."""
    return commonest((one.object for one in question.claims), names) or "them"


def commonest(keys: Iterable[Iterable[str]], names: Mapping[str, str]) -> str:
    """The name of the key that most have; nothing when none of them has a name."""
    common = Counter(key for held in keys for key in held if key in names)
    return names[min(common, key=lambda key: (-common[key], key))] if common else ""


def context(question: Question, names: Mapping[str, str], types: Mapping[str, str], *, without: str) -> str:
    """Where, when, and among whom: what most of the claims share; `without` the one whom the question names anyway."""
    parts = []
    doers = frozenset(key for one in question.claims for key in one.subject) if question.kind == "agent" else frozenset()
    names = {key: name for key, name in names.items() if key not in doers} if doers else names  # who did it is asked
    shared = Counter(key for one in question.claims for key in {key for keys in one.names for key in keys} if a_name(names.get(key, "")))
    listed = [names[key] for key, count in sorted(shared.items(), key=lambda item: (-item[1], item[0])) if count > 1][:2]
    subject = named(question, names)
    listed = [subject, *(name for name in listed if name != subject)] if a_name(subject) else listed
    listed = listed or led_by(question, names, types) or ([] if without != without.lower() else first_named(question, names, types))
    listed = [name for name in listed if name not in without]
    if listed:
        parts.append(f" ({', '.join(listed[:2])}")
    times = Counter(one.claim.time for one in question.claims if one.claim.time and not one.claim.inherited and question.kind != "date")
    if times and max(times.values()) * SHARED >= len(question.claims):
        parts.append(f"{', ' if parts else ' ('}{readable(min(times, key=lambda t: (-times[t], t)))}")
    return "".join(parts) + (")" if parts else "")


def a_name(words: str) -> bool:
    """Whether words have a proper part, or are the capitals that something is called by."""
    return bool(proper(words)) or (len(words) > 1 and words.isupper() and words.isalpha())


def led_by(question: Question, names: Mapping[str, str], types: Mapping[str, str]) -> list[str]:
    """The name of a place, body or event that leads most of the texts, where the claims share none: it says what they are about."""
    articles = {one.claim.article: one.topics[:FIRST_ONES] for one in question.claims}
    counted = Counter(topic for topics in articles.values() for topic in topics if types.get(topic) in MATTERS)
    shared = Counter({topic: count for topic, count in counted.items() if count * 2 > len(articles) and a_name(names.get(topic, ""))})
    return [FUNCTION.sub("", names[min(shared, key=lambda topic: (-shared[topic], topic))])] if shared else []


def first_named(question: Question, names: Mapping[str, str], types: Mapping[str, str]) -> list[str]:
    """A name from the sentence that says most, else one that leads its text: the first of a place, body or event, else of anybody."""
    one = leading(question)
    told = [key for key in (*(key for held in one.names for key in sorted(held)), *one.topics[:FIRST_ONES]) if a_name(names.get(key, ""))]
    found = next((key for key in told if types.get(key) in MATTERS), next(iter(told), ""))
    return [FUNCTION.sub("", names[found])] if found else []


def value_line(claim: Claim) -> str:
    """A value as a person writes it."""
    if claim.kind != "number":
        return claim.value
    body, _, unit = claim.value.partition(" ")
    loose, body = body.startswith("~"), body.lstrip("~")
    low, dots, high = body.partition("..")
    if dots and not high:
        text = f"at least {spelt(low)}"
    elif dots and not low:
        text = f"at most {spelt(high)}"
    else:
        text = f"{spelt(low)} to {spelt(high)}" if dots else f"{'about ' if loose else ''}{spelt(low)}"
    unit = SPELT.get(unit, unit) if claim.object.endswith(" term") else WRITTEN.get(unit, unit)
    return f"{text} {unit}".strip() if unit and unit != "a" else text


def spelt(number: str) -> str:
    """A number with its thousands set apart."""
    try:
        value = float(number)
    except ValueError:
        return number
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"
