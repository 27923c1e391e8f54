"""The action forum: what a vote, a ballot and a team can say."""

import pytest

from dialogue_desk.domain.model.forum import ActionTeam, BallotEntry, Forum, ForumOption
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.organizing import program_fact_id, spoken_of

PROGRAM, LINE = RecordId("p"), RecordId("a")


def test_a_ballot_says_how_many_dots_it_gives():
    assert BallotEntry(1, 7, ((1, 3), (4, 2))).given == 5


@pytest.mark.parametrize(
    "made",
    [
        lambda: Forum(0),
        lambda: Forum(3, 4),
        lambda: Forum(ballots=-1),
        lambda: ForumOption(LINE, 21),
        lambda: BallotEntry(3, 1),
        lambda: BallotEntry(1, 0),
        lambda: BallotEntry(1, 1, ((1, 1), (1, 2))),
        lambda: BallotEntry(1, 1, ((0, 1),)),
        lambda: BallotEntry(1, 1, ((1, -1),)),
        lambda: BallotEntry(1, 1, ballots=0),
        lambda: ActionTeam(LINE, first_day="2027-02-30"),
        lambda: ActionTeam(LINE, signed_up=-1),
    ],
)
def test_what_no_paper_can_say_is_refused(made):
    with pytest.raises(ValueError, match=" "):
        made()


def test_two_people_who_type_one_ballot_write_two_records_and_one_who_types_it_again_writes_the_same():
    first, again = BallotEntry(1, 7, ((1, 3),)), BallotEntry(1, 7, ((2, 3),))
    assert program_fact_id(PROGRAM, first) == program_fact_id(PROGRAM, again)
    assert program_fact_id(PROGRAM, first) != program_fact_id(PROGRAM, BallotEntry(2, 7, ((1, 3),)))


def test_an_option_and_a_team_go_with_their_line_and_the_vote_stays():
    assert spoken_of(ForumOption(LINE, 1)) == spoken_of(ActionTeam(LINE)) == (LINE,)
    assert spoken_of(Forum()) == spoken_of(BallotEntry(1, 1)) == ()


def test_an_option_is_said_in_a_language_or_else_in_the_first_that_has_words():
    one = ForumOption(RecordId("line"), 1, (("en", ""), ("es", "Más luz")))
    assert (one.said_in("es"), one.said_in("en"), one.text("en")) == ("Más luz", "Más luz", "")
    assert ForumOption(RecordId("line"), 1).said_in("en") == ""
