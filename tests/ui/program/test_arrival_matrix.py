from PySide6.QtCore import Qt

from tests.ui.program.shown import spoken


def test_the_matrix_says_of_each_session_what_is_here_and_what_is_missing(filled):
    said = spoken(filled.overview.matrix)
    assert "C01. Eastside Library · English" in said
    assert "C01, session 2: 9 people. 3 notes, 1 action idea" in said
    assert "C04, session 2: Not here yet" in said
    assert "C05, session 2: 13 people. 2 notes, 1 action idea. Not wrapped up yet" in said
    assert "C02, session 1: 10 people. 4 notes. 1 version to choose" in said


def test_enter_on_a_session_opens_it_and_on_a_gap_does_nothing(filled, folders, program, qtbot):
    matrix = filled.overview.matrix
    assert matrix.hasFocus()
    with qtbot.waitSignal(filled.session_wanted) as told:
        qtbot.keyClick(matrix, Qt.Key.Key_Right)
        qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert told.args == [folders.picture(program).rows[0].sessions[1].session_id]
    for _ in range(3):
        qtbot.keyClick(matrix, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(filled.session_wanted):
        qtbot.keyClick(matrix, Qt.Key.Key_Return)
