"""What a circle leaves behind at the close."""

from __future__ import annotations

import pytest

from dialogue_desk.domain.model.closing import (
    CloseStep,
    ClosingStep,
    DotVote,
    Overrule,
    PrivacyAnswer,
    PrivacyDecision,
    ReadBack,
    StepState,
    Tally,
    TopThemes,
    fact_id,
)
from dialogue_desk.domain.model.ids import LONGEST_ID, DeviceId, RecordId
from dialogue_desk.domain.overview.closing_facts import NOTHING_CLOSED, closing_of
from dialogue_desk.domain.records.records import Stamp, new_record

SESSION = RecordId("019cd9d1-52a0-7007-9f39-0b2018072e8c")
NOTE = RecordId("019cd9d1-52a0-7007-9f39-0b2018072e8d")


def facts(*bodies, device="one"):
    stamp = Stamp(DeviceId(device), 1, 0)
    return [new_record(fact_id(SESSION, str(n)), SESSION, body, stamp) for n, body in enumerate(bodies)]


def test_a_close_of_which_nothing_is_known_is_all_open():
    assert closing_of([]) == NOTHING_CLOSED


def test_the_facts_of_a_close_are_laid_together():
    decision = PrivacyDecision("ab12", PrivacyAnswer.KEEP)
    tally = Tally(RecordId("age"), (("under 30", 4), ("over 30", 7)))
    closing = closing_of(
        facts(
            ClosingStep(CloseStep.DEBRIEF, StepState.LATER),
            TopThemes((RecordId("t2"), RecordId("t1"))),
            ReadBack(NOTE),
            tally,
            DotVote(3, 11),
            Overrule("stories", "The circle asked for it."),
            decision,
        )
    )
    assert closing.steps == {CloseStep.DEBRIEF: StepState.LATER}
    assert closing.top_themes == ("t2", "t1")
    assert closing.read == {NOTE}
    assert closing.tallies == {"age": tally}
    assert closing.vote is not None and closing.vote.budget == 33
    assert closing.overruled == {"stories": "The circle asked for it."}
    assert closing.decisions == {"ab12": decision}


def test_a_fact_that_two_laptops_wrote_differently_waits_for_a_person():
    (ours,) = facts(DotVote(3, 11))
    (theirs,) = facts(DotVote(3, 12), device="two")
    assert closing_of([ours.merged(theirs)]).conflicts == 1


def test_the_id_of_a_fact_fits_whatever_the_fact_is_about():
    assert len(fact_id(SESSION, NOTE)) <= LONGEST_ID
    assert all(len(fact_id(SESSION, step)) <= LONGEST_ID for step in CloseStep)


@pytest.mark.parametrize(
    "made", [lambda: DotVote(101, 1), lambda: DotVote(1, -1), lambda: Tally(NOTE, (("a", -1),))]
)
def test_counts_that_cannot_be_are_refused(made):
    with pytest.raises(ValueError, match=r"dots|counts"):
        made()


def test_the_id_of_a_fact_is_an_id_whatever_it_is_of():
    session, half = RecordId("s" * 36), RecordId("n" * 36 + ":" + "0" * 13)
    assert fact_id(session, half) == fact_id(session, half) != fact_id(session, RecordId(half + "1"))
    assert len(fact_id(session, half)) <= 80 and fact_id(session, half).startswith(session)
