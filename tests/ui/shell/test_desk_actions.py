import pytest
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.ui.erasing.erase_sheet import EraseSheet
from dialogue_desk.ui.shell.desk_actions import DeskActions
from tests.ui.seen import button_saying


@pytest.fixture
def actions(desk, shelf, context, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return DeskActions(desk, shelf, context, window)


def test_a_removed_sample_can_be_brought_back(actions, desk, context, folders):
    changes = []
    actions.sample_changed.connect(lambda: changes.append(len(folders.programs())))
    actions.import_sample()
    actions.remove_sample()
    button_saying(context.toast, "Bring it back").click()
    assert changes[0] == changes[2] > changes[1]


def test_a_sample_in_which_somebody_wrote_goes_only_when_they_say_so(actions, desk, folders, ask):
    actions.import_sample()
    session = folders.entries()[0].id
    line = desk.add(session, Note(NoteKind.CONCERN, "tried this tonight"))
    ask.answer = None
    actions.remove_sample()
    (question,) = ask.questions
    assert "does not come back" in question.sentence and desk.get(line) is not None
    ask.answer = "delete"
    actions.remove_sample()
    assert desk.get(line) is None and not folders.programs()


def test_removing_a_sample_that_is_not_there_says_nothing(actions, context):
    actions.remove_sample()
    assert context.toast.sentence() == ""


def test_nothing_is_erased_before_a_person_confirms_it(actions, desk, session_id):
    actions.erase(session_id)
    (sheet,) = actions.parent().findChildren(EraseSheet)
    assert desk.get(session_id).body is not None
    sheet.reject()
