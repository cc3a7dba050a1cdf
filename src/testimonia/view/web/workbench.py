"""The workbench: the pages, their JSON twins, the decisions, and the server that shows them on this machine only."""

from __future__ import annotations

import json
import logging
import socket
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import uvicorn
from jinja2 import Environment
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from testimonia.base.codec import dump
from testimonia.base.documents import SEGMENT_KINDS
from testimonia.base.errors import TestimoniaError, UsageError
from testimonia.base.extractions import STANCES
from testimonia.store import Case
from testimonia.view.pages.network import KINDS
from testimonia.view.pages.templating import environment
from testimonia.view.pages.wording import LANGUAGES
from testimonia.view.web import deciding, openapi
from testimonia.view.web.asked import Asked
from testimonia.view.web.desk import Desk, Relink
from testimonia.view.web.faults import Nameless
from testimonia.view.web.forms import forms_of_line
from testimonia.view.web.guard import Guard, Keys
from testimonia.view.web.links import Addresses
from testimonia.view.web.pages import PAGES, MissingError, Page
from testimonia.view.web.sense import Encoder

OWN = "testimonia.view.web.static"
STATIC = {
    "look.css": ("testimonia.view.pages", "text/css"),
    "workbench.css": (OWN, "text/css"),
    "workbench.js": (OWN, "text/javascript"),
    "reading.js": (OWN, "text/javascript"),
    "icon.svg": (OWN, "image/svg+xml"),
}
SHARED: dict[str, Any] = {
    "menu": [page for page in PAGES if page.menu],
    "segment_kinds": SEGMENT_KINDS,
    "network_kinds": KINDS,
    "languages": LANGUAGES,
}


def templates(language: str) -> Environment:
    """The workbench's templates in a language."""
    made = environment("testimonia.view.web", language)
    made.globals |= {**SHARED, "stances": STANCES, "forms_of_line": forms_of_line(made)}
    return made


TEMPLATES = {code: templates(code) for code in LANGUAGES}


class Workbench(Guard):
    """The guarded application with its desk."""

    def __init__(self, app: ASGIApp, keys: Keys, desk: Desk) -> None:
        super().__init__(app, keys)
        self.desk = desk


FIRST = ("layout.html", "pieces.html", "acts.html", "overview.html", "article.html")  # compiled before the first page is asked for


def workbench(case: Case, keys: Keys, relink: Relink | None = None, encoder: Encoder | None = None) -> Workbench:
    """The application over one open case, behind its guard."""
    routes = [route for page in PAGES for route in both(page)]
    routes += [
        Route("/decide", deciding.decide, methods=["POST"]),
        Route("/retire", deciding.retire, methods=["POST"]),
        Route("/sign", deciding.sign, methods=["POST"]),
        Route("/language", deciding.choose_language, methods=["POST"]),
        Route("/relink", deciding.relink, methods=["POST"]),
        Route("/linking.json", deciding.linking),
        Route("/meaning", deciding.make_sense, methods=["POST"]),
        Route("/meaning.json", deciding.sensing),
        Route("/decisions.jsonl", deciding.history),
        Route("/decisions/import", deciding.take_in, methods=["POST"]),
        Route("/leave", leave),
        Route("/raw/{id}", raw),
        Route("/openapi.json", described),
        Route("/static/{name}", static),
    ]
    handlers: dict[Any, Any] = {TestimoniaError: in_words, HTTPException: no_page}
    app = Starlette(routes=routes, exception_handlers=handlers)
    app.state.desk = Desk(case, relink, encoder)
    return Workbench(app, keys, app.state.desk)


def both(page: Page) -> list[Route]:
    """A page's own route and that of its JSON twin; the twin comes first, for an id may hold anything."""
    return [Route(openapi.twin(page), as_json(page), name=f"{page.name}.json"), Route(page.path, as_page(page), name=page.name)]


def model(page: Page, request: Request) -> Any:
    """What the page shows."""
    desk = deciding.desk_of(request)
    return page.build(desk.shelf(), desk.rulings(), Asked.of(request))


def as_json(page: Page) -> Callable[[Request], Response]:
    """The JSON twin."""

    def answer(request: Request) -> Response:
        body = json.dumps(dump(model(page, request)), ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")
        return Response(body, media_type="application/json")

    return answer


def as_page(page: Page) -> Callable[[Request], Response]:
    """The page."""

    def answer(request: Request) -> Response:
        return shown(request, page.template, page.title, page=model(page, request), here=page.name)

    return answer


def shown(request: Request, template: str, title: str, status: int = 200, **values: Any) -> Response:
    """A template as an answer."""
    desk = deciding.desk_of(request)
    query = {name: value for name, value in request.query_params.items() if name != "token"}
    path = request.url.path
    links = Addresses()
    html = (
        TEMPLATES[deciding.language_of(request)]
        .get_template(template)
        .render(
            title=title,
            case_name=desk.name(),
            path=path,
            query=query,
            this=links.with_query(path, query),
            analyst=deciding.analyst_of(request),
            linking=desk.linking,
            can_link=desk.relink is not None,
            sensing=desk.sense.state,
            links=links,
            **{"here": "", **values},
        )
    )
    return HTMLResponse(html.encode("utf-8", "replace"), status_code=status)


async def in_words(request: Request, error: TestimoniaError) -> Response:
    """An error of the program's own, said in words."""
    status = 404 if isinstance(error, MissingError) else 400 if isinstance(error, UsageError) else 409
    if deciding.wants_json(request) or request.url.path.endswith(".json"):
        return JSONResponse({"error": error.message, "advice": error.advice}, status_code=status)
    return await run_in_threadpool(shown, request, "problem.html", "This did not work", status, message=error.message, advice=error.advice)


async def no_page(request: Request, error: HTTPException) -> Response:
    """An address that leads nowhere."""
    if error.status_code != 404:
        return PlainTextResponse(f"{error.detail}\n", status_code=error.status_code)
    message, advice = "There is no page at this address.", "Choose a page from the menu."
    return await run_in_threadpool(shown, request, "problem.html", "No such page", 404, message=message, advice=advice)


def leave(request: Request) -> Response:
    """Ask before a link leads out of the workbench, and show where it goes."""
    address = request.query_params.get("to", "")[:4000]
    outside = address if address.startswith(("http://", "https://")) else ""
    return shown(request, "leave.html", "This leads out of the workbench", address=address, outside=outside)


def raw(request: Request) -> Response:
    """The document's text as it is kept, as plain text and nothing else."""
    text = deciding.desk_of(request).front.case.text(str(request.path_params["id"]))
    return PlainTextResponse(text.encode("utf-8", "replace"))


def described(_request: Request) -> Response:
    """The JSON twins, described."""
    return JSONResponse(openapi.description())


def static(request: Request) -> Response:
    """A style or a script of the workbench's own."""
    name = str(request.path_params["name"])
    if name not in STATIC:
        raise HTTPException(404)
    package, kind = STATIC[name]
    return Response((files(package) / name).read_bytes(), media_type=kind)


def serve(case: Case, *, port: int = 0, relink: Relink | None = None, encoder: Encoder | None = None, ready: Callable[[str], None]) -> None:
    """Serve the case on the loopback address until the process is ended; `ready` is told the address to open.

    Port 0 takes any free one. Raises `UsageError` when the port is taken.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as bound:
        try:
            bound.bind(("127.0.0.1", port))
        except OSError as error:
            raise UsageError(f"Port {port} cannot be used: {error.strerror}.", "Choose another with --port.") from error
        bound.listen(128)  # before the address is told: whoever opens it at once waits instead of being refused
        keys = Keys.of(bound.getsockname()[1])
        guarded = workbench(case, keys, relink, encoder)
        for name in FIRST:
            TEMPLATES["en"].get_template(name)
        guarded.desk.warm()
        config = uvicorn.Config(guarded, log_level="warning", access_log=False, server_header=False, lifespan="off")
        logging.getLogger("uvicorn.error").addFilter(Nameless())
        ready(f"http://127.0.0.1:{bound.getsockname()[1]}/?token={keys.token}")
        uvicorn.Server(config).run(sockets=[bound])
