from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget

from dialogue_desk.desk.session.session_edits import SessionDraft, create_session
from dialogue_desk.desk.session.session_runner import SessionRunner
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.ids import MINUTE, SECOND
from dialogue_desk.domain.model.live_session import MoveKind, Phase
from dialogue_desk.domain.run.pacing import Strategy
from dialogue_desk.words import Words
from tests.ui.seen import button_saying
from tests.ui.widgets.speaking import spoken_rows


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def live(page):
    return page._controller.live


def given(page):
    """Return the minutes of each part to come, by its id, as the page's session has them."""
    ahead = live(page).remaining_plan
    return {part: time // MINUTE for part, time in zip(ahead.parts, ahead.given, strict=True)}


def rows(page):
    return {row.id: (row.before, row.after, row.says) for row in page.planning.sheet.table.rows()}


def go_on(page, clock, minutes):
    clock.advance(minutes * MINUTE)
    page._controller.tick()
    page.card.next_button.click()


@pytest.fixture
def late(run_page, session_id, clock, qtbot):
    """A page in its fourth part, nine minutes late."""
    page = run_page(session_id)
    page.card.clock_button.click()
    for minutes in (12, 5, 21):
        go_on(page, clock, minutes)
    assert page.top._late.text() == "9 min late"
    return page


def test_nine_minutes_late_at_part_four_the_plan_ends_on_the_hard_end(late, qtbot, clock, said):
    press(qtbot, Qt.Key.Key_L)
    sheet = late.planning.sheet
    assert sheet.isVisible()
    assert sheet.verdict() == "Done at 9:00, on time."
    assert rows(late) == {
        "where-i-stand": ("24 min", "24 min", "never cut"),
        "behind-the-views": ("26 min", "26 min", "as it is"),
        "break": ("6 min", "none", "left out"),
        "facts": ("15 min", "12 min", "3 min shorter"),
        "naming": ("12 min", "12 min", "never cut"),
        "close": ("8 min", "8 min", "never cut"),
    }
    press(qtbot, Qt.Key.Key_Return)
    assert not sheet.isVisible()
    assert late.top._late.text() == "on time"
    assert late._controller.read().ends == live(late).hard_end
    assert given(late)["close"] == 8
    assert late._context.toast.sentence() == "The rest of the session has a new plan."
    for minutes in (24, 26, 12, 12):
        go_on(late, clock, minutes)
    assert late.card._title.text() == late._folder.plan.parts[-1].title
    clock.advance(8 * MINUTE)
    late._controller.tick()
    assert late.top._late.text() == "on time"
    assert late.top._time.text() == "9:00 PM  ·  ends 9:00"


def test_applying_can_be_undone(late, qtbot, clock):
    before = given(late)
    press(qtbot, Qt.Key.Key_L)
    press(qtbot, Qt.Key.Key_Return)
    assert given(late) != before
    clock.advance(SECOND)
    button_saying(late._context.toast, "Undo").click()
    assert given(late) == before
    assert late.top._late.text() == "9 min late"


def test_the_other_ways_by_the_arrow_keys(late, qtbot, said):
    press(qtbot, Qt.Key.Key_L)
    press(qtbot, Qt.Key.Key_Right)
    assert late.planning.sheet.ways.choice() == Strategy.SHRINK
    after = {part: then for part, (_, then, _) in rows(late).items()}
    assert (after["behind-the-views"], after["break"], after["facts"]) == ("21 min", "5 min", "12 min")
    assert said[-1] == "Done at 9:00, on time."
    press(qtbot, Qt.Key.Key_Right)
    assert said[-1] == "Done at 9:09. The end moves from 9:00 to 9:09."
    press(qtbot, Qt.Key.Key_Return)
    assert late.top._late.text() == "on time"
    assert late.top._time.text().endswith("ends 9:09")


def test_a_part_is_pinned_with_space(late, qtbot, said):
    press(qtbot, Qt.Key.Key_L)
    table = late.planning.sheet.table
    table.setFocus()
    for _ in range(3):
        press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Space)
    assert rows(late)["facts"] == ("15 min", "15 min", "you asked to keep it")
    assert rows(late)["behind-the-views"] == ("26 min", "23 min", "3 min shorter")
    assert live(late).current == 3
    press(qtbot, Qt.Key.Key_Space)
    assert rows(late)["facts"] == ("15 min", "12 min", "3 min shorter")


def test_what_is_kept_always_cannot_be_pinned_or_changed(late, qtbot):
    press(qtbot, Qt.Key.Key_L)
    late.planning.sheet.table.pinned.emit("close")
    assert rows(late)["close"] == ("8 min", "8 min", "never cut")
    assert not next(row for row in late.planning.sheet.table.rows() if row.id == "close").pinned


def test_the_mark_is_clicked_with_the_mouse(late, qtbot):
    press(qtbot, Qt.Key.Key_L)
    table = late.planning.sheet.table
    place = table.visualRect(table.model().index(3, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert rows(late)["facts"][2] == "you asked to keep it"
    place = table.visualRect(table.model().index(4, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not any(row.pinned for row in table.rows() if row.id != "facts")


def test_a_shortfall_is_said_plainly(late, qtbot, clock):
    clock.advance(55 * MINUTE)
    late._controller.tick()
    press(qtbot, Qt.Key.Key_L)
    said = late.planning.sheet.verdict()
    assert said == "Done at 9:08: still 8 minutes after 9:00. Nothing else can be cut."
    press(qtbot, Qt.Key.Key_Return)
    assert late._controller.read().late == 8 * MINUTE


def test_the_sheet_follows_the_clock_and_the_part(late, qtbot, clock):
    press(qtbot, Qt.Key.Key_L)
    clock.advance(5 * MINUTE)
    late._controller.tick()
    assert rows(late)["where-i-stand"][:2] == ("19 min", "19 min")
    press(qtbot, Qt.Key.Key_PageDown)
    assert "where-i-stand" not in rows(late)
    assert late.planning.sheet.isVisible()


def test_cancel_escape_and_the_key_again_change_nothing(late, qtbot):
    before = given(late)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_L):
        press(qtbot, Qt.Key.Key_L)
        assert late.planning.sheet.isVisible()
        press(qtbot, key)
        assert not late.planning.sheet.isVisible()
        assert QApplication.focusWidget() is late.card.next_button
    press(qtbot, Qt.Key.Key_L)
    late.planning.sheet.cancel_button.click()
    assert not late.planning.sheet.isVisible()
    assert given(late) == before


def test_where_nothing_need_give_there_is_nothing_to_apply(run_page, session_id, qtbot):
    page = run_page(session_id)
    page.card.clock_button.click()
    assert not page.card.replan_button.isVisible()
    press(qtbot, Qt.Key.Key_L)
    assert page.planning.sheet.verdict() == "Done at 9:00, on time."
    assert not page.planning.sheet.apply_button.isEnabled()
    press(qtbot, Qt.Key.Key_Return)
    assert page.planning.sheet.isVisible()


def test_the_way_to_it_is_there_while_it_is_late_or_early(late, qtbot, clock):
    button = late.card.replan_button
    assert (button.isVisible(), button.text()) == (True, "Late: adjust the plan")
    button.click()
    assert late.planning.sheet.isVisible()
    press(qtbot, Qt.Key.Key_Return)
    assert not button.isVisible()
    clock.advance(SECOND)
    go_on(late, clock, 20)
    assert (button.isVisible(), button.text()) == (True, "Early: adjust the plan")


def test_time_to_spare_is_given_back_to_what_was_shortened(late, qtbot, clock):
    press(qtbot, Qt.Key.Key_L)
    press(qtbot, Qt.Key.Key_Return)
    clock.advance(SECOND)
    go_on(late, clock, 22)
    press(qtbot, Qt.Key.Key_L)
    assert rows(late)["facts"] == ("12 min", "14 min", "2 min longer")


def test_readers_are_told_the_table_row_by_row(late, qtbot):
    press(qtbot, Qt.Key.Key_L)
    told = spoken_rows(late.planning.sheet.table)
    assert told[1:6] == ["Keep as is", "Part", "Now", "Then", "What changes"]
    title = late._folder.plan.part("facts").title
    facts = told.index(title)
    assert told[facts - 1 : facts + 4] == [f"{title} may change", title, "15 min", "12 min", "3 min shorter"]


def test_no_re_plan_while_notes_are_taken(run_page, session_id, qtbot):
    page = run_page(session_id, taking_notes=True)
    page.rail.parts.setFocus()
    press(qtbot, Qt.Key.Key_L)
    press(qtbot, Qt.Key.Key_Delete)
    assert not page.planning.sheet.isVisible()
    assert live(page).left_out == frozenset()


# Leaving out and putting in another order.


def test_a_part_is_left_out_with_delete_and_taken_back(late, qtbot, clock):
    late.rail.parts.setFocus()
    late.rail.parts.go_to("break")
    press(qtbot, Qt.Key.Key_Delete)
    assert "break" not in live(late).remaining_plan.parts
    row = next(row for row in late.rail.parts.rows() if row.id == "break")
    assert (row.state, row.detail) == ("skipped", "left out")
    assert late.top._late.text() == "3 min late"
    assert QApplication.focusWidget() is late.rail.parts
    button_saying(late._context.toast, "Undo").click()
    assert "break" in live(late).remaining_plan.parts
    assert late.top._late.text() == "9 min late"


def test_what_is_over_or_on_cannot_be_left_out(late, qtbot):
    late.rail.parts.setFocus()
    for part in ("arrive", live(late).parts[live(late).current].id, live(late).parts[0].id):
        late.rail.parts.go_to(part)
        press(qtbot, Qt.Key.Key_Delete)
    assert live(late).left_out == frozenset()


def test_next_passes_over_what_was_left_out(late, qtbot, clock):
    late._controller.skip("behind-the-views")
    assert late.card.next_button.text() == f"Next: {late._folder.plan.part('break').title}"


def test_parts_to_come_change_places(late, qtbot, said):
    late.rail.parts.setFocus()
    late.rail.parts.go_to("facts")
    press(qtbot, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    press(qtbot, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert live(late).remaining_plan.parts[1:4] == ("facts", "behind-the-views", "break")
    assert [row.id for row in late.rail.parts.rows()][4:7] == ["facts", "behind-the-views", "break"]
    assert late.rail.parts.current_id() == "facts"
    titles = {part.id: part.title for part in late._folder.plan.parts}
    assert said[-1] == f"“{titles['facts']}” now comes before “{titles['behind-the-views']}”."
    press(qtbot, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert live(late).remaining_plan.parts[1] == "facts"
    press(qtbot, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert live(late).remaining_plan.parts[1:3] == ("behind-the-views", "facts")
    assert late.card.next_button.text() == f"Next: {titles['behind-the-views']}"


def test_the_menu_of_a_part_offers_what_its_keys_do(late, qtbot):
    late.rail.parts.go_to("break")
    late.rail._open_menu(late.rail.parts.rect().center())
    menu = late.rail.findChild(QMenu)
    said = [action.text() for action in menu.actions() if action.text()]
    assert said == [
        "Go to this part",
        "Move a part earlier",
        "Move a part later",
        "Leave a part out",
        "Set the start time",
    ]
    menu.close()


# Late starts.


@pytest.fixture
def waiting(run_page, session_id, clock):
    """A page of a session that was to begin nine minutes ago."""
    clock.advance(9 * MINUTE)
    return run_page(session_id)


def test_a_late_start_is_asked_about(waiting, qtbot, said, clock):
    press(qtbot, Qt.Key.Key_Space)
    sheet = waiting.planning.start_sheet
    assert sheet.isVisible()
    assert live(waiting).phase is Phase.READY
    assert said[-1] == "It is 7:09 PM. The session was planned for 7:00."
    assert QApplication.focusWidget() is sheet.now_button
    clock.advance(MINUTE)
    waiting._controller.tick()
    assert sheet.sentence() == "It is 7:10 PM. The session was planned for 7:00."
    press(qtbot, Qt.Key.Key_Return)
    assert live(waiting).started == clock.now()
    assert not sheet.isVisible()
    assert waiting.top._late.text() == "10 min late"
    assert waiting.card.replan_button.isVisible()


def test_a_late_start_can_count_from_when_it_was_to_begin(waiting, qtbot, clock):
    press(qtbot, Qt.Key.Key_P)
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Space)
    assert live(waiting).phase is Phase.RUNNING
    assert live(waiting).started == clock.now() - 9 * MINUTE
    assert waiting.top._late.text() == "on time"
    assert waiting.card.ring.clock() == "3:00"


def test_a_remote_starts_with_its_second_press(waiting, qtbot, clock):
    press(qtbot, Qt.Key.Key_PageDown)
    assert live(waiting).phase is Phase.READY
    press(qtbot, Qt.Key.Key_PageDown)
    assert (live(waiting).phase, live(waiting).current) == (Phase.RUNNING, 0)
    assert waiting.card.isVisible()


def test_a_late_start_can_be_at_another_time(waiting, qtbot, clock):
    press(qtbot, Qt.Key.Key_P)
    sheet = waiting.planning.start_sheet
    sheet.other_button.click()
    assert live(waiting).phase is Phase.RUNNING
    assert sheet.isVisible()
    assert QApplication.focusWidget() is sheet.time
    sheet.time.setTime(sheet.time.time().addSecs(-4 * 60))
    press(qtbot, Qt.Key.Key_Return)
    assert live(waiting).started == clock.now() - 4 * MINUTE
    assert waiting.card.isVisible()


def test_a_late_start_can_wait(waiting, qtbot):
    press(qtbot, Qt.Key.Key_P)
    press(qtbot, Qt.Key.Key_Escape)
    assert waiting.card.isVisible()
    assert live(waiting).phase is Phase.READY


@pytest.mark.parametrize("minutes", [0, 1, 121])
def test_on_time_or_after_the_end_nothing_is_asked(run_page, session_id, clock, qtbot, minutes):
    clock.advance(minutes * MINUTE)
    page = run_page(session_id)
    press(qtbot, Qt.Key.Key_Space)
    assert live(page).phase is Phase.RUNNING


def type_time(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    field.setSelectedSection(field.Section.HourSection)
    qtbot.keyClicks(field, text)


def test_the_real_start_is_set_later(run_page, session_id, clock, qtbot):
    clock.advance(9 * MINUTE)
    page = run_page(session_id)
    press(qtbot, Qt.Key.Key_P)
    press(qtbot, Qt.Key.Key_Return)
    started = live(page).started
    clock.advance(3 * MINUTE)
    page._controller.tick()
    page.rail.start_wanted.emit()
    sheet = page.planning.start_sheet
    assert QApplication.focusWidget() is sheet.time
    assert sheet.time.text() == "7:09 PM"
    type_time(qtbot, sheet.time, "7")
    sheet.time.setSelectedSection(sheet.time.Section.MinuteSection)
    qtbot.keyClicks(sheet.time, "04")
    press(qtbot, Qt.Key.Key_Return)
    assert live(page).started == started - 5 * MINUTE
    assert page.card.isVisible()
    assert page._controller.read().part_elapsed == 8 * MINUTE


def test_a_start_that_cannot_have_been_has_its_words(late, qtbot):
    late.rail.start_wanted.emit()
    sheet = late.planning.start_sheet
    sheet.time.setTime(sheet.time.time().addSecs(40 * 60))
    press(qtbot, Qt.Key.Key_Return)
    assert sheet.isVisible()
    assert sheet.field.error().startswith("It cannot have begun then")
    press(qtbot, Qt.Key.Key_Escape)
    assert late.card.isVisible()


def test_a_plan_made_here_is_there_after_a_crash(late, qtbot, desk, folders, pulse, session_id):
    press(qtbot, Qt.Key.Key_L)
    press(qtbot, Qt.Key.Key_Return)
    again = SessionRunner(desk, folders.session(session_id), pulse)
    assert again.live == live(late)


def test_undo_is_not_offered_where_it_would_do_nothing(late, qtbot):
    press(qtbot, Qt.Key.Key_L)
    press(qtbot, Qt.Key.Key_Return)
    late.leave()
    assert late._context.toast.sentence() == ""


class LongWords(Words):
    """Every sentence a quarter longer, as in Spanish."""

    def tr(self, sentence, **places):
        said = super().tr(sentence, **places)
        return said if sentence == "12-hour clock" else said + " mm" * (len(said) // 10)

    def ntr(self, one, many, count, **places):
        said = super().ntr(one, many, count, **places)
        return said + " mm" * (len(said) // 10)


def not_cut(page, sheet):
    """See that everything on a sheet has the room it needs, and stands within the window."""
    assert sheet.minimumSizeHint().width() <= sheet.width()
    for widget in sheet.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QAbstractButton | QLabel):
            continue
        left = widget.mapTo(page, QPoint(0, 0)).x()
        assert left >= 0 and left + widget.width() <= page.width(), widget.text()
        assert widget.width() >= widget.minimumSizeHint().width(), widget.text()
        if widget.hasHeightForWidth():
            assert widget.height() >= widget.heightForWidth(widget.width()), widget.text()


SIZES = ((100, (1366, 768)), (125, (1280, 720)), (200, (1366, 768)), (200, (1280, 720)))


@pytest.mark.parametrize("look", list(product(SIZES, (Words(), LongWords()), (False, True))))
def test_nothing_of_the_sheets_is_cut(run_page, session_id, clock, context, qtbot, look):
    (scale, size), words, mirrored = look
    context.theme.change(scale=scale)
    page = run_page(session_id, context=replace(context, words=words), size=size)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    clock.advance(9 * MINUTE)
    press(qtbot, Qt.Key.Key_P)
    QApplication.processEvents()
    not_cut(page, page.planning.start_sheet)
    press(qtbot, Qt.Key.Key_Return)
    clock.advance(80 * MINUTE)
    page._controller.tick()
    QApplication.processEvents()
    assert page.card.replan_button.width() >= page.card.replan_button.minimumSizeHint().width()
    press(qtbot, Qt.Key.Key_L)
    QApplication.processEvents()
    QApplication.processEvents()
    sheet, table = page.planning.sheet, page.planning.sheet.table
    not_cut(page, sheet)
    assert table.horizontalHeader().length() <= table.viewport().width()
    assert table.verticalHeader().length() <= table.viewport().height()
    table.setFocus()
    for _ in table.rows():
        press(qtbot, Qt.Key.Key_Down)
    last = table.viewport().mapTo(sheet._page, table.visualRect(table.currentIndex()).center())
    assert 0 <= last.y() <= sheet._page.height()


def test_the_sheet_is_put_away_when_a_session_that_was_left_is_gone_to(late, qtbot, desk, shelf):
    press(qtbot, Qt.Key.Key_L)
    text = shelf.translations("one-evening")["en"]
    plan = shelf.guide(text).sessions[0]
    start = desk.clock.now()
    other = create_session(
        desk, SessionDraft((text,), plan.id, 1, start, start + 90 * MINUTE, 7, circle=Circle("C99"))
    )
    SessionRunner(desk, late._folders.session(other), late._pulse).make_move(MoveKind.START)
    late.show_session(other)
    assert not late.planning.sheet.isVisible()
    assert late.resume.isVisible()
