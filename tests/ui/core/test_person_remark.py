"""A remark beside what everyone will read."""

import pytest

from dialogue_desk.ui.core.person_remark import PersonRemark


@pytest.fixture
def remark(context, qtbot):
    made = PersonRemark(context)
    qtbot.addWidget(made)
    return made


def test_a_name_is_remarked_and_an_office_is_not(remark, context, qtbot):
    remark.look_at("Chief John Smith")
    qtbot.waitUntil(lambda: "“Chief John Smith” may point to a person" in remark.text())
    assert not remark.isHidden()
    remark.look_at("Police department")
    qtbot.waitUntil(lambda: remark.isHidden() and not context.worker.busy())


def test_what_was_typed_while_it_looked_is_looked_at_too(remark, context, qtbot):
    remark.look_at("Police")
    remark.look_at("Police", "Maria Gomez of Oak Street")
    qtbot.waitUntil(lambda: "Maria Gomez" in remark.text())


def test_nothing_is_said_of_nothing(remark, context):
    remark.look_at("", " ")
    assert remark.isHidden() and not context.worker.busy()
