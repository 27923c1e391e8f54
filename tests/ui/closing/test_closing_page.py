"""The steps of wrapping up: done in any order, left for later, and what is still to do."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLabel

from dialogue_desk.desk.desk import Desk, IncomingPackage
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.session.closing_edits import set_dot_vote
from dialogue_desk.desk.session.session_scope import session_scope
from dialogue_desk.domain.closing.coverage import marks_for_export
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.closing import CloseStep, DotVote, StepState
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.ui.closing.closing_page import ClosePage
from dialogue_desk.ui.core.actions import Actions
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from tests.desk.partners import import_unjudged
from tests.ui.closing.on_page import hand_on, press, rows
from tests.ui.seen import button_saying, words_on


def loud(page):
    buttons = page.findChildren(Button)
    return [one.text() for one in buttons if one.weight is Weight.PRIMARY and one.isVisible()]


def test_each_step_says_where_it_stands_and_the_foot_what_is_open(page):
    assert rows(page) == {
        CloseStep.READ_BACK: "open · 0 of 13 read",
        CloseStep.TOP_THEMES: "open",
        CloseStep.ACTIONS: "open · 1 incomplete",
        CloseStep.PARKING_LOT: "open · 1 to decide",
        CloseStep.ATTENDANCE: "open",
        CloseStep.TALLIES: "nothing to do",
        CloseStep.DEBRIEF: "done · 1 note",
        CloseStep.PRIVACY: "open",
        CloseStep.EXPORT: "open",
    }
    assert page.foot.status.text() == "Still to do: read back (13) and 6 more steps"


def test_the_arrows_go_through_the_steps_enter_goes_in_and_escape_comes_back(page, qtbot):
    assert page.steps.list.hasFocus()
    for _ in range(4):
        press(qtbot, Qt.Key.Key_Down)
    assert page._panes.pane(CloseStep.ATTENDANCE).isVisible()
    press(qtbot, Qt.Key.Key_Return)
    assert isinstance(QApplication.focusWidget(), QAbstractSpinBox)
    press(qtbot, Qt.Key.Key_Escape)
    assert page.steps.list.hasFocus() and page.steps.list.current_id() == CloseStep.ATTENDANCE


def test_the_sheet_of_keys_lists_those_of_the_privacy_check_and_of_reading_back(page):
    page.go_to(CloseStep.PRIVACY)
    told = {}
    for actions in page.findChildren(Actions):
        told |= {group: [key for _, key in keys] for group, keys in actions.shortcuts().items()}
    assert told["Privacy check"] == ["K", "R", "B", "N", "P", "Z"]
    assert told["Read back"] == ["Space", "Shift+Space", "Enter", "K", "Q", "Del, Backspace"]


@pytest.mark.parametrize("step", CloseStep)
def test_every_step_is_entered_and_left_with_the_keyboard(page, step, qtbot):
    page.go_to(step)
    press(qtbot, Qt.Key.Key_Return)
    inside = QApplication.focusWidget()
    assert (
        page._panes.pane(step).isAncestorOf(inside)
        or inside is page._panes.pane(step)
        or step is CloseStep.TALLIES
    )
    press(qtbot, Qt.Key.Key_Escape)
    assert page.steps.list.hasFocus()


@pytest.mark.parametrize(
    ("key", "with_"),
    [(Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)],
)
def test_a_key_goes_between_the_steps_and_the_pane(page, key, with_, qtbot):
    press(qtbot, key, with_)
    assert page._panes.pane(CloseStep.READ_BACK).isAncestorOf(QApplication.focusWidget())
    press(qtbot, key, with_)
    assert page.steps.list.hasFocus()


def test_space_ticks_a_step_and_takes_that_back(page, folders, evening, qtbot):
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Space)
    assert folders.session(evening).closing.steps == {CloseStep.TOP_THEMES: StepState.DONE}
    assert rows(page)[CloseStep.TOP_THEMES] == "done"
    press(qtbot, Qt.Key.Key_Space)
    assert rows(page)[CloseStep.TOP_THEMES] == "open"


def test_space_reads_the_first_note_at_once_and_goes_on_from_there(page, folders, evening, qtbot):
    assert page.steps.list.hasFocus()
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Space)
    assert rows(page)[CloseStep.READ_BACK] == "open · 2 of 13 read"
    assert not folders.session(evening).closing.steps


def test_a_reading_that_is_called_done_says_how_much_was_read(page, context):
    button_saying(page.foot, "Done").click()
    assert rows(page)[CloseStep.READ_BACK] == "done · 0 of 13 read"
    assert context.toast.sentence() == "Done, with 0 of 13 marked as read to the circle."


def test_a_click_on_the_reading_takes_the_keys_to_the_notes(page, qtbot):
    page.go_to(CloseStep.TOP_THEMES)
    steps = page.steps.list
    place = steps.visualRect(steps.model().index(0, 0)).center()
    qtbot.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page._panes.pane(CloseStep.READ_BACK).view.list.hasFocus()


def test_what_is_done_by_itself_is_not_unticked(page, folders, evening, qtbot):
    page.go_to(CloseStep.DEBRIEF)
    press(qtbot, Qt.Key.Key_Space)
    assert not folders.session(evening).closing.steps
    assert not button_is_shown(page, "Not done yet")


def button_is_shown(page, text):
    return text in [one.text() for one in page.findChildren(Button) if one.isVisible()]


def test_done_and_later_go_on_to_the_next_open_step(page, qtbot):
    button_saying(page.foot, "Leave it for later").click()
    assert page._here is CloseStep.TOP_THEMES
    button_saying(page.foot, "Done").click()
    assert page._here is CloseStep.ACTIONS
    assert rows(page)[CloseStep.READ_BACK].startswith("left for later")
    assert rows(page)[CloseStep.TOP_THEMES] == "done"
    assert page.foot.status.text() == "Still to do: read back (13) and 5 more steps"
    page.go_to(CloseStep.TOP_THEMES)
    button_saying(page.foot, "Not done yet").click()
    assert rows(page)[CloseStep.TOP_THEMES] == "open"


def test_a_step_that_is_done_leads_to_the_next_and_at_last_home(page, desk, evening, qtbot):
    page.go_to(CloseStep.DEBRIEF)
    button_saying(page.foot, "Next: Privacy check").click()
    assert page._here is CloseStep.PRIVACY
    for step in CloseStep:
        page._tick(step)
    page.go_to(CloseStep.DEBRIEF)
    assert page.foot.status.text() == "Nothing is left to do."
    with qtbot.waitSignal(page.left):
        button_saying(page.foot, "Home").click()


def test_the_steps_are_as_they_were_left_when_the_session_is_shown_again(
    page, desk, folders, context, room, qtbot
):
    button_saying(page.foot, "Leave it for later").click()
    again = ClosePage(desk, folders, context, room)
    qtbot.addWidget(again)
    again.show_session(page._session)
    assert rows(again) == rows(page)
    assert again._here is CloseStep.TOP_THEMES


def test_the_other_laptop_gets_the_state_of_the_steps(page, desk, evening, clock, tmp_path):
    other = Desk(DeskFile(tmp_path / "other.db"), clock, RandomIds(8))
    records = {record.id: record for record in desk.file.records.everything()}
    import_unjudged(other, [IncomingPackage(desk.device, "stick", records)])
    page._tick(CloseStep.PRIVACY)
    records = {record.id: record for record in desk.file.records.everything()}
    import_unjudged(other, [IncomingPackage(desk.device, "stick", records)])
    said = [one.body.step for one in other.file.records.under(evening) if hasattr(one.body, "state")]
    other.file.close()
    assert said == [CloseStep.PRIVACY]


def test_only_one_button_is_primary_wherever_one_is(page):
    for step in CloseStep:
        page.go_to(step)
        QApplication.processEvents()
        assert len(loud(page)) == 1, step


def test_only_one_button_is_primary_where_the_reading_was_called_done_early(page):
    page._tick(CloseStep.READ_BACK)
    assert loud(page) == ["Next: Top themes"]


def test_done_is_not_the_loudest_while_a_find_has_no_answer(page, desk, evening):
    desk.add(evening, Note(NoteKind.CONCERN, "Officer J. Ruiz, badge 4471, was there"))
    page.go_to(CloseStep.PRIVACY)
    QApplication.processEvents()
    assert loud(page) == []


def test_once_all_is_exported_the_next_thing_is_the_loudest(page, desk, evening):
    for step in (
        CloseStep.READ_BACK,
        CloseStep.TOP_THEMES,
        CloseStep.ACTIONS,
        CloseStep.PARKING_LOT,
        CloseStep.ATTENDANCE,
        CloseStep.PRIVACY,
    ):
        page._tick(step)
    page.go_to(CloseStep.EXPORT)
    page._exported(marks_for_export(session_scope(desk, evening), evening, Profile.ORGANIZER))
    assert rows(page)[CloseStep.EXPORT] == "done"
    assert page.foot.go_button.text() == "Home" and page.foot.go_button.weight is Weight.PRIMARY
    desk.add(evening, ActionIdea("A walk"))
    assert page.foot.go_button.weight is Weight.NORMAL


def test_the_ways_out_are_told(page, evening, desk, qtbot):
    with qtbot.waitSignal(page.run_wanted) as back:
        button_saying(page, "Back to the session").click()
    assert back.args == [evening]
    with qtbot.waitSignal(page.left):
        desk.remove(evening)


def test_the_session_is_named(page):
    told = words_on(page)
    assert "Wrap up: C07, session 2" in told
    assert "One Evening, One Question · Eastside Library · Thursday, March 12" in told


SIZES = [(1366, 768, 100), (820, 600, 100), (1280, 720, 125), (1366, 768, 200), (820, 600, 200)]


@pytest.mark.parametrize("how", SIZES, ids=str)
def test_no_pane_is_cut_and_none_scrolls_sideways(page, desk, evening, theme, how):
    set_dot_vote(desk, evening, DotVote(3, 11))
    *size, scale = how
    theme.change(scale=scale)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft if scale > 125 else Qt.LayoutDirection.LeftToRight)
    page.resize(*size)
    for step in CloseStep:
        page.go_to(step)
        for _ in range(3):
            QApplication.processEvents()
        assert [page.width(), page.height()] == size
        for column in page.findChildren(ScrollColumn):
            assert column.horizontalScrollBar().maximum() == 0
            assert not column.isVisible() or column.widget().width() <= column.viewport().width(), step
        for label in page.findChildren(QLabel):
            if label.isVisible() and label.text():
                tall = label.heightForWidth(label.width())
                assert label.height() >= tall - 1 or not label.hasHeightForWidth(), (step, label.text())


def test_what_two_laptops_changed_is_told_at_the_foot(page, desk, folders, evening, tmp_path, clock):
    note = folders.session(evening).notes_of(NoteKind.CONCERN)[0]
    other = Desk(DeskFile(tmp_path / "other.db"), clock, RandomIds(8))
    hand_on(desk, other)
    desk.rewrite(note.id, replace(note.body, text="Stops feel random."))
    other.rewrite(note.id, replace(note.body, text="Nobody says why they stop us."))
    hand_on(other, desk)
    other.file.close()
    assert page.foot.status.text() == "1 version to choose"


def test_a_pane_is_made_when_its_step_is_shown(page):
    assert list(page._panes.made()) == [page._panes.pane(CloseStep.READ_BACK)]
    page.go_to(CloseStep.ATTENDANCE)
    page.go_to(CloseStep.READ_BACK)
    assert list(page._panes.made()) == [
        page._panes.pane(CloseStep.READ_BACK),
        page._panes.pane(CloseStep.ATTENDANCE),
    ]


def test_the_finds_of_the_privacy_check_are_counted_once_it_was_shown(page, desk, evening, at, qtbot):
    desk.add(evening, Note(NoteKind.CONCERN, "Call 555 010 4477."))
    assert rows(page)[CloseStep.PRIVACY] == "open"
    total = len(at(CloseStep.PRIVACY)._review.open)
    assert rows(page)[CloseStep.PRIVACY] == f"open · 0 of {total} checked"
    press(qtbot, Qt.Key.Key_K)
    assert rows(page)[CloseStep.PRIVACY] == f"open · 1 of {total} checked"
    page.go_to(CloseStep.EXPORT)
    assert rows(page)[CloseStep.PRIVACY] == f"open · 1 of {total} checked"
    desk.add(evening, Note(NoteKind.CONCERN, "Or 555 010 4478."))
    assert rows(page)[CloseStep.PRIVACY] == "open"
