"""Who wrote a text where no label says so: the sender of a mail or a message, a name beside the title, a signature."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from testimonia.base.mails import sender
from testimonia.base.spans import Span
from testimonia.divide.credits import Said, above_handle, is_mail, person_beside_day, person_line, sender_of
from testimonia.divide.inserted import heads_life
from testimonia.divide.lines import Line, is_day
from testimonia.divide.names import is_outlet, is_person, name_after, person_opening
from testimonia.divide.posts import Post
from testimonia.divide.titles import credit
from testimonia.fitted.known import given_name

SPEAKER_WORDS = 6  # words of a line that tells who speaks
SHOWN = 2  # how strongly a line must show a page's phrase to be none ("Donate Now")
SIGNED = 2  # times that a signature stands below a text, what the page tells of its author after it
NEAR = 2  # lines to each side of a name among which its day, or another credit, stands


def writer_of(
    text: str, lines: Sequence[Line], post: Post, above: Sequence[Line], below_title: Sequence[Line], titles: Collection[int]
) -> Said | None:
    """The author: who sent the text, a name under the title beside a date or alone, or the signature below the text.

    `above`: the lines of the text's head; `below_title`: those of them below its title; `titles`: the places of all titles of the page.
    """
    sent = sender_of(above) or above_handle(lines, post.head) or sent_by(lines, post.body[0])
    beside = sent or beside_credits(text, below_title) or alone(text, lines, post, below_title) or told_below(lines, post)
    return beside or above_day([line for line in above if line not in below_title]) or signature(text, lines, post, titles)


def sent_by(lines: Sequence[Line], place: int) -> Said | None:
    """Who sent the message of a chat that begins on a line."""
    name = sender(lines[place - 1].text) if place else None
    if name is None:
        return None
    return Said("author", name.of(lines[place - 1].text), name.shifted(lines[place - 1].span.start), "named before the message", 2)


def beside_credits(text: str, below_title: Sequence[Line]) -> Said | None:
    """A person's name that stands under the title near a date or another credit."""
    for place, line in enumerate(below_title):
        near = below_title[max(0, place - NEAR) : place + NEAR + 1]
        if any(credit(other) or is_mail(other) for other in near if other is not line) or line.shape.date:
            said = person_line(text, line) or person_beside_day(text, line)
            if said:
                return said
    return None


def alone(text: str, lines: Sequence[Line], post: Post, below_title: Sequence[Line]) -> Said | None:
    """A person's name that is all that stands between the title and the text, in a script with capitals."""
    if len(below_title) != 1 or lines[post.body[0]].text.startswith(below_title[0].text):
        return None
    said = person_line(text, below_title[0])
    return said if said and said.value[0].isupper() else None


def told_below(lines: Sequence[Line], post: Post) -> Said | None:
    """The person with whose name the line below a heading for the writer's life begins ("About the author")."""
    for place in range(post.body[-1] + 1, post.until - 1):
        line = lines[place + 1]
        name = person_opening(line.text) if heads_life(lines[place]) else ""
        if name:
            span = Span(line.span.start, line.span.start + len(name))
            return Said("author", name, span, "the person whose life stands below the text", 2)
    return None


def above_day(over_title: Sequence[Line]) -> Said | None:
    """The line above a title that is a person's name, with a given name, right above the day of the text."""
    for line, day in pairwise(over_title):
        if is_day(day) and is_person(line.text) and given_name(line.shape.tokens[0]) and not is_outlet(line.text):
            return Said("author", line.text, line.span, "a person's name above the day over the title", 1)
    return None


def signature(text: str, lines: Sequence[Line], post: Post, titles: Collection[int]) -> Said | None:
    """The line below the text that is nothing but a person's name, unless it signs a letter, stands below the next title, or stands among
    the lines of the text too, as whoever speaks in a record does.
    """
    last = post.body[-1]
    speakers = [line.text for line in lines[post.body[0] : last] if line.shape.words <= SPEAKER_WORDS]
    below = [line.text for line in lines[last + 1 : post.until]]
    for place in (last + 1, last + 2):
        if place in titles:
            return None
        plain = place < len(lines) and place in post.tail and max(lines[place].shape.marks) < SHOWN
        if plain and is_person(lines[place].text) and below.count(lines[place].text) <= SIGNED:
            closing = any(line.marked("letter_close") >= 2 for line in lines[max(0, place - 3) : place])
            speaks = any(lines[place].text in shown for shown in speakers)
            name = name_after(text, lines[place].span)
            return None if closing or speaks or name is None else Said("author", name.of(text), name, "the signature below the text", 1)
    return None


def signed_below(lines: Sequence[Line], posts: Sequence[Post], said: Sequence[list[Said]]) -> Sequence[list[Said]]:
    """What is said of each text, without the authors named above all but the first where the page names those of all its texts below them:
    there they are of the text before.
    """
    authors = [[one.span.start for one in own if one.field == "author"] for own in said]
    starts, ends = ([lines[post.body[place]].span.start for post in posts] for place in (0, -1))
    below = all(any(place > end for place in own) for own, end in zip(authors, ends, strict=True))
    if len(posts) < 2 or not below or any(place < starts[0] for place in authors[0]):
        return said
    return [[one for one in own if one.field != "author" or one.span.start > end] for own, end in zip(said, ends, strict=True)]
