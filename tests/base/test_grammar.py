"""What the packs say of the grammar of their languages."""

from __future__ import annotations

import pytest

import testimonia.base.grammar
from testimonia.base.grammar import Grammar, grammar
from testimonia.base.languages import having


@pytest.mark.parametrize("language", having("grammar"))
def test_every_pack_states_some_facts_that_exist(language: str) -> None:
    assert grammar(language) != Grammar()
    assert grammar(language).adjective in ("before", "behind", "")


def test_a_language_without_the_table_has_no_such_fact() -> None:
    assert grammar("zxx") == grammar(None) == Grammar()


def test_standards_of_one_language_share_their_grammar() -> None:
    assert grammar("hr-BA") == grammar("sr")
    assert grammar("nn").body_behind


def test_a_fact_that_does_not_exist_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(testimonia.base.grammar, "table", lambda language, topic: {"verb_frist": True})
    with pytest.raises(TypeError, match="verb_frist"):
        grammar.__wrapped__("xx")
