"""Leading a session in which things happen: by keys, with the real run page."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.guide_extras import Moment
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.domain.practice.challenges import Delay
from dialogue_desk.domain.practice.leading import Ending
from dialogue_desk.ui.practice.lead_form import LeadForm
from dialogue_desk.ui.practice.leading_view import LeadingView
from tests.ui.seen import button_saying, nameless, words_on

Key = Qt.Key


@pytest.fixture
def chosen(shelf, context):
    form = LeadForm(shelf, context)
    form.read()
    yield form.chosen()
    form.deleteLater()


@pytest.fixture
def view(desk, shelf, context, room, chosen, qtbot):
    view = LeadingView(desk, shelf, chosen, 3, context, room)
    qtbot.addWidget(view)
    view.resize(1366, 768)
    view.show()
    qtbot.waitUntil(view.isActiveWindow)
    view.take_focus()
    yield view
    view.leave()


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def controller(view):
    return view.run.planning.session.controller


def go_on_until(view, clock, *, delay):
    """Let time pass at ten times its speed until a delay comes, or a hard moment."""
    for _ in range(2_000):
        current = view.practice.current
        if current is not None and (current.delay is not None) is delay:
            return current
        if current is not None:
            view.card.done.emit()
        clock.advance(1_000)
        controller(view).tick()
    raise AssertionError("nothing came")


def test_nothing_happens_before_the_session_begins(view, clock):
    clock.advance(3_600_000)
    controller(view).tick()
    assert view.practice.current is None
    assert view.card.isHidden()


def test_who_looks_around_before_the_start_is_not_late(view, clock, qtbot):
    clock.advance(30_000)
    assert controller(view).read().late == 30_000
    press(qtbot, Key.Key_Space)
    clock.advance(30_000)
    assert controller(view).read().session_elapsed == 300_000


def test_a_hard_moment_comes_and_the_clock_slows_down(view, clock, qtbot):
    press(qtbot, Key.Key_Space)
    moment = go_on_until(view, clock, delay=False)
    title = view.titles[moment.moment]
    assert {title, "What do you say? Find words, and say them out loud."} <= set(words_on(view.card))
    assert view.rehearsal_page.rehearsal.clock.speed == 1
    assert nameless(view) == []


def test_words_are_found_with_the_key_of_a_session(view, clock, qtbot):
    press(qtbot, Key.Key_Space)
    moment = go_on_until(view, clock, delay=False)
    clock.advance(14_000)
    press(qtbot, Key.Key_H)
    place = list(view.titles).index(moment.moment) + 1
    qtbot.keyClicks(QApplication.focusWidget(), str(place))
    if not view.run.tools.moments.sheet.is_open:
        press(qtbot, Key.Key_Return)
    said = "You have words after 14 seconds. Say them out loud, and go back to the session."
    assert said in words_on(view.card)
    press(qtbot, Key.Key_Escape)
    press(qtbot, Key.Key_Escape)
    assert view.card.isHidden()
    assert view.practice.current is None
    assert view.rehearsal_page.rehearsal.clock.speed == 10


def test_words_for_another_moment_are_told_kindly(view, clock, qtbot):
    press(qtbot, Key.Key_Space)
    moment = go_on_until(view, clock, delay=False)
    view.card.help.click()
    assert view.run.tools.moments.sheet.isVisible()
    other = next(one for one in view.titles if one != moment.moment)
    view.run.tools.moments.sheet.list.opened.emit(other)
    wanted = view.titles[moment.moment]
    assert f"These words are for another moment. Look for: {wanted}" in words_on(view.card)
    assert not view.practice.answered


def test_a_person_may_have_words_of_their_own(view, clock, qtbot):
    press(qtbot, Key.Key_Space)
    go_on_until(view, clock, delay=False)
    clock.advance(5_000)
    button_saying(view, "I have my own words").click()
    (met,) = [one for one in view.practice.result(controller(view).live, 0).met if one.challenge.moment]
    assert (met.after, met.own) == (5_000, True)


def test_a_moment_that_is_read_when_nothing_happens_changes_nothing(view, qtbot):
    press(qtbot, Key.Key_Space)
    press(qtbot, Key.Key_H)
    view.run.tools.moments.sheet.list.opened.emit(next(iter(view.titles)))
    assert view.card.isHidden()


def test_a_delay_takes_time_and_the_plan_is_adjusted(view, clock, qtbot):
    press(qtbot, Key.Key_Space)
    before = controller(view).read().session_elapsed
    delay = go_on_until(view, clock, delay=True)
    assert delay.delay is Delay.LATE_ARRIVALS
    assert controller(view).read().session_elapsed - before >= delay.lost
    press(qtbot, Key.Key_L)
    assert view.run.planning.sheet.isVisible()
    clock.advance(9_000)
    live = controller(view).live
    controller(view).plan(live.remaining_plan.without(live.parts[live.upcoming[0]].id))
    assert view.card.isHidden()
    assert view.practice.result(controller(view).live, 0).met[0].after == 9_000


def test_the_plan_may_be_left_as_it_is(view, clock, qtbot):
    press(qtbot, Key.Key_Space)
    go_on_until(view, clock, delay=True)
    button_saying(view, "Leave the plan as it is").click()
    assert view.practice.result(controller(view).live, 0).met[0].after is None
    assert view.rehearsal_page.rehearsal.clock.speed == 10


def test_the_last_part_is_left_in_peace(view, clock, qtbot):
    press(qtbot, Key.Key_Space)
    controller(view).go_to(controller(view).live.parts[-1].id)
    for _ in range(200):
        clock.advance(6_000)
        controller(view).tick()
    assert view.card.isHidden()


def test_at_the_end_it_is_told_how_it_went(view, clock, qtbot):
    press(qtbot, Key.Key_Space)
    with qtbot.waitSignal(view.finished) as told:
        view.rehearsal_page.bar.end_button.click()
    assert told.args[0].ending is Ending.NOT_REACHED


def test_a_session_that_never_began_leads_back(view, qtbot):
    with qtbot.waitSignal(view.left):
        view.rehearsal_page.bar.end_button.click()
    assert controller(view).live.phase is Phase.READY


def test_moments_of_the_guide_itself_are_among_those_that_come(desk, shelf, context, room, chosen):
    guide = replace(chosen.guide, moments=(Moment("storm", "A storm begins"),))
    view = LeadingView(desk, shelf, replace(chosen, guide=guide), 3, context, room)
    assert view.titles["storm"] == "A storm begins"
    view.leave()
    view.deleteLater()
