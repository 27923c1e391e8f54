import pytest

from dialogue_desk.desk.trust.waiting_changes import keep_both, take, waiting_changes
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.ui.core.undo import redo, undo, what_can_be_undone
from tests.desk.trust.other_circles import Strangers, opened


def test_undo_and_redo_say_what_they_did(desk, context):
    theme = desk.add(NO_OWNER, Theme("Bus stop"))
    undo(desk, context)
    assert desk.get(theme).body is None
    assert context.toast.sentence().startswith("Undone: ")
    redo(desk, context)
    assert desk.get(theme).body is not None
    assert context.toast.sentence().startswith("Redone: ")


def test_with_nothing_to_undo_nothing_is_said(desk, context):
    undo(desk, context)
    redo(desk, context)
    assert context.toast.sentence() == ""


def test_a_running_session_offers_no_undo_that_would_remove_it(desk, context, session_id):
    assert desk.can_undo() is not None
    assert what_can_be_undone(desk, context.words)[0] == ""
    desk.add(NO_OWNER, Circle("C09"))
    assert what_can_be_undone(desk, context.words)[0]


@pytest.mark.parametrize("answer", [take, keep_both])
def test_an_answer_is_told_apart_from_the_packages_that_were_opened_before(desk, context, tmp_path, answer):
    strangers = Strangers(tmp_path / "given", circles=1)
    opened(desk, *strangers.handed)
    opened(desk, strangers.changing())
    packages = "opening packages"
    assert what_can_be_undone(desk, context.words, in_session=False) == (packages, "")
    answer(desk, waiting_changes(desk)[0].claims)
    changes = "changes of another laptop"
    assert what_can_be_undone(desk, context.words, in_session=False) == (changes, "")
    undo(desk, context)
    assert context.toast.sentence() == f"Undone: {changes}. They wait for your answer again."
    assert what_can_be_undone(desk, context.words, in_session=False) == (packages, changes)
    redo(desk, context)
    assert context.toast.sentence() == f"Redone: {changes}"
    undo(desk, context)
    undo(desk, context)
    assert context.toast.sentence() == f"Undone: {packages}"
    assert what_can_be_undone(desk, context.words, in_session=False) == (packages, packages)


def test_what_could_remove_the_session_that_is_shown_is_undone_on_home_only(desk, context, session_id):
    undo(desk, context, in_session=True)
    assert context.toast.sentence() == "Go to Home to undo: starting a session"
    assert desk.get(session_id).body is not None
    undo(desk, context)
    assert desk.get(session_id).body is None
