"""What the sample's organizers did is played through the desk, and keeps every rule of it."""

from __future__ import annotations

from collections import Counter

import pytest

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.program.pooled_edits import check_circles
from dialogue_desk.desk.program.sample import import_sample, sample_programs
from dialogue_desk.domain.model.answers import Standing
from dialogue_desk.domain.model.forum import BallotEntry, ForumStage
from dialogue_desk.domain.overview.follow_up import follow_up
from dialogue_desk.domain.overview.forum_result import forum_result
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.domain.overview.voices_picture import voices_of
from dialogue_desk.storage.database import IN_MEMORY
from dialogue_desk.storage.desk_file import DeskFile
from tests.desk.program.test_sample import WORDS, shelf
from tools.gallery.stage import ten_to_seven
from tools.manual_clock import ManualClock
from tools.sample import SCRIPT, sample_script
from tools.sample.afterwards_script import afterwards_in
from tools.sample.organizers import ballots_of

__all__ = ["shelf"]


@pytest.fixture(scope="module")
def picture(shelf):
    """The sample, as a person has it who opens it."""
    desk = Desk(DeskFile(IN_MEMORY), ManualClock(ten_to_seven(), sample_script().zone), RandomIds(7))
    assert import_sample(desk, shelf, WORDS).waiting == ()
    yield Folders(desk, shelf).picture(sample_programs(desk)[0])
    desk.file.close()


def test_opening_the_sample_shows_whom_they_wanted_and_who_is_missing(picture):
    voices = voices_of(picture)
    assert len(voices.wanted) == 11 and len(picture.work.invitations) == 7
    found = {one.voice.name: one for one in voices.wanted}
    assert found["Old Mill"].counted == 14 and found["Hilltop"].counted == 11
    assert found["Hilltop"].missing == 9
    assert found["People who came here lately"].hidden


def test_slips_counted_together_fit_the_circles_they_are_of(picture):
    kinds = Counter(one.body.kind.value for one in picture.work.pools)
    assert kinds == {"tally": 1, "before": 2, "after": 1}
    for pool in picture.work.pools:
        check_circles(picture, pool.body, WORDS, pool.id)


def test_each_ballot_is_typed_twice_alike_and_three_places_are_told_with_a_tie(picture):
    result = forum_result(picture.work)
    assert (result.stage, result.differing, result.once) == (ForumStage.COUNTED, (), 0)
    assert (result.ballots, result.spoiled, result.given_out) == (58, 2, 62)
    assert sum(one.dots for one in result.options) == 285
    first = [(one.number, one.place, one.tied) for one in sorted(result.options, key=lambda one: one.place)]
    assert first[:2] == [(2, 1, False), (7, 2, False)]
    assert sorted(first[2:4]) == [(1, 3, True), (8, 3, True)]


def test_options_and_teams_are_about_proposals_that_are_there(picture):
    every = follow_up(report_plan(picture)).every
    here = {line for one in every for line in one.lines}
    assert {one.body.about for one in picture.work.options} <= here
    assert picture.work.teams.keys() <= {one.body.about for one in picture.work.options}


def test_four_actions_went_four_ways_and_two_answers_came(picture):
    followed = follow_up(report_plan(picture))
    ways = {one.standing for one in followed.followed if one.progress is not None}
    assert ways == {Standing.DONE, Standing.UNDER_WAY, Standing.ON_HOLD, Standing.DROPPED}
    assert len(followed.answered) == 2 and followed.lost == ()


def test_a_ballot_is_read_as_it_stands_in_the_script():
    first, *_, spoiled, tally = ballots_of(afterwards_in(SCRIPT).forum, 2)
    assert isinstance(first, BallotEntry) and first.entry == 2 and first.given == 5
    assert not spoiled.spoiled and tally.ballots == 12 and tally.number == spoiled.number + 1
