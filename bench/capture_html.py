"""Reading HTML: pages a second through this project's reader, beside the bare extractor inside it over the same pages."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Iterator

import trafilatura

from bench.pages import MENU, sentence
from testimonia.base.settings import Limits
from testimonia.capture.reading import read_bytes
from testimonia.clean import clean
from testimonia.divide import divide

TITLE = "reading HTML, beside the bare extractor (trafilatura.extract) over the same pages"
PAGES = int(os.environ.get("BENCH_PAGES", "400"))


def page(chance: random.Random, paragraphs: int = 14, furniture: int = 3) -> bytes:
    """One invented page, some 18 kB unless asked for smaller: menus, an article, teasers, comments, a footer, scripts and styles."""
    menu = "".join(f'<li class="menu-item"><a href="/s/{n}">{word} {n}</a></li>' for n, word in enumerate(MENU.split() * furniture))
    says = [sentence(chance) for _ in range(3 * paragraphs)]
    body = "".join(
        f"<p>{says[n]} <a href='/x'>{says[n + paragraphs]}</a> <em>{says[n + 2 * paragraphs]}</em></p>" for n in range(paragraphs)
    )
    cards = "".join(
        f'<div class="card"><h3><a href="/r/{n}">{sentence(chance)}</a></h3><span>{n + 1} May 2020</span></div>'
        for n in range(2 + 2 * furniture)
    )
    comments = "".join(
        f'<li class="comment"><div class="author">User {n}</div><p>{sentence(chance)}</p></li>' for n in range(2 * furniture)
    )
    title = sentence(chance)
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} - The Example</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="The Example">
<link rel="canonical" href="https://e.example/a">
<style>{".c{color:red}" * 70 * furniture}</style><script>{"var a=1;" * 100 * furniture}</script>
<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{title}","datePublished":"2020-05-01"}}</script></head>
<body><header><a href="/">The Example</a><nav><ul>{menu}</ul></nav></header><main><article><h1>{title}</h1>
<div class="meta">By <span class="byline">Ana Example</span> <time datetime="2020-05-01">1 May 2020</time></div>
<figure><img src="a.jpg"><figcaption>{sentence(chance)}</figcaption></figure>
{body}<blockquote><p>{sentence(chance)}</p></blockquote></article></main>
<aside><h2>Related</h2>{cards}</aside><div id="comments"><ol>{comments}</ol></div>
<footer><ul>{menu}</ul></footer></body></html>""".encode()


def seconds(read: Callable[[bytes], object], pages: list[bytes]) -> float:
    """Processor seconds for all pages."""
    began = time.process_time()
    for one in pages:
        read(one)
    return time.process_time() - began


def whole(data: bytes) -> None:
    """One page through all stages before the extraction."""
    for document in read_bytes(data, "a.html", (), Limits()).documents:
        divide(document, clean(document))


def measure() -> Iterator[dict[str, object]]:
    """Both readers over the same pages, in turns, the best of three rounds."""
    chance = random.Random(7)
    pages = [page(chance) for _ in range(PAGES)]
    readers: dict[str, Callable[[bytes], object]] = {
        "trafilatura.extract": trafilatura.extract,
        "testimonia capture": lambda data: read_bytes(data, "a.html", (), Limits()),
        "capture, clean and divide": whole,
    }
    for read in readers.values():
        seconds(read, pages[:20])
    best = dict.fromkeys(readers, float("inf"))
    for _ in range(3):
        for name, read in readers.items():
            best[name] = min(best[name], seconds(read, pages))
    bare = best["trafilatura.extract"]
    for name, took in best.items():
        yield {"reader": name, "pages": PAGES, "pages/s": PAGES / took, "of the bare extractor": f"{100 * bare / took:.0f}%"}
