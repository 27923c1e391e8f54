"""A session that was begun can be changed, and its clock follows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.session.rehearsal import session_draft_of
from dialogue_desk.desk.session.session_edits import change_session
from dialogue_desk.domain.model.circles import PartFit
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.live_session import MoveKind
from tests.desk.evening import a_desk, a_shelf, begun, note, session_runner
from tests.desk.leaving.test_packages import folder_of, handed_on, laptops, opened

__all__ = ["laptops"]


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    yield desk
    desk.file.close()


@pytest.fixture
def folders(desk, tmp_path):
    return Folders(desk, a_shelf(tmp_path))


def changed(desk, folders, session_id, **more):
    """Change a session, and return its folder before and after."""
    before = folders.session(session_id)
    change_session(desk, session_id, replace(session_draft_of(desk, before), **more))
    return before, folders.session(session_id)


def test_what_is_changed_is_one_step_and_keeps_the_rest(desk, folders):
    session_id = begun(desk)
    before, after = changed(desk, folders, session_id, people=7, place="Gym", factor=125, present=6)
    assert (after.session.people, after.session.place, after.session.head_count) == (7, "Gym", 6)
    assert after.session == replace(before.session, people=7, place="Gym", factor=125, present=6)
    assert after.circle == before.circle
    desk.undo()
    assert folders.session(session_id).session == before.session


def test_a_part_can_have_other_times_in_one_session(desk, folders):
    session_id = begun(desk)
    _, after = changed(desk, folders, session_id, fits=(PartFit("round", 20, 75), PartFit("closing", 4)))
    assert [part.minutes for part in after.plan.parts] == [5, 20, 4]
    assert [part.floor for part in after.plan.parts] == [3, 10, 4]
    assert after.live.given(1) == 20 * MINUTE
    assert after.plan.part("round").seconds_each is None
    assert folders.of_circle(after.circle_id)[0].plan == after.plan


def test_the_clock_follows_a_hard_end_and_its_undoing_also_after_a_re_plan(desk, folders):
    session_id = begun(desk)
    live = session_runner(desk, session_id)
    live.make_move(MoveKind.START)
    end = live.live.hard_end
    before, after = changed(desk, folders, session_id, hard_end=end + 10 * MINUTE)
    assert live.follow(before, after) and live.live.hard_end == end + 10 * MINUTE
    live.skip("round")
    before, after = changed(desk, folders, session_id, hard_end=end - 5 * MINUTE)
    assert live.follow(before, after) and live.live.hard_end == end - 5 * MINUTE
    assert live.live.left_out == frozenset({1})
    desk.undo()
    live.follow(after, folders.session(session_id))
    assert live.live.hard_end == end + 10 * MINUTE
    assert not live.follow(folders.session(session_id), folders.session(session_id))
    assert session_runner(desk, session_id).live.hard_end == end + 10 * MINUTE


def test_a_session_that_is_not_there_cannot_be_changed(desk, folders):
    session_id = begun(desk)
    draft = session_draft_of(desk, folders.session(session_id))
    desk.remove(session_id)
    with pytest.raises(KeyError):
        change_session(desk, session_id, draft)


def test_the_other_laptop_follows_what_was_changed_and_keeps_its_own_notes(laptops):
    first, second = laptops[:2]
    session_id = begun(first)
    opened(second, handed_on(first, session_id))
    runner = session_runner(first, session_id)
    runner.make_move(MoveKind.START)
    second.add(session_id, note("said here"))
    before = folder_of(first, session_id)
    end = before.session.hard_end - 10 * MINUTE
    change_session(first, session_id, replace(session_draft_of(first, before), present=7, hard_end=end))
    runner.follow(before, folder_of(first, session_id))
    opened(second, handed_on(first, session_id))
    opened(first, handed_on(second, session_id))
    for desk in (first, second):
        folder = folder_of(desk, session_id)
        assert (folder.session.head_count, folder.session.hard_end, folder.live.hard_end) == (7, end, end)
        assert [one.body.text for one in folder.notes] == ["said here"] and folder.conflicts == 0
