"""What the server's log says of a fault of the program: its kind and the lines that it went through, and no word of the case."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path


class Nameless(logging.Filter):
    """Leaves the messages of exceptions out of the log: they may quote a text, and a text may name somebody protected."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep the record; of its exception only the kind and the places."""
        if record.exc_info and record.exc_info[0] is not None:
            kind, _, trace = record.exc_info
            places = (f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(trace))
            record.exc_text = "\n".join((*places, f"{kind.__name__} (its message is left out: it may name somebody)"))
            record.exc_info = None
        return True
