"""What the wrap-up page says about its steps."""

import pytest

from dialogue_desk.domain.closing.closing_steps import StepProgress, StepStatus, closing_steps
from dialogue_desk.domain.model.closing import CloseStep
from dialogue_desk.ui.closing.closing_text import asked_and_missing, detail_of, open_in_words
from dialogue_desk.words import Words
from tests.ui.sessions import begin


def test_what_is_open_is_named_with_how_much_is_left():
    steps = [
        StepProgress(CloseStep.READ_BACK, StepStatus.OPEN, 4, 12),
        StepProgress(CloseStep.EXPORT, StepStatus.OPEN),
    ]
    assert open_in_words(steps, Words()) == "Still to do: read back (8), export"


def test_what_came_after_a_step_was_done_is_named_with_how_much():
    again = [StepProgress(CloseStep.PRIVACY, StepStatus.OPEN, 0, 3, news=2)]
    assert open_in_words(again, Words()) == "Still to do: privacy check (2 new)"


def test_versions_to_choose_are_still_to_do_when_no_step_is_open():
    assert open_in_words([], Words(), conflicts=2) == "Still to do: 2 versions to choose"
    assert open_in_words([], Words()) == "Nothing is left to do."


@pytest.mark.parametrize(
    ("step", "text"),
    [
        (StepProgress(CloseStep.TALLIES, StepStatus.NOTHING, 0, 3), "nothing to do"),
        (StepProgress(CloseStep.TALLIES, StepStatus.OPEN, 1, 3), "open · 1 of 3 counted"),
        (StepProgress(CloseStep.TOP_THEMES, StepStatus.DONE, 2, 2), "done · 2 selected"),
        (StepProgress(CloseStep.ACTIONS, StepStatus.LATER, 1, 2), "left for later · 1 incomplete"),
        (StepProgress(CloseStep.ACTIONS, StepStatus.DONE, 2, 2), "done"),
        (StepProgress(CloseStep.PRIVACY, StepStatus.OPEN), "open"),
        (StepProgress(CloseStep.PRIVACY, StepStatus.OPEN, 1, 5), "open · 1 of 5 checked"),
        (StepProgress(CloseStep.PRIVACY, StepStatus.OPEN, 1, 5, news=2), "open · 2 lines since you looked"),
        (StepProgress(CloseStep.READ_BACK, StepStatus.OPEN, news=1), "open · 1 line since you looked"),
        (
            StepProgress(CloseStep.TOP_THEMES, StepStatus.OPEN, 1, 1, news=1),
            "open · 1 change since you chose",
        ),
        (StepProgress(CloseStep.ACTIONS, StepStatus.OPEN, news=2), "open · 2 changes since you looked"),
        (StepProgress(CloseStep.TALLIES, StepStatus.OPEN, news=1), "open · 1 change since you counted"),
        (StepProgress(CloseStep.EXPORT, StepStatus.OPEN, news=2), "open · 2 changes since you exported"),
    ],
    ids=str,
)
def test_a_step_says_its_state_and_how_much_of_it_is_done(desk, folders, shelf, step, text):
    assert detail_of(step, folders.session(begin(desk, shelf)), Words()) == text


def test_a_session_without_notes_misses_nothing(desk, folders, shelf):
    folder = folders.session(begin(desk, shelf))
    assert asked_and_missing(folder, Words()) == ()
    assert len(closing_steps(folder)) == len(CloseStep)
