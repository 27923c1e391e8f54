from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from dialogue_desk.desk.session.session_runner import SessionRunner
from dialogue_desk.domain.model.ids import MINUTE, SECOND
from dialogue_desk.domain.model.live_session import MoveKind, Phase
from dialogue_desk.domain.run.pacing import WarningTime
from dialogue_desk.ui.room.room_screen import RoomScreen
from dialogue_desk.ui.room.room_sheet import RoomMode
from dialogue_desk.ui.run.run_page import RunPage
from dialogue_desk.ui.style.theme import Size
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.ring import Pace
from tests.ui.seen import nameless
from tests.ui.under_way import begun, lived_in


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def live(page):
    return page._controller.live


def primaries(page):
    return [
        button.text()
        for button in page.findChildren(QAbstractButton)
        if button.isVisible() and getattr(button, "weight", None) is Weight.PRIMARY
    ]


@pytest.fixture
def running(run_page, session_id, qtbot):
    page = run_page(session_id)
    page.card.clock_button.click()
    return page


def test_the_first_thing_to_do_is_to_start(run_page, session_id, qtbot):
    page = run_page(session_id)
    assert QApplication.focusWidget() is page.card.clock_button
    assert primaries(page) == ["Start"]
    press(qtbot, Qt.Key.Key_Space)
    assert live(page).phase is Phase.RUNNING
    assert primaries(page) == ["Next: Ground rules check"]
    assert QApplication.focusWidget() is page.card.next_button


def test_enter_presses_the_button_that_has_the_focus(run_page, session_id, qtbot):
    page = run_page(session_id)
    press(qtbot, Qt.Key.Key_Return)
    assert live(page).phase is Phase.RUNNING
    press(qtbot, Qt.Key.Key_Return)
    assert live(page).current == 1


def test_it_says_what_session_it_is_and_when_it_ends(running):
    assert running.top._title.text() == "Session 2 of 5: What is going on here?"
    assert running.top._place.text() == "Circle C07 · Eastside Library · 11 people"
    assert running.top._time.text() == "7:00 PM  ·  ends 9:00"
    assert running.top._late.text() == "on time"


def test_it_never_goes_on_by_itself(running, clock):
    clock.advance(3 * 60 * MINUTE)
    running._controller.tick()
    assert live(running).current == 0
    assert running.card.ring.clock() == "+2:48:00"
    assert running.card._status.text() == "168 minutes over"


def test_little_time_is_said_in_words_and_once(running, clock, said):
    clock.advance(10 * MINUTE)
    running._controller.tick()
    assert said == ["2 minutes left"]
    assert running.card._status.text() == "2 minutes left"
    for _ in range(20):
        clock.advance(SECOND)
        running._controller.tick()
    assert said == ["2 minutes left"]


def test_the_warning_comes_when_a_person_wants_it(run_page, context, session_id, clock, said, qtbot):
    wanted = [WarningTime(5 * MINUTE, 50)]
    page = run_page(session_id, context=replace(context, warn=lambda: wanted[0]))
    page.card.clock_button.click()
    clock.advance(7 * MINUTE)
    page._controller.tick()
    assert said[-1] == "5 minutes left"
    assert page.card.ring._time.pace is Pace.WARNING
    wanted[0] = WarningTime(0, 0)
    clock.advance(SECOND)
    page._controller.tick()
    assert page.card.ring._time.pace is Pace.RUNNING


def test_a_part_warns_says_its_last_minute_and_that_its_time_is_up(running, clock, said):
    seen = []
    for _ in range(13 * 60):
        clock.advance(SECOND)
        running._controller.tick()
        seen.append((running.card._status.text(), running.card.ring._time.pace))
    assert said == [
        "2 minutes left",
        "1 minute left",
        "Time is up for this part. Go on when the circle is ready.",
    ]
    assert seen[10 * 60 - 2] == ("", Pace.RUNNING)
    assert seen[10 * 60 - 1] == ("2 minutes left", Pace.WARNING)
    assert seen[11 * 60 - 1] == ("1 minute left", Pace.WARNING)
    assert seen[12 * 60 - 1] == ("over time", Pace.OVER)


def test_a_minute_late_is_on_time(running, clock):
    clock.advance(13 * MINUTE)
    running._controller.tick()
    assert running.top._late.text() == "on time"
    clock.advance(SECOND)
    running._controller.tick()
    assert running.top._late.text() == "1 min late"


def test_a_move_is_told_to_readers(running, clock, said):
    running.card.next_button.click()
    running.card.clock_button.click()
    running.card.minute_buttons[1].click()
    assert said == ["Part 2: Ground rules check, 5 min", "The session is paused"]


def test_being_late_is_said_in_words(running, clock):
    clock.advance(18 * MINUTE)
    running._controller.tick()
    assert running.top._late.text() == "6 min late"
    assert running.top._time.text() == "7:18 PM  ·  ends 9:06"


def test_next_and_back_by_the_keys_of_a_remote(running, clock, qtbot):
    press(qtbot, Qt.Key.Key_PageDown)
    assert live(running).current == 1
    clock.advance(SECOND)
    press(qtbot, Qt.Key.Key_PageDown)
    assert live(running).current == 2
    press(qtbot, Qt.Key.Key_PageUp)
    assert live(running).current == 1


def test_two_presses_at_once_are_one(running, clock, qtbot):
    press(qtbot, Qt.Key.Key_PageDown)
    clock.advance(300)
    press(qtbot, Qt.Key.Key_PageDown)
    assert live(running).current == 1


def test_minutes_by_keys_and_buttons(running, qtbot):
    press(qtbot, Qt.Key.Key_Plus)
    press(qtbot, Qt.Key.Key_Minus)
    press(qtbot, Qt.Key.Key_Plus)
    assert live(running).given(0) == 13 * MINUTE
    running.card.minute_buttons[5].click()
    assert live(running).given(0) == 18 * MINUTE


def test_p_pauses_and_resumes(running, qtbot):
    press(qtbot, Qt.Key.Key_P)
    assert live(running).phase is Phase.PAUSED
    assert primaries(running) == ["Resume"]
    press(qtbot, Qt.Key.Key_P)
    assert live(running).phase is Phase.RUNNING


def test_space_goes_on_where_nothing_else_uses_it(running, qtbot):
    running.setFocus()
    running.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    running.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert live(running).current == 1


def test_space_presses_the_button_that_has_the_focus(running, qtbot):
    running.card.clock_button.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert live(running).phase is Phase.PAUSED
    assert live(running).current == 0


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_PageDown, Qt.Key.Key_P, Qt.Key.Key_Plus, Qt.Key.Key_G, Qt.Key.Key_B]
)
def test_keys_are_for_typing_while_a_note_is_written(running, room, qtbot, key):
    before = live(running)
    press(qtbot, Qt.Key.Key_N)
    assert QApplication.focusWidget() is running.notes.note_input.box
    press(qtbot, key)
    assert live(running) == before
    assert not room.is_blank()
    assert running._center.currentWidget() is running.card


def test_escape_leaves_the_note_box_and_what_is_in_it(running, qtbot):
    press(qtbot, Qt.Key.Key_N)
    qtbot.keyClicks(QApplication.focusWidget(), "half a no")
    press(qtbot, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is running.card.next_button
    assert running.notes.note_input.text() == "half a no"


def test_a_part_is_gone_to_without_a_question_and_back_takes_it_back(running, qtbot):
    running.rail.parts.setFocus()
    for _ in range(3):
        press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    assert live(running).current == 3
    assert running.card.back_button.text() == "Back to Check-in"
    running.card.back_button.click()
    assert live(running).current == 0


def test_the_rail_says_what_was_taken_and_what_may_go(running, clock):
    clock.advance(14 * MINUTE + 10 * SECOND)
    running.card.next_button.click()
    rows = running.rail.parts.rows()
    assert rows[0].detail == "12 min · took 14:10"
    assert rows[5].detail == "6 min · may be left out first"
    assert rows[4].detail == "26 min · may shrink to 15"
    assert rows[1].accessible_text.endswith("now.")


def test_the_buttons_follow_what_makes_sense(run_page, session_id):
    page = run_page(session_id)
    assert not page.card.next_button.isEnabled()
    assert not page.card.back_button.isEnabled()
    assert not page.card.minute_buttons[1].isEnabled()
    page.card.clock_button.click()
    assert page.card.next_button.isEnabled()
    assert page.card.minute_buttons[1].isEnabled()


def test_at_the_last_part_the_session_is_closed(running, clock, qtbot, session_id):
    while MoveKind.NEXT in live(running).allowed:
        clock.advance(SECOND)
        running.card.next_button.click()
    assert running.card.next_button.text() == "Wrap up the session"
    clock.advance(SECOND)
    with qtbot.waitSignal(running.closing, timeout=0) as closing:
        running.card.next_button.click()
    assert closing.args == [session_id]
    assert live(running).phase is Phase.CLOSED


def test_a_closed_session_can_be_opened_again(running, run_page, clock, session_id):
    running._controller.go_to(live(running).parts[-1].id)
    clock.advance(SECOND)
    running.card.next_button.click()
    running.leave()
    page = run_page(session_id)
    assert primaries(page) == ["Look at the notes"]
    page.card.clock_button.click()
    assert live(page).phase is Phase.PAUSED


# Ground rules.


def test_one_key_shows_the_ground_rules_and_takes_them_away(running, qtbot):
    press(qtbot, Qt.Key.Key_G)
    assert running._center.currentWidget() is running.rules
    press(qtbot, Qt.Key.Key_Escape)
    assert running._center.currentWidget() is running.card


def test_ground_rules_are_put_right_with_the_group(running, folders, session_id, qtbot, room):
    press(qtbot, Qt.Key.Key_G)
    editor = running.rules.editor
    editor.line.setFocus()
    qtbot.keyClicks(editor.line, "Phones stay in pockets")
    press(qtbot, Qt.Key.Key_Return)
    agreed = [rule.body.text for rule in folders.session(session_id).ground_rules]
    assert agreed[-1] == "Phones stay in pockets"
    running.rules._room_button.click()
    assert room.is_open()
    assert room.shown[-1] == ("rules", tuple(agreed))


def test_the_clock_goes_on_while_the_ground_rules_are_read(running, clock, qtbot):
    press(qtbot, Qt.Key.Key_G)
    clock.advance(MINUTE)
    running._controller.tick()
    assert running._controller.read().part_elapsed == MINUTE


# The room display.


def test_the_wall_follows_the_question_of_the_part(run_page, desk, shelf, room, clock):
    page = run_page(begun(desk, shelf, languages=("en", "es"), code="C08"))
    page.card.clock_button.click()
    page.top._room.click()
    page.room_bar.show_part("where-i-stand", page._plans(page._folder))
    kind, texts = room.shown[-1]
    assert kind == "question"
    assert [language for language, _ in texts] == ["en", "es"]
    assert texts[0][1] == "Which card is closest to your own life?\nWhich is hardest to hear?"
    clock.advance(SECOND)
    page.card.next_button.click()
    assert room.shown[-1][1] != texts


def test_the_wall_shows_the_time_when_it_is_asked_to(running, room, clock):
    running.top._room.click()
    running.room_bar.chips.choose("time")
    clock.advance(MINUTE)
    running._controller.tick()
    kind, time = room.shown[-1]
    assert (kind, time.left) == ("time", 11 * MINUTE)


def test_words_typed_for_the_room_are_shown_with_enter_and_are_no_keys(running, room, qtbot):
    running.top._room.click()
    bar = running.room_bar
    chip = next(chip for chip in bar.chips._chips if chip.choice.id == RoomMode.MESSAGE)
    chip.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is bar.message
    qtbot.keyClicks(bar.message, "Back by 8.10, please")
    assert room.shown[-1] == ("message", "")
    press(qtbot, Qt.Key.Key_Return)
    assert room.shown[-1] == ("message", "Back by 8.10, please")
    assert not room.is_blank()
    assert live(running).current == 0
    bar.chips.chosen.emit(RoomMode.QUESTION)
    assert bar.message.isHidden()


def test_a_silence_has_no_words(running, room):
    running.top._room.click()
    running.room_bar.chips.chosen.emit(RoomMode.SILENCE)
    assert room.shown[-1] == ("silence",)
    running._controller.make_move(MoveKind.NEXT)
    assert room.shown[-1] == ("silence",)


def test_the_room_sees_both_languages_or_one(run_page, desk, shelf, room, qtbot):
    page = run_page(begun(desk, shelf, languages=("en", "es")))
    page.top._room.click()
    bar = page.room_bar
    assert bar.languages.isVisible()
    assert [language for language, _ in room.shown[-1][1]] == ["en", "es"]
    bar.languages.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Down)
    assert [language for language, _ in room.shown[-1][1]] == ["es"]


def test_one_language_leaves_nothing_to_choose(running):
    running.top._room.click()
    assert running.room_bar.languages.isHidden()


def test_the_wall_is_dark_on_light_where_the_room_is_bright(running, room, qtbot):
    running.top._room.click()
    button = running.room_bar.ground_button
    assert button.accessibleName() == "Black on white"
    button.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert room.shown[-1] == ("dark", False)
    assert button.accessibleName() == "White on black"


def test_b_makes_the_wall_dark(running, room, qtbot):
    press(qtbot, Qt.Key.Key_F5)
    assert room.is_open()
    assert running.room_bar.isVisible()
    press(qtbot, Qt.Key.Key_B)
    assert room.is_blank()
    press(qtbot, Qt.Key.Key_B)
    assert not room.is_blank()
    press(qtbot, Qt.Key.Key_F5)
    assert not running.room_bar.isVisible()


def test_a_remote_in_the_hand_of_one_who_looks_at_the_wall(running, room, clock):
    room.key_pressed.emit("PgDown")
    assert live(running).current == 1
    room.key_pressed.emit("PgUp")
    assert live(running).current == 0


# After a kill.


@pytest.fixture
def killed(desk, folders, pulse, session_id):
    """The session as another start of the app ran it."""
    return SessionRunner(desk, folders.session(session_id), pulse)


def test_it_is_taken_up_again_where_it_stood(run_page, killed, session_id, clock, said):
    killed.make_move(MoveKind.START)
    for _ in range(3):
        clock.advance(SECOND)
        killed.make_move(MoveKind.NEXT)
    clock.advance(16 * MINUTE + 20 * SECOND)
    killed.tick()
    clock.advance(3 * MINUTE)
    page = run_page(session_id)
    stood = "You were in part 4, Where I stand, with 7:40 left."
    assert page.resume.sentence() == stood
    assert said == [stood]
    assert primaries(page) == ["Resume with 7:40 left"]
    assert page.resume.count_button.text() == "Count the 3 minutes that passed"
    page.resume.resume_button.click()
    assert page.card.ring.clock() == "7:40"
    assert live(page).phase is Phase.RUNNING


def test_the_time_away_can_be_counted(run_page, killed, session_id, clock):
    killed.make_move(MoveKind.START)
    clock.advance(2 * MINUTE)
    killed.tick()
    clock.advance(3 * MINUTE)
    page = run_page(session_id)
    page.resume.count_button.click()
    assert page.card.ring.clock() == "7:00"


def test_nothing_moves_while_it_is_asked_how_to_go_on(run_page, killed, session_id, qtbot):
    killed.make_move(MoveKind.START)
    page = run_page(session_id)
    before = live(page)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_P, Qt.Key.Key_Plus):
        press(qtbot, key)
    assert live(page) == before


def test_a_clock_that_was_set_is_said_in_words(running, clock, context):
    clock.advance(SECOND)
    running._controller.tick()
    clock.set(60 * MINUTE)
    clock.advance(SECOND)
    running._controller.tick()
    said = "The laptop's clock was set 1 hour forward. The session's time did not change."
    assert context.toast.sentence() == said


def test_a_sleep_of_the_laptop_is_said_in_words(running, clock, context):
    clock.sleep(20 * MINUTE)
    running._controller.tick()
    said = "The laptop was asleep for 20 minutes. The session's clock kept counting."
    assert context.toast.sentence() == said


# Around it.


def test_a_session_that_is_gone_leads_home(running, context, qtbot):
    with qtbot.waitSignal(running.left, timeout=0):
        running.show_session("nobody-knows-it")
    assert context.toast.sentence() == "This session is no longer on this laptop."


def test_a_session_that_goes_while_it_runs_leads_home(running, desk, session_id, qtbot):
    with qtbot.waitSignal(running.left, timeout=0):
        desk.remove(session_id)
    assert running._controller is None


def test_every_key_is_on_the_sheet_once(running):
    sheet = running.actions_here.shortcuts()
    assert ("Next part", "PgDown, Space") in sheet["Session"]
    keys = [key for rows in sheet.values() for _, shown in rows for key in shown.split(", ")]
    assert len(keys) == len(set(keys))


@pytest.fixture
def lived(desk, folders, shelf, clock, pulse):
    return lived_in(desk, folders, shelf, clock, pulse)


@pytest.mark.parametrize(
    ("scale", "size"), [(100, (1366, 768)), (125, (1280, 720)), (125, (1092, 614)), (200, (1366, 768))]
)
@pytest.mark.parametrize("notes", [False, True])
def test_the_page_is_whole_on_small_screens(run_page, lived, theme, scale, size, notes):
    theme.change(scale=scale)
    page = run_page(lived, size=size, taking_notes=notes)
    if not notes:
        page.resume.resume_button.click()
    assert (page.width(), page.height()) == size
    page._room.open()
    hint = page.minimumSizeHint()
    assert hint.width() <= size[0]
    assert hint.height() <= max(size[1], 700)
    assert_nothing_is_cut(page)


def assert_nothing_is_cut(page):
    """Buttons and lists lie inside their parents, wide enough for their longest word."""
    for widget in page.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QAbstractButton):
            continue
        corner = widget.mapTo(page, widget.rect().topLeft())
        assert corner.x() >= 0
        assert corner.x() + widget.width() <= page.width(), widget.text()
        assert widget.width() >= widget.minimumSizeHint().width(), widget.text()


def test_narrow_windows_fold_the_parts_away(running):
    running.resize(1000, 700)
    assert not running.rail.isVisible()
    assert running.notes.isVisible()
    running.panels.bring_forward("parts")
    assert running.rail.isVisible()
    assert not running.notes.isVisible()
    running.resize(1366, 768)
    assert running.rail.isVisible()
    assert running.notes.isVisible()


def test_n_finds_the_notes_where_they_are_folded_away(running, qtbot):
    running.resize(700, 700)
    assert not running.notes.isVisible()
    running.card.next_button.setFocus()
    press(qtbot, Qt.Key.Key_N)
    assert running.notes.isVisible()
    assert QApplication.focusWidget() is running.notes.note_input.box


def test_ground_rules_can_be_read_while_notes_are_taken(run_page, session_id, qtbot):
    page = run_page(session_id, taking_notes=True)
    page.rail.parts.setFocus()
    press(qtbot, Qt.Key.Key_G)
    assert page.rules.isVisible()
    press(qtbot, Qt.Key.Key_Escape)
    assert not page.rules.isVisible()
    assert QApplication.focusWidget() is page.notes.note_input.box


@pytest.fixture
def page_and_wall(desk, folders, context, pulse, session_id, qtbot):
    """A run page with the real room display, not a fake one."""
    room = RoomScreen(context)
    page = RunPage(desk, folders, context, pulse, room)
    qtbot.addWidget(page)
    page.show_session(session_id)
    yield page, room
    room.close()
    page.leave()


def test_the_real_wall_shows_what_the_page_feeds_it(page_and_wall, clock):
    page, room = page_and_wall
    page.card.clock_button.click()
    page.room_bar.toggle_open()
    assert room.mode is RoomMode.QUESTION
    assert page._folder.plan.parts[0].ask[0] in room.content.texts[0]
    page.room_bar.chips.choose(RoomMode.TIME)
    clock.advance(MINUTE)
    page._controller.tick()
    assert (room.mode, room.content.time.left) == (RoomMode.TIME, 11 * MINUTE)
    page.rules.room_display_wanted.emit()
    assert room.content.texts == tuple(rule.body.text for rule in page._folder.ground_rules)


def test_the_laptop_sees_what_the_room_sees(page_and_wall, qtbot):
    page, room = page_and_wall
    page.resize(1366, 768)
    page.show()
    page.room_bar.toggle_open()
    preview = page.room_bar.preview
    assert preview.isVisible()
    assert preview.content == room.content
    page.room_bar.message.setText("Back by 8:10, please")
    page.room_bar.chips.chosen.emit(RoomMode.MESSAGE)
    assert preview.content.texts == ("Back by 8:10, please",)
    room.set_blank(True)
    assert preview.content.mode is RoomMode.BLANK
    page.resize(1000, 700)
    assert preview.isHidden()
    assert page.room_bar.select.isVisible()


def test_everything_that_takes_the_keyboard_has_a_name(running):
    running.notes.note_input.choices.choose_kind("debrief")
    assert nameless(running) == []


def test_taking_notes_needs_no_clock(run_page, session_id, desk, folders, qtbot):
    page = run_page(session_id, taking_notes=True)
    assert QApplication.focusWidget() is page.notes.note_input.box
    page.rail.parts.opened.emit("facts")
    qtbot.keyClicks(page.notes.note_input.box, "Twelve calls a night")
    press(qtbot, Qt.Key.Key_Return)
    folder = folders.session(session_id)
    assert [note.body.part for note in folder.notes] == ["facts"]
    assert folder.live.phase is Phase.READY
    assert not page.card.isVisible()


def test_what_is_typed_up_from_paper_has_no_time(run_page, session_id, folders, qtbot):
    page = run_page(session_id, taking_notes=True, from_paper=True)
    assert page.rail.from_paper.isVisible() and page.rail.from_paper.isChecked()
    qtbot.keyClicks(page.notes.note_input.box, "Twelve calls a night")
    press(qtbot, Qt.Key.Key_Return)
    page.rail.from_paper.click()
    qtbot.keyClicks(QApplication.focusWidget(), "Said just now")
    press(qtbot, Qt.Key.Key_Return)
    told = {note.body.text: note.body.said_at for note in folders.session(session_id).notes}
    assert told["Twelve calls a night"] is None and told["Said just now"] is not None


def test_the_keys_go_from_part_to_part_on_a_laptop_that_only_takes_notes(
    run_page, session_id, folders, qtbot
):
    page = run_page(session_id, taking_notes=True)
    press(qtbot, Qt.Key.Key_Escape)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        press(qtbot, key)
    page.notes.focus_box()
    qtbot.keyClicks(page.notes.note_input.box, "Under the second part")
    press(qtbot, Qt.Key.Key_Return)
    folder = folders.session(session_id)
    assert [note.body.part for note in folder.notes] == [folder.plan.parts[1].id]
    assert folder.live.phase is Phase.READY


def test_a_session_of_two_hours_at_speed(running, clock, said, folders, session_id, qtbot):
    started = clock.now()
    box = running.notes.note_input.box
    for number in range(9):
        part = live(running).parts[live(running).current]
        for second in range(part.planned // SECOND):
            clock.advance(SECOND)
            running._controller.tick()
            if second == 30:
                running.side.write()
                if not running.notes.note_input.takes_notes():
                    running.notes.note_input.notice.ask()
                    qtbot.keyClicks(QApplication.focusWidget(), "They asked for it")
                    press(qtbot, Qt.Key.Key_Return)
                box.insertPlainText(f"note {number}")
                press(qtbot, Qt.Key.Key_Return)
                press(qtbot, Qt.Key.Key_Escape)
        running.card.next_button.click()
    folder = folders.session(session_id)
    assert folder.live.phase is Phase.CLOSED
    assert folder.live.spent == tuple(part.planned for part in folder.live.parts)
    assert folder.live.closed - started == 120 * MINUTE
    assert [note.body.text for note in folder.notes] == [f"note {number}" for number in range(9)]
    assert [note.body.part for note in folder.notes] == [part.id for part in folder.plan.parts]
    assert sum("minutes left" in sentence for sentence in said) == 8
    assert sum("1 minute left" in sentence for sentence in said) == 9
    assert sum("is over" in sentence for sentence in said) == 9


def test_at_the_largest_text_the_question_still_has_room(run_page, session_id, theme):
    theme.change(scale=200)
    page = run_page(session_id)
    page.resize(1366, 768)
    QApplication.processEvents()
    assert page.card.words.height() >= 4 * QFontMetrics(theme.font(Size.TEXT)).height()
