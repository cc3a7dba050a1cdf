"""A fault of the program is logged without a word of the case."""

from __future__ import annotations

import io
import logging

from testimonia.view.web.faults import Nameless


def logged(fault: Exception | None) -> str:
    """What a log with the filter says of a fault, or of none."""
    written = io.StringIO()
    log = logging.getLogger("test.faults")
    handler = logging.StreamHandler(written)
    named = Nameless()
    log.addHandler(handler)
    log.addFilter(named)
    try:
        if fault is None:
            log.warning("nothing is amiss")
        else:
            try:
                raise fault from ValueError("Ana Veller, too")
            except type(fault) as caught:
                log.error("a fault", exc_info=caught)
    finally:
        log.removeHandler(handler)
        log.removeFilter(named)
    return written.getvalue()


def test_the_kind_and_the_place_of_a_fault_are_logged_and_its_message_is_not() -> None:
    said = logged(KeyError("Ana Veller"))
    assert "KeyError" in said
    assert "test_faults.py:" in said
    assert "Veller" not in said


def test_a_plain_record_is_logged_as_it_is() -> None:
    assert logged(None) == "nothing is amiss\n"
