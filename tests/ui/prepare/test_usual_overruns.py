"""What always runs over in a circle is said where the next session is prepared and the last one closed."""

import pytest
from PySide6.QtWidgets import QLabel

from dialogue_desk.desk.session.session_edits import SessionDraft, create_session
from dialogue_desk.desk.session.session_runner import SessionRunner
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.closing import CloseStep
from dialogue_desk.domain.model.guide import PartKind
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.live_session import MoveKind
from dialogue_desk.storage.pulse import Pulse
from dialogue_desk.ui.closing.closing_page import ClosePage
from dialogue_desk.ui.prepare.prepare_page import PreparePage
from dialogue_desk.ui.prepare.usual_overruns import what_runs_over
from dialogue_desk.words import Words


@pytest.fixture
def hold(desk, folders, shelf, clock):
    """Hold the sessions of one circle, parts of these kinds a quarter longer than planned."""
    circles = []

    def hold_one(*kinds, closed=True):
        text = shelf.translations("one-evening")["en"]
        now = clock.now()
        circle = {"circle_id": circles[0]} if circles else {"circle": Circle("C07")}
        session_id = create_session(
            desk,
            SessionDraft(
                texts=(text,), plan="s1", number=1, start=now, hard_end=now + 90 * MINUTE, people=9, **circle
            ),
        )
        folder = folders.session(session_id)
        circles[:] = [folder.circle_id]
        live = SessionRunner(desk, folder, Pulse(desk.file.path))
        live.make_move(MoveKind.START)
        for part in folder.plan.parts:
            long = 5 if part.kind in kinds else 4
            clock.advance(part.minutes * MINUTE * long // 4)
            if MoveKind.NEXT in live.live.allowed:
                live.make_move(MoveKind.NEXT)
        if closed:
            live.make_move(MoveKind.CLOSE)
        return session_id

    return hold_one


def told(folders, session_id):
    circle = folders.session(session_id).circle_id
    return what_runs_over(folders.of_circle(circle), Words())


def test_one_session_makes_no_habit(hold, folders):
    assert told(folders, hold(PartKind.GO_ROUND)) == ""
    assert told(folders, hold(PartKind.GO_ROUND, closed=False)) == ""


def test_what_ran_over_each_time_is_said_with_how_much(hold, folders):
    hold(PartKind.GO_ROUND, PartKind.CLOSING)
    said = told(folders, hold(PartKind.GO_ROUND))
    assert said == "In this circle, “Go-round” always takes longer than planned: so far by 25%."


def test_what_runs_over_now_and_then_is_not_said(hold, folders):
    hold(PartKind.GO_ROUND)
    assert told(folders, hold()) == ""


def test_several_are_said_in_one_line(hold, folders):
    kinds = (PartKind.GO_ROUND, PartKind.CLOSING)
    hold(*kinds)
    said = told(folders, hold(*kinds))
    assert said.startswith("Always longer than planned in this circle: ")
    assert "Go-round 25%" in said
    assert "Closing 25%" in said


def seen(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


@pytest.fixture
def closing(desk, folders, context, room):
    return ClosePage(desk, folders, context, room)


@pytest.fixture
def preparing(desk, folders, shelf, context):
    return PreparePage(desk, folders, shelf, context)


def test_closing_and_preparing_say_it(hold, closing, preparing, folders, qtbot):
    for page in (closing, preparing):
        qtbot.addWidget(page)
    first = hold(PartKind.GO_ROUND)
    circle = folders.session(first).circle_id
    closing.show_session(first)
    closing.go_to(CloseStep.ATTENDANCE)
    preparing.fill_in(circle_id=circle)
    habit = "In this circle, “Go-round” always takes longer than planned: so far by 25%."
    assert habit not in seen(closing) + seen(preparing)
    second = hold(PartKind.GO_ROUND)
    closing.show_session(second)
    closing.go_to(CloseStep.ATTENDANCE)
    preparing.fill_in(circle_id=circle)
    assert habit in seen(closing)
    assert habit in seen(preparing)
    preparing.fields.circles.circle.choose("new")
    preparing.fields.circles.circle.chosen.emit("new")
    assert habit not in seen(preparing)
