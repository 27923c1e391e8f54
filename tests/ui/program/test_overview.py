from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.arrivals import Sign
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.ui.notes.conflict_dialog import ConflictDialog
from dialogue_desk.ui.program.overview import OverviewTab
from dialogue_desk.ui.widgets.chips import Chip
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from tests.domain.arrived import came, pictured
from tests.ui.program.filled import NOTES, add_conflict
from tests.ui.program.shown import button, seen, spoken
from tests.ui.seen import words_on


def test_the_totals_are_said_in_words_and_what_is_missing_by_name(filled):
    said = seen(filled.sections.overview)
    assert "9 of 10 sessions have arrived, from 5 circles." in said
    assert any("Attendance: 98." in text and "English and Spanish" in text for text in said)
    assert "C04: session 2" in said and "C05: session 2" in said


def test_one_of_two_versions_is_chosen_here_and_undone(filled, desk, context, settled, qtbot):
    assert "1 entry was changed on two laptops. Choose one version." in seen(filled.sections.overview)
    button(filled.sections.overview, "Note · Circle C02 · Session 1").click()
    dialog = filled.findChild(ConflictDialog)
    button(dialog, "Use this version: This laptop").click()
    settled()
    assert "C02, session 1: 10 people. 4 notes" in spoken(filled.sections.overview.matrix)
    assert not [text for text in seen(filled.sections.overview) if "two laptops" in text]
    desk.undo()
    settled()
    assert "1 entry was changed on two laptops. Choose one version." in seen(filled.sections.overview)


def test_a_program_of_which_nothing_has_arrived_says_what_to_do(page, desk, settled):
    program = desk.add(NO_OWNER, Program("Safety Together", "", 2))
    desk.add(NO_OWNER, Circle("C01", "Library", program))
    page.show_program(program)
    settled()
    said = seen(page)
    assert "Nothing has arrived yet." in said and "C01: sessions 1 and 2" in said
    assert any(text.startswith("Give facilitators the program file") for text in said)


def test_larger_text_stacks_the_overview_at_once(filled, theme, qtbot):
    files, matrix = filled.sections.overview.files, filled.sections.overview.matrix

    def side(widget):
        return widget.mapTo(filled, widget.rect().topLeft()).x()

    assert side(files) > side(matrix) + 400
    theme.change(scale=200)
    qtbot.waitUntil(lambda: side(files) == side(matrix))


def test_five_conflicts_have_buttons_and_the_others_are_counted(context, desk, folders, program, qtbot):
    tab = OverviewTab(context)
    qtbot.addWidget(tab)
    tab.show()
    for _, _, _, text in (*NOTES["C01", 1][:4], *NOTES["C01", 2]):
        add_conflict(desk, text, f"{text} Or so.")
    conflicts = folders.conflicts(program)
    assert len(conflicts) == 8
    for shown, more in ((conflicts[:5], None), (conflicts[:6], "and 1 more"), (conflicts, "and 3 more")):
        tab.show_picture(folders.picture(program), shown)
        assert len([text for text in words_on(tab) if text.startswith("Note · Circle")]) == 5
        assert [text for text in seen(tab) if text.startswith("and ")] == ([more] if more else [])
    tab.show_picture(folders.picture(program), ())
    assert not [text for text in seen(tab) if "two laptops" in text]


SEASON = pictured(*[(came(), came())] * 45, (came(12), came(6)), (came(), None), (came(), came(notes=0)))


@pytest.fixture
def season(context, qtbot):
    """The overview of 48 circles, of which one gets smaller, one has a gap and one has no notes."""
    tab = OverviewTab(context)
    qtbot.addWidget(tab)
    tab.resize(1366, 610)
    tab.show()
    tab.show_picture(SEASON, ())
    return tab


def circles(tab):
    return {said.split(".")[0] for said in spoken(tab.matrix) - {None} if "session" not in said}


def chips(tab):
    return [chip.text() for chip in tab.filters.findChildren(Chip) if chip.isVisible()]


def press_chip(tab, text, qtbot):
    qtbot.mouseClick(
        next(c for c in tab.filters.findChildren(Chip) if c.text() == text), Qt.MouseButton.LeftButton
    )


def test_all_circles_of_a_season_are_in_sight_on_a_small_laptop(season, qtbot):
    page = season.findChild(ScrollColumn)
    bars = (season.matrix.verticalScrollBar(), page.verticalScrollBar())
    qtbot.waitUntil(lambda: season.matrix.rowHeight(0) == 22 and not any(bar.maximum() for bar in bars))


def test_a_filter_leaves_only_the_circles_that_it_counts(season, qtbot):
    assert chips(season) == ["All 48", "Only gaps · 1", "Fewer people · 1"]
    press_chip(season, "Only gaps · 1", qtbot)
    assert circles(season) == {"C47"}
    press_chip(season, "All 48", qtbot)
    assert len(circles(season)) == 48


def test_a_row_that_waits_leads_to_its_circles_also_where_no_filter_was_offered(season):
    season.side.wanted.emit(Sign.NO_NOTES)
    assert circles(season) == {"C48"} and season.matrix.hasFocus()
    assert season.filters.choice() == Sign.NO_NOTES and "No notes · 1" in chips(season)


def test_a_filter_that_nothing_is_left_under_gives_way_to_all(season):
    season.side.wanted.emit(Sign.GAP)
    season.show_picture(pictured(*[(came(), came())] * 48), ())
    assert len(circles(season)) == 48 and season.filters.choice() == "all"


def test_all_circles_of_another_program_are_shown_whatever_was_looked_for_in_this_one(season):
    season.side.wanted.emit(Sign.GAP)
    season.show_picture(replace(SEASON, program_id=RecordId("another")), ())
    assert len(circles(season)) == 48


def test_a_filter_stays_when_more_arrives(season):
    season.side.wanted.emit(Sign.GAP)
    season.show_picture(SEASON, ())
    assert circles(season) == {"C47"}


def test_the_keys_stay_on_the_filter_that_was_pressed(season, qtbot):
    season.side.wanted.emit(Sign.NO_NOTES)
    press_chip(season, "All 48", qtbot)
    assert isinstance(QApplication.focusWidget(), Chip)
    assert "No notes · 1" in chips(season)


def test_the_entries_to_choose_between_are_with_their_circles(season, desk, folders, program):
    add_conflict(desk, NOTES["C01", 1][0][3], "Another version.")
    conflicts = folders.conflicts(program)
    season.show_picture(pictured(*[(came(),)] * 47, (came(conflicts=1),)), conflicts)
    assert not [text for text in seen(season) if "two laptops" in text]
    season.side.wanted.emit(Sign.CHOICE)
    assert [text for text in seen(season) if "two laptops" in text]
    assert button(season, "Note · Circle C01 · Session 1").hasFocus()


def test_eight_circles_have_roomy_rows_and_nine_have_lines(season):
    season.show_picture(pictured(*[(came(),)] * 8), ())
    assert season.matrix.rowHeight(0) > 44 and not chips(season)
    season.show_picture(pictured(*[(came(),)] * 9), ())
    assert season.matrix.rowHeight(0) == 24


def test_the_keys_stay_in_sight_where_the_page_is_low_or_the_text_large(season, theme, qtbot):
    page = season.findChild(ScrollColumn)

    def in_sight():
        cell = season.matrix.visualRect(season.matrix.currentIndex())
        top = season.matrix.viewport().mapTo(page.viewport(), cell.topLeft()).y()
        return top >= 0 and top + cell.height() <= page.viewport().height()

    for width, height, scale, key in ((1024, 440, 100, Qt.Key.Key_Down), (1366, 480, 200, Qt.Key.Key_Up)):
        theme.change(scale=scale)
        season.resize(width, height)
        season.grab()  # lays it out
        season.matrix.setFocus()
        for _ in range(23):
            qtbot.keyClick(season.matrix, key)
            assert in_sight()


def test_where_the_matrix_has_the_page_to_itself_its_heads_stay_over_the_lines(season, theme):
    theme.change(scale=200)
    season.resize(1366, 480)
    season.grab()
    assert season.matrix.height() <= 480 and season.matrix.verticalScrollBar().maximum() > 0


def test_a_few_circles_with_many_sessions_have_lines_too(season):
    season.show_picture(pictured((came(),) * 9), ())
    assert season.matrix.rowHeight(0) == 24


def test_at_large_text_a_row_that_waits_brings_its_circles_into_sight(season, theme, qtbot):
    theme.change(scale=200)
    season.resize(1366, 480)
    season.grab()
    page = season.findChild(ScrollColumn)
    season.side.wanted.emit(Sign.GAP)

    def in_sight():
        season.grab()  # lays it out
        top = season.matrix.mapTo(page.viewport(), season.matrix.rect().topLeft()).y()
        return top >= 0 and top + season.matrix.height() <= page.viewport().height()

    qtbot.waitUntil(in_sight)


@pytest.mark.parametrize("name", ["", "x" * 5_000, "<b>C1</b>", "مكتبة الحي", "a\nb\nc"])
def test_any_name_of_a_place_is_shown_in_one_line(season, name):
    season.show_picture(pictured(*[(came(),)] * 9, place=name), ())
    assert season.matrix.rowHeight(0) == 24 and season.grab().height() > 0
