from random import Random

import pytest
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.run.breakouts import Cue, drawn, one_two_four
from dialogue_desk.domain.run.rotation import rotation
from dialogue_desk.ui.tools.small_groups import LiveBreakout, SmallGroups
from dialogue_desk.ui.widgets.ring import Pace
from tests.ui.seen import words_on


@pytest.fixture
def groups(context, shelf, clock, qtbot):
    groups = SmallGroups(context, clock.steady, Random(1))
    qtbot.addWidget(groups)
    part = shelf.library().guide("safety-together").translation("en").guide.sessions[0].parts[1]
    groups.clear(part, 8)
    groups.draw_if_needed()
    groups.show()
    return groups


def test_groups_that_are_drawn_stay_until_they_are_shuffled(groups):
    before = groups.live.groups()
    groups.draw_if_needed()
    assert groups.live.groups() == before
    groups.draw_button.click()
    assert groups.live.groups() != before


def test_the_main_button_starts_the_timer_skips_a_step_and_leads_back(groups, qtbot):
    assert groups.primary.text() == "Start the timer"
    groups.primary.click()
    assert groups.primary.text() == "Next step" and groups.form.isHidden()
    groups.primary.click()
    assert groups.primary.text() == "Back to the part"
    with qtbot.waitSignal(groups.closed, timeout=0):
        groups.primary.click()


def test_stopping_the_timer_offers_the_form_again(groups):
    groups.primary.click()
    groups.stop_button.click()
    assert groups.form.isVisible() and groups.steps.isHidden()
    assert groups.live.room_time() is None


def test_each_group_is_said_and_joined_over_the_table(groups):
    (said,) = [text for text in words_on(groups) if text.startswith("Group\N{NO-BREAK SPACE}1:")]
    for number, seats in enumerate(groups.live.groups(), 1):
        line = f"Group {number}: " + ", ".join(map(str, seats))
        assert line.replace(" ", "\N{NO-BREAK SPACE}") in said
    assert groups.table.shown.groups == groups.live.groups()
    assert len(groups.table.shown.seats) == 8


def test_the_circle_is_as_large_as_in_a_go_round(groups):
    groups.resize(702, 708)
    QApplication.processEvents()
    assert groups.table.height() >= 360
    groups.resize(1366, 500)
    QApplication.processEvents()
    assert groups.table.height() >= 220


def test_groups_are_told_once_when_a_step_has_others_sit_together(groups, clock, qtbot):
    groups.form.way.choose("1-2-4")
    groups.form.way.chosen.emit("1-2-4")
    groups.primary.click()
    clock.advance(3 * MINUTE)
    with qtbot.waitSignal(groups.drawn_anew, timeout=0):
        groups.tick()
    with qtbot.assertNotEmitted(groups.drawn_anew):
        groups.tick()


def test_another_part_forgets_the_groups_and_their_timer(groups, shelf):
    groups.primary.click()
    part = shelf.library().guide("safety-together").translation("en").guide.sessions[0].parts[2]
    groups.clear(part, 10)
    assert groups.live.groups() == () and groups.live.room_time() is None and groups.steps.isHidden()


@pytest.fixture
def live(clock):
    return LiveBreakout(clock.steady)


def test_without_groups_there_are_no_steps(live):
    assert live.groups() == () and live.steps == () and live.room_time() is None


def test_in_pairs_each_one_speaks(live):
    live.keep(drawn(8, 2, Random(1)), 3)
    assert [(step.cue, step.length_ms) for step in live.steps] == [
        (Cue.FIRST_SPEAKS, 3 * MINUTE),
        (Cue.NEXT_SPEAKS, 3 * MINUTE),
    ]


def test_pairs_join_to_fours_in_the_third_step(live, clock):
    groups = one_two_four(8, Random(1))
    live.keep(groups)
    live.start()
    assert live.groups() == groups.pairs.groups
    clock.advance(3 * MINUTE)
    assert live.groups() == groups.fours.groups


def test_tables_change_while_people_walk(live, clock):
    tables = rotation(12, 3, 2)
    live.keep(tables, 20)
    live.start()
    assert live.groups() == tables.rounds[0]
    clock.advance(20 * MINUTE)
    assert live.groups() == tables.rounds[1]


def test_the_timer_waits_while_it_is_held(live, clock):
    live.keep(drawn(8, 2, Random(1)), 3)
    live.start()
    live.hold(True)
    clock.advance(MINUTE)
    assert live.elapsed() == 0 and live.room_time().pace is Pace.PAUSED
    live.hold(False)
    clock.advance(MINUTE)
    assert live.elapsed() == MINUTE


def test_skipping_goes_to_the_next_step_also_while_it_is_held(live, clock):
    live.keep(drawn(8, 2, Random(1)), 3)
    live.start()
    live.hold(True)
    live.skip()
    clock.advance(MINUTE)
    assert live.elapsed() == 3 * MINUTE and live.reading().last


@pytest.mark.parametrize(
    ("now", "pace"),
    [(0, Pace.RUNNING), (165_000, Pace.WARNING), (164_999, Pace.RUNNING), (6 * MINUTE, Pace.OVER)],
)
def test_the_room_sees_the_pace_of_a_step(live, clock, now, pace):
    live.keep(drawn(8, 2, Random(1)), 3)
    live.start()
    clock.advance(now)
    assert live.room_time().pace is pace


def test_a_timer_that_is_stopped_keeps_the_groups(live):
    live.keep(drawn(8, 2, Random(1)), 3)
    live.start()
    live.stop()
    assert live.reading() is None and len(live.groups()) == 4
