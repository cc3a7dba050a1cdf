"""Pages with several posts, put together from single gold pages: heads and tails in many forms, drawn from the language packs."""

from __future__ import annotations

import random
from collections.abc import Sequence

from fit import Page

from testimonia.base.documents import Segment
from testimonia.base.languages import table
from testimonia.base.shapes import month_numbers
from testimonia.divide.lines import Line, lines_of

FIRST = [
    "Ana",
    "Boris",
    "Clara",
    "Dmitri",
    "Elena",
    "Farid",
    "Greta",
    "Hamid",
    "Irene",
    "Jonas",
    "Katya",
    "Luan",
    "Mira",
    "Nils",
    "Olga",
    "Pavel",
    "Rosa",
    "Samir",
    "Tereza",
    "Viktor",
]
LAST = [
    "Abasi",
    "Berg",
    "Costa",
    "Dervishi",
    "Eriksen",
    "Farkas",
    "Gruber",
    "Hoxha",
    "Ivanov",
    "Jansen",
    "Kovac",
    "Lund",
    "Moreau",
    "Novak",
    "Orsini",
    "Petrov",
    "Rossi",
    "Silva",
    "Tahiri",
    "Weiss",
]


def title_of(page: Page) -> str:
    """A page's title as far as it can be guessed: the line before the body that shares most words with it."""
    start = page.bodies[0][0][0]
    lines = lines_of(page.text[:start], [Segment(page.name, 0, max(1, start), "other")])[-25:]
    body = {word for line in body_lines(page)[:12] for word in line.words}
    scored = [
        (sum(w in body for w in line.words) / max(3, len(line.words)) + 0.01 * k, line.text)
        for k, line in enumerate(lines)
        if line.is_title
    ]
    return max(scored)[1] if scored else " ".join(page.text[start : start + 70].split()[:-1])


def body_lines(page: Page) -> list[Line]:
    """The lines of a page's first article."""
    spans = page.bodies[0]
    text = "\n".join(page.text[a:b] for a, b in spans)
    return lines_of(text, [Segment(page.name, 0, max(1, len(text)), "article")])


def date_text(rng: random.Random) -> str:
    """A date in one of many forms."""
    day, year, month = rng.randint(1, 28), rng.randint(2005, 2024), rng.randint(1, 12)
    name = rng.choice(sorted(n for n, m in month_numbers().items() if m == month and n.isascii() and len(n) > 2)).title()
    clock = f"{rng.randint(10, 23)}:{rng.randint(10, 59)}"
    forms = (
        f"{name} {day}, {year}",
        f"{day} {name} {year}",
        f"{day}/{month}/{year}",
        f"{day:02}.{month:02}.{year}",
        f"{year}-{month:02}-{day:02}",
        f"{name} {day}, {year} at {clock}",
        f"Posted on {name} {day}, {year}",
        f"{day:02} {name} {year}, {clock}",
    )
    return rng.choice(forms)


def name_text(rng: random.Random) -> str:
    """An invented name."""
    return f"{rng.choice(FIRST)} {rng.choice(LAST)}"


class Template:
    """The order of heads and tails that one page keeps for all its posts."""

    def __init__(self, rng: random.Random, titles: Sequence[str]) -> None:
        self.rng, self.titles = rng, titles
        phrases = table(rng.choice(("en", "en", "en", "de", "es", "fr", "it", "pt", "ru", "sq", "tr")), "page")["phrases"]
        self.title, self.by, self.author = rng.random() < 0.8, rng.random() < 0.45, name_text(rng)
        self.date_at = rng.choice(("before", "after", "after", "tail", "none", "none", "byline"))
        self.by_word = rng.choice(phrases.get("byline", ["by"])).capitalize()
        self.bar = rng.sample(phrases["share"], min(len(phrases["share"]), rng.randint(2, 6))) if rng.random() < 0.5 else []
        self.glued = rng.random() < 0.2
        self.counter = rng.choice(phrases["comment"]) if rng.random() < 0.4 else ""
        self.related = rng.choice(phrases["related"]).capitalize() if rng.random() < 0.35 else ""
        self.more = rng.choice(phrases["related"]).capitalize() if rng.random() < 0.15 else ""
        self.tags = f"{rng.choice(phrases['tags']).capitalize()}: News" if rng.random() < 0.2 else ""
        self.section = [rng.choice(("News", "World", "Opinion", "Culture")) for _ in range(3)] if rng.random() < 0.2 else []
        self.caption = rng.random() < 0.15
        self.always = rng.random() < 0.6

    def here(self) -> bool:
        """Whether an optional part stands at this post."""
        return self.always or self.rng.random() < 0.7

    def head(self, title: str) -> list[str]:
        """The lines before one post."""
        rng, out, when = self.rng, [], date_text(self.rng)
        author = self.author if rng.random() < 0.5 else name_text(rng)
        if self.caption and rng.random() < 0.5:
            out.append(" ".join(title.split()[:3]))
        if self.section:
            out.append(rng.choice(self.section))
        if self.date_at == "before":
            out.append(when)
        if self.title:
            out.append(title)
        if self.by and self.here():
            out.append(f"{self.by_word} {author}" + (f" | {when}" if self.date_at == "byline" else ""))
        if self.date_at == "after":
            out.append(when)
        return out

    def tail(self) -> list[str]:
        """The lines after one post."""
        out = []
        if self.more and self.here():
            out.append(self.more)
        if self.date_at == "tail":
            out.append(date_text(self.rng) + (f" {self.rng.randint(0, 40)} {self.counter}" if self.counter else ""))
        if self.bar and self.here():
            bar = [word.capitalize() for word in self.bar]
            out += ["".join(bar)] if self.glued else bar
        if self.tags:
            out.append(self.tags)
        if self.counter and self.date_at != "tail" and self.here():
            out.append(self.counter.capitalize())
        if self.related and self.here():
            out += [self.related, *self.rng.sample(self.titles, min(len(self.titles), self.rng.randint(2, 5)))]
        return out


def page_of(chosen: Sequence[Page], titles: Sequence[str], rng: random.Random) -> Page:
    """One page with all the chosen articles: whole pages one below the other, or posts under one header and one footer."""
    text, bodies = "", []
    whole = rng.random() < 0.3
    template = Template(rng, titles)
    start, last = chosen[0].bodies[0][0][0], chosen[0].bodies[0][-1][1]
    if not whole:
        head = [line.text for line in lines_of(chosen[0].text[:start], [Segment("", 0, max(1, start), "other")])]
        text = "\n".join(head[: max(0, len(head) - 4)]) + "\n"
    for page in chosen:
        spans = page.bodies[0]
        first, end = spans[0][0], spans[-1][1]
        lead = page.text[:first] if whole else "\n".join([*template.head(title_of(page)), ""])
        trail = page.text[end:] if whole else "\n".join(["", *template.tail(), ""])
        if whole and len(lead) > 4000:
            lead = lead[-rng.randint(500, 4000) :]
        text += lead
        shift = len(text) - first
        bodies.append(tuple((a + shift, b + shift) for a, b in spans))
        text += page.text[first:end] + trail.rstrip("\n") + "\n"
    if not whole:
        text += chosen[0].text[last:]
    return Page("+".join(page.name for page in chosen), text, tuple(bodies))


def synthetic(pages: Sequence[Page], count: int, seed: int = 7) -> list[Page]:
    """`count` pages with two to eight articles of the given single pages each."""
    rng = random.Random(seed)  # noqa: S311 - a fixed seed is wanted
    single = [page for page in pages if len(page.bodies) == 1 and page.bodies[0]]
    titles = [title_of(page) for page in single]
    found = []
    for _ in range(count):
        places = rng.sample(range(len(single)), min(len(single), rng.randint(2, 8)))
        seen, chosen = set(), []
        for place in places:
            opening = single[place].text[single[place].bodies[0][0][0] :][:80]
            if opening not in seen:
                seen.add(opening)
                chosen.append(single[place])
        if len(chosen) > 1:
            found.append(page_of(chosen, titles, rng))
    return found
