"""The head facts of each article of a page: gathered line by line as candidates, then chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from testimonia.base.documents import Candidate, Document, Fact, Note
from testimonia.base.mails import mail_heads
from testimonia.base.phrases import told, words_of
from testimonia.base.shapes import CATEGORIES
from testimonia.base.spans import Span
from testimonia.divide.agencies import behind, mark_of
from testimonia.divide.columns import is_sheet
from testimonia.divide.credits import Said, credit_words, label_end, labelled, links, named_below, said_first
from testimonia.divide.dates import Dated, dates_in, ends_stretch, months_in, page_order, settled
from testimonia.divide.head import Head
from testimonia.divide.lines import Line, is_day
from testimonia.divide.members import on_members
from testimonia.divide.openings import agency, dateline_date, narrated, references, service
from testimonia.divide.outlets import hinted, is_one, made_on, outlet_of_link, page_outlet
from testimonia.divide.posters import posters_of
from testimonia.divide.posts import Post
from testimonia.divide.relative import captured, counted, relative_in
from testimonia.divide.reviews import is_review
from testimonia.divide.sections import labelled as labelled_section
from testimonia.divide.sections import section_line, section_of
from testimonia.divide.titles import Page, Titled, as_below, title_of
from testimonia.divide.writers import signed_below, writer_of

ABOVE_TITLE = 4  # lines above the title that still speak of the article
BELOW_BODY = 8  # lines below the body that still speak of it
TEASER_WORDS = 14  # a dated line of more words is a teaser, not a date line
SOURCES = tuple(map(CATEGORIES.index, ("source_link", "translated")))
MONTH_WORDS = 10  # words of a line that gives the month of a post
LAST = 2  # lines below the last text that come again between texts: bars, and no sections
SEVERAL = 2  # dates behind labels
PASSED_ON = 2  # lines right above a text of a channel in which it says whose it passes on
NEAR_TITLE = 3  # lines above the title in which an address of the original stands


class Heads:
    """The heads of all articles of one page: some facts can only be told by looking at all of them."""

    def __init__(self, document: Document, lines: Sequence[Line], posts: Sequence[Post], titles: frozenset[int]) -> None:
        self.document, self.lines, self.text = document, lines, document.text
        self.notes: list[Note] = []
        self.posts, self.posters, self.saved = posts, posters_of(lines, posts), captured(document)
        self.members, self.mails = on_members(lines), mail_heads([line.shape for line in lines])
        self.since = frozenset(lines[place].span for place in self.members if lines[place].is_date)
        self.page = Page.of(lines, titles, self.posters.places | self.members, len(self.mails) > 1)

    def read(self, languages: Sequence[str | None]) -> list[Head]:
        """The heads in the order of the posts, each with its facts."""
        titled = self.below_posters(as_below(self.lines, [title_of(self.lines, post, self.page) for post in self.posts]))
        self.titles = frozenset(place for place, _ in titled if place is not None)
        heads = [self.opened(*one) for one in zip(self.posts, languages, titled, strict=True)]
        self.order = page_order(dated for head in heads for line in [*head.above, *head.below] for dated in self.dates(line, head))
        self.own = page_outlet(self.document, self.around(), [said for head in heads for said in head.said], self.titles)
        over = [section_line(self.lines, head.post, head.title) for head in heads if head.title is not None]
        last = {line.text for line in self.lines[heads[-1].post.body[-1] + 1 :][:LAST]} if heads else set[str]()
        self.layout = sum(place is not None and self.lines[place].text not in last for place in over) * 2 > len(heads) > 2
        self.tail_dates = len(heads) > 1 and not self.dated(heads[0].above, heads[0]) and bool(self.dated(heads[-1].below[:3], heads[-1]))
        for head, said in zip(heads, signed_below(self.lines, self.posts, [head.said for head in heads]), strict=True):
            head.said = said
        self.filed_below = len(heads) > 1 and not self.filed(heads[0], False) and self.filed(heads[-1], True) is not None
        self.posted(heads)
        self.review = self.reviewed(heads)
        for head in heads:
            self.from_outside(head)
            self.references(head)
        names = [said for head in heads for said in head.said if said.field == "original_outlet"]
        for head in heads:
            self.choose(head, names)
        self.of_the_page(heads)
        return heads

    def reviewed(self, heads: Sequence[Head]) -> bool:
        """Whether the page reprints others, each text with its paper and day below the title, or all of them at their ends."""
        language = heads[0].language if heads else None
        top = self.lines[: self.posts[0].body[0]] if self.posts else ()
        below = [[line for line in head.above if not self.over_title(line, head)] for head in heads]
        self.at_end = self.tail_dates and is_review(self.text, top, [head.below[:1] for head in heads], language)
        return self.at_end or is_review(self.text, top, below, language)

    def around(self) -> Sequence[Line]:
        """The lines of the page, those taken for text that no article holds in the end as such: the head and the foot of a mailing."""
        inside = {place for post in self.posts for place in (*post.body, *post.notes)}
        if all(line.kind != "article" or place in inside for place, line in enumerate(self.lines)):
            return self.lines
        loose = (line.kind == "article" and place not in inside for place, line in enumerate(self.lines))
        return [replace(line, kind="furniture") if out else line for line, out in zip(self.lines, loose, strict=True)]

    def below_posters(self, titled: Sequence[Titled]) -> Sequence[Titled]:
        """The titles without those above the page's one poster where a later post has none there: such lines are the page's own."""
        posters = sorted(self.posters.places)
        if not self.posters.one or len(posters) != len(titled):
            return titled
        above = [place is not None and place < poster for (place, _), poster in zip(titled, posters, strict=True)]
        if all(above[1:]):  # of a blog, whose author signs below the title
            return titled
        return [(None, scored) if over else (place, scored) for (place, scored), over in zip(titled, above, strict=True)]

    def of_the_page(self, heads: Sequence[Head]) -> None:
        """The day in the head of a page of entries with nothing but an hour, or of a mailing, is that of each text that has none."""
        undated = [head for head in heads if "published" not in head.facts]
        for head in undated if self.posters.one else ():
            day = self.dated([line for line in self.lines[: head.post.body[0]] if is_day(line)], head)[-1:]
            head.put("published", self.fact(day[0][1], head, "the day above this and other posts") if day else None)
        undated = [head for head in undated if "published" not in head.facts]
        if len(heads) < 2 or not undated or len(heads) - len(undated) > 1:
            return
        entries = all(any(line.is_clock for line in head.above) for head in undated)
        if not entries and not is_sheet(self.lines, heads[0].post.body[0], heads[-1].post.body[-1]):
            return
        top = self.lines[: heads[0].post.body[0]]
        for _, dated in self.dated([line for line in top if line.is_date], heads[0])[:1]:
            for head in undated if not ends_stretch(self.text, dated.span.start) else ():
                head.put("published", self.fact(dated, head, "the day in the head of the page"))

    def posted(self, heads: Sequence[Head]) -> None:
        """Who posted each text: its author, or the page's own outlet where it is one name over all of them."""
        for head, span in zip(heads, self.posters.spans, strict=False):
            if not self.posters.one:
                head.said.append(Said("author", span.of(self.text), span, "the name beside the date, as over the page's other posts", 2))
            elif self.own is None:
                head.put("outlet", Fact(span.of(self.text), span, "the one name over all posts of the page"))

    def opened(self, post: Post, language: str | None, titled: Titled) -> Head:
        """A head with its lines told apart and what they say."""
        title, scored = titled
        head = Head(post, language, title)
        head.candidates = [Candidate("title", self.lines[p].text, self.lines[p].span, f"score {s:.2f}") for s, p in scored[:4]]
        first = post.head[-ABOVE_TITLE] if len(post.head) >= ABOVE_TITLE else 0
        first = first if title is None else max(post.head[0], title - ABOVE_TITLE)
        first = min([first, *(place for place in post.head if place in self.posters.places)])
        first = max([first, *(place + 1 for place in post.head if self.ends_another(place, title))])
        first = max([first, *(start for start, _ in self.mails if start in post.head)])
        head.above = [self.lines[place] for place in post.head if place >= first and place != title and not self.is_none(place)]
        head.below = self.below(post)
        edges = [self.lines[place] for place in (*post.body[:1], *post.body[-2:]) if said_first(self.lines[place]) is not None]
        for line in [*head.above, *edges, *head.below]:
            head.said += labelled(self.text, line)
        head.said += named_below(self.text, head.above)
        return head

    def ends_another(self, place: int, title: int | None) -> bool:
        """Whether a line above a title is the bar, the tags, the rule or the link below the text before: all above it is of that text."""
        after = title is not None and self.posts[0].body[0] < place < title
        line = self.lines[place]
        return after and (line.is_bar or line.shape.words == 0 or line.marked("related") >= 2)

    def is_none(self, place: int) -> bool:
        """Whether a line of a head says nothing of the article: a share bar, the running head of a print, whose claim is checked."""
        return self.lines[place].is_bar or self.lines[place].printed or self.is_checked(place)

    def is_checked(self, place: int) -> bool:
        """Whether a line names whose claim is checked, behind a label or right above it: what a fact-check finds stands below."""
        name, *below = [line.text for line in self.lines[place : place + 2]]
        return self.is_claimed(place) or (bool(below) and name in below[0] and self.is_claimed(place + 1))

    def is_claimed(self, place: int) -> bool:
        """Whether a line is the source of a claim, above the line that says what a fact-check finds of it."""
        below = " ".join(words_of(self.lines[place + 1].text)) if place + 1 < len(self.lines) else ""
        return below in told("ratings") and label_end(self.lines[place], "source_link") is not None

    def below(self, post: Post) -> list[Line]:
        """The lines below a body that still speak of it: down to a rule, the next title, a list of other articles or the comments."""
        found: list[Line] = []
        listed = False
        for place in (*post.between, *post.tail)[:BELOW_BODY]:
            line = self.lines[place]
            next_one = place in self.posters.places or (line.is_date and place + 1 in self.posters.places)
            next_one = next_one or (self.posters.one and place >= post.until - PASSED_ON and said_first(line) is not None)
            other = place in self.titles or next_one or line.kind == "caption" or any(start == place for start, _ in self.mails)
            if other or line.shape.words == 0 or line.marked("comment") == 3:
                break
            listed = listed or line.marked("related") >= 2
            if not listed or line.shape.shows(SOURCES):  # the source may stand below a list of other articles
                found.append(line)
        return found

    def dates(self, line: Line, head: Head) -> list[Dated]:
        """The dates of a line that can date an article."""
        if line.shape.words > 40 or not line.shape.date or line.span in self.since:
            return []
        told = said_first(line) is not None
        return [dated for dated in dates_in(self.text, line.span, head.language) if told or not narrated(self.text, line, dated)]

    def dated(self, lines: Sequence[Line], head: Head) -> list[tuple[Line, Dated]]:
        """The lines with a date, short ones only, and their first dates."""
        return [(line, dates[0]) for line in lines if line.shape.words <= TEASER_WORDS * 2 and (dates := self.dates(line, head))]

    def choose(self, head: Head, names: Sequence[Said]) -> None:
        """The facts of one head that its credits did not give."""
        self.date(head)
        self.relative(head)
        self.month(head)
        head.put("published", made_on(self.document) if len(self.posts) == 1 else None)
        self.author(head)
        for said in head.said:
            if said.field == "original_outlet" and said.weight < 3 and is_one(self.own, said):
                continue
            head.put(said.field, Fact(said.value, said.span, said.reason))
        self.originals(head, names)
        head.put("outlet", self.own)
        self.dateline(head)
        self.section(head)
        self.anchor(head)
        head.candidates += [Candidate(said.field, said.value, said.span, said.reason) for said in head.said]

    def filed(self, head: Head, below: bool) -> Span | None:
        """The section that is named as such above a text, or below it."""
        above = [line for line in map(self.lines.__getitem__, head.post.head) if head.above and line.span >= head.above[0].span]
        return labelled_section(head.below if below else above)

    def section(self, head: Head) -> None:
        """The section: named as such beside the text, or by the page's trail, its menu or its layout."""
        named = (None if self.filed_below else self.filed(head, False)) or self.filed(head, True)
        found = (named, "named as the section") if named else section_of(self.lines, head.post, head.title, self.layout)
        head.put("section", Fact(found[0].of(self.text), found[0], found[1]) if found else None)

    def from_outside(self, head: Head) -> None:
        """The user's word and the markup's win over what is read in a page of one article; a page of several has only its outlet so."""
        if len(self.posts) != 1:
            return
        for name in ("author", "published", "first_published", "original_outlet", "section"):
            fact = hinted(self.document, name)
            if fact is not None and name in ("published", "first_published"):
                fact = Fact(fact.value[:10], None, fact.reason)
            head.put(name, fact)

    def anchor(self, head: Head) -> None:
        """Give a fact from outside the text the span that says the same in it, where there is one."""
        dates = [dated for line in [*head.above, *head.below] for dated in self.dates(line, head)]
        for name, fact in list(head.facts.items()):
            if fact.span is not None:
                continue
            same = [said.span for said in head.said if said.value.casefold() == fact.value.casefold()]
            same += [dated.span for dated in dates if dated.value == fact.value]
            if same:
                head.facts[name] = Fact(fact.value, same[0], f"{fact.reason}; the page says the same")

    def over_title(self, line: Line, head: Head) -> bool:
        """Whether a line stands above the title of a text."""
        return head.title is not None and line.span.start < self.lines[head.title].span.start

    def references(self, head: Head) -> None:
        """Credits of the form "Author, Outlet, date": on a line of their own, or opening the teaser above the text."""
        title = self.lines[head.title].text if head.title is not None else ""
        for line in head.below[:1] if self.at_end else head.above:
            if (head.reprint or (self.review and not self.over_title(line, head))) and credit_words(line) <= TEASER_WORDS:
                self.reference(head, line, title)
        for place in reversed(head.post.head):
            line = self.lines[place]
            if credit_words(line) > TEASER_WORDS and line.shape.date:
                self.reference(head, line, title)

    def reference(self, head: Head, line: Line, title: str) -> None:
        """One such credit: its names, and its date, the first one as that of the original, a later one as that of this post."""
        dates = dates_in(self.text, line.span, head.language)[:1]
        short = credit_words(line) <= TEASER_WORDS
        if not dates or line.marked("posted") or not (short or self.text[dates[0].span.end : dates[0].span.end + 1] in (":", "…")):
            return
        said = list(references(self.text, line, head.language, title))
        if short and not said:
            return
        head.said += said
        first = self.fact(dates[0], head, "the date of the credit above the text")
        known = head.facts.get("first_published")
        if known is None:
            head.put("first_published", first)
        elif known.value != first.value:
            head.put("published", self.fact(dates[0], head, "the date of the teaser above the text, later than that of the original"))

    def fact(self, dated: Dated, head: Head, reason: str) -> Fact:
        """A date as a fact; an open order is told as a doubt."""
        value, why = settled(dated, self.order, head.language)
        if why.startswith("doubt"):
            self.notes.append(
                Note("divide", "doubt", f"The date {dated.span.of(self.text)!r} is read as {value}; it may also be {dated.other}.")
            )
        return Fact(value, dated.span, f"{reason}; {why}" if why else reason)

    def relative(self, head: Head) -> None:
        """A date that counts back from the saving of the page; only a candidate where nothing says when that was."""
        for line in [*head.above, *head.below]:
            if line.shape.words > TEASER_WORDS or line.shape.ends_sentence:
                continue
            for place, back in relative_in(line.text, head.language):
                span = place.shifted(line.span.start)
                value = counted(back, self.saved)
                why = (
                    "counted from the saving of the page" if value else "counts from the saving of the page, and nothing says when that was"
                )
                head.candidates.append(Candidate("published", value or span.of(self.text), span, why))
                head.put("published", Fact(value, span, why) if value else None)

    def date(self, head: Head) -> None:
        """The date of this post: in the head, or below the body where the page's posts have theirs; a first publication by its label."""
        above, below = self.dated(head.above, head), self.dated(head.below, head)
        for line, dated in [*above, *below]:
            if said_first(line) is not None:
                head.put("first_published", self.fact(dated, head, "said to be the first publication"))
        plain = [(line, dated) for line, dated in above if said_first(line) is None]
        under = [(line, dated) for line, dated in below if said_first(line) is None]
        if self.tail_dates:
            self.dates_below(head, under)
            return
        plain = plain or self.dated([self.lines[head.title]] if head.title is not None else [], head)  # "Situation report, 3 May 2021"
        used = {fact.span for fact in head.facts.values() if fact.span}
        for _, dated in last_field(plain):
            if dated.span not in used:
                head.put("published", self.fact(dated, head, "the date beside the title"))
        for _, dated in under[:1]:
            name, reason = (
                ("first_published", "a date at the end of a reprint") if head.reprint else ("published", "the date below the text")
            )
            head.put(name, self.fact(dated, head, reason))

    def month(self, head: Head) -> None:
        """The month of a post that no day is given of, on a short line of its head."""
        short = [line for line in head.above if line.is_date and line.shape.words <= MONTH_WORDS and not line.shape.ends_sentence]
        undated = [line for line in short if not self.dates(line, head)]
        for dated in [dated for line in undated for dated in months_in(self.text, line.span, head.language)][:1]:
            head.put("published", self.fact(dated, head, "the month beside the title"))

    def dates_below(self, head: Head, under: Sequence[tuple[Line, Dated]]) -> None:
        """The dates of a page that dates its posts at their end: the last one is the post's, one before it the original's."""
        under = [pair for pair in under if pair[1].span not in {fact.span for fact in head.facts.values()}]
        counted = [pair for pair in under if pair[0].marked("comment") or pair[0].marked("posted")] or list(under[-1:])
        for _, dated in counted[:1]:
            head.put("published", self.fact(dated, head, "the date below the text, as in the page's other posts"))
            for _, other in under:
                if other.span < dated.span:
                    head.put("first_published", self.fact(other, head, "a date at the end of a reprint"))

    def dateline(self, head: Head) -> None:
        """The day and the service of a report's opening: those of the post where nothing else is known of it, else the original's."""
        line = self.lines[head.post.body[0]]
        dated, mark = dateline_date(self.text, line, head.language), service(line)
        fact = self.fact(dated, head, "the date of the dateline") if dated else None
        head.put("published", fact)
        earlier = fact is not None and fact.value < head.facts["published"].value
        own = head.facts.get("outlet")
        elsewhere = earlier or (own is not None and not is_one(own, mark))  # else it may stand where it was written
        if mark and elsewhere:
            head.put("original_outlet", Fact(mark.value, mark.span, mark.reason))
        if earlier and "original_outlet" in head.facts:
            head.put("first_published", fact)

    def author(self, head: Head) -> None:
        """The author, where no line of the head says so behind a label."""
        if any(said.field == "author" for said in head.said):
            return
        below_title = [line for line in head.above if head.title is not None and not self.over_title(line, head)]
        below_title = [line for line in below_title if line.span not in self.posters.spans]
        writer = writer_of(self.text, self.lines, head.post, head.above, below_title, self.titles)
        head.said += [writer] if writer is not None else []

    def agency_mark(self, head: Head) -> Said | None:
        """The mark of an agency behind the last sentence of a text, or on a line of its head or right below it."""
        lines = [line for line in [*head.above, *head.below[:2]] if line.kind != "caption"]
        span = behind(self.lines[head.post.body[-1]]) or next(filter(None, map(mark_of, lines)), None)
        return Said("original_outlet", span.of(self.text), span, "an agency's mark", 2) if span else None

    def originals(self, head: Head, names: Sequence[Said]) -> None:
        """The original's outlet by the address above the title, or by an agency's mark; and all addresses of the head and tail."""
        near = head.above if head.title is None else [line for line in head.above if self.over_title(line, head)]
        for span in links(self.text, near[-NEAR_TITLE:]):
            head.put("original_outlet", outlet_of_link(self.text, span, names, self.own))
        for mark in (agency(self.text, self.lines[head.post.body[0]]), self.agency_mark(head)):
            if mark and not is_one(self.own, mark):
                head.put("original_outlet", Fact(mark.value, mark.span, mark.reason))
        head.urls = tuple(
            Fact(span.of(self.text), span, "an address beside the text") for span in links(self.text, [*head.above, *head.below])
        )


def last_field(dated: Sequence[tuple[Line, Dated]]) -> Sequence[tuple[Line, Dated]]:
    """The dates of a head in the order in which they may be that of the text: of several behind labels none of which speaks of posting, the
    latest comes first ("Date of the act: …", "Date of the decision: …"), for what a head tells of was before it was written.
    """
    fields = [(line, day) for line, day in dated if line.text[: day.span.start - line.span.start].rstrip().endswith((":", "："))]
    if len(fields) < SEVERAL or any(line.marked("posted") for line, _ in dated):
        return dated
    return [max(fields, key=lambda pair: pair[1].value), *dated]
