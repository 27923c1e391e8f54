import pytest

from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.run.go_round import RoundMove, RoundPhase, RoundPlan
from dialogue_desk.ui.tools.go_round_sheet import GoRoundSheet, LiveRound
from dialogue_desk.ui.widgets.ring import Pace
from tests.ui.seen import words_on


@pytest.fixture
def sheet(context, shelf, clock, qtbot):
    sheet = GoRoundSheet(context, clock.steady)
    qtbot.addWidget(sheet)
    part = shelf.library().guide("one-evening").translation("en").guide.sessions[0].parts[1]
    sheet.clear(part, 3)
    sheet.setup.silence.show_value(0)
    sheet.setup.pause.show_value(0)
    sheet.show()
    return sheet


@pytest.fixture
def press(sheet, clock):
    def press(times=1):
        for _ in range(times):
            clock.advance(1_000)
            sheet.primary.click()

    return press


def test_the_main_button_leads_through_the_round_and_back_to_the_part(sheet, press, qtbot):
    press(4)
    assert sheet.live.reading().phase is RoundPhase.DONE
    with qtbot.waitSignal(sheet.closed, timeout=0):
        press()
    assert sheet.live.reading() is None


def test_what_is_left_of_the_part_is_said_beside_what_the_round_takes(sheet, press):
    sheet.show_left(20 * MINUTE)
    assert "The part has 20:00 left" in words_on(sheet)
    press()
    assert any(text.startswith("The part has 20:00 left · The go-round has") for text in words_on(sheet))
    sheet.show_left(0)
    assert any(text.startswith("The part is over time") for text in words_on(sheet))


def test_only_the_states_that_seats_are_in_are_counted(sheet, press):
    press()
    assert {"heard 0", "waiting 2"} <= set(words_on(sheet)) and "passed 1" not in words_on(sheet)
    sheet.move_buttons[RoundMove.PASS].click()
    assert "passed 1" in words_on(sheet)


def test_pausing_is_left_to_the_session(sheet, press, qtbot):
    press()
    with qtbot.waitSignal(sheet.pause_wanted, timeout=0):
        sheet.move_buttons[RoundMove.PAUSE].click()
    assert not sheet.live.reading().paused
    sheet.toggle_pause()
    assert sheet.move_buttons[RoundMove.PAUSE].text() == "Go on"


def test_going_back_before_the_first_turn_is_not_possible(sheet, press):
    assert not sheet.press_back()
    press(2)
    assert sheet.press_back() and sheet.live.reading().seat == 1


def test_a_short_round_does_not_replace_one_that_is_under_way(sheet, press):
    press()
    sheet.ask_for_a_short_one()
    assert sheet.live.is_under_way


@pytest.fixture
def live(clock):
    return LiveRound(clock.steady)


def test_before_it_begins_there_is_nothing_to_read(live):
    assert live.reading() is None and live.room_time() is None and not live.is_under_way


def test_a_round_is_under_way_until_everyone_was_heard(live):
    live.begin(RoundPlan(2, 60))
    assert live.is_under_way
    live.make(RoundMove.DONE)
    live.make(RoundMove.DONE)
    assert live.reading().phase is RoundPhase.DONE and not live.is_under_way


def test_a_round_that_is_stopped_before_anyone_was_heard_is_forgotten(live):
    live.begin(RoundPlan(3, 60))
    live.make(RoundMove.STOP)
    assert live.current is None
    live.begin(RoundPlan(3, 60))
    live.make(RoundMove.DONE)
    live.make(RoundMove.STOP)
    assert live.reading().heard == (1,)


def test_it_pauses_with_the_session_and_resumes_with_it(live, clock):
    live.begin(RoundPlan(3, 60))
    assert live.hold(True)
    clock.advance(90_000)
    assert live.reading().left_ms == 60_000
    assert live.hold(False) and not live.reading().paused
    assert not live.hold(False)


def test_a_round_that_a_person_paused_does_not_resume_with_the_session(live):
    live.begin(RoundPlan(3, 60))
    live.toggle_pause()
    assert not live.hold(True) and not live.hold(False)
    assert live.reading().paused


@pytest.mark.parametrize(
    ("now", "pace"),
    [(0, Pace.RUNNING), (45_000, Pace.WARNING), (44_999, Pace.RUNNING), (60_000, Pace.OVER)],
)
def test_the_room_sees_the_pace_of_a_turn(live, clock, now, pace):
    live.begin(RoundPlan(3, 60))
    clock.advance(now)
    time = live.room_time()
    assert (time.left, time.total, time.pace) == (60_000 - now, 60_000, pace)


def test_the_room_sees_the_silence_before_the_first_turn(live, clock):
    live.begin(RoundPlan(3, 60, silence=30))
    clock.advance(29_000)
    assert (live.room_time().left, live.room_time().total, live.room_time().pace) == (
        1_000,
        30_000,
        Pace.RUNNING,
    )
