"""Deciding: the requests that change something. A decision is kept when the answer is sent."""

from __future__ import annotations

from urllib.parse import quote, unquote, urlsplit, urlunsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response

from testimonia.base.codec import dump
from testimonia.base.decisions import DECISION_TABLES, Decision
from testimonia.base.errors import UsageError
from testimonia.store.decisions import as_lines, from_lines
from testimonia.view.pages.rulings import in_words
from testimonia.view.pages.wording import LANGUAGES
from testimonia.view.web.desk import Desk

ANALYST = "testimonia_analyst"
LANGUAGE = "testimonia_language"
LONGEST = 10_000
TARGETS = 50
PAIRED = frozenset(("same", "different"))  # said of two names or two articles; one line, question or name may be left open
UPLOAD = 50_000_000


def desk_of(request: Request) -> Desk:
    """The desk of this server."""
    desk = request.app.state.desk
    if not isinstance(desk, Desk):
        raise TypeError("the application has no desk")
    return desk


def analyst_of(request: Request) -> str:
    """The name that the analyst signs with; empty until one is chosen."""
    return unquote(request.cookies.get(ANALYST, ""))[:200]


def wants_json(request: Request) -> bool:
    """Whether the request asks for JSON, as the workbench's own scripts do."""
    return "application/json" in request.headers.get("accept", "")


def back(request: Request, form: FormData) -> str:
    """Where to go after it: where the form says or else the page that it stands on; a page of this server, never anywhere else."""
    came_from = urlsplit(request.headers.get("referer", ""))
    own = came_from.netloc == request.headers.get("host", "") and came_from.path
    place = one(form, "next", 4000) or (urlunsplit(("", "", came_from.path, came_from.query, "")) if own else "")
    return place if place.startswith("/") and not place.startswith(("//", "/\\")) and "\n" not in place and "\r" not in place else "/"


def one(form: FormData, name: str, longest: int = LONGEST) -> str:
    """One field of a form as text.

    Raises `UsageError` when it is longer than any such field may be.
    """
    value = form.get(name, "")
    text = value if isinstance(value, str) else ""
    if len(text) > longest:
        raise UsageError(f"The field {name} is too long: {len(text)} characters.", f"At most {longest} are kept.")
    return text


def read_form(form: FormData) -> tuple[str, str, list[str], str, str]:
    """Kind, table, targets, value and note of a decision.

    Raises `UsageError` when the form does not hold a decision.
    """
    targets = [value for value in form.getlist("target") if isinstance(value, str)]
    table = one(form, "table")
    if table not in DECISION_TABLES or not 1 <= len(targets) <= TARGETS or any(not target or len(target) > LONGEST for target in targets):
        raise UsageError("This is not a decision that the workbench knows.", "Go back to the page and choose again.")
    kind = one(form, "kind")
    if kind in PAIRED and len(set(targets)) < 2:
        raise UsageError("Whether two are the same can be ruled of two only.", "Choose the second name, or the second article, too.")
    return kind, table, targets, one(form, "value"), one(form, "note")


async def decide(request: Request) -> Response:
    """Make a decision on what a page shows."""
    form = await request.form()
    kind, table, targets, value, note = read_form(form)
    desk = desk_of(request)
    kept = await run_in_threadpool(desk.front.targets, kind, targets)
    value = await run_in_threadpool(desk.front.named, value) if kind in ("relabel", "rebound") else value
    made = await run_in_threadpool(desk.case.decide, kind, table, kept, value=value, note=note, analyst=analyst_of(request))
    return answered(request, form, made)


async def retire(request: Request) -> Response:
    """Take back a decision, or the latest one that stands."""
    form = await request.form()
    desk = desk_of(request)
    rulings = await run_in_threadpool(desk.rulings)
    wanted = one(form, "id")
    found = next((d for d in rulings.standing if d.id == wanted), None) if wanted else rulings.latest(analyst_of(request))
    if found is None:
        raise UsageError("There is no standing decision of yours to take back.", "It may have been taken back in another window.")
    kept = await run_in_threadpool(desk.front.kept, found)
    made = await run_in_threadpool(desk.case.retire, kept, analyst=analyst_of(request))
    return answered(request, form, made)


def answered(request: Request, form: FormData, made: Decision) -> Response:
    """The answer to a decision: the decision itself for a script, the page that it came from for a form."""
    if wants_json(request):
        made = desk_of(request).front.seen(made)
        words = "taken back" if made.retires else in_words(made)
        return JSONResponse({"decision": dump(made), "words": words})
    return RedirectResponse(back(request, form), status_code=303)


async def sign(request: Request) -> Response:
    """Choose the name that decisions are signed with."""
    form = await request.form()
    answer = RedirectResponse(back(request, form), status_code=303)
    name = " ".join(one(form, "analyst", 200).split())
    answer.set_cookie(ANALYST, quote(name, safe=""), httponly=True, samesite="strict", path="/", max_age=365 * 86400)
    return answer


def language_of(request: Request) -> str:
    """The language of the pages that the analyst chose; English until one is."""
    chosen = request.cookies.get(LANGUAGE, "")
    return chosen if chosen in LANGUAGES else "en"


async def choose_language(request: Request) -> Response:
    """Choose the language of the pages."""
    form = await request.form()
    chosen = one(form, "language", 20)
    if chosen not in LANGUAGES:
        raise UsageError(f"The pages cannot be shown in {chosen!r}.", f"They can in: {', '.join(LANGUAGES)}.")
    answer = RedirectResponse(back(request, form), status_code=303)
    answer.set_cookie(LANGUAGE, chosen, httponly=True, samesite="strict", path="/", max_age=365 * 86400)
    return answer


def history(request: Request) -> Response:
    """The whole history as JSON Lines, to keep or to hand on."""
    lines = "".join(as_lines(desk_of(request).front.to_hand_on()))
    name = {"content-disposition": 'attachment; filename="decisions.jsonl"'}
    return PlainTextResponse(lines, media_type="application/x-ndjson", headers=name)


async def take_in(request: Request) -> Response:
    """Take in a history that was exported elsewhere: all of it or nothing."""
    form = await request.form(max_files=1)
    file = form.get("file")
    if not isinstance(file, UploadFile):
        raise UsageError("No file was chosen.", "Choose a file that was exported from the page Decisions.")
    raw = await file.read(UPLOAD + 1)
    if len(raw) > UPLOAD:
        raise UsageError("The file is too large to be a history of decisions.", "Choose a file that was exported from the page Decisions.")
    found = from_lines(raw.decode("utf-8", "replace").splitlines())
    await run_in_threadpool(desk_of(request).case.take_all, found)
    return RedirectResponse("/decisions", status_code=303)


async def relink(request: Request) -> Response:
    """Begin a link run, so that decisions on names and texts come to bear on the whole case."""
    form = await request.form()
    await run_in_threadpool(desk_of(request).start_linking)
    return RedirectResponse(back(request, form), status_code=303)


async def make_sense(request: Request) -> Response:
    """Begin to turn the paragraphs into vectors, so that they can be searched by meaning."""
    form = await request.form()
    await run_in_threadpool(desk_of(request).sense.start)
    return RedirectResponse(back(request, form), status_code=303)


def sensing(request: Request) -> Response:
    """Where that stands."""
    return JSONResponse(dump(desk_of(request).sense.state()))


def linking(request: Request) -> Response:
    """Where the link run stands."""
    return JSONResponse(dump(desk_of(request).linking))
