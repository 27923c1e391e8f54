from PySide6.QtCore import Qt

from dialogue_desk.domain.model.ids import MINUTE, SECOND
from dialogue_desk.domain.model.live_session import MoveKind, Phase
from dialogue_desk.ui.room.room_screen import RoomWindow
from tests.ui.keyboards import send
from tests.ui.run.steps import live, press, primaries


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


def test_space_goes_on_where_nothing_else_uses_it(running, clock, qtbot):
    clock.advance(SECOND)
    running.setFocus()
    running.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    running.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert live(running).current == 1


def test_a_part_is_gone_to_without_a_question_and_back_takes_it_back(running, qtbot):
    running.rail.parts.setFocus()
    for _ in range(3):
        press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    assert live(running).current == 3
    assert running.card.back_button.accessibleName() == "Back to Check-in"
    running.card.back_button.click()
    assert live(running).current == 0


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


def test_a_remote_in_the_hand_of_one_who_looks_at_the_wall(running, theme, qtbot):
    wall = RoomWindow(theme, "Room display", running)
    qtbot.addWidget(wall)
    send(wall, Qt.Key.Key_PageDown)
    assert live(running).current == 1
    send(wall, Qt.Key.Key_PageUp)
    assert live(running).current == 0
    send(wall, Qt.Key.Key_PageDown, again=True)
    assert live(running).current == 0
