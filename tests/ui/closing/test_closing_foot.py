"""The foot of the wrap-up page."""

import pytest
from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.session.closing_edits import set_read_back
from dialogue_desk.domain.closing.closing_steps import StepProgress, StepStatus
from dialogue_desk.domain.closing.read_back import to_read
from dialogue_desk.domain.model.closing import CloseStep
from dialogue_desk.ui.closing.closing_foot import left_in_words
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.words import Words

READ = StepProgress(CloseStep.READ_BACK, StepStatus.OPEN, 4, 12)
EXPORT = StepProgress(CloseStep.EXPORT, StepStatus.OPEN)


@pytest.mark.parametrize(
    ("steps", "conflicts", "said"),
    [
        ((), 0, "Nothing is left to do."),
        ((EXPORT,), 0, "Still to do: export"),
        ((READ, EXPORT), 0, "Still to do: read back (8) and 1 more step"),
        ((READ, EXPORT, EXPORT), 0, "Still to do: read back (8) and 2 more steps"),
        ((EXPORT,), 2, "2 versions to choose"),
    ],
)
def test_what_is_left_is_said_in_few_words_and_a_choice_comes_first(steps, conflicts, said):
    assert left_in_words(steps, conflicts, Words()) == said


def test_done_is_the_loudest_only_once_every_line_was_read(page, desk, folders, evening):
    view = page._panes.pane(CloseStep.READ_BACK).view
    assert (view.primary.weight, page.foot.go_button.weight) == (Weight.PRIMARY, Weight.NORMAL)
    for one in to_read(folders.session(evening)):
        set_read_back(desk, evening, one.id)
    QApplication.processEvents()
    assert (view.primary.weight, page.foot.go_button.weight) == (Weight.NORMAL, Weight.PRIMARY)
