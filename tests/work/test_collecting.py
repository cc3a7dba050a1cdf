"""The collector works as before once a build is done, however it ended."""

from __future__ import annotations

import gc

import pytest

from testimonia.work.collecting import THRESHOLDS, seldom_collecting


def test_the_thresholds_are_put_back() -> None:
    before = gc.get_threshold()
    with pytest.raises(KeyError), seldom_collecting():
        assert gc.get_threshold() == THRESHOLDS
        raise KeyError
    assert gc.get_threshold() == before
