"""Dates that count back from the saving of a page, the site's notices, and posts of a few words."""

from datetime import timedelta

import pytest

from testimonia.base.documents import Document, Hint
from testimonia.clean import clean
from testimonia.divide import divide
from testimonia.divide.relative import counted, relative_in

SAVED = Hint("captured", "2021-03-05T01:30:00+00:00", "warc")
BODY = """The bridge over the lower river was closed on Monday after an engineer found cracks in two of its pillars.
The council said that the repair would take until the autumn and that buses would go round by the old road.
“We had no choice,” said the head of the council's works, who asked the people of the town to be patient.
Shopkeepers on the far bank fear that they will lose their customers while the way round takes half an hour."""


@pytest.mark.parametrize(
    ("line", "language", "back"),
    [
        ("2 hours ago", "en", timedelta(hours=2)),
        ("21 min ago", "en", timedelta(minutes=21)),
        ("Posted yesterday at 14:05", "en", timedelta(days=1)),
        ("vor 3 Tagen", "de", timedelta(days=3)),
        ("5 часов назад", "ru", timedelta(hours=5)),
        ("вчера", "ru", timedelta(days=1)),
        ("3小时前", "zh", timedelta(hours=3)),
        ("۳ ساعت پیش", "fa", timedelta(hours=3)),
        ("il y a 3 jours", "fr", timedelta(days=3)),
        ("3 hours ago", "sq", timedelta(hours=3)),
    ],
)
def test_what_counts_back_is_read_in_the_pages_language(line: str, language: str, back: timedelta) -> None:
    assert [found for _, found in relative_in(line, language)] == [back]


@pytest.mark.parametrize("line", ["May 3, 2020", "Imago 5", "two weeks ago", ""])
def test_what_tells_no_day_is_left_alone(line: str) -> None:
    assert list(relative_in(line, "en")) == []


def page(*hints: Hint) -> Document:
    text = f"The bridge over the lower river is closed\nBy Mara Lenk\n2 hours ago\n{BODY}\n"
    return Document("d1", ("a.txt",), "", len(text), "text/plain", text, hints=hints)


def test_a_head_that_counts_back_is_dated_by_the_saving_of_the_page() -> None:
    document = page(SAVED)
    (article,) = divide(document, clean(document)).articles
    assert article.published is not None and article.published.span is not None
    assert article.published.value == "2021-03-04"
    assert article.published.span.of(document.text) == "2 hours ago"


def test_a_day_of_saving_given_by_the_user_will_do() -> None:
    document = page(Hint("captured", "2021-03-05", "metadata.csv"))
    (article,) = divide(document, clean(document)).articles
    assert article.published is not None
    assert article.published.value == "2021-03-05"


def test_without_a_day_of_saving_it_is_a_candidate_and_no_choice() -> None:
    document = page()
    (article,) = divide(document, clean(document)).articles
    assert article.published is None
    assert any(one.field == "published" and one.value == "2 hours ago" for one in article.candidates)
    assert counted(timedelta(hours=2), None) is None


def test_a_sites_word_on_itself_is_no_article() -> None:
    notice = """This website uses cookies so that it works as you expect and so that we can count its readers.
Your personal data is kept in our records for as long as the law asks, as our privacy policy says in full.
By clicking on the button below you give your consent to cookies that are not needed for the pages to be shown."""
    text = (
        f"The bridge over the lower river is closed\nBy Mara Lenk\n3 May 2021\n{BODY}\n{BODY}\nShare\nTweet\nPrivacy overview\n{notice}\n"
    )
    document = Document("d1", ("a.txt",), "", len(text), "text/plain", text)
    bodies = "".join(span.of(text) for article in divide(document, clean(document)).articles for span in article.body)
    assert "cracks in two of its pillars" in bodies
    assert "personal data" not in bodies


def test_posts_of_one_sentence_are_kept_where_all_are_parted_alike() -> None:
    says = BODY.splitlines()
    posts = "\n".join(
        f"Lower River Watch\n{day}.03.2021 08:1{day % 10}\n{said}\n1.{day}K\n{day} comments" for day, said in enumerate(says, start=11)
    )
    document = Document("d1", ("a.txt",), "", len(posts), "text/plain", posts)
    found = divide(document, clean(document)).articles
    assert [article.body[0].of(posts) for article in found] == says
