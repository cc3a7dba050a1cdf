"""The guard: only this machine, only the one who started the server, only requests that the workbench's own pages make.

A page of a source, or any page open in the same browser, must not be able to read a case or to decide in it. So: the Host must be
a loopback name with the server's port (against DNS rebinding), the browser must not say that the request comes from another site,
a request that changes something must carry the server's own Origin, and every request must carry the session's cookie. The cookie
is given in exchange for the random token that is printed when the server starts.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, urlencode

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "testimonia"
SAFE = {"GET", "HEAD"}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # nothing leaves; with none at all a browser would send a form of ours as from nowhere
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}


@dataclass(frozen=True, slots=True)
class Keys:
    """What lets a browser in: the names the server answers to, the token of the first opening, the value of the cookie."""

    hosts: frozenset[str]
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    session: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    @classmethod
    def of(cls, port: int) -> Keys:
        """Fresh keys for a server on this port of the loopback address."""
        return cls(frozenset({f"127.0.0.1:{port}", f"localhost:{port}", f"[::1]:{port}"}))


class Guard:
    """Lets a request through to the pages, or says in words why not; puts the safety headers on every answer."""

    def __init__(self, app: ASGIApp, keys: Keys) -> None:
        self.app = app
        self.keys = keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        refused = refusal(self.keys, scope)
        await (refused or self.app)(scope, receive, with_headers(send))


def with_headers(send: Send) -> Send:
    """The same sender, with the safety headers on every answer."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            held = {name for name, _ in message.get("headers", [])}
            extra = [(name.encode(), value.encode()) for name, value in HEADERS.items() if name.encode() not in held]
            message = {**message, "headers": [*message.get("headers", []), *extra]}
        await send(message)

    return sending


def refusal(keys: Keys, scope: Scope) -> Response | None:
    """The answer to a request that is not let in; none when it is."""
    headers = Headers(scope=scope)
    if headers.get("host", "") not in keys.hosts:
        return no("This server answers only to its own address on this machine.")
    token = opening_token(keys, scope)
    if token is not None:
        return token
    if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return no("A page from elsewhere asked for this. Open it from the workbench itself.")
    if scope["method"] not in SAFE and not own_origin(keys, headers):
        return no("A page from elsewhere tried to change something in the case. Nothing was changed.")
    if not hmac.compare_digest(cookie(headers).encode("utf-8", "replace"), keys.session.encode()):
        return no("Open the workbench with the whole address that `testimonia serve` printed; it holds the key.", 401)
    return None


def opening_token(keys: Keys, scope: Scope) -> Response | None:
    """The answer to a first opening with the token: the cookie, and the same page without the token."""
    asked = parse_qs(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True)
    given = asked.pop("token", [""])[0]
    if scope["method"] != "GET" or not given or not hmac.compare_digest(given.encode("utf-8", "replace"), keys.token.encode()):
        return None
    rest = urlencode(asked, doseq=True)
    place = "/" + scope["path"].lstrip("/\\") + (f"?{rest}" if rest else "")
    answer = RedirectResponse(place, status_code=303)
    answer.set_cookie(COOKIE, keys.session, httponly=True, samesite="strict", path="/")
    return answer


def own_origin(keys: Keys, headers: Headers) -> bool:
    """Whether a request that changes something comes from the workbench's own pages."""
    origin = headers.get("origin", "")
    return origin.startswith("http://") and origin[len("http://") :] in keys.hosts and origin[len("http://") :] == headers.get("host", "")


def cookie(headers: Headers) -> str:
    """The session's cookie, as far as there is one."""
    jar: SimpleCookie = SimpleCookie()
    try:
        jar.load(headers.get("cookie", ""))
    except CookieError:
        return ""
    return jar[COOKIE].value if COOKIE in jar else ""


def no(words: str, status: int = 403) -> Response:
    """A refusal in words."""
    return PlainTextResponse(words + "\n", status_code=status)
