"""The collector works as before once a build is done, however it ended; what is no longer held is given back."""

from __future__ import annotations

import gc
import weakref

import pytest

from testimonia.base import collecting
from testimonia.base.collecting import THRESHOLDS, give_back, seldom_collecting


def test_the_thresholds_are_put_back() -> None:
    before = gc.get_threshold()
    with pytest.raises(KeyError), seldom_collecting():
        assert gc.get_threshold() == THRESHOLDS
        raise KeyError
    assert gc.get_threshold() == before


class Ring:
    def __init__(self) -> None:
        self.itself = self


@pytest.mark.parametrize("error", [None, OSError, AttributeError])
def test_what_only_holds_itself_is_gone_whatever_c_library_there_is(error: type[Exception] | None, monkeypatch: pytest.MonkeyPatch) -> None:
    if error is not None:

        def lacking(name: None) -> None:
            raise error

        monkeypatch.setattr(collecting.ctypes, "CDLL", lacking)
    held = weakref.ref(Ring())
    give_back()
    assert held() is None
