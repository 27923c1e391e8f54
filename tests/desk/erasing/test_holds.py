"""Holds for open public-records requests: what they cover, and what still goes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dialogue_desk.desk.erasing.erase import asks_twice, erase, erase_from_copies, withdraw_quote
from dialogue_desk.desk.erasing.holds import (
    CannotHold,
    OnHold,
    holds_over,
    lift_hold,
    open_holds,
    put_on_hold,
)
from dialogue_desk.desk.erasing.retention import retention_due, set_keep_until
from dialogue_desk.desk.program.program_draft import DraftCircle, ProgramDraft
from dialogue_desk.desk.program.program_edits import circles_of, save_program
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.hold import NothingToHold
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.storage.backups import Backups
from tests.desk.erasing.laptop import laptop, said  # noqa: F401
from tests.desk.evening import begun

TODAY = date(2026, 3, 12)


@pytest.fixture
def desk(laptop):  # noqa: F811
    return laptop.desk


@pytest.fixture
def circle(desk):
    return desk.get(begun(desk)).owner


def names(holds):
    return [one.name for one in holds]


def test_a_hold_covers_the_circle_its_sessions_and_whatever_has_it_in_it(desk):
    draft = ProgramDraft(Program("Alder"), circles=(DraftCircle(None, Circle("C01", "")),))
    program = save_program(desk, None, draft)
    circle = circles_of(desk, program)[0].id
    other = begun(desk)
    put_on_hold(desk, circle, "2026-114")
    assert names(holds_over(desk, circle)) == names(holds_over(desk, program)) == ["C01"]
    assert names(holds_over(desk, None)) == ["C01"] and holds_over(desk, other) == ()
    desk.clock.advance(1_000)
    put_on_hold(desk, program)
    assert names(holds_over(desk, circle)) == ["C01", "Alder"]


def test_a_session_is_held_with_its_circle(desk):
    session = begun(desk)
    put_on_hold(desk, desk.get(session).owner)
    assert names(holds_over(desk, session)) == ["C07"]


def test_what_is_held_is_erased_only_when_it_was_asked_twice(desk, circle):
    put_on_hold(desk, circle)
    for target in (circle, None):
        assert asks_twice(desk, target)
        with pytest.raises(OnHold):
            erase(desk, target)
    assert not desk.get(circle).erased
    erase(desk, circle, although_held=True)
    assert desk.get(circle).erased and open_holds(desk) == ()
    assert desk.file.erasure_log.all()[0].on_hold


def test_a_withdrawn_quote_goes_although_its_circle_is_on_hold(desk):
    session = begun(desk)
    quote = desk.add(session, said())
    put_on_hold(desk, desk.get(session).owner)
    withdraw_quote(desk, quote)
    assert desk.get(quote).erased


def test_a_day_that_is_over_waits_for_the_end_of_the_hold(desk, circle):
    set_keep_until(desk, circle, TODAY - timedelta(days=1))
    put_on_hold(desk, circle)
    (due,) = retention_due(desk, TODAY)
    assert names(due.holds) == ["C07"]
    lift_hold(desk, circle)
    (due,) = retention_due(desk, TODAY)
    assert due.holds == () and asks_twice(desk, circle) == ()


def test_the_first_day_of_a_hold_stays_when_its_request_is_named_anew(desk, circle):
    put_on_hold(desk, circle, "1")
    since = open_holds(desk)[0].hold.since
    desk.clock.advance(60_000)
    put_on_hold(desk, circle, "  number \n 2 " + "x" * 100)
    hold = open_holds(desk)[0].hold
    assert (hold.since, hold.reference) == (since, ("number 2 " + "x" * 100)[:60])


def test_what_was_erased_or_never_was_cannot_be_held(desk, circle):
    with pytest.raises(CannotHold) as refused:
        put_on_hold(desk, RecordId("nobody"))
    assert refused.value.why is NothingToHold.UNKNOWN
    erase(desk, circle)
    with pytest.raises(CannotHold) as refused:
        put_on_hold(desk, circle)
    assert refused.value.why is NothingToHold.ERASED


def test_what_is_being_erased_and_is_in_copies_that_are_away_has_words_of_its_own(laptop):  # noqa: F811
    circle = laptop.desk.get(begun(laptop.desk)).owner
    laptop.copy()
    laptop.unplug()
    erase(laptop.desk, circle)
    erase_from_copies(laptop.desk)
    with pytest.raises(CannotHold) as refused:
        put_on_hold(laptop.desk, circle)
    assert refused.value.why is NothingToHold.STILL_IN_COPIES


def test_a_hold_survives_a_start_and_a_repair_and_does_not_come_back_with_a_copy(laptop):  # noqa: F811
    circle = laptop.desk.get(begun(laptop.desk)).owner
    put_on_hold(laptop.desk, circle, "2026-114")
    laptop.copy()
    laptop.restart()
    assert names(open_holds(laptop.desk)) == ["C07"]
    laptop.repair()
    assert names(open_holds(laptop.desk)) == ["C07"]
    lift_hold(laptop.desk, circle)
    laptop.go_back_to(Backups(laptop.desk.file.path).copies()[0])
    assert laptop.desk.get(circle) is not None and open_holds(laptop.desk) == ()


def test_a_hold_leaves_in_no_record_of_the_desk(desk, circle):
    before = list(desk.file.records.everything())
    put_on_hold(desk, circle, "2026-114")
    assert list(desk.file.records.everything()) == before


def test_a_row_of_a_newer_app_that_cannot_be_read_is_passed_over(desk, circle):
    put_on_hold(desk, circle)
    desk.file.remember(f"hold {circle}", "[1]")
    assert open_holds(desk) == ()


def test_a_hold_shows_the_name_that_the_circle_has_now(desk, circle):
    put_on_hold(desk, circle)
    desk.rewrite(circle, replace(desk.get(circle).body, code="C08"))
    assert names(open_holds(desk)) == ["C08"]
