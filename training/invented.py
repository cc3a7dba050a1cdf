"""Pages of invented words in the style of many kinds of sites, so that the models see what pages look like and no subject, name or site.

The words are made letter by letter after the function words of each language pack; what stands around the texts is drawn from the phrases
of the packs.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable
from functools import cache

from fit import Page

from testimonia.base.languages import having, table

START, STOP = "^", "$"
IDEOGRAPHS = (0x4E00, 0x9000)  # a part of the block that holds the common ones
FULL_STOPS = {"zh": "。", "ja": "。", "hi": "।"}
BULLETS = ("• ", "* ", "- ", "+ ", "")


@cache
def letters(language: str) -> dict[str, list[str]]:
    """Which letters follow which in the function words and months of a language."""
    pack = table(language, "page")
    words = pack.get("function_words", "").split() + [name for names in pack["months"] for name in names if name.isalpha()]
    chain: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for a, b in zip(START + word, word + STOP, strict=True):
            chain[a].append(b)
    return dict(chain)


class Tongue:
    """One language's invented words, with the vocabulary of one subject."""

    def __init__(self, language: str, rng: random.Random) -> None:
        self.language, self.rng = language, rng
        pack = table(language, "page")
        self.phrases, self.months = pack["phrases"], pack["months"]
        self.small = pack.get("function_words", "").split() or pack.get("function_strings", "").split()
        self.unspaced = language in ("zh", "ja")
        self.blank = "" if self.unspaced else " "
        self.topic: list[str] = []
        self.turn()

    def turn(self) -> None:
        """To another subject: other words that recur."""
        self.topic = [self.word() for _ in range(30)]

    def word(self) -> str:
        """A word of four to twelve letters, or two ideographs."""
        rng = self.rng
        if self.unspaced:
            return "".join(chr(rng.randint(*IDEOGRAPHS)) for _ in range(2))
        chain, out, at = letters(self.language), "", START
        length = rng.randint(4, 12)
        while len(out) < length:
            at = rng.choice(chain[at])
            at = rng.choice("".join(chain).replace(START, "")) if at == STOP or at not in chain else at
            out += at
        return out

    def words(self, count: int) -> list[str]:
        """Words as they follow one another in a sentence."""
        rng = self.rng
        return [
            rng.choice(self.small) if rng.random() < 0.42 else (rng.choice(self.topic) if rng.random() < 0.4 else self.word())
            for _ in range(count)
        ]

    def sentence(self, low: int = 6, high: int = 30, end: str = "") -> str:
        """A sentence with commas, names and figures."""
        rng, words = self.rng, self.words(self.rng.randint(low, high))
        for place in range(2, len(words) - 1):
            kind = rng.random()
            words[place] = self.cap(words[place]) if kind < 0.08 else str(rng.randint(2, 2025)) if kind < 0.11 else words[place]
            words[place] += "," if kind > 0.92 and not self.unspaced else ""
        return self.cap(self.blank.join(words)) + (end or (FULL_STOPS.get(self.language) or "."))

    def paragraph(self, low: int = 1, high: int = 5) -> str:
        """Some sentences on one line, now and then quoted speech."""
        line = self.blank.join(self.sentence() for _ in range(self.rng.randint(low, high)))
        return f"“{line}”" if self.rng.random() < 0.1 else line

    def title(self) -> str:
        """A headline of the subject's words."""
        rng = self.rng
        words = [rng.choice(self.topic) if rng.random() < 0.6 else rng.choice(self.small) for _ in range(rng.randint(3, 11))]
        line = self.cap(self.blank.join(words))
        return line.title() if rng.random() < 0.15 else line + ("?" if rng.random() < 0.06 else "")

    def name(self) -> str:
        """A person's name."""
        return self.blank.join(self.cap(self.word()) for _ in range(2))

    def cap(self, word: str) -> str:
        """With a capital letter first."""
        return word[:1].upper() + word[1:]

    def phrase(self, category: str) -> str:
        """One of the page's own phrases."""
        found = self.rng.choice(self.phrases.get(category) or table("en", "page")["phrases"][category])
        return self.cap(found) if self.rng.random() < 0.85 else found.upper()

    def date(self) -> str:
        """A date in one of many forms."""
        rng = self.rng
        day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(2005, 2025)
        name, clock = self.cap(rng.choice(self.months[month - 1])), f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}"
        return rng.choice(
            (
                f"{day} {name} {year}", f"{name} {day}, {year}", f"{day:02}.{month:02}.{year}", f"{day}/{month}/{year}",
                f"{year}-{month:02}-{day:02}", f"{day} {name} {year}, {clock}", f"{day:02}.{month:02}.{year} {clock}",
            )
        )  # fmt: skip


class Sheet:
    """A page while it is written: lines, each of an article (by number) or of none."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, int]] = []
        self.articles = 0

    def add(self, *lines: str, article: int = -1) -> None:
        """Lines of one article, or of none."""
        self.lines += [(line, article) for line in lines if line]

    def page(self, name: str, blank: bool) -> Page:
        """The page; with a blank line between all lines, or none."""
        text, bodies = "", [list[list[int]]() for _ in range(self.articles)]
        last = -1
        for line, article in self.lines:
            start = len(text)
            text += line + ("\n\n" if blank else "\n")
            if article >= 0 and last == article:
                bodies[article][-1][1] = start + len(line)
            elif article >= 0:
                bodies[article].append([start, start + len(line)])
            last = article
        return Page(name, text, tuple(tuple((a, b) for a, b in body) for body in bodies if body))


class Site:
    """One invented site: its language and the habits that it keeps from post to post."""

    def __init__(self, language: str, rng: random.Random) -> None:
        self.tongue, self.rng, self.sheet = Tongue(language, rng), rng, Sheet()
        self.bullet = rng.choice(BULLETS)
        self.share = [self.tongue.phrase("share") for _ in range(rng.randint(2, 5))]
        self.glued = rng.random() < 0.3
        self.order = rng.choice(
            (("title", "by", "date"), ("title", "date"), ("date", "title"), ("title", "date", "by"), ("title",), ("by", "title"))
        )
        self.end = rng.sample(("share", "comments", "tags", "more", "date"), rng.randint(0, 3))
        self.intrusions = rng.random() < 0.35

    def menu(self) -> None:
        """What stands above everything: names of sections, with a bullet or without."""
        tongue = self.tongue
        for _ in range(self.rng.randint(2, 40)):
            own = tongue.phrase(self.rng.choice(("nav", "subscribe", "share"))) if self.rng.random() < 0.4 else tongue.cap(tongue.word())
            self.sheet.add(self.bullet + own)

    def bar(self) -> None:
        """The share bar."""
        self.sheet.add(*(["".join(self.share)] if self.glued else self.share))

    def head(self) -> None:
        """Title, byline and date in the site's order."""
        tongue = self.tongue
        parts: dict[str, Callable[[], str]] = {
            "title": tongue.title,
            "by": lambda: f"{tongue.phrase('byline')} {tongue.name()}",
            "date": tongue.date,
        }
        for part in self.order:
            self.sheet.add(parts[part]())

    def tail(self) -> None:
        """What the site puts below each post."""
        tongue = self.tongue
        parts: dict[str, Callable[[], str]] = {
            "comments": lambda: f"{self.rng.randint(0, 99)} {tongue.phrase('comment')}",
            "tags": lambda: f"{tongue.phrase('tags')}: {tongue.word()}, {tongue.word()}",
            "more": lambda: tongue.phrase("related"),
            "date": tongue.date,
        }
        for part in self.end:
            if part == "share":
                self.bar()
            else:
                self.sheet.add(parts[part]())

    def text(self, low: int, high: int) -> None:
        """One article's body: paragraphs, and among them what texts hold (lists, verse, questions) and what pages put between."""
        sheet, rng, tongue = self.sheet, self.rng, self.tongue
        own = sheet.articles
        sheet.articles += 1
        count = rng.randint(low, high)
        listed = rng.randrange(count) if rng.random() < 0.3 else -1
        for place in range(count):
            if self.intrusions and 0 < place < count and rng.random() < 0.15:
                self.intrusion()
            if count > 4 and rng.random() < 0.07:
                sheet.add(tongue.title(), article=own)
            sheet.add(tongue.paragraph(), article=own)
            if place == listed:
                sheet.add(*self.list_lines(), article=own)

    def list_lines(self) -> list[str]:
        """Lines of an article that are no sentences: points, dates, verse, questions and answers, prices, addresses."""
        rng, tongue = self.rng, self.tongue
        kinds: tuple[Callable[[int], str], ...] = (
            lambda n: f"{rng.choice(('• ', '- ', '* '))}{tongue.blank.join(tongue.words(rng.randint(2, 14)))}",
            lambda n: f"{n}. {tongue.title()}",
            lambda n: f"{tongue.date()} – {tongue.cap(tongue.word())}, {tongue.cap(tongue.word())}",
            lambda n: tongue.cap(tongue.blank.join(tongue.words(rng.randint(3, 7)))) + ("," if n % 2 else ""),
            lambda n: tongue.sentence(3, 9, "?") if n % 2 else tongue.sentence(2, 12),
            lambda n: f"{tongue.title()}: {rng.randint(5, 900)}.{rng.randint(10, 99)}" if n % 2 else f"https://{tongue.word()}.example/{n}",
            lambda n: f"{tongue.name()}: {tongue.sentence(2, 12)}",
        )
        kind = rng.choice(kinds)
        return [kind(n) for n in range(1, rng.randint(4, 22))]

    def intrusion(self) -> None:
        """What a page puts between the paragraphs of a text."""
        tongue = self.tongue
        kind = self.rng.choice(("advert", "photo", "related"))
        said = {"photo": f": {tongue.sentence(4, 16)}", "related": f": {tongue.title()}", "advert": ""}[kind]
        self.sheet.add(tongue.phrase(kind) + said)

    def blurbs(self) -> None:
        """Titles of other articles, with a sentence of each or a date."""
        tongue, rng, with_text, dated = self.tongue, self.rng, self.rng.random() < 0.5, self.rng.random() < 0.3
        self.sheet.add(tongue.phrase("related") if rng.random() < 0.7 else "")
        for _ in range(rng.randint(2, 10)):
            tongue.turn()
            self.sheet.add(tongue.date() if dated else "", self.bullet + tongue.title())
            if with_text:
                self.sheet.add(tongue.paragraph(1, 2)[: rng.choice((120, 180, 400))] + rng.choice(("…", "...", "")))

    def thread(self) -> None:
        """Comments with a name and a date each."""
        tongue, rng = self.tongue, self.rng
        self.sheet.add(f"{rng.randint(2, 90)} {tongue.phrase('comment')}")
        answer = tongue.phrase("comment")
        for _ in range(rng.randint(2, 12)):
            self.sheet.add(tongue.name(), tongue.date(), *(tongue.paragraph(1, 3) for _ in range(rng.randint(1, 2))), answer)

    def notices(self) -> None:
        """What the page says of itself at its foot: forms, terms, rights."""
        tongue, rng = self.tongue, self.rng
        for _ in range(rng.randint(1, 4)):
            self.sheet.add(tongue.phrase(rng.choice(("subscribe", "footer"))))
            if rng.random() < 0.6:
                self.sheet.add(*(tongue.paragraph(1, 4) for _ in range(rng.randint(1, 3))))
        self.sheet.add(
            *(tongue.phrase("footer") for _ in range(rng.randint(0, 8))), f"© {rng.randint(2005, 2025)} {tongue.cap(tongue.word())}"
        )

    def foot(self) -> None:
        """Everything below the last post."""
        for part in self.rng.sample((self.blurbs, self.thread, self.notices, self.menu, self.about), self.rng.randint(1, 4)):
            part()
            self.tongue.turn()

    def about(self) -> None:
        """A note on the author."""
        tongue = self.tongue
        name = tongue.name()
        self.sheet.add(name, f"{name} {tongue.paragraph(1, 3)}")


def article_page(site: Site) -> None:
    """A page of one article, perhaps with blurbs of others above it."""
    site.menu()
    if site.rng.random() < 0.2:
        site.blurbs()
        site.tongue.turn()
    site.head()
    if site.rng.random() < 0.4:
        site.bar()
    site.text(1, 25)
    site.tail()
    site.foot()


def index_page(site: Site) -> None:
    """A blog's or a section's page with several whole posts."""
    site.menu()
    short = site.rng.random() < 0.4
    for _ in range(site.rng.randint(2, 9)):
        site.tongue.turn()
        site.head()
        site.text(1, 2 if short else 14)
        site.tail()
        if site.rng.random() < 0.1:
            site.blurbs()
    site.foot()


def feed_page(site: Site) -> None:
    """Posts of a channel or a wall: a name and a time, a short text, counters."""
    rng, tongue = site.rng, site.tongue
    channel = tongue.name()
    site.sheet.add(channel, f"{rng.randint(100, 90000)} {tongue.word()}")
    counted, named, dated = rng.random() < 0.6, rng.random() < 0.7, rng.random() < 0.8
    counter, words = tongue.phrase("comment"), [tongue.phrase("share") for _ in range(rng.randint(0, 3))]
    for _ in range(rng.randint(3, 14)):
        tongue.turn()
        site.sheet.add(channel if named else "", tongue.date() if dated else "")
        site.text(1, rng.choice((1, 1, 2, 4)))
        site.sheet.add(
            f"{rng.randint(1, 99)}.{rng.randint(0, 9)}K", f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}"
        ) if counted else None
        site.sheet.add(f"{rng.randint(0, 300)} {counter}" if rng.random() < 0.8 else "", *words)
    if rng.random() < 0.4:
        site.notices()


KINDS = (article_page, article_page, index_page, index_page, feed_page)


def invented(count: int, seed: int = 23) -> list[Page]:
    """`count` invented pages of all kinds, in all languages of the packs; every third one is English."""
    rng = random.Random(seed)  # noqa: S311 - a fixed seed is wanted
    languages, found = having("page"), []
    for number in range(count):
        site = Site("en" if number % 3 == 0 else rng.choice(languages), rng)
        rng.choice(KINDS)(site)
        found.append(site.sheet.page(f"invented{number}", rng.random() < 0.2))
    return found
