from PySide6.QtCore import Qt

from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.ui.program.differences import DifferencesTab
from tests.ui.program.shown import seen, texts, titles


def test_enter_on_a_note_opens_the_session_in_which_it_was_said(filled, desk, qtbot):
    filled.open_section(filled.sections.differences)
    notes = filled.sections.differences._notes.list
    notes.setFocus()
    with qtbot.waitSignal(filled.session_wanted) as told:
        qtbot.keyClick(notes, Qt.Key.Key_Return)
    assert told.args == [desk.get(notes.rows()[0].id).owner]


def test_one_voice_common_ground_and_open_questions_have_headings_of_their_own(filled, qtbot):
    filled.open_section(filled.sections.differences)
    tab = filled.sections.differences
    assert titles(tab._bars) == ["Where people differ", "One voice", "Common ground", "Open questions"]
    tab._bars.setFocus()
    qtbot.keyClick(tab._bars, Qt.Key.Key_Down)
    assert "Speaking up here could cost me my lease." in texts(tab._notes)
    qtbot.keyClick(tab._bars, Qt.Key.Key_End)
    assert "¿Quién paga a los intérpretes y por qué solo los martes?" in texts(tab._notes)


def test_before_anything_has_arrived_the_tab_says_what_it_is_for(context, desk, folders, qtbot):
    tab = DifferencesTab(context)
    qtbot.addWidget(tab)
    tab.show()
    program = desk.add(NO_OWNER, Program("Bridges", "", 2))
    desk.add(NO_OWNER, Circle("C01", "Library", program))
    tab.show_picture(folders.picture(program))
    assert "Nothing to compare yet" in seen(tab) and titles(tab._bars) == []
