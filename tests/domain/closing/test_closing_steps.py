"""Where the close of a session stands, and what is still open."""

from __future__ import annotations

import pytest

from dialogue_desk.domain.closing.closing_steps import StepStatus, closing_steps, still_open
from dialogue_desk.domain.model.closing import CloseStep, DotVote, StepState, Tally
from dialogue_desk.domain.model.notes import ActionIdea, Consent, NoteKind, Parked
from dialogue_desk.domain.overview.closing_facts import ClosingFacts
from tests.domain.session_folders import a_folder, a_note

FULL = ActionIdea("A lamp walk", who="The city", first_step="Ask for a date")


def stands(step, *said, **how):
    return next(one for one in closing_steps(a_folder(*said, **how)) if one.step is step)


def test_where_nothing_was_said_there_is_little_to_do():
    assert [one.step for one in still_open(a_folder())] == [
        CloseStep.ATTENDANCE,
        CloseStep.DEBRIEF,
        CloseStep.EXPORT,
    ]


@pytest.mark.parametrize("step", CloseStep)
def test_a_person_may_call_any_step_done_or_leave_it_for_later(step):
    said = (a_note(themes=("work",)), a_note(NoteKind.PARKING_LOT), ActionIdea("A walk"))
    how = {"themes": ("work",), "categories": ("age",), "present": None}
    assert stands(step, *said, **how).status is StepStatus.OPEN
    later = ClosingFacts(steps={step: StepState.LATER})
    done = ClosingFacts(steps={step: StepState.DONE})
    assert stands(step, *said, closing=later, **how).status is StepStatus.LATER
    assert stands(step, *said, closing=done, **how).status is StepStatus.DONE
    assert step in {one.step for one in still_open(a_folder(*said, closing=later, **how))}
    assert step not in {one.step for one in still_open(a_folder(*said, closing=done, **how))}


def test_reading_back_is_done_when_all_was_read():
    said = (a_note(), FULL, a_note(NoteKind.DEBRIEF))
    some = stands(CloseStep.READ_BACK, *said, closing=ClosingFacts(read=frozenset({"n0"})))
    assert (some.done, some.total, some.status) == (1, 2, StepStatus.OPEN)
    every = stands(CloseStep.READ_BACK, *said, closing=ClosingFacts(read=frozenset({"n0", "n1"})))
    assert every.status is StepStatus.DONE and every.by_itself


def test_what_is_done_by_itself_was_not_left_for_later():
    later = ClosingFacts(steps={CloseStep.READ_BACK: StepState.LATER}, read=frozenset({"n0"}))
    assert stands(CloseStep.READ_BACK, a_note(), closing=later).status is StepStatus.DONE


def test_nothing_parked_leaves_nothing_to_do():
    assert stands(CloseStep.PARKING_LOT, a_note()).status is StepStatus.NOTHING
    parked = [a_note(NoteKind.PARKING_LOT, parked=one) for one in Parked]
    assert stands(CloseStep.PARKING_LOT, *parked).left == 1
    assert stands(CloseStep.PARKING_LOT, *parked[1:]).status is StepStatus.DONE


def test_themes_are_done_when_one_was_chosen():
    said = a_note(themes=("work",))
    assert stands(CloseStep.TOP_THEMES, said).status is StepStatus.NOTHING  # of a theme that is not here
    assert stands(CloseStep.TOP_THEMES, said, themes=("work",)).status is StepStatus.OPEN
    chosen = ClosingFacts(top_themes=("work",))
    assert stands(CloseStep.TOP_THEMES, said, themes=("work",), closing=chosen).status is StepStatus.DONE


def test_an_idea_wants_somebody_and_a_first_step():
    assert stands(CloseStep.ACTIONS, FULL).status is StepStatus.DONE
    assert stands(CloseStep.ACTIONS, FULL, ActionIdea("A walk", who="Us")).left == 1


@pytest.mark.parametrize(("dots", "done"), [(None, False), (33, True), (34, False)])
def test_dots_are_settled_when_some_were_given_and_not_too_many(dots, done):
    idea = ActionIdea("A lamp walk", who="The city", first_step="Ask", dots=dots)
    standing = stands(CloseStep.ACTIONS, idea, closing=ClosingFacts(vote=DotVote(3, 11))).status
    assert (standing is StepStatus.DONE) is done


def test_a_head_count_is_all_that_is_asked_of_who_was_there():
    assert stands(CloseStep.ATTENDANCE).status is StepStatus.OPEN
    assert stands(CloseStep.ATTENDANCE, present=9).status is StepStatus.DONE


def test_tallies_wait_for_the_head_count_and_a_small_circle_has_none():
    assert stands(CloseStep.TALLIES).status is StepStatus.NOTHING
    assert stands(CloseStep.TALLIES, categories=("age",)).status is StepStatus.OPEN
    assert stands(CloseStep.TALLIES, categories=("age",), present=9).status is StepStatus.NOTHING
    counted = ClosingFacts(tallies={"age": Tally("age", (("one", 10),))})
    assert stands(CloseStep.TALLIES, categories=("age",), present=10).left == 1
    assert (
        stands(CloseStep.TALLIES, categories=("age",), present=10, closing=counted).status is StepStatus.DONE
    )


def test_a_debrief_is_done_when_something_of_it_was_written():
    assert stands(CloseStep.DEBRIEF, a_note()).status is StepStatus.OPEN
    assert stands(CloseStep.DEBRIEF, a_note(NoteKind.DEBRIEF)).status is StepStatus.DONE


def test_the_privacy_pass_and_the_export_are_done_when_a_person_says_so():
    quote = a_note(NoteKind.QUOTE, consent=Consent.YES)
    assert stands(CloseStep.PRIVACY, quote).status is StepStatus.OPEN
    assert stands(CloseStep.EXPORT, quote).status is StepStatus.OPEN
