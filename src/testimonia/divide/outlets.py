"""Who published a page: the user's word, the page's own metadata, its copyright line, or its address."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache
from urllib.parse import urlsplit

from testimonia.base.documents import Document, Fact, Hint
from testimonia.base.languages import having, table
from testimonia.base.phrases import TOPIC, WITHOUT_SPACES, any_of, function_words, listed, told, words_of
from testimonia.base.scripts import unmarked
from testimonia.base.spans import Span, trimmed
from testimonia.divide.credits import Said, links
from testimonia.divide.lines import Line
from testimonia.divide.names import is_outlet, is_person, is_phrase
from testimonia.divide.sites import NAME_WORDS, is_name, offered, shown_name
from testimonia.fitted.known import given_name

RIGHTS = re.compile(
    r"(?:©|ⓒ|\(c\)|\bcopyright\b)(?:[\s©:]|\(c\)|copyright\b|\d{4}\s(?=copyright))*(?:by\s+)?(?:(?:19|20)\d\d)?(?:\s*[-–—/]\s*(?:(?:19|20)\d\d)?)?[\s,.:]*(?:by\s+)?",
    re.IGNORECASE,
)
ENDS = re.compile(
    r"\s*(?:[|•·(\[/।۔。]|\.\s|\.$|,\s|\s[-–—]\s|https?:|www\.|\d{4})",
    re.IGNORECASE,
)
LONGEST = 60
SHOWN = 20  # lines at the top of a page among which its name stands
TOP, HOST = 4, 6  # lines at the top of a page that may name it, and letters of an address that is made of a name
RIGHTS_CHARS, RIGHTS_WORD = 300, 60  # characters of a line in which the sign stands, and of one that opens with the word instead
APART = re.compile(r"\s*[|•·/:]\s*|\.\s|\s[-–—]\s|,\s")  # what parts the pieces of a line of a foot
PARTED = re.compile(r"\s+[|–—·•»:-]+\s+|\s*[|»]\s*")  # what parts a page's title from the name of its site
MADE = frozenset(("docx", "odt", "pdf", "rtf"))  # formats that keep the day on which a file was made
FORM = re.compile(r"(?<=\s)(?:ltd|inc|llc|corp|gmbh|limited)\b\.?(?=\s)", re.IGNORECASE)  # ends a firm's name
SHORT_FORM = re.compile(r"\s*\([^()]{2,12}\)\s*$")  # "Weir Group (WG)"


def squeezed(name: str) -> str:
    """A name with nothing but its letters and figures, in lower case."""
    return "".join(words_of(name.replace("-", " "))).replace("_", "")


def host_name(url: str) -> str:
    """The part of a URL's host that names the site: `example` of `www.example.org`; empty when it has none."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""
    parts = [part for part in host.split(".") if part != "www"]
    while len(parts) > 2 and len(parts[-2]) <= 3 and len(parts[-1]) == 2:
        parts.pop(-2)  # co.uk, com.al
    return parts[-2] if len(parts) >= 2 else ""


def hinted(document: Document, field: str) -> Fact | None:
    """What the user's metadata.csv, or else the page's own markup, says of a field; the day a file was made is no word on its text."""
    hints = [hint for hint in document.hints if hint.field == field and hint.value.strip() and not made(hint)]
    hints.sort(key=lambda hint: hint.origin != "metadata.csv")
    return Fact(hints[0].value.strip(), None, f"from {hints[0].origin}") if hints else None


def made(hint: Hint) -> bool:
    """Whether a hint is the day on which an office file was made, which may be long after its text came out."""
    return hint.field == "published" and hint.origin in MADE


def made_on(document: Document) -> Fact | None:
    """The day on which the file was made, where it says that."""
    day = next((hint.value.strip() for hint in document.hints if made(hint)), "")
    return Fact(day[:10], None, "the day on which the file was made; its text names none") if day else None


@cache
def reserved() -> re.Pattern[str]:
    """What the packs know of the words of a foot ("Tous droits réservés", "Privacy policy"), in two words or more, and of how what it says
    of rights opens: no part of a name.
    """
    feet = {phrase for language in having(TOPIC) for phrase in listed(language, "footer") if len(words_of(phrase)) > 1} | told("reserving")
    run_on = {phrase for phrase in feet if WITHOUT_SPACES.match(phrase)}
    return re.compile(rf"[\s.,|–—-]*(?:(?<!\w)(?:{any_of(feet - run_on)})(?!\w)|{any_of(run_on)})", re.IGNORECASE)


def rights_line(text: str, lines: Sequence[Line]) -> Fact | None:
    """The holder that a copyright line at the page's top or foot names."""
    for line in [*reversed(lines[-60:]), *lines[:60]]:
        match = RIGHTS.search(line.text, 0, RIGHTS_CHARS if line.shape.copyright else RIGHTS_WORD)
        if match is None or not (line.shape.copyright or match.start() < 3):
            continue
        start = line.span.start + match.end()
        stop = ENDS.search(text, start, line.span.end)
        said = reserved().search(text, start, line.span.end)
        end = min(stop.start() if stop else line.span.end, said.start() if said else line.span.end)
        form = FORM.search(text, start, end)
        end = form.end() if form else end
        behind = trimmed(text, (start, max(start, end)))
        for span in (behind, before_rights(text, line, match.start())) if not is_platform(behind.of(text)) else ():
            if is_holder(span.of(text)):
                return Fact(span.of(text), span, "named in the page's copyright line")
    return None


def before_rights(text: str, line: Line, at: int) -> Span:
    """What stands before the sign of a copyright line, behind what parts it from the rest: "River Post © 2020"."""
    before = line.text[:at]
    start = max((match.end() for match in APART.finditer(before)), default=0)
    return trimmed(text, (line.span.start + start, line.span.start + at))


def is_holder(name: str) -> bool:
    """Whether what a copyright line names can be the holder: a name of a few words, or an address, and no phrase of a foot."""
    if not 2 <= len(name) <= LONGEST or len(name.split()) > 7 or not any(map(str.isalpha, name)):
        return False
    capital = not name[0].islower() or ("." in name and " " not in name)
    words = words_of(name)
    own = name[0].isalpha() and not is_phrase(words) and "copyright" not in words and reserved().match(name) is None
    return capital and own and not is_platform(name)


def is_platform(name: str) -> bool:
    """Whether a name is that of a maker of forum or site programs, or of an operator of a platform: they publish no page."""
    return firm().sub("", name).strip(" .,®").casefold() in platforms()


@cache
def firm() -> re.Pattern[str]:
    """What a name says of the kind of firm that bears it, and whatever stands behind."""
    return re.compile(rf"[\s,]+(?:{any_of(table('und', 'platforms')['firms'].split())})\b.*$", re.IGNORECASE)


@cache
def platforms() -> frozenset[str]:
    """The names of such makers and operators, in lower case."""
    return frozenset(table("und", "platforms")["names"])


@cache
def shared_hosts() -> frozenset[str]:
    """The names in addresses that lead to no outlet of their own."""
    return frozenset(table("und", "platforms")["hosts"].split())


@cache
def site_of() -> frozenset[str]:
    """What a paper's site or house adds to its name in a script without spaces."""
    return frozenset(word for language in having(TOPIC) for word in table(language, TOPIC).get("site_of", "").split())


def beside_title(document: Document, lines: Sequence[Line], titles: Collection[int]) -> Fact | None:
    """The site's name where the page's `<title>` gives it before or behind the title that stands above the text."""
    whole = next((hint.value.strip() for hint in document.hints if (hint.field, hint.origin) == ("title", "title")), "")
    for shown in (lines[place].text for place in sorted(titles) if place < len(lines)):
        rest = whole.removeprefix(shown) if whole.startswith(shown) else whole.removesuffix(shown) if whole.endswith(shown) else ""
        parts = PARTED.split(rest)
        names = [part for part in parts if part.strip()]
        if not names or len(parts) < 2:
            continue
        name = SHORT_FORM.sub("", names[-1 if whole.startswith(shown) else 0]).strip()
        if len(name) <= LONGEST and len(name.split()) <= NAME_WORDS and not name[:1].islower() and any(map(str.isalpha, name)):
            return Fact(name, None, "beside the text's title in the title of the page")
    return None


def page_outlet(document: Document, lines: Sequence[Line], said: Sequence[Said], titles: Collection[int] = ()) -> Fact | None:
    """The outlet of the whole page. A translator whose name is that of an address on the page is the page's own outlet."""
    given = hinted(document, "outlet")
    if given:
        return given
    beside, holder = beside_title(document, lines, titles), rights_line(document.text, lines)
    named = beside if beside and (holder is None or is_outlet(beside.value)) else holder  # the holder may be the company behind it
    if named and not is_somebody(named.value):
        return above_firm(lines, named)
    if named:  # who wrote a newsletter holds its rights, and its name is another
        return shown_name(document.text, lines, titles) or offered(document.text, lines, titles) or named
    found = links(document.text, [line for line in lines if line.shape.words <= 30])
    hosts = {squeezed(host_name(span.of(document.text))) for span in found} - {""}
    for one in said:
        if one.field == "translator" and squeezed(one.value) in hosts:
            return Fact(one.value, one.span, "named as the translator; an address on the page has the same name")
    return shown_name(document.text, lines, titles) or top_of_address(lines, hosts, titles)


def is_somebody(name: str) -> bool:
    """Whether a holder is a person, not an outlet."""
    return is_person(name) and not is_outlet(name) and given_name(words_of(name)[0])


def above_firm(lines: Sequence[Line], holder: Fact) -> Fact:
    """The name at the top of the page with which that of the firm behind it begins ("The Weir Post" and "Weir Post Media Ltd")."""
    firm = [word for word in words_of(holder.value) if word not in function_words()]
    for line in lines[:SHOWN] if FORM.search(f"{holder.value} ") else ():
        own = [word for word in line.shape.tokens if word not in function_words()]
        if 1 < len(own) < len(firm) and firm[: len(own)] == own and is_name(line):
            return Fact(line.text, line.span, "the name at the top of the page; the firm that holds its rights is called after it")
    return holder


def top_of_address(lines: Sequence[Line], hosts: Collection[str], titles: Collection[int]) -> Fact | None:
    """The name at the top of the page that an address of the page is made of: "COASTAL WATCH" and www.coastalwatch.example."""
    first = min(titles, default=TOP)
    for line in lines[: min(TOP, first)] if hosts else ():
        name = unmarked(squeezed(line.text)) if is_name(line) and "@" not in line.text else ""
        if len(name) >= HOST and any(len(host) >= HOST and (host in name or name in host) for host in hosts):
            return Fact(line.text, line.span, "the name at the top of the page; an address on it is made of it")
    return None


def outlet_of_link(text: str, span: Span, names: Sequence[Said], own: Fact | None) -> Fact | None:
    """The outlet that a link leads to, unless it is the page's own or a network's; by the name that the page has for it."""
    host = host_name(span.of(text))
    flat = squeezed(host)
    if not flat or host in shared_hosts() or (own is not None and squeezed(own.value).startswith(flat)):
        return None
    for said in names:
        words = said.value.replace(",", " ").split()
        for size in range(len(words), 0, -1):
            if squeezed(" ".join(words[:size])) == flat:
                return Fact(" ".join(words[:size]), span, f"the address above the text; named {said.value!r} elsewhere on the page")
    return Fact(host, span, "the address that the page gives for the text")


def is_one(outlet: Fact | None, named: Said | None) -> bool:
    """Whether the outlet that a line names is this one, or its letters ("Weir Press Agency", "WPA")."""
    if outlet is None or named is None:
        return False
    words = outlet.value.replace("-", " ").split()
    letters = "".join(word[0] for word in words if not word[0].islower())
    longer, shorter = squeezed(outlet.value), squeezed(named.value)
    if longer[:1] > "\u2fff" and shorter and longer.removeprefix(shorter) in site_of():
        return True
    of_house = len(words) > 1 and named.value.casefold().startswith(f"{outlet.value.casefold()} ")  # "Weir Post Weekly", "Weir Post staff"
    return longer == shorter or of_house or (len(letters) > 1 and letters == named.value)
