"""A question as one line, its answers as values a person can read, and the reason in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from testimonia.base.extractions import Claim
from testimonia.base.readable import readable
from testimonia.link.disagree.families import several
from testimonia.link.disagree.keys import Keyed, proper
from testimonia.link.disagree.questions import Question
from testimonia.link.disagree.ties import own_time
from testimonia.link.disagree.values import days

IRREGULAR = {"child": "children", "man": "men", "person": "people"}  # also at the end of a word ("woman", "policeman")
SEVERAL = re.compile(r"(?:police|people|children|(?<!speci)(?<!regi)men)$")  # plurals without an ending
PEOPLES = re.compile(r"\b(?:hu|ger|ro|nor|otto|sha)man$", re.IGNORECASE)  # whose -man is no man
SOFT, REGULAR = re.compile(r"(?<=[^aeiou])y$"), re.compile(r"(?<=[sxz])$|(?<=[cs]h)$")  # "countries"; "boxes", "watches"
SHARED = 3  # a date is told with a question when one in so many of its claims gives it
STOCK = "How many {counted} are there{context}?"
STOOD = "How many {counted} were there{context}?"
PLAIN = 'How many {counted} does "{predicate}" speak of{context}?'
LASTING = "How long was it{context}?"
SPELT = {"a": "years", "mo": "months", "wk": "weeks", "d": "days", "h": "hours", "min": "minutes"}
PERCENT = "What percentage is it{context}?"
SIZES = {"sum": "How much money is it{context}?", "size": "How large is it{context}?", "age": "How old is it{context}?"}
SIZE = "What is the {size}{context}?"
SHARE = "What percentage is the {size}{context}?"
# UCUM codes that nobody reads, as people write them
WRITTEN = {
    "[mi_i]/h": "mph", "[mi_i]": "miles", "[mi_i]2": "square miles", "[ft_i]": "feet", "[ft_i]2": "square feet", "[in_i]": "inches",
    "[yd_i]": "yards", "[nmi_i]": "nautical miles", "[lb_av]": "pounds", "[oz_av]": "ounces", "[gal_us]": "gallons",
    "[bbl_us]": "barrels", "[acr_us]": "acres", "[ly]": "light years", "m2": "m²", "km2": "km²", "m3": "m³", "Cel": "°C", "[degF]": "°F",
}  # fmt: skip
MONEY = 'How much money does "{predicate}" speak of{context}?'

OPPOSED = {
    "doer": "Who was behind the {counted_one}{context}?",
    "accusation": "Is the accusation upheld or denied{context}?",
    "act": "Did {subject} {act}{context}?",
    "undergo": "Did this happen to {subject}: “{deed}”{context}?",
    "state": "Is {subject} {poles}{context}?",
}


def question_line(question: Question, classes: Mapping[str, Mapping[str, object]], names: Mapping[str, str]) -> str:
    """The question as a person would ask it."""
    claim = leading(question).claim
    told = next((one.claim.predicate for one in question.claims if one.claim.predicate in classes), question.predicate)
    question = replace(question, predicate=question.predicate if question.predicate in classes else told)
    entry = classes.get(question.predicate.removeprefix("undergo "), {})
    pattern = str(entry.get(question.kind, "")) or fallback(question, claim)
    if question.kind == "number" and claim.object.endswith(" term"):
        pattern = LASTING
    subject = named(question, names) or claim.subject or "it"
    if several(subject):
        subject, pattern = subject.split()[-1], pattern.replace(" was {subject}", " were {subject}")
        pattern = pattern if "{context}" in pattern else pattern.replace("?", "{context}?")
    return pattern.format(
        counted=several_of(claim.object), context=context(question, names), subject=subject, predicate=question.predicate,
        counted_one=claim.object, act=f"{question.predicate.removeprefix('act ')} {claim.object}",
        deed=question.predicate.removeprefix("undergo "), patient=undergoing(question, names),
        what=question.predicate.removeprefix("doer "),
        poles=" or ".join(sorted({one.claim.value for one in question.claims})),
    )  # fmt: skip


def fallback(question: Question, claim: Claim) -> str:
    """The line for a predicate without one of its own."""
    if question.predicate.startswith("doer "):
        return "Who did it to {patient} (“{what}”){context}?"
    line = OPPOSED.get(question.predicate.split(" ")[0]) if question.kind not in ("number", "date", "place") else None
    if line is not None:
        return line
    if question.predicate == "age":
        return "How old is {subject}?"
    if question.predicate.startswith("head "):
        first = "first " if question.predicate.endswith("first_published") else ""
        return f"On what date was “{{subject}}” {first}published?"
    if question.predicate.startswith("percent"):
        return PERCENT
    if question.predicate == "stock" and " " not in claim.value.strip():
        return STOOD if any(map(over, question.claims)) else STOCK
    if question.predicate == "stock":
        return "What is the figure{context}?"
    if question.kind == "date":
        return 'When did "{predicate}" happen{context}?'
    if question.kind == "place":
        return 'Where did "{predicate}" happen{context}?'
    if question.predicate == "figure":
        return size_line(claim.object)
    return MONEY if claim.object.isupper() and len(claim.object) >= 3 else PLAIN


def over(one: Keyed) -> bool:
    """Whether a claim's own sentence gives it a time that ended before its text was published."""
    stretch = days(own_time(one.claim))
    return stretch is not None and one.published is not None and stretch[1] < one.published


def size_line(measured: str) -> str:
    """The line for the size of a thing, which is told as its unit and its dimension ("km length", "% turnout", "magnitude")."""
    unit, _, size = measured.partition(" ")
    size = size or unit
    return SIZES.get(size, SHARE if unit == "%" and size != unit else SIZE).replace("{size}", size)


def leading(question: Question) -> Keyed:
    """The claim whose sentence says most."""
    return min(question.claims, key=lambda one: (-len(one.claim.names), one.claim.document, one.claim.span))


def several_of(word: str) -> str:
    """A counted noun in the plural."""
    if not word or word.endswith("s") or SEVERAL.search(word):
        return word
    stem, irregular = next(
        ((stem, plural) for stem, plural in IRREGULAR.items() if word.endswith(stem) and not PEOPLES.search(word)), ("", "")
    )
    return word.removesuffix(stem) + irregular if stem else REGULAR.sub("e", SOFT.sub("ie", word)) + "s"


def named(question: Question, names: Mapping[str, str]) -> str:
    """The name of the subject that the claims share."""
    return commonest((one.subject for one in question.claims), names)


def undergoing(question: Question, names: Mapping[str, str]) -> str:
    """The name of the one to whom it was done that the claims share."""
    return commonest((one.object for one in question.claims), names) or "them"


def commonest(keys: Iterable[Iterable[str]], names: Mapping[str, str]) -> str:
    """The name of the key that most have; nothing when none of them has a name."""
    common = Counter(key for held in keys for key in held if key in names)
    return names[min(common, key=lambda key: (-common[key], key))] if common else ""


def context(question: Question, names: Mapping[str, str]) -> str:
    """Where, when, and among whom: what most of the claims share."""
    parts = []
    shared = Counter(key for one in question.claims for key in {key for keys in one.names for key in keys} if proper(names.get(key, "")))
    listed = [names[key] for key, count in sorted(shared.items(), key=lambda item: (-item[1], item[0])) if count > 1][:2]
    subject = named(question, names)
    listed = [subject, *(name for name in listed if name != subject)] if proper(subject) else listed
    if listed:
        parts.append(f" ({', '.join(listed[:2])}")
    times = Counter(one.claim.time for one in question.claims if one.claim.time and not one.claim.inherited and question.kind != "date")
    if times and max(times.values()) * SHARED >= len(question.claims):
        parts.append(f"{', ' if parts else ' ('}{readable(min(times, key=lambda t: (-times[t], t)))}")
    return "".join(parts) + (")" if parts else "")


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
