"""A text may end in a list: its dates, addresses and rows belong to it, though none of them is a sentence."""

import pytest

from testimonia.base.documents import Document, Segment
from testimonia.divide.layout import Layout
from testimonia.divide.lines import lines_of
from testimonia.divide.posts import posts_of

FERRY = [
    "The ferry between the islands will sail again from the spring, because the ice in the strait has become thin enough for its hull.",
    "The captain said that he would take no cars on the first days, and that passengers who had waited since Sunday would go before.",
]
BAKERY = [
    "The old station, which had stood empty since the railway was closed, has become a bakery with an oven that heated the waiting room.",
    "The baker said that she had looked for a place for two years, and that no other house in the town had a chimney as tall as this one.",
]
BAR = ["Share on Facebook", "3 comments", "Bakery opens in the old station", "By Nora Elster | 4 March 2021"]
LISTS = {
    "dates": [f"{day} March 2021 – Gullhaven, Pier {day}" for day in range(2, 32)],
    "addresses": [piece for n in range(8) for piece in (f"{n}) Ticket for the {n}. boat", f"https://ferry.example/{n}")],
    "rows": [f"{n} Ada Birk {90 - n} 0 2 7" for n in range(30)],
}


@pytest.mark.parametrize("name", sorted(LISTS))
def test_a_list_at_the_end_of_a_post_belongs_to_it(name: str) -> None:
    """In the middle of a page, where a bar stands below the list and the next post's head below the bar."""
    parts = [("article", FERRY + LISTS[name]), ("furniture", BAR), ("article", BAKERY)]
    text, segments = "", []
    for kind, lines in parts:
        start = len(text)
        text += "\n".join(lines) + "\n"
        segments.append(Segment("d", start, len(text), kind))
    found = lines_of(text, segments)
    posts = posts_of(found, Layout(Document("d", (), "", 0, "", text)))
    bodies = [[found[place].text for place in post.body] for post in posts]
    assert bodies == [FERRY + LISTS[name], BAKERY]


def test_a_date_below_a_text_is_no_list() -> None:
    """One date line at the end of a text dates it, and is no text of it."""
    text = "\n".join([*FERRY, *BAKERY, "4 March 2021", "https://ferry.example/1"])
    found = lines_of(text, [Segment("d", 0, len(text), "article")])
    (post,) = posts_of(found, Layout(Document("d", (), "", 0, "", text)))
    assert [found[place].text for place in post.body] == FERRY + BAKERY
