"""The threads of forums and of networks: whose each post is, since when somebody is a member, posts numbered as one."""

from __future__ import annotations

import pytest

from testimonia.base.documents import Article
from testimonia.base.settings import Limits
from testimonia.capture.reading import read_bytes
from testimonia.clean import clean
from testimonia.divide import divide

TEXTS = (
    "The lock was shut at eleven last night and there was a chain across the path. Nobody had put up a notice, and no keeper was there.",
    "My brother works on the weir. He says that the trust wrote to the keepers on Friday: no boats after ten until the gate is mended.",
    "I joined to say this: I am one of the keepers. We have had no letter at all, only a note on Sunday, and it says nothing of a gate.",
)
NAMES = (("mill_watch", "Active Member"), ("dredger61", "Well-Known Member"), ("Tess of the Weir", "New Member"))
DAYS = ("Feb 3, 2015", "Feb 3, 2015", "Feb 4, 2015")


def divided(text: str) -> tuple[str, tuple[Article, ...]]:
    """A page and its articles."""
    document = read_bytes(text.encode(), "a.txt", (), Limits()).documents[0]
    return document.text, divide(document, clean(document)).articles


def thread(label: str) -> str:
    """A thread whose posts stand below what the forum says of the member: name, rank, the day of joining, messages."""
    posts = "".join(
        f"{name[0].upper()}\n{name}\n{rank}\n{label}\nAug {number + 2}, 2011\nMessages\n{number}03\n{day}\n#{number}\n{text}\nLike\nReply\n"
        for number, ((name, rank), day, text) in enumerate(zip(NAMES, DAYS, TEXTS, strict=True), start=1)
    )
    return f"Weir Talk\nForums\nWhat is new\nMembers\nLog in\nRegister\nWhy was the lock shut?\n{posts}1 of 2\nNext\nHelp\n"


@pytest.mark.parametrize("label", ["Joined", "Member since:", "Join Date"])
def test_the_posts_of_a_forum_have_their_names_and_not_the_day_of_joining(label: str) -> None:
    text, articles = divided(thread(label))
    assert [" ".join(span.of(text) for span in article.body) for article in articles] == list(TEXTS)
    assert [article.author.value for article in articles if article.author] == [name for name, _ in NAMES]
    assert [article.published.value for article in articles if article.published] == ["2015-02-03", "2015-02-03", "2015-02-04"]


def test_what_is_answered_and_a_members_town_are_no_titles() -> None:
    answered = thread("Joined").replace("#2\n", f"From: Weirhaven\nmill_watch said:\n{TEXTS[0][:40]}\nClick to expand...\n")
    _, articles = divided(answered)
    assert [article.author.value for article in articles if article.author] == [name for name, _ in NAMES]
    assert [article.title for article in articles[1:]] == [None, None]


def test_numbered_posts_of_one_account_are_one_text_and_an_answer_is_another() -> None:
    shown = (("Ana Terek", "@anaterek", f"1/ {TEXTS[0]}"), ("Ana Terek", "@anaterek", f"2/ {TEXTS[1]}"), ("Bo Lund", "@bo_lund", TEXTS[2]))
    page = "".join(f"{name}\n{handle}\n·\n12 Apr 2019\n{text}\n4\n88\n640\n" for name, handle, text in shown)
    _, articles = divided(f"Home\nExplore\nPost\n{page}Show more replies\n© 2019 X Corp.\n")
    assert [article.author.value for article in articles if article.author] == ["Ana Terek", "Bo Lund"]
    assert [article.published.value for article in articles if article.published] == ["2019-04-12"] * 2
    assert [article.outlet for article in articles] == [None, None]


def test_a_thread_goes_on_where_one_post_holds_two_numbers() -> None:
    def post(text: str) -> str:
        return f"Tess Weller\n@tessw\n·\nFeb 3, 2022\n{text}\n"

    first = f"THREAD on the lock: {TEXTS[0]}\n1/ {TEXTS[1]}\nShow more\n11:20 AM · Feb 3, 2022\n"
    posts = first + post(f"2/ {TEXTS[2]}") + post(f"3/ {TEXTS[0]}")
    text, articles = divided(f"Post\nConversation\nTess Weller\n@tessw\n{posts}Relevant people\nTess Weller\n@tessw\nFollow\n")
    (article,) = articles
    assert [span.of(text)[:2] for span in article.body] == ["TH", "2/", "3/"]


def test_the_posts_of_a_channel_are_parted_by_their_counts_and_hours() -> None:
    name = "River Watch"
    counts = ("2.4K views\nedited  09:14", "1.9K просмотров\n11:02", "312 Aufrufe\n12:40")
    posts = "".join(f"{name}\n{text}\n{count}\n" for text, count in zip(TEXTS, counts, strict=True))
    text, articles = divided(f"{name}\n4 812 subscribers\nLinks\nFiles\n{posts}")
    assert [" ".join(span.of(text) for span in article.body) for article in articles] == list(TEXTS)
    assert {article.outlet.value for article in articles if article.outlet} == {name}


def test_a_question_below_the_day_of_a_post_is_its_title_and_the_line_on_who_posted_it_no_text() -> None:
    posts = "".join(
        f"Friday, {day} March 2021\n{title}\n{text}\n{more}\nPosted by Tess Weller at 09:47\nLabels: lock\n3 comments:\n"
        for day, title, text, more in ((12, "Who shut the lock?", *TEXTS[:2]), (5, "The lock will open in May", *TEXTS[1:]))
    )
    text, articles = divided(f"The Long Quay\nnotes of a keeper from the bank\n{posts}Older posts\nHome\n")
    titles = [article.title.of(text) if article.title else None for article in articles]
    assert titles == ["Who shut the lock?", "The lock will open in May"]
    assert [article.author.value if article.author else None for article in articles] == ["Tess Weller"] * 2
    assert not any("Posted by" in span.of(text) for article in articles for span in article.body)


def test_posts_that_are_signed_and_filed_below_their_texts_keep_their_own_names_and_sections() -> None:
    signed = (("Tess Weller", "Locks"), ("Maria Ferro", "Weirs"), ("Tess Weller", "Letters"))
    more = "This is what we know so far, and we will write more when the trust answers us."
    titles = ("The lock was shut at night again", "What the trust wrote to the keepers", "A keeper writes about the note")
    posts = "".join(
        f"{title}\nMarch {9 - number}, 2021\n{text}\n{more}\nPosted by {name} in {section} | {number} Comments\n"
        for number, (title, text, (name, section)) in enumerate(zip(titles, TEXTS, signed, strict=True), start=1)
    )
    _, articles = divided(f"The Long Quay\nHome\nAbout\nContact\n{posts}Older posts\n© 2021 The Long Quay\n")
    facts = [(article.author, article.section) for article in articles]
    assert [tuple(fact.value if fact else None for fact in pair) for pair in facts] == list(signed)
