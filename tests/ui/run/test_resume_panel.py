import pytest
from PySide6.QtCore import Qt

from dialogue_desk.desk.session.session_runner import SessionRunner
from dialogue_desk.domain.model.ids import MINUTE, SECOND
from dialogue_desk.domain.model.live_session import MoveKind, Phase
from tests.ui.run.steps import live, press, primaries


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
    assert page.resume.count_button.text() == "Count the 3 minutes you were away"
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


@pytest.mark.parametrize("key", [Qt.Key.Key_V, Qt.Key.Key_G, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp])
def test_a_key_that_has_to_wait_says_what_is_chosen_first(run_page, killed, session_id, qtbot, key):
    killed.make_move(MoveKind.START)
    page = run_page(session_id)
    press(qtbot, key)
    assert page._context.toast.sentence() == "First choose how the session goes on."
    assert page.resume.isVisible() and page.resume.resume_button.hasFocus()
