"""HTML: all of its visible text in order, with the roles of its stretches and what the page says of itself."""

from __future__ import annotations

import json
import time

import pytest
import trafilatura
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from testimonia.base.documents import Document
from testimonia.base.errors import ReadingError
from testimonia.base.settings import Limits
from testimonia.capture.html import main_text
from testimonia.capture.html.layout import lay_out
from testimonia.capture.html.source import parse
from testimonia.capture.reading import read_bytes

PARAGRAPHS = [
    "The council of Ostrava Minor said on Monday that the river bridge would be closed until the autumn, at a cost of two million crowns.",
    "Residents of the harbour quarter doubt it: forty families say that nobody had inspected the pillars since the flood.",
    "The mayor, Ilse Varga, denied that the report had been kept back and said that she would publish it once it was signed.",
]
LINKED = json.dumps({"@type": "NewsArticle", "headline": "Bridge closed", "author": {"@type": "Person", "name": "Ana Ruiz"}})
MARKED = PARAGRAPHS[1].replace("harbour quarter", "<b>harbour</b>&nbsp;<i>quarter</i>")
PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><title>Bridge closed - The Harbour Post</title><meta charset="utf-8">
<meta property="og:site_name" content="The Harbour Post"><meta property="article:published_time" content="2021-03-04T08:00:00Z">
<link rel="canonical" href="https://harbour.example/bridge"><style>p {{ color: red }}</style><script>var hidden = "no text";</script>
<script type="application/ld+json">{LINKED}</script>
</head><body class="comments-open"><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Bridge closed</h1><p class="byline">By <a rel="author" href="/ana">Ana Ruiz</a> <time datetime="2021-03-04">4 March</time></p>
<figure><img src="x.jpg"><figcaption>The bridge in winter</figcaption></figure>
<p>{PARAGRAPHS[0]}</p><p>{MARKED}</p><script>x()</script><p>{PARAGRAPHS[2]}</p></article>
<aside><h2>Related</h2><a href="/flood">The flood of 1997</a></aside><div id="comments"><p>First!</p></div>
<footer>All rights re&shy;served</footer><div style="display: none">Secret</div></body></html>"""


def read(source: str | bytes, name: str = "a.html") -> Document:
    data = source.encode("utf-8") if isinstance(source, str) else source
    captured = read_bytes(data, name, (), Limits())
    assert captured.failures == ()
    return captured.documents[0]


def of_role(document: Document, role: str) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.role == role]


def test_all_visible_text_in_order() -> None:
    text = read(PAGE).text
    wanted = [
        "Home",
        "Sport",
        "Bridge closed",
        "By Ana Ruiz 4 March",
        "The bridge in winter",
        *PARAGRAPHS,
        "Related",
        "The flood of 1997",
        "First!",
    ]
    places = [text.index(words) for words in [*wanted, "All rights reserved", "Secret"]]
    assert places == sorted(places)
    assert "no text" not in text
    assert "color" not in text


def test_blocks_carry_the_roles_of_the_markup() -> None:
    document = read(PAGE)
    assert of_role(document, "title") == ["Bridge closed"]
    assert of_role(document, "nav") == ["Home\nSport"]
    assert of_role(document, "time") == ["4 March"]
    assert of_role(document, "caption") == ["The bridge in winter"]
    assert of_role(document, "hidden") == ["Secret"]
    assert set(of_role(document, "comment")) == {"First!"}
    assert "Ana Ruiz" in of_role(document, "byline")
    assert ("/flood", "The flood of 1997") in [(b.href, document.text[b.start : b.end]) for b in document.blocks if b.role == "link"]


def test_the_main_text_is_found_in_the_page() -> None:
    body = "\n".join(of_role(read(PAGE), "body"))
    for paragraph in PARAGRAPHS:
        assert paragraph in body
    for other in ("Home", "Related", "All rights", "Secret"):
        assert other not in body


@pytest.mark.parametrize(
    "body",
    [
        "".join(f"<div>{words}</div>" for words in PARAGRAPHS),
        "<br><br>".join(PARAGRAPHS),
        f"<p>{PARAGRAPHS[0]}</p><ul>" + "".join(f"<li>{words}</li>" for words in PARAGRAPHS) + "</ul>",
        f"<p>{PARAGRAPHS[0]}</p><blockquote><p>{PARAGRAPHS[1]}</p></blockquote><p>{PARAGRAPHS[2]}</p>",
        "".join(f"<p>{words}</p><p>Yes.</p>" for words in PARAGRAPHS),
        "".join(f"<p>{words.replace(' ', '&nbsp;', 3)}&shy;&mdash;&#8203;x&amp;y</p>" for words in PARAGRAPHS),
    ],
    ids=["divs", "breaks", "list", "quote", "short", "entities"],
)
def test_the_main_text_is_the_extractors_wherever_it_stands(body: str) -> None:
    teaser = f"<div class='teaser'><a href='/x'>{PARAGRAPHS[0]}</a></div>"
    source = (
        f"<html><head><title>T</title></head><body><nav><a href='/'>Home</a></nav>{teaser}<div class='content'>{body}</div></body></html>"
    )
    document = read(source)
    extracted = [word for word in (trafilatura.extract(source) or "").split() if word != "-"]
    assert " ".join(of_role(document, "body")).split() == extracted
    assert all(block.start > len("Home") + len(PARAGRAPHS[0]) for block in document.blocks if block.role == "body")


@pytest.mark.parametrize("furniture", [0, 1, 40])
def test_the_comparison_with_other_extractors_is_left_out_only_where_it_changes_nothing(furniture: int) -> None:
    links = "".join(f"<p><a href='/{n}'>{PARAGRAPHS[n % 3]}</a></p>" for n in range(furniture))
    body = "".join(f"<p>{n} {words}</p>" for n, words in enumerate(PARAGRAPHS * 4))
    beside = "".join(f"<{tag}>{PARAGRAPHS[0]}</{tag}> tail of {tag} " for tag in main_text.THROWN)
    source = (
        f"<html><body><nav>{PARAGRAPHS[1]}</nav><div class='links'>{links}</div><article>{body}<p>{beside}</p></article>"
        f"<script>{'x = 1; ' * 2000}</script></body></html>"
    )
    tree = parse(source).tree
    layout = lay_out(tree, 1_000_000)
    whole = trafilatura.bare_extraction(tree, options=main_text.OPTIONS)
    found = main_text.extracted(tree, layout, parse(source).again)
    assert etree.tostring(found.body) == etree.tostring(whole.body)
    assert found.raw_text == whole.raw_text
    assert main_text.uncontested(whole.body, len(whole.raw_text), len(layout.text)) is (furniture < 40)


def test_a_page_of_other_markup_than_paragraphs_is_compared_with_other_extractors() -> None:
    body = etree.fromstring("<body><list><item>One.</item></list></body>")
    assert not main_text.uncontested(body, 5000, 4)


def test_hints() -> None:
    found = {
        (hint.field, hint.value, hint.origin)
        for hint in read("<!-- saved from url=(0031)https://harbour.example/bridge?x --> " + PAGE).hints
    }
    assert {
        ("title", "Bridge closed", "json-ld"),
        ("author", "Ana Ruiz", "json-ld"),
        ("outlet", "The Harbour Post", "opengraph"),
        ("published", "2021-03-04T08:00:00Z", "opengraph"),
        ("published", "2021-03-04", "time"),
        ("url", "https://harbour.example/bridge", "canonical"),
        ("url", "https://harbour.example/bridge?x", "saved"),
        ("language", "en-GB", "html"),
        ("title", "Bridge closed - The Harbour Post", "title"),
    } <= found


def test_several_posts_are_marked() -> None:
    posts = "".join(f"<article><h2>Post {n}</h2><p>{words}</p></article>" for n, words in enumerate(PARAGRAPHS))
    assert len(of_role(read(f"<html><body>{posts}</body></html>"), "post")) == 3


def test_preformatted_lines_stay_lines() -> None:
    assert read("<html><body><pre>one\ntwo\n\nthree</pre><p>a<br>b</p></body></html>").text == "one\ntwo\n\nthree\n\na\nb"


RUSSIAN = "Вчера вечером городской совет объявил, что мост будет закрыт. Жители района требуют объяснений."


@pytest.mark.parametrize(
    ("declared", "used"),
    [
        ("windows-1251", "windows-1251"),
        ("utf-8", "windows-1251"),
        ("iso-8859-1", "windows-1251"),
        ("windows-1251", "utf-8"),
        ("", "koi8-r"),
        ("nonsense", "utf-8"),
    ],
)
def test_declared_undeclared_and_lying_encodings(declared: str, used: str) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    document = read(f"<html><head>{meta}</head><body><p>{RUSSIAN}</p></body></html>".encode(used))
    assert document.text == RUSSIAN
    honest = declared == used or declared == "nonsense"
    assert bool(document.notes) != honest


def test_mojibake_in_a_page_is_mended_and_said() -> None:
    wrong = "Le café était fermé à l’été".encode().decode("windows-1252")
    document = read(f"<html><body><p>Clean line é</p>\n<p>{wrong}</p></body></html>")
    assert document.text == "Clean line é\n\nLe café était fermé à l’été"
    assert [note.kind for note in document.notes] == ["repair"]


@pytest.mark.parametrize(
    "source",
    [
        "<html><body>" + "<div>x" * 100_000 + "the last words" + "</div>" * 100_000,
        "<html><body>" + "<b>" * 100_000 + "the last words",
        "<html><body>" + "<table><tr><td>" * 100_000 + "the last words",
        "<html><body><p " + " ".join(f'a{n}="1"' for n in range(1_000_000)) + ">the last words</p>",
        "<html><body><p " + " ".join(f"a{n}" for n in range(1_000_000)) + ">the last words</p>",
        "<html><body>" + "<" * 1_000_000 + "<p>the last words</p>",
        "<html><body><img src='data:image/png;base64," + "A" * 12_000_000 + "'><p>the last words</p>",
    ],
    ids=["deep", "deep-inline", "deep-table", "attributes", "bare-attributes", "brackets", "data-uri"],
)
def test_hostile_pages_are_read_in_time(source: str) -> None:
    began = time.process_time()
    document = read(source)
    assert document.text.endswith("the last words")
    assert time.process_time() - began < 20


def test_a_large_page_is_read_or_refused_in_words() -> None:
    source = "<html><body>" + "<p>A paragraph of some words that fill the page. <a href='x'>More</a></p>" * 60_000 + "the last words"
    assert read(source).text.endswith("the last words")


def test_a_page_with_too_much_text_is_refused_in_words() -> None:
    source = "<html><body>" + "<p>A paragraph of some words.</p>" * 50_000 + "</body></html>"
    with pytest.raises(ReadingError, match="more than 100,000 characters"):
        read_bytes(source.encode(), "a.html", (), Limits(text_chars=100_000))


def test_a_page_of_100_mb_is_refused_in_words() -> None:
    source = b"<html><body>" + b"<p>A paragraph of some words that fill the page. <a href='x'>More</a></p>" * 1_400_000
    assert len(source) > 100_000_000
    with pytest.raises(ReadingError, match="more than 20,000,000 characters") as raised:
        read_bytes(source, "a.html", (), Limits())
    assert "Split it" in raised.value.advice


def test_a_page_of_nothing_but_scripts_gives_its_text() -> None:
    source = b"<html><body><p>First words.</p><script>" + b"x=1;" * 4_000_000 + b"</script><p>the last words</p></body></html>"
    assert read(source).text == "First words.\n\nthe last words"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_wide_and_marked_pages(encoding: str) -> None:
    document = read(f'<html><head><meta charset="utf-8"><title>Most</title></head><body><p>{RUSSIAN}</p></body></html>'.encode(encoding))
    assert document.text == RUSSIAN
    assert ("title", "Most") in [(hint.field, hint.value) for hint in document.hints]


@pytest.mark.parametrize("source", ["<html></html>", "<html><body><script>x()</script></body></html>", "<!DOCTYPE html>"])
def test_a_page_without_text_is_refused(source: str) -> None:
    with pytest.raises(ReadingError, match="no text"):
        read(source)


TAGS = st.sampled_from("p div article h1 li ul table tr td pre br script style time a b span noscript svg title body html".split())


@given(
    st.lists(
        st.one_of(st.text(max_size=12), TAGS.map("<{}>".format), TAGS.map("</{}>".format), st.just("<p class='comments' hidden")),
        max_size=40,
    )
)
def test_any_markup_gives_sound_blocks(pieces: list[str]) -> None:
    data = ("<html>" + "".join(pieces)).encode("utf-8", "replace")
    try:
        document = read_bytes(data, "a.html", (), Limits()).documents[0]
    except ReadingError:
        return
    for block in document.blocks:
        assert 0 <= block.start < block.end <= len(document.text)
    assert "\0" not in document.text


@given(st.binary(max_size=300))
def test_any_bytes_after_a_doctype(data: bytes) -> None:
    try:
        read_bytes(b"<!DOCTYPE html><p>" + data, "a.html", (), Limits())
    except ReadingError:
        return


@pytest.mark.parametrize(
    ("markup", "section"),
    [
        ('<span itemprop="articleSection">Harbour</span>', "Harbour"),
        ('<a rel="category tag" href="/h">Harbour</a> <a rel="category tag" href="/h">Harbour</a>', "Harbour"),
        ('<a rel="category tag" href="/h">Harbour</a> <a rel="category tag" href="/i">Ice</a>', None),
        ('<ol itemtype="https://schema.org/BreadcrumbList"><li><a>Home</a></li><li><a>Harbour</a></li></ol>', "Harbour"),
        ('<nav aria-label="Breadcrumb"><a>Home</a> / <a>Harbour</a> / <a>Bridge closed</a></nav>', "Harbour"),
        ('<p id="breadcrumbs"><a>Home</a> » <a>Bridge closed</a></p>', None),
        ("<ul><li><a>Home</a></li><li><a>Harbour</a></li></ul>", None),
    ],
)
def test_the_section_that_the_markup_names_is_a_hint(markup: str, section: str | None) -> None:
    source = PAGE.replace('<p class="byline">', f'{markup}<p class="byline">').replace("Bridge closed - The Harbour Post", "Bridge closed")
    assert [hint.value for hint in read(source).hints if hint.field == "section"] == ([section] if section else [])


def test_the_address_of_a_profile_is_no_author() -> None:
    named = '<meta property="article:author" content="https://people.example/ruiz"><meta name="author" content="Ana Ruiz"></head>'
    assert {hint.value for hint in read(PAGE.replace("</head>", named)).hints if hint.field == "author"} == {"Ana Ruiz"}


def test_the_time_of_saving_is_a_hint() -> None:
    head = "<!--\n Page saved with SingleFile\n url: https://e.example/a\n saved date: Tue May 05 2020 10:15:30 GMT+0200 (CEST)\n-->"
    hints = read(f"<!DOCTYPE html>{head}<html><body><p>The bridge is closed.</p></body></html>").hints
    assert [hint.value for hint in hints if hint.field == "captured"] == ["2020-05-05T10:15:30+02:00"]
