import pytest
from PySide6.QtCore import Qt

from dialogue_desk.domain.overview.arrivals import Sign, arrivals_of, those_with
from dialogue_desk.ui.program.arrival_matrix import Matrix
from dialogue_desk.words import Words
from tests.domain.arrived import came, pictured
from tests.ui.program.shown import spoken

SEASON = pictured(*[(came(), came(), came(), None)] * 47, (came(12), came(9), came(7), None))


@pytest.fixture
def season(theme, qtbot):
    """The matrix of 48 circles and four sessions, with room for two blocks."""
    matrix = Matrix(theme, Words())
    qtbot.addWidget(matrix)
    matrix.resize(970, 560)
    matrix.show()
    matrix.show_arrivals(SEASON.columns, arrivals_of(SEASON), dense=True)
    matrix.setFocus()
    return matrix


def here(matrix):
    return matrix.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_matrix_says_of_each_session_what_is_here_and_what_is_missing(filled):
    said = spoken(filled.sections.overview.matrix)
    assert "C01. Eastside Library · English" in said
    assert "C01, session 2: 9 people. 3 notes, 1 action idea" in said
    assert "C04, session 2: Not here yet" in said
    assert "C05, session 2: 13 people. 2 notes, 1 action idea. Not wrapped up yet" in said
    assert "C02, session 1: 10 people. 4 notes. 1 version to choose" in said


def test_enter_on_a_session_opens_it_and_on_a_gap_does_nothing(filled, folders, program, qtbot):
    matrix = filled.sections.overview.matrix
    assert matrix.hasFocus()
    with qtbot.waitSignal(filled.session_wanted) as told:
        qtbot.keyClick(matrix, Qt.Key.Key_Right)
        qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert told.args == [folders.picture(program).rows[0].sessions[1].session_id]
    for _ in range(3):
        qtbot.keyClick(matrix, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(filled.session_wanted):
        qtbot.keyClick(matrix, Qt.Key.Key_Return)


def test_many_circles_are_set_in_two_blocks_and_in_one_where_it_is_narrow(season):
    model = season.model()
    assert (model.rowCount(), model.columnCount()) == (24, 10)
    season.resize(500, 560)
    assert (model.rowCount(), model.columnCount()) == (48, 5)
    assert len(spoken(season) - {None}) == 48 * 5


def test_a_line_is_24_pixels_high_or_22_where_all_are_then_in_sight(season):
    season.set_room(700, by_itself=False)
    assert season.rowHeight(0) == 24
    season.set_room(24 * 22 + 30, by_itself=False)
    assert season.rowHeight(0) == 22
    season.set_room(400, by_itself=False)
    assert season.rowHeight(0) == 24


def test_the_arrows_go_through_the_circles_in_both_directions_and_on_into_the_second_block(season, qtbot):
    assert here(season) == "C1, session 1: 10 people. 3 notes"
    qtbot.keyClick(season, Qt.Key.Key_Down)
    assert here(season) == "C2, session 1: 10 people. 3 notes"
    for _ in range(5):
        qtbot.keyClick(season, Qt.Key.Key_Right)
    assert here(season) == "C26, session 1: 10 people. 3 notes"


def test_the_keys_stay_on_their_session_when_there_is_less_room_and_when_fewer_circles_are_shown(season):
    model = season.model()
    season.setCurrentIndex(model.index(23, 8))
    assert here(season) == "C48, session 3: 7 people. 3 notes. Fewer people: 12, 9, 7"
    season.resize(500, 560)
    assert here(season).startswith("C48, session 3")
    season.show_arrivals(SEASON.columns, those_with(Sign.FEWER, arrivals_of(SEASON)), dense=True)
    assert here(season).startswith("C48, session 3") and model.rowCount() == 1


def test_a_line_says_all_of_its_session_to_a_reader_and_under_the_pointer(season):
    picture = pictured(*[(came(),)] * 9, (None,), place="<b>Hall</b> & bar")
    season.show_arrivals(picture.columns, arrivals_of(picture), dense=True)
    assert "C10, session 1: Not here yet; most others are" in spoken(season)
    tip = season.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "<span>C1. &lt;b&gt;Hall&lt;/b&gt; &amp; bar</span>"


def test_the_heads_of_lines_are_numbers_that_a_reader_hears_as_sessions(season):
    heads, across = season.model(), Qt.Orientation.Horizontal
    assert [heads.headerData(place, across) for place in range(5)] == ["Circle", "1", "2", "3", "4"]
    assert heads.headerData(6, across, Qt.ItemDataRole.AccessibleTextRole) == "Session 1"


def test_an_odd_number_of_circles_leaves_one_place_empty(season):
    picture = pictured(*[(came(),)] * 21)
    season.show_arrivals(picture.columns, arrivals_of(picture), dense=True)
    model = season.model()
    assert model.index(10, 2).data() is None and model.session_at(model.index(10, 3)) is None
    assert season.grab().height() > 0


def test_a_program_of_very_many_sessions_can_be_scrolled_to_its_last_one(season):
    picture = pictured(*[(came(),) * 60] * 9)
    season.show_arrivals(picture.columns, arrivals_of(picture), dense=True)
    assert season.horizontalScrollBar().maximum() > 0


def test_enter_or_a_click_opens_a_session_in_a_line_and_nothing_where_none_is_here(season, qtbot):
    with qtbot.waitSignal(season.opened) as told:
        qtbot.keyClick(season, Qt.Key.Key_Return)
    assert told.args == ["c1-s1"]
    left, ground = Qt.MouseButton.LeftButton, season.viewport()
    with qtbot.waitSignal(season.opened) as told:
        qtbot.mouseClick(ground, left, pos=season.visualRect(season.model().index(2, 7)).center())
    assert told.args == ["c27-s2"]
    with qtbot.assertNotEmitted(season.opened):
        for column in (0, 4):
            qtbot.mouseClick(ground, left, pos=season.visualRect(season.model().index(2, column)).center())
