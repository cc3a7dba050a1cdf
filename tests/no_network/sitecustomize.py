"""Loaded by every Python process that has this folder on PYTHONPATH: no word leaves the machine, and every try is written down.

`NO_NETWORK_LOG` names a folder; each process leaves a file there that says that it was guarded, and what it tried.
"""

import os
import socket
from pathlib import Path

LOG = Path(os.environ["NO_NETWORK_LOG"]) / f"{os.getpid()}.log"
LOG.write_text("guarded\n", encoding="utf-8")


def refuse(kind: str, what: object) -> None:
    """Write down what was tried, and refuse it."""
    with LOG.open("a", encoding="utf-8") as log:
        log.write(f"tried {kind} {what!r}\n")
    raise OSError(f"the network is shut: {kind} {what!r}")


def local(address: object) -> bool:
    """Whether an address stays on this machine."""
    return isinstance(address, str | bytes) or (isinstance(address, tuple) and str(address[0]) in {"127.0.0.1", "::1", "localhost"})


def guard(name: str) -> None:
    """Refuse a method of sockets for addresses elsewhere."""
    real = getattr(socket.socket, name)

    def guarded(self: socket.socket, *args: object) -> object:
        address = args[-1]
        if self.family != getattr(socket, "AF_UNIX", None) and not local(address):
            refuse(name, address)
        return real(self, *args)

    setattr(socket.socket, name, guarded)


for method in ("connect", "connect_ex", "sendto"):
    guard(method)
real_lookup = socket.getaddrinfo


def lookup(host: object, *args: object, **kwargs: object) -> object:
    """Refuse to look up any name but this machine's own."""
    if host not in {None, "localhost", "127.0.0.1", "::1"}:
        refuse("getaddrinfo", host)
    return real_lookup(host, *args, **kwargs)  # type: ignore[arg-type]


socket.getaddrinfo = lookup  # type: ignore[assignment]
