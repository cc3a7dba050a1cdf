"""The flow is one table, and its order can be trusted."""

from __future__ import annotations

import pytest

from testimonia.base.errors import TestimoniaError
from testimonia.link import LINKERS
from testimonia.store import schema
from testimonia.work import flow


def test_every_need_is_given_before():
    flow.verify()


def test_a_flow_in_the_wrong_order_is_refused():
    with pytest.raises(TestimoniaError, match="needs"):
        flow.verify(tuple(reversed(flow.FLOW)))


def test_every_linker_is_a_stage_and_every_given_table_exists():
    assert [stage.name for stage in flow.of_scope("case")] == list(LINKERS)
    given = {table for stage in flow.FLOW for table in stage.gives} - {"documents"}
    assert given <= set(schema.TABLES)
    assert set(schema.LINKED) == {table for stage in flow.of_scope("case") for table in stage.gives}


@pytest.mark.parametrize("change", ["version", "settings", "input"])
def test_a_resume_key_changes_with_all_that_matters(change):
    one = flow.stage("clean")
    other = flow.Stage(one.name, one.scope, one.needs, one.gives, one.version + (change == "version"), one.does)
    before = flow.resume_key((one,), {"a": 1}, "bytes")
    assert before == flow.resume_key((one,), {"a": 1}, "bytes")
    assert before != flow.resume_key((other,), {"a": 1 + (change == "settings")}, "bytes" + "!" * (change == "input"))


def test_stages_that_need_nothing_of_one_another_run_side_by_side():
    waves = [[stage.name for stage in wave] for wave in flow.waves(flow.of_scope("case"))]
    assert waves == [["entities", "reuse"], ["disagree", "namings"]]
    assert [name for wave in waves for name in wave] == [stage.name for stage in flow.of_scope("case")]
