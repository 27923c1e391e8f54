"""The facilitator's tools, driven by keys and the hand clock."""

import sqlite3

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication

from dialogue_desk.domain.model.ids import SECOND
from dialogue_desk.domain.model.live_session import MoveKind, Phase
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.domain.run.cool_down import CoolDown
from dialogue_desk.domain.run.go_round import RoundMove, RoundPhase
from dialogue_desk.ui.room.room_screen import RoomWindow
from dialogue_desk.ui.widgets.seating_table import SeatState
from tests.ui.keyboards import send
from tests.ui.seen import button_saying, nameless
from tests.ui.sessions import begun, lived_in

Key = Qt.Key


def press(qtbot, key):
    qtbot.keyClick(QApplication.focusWidget(), key)


def live(page):
    return page._controller.live


def shown(page):
    return page.center.page


@pytest.fixture
def session_id(desk, shelf):
    return begun(desk, shelf, people=12)


@pytest.fixture
def page(run_page, session_id):
    """A session of twelve people that stands in its go-round of 24 minutes, and runs."""
    page = run_page(session_id)
    page.card.clock_button.click()
    page._controller.go_to("where-i-stand")
    return page


@pytest.fixture
def turn(page, clock):
    def turn(seconds):
        clock.advance(round(seconds * SECOND))
        page._controller.tick()

    return turn


def begin_round(page, qtbot, turn, *, skip_silence=True):
    press(qtbot, Key.Key_R)
    press(qtbot, Key.Key_Space)
    turn(1)
    if skip_silence:
        press(qtbot, Key.Key_PageDown)
        turn(1)


# Go-round.


def test_r_asks_what_the_part_asks_for_and_says_that_it_fits(page, qtbot):
    press(qtbot, Key.Key_R)
    setup = page.tools.go_round.setup
    assert shown(page) is page.tools.go_round
    assert QApplication.focusWidget() is page.tools.go_round.primary
    numbers = (setup.people, setup.each, setup.silence, setup.pause)
    assert [number.value() for number in numbers] == [12, 105, 60, 5]
    assert setup.fits.text() == "It takes 23 min."
    assert not setup.take_button.isVisible()


def test_a_round_that_does_not_fit_offers_the_turn_that_does(page, qtbot):
    press(qtbot, Key.Key_R)
    setup = page.tools.go_round.setup
    setup.each.box.setValue(120)
    setup.silence.box.setValue(120)
    assert setup.fits.text() == "It takes 27 min, and the part has 24 min left."
    assert setup.take_button.text() == "Use 105 seconds each"
    setup.take_button.click()
    assert setup.each.value() == 105
    assert setup.fits.text() == "It takes 24 min."


def test_silence_comes_first_and_ends_by_itself(page, qtbot, turn, said):
    begin_round(page, qtbot, turn, skip_silence=False)
    table = page.tools.go_round.table
    assert table.shown.head == "Silence first; then seat 1"
    assert table.shown.figures == "0:59"
    assert table.shown.seats[0] is SeatState.NEXT
    turn(59)
    assert table.shown.head == "Seat 1 speaks"
    assert table.shown.seats[0] is SeatState.TURN
    assert said[-1] == "Seat 1 speaks"
    turn(104)
    assert table.shown.figures == "0:01"
    turn(24)
    assert (table.shown.figures, table.shown.late) == ("+0:23", True)
    assert said[-1] == "Time is up for seat 1"


def test_a_whole_round_of_twelve_with_one_who_passes_for_now(page, qtbot, turn, said):
    begin_round(page, qtbot, turn)
    sheet = page.tools.go_round
    for seat in range(1, 13):
        assert sheet.live.reading().seat == seat
        if seat == 3:
            sheet.move_buttons[RoundMove.PASS_FOR_NOW].click()
            turn(1)
            continue
        turn(60)
        press(qtbot, Key.Key_PageDown)
        turn(6)
    assert sheet.live.reading().phase is RoundPhase.ASKING_AGAIN
    assert sheet.table.shown.head == "Seat 3 is asked again"
    assert sheet.primary.text() == "Done. That was everyone"
    turn(30)
    press(qtbot, Key.Key_Space)
    assert sheet.live.reading().phase is RoundPhase.DONE
    assert set(sheet.table.shown.seats) == {SeatState.HEARD}
    assert said[-1] == "The go-round is over"
    assert said.count("Seat 3 speaks") == 1
    turn(1)
    press(qtbot, Key.Key_PageDown)
    assert shown(page) is page.card
    assert live(page).current == 3
    turn(1)
    press(qtbot, Key.Key_PageDown)
    assert live(page).current == 4


def test_the_table_is_told_in_one_sentence(page, qtbot, turn):
    begin_round(page, qtbot, turn)
    for _ in range(3):
        press(qtbot, Key.Key_PageDown)
        turn(6)
    page.tools.go_round.move_buttons[RoundMove.PASS_FOR_NOW].click()
    turn(34)
    assert page.tools.go_round.table.text() == (
        "Seat 5 speaks, 1:20 left; heard 3, waiting 7, passed for now 1"
    )


def test_two_presses_at_once_skip_nobody(page, qtbot, turn):
    begin_round(page, qtbot, turn)
    press(qtbot, Key.Key_PageDown)
    turn(0.3)
    press(qtbot, Key.Key_PageDown)
    assert page.tools.go_round.live.reading().seat == 2
    assert page.tools.go_round.live.reading().phase is RoundPhase.BETWEEN


def test_a_press_meant_to_end_a_breath_does_not_end_the_turn_after_it(page, qtbot, turn, clock):
    begin_round(page, qtbot, turn)
    press(qtbot, Key.Key_PageDown)
    turn(4.9)
    assert page.tools.go_round.primary.text() == "Seat 2 now"
    clock.advance(150)
    press(qtbot, Key.Key_PageDown)
    assert page.tools.go_round.live.reading().seat == 2
    assert page.tools.go_round.live.reading().phase is RoundPhase.SPEAKING


def test_page_up_takes_the_last_turn_back_and_not_the_part(page, qtbot, turn):
    begin_round(page, qtbot, turn)
    turn(50)
    press(qtbot, Key.Key_PageDown)
    press(qtbot, Key.Key_PageUp)
    assert page.tools.go_round.live.reading().seat == 1
    assert page.tools.go_round.table.shown.figures == "0:54"
    assert live(page).current == 3


def test_the_remote_at_the_wall_goes_on_in_the_round(page, qtbot, turn, room, theme):
    begin_round(page, qtbot, turn)
    wall = RoomWindow(theme, "Room display", page)
    qtbot.addWidget(wall)
    send(wall, Key.Key_PageDown)
    assert page.tools.go_round.live.reading().seat == 2
    assert live(page).current == 3
    room.open()
    send(wall, Key.Key_B, "b")
    assert room.is_blank()


def test_the_round_waits_with_the_session(page, qtbot, turn):
    begin_round(page, qtbot, turn)
    press(qtbot, Key.Key_P)
    before = page.tools.go_round.live.reading().left_ms
    turn(90)
    assert page.tools.go_round.live.reading().left_ms == before
    assert page.tools.go_round.table.shown.foot == "paused"
    page.tools.go_round.move_buttons[RoundMove.PAUSE].click()
    assert live(page).phase is Phase.RUNNING
    assert not page.tools.go_round.live.reading().paused


def test_a_talking_piece_has_no_clock(page, qtbot, turn):
    press(qtbot, Key.Key_R)
    page.tools.go_round.setup.clock.choose("piece")
    page.tools.go_round.setup.silence.box.setValue(0)
    page.tools.go_round.primary.setFocus()
    press(qtbot, Key.Key_Space)
    turn(400)
    table = page.tools.go_round.table
    assert (table.shown.head, table.shown.figures) == ("Seat 1 speaks", "")
    assert page.tools.room_time() is None


def test_the_round_goes_on_behind_the_part_and_ends_with_it(page, qtbot, turn):
    begin_round(page, qtbot, turn)
    press(qtbot, Key.Key_Escape)
    assert shown(page) is page.card
    assert page.card.tools.go_round.text() == "Back to the go-round"
    turn(10)
    press(qtbot, Key.Key_R)
    assert page.tools.go_round.table.shown.figures == "1:34"
    page._controller.go_to("facts")
    assert shown(page) is page.card
    assert page.tools.go_round.live.reading() is None


def test_the_wall_shows_the_time_of_the_turn(page, qtbot, turn, room):
    begin_round(page, qtbot, turn)
    page.tools.go_round._room_button.click()
    turn(5)
    content = room.shown[-1]
    assert (content.mode, content.time.left, content.time.total) == ("time", 99 * SECOND, 105 * SECOND)


def test_no_seat_is_in_the_desk_file(page, qtbot, turn, desk, session_id):
    before = kinds_kept(desk, session_id)
    begin_round(page, qtbot, turn)
    for _ in range(4):
        press(qtbot, Key.Key_PageDown)
        turn(6)
    page.tools.go_round.move_buttons[RoundMove.PASS].click()
    press(qtbot, Key.Key_Escape)
    page._controller.go_to("facts")
    press(qtbot, Key.Key_S)
    qtbot.keyClicks(QApplication.focusWidget(), "7")
    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_T)
    page.tools.groups.primary.click()
    turn(400)
    assert kinds_kept(desk, session_id) == {**before, "move": before["move"] + 1}
    with sqlite3.connect(desk.file.path) as there:
        dump = "\n".join(there.iterdump()).casefold()
    there.close()
    for word in ("seat", "go-round under", "passed", "stack", "heard"):
        assert f'"{word}' not in dump


def kinds_kept(desk, session_id):
    counted = {}
    for record in desk.file.records.under(session_id):
        kind = type(record.shown.body).__name__.casefold()
        counted[kind] = counted.get(kind, 0) + 1
    return counted


# Stack.


@pytest.fixture
def stack(page, qtbot):
    page._controller.go_to("facts")
    press(qtbot, Key.Key_S)
    return page.tools.speakers_bar


def ask(qtbot, seat):
    qtbot.keyClicks(QApplication.focusWidget(), str(seat))
    press(qtbot, Key.Key_Return)


def test_seats_are_typed_into_the_stack_and_taken_in_turn(stack, qtbot, said):
    for seat in (4, 7, 4):
        ask(qtbot, seat)
    assert stack.speakers_list.order == (4, 7)
    stack.next_button.click()
    assert stack._speaking.text() == "Seat 4 speaks"
    assert stack._waiting.text() == "then 7"
    assert said[-1] == "Seat 4 speaks"


def test_those_not_yet_heard_come_first_when_it_is_ticked(stack, qtbot):
    ask(qtbot, 4)
    stack.next_button.click()
    for seat in (4, 9):
        ask(qtbot, seat)
    stack.first_tick.click()
    assert stack.speakers_list.order == (9, 4)


def test_a_seat_that_nobody_has_is_told_and_kept_in_the_box(stack, qtbot):
    ask(qtbot, 13)
    assert stack._waiting.text() == "Seats go from 1 to 12."
    assert stack.box.text() == "13"


def test_keys_and_the_remote_work_while_the_stack_waits_for_a_seat(stack, page, qtbot, turn):
    press(qtbot, Key.Key_P)
    assert live(page).phase is Phase.PAUSED
    assert stack.box.text() == ""
    press(qtbot, Key.Key_P)
    turn(1)
    stack.box.setFocus()
    press(qtbot, Key.Key_PageDown)
    assert live(page).current == 7


def test_the_stack_is_empty_when_the_part_ends(stack, page, qtbot):
    ask(qtbot, 4)
    ask(qtbot, 5)
    stack.next_button.click()
    page._controller.make_move(MoveKind.NEXT)
    assert stack.speakers_list.order == ()
    assert stack.speakers_list.heard == frozenset()
    assert not stack.isVisible()


# Small groups.


def test_odd_numbers_leave_nobody_alone(page, qtbot):
    press(qtbot, Key.Key_T)
    groups = page.tools.groups
    groups.form.people.box.setValue(7)
    assert sorted(map(len, groups.live.groups())) == [2, 2, 3]
    assert sorted(seat for group in groups.live.groups() for seat in group) == list(range(1, 8))
    groups.form.people.box.setValue(2)
    assert groups._fault.text() == "Groups need at least 3 people. With fewer, stay in one circle."
    assert not groups.primary.isEnabled()
    groups.form.people.box.setValue(9)
    assert groups._fault.isHidden()
    assert groups.primary.isEnabled()


def test_steps_of_groups_have_a_cue_each(page, qtbot, turn, said):
    press(qtbot, Key.Key_T)
    groups = page.tools.groups
    groups.form.minutes.box.setValue(2)
    groups.primary.setFocus()
    press(qtbot, Key.Key_Space)
    assert groups.steps.title.text() == "The first one speaks, the others listen"
    said.clear()
    turn(119)
    assert said == []
    assert groups.steps.clock.text() == "0:01"
    turn(1)
    assert said == ["Switch now: The next one speaks, the others listen"]
    assert groups.steps.step.text() == "Switch now. Step 2 of 2"
    turn(20)
    assert groups.steps.step.text() == "Step 2 of 2"
    turn(101)
    assert said[-1] == "The steps are over"


def test_the_time_of_groups_waits_with_the_session(page, qtbot, turn):
    press(qtbot, Key.Key_T)
    press(qtbot, Key.Key_Space)
    turn(60)
    press(qtbot, Key.Key_P)
    turn(600)
    assert page.tools.groups.steps.clock.text() == "2:00"
    press(qtbot, Key.Key_P)
    turn(60)
    assert page.tools.groups.steps.clock.text() == "1:00"


def test_pairs_join_to_fours_and_tables_change(page, qtbot, turn):
    press(qtbot, Key.Key_T)
    groups = page.tools.groups
    choose(groups, "1-2-4")
    pairs = groups.live.groups()
    assert {len(pair) for pair in pairs} == {2}
    groups.primary.click()
    turn(3 * 60 + 1)
    assert {len(four) for four in groups.live.groups()} == {4}
    choose(groups, "tables")
    first = groups.live.groups()
    assert len(first) == 3
    groups.primary.click()
    turn(15 * 60 + 1)
    second = groups.live.groups()
    assert [table[0] for table in second] == [table[0] for table in first]
    assert second != first


def choose(groups, way):
    groups.form.way.choose(way)
    groups.form.way.chosen.emit(way)


def test_the_groups_are_shown_on_the_wall_and_go_with_the_part(page, qtbot, room):
    press(qtbot, Key.Key_T)
    page.tools.groups._room_button.click()
    assert room.shown[-1].mode == "groups"
    assert room.shown[-1].texts == tuple(
        " · ".join(map(str, group)) for group in page.tools.groups.live.groups()
    )
    page._controller.go_to("facts")
    assert room.shown[-1].mode == "question"
    assert page.room_bar.sources.chosen == "question"


def test_the_sheet_is_saved_to_print(page, qtbot, context, ask, tmp_path):
    ask.save = tmp_path / "groups.pdf"
    press(qtbot, Key.Key_T)
    page.tools.groups.save_button.click()
    qtbot.waitUntil(lambda: not context.worker.busy())
    assert (tmp_path / "groups.pdf").read_bytes().startswith(b"%PDF")
    assert context.toast.sentence() == f"groups.pdf is in {tmp_path}."


# Steps of a part.


# Pause and check in, and the parking lot.


def test_c_stops_the_clock_and_resume_lets_it_run(page, qtbot, turn, desk, session_id):
    before = kinds_kept(desk, session_id)
    press(qtbot, Key.Key_C)
    assert live(page).phase is Phase.PAUSED
    assert shown(page) is page.tools.cool_down
    assert QApplication.focusWidget() is page.tools.cool_down.primary
    turn(100)
    press(qtbot, Key.Key_PageDown)
    assert live(page).phase is Phase.RUNNING
    assert shown(page) is page.card
    assert page._controller.read().part_elapsed == 0
    assert kinds_kept(desk, session_id) == {**before, "move": before["move"] + 2}


@pytest.mark.parametrize(
    ("move", "seconds"), [(CoolDown.SILENCE, 60), (CoolDown.QUICK_WRITING, 120), (CoolDown.BREAK, 300)]
)
def test_moves_with_a_time_run_it_while_the_session_waits(page, turn, said, room, move, seconds):
    page.actions_here["check in"].trigger()
    sheet = page.tools.cool_down
    sheet.move_buttons[move].click()
    turn(seconds - 1)
    assert sheet.ring.clock() == "0:01"
    page.room_bar.show_in_room("time")
    assert room.shown[-1].time.total == seconds * SECOND
    said.clear()
    turn(1)
    turn(1)
    assert said == [f"{sheet.move_buttons[move].text()}: time is up"]
    assert live(page).phase is Phase.PAUSED


def test_a_check_in_leads_to_the_ground_rules_and_back(page, qtbot):
    press(qtbot, Key.Key_C)
    page.tools.cool_down.move_buttons[CoolDown.GROUND_RULES].click()
    assert shown(page) is page.rules
    press(qtbot, Key.Key_PageDown)
    assert shown(page) is page.tools.cool_down
    assert live(page).phase is Phase.PAUSED


def test_a_go_round_runs_while_the_session_waits(page, qtbot, turn):
    press(qtbot, Key.Key_C)
    page.tools.cool_down.move_buttons[CoolDown.GO_ROUND].click()
    assert shown(page) is page.tools.go_round
    press(qtbot, Key.Key_Space)
    turn(5)
    assert page.tools.go_round.table.shown.figures == "0:15"
    assert live(page).phase is Phase.PAUSED
    page.tools.go_round.move_buttons[RoundMove.STOP].click()
    press(qtbot, Key.Key_Escape)
    assert shown(page) is page.tools.cool_down
    page.tools.cool_down.primary.click()
    assert shown(page) is page.card
    assert page.tools.go_round.setup.each.value() == 105


def test_swapping_facilitators_only_waits(page, qtbot):
    press(qtbot, Key.Key_C)
    page.tools.cool_down.move_buttons[CoolDown.SWAP_FACILITATORS].click()
    assert page.tools.cool_down.doing.text() == "Swap facilitators"
    press(qtbot, Key.Key_P)
    assert live(page).phase is Phase.RUNNING
    assert shown(page) is page.card


def test_what_is_parked_comes_back_at_the_close(page, qtbot, folders, session_id):
    press(qtbot, Key.Key_C)
    page.tools.cool_down.move_buttons[CoolDown.PARK_IT].click()
    qtbot.keyClicks(QApplication.focusWidget(), "Parking on market days")
    press(qtbot, Key.Key_Return)
    note = folders.session(session_id).notes[-1].body
    assert (note.kind, note.text, note.part) == (
        NoteKind.PARKING_LOT,
        "Parking on market days",
        "where-i-stand",
    )
    assert page._context.toast.sentence() == "Parked. It comes back when you wrap up."
    assert not page.tools.parking.isVisible()
    assert shown(page) is page.tools.cool_down


def test_the_stack_is_put_away_without_taking_the_round_along(page, qtbot, turn):
    begin_round(page, qtbot, turn)
    press(qtbot, Key.Key_S)
    press(qtbot, Key.Key_Escape)
    assert shown(page) is page.tools.go_round
    assert QApplication.focusWidget() is page.tools.go_round.primary


def test_a_note_is_written_on_while_the_remote_ends_the_part(page, qtbot, turn):
    begin_round(page, qtbot, turn)
    press(qtbot, Key.Key_N)
    page._controller.make_move(MoveKind.NEXT)
    assert shown(page) is page.card
    assert QApplication.focusWidget() is page.notes.note_input.box


def test_who_takes_notes_may_park_but_not_lead(run_page, session_id, qtbot, folders):
    page = run_page(session_id, taking_notes=True)
    page.rail.parts.setFocus()
    for key in (Key.Key_R, Key.Key_T, Key.Key_S, Key.Key_C):
        press(qtbot, key)
    assert shown(page) is page.card
    assert not page.tools.speakers_bar.isVisible()
    press(qtbot, Key.Key_K)
    qtbot.keyClicks(QApplication.focusWidget(), "later")
    press(qtbot, Key.Key_Return)
    assert folders.session(session_id).notes[-1].body.text == "later"
    assert QApplication.focusWidget() is page.notes.note_input.box


# All of them.


@pytest.mark.parametrize("key", [Key.Key_R, Key.Key_S, Key.Key_T, Key.Key_C, Key.Key_K])
def test_letters_are_for_typing_while_a_note_is_written(page, qtbot, key):
    press(qtbot, Key.Key_N)
    press(qtbot, key)
    assert shown(page) is page.card
    assert live(page).phase is Phase.RUNNING
    assert not page.tools.speakers_bar.isVisible()
    assert not page.tools.parking.isVisible()


STATES = {
    "setup": (Key.Key_R,),
    "round": (Key.Key_R, Key.Key_Space),
    "groups": (Key.Key_T,),
    "group steps": (Key.Key_T, Key.Key_Space),
    "stack": (Key.Key_S,),
    "check-in": (Key.Key_C,),
    "parking": (Key.Key_K,),
}


@pytest.mark.parametrize(("scale", "size"), [(100, (1366, 768)), (125, (1280, 720)), (200, (1366, 768))])
def test_every_tool_is_whole_on_small_screens(run_page, lived, theme, qtbot, scale, size):
    theme.change(scale=scale)
    page = run_page(lived, size=size)
    page.resume.resume_button.click()
    for keys in STATES.values():
        for key in keys:
            press(qtbot, key)
        assert (page.width(), page.height()) == size
        assert_buttons_are_whole(page)
        page._controller.make_move(MoveKind.RESUME)
        page.tools.parking.hide()
        page.center.show_base_page()


@pytest.fixture
def lived(desk, folders, shelf, clock, pulse):
    return lived_in(desk, folders, shelf, clock, pulse)


def assert_buttons_are_whole(page):
    """Those that are seen lie inside the page, wide enough for their longest word."""
    seen = [shown(page), page.tools.speakers_bar, page.tools.parking]
    for button in (button for one in seen for button in one.findChildren(QAbstractButton)):
        if button.isVisible() and not button.visibleRegion().isEmpty():
            corner = button.mapTo(page, button.rect().bottomRight())
            assert 0 <= corner.x() <= page.width(), button.text()
            assert corner.y() <= page.height(), button.text()
            assert button.width() >= button.minimumSizeHint().width(), button.text()


@pytest.mark.parametrize("keys", STATES.values(), ids=STATES)
def test_everything_that_takes_the_keyboard_has_a_name(page, qtbot, keys):
    for key in keys:
        press(qtbot, key)
    assert nameless(page) == []


def test_no_timer_is_left(page, qtbot, turn):
    begin_round(page, qtbot, turn)
    press(qtbot, Key.Key_C)
    page.tools.cool_down.move_buttons[CoolDown.SILENCE].click()
    page.leave()
    QApplication.processEvents()  # what was to happen at once
    assert [timer for timer in page.findChildren(QTimer) if timer.isActive()] == []


def test_who_leaves_the_pause_is_told_that_the_clock_is_stopped_and_how_to_go_on(page, context, said, qtbot):
    press(qtbot, Key.Key_C)
    assert live(page).phase is Phase.PAUSED
    press(qtbot, Key.Key_Escape)
    assert shown(page) is page.card and live(page).phase is Phase.PAUSED
    assert context.toast.sentence() == "The clock is still stopped."
    assert "The clock is still stopped. F8: Resume" in said
    button_saying(context.toast, "Resume").click()
    assert live(page).phase is Phase.RUNNING


def test_that_the_clock_is_stopped_is_not_said_any_more_once_it_goes_on(page, context, qtbot):
    press(qtbot, Key.Key_C)
    press(qtbot, Key.Key_Escape)
    press(qtbot, Key.Key_P)
    assert live(page).phase is Phase.RUNNING and context.toast.sentence() == ""
