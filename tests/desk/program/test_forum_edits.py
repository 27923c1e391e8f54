"""What a forum keeps, and what it refuses with a sentence: nothing is counted twice, changed late or lost."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.desk.program.forum_edits import (
    CannotVote,
    choose_options,
    clear_ballot,
    close_vote,
    forum_of,
    lock,
    open_vote_again,
    options_of,
    read_ballot,
    remove_team,
    set_up_forum,
    type_ballot,
    type_ballots,
    unlock,
    write_team,
)
from dialogue_desk.domain.model.forum import ActionTeam, BallotEntry, Forum, ForumOption, ForumStage
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.forum_result import forum_result
from dialogue_desk.words import Words
from tests.desk.program.test_proposal_edits import SmallProgram

EN = Words()


@pytest.fixture
def program(tmp_path):
    made = SmallProgram(tmp_path)
    yield made
    made.desk.file.close()


def options(program):
    ideas = [one.id for one in program.proposals]
    return [ForumOption(idea, 1, (("en", f"Idea {place}"),)) for place, idea in enumerate(ideas)]


def voting(program, forum=None):
    set_up_forum(program.desk, program.id, forum or Forum(dots_each=3, most_on_one=2), EN)
    choose_options(program.desk, program.id, options(program), EN)
    lock(program.desk, program.id, EN)
    return program


def ballot(number, typed, entry=1, **more):
    return BallotEntry(entry, number, read_ballot(typed, EN), **more)


def put(program, *entries):
    for one in entries:
        type_ballot(program.desk, program.id, one, EN)


def refused(act, *asked, **more):
    with pytest.raises(CannotVote) as trouble:
        act(*asked, EN, **more)
    return str(trouble.value)


def result(program):
    return forum_result(program.picture.work)


def test_options_are_numbered_in_the_order_they_were_chosen_and_undo_brings_the_earlier_ones(program):
    chosen = options(program)
    choose_options(program.desk, program.id, chosen, EN)
    choose_options(program.desk, program.id, chosen[::-1][:2], EN)
    assert [(one.body.number, one.body.about) for one in options_of(program.desk, program.id)] == [
        (1, chosen[2].about),
        (2, chosen[1].about),
    ]
    program.desk.undo()
    assert [one.body.about for one in options_of(program.desk, program.id)] == [one.about for one in chosen]
    assert choose_options(program.desk, program.id, chosen, EN) is None


def test_too_many_options_and_one_twice_are_refused(program):
    many = [ForumOption(RecordId(f"i{n}"), 1) for n in range(21)]
    assert "20 options" in refused(choose_options, program.desk, program.id, many)
    assert "twice" in refused(choose_options, program.desk, program.id, many[:1] * 2)
    assert options_of(program.desk, program.id) == ()


def test_options_lock_when_people_vote_and_open_again_before_the_first_ballot(program):
    voting(program)
    assert lock(program.desk, program.id, EN) is None
    assert "locked" in refused(choose_options, program.desk, program.id, options(program)[:2])
    unlock(program.desk, program.id, EN)
    assert forum_of(program.desk, program.id).stage is ForumStage.CHOOSING
    assert unlock(program.desk, program.id, EN) is None
    lock(program.desk, program.id, EN)
    put(program, ballot(1, "1"))
    assert "Ballots are typed" in refused(unlock, program.desk, program.id)


def test_a_vote_needs_two_options_with_words_and_numbers_of_their_own(program):
    assert "two options" in refused(lock, program.desk, program.id)
    first, second, _ = options(program)
    choose_options(program.desk, program.id, [first, replace(second, texts=())], EN)
    assert "Option 2 has no words" in refused(lock, program.desk, program.id)
    both = choose_options(program.desk, program.id, [first, second], EN)
    program.desk.put(max(both.ids), program.id, replace(second, number=1))
    assert "number 1" in refused(lock, program.desk, program.id)


def test_dots_stay_as_they_are_while_people_vote_and_ballots_given_out_can_be_counted_later(program):
    voting(program)
    five = Forum(dots_each=5)
    assert "3 dots" in refused(set_up_forum, program.desk, program.id, five)
    set_up_forum(program.desk, program.id, Forum(3, 2, ballots=40), EN)
    assert result(program).given_out == 40 and forum_of(program.desk, program.id).stage is ForumStage.VOTING


@pytest.mark.parametrize(
    ("typed", "dots"),
    [
        ("3 3 7 12 15", ((3, 2), (7, 1), (12, 1), (15, 1))),
        (" 7,3x2 ", ((3, 2), (7, 1))),
        ("3 X 2; 3", ((3, 3),)),
        ("5×2", ((5, 2),)),
        ("3+3+7", ((3, 2), (7, 1))),
        ("3.3.7.", ((3, 2), (7, 1))),
        ("3/7", ((3, 1), (7, 1))),
        ("0", ()),
        ("4x0", ()),
    ],
)
def test_a_ballot_is_read_as_people_type_it(typed, dots):
    assert read_ballot(typed, EN) == dots


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "Nothing is typed"),
        ("3 a", "“a”"),
        ("21", "no option 21"),
        ("3 0", "no option 0"),
        ("x3", "“x3”"),
        ("-3", "“-3”"),
        ("3-7", "“3-7”"),
        ("3 7\n3 7", "“7\n3”"),
        ("1x9999999", "more dots"),
        ("٣", "“٣”"),
        ("3x2x2", "“3x2x2”"),
    ],
)
def test_what_is_no_ballot_has_its_words(typed, told):
    assert told in refused(read_ballot, typed)


@given(st.text(max_size=30))
def test_whatever_is_typed_is_a_ballot_or_is_refused(typed):
    with suppress(CannotVote):
        BallotEntry(1, 1, read_ballot(typed, EN))


def test_nobody_votes_before_the_lock_or_after_the_count(program):
    assert "Lock the options" in refused(type_ballot, program.desk, program.id, ballot(1, "1"))
    assert "Lock the options" in refused(close_vote, program.desk, program.id)
    voting(program)
    assert "No ballot is typed" in refused(close_vote, program.desk, program.id)
    put(program, ballot(1, "1"))
    close_vote(program.desk, program.id, EN)
    assert close_vote(program.desk, program.id, EN) is None
    assert "count is closed" in refused(type_ballot, program.desk, program.id, ballot(2, "1"))
    assert "count is closed" in refused(clear_ballot, program.desk, program.id, ballot(1, "1"))
    assert "count is closed" in refused(set_up_forum, program.desk, program.id, Forum(4))
    assert result(program).options[0].dots == 1
    open_vote_again(program.desk, program.id)
    assert open_vote_again(program.desk, program.id) is None
    put(program, ballot(2, "1 2"))
    assert result(program).options == ()
    program.desk.undo()
    program.desk.undo()
    assert result(program).out


def test_a_ballot_with_too_many_dots_is_refused_by_name_and_can_be_kept_as_spoiled(program):
    voting(program)
    assert "Ballot 4 has 4 dots and may have 3" in refused(
        type_ballot, program.desk, program.id, ballot(4, "1 1 2 3")
    )
    assert "3 dots on option 1" in refused(type_ballot, program.desk, program.id, ballot(4, "1x3"))
    assert "no option 4" in refused(type_ballot, program.desk, program.id, ballot(4, "4"))
    put(program, ballot(4, "1x3", spoiled=True), ballot(5, "1x20 2x10", ballots=10))
    assert (result(program).spoiled, result(program).ballots) == (1, 10)
    assert "Ballot 6 has 31 dots" in refused(
        type_ballot, program.desk, program.id, ballot(6, "1x20 2x11", ballots=10)
    )


def test_a_number_that_was_typed_before_is_not_written_over_unless_somebody_asks(program):
    voting(program)
    put(program, ballot(7, "1 2"))
    assert type_ballot(program.desk, program.id, ballot(7, "2 1"), EN) is None
    assert "first person" in refused(type_ballot, program.desk, program.id, ballot(7, "3"))
    put(program, ballot(7, "3", entry=2))
    assert "second person" in refused(type_ballot, program.desk, program.id, ballot(7, "1", entry=2))
    assert result(program).differing == (7,)
    type_ballot(program.desk, program.id, ballot(7, "3"), EN, again=True)
    assert (result(program).differing, result(program).ballots) == ((), 1)
    clear_ballot(program.desk, program.id, ballot(7, "3"), EN)
    assert clear_ballot(program.desk, program.id, ballot(9, "3"), EN) is None
    assert result(program).once == 1


def test_a_pile_is_kept_in_one_step_and_tells_each_that_it_leaves_out(program):
    voting(program)
    pile = [ballot(1, "1"), ballot(2, "1x3"), ballot(3, "2"), ballot(1, "2"), ballot(3, "2")]
    typed = type_ballots(program.desk, program.id, pile, EN)
    assert typed.kept == 2 and len(typed.refused) == 2
    assert (result(program).ballots, result(program).dots) == (0 + 2, 2)
    program.desk.undo()
    assert result(program).typed == 0
    assert type_ballots(program.desk, program.id, [], EN).kept == 0


def test_ballots_can_still_name_an_option_that_was_erased(program):
    voting(program)
    last = options_of(program.desk, program.id)[-1]
    program.desk.erase([last.id])
    put(program, ballot(1, "3 1"))
    close_vote(program.desk, program.id, EN)
    gone = next(one for one in result(program).options if one.number == 3)
    assert gone.option is None and gone.dots == 1


def test_a_team_is_kept_and_its_first_day_is_not_past(program):
    idea = program.proposals[0].id
    team = ActionTeam(idea, "Benches", "Library", "Neighbors' group", first_day="2999-01-05")
    write_team(program.desk, program.id, team, EN)
    assert write_team(program.desk, program.id, team, EN) is None
    past = replace(team, first_day="1999-01-05")
    assert "already past" in refused(write_team, program.desk, program.id, past)
    assert program.picture.work.teams[idea].body == team
    remove_team(program.desk, program.id, team)
    assert remove_team(program.desk, program.id, team) is None
    assert program.picture.work.teams == {}
