"""What was looked up lately: fetched together, and what a page asks for stays while it asks."""

from testimonia.view.pages.memory import Lately


def test_what_is_asked_for_together_is_fetched_once_and_not_pushed_out_by_its_own_kind():
    calls = []

    def fetch(keys):
        calls.append(tuple(keys))
        return {key: key.upper() for key in keys}

    lately = Lately(fetch, 8)
    lately.ahead("abcd")  # these are the oldest ...
    lately.ahead("efgh")
    lately.ahead("abxy")  # ... and a page asks for two of them, and for two more
    calls.clear()
    assert [lately(key) for key in "abxy"] == ["A", "B", "X", "Y"]
    assert calls == []


def test_what_there_is_not_is_none():
    assert Lately(lambda keys: {}, 8)("a") is None


def test_what_is_held_already_is_given_as_well():
    """Between a look and the fetching, another thread may have fetched the same."""
    lately = Lately(lambda keys: {key: key.upper() for key in keys}, 8)
    lately.ahead("a")
    assert lately.ahead("ab") == {"a": "A", "b": "B"}
