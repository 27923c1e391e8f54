"""The close as a list of steps: done in any order, left for later, and what is still open."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLabel, QLineEdit

from dialogue_desk.desk.desk import Desk, IncomingPackage
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.session.closing_edits import set_dot_vote
from dialogue_desk.desk.session.session_edits import set_attendance
from dialogue_desk.domain.model.circles import Officers, Program
from dialogue_desk.domain.model.closing import CloseStep, DotVote, StepState, Tally, TallyCategory
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind, Parked
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.ui.closing.closing_page import ClosePage
from dialogue_desk.ui.core.actions import Actions
from dialogue_desk.ui.notes.entry_editors import ActionEditor
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.chips import Chip
from dialogue_desk.ui.widgets.column import ScrollColumn
from tests.ui.seen import button_saying, words_on
from tests.ui.sessions import begin, whole_evening


@pytest.fixture
def evening(desk, folders, shelf, clock):
    return whole_evening(desk, folders, shelf, clock)


@pytest.fixture
def page(desk, folders, context, room, evening, qtbot):
    page = ClosePage(desk, folders, context, room)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show_session(evening)
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    page.take_focus()
    return page


@pytest.fixture
def at(page):
    """Go to a step and into its pane, and return the pane."""

    def go(step):
        page.go_to(step)
        QApplication.processEvents()
        page._enter()
        QApplication.processEvents()
        return page._panes[step]

    return go


def press(qtbot, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QApplication.processEvents()
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)
    QApplication.processEvents()


def type_number(qtbot, box, number):
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, str(number))
    qtbot.keyClick(box, Qt.Key.Key_Return)


def rows(page):
    return {row.id: row.detail for row in page.steps.list.rows()}


def loud(page):
    buttons = page.findChildren(Button)
    return [one.text() for one in buttons if one.weight is Weight.PRIMARY and one.isVisible()]


# The list.


def test_each_step_says_where_it_stands_and_the_foot_what_is_open(page):
    assert rows(page) == {
        CloseStep.READ_BACK: "open · 0 of 12 read",
        CloseStep.TOP_THEMES: "open",
        CloseStep.ACTIONS: "open · 1 incomplete",
        CloseStep.PARKING_LOT: "open · 1 to decide",
        CloseStep.ATTENDANCE: "open",
        CloseStep.TALLIES: "nothing to do",
        CloseStep.DEBRIEF: "done · 1 note",
        CloseStep.PRIVACY: "open",
        CloseStep.EXPORT: "open",
    }
    assert page.foot.sentence() == (
        "Still to do: read back (12), top themes, action ideas (1), parking lot (1), who was "
        "there, privacy pass, export"
    )


def test_the_arrows_go_through_the_steps_enter_goes_in_and_escape_comes_back(page, qtbot):
    assert page.steps.list.hasFocus()
    for _ in range(4):
        press(qtbot, Qt.Key.Key_Down)
    assert page._panes[CloseStep.ATTENDANCE].isVisible()
    press(qtbot, Qt.Key.Key_Return)
    assert isinstance(QApplication.focusWidget(), QAbstractSpinBox)
    press(qtbot, Qt.Key.Key_Escape)
    assert page.steps.list.hasFocus() and page.steps.list.current_id() == CloseStep.ATTENDANCE


def test_the_sheet_of_keys_tells_those_of_the_pass_and_of_reading_back(page):
    page.go_to(CloseStep.PRIVACY)
    told = {}
    for actions in page.findChildren(Actions):
        told |= {group: [key for _, key in keys] for group, keys in actions.shortcuts().items()}
    assert told["Privacy check"] == ["K", "R", "B", "N", "P", "Z"]
    assert told["Read back"] == ["Space", "Shift+Space", "Return", "K", "Del, Backspace"]


def test_a_pane_is_made_when_its_step_is_shown(page):
    assert list(page._panes.made()) == [page._panes[CloseStep.READ_BACK]]
    page.go_to(CloseStep.ATTENDANCE)
    page.go_to(CloseStep.READ_BACK)
    assert list(page._panes.made()) == [
        page._panes[CloseStep.READ_BACK],
        page._panes[CloseStep.ATTENDANCE],
    ]


@pytest.mark.parametrize("step", CloseStep)
def test_every_step_is_entered_and_left_with_the_keyboard(page, step, qtbot):
    page.go_to(step)
    press(qtbot, Qt.Key.Key_Return)
    inside = QApplication.focusWidget()
    assert page._panes[step].isAncestorOf(inside) or inside is page._panes[step] or step is CloseStep.TALLIES
    press(qtbot, Qt.Key.Key_Escape)
    assert page.steps.list.hasFocus()


@pytest.mark.parametrize(
    ("key", "with_"),
    [(Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)],
)
def test_a_key_goes_between_the_steps_and_the_pane(page, key, with_, qtbot):
    press(qtbot, key, with_)
    assert page._panes[CloseStep.READ_BACK].isAncestorOf(QApplication.focusWidget())
    press(qtbot, key, with_)
    assert page.steps.list.hasFocus()


def test_space_ticks_a_step_and_takes_that_back(page, folders, evening, qtbot):
    press(qtbot, Qt.Key.Key_Space)
    assert folders.session(evening).closing.steps == {CloseStep.READ_BACK: StepState.DONE}
    assert rows(page)[CloseStep.READ_BACK] == "done · 0 of 12 read"
    press(qtbot, Qt.Key.Key_Space)
    assert rows(page)[CloseStep.READ_BACK] == "open · 0 of 12 read"


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
    assert "read back (12)" in page.foot.sentence() and "top themes" not in page.foot.sentence()
    page.go_to(CloseStep.TOP_THEMES)
    button_saying(page.foot, "Not done yet").click()
    assert rows(page)[CloseStep.TOP_THEMES] == "open"


def test_a_step_that_is_done_leads_to_the_next_and_at_last_home(page, desk, evening, qtbot):
    page.go_to(CloseStep.DEBRIEF)
    button_saying(page.foot, "Next: Privacy pass").click()
    assert page._here is CloseStep.PRIVACY
    for step in CloseStep:
        page._tick(step)
    page.go_to(CloseStep.DEBRIEF)
    assert page.foot.sentence() == "Nothing is left to do."
    with qtbot.waitSignal(page.left):
        button_saying(page.foot, "Home").click()


def test_the_steps_stand_as_they_were_left_when_the_session_is_closed_again(
    page, desk, folders, context, room, qtbot
):
    page._leave_for_later()
    again = ClosePage(desk, folders, context, room)
    qtbot.addWidget(again)
    again.show_session(page._session)
    assert rows(again) == rows(page)
    assert again._here is CloseStep.TOP_THEMES


def test_the_other_laptop_hears_where_the_steps_stand(page, desk, evening, clock, tmp_path):
    other = Desk(DeskFile(tmp_path / "other.db"), clock, RandomIds(8))
    records = {record.id: record for record in desk.file.records.everything()}
    other.import_records([IncomingPackage(desk.device, "stick", records)])
    page._tick(CloseStep.PRIVACY)
    records = {record.id: record for record in desk.file.records.everything()}
    other.import_records([IncomingPackage(desk.device, "stick", records)])
    said = [one.body.step for one in other.file.records.under(evening) if hasattr(one.body, "state")]
    other.file.close()
    assert said == [CloseStep.PRIVACY]


def test_only_one_button_is_primary_wherever_one_is(page):
    for step in CloseStep:
        page.go_to(step)
        QApplication.processEvents()
        assert len(loud(page)) == 1, step


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
    page._exported()
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


def test_the_evening_is_named(page):
    told = words_on(page)
    assert "Wrap up session 2: One Evening, One Question" in told
    assert "Circle C07 · Eastside Library · Thursday, March 12" in told


def test_a_reader_hears_each_step_and_its_state(page):
    assert page.steps.list.rows()[3].accessible_text == "Parking lot. open · 1 to decide."


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


def test_where_the_window_is_narrow_the_steps_are_one_choice(page, qtbot):
    page.resize(820, 640)
    QApplication.processEvents()
    assert page.steps_select.isVisible() and not page.steps.isVisible()
    assert page.steps_select.select.currentText() == "Read back: open"
    page.steps_select.select.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    assert page._panes[CloseStep.TOP_THEMES].isVisible()
    press(qtbot, Qt.Key.Key_F6)
    press(qtbot, Qt.Key.Key_Escape)
    assert page.steps_select.select.hasFocus()


def test_the_keyboard_stays_on_the_steps_when_the_window_grows_narrow_and_wide(page):
    page.resize(820, 640)
    QApplication.processEvents()
    assert page.steps_select.select.hasFocus()
    page.resize(1366, 768)
    QApplication.processEvents()
    assert page.steps.list.hasFocus()


def test_what_the_guide_asked_for_and_did_not_get_is_said_where_the_notes_are_read(page):
    (told,) = [said for said in words_on(page) if said.startswith("The guide asked for more")]
    assert "First round: a story · concern: none yet" in told
    assert "Curious questions ·" not in told


def test_what_two_laptops_changed_is_told_at_the_foot(page, desk, folders, evening, tmp_path, clock):
    note = folders.session(evening).notes_of(NoteKind.CONCERN)[0]
    other = Desk(DeskFile(tmp_path / "other.db"), clock, RandomIds(8))
    hand_on(desk, other)
    desk.rewrite(note.id, replace(note.body, text="Stops feel random."))
    other.rewrite(note.id, replace(note.body, text="Nobody says why they stop us."))
    hand_on(other, desk)
    other.file.close()
    assert page.foot.sentence().endswith("export, 1 version to choose")


def hand_on(one, other):
    records = {record.id: record for record in one.file.records.everything()}
    other.import_records([IncomingPackage(one.device, "stick", records)])


@pytest.mark.parametrize("key", [Qt.Key.Key_F6, Qt.Key.Key_Escape])
def test_a_key_leads_out_of_the_box_of_the_debrief_too(at, page, key, qtbot):
    assert at(CloseStep.DEBRIEF).box.hasFocus()
    press(qtbot, key)
    assert page.steps.list.hasFocus()


# Top themes.


def test_space_picks_a_theme_and_alt_with_the_arrows_orders_them(at, desk, folders, evening, qtbot, said):
    for name in ("light", "school"):
        theme = desk.add(folders.session(evening).circle_id, type(next(iter_themes(folders, evening)))(name))
        desk.add(evening, ActionIdea("An idea", themes=(theme,)))
    pane = at(CloseStep.TOP_THEMES)
    assert [(row.title, row.detail) for row in pane.list.rows()] == [
        ("Getting home", "3 notes"),
        ("light", "1 note"),
        ("school", "1 note"),
    ]
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_End)
    press(qtbot, Qt.Key.Key_Space)
    assert [row.figure for row in pane.list.rows()] == ["1", "2", ""]
    assert pane.list.rows()[1].title == "school" == title_here(pane)
    press(qtbot, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [row.title for row in pane.list.rows()] == ["school", "Getting home", "light"]
    assert said[-1] == "1: school. 1 note."
    assert not pane.earlier_button.isEnabled() and pane.later_button.isEnabled()
    pane.pick_button.click()
    assert [row.title for row in pane.list.rows()] == ["Getting home", "light", "school"]
    desk.undo()
    chosen = folders.session(evening).closing.top_themes
    assert folders.session(evening).theme_names(chosen) == ("school", "Getting home")


def iter_themes(folders, session_id):
    return iter(folders.session(session_id).themes.values())


def title_here(pane):
    return next(row.title for row in pane.list.rows() if row.id == pane.list.current_id())


# Action ideas.


def test_what_is_missing_of_an_idea_is_asked_quietly(at, qtbot):
    pane = at(CloseStep.ACTIONS)
    assert (
        "Still missing: who could take it up, a first step, where the change would be, when, "
        "why, what to build on, what stands in the way"
    ) in words_on(pane)
    assert QApplication.focusWidget().text() == "Add details"


def test_the_rest_of_an_idea_is_said_in_the_editor(at, page, folders, evening, qtbot):
    at(CloseStep.ACTIONS)
    QApplication.focusWidget().click()
    (editor,) = page.findChildren(ActionEditor)
    editor.who.setText("The city")
    editor.save_button.click()
    assert {action.body.who for action in folders.session(evening).actions} >= {"The city"}


def test_an_idea_under_a_new_theme_is_one_step_to_take_back(at, page, desk, folders, evening):
    at(CloseStep.ACTIONS)
    before = folders.session(evening)
    QApplication.focusWidget().click()
    (editor,) = page.findChildren(ActionEditor)
    editor.who.setText("The city")
    editor.themes.findChild(QLineEdit).setText("Something new")
    editor.save_button.click()
    assert "Something new" in {theme.name for theme in folders.session(evening).themes.values()}
    desk.undo()
    assert folders.session(evening).actions == before.actions
    assert folders.session(evening).themes == before.themes


def test_an_idea_that_is_taken_out_comes_back(at, page, folders, context, evening):
    at(CloseStep.ACTIONS)
    QApplication.focusWidget().click()
    (editor,) = page.findChildren(ActionEditor)
    editor.remove_button.click()
    assert len(folders.session(evening).actions) == 1
    context.toast.acted.emit("bring back ideas")
    assert len(folders.session(evening).actions) == 2


def test_dots_have_a_budget_and_too_many_are_told(at, desk, folders, evening, qtbot):
    set_attendance(desk, evening, 11)
    pane = at(CloseStep.ACTIONS)
    pane.dots.switch.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert folders.session(evening).closing.vote == DotVote(3, 11)
    assert pane.dots.sentence() == "0 of 33 dots given"
    first, second = (pane._ideas[action.id] for action in folders.session(evening).actions)
    type_number(qtbot, first.dots.box, 20)
    type_number(qtbot, second.dots.box, 14)
    assert pane.dots.sentence().startswith("34 of 33 dots: 1 too many.")
    assert {"Place 1", "Place 2"} <= set(words_on(pane))
    type_number(qtbot, first.dots.box, 14)
    assert "Place 1, tied" in words_on(pane)
    type_number(qtbot, pane.dots.voters.box, 12)
    assert pane.dots.sentence() == "28 of 36 dots given"
    pane.dots.switch.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    after = folders.session(evening)
    assert after.closing.vote is None and all(action.body.dots is None for action in after.actions)


# The parking lot.


def test_a_parked_note_is_kept_for_next_time_or_dealt_with(at, page, folders, evening, qtbot):
    at(CloseStep.PARKING_LOT)
    assert isinstance(QApplication.focusWidget(), Chip)
    press(qtbot, Qt.Key.Key_Space)
    assert parked(folders, evening) is Parked.NEXT_TIME
    assert rows(page)[CloseStep.PARKING_LOT] == "done"
    press(qtbot, Qt.Key.Key_Right)
    assert parked(folders, evening) is Parked.DEALT_WITH
    press(qtbot, Qt.Key.Key_Space)
    assert parked(folders, evening) is Parked.OPEN


def parked(folders, session_id):
    return folders.session(session_id).notes_of(NoteKind.PARKING_LOT)[0].body.parked


def test_a_parked_note_becomes_an_action_idea_or_a_question_and_undo_brings_it_back(
    at, page, desk, folders, evening
):
    pane = at(CloseStep.PARKING_LOT)
    button_saying(pane, "Make it an action idea").click()
    assert "Parking on market days." in [action.body.what for action in folders.session(evening).actions]
    assert "Nothing was parked" in words_on(pane) and rows(page)[CloseStep.PARKING_LOT] == "nothing to do"
    desk.undo()
    button_saying(pane, "Make it a question").click()
    assert "Parking on market days." in [
        note.body.text for note in folders.session(evening).notes_of(NoteKind.QUESTION)
    ]
    desk.undo()
    assert parked(folders, evening) is Parked.OPEN


def test_what_is_parked_and_sensitive_is_not_made_an_action_idea_for_all_to_read(at, desk, folders, evening):
    pane = at(CloseStep.PARKING_LOT)
    (note,) = folders.session(evening).notes_of(NoteKind.PARKING_LOT)
    desk.rewrite(note.id, replace(note.body, sensitive=True))
    QApplication.processEvents()
    assert "Make it an action idea" not in words_on(pane) and "Make it a question" in words_on(pane)
    pane._make_idea(note.id)
    assert desk.get(note.id).body.sensitive


# Who was there.


def test_the_head_count_is_typed_and_kept(at, desk, evening, qtbot):
    at(CloseStep.ATTENDANCE)
    box = QApplication.focusWidget()
    assert box.accessibleName() == "How many people were there?"
    assert "11 people were expected" in box.accessibleDescription()
    type_number(qtbot, box, 14)
    assert desk.get(evening).body.present == 14
    desk.undo()
    assert desk.get(evening).body.present is None and box.text() == "not counted"


def test_officers_present_or_not_is_one_choice_that_can_be_taken_back(at, desk, evening, qtbot):
    pane = at(CloseStep.ATTENDANCE)
    chips = pane.findChildren(Chip)
    chips[1].setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert desk.get(evening).body.officers is Officers.PARTLY
    press(qtbot, Qt.Key.Key_Space)
    assert desk.get(evening).body.officers is None


def test_how_the_evening_went_stands_under_it(at):
    told = words_on(at(CloseStep.ATTENDANCE))
    assert "It took 3 min less than planned." in told
    assert "24 of 18 min" in told and "left out, planned 14 min" in told


def test_what_was_caught_is_counted_by_kind(at):
    told = words_on(at(CloseStep.ATTENDANCE))
    assert {"Concern 2", "Debrief 1", "Quote 2", "Action ideas 2", "12 notes"} <= set(told)


# Tallies.


@pytest.fixture
def ages(desk, folders, evening):
    """A category of the program to which the circle belongs."""
    folder = folders.session(evening)
    program = desk.add(NO_OWNER, Program("Bridges"))
    desk.rewrite(folder.circle_id, replace(folder.circle, program=program))
    return desk.add(program, TallyCategory("Age", ("under 30", "30 and over")))


def test_without_categories_there_is_nothing_to_count(at, page):
    assert "Nothing to count" in words_on(at(CloseStep.TALLIES))
    assert rows(page)[CloseStep.TALLIES] == "nothing to do"


def test_the_head_count_comes_first(at, ages):
    assert "Enter the head count first" in words_on(at(CloseStep.TALLIES))


def test_few_people_are_not_counted_and_told_why(at, page, desk, evening, ages):
    set_attendance(desk, evening, 9)
    told = " ".join(words_on(at(CloseStep.TALLIES)))
    assert "With 9 people in the room a count may point at one of them" in told
    assert rows(page)[CloseStep.TALLIES] == "nothing to do"


@pytest.fixture
def eleven(desk, evening):
    set_attendance(desk, evening, 11)


@pytest.mark.usefixtures("eleven")
def test_counts_are_held_softly_against_the_head_count(at, page, folders, evening, ages, qtbot):
    pane = at(CloseStep.TALLIES)
    sheet = pane._sheets[ages]
    assert sheet.sentence() == "Not counted"
    box = QApplication.focusWidget()
    assert box.accessibleName() == "Age: under 30"
    type_number(qtbot, box, 4)
    assert folders.session(evening).closing.tallies[ages] == Tally(
        ages, (("under 30", 4), ("30 and over", 0))
    )
    assert sheet.sentence() == "4 of 11 people counted. The others may not have wanted to say."
    second = list(sheet._numbers.values())[1].box
    type_number(qtbot, second, 7)
    assert (
        sheet.sentence() == "All 11 people counted"
        and rows(page)[CloseStep.TALLIES] == "done · 1 of 1 counted"
    )
    type_number(qtbot, second, 8)
    assert sheet.sentence() == "12 counted, but 11 people were there. Someone may have given two answers."


# The debrief.


def test_a_debrief_is_typed_line_by_line_and_stays_private(at, page, folders, evening, qtbot):
    pane = at(CloseStep.DEBRIEF)
    assert "What should the organizer know?" in words_on(pane)
    qtbot.keyClicks(QApplication.focusWidget(), "The heating.")
    press(qtbot, Qt.Key.Key_Return)
    assert pane.box.hasFocus() and not pane.box.toPlainText()
    notes = folders.session(evening).notes_of(NoteKind.DEBRIEF)
    assert notes[-1].body.text == "The heating." and notes[-1].body.part == ""
    assert rows(page)[CloseStep.DEBRIEF] == "done · 2 notes"


@pytest.fixture
def another(desk, shelf):
    return begin(desk, shelf)


@pytest.mark.parametrize("how", ["another step", "the page", "another session"])
def test_a_line_that_nobody_entered_is_kept(at, page, another, folders, how, qtbot):
    evening = page._session
    at(CloseStep.DEBRIEF)
    qtbot.keyClicks(QApplication.focusWidget(), "The heating.")
    if how == "another step":
        page.go_to(CloseStep.PRIVACY)
    elif how == "the page":
        page.leave()
    else:
        page.show_session(another)
        page.go_to(CloseStep.DEBRIEF)
    assert folders.session(evening).notes_of(NoteKind.DEBRIEF)[-1].body.text == "The heating."


def test_a_debrief_is_taken_out_and_brought_back(at, context, folders, evening):
    pane = at(CloseStep.DEBRIEF)
    button_saying(pane, "Delete").click()
    assert not folders.session(evening).notes_of(NoteKind.DEBRIEF)
    context.toast.acted.emit("bring back debrief")
    assert folders.session(evening).notes_of(NoteKind.DEBRIEF)


def test_the_finds_of_the_privacy_pass_are_told_once_it_was_shown(page, desk, evening, at, qtbot):
    desk.add(evening, Note(NoteKind.CONCERN, "Call 555 010 4477."))
    assert rows(page)[CloseStep.PRIVACY] == "open" and "privacy pass," in page.foot.sentence()
    total = len(at(CloseStep.PRIVACY)._findings.open)
    assert rows(page)[CloseStep.PRIVACY] == f"open · 0 of {total} looked at"
    assert f"privacy pass ({total})" in page.foot.sentence()
    press(qtbot, Qt.Key.Key_K)
    assert rows(page)[CloseStep.PRIVACY] == f"open · 1 of {total} looked at"
    page.go_to(CloseStep.EXPORT)
    assert rows(page)[CloseStep.PRIVACY] == f"open · 1 of {total} looked at"
    desk.add(evening, Note(NoteKind.CONCERN, "Or 555 010 4478."))
    assert rows(page)[CloseStep.PRIVACY] == "open"


def test_enter_replaces_one_find_and_answers_no_other(page, desk, evening, at, qtbot):
    for said in ("Call 555 010 4477.", "Or write to somebody@example.org."):
        desk.add(evening, Note(NoteKind.CONCERN, said))
    pane = at(CloseStep.PRIVACY)
    before = len(pane._findings.open)
    press(qtbot, Qt.Key.Key_R)
    qtbot.keyClicks(QApplication.focusWidget(), "a number")
    press(qtbot, Qt.Key.Key_Return)
    assert len(pane._findings.open) == before - 1
    assert "Call a number." in [note.body.text for note in pane._folder.notes]
