"""One person's pile: the next number, how many, and which ballots differ from the other's."""

from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.forum import BallotEntry, Forum, ForumStage
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.forum_result import typed_ballots
from dialogue_desk.domain.overview.program_work import ProgramWork
from dialogue_desk.domain.overview.session_folder import Stored
from dialogue_desk.ui.forum.ballot_pile import BallotPile, differing_ballots

PROGRAM = RecordId("p")


def work_with(*entries):
    stored = (Stored(RecordId(f"b{one.entry}:{one.number}"), PROGRAM, one) for one in entries)
    return ProgramWork(forum=Forum(5, 3, 0, ForumStage.VOTING), ballots=tuple(stored))


def test_numbers_run_on_after_the_last_and_tally_sheets_count_their_ballots():
    work = work_with(BallotEntry(1, 1), BallotEntry(1, 4, ballots=30), BallotEntry(2, 9))
    pile = BallotPile.of(work, 1)
    assert (pile.next, pile.ballots) == (5, 31)
    assert [one.number for one in pile.last(1)] == [4]
    assert BallotPile.of(work, 2).next == 10 and BallotPile().next == 1


ENTRIES = st.builds(
    BallotEntry,
    st.sampled_from((1, 2)),
    st.integers(1, 4),
    st.dictionaries(st.integers(1, 4), st.integers(0, 4), max_size=3).map(lambda dots: tuple(dots.items())),
    st.just(1),
    st.booleans(),
)


@given(st.lists(ENTRIES, max_size=8, unique_by=lambda one: (one.entry, one.number)))
def test_passing_over_those_typed_alike_finds_the_same_differences(entries):
    work = work_with(*entries)
    assert differing_ballots(work) == tuple(one for one in typed_ballots(work) if one.differs)
