"""What a program's set-up lacks is said until it is settled."""

from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.overview.setup_gaps import SetupGap, setup_gaps


def test_who_will_answer_is_asked_first_and_then_by_when():
    assert setup_gaps(Program("Alder")) == (SetupGap.ANSWER,)
    assert setup_gaps(Program("Alder", answer_by="2027-09-01")) == (SetupGap.ANSWER,)
    assert setup_gaps(Program("Alder", answers="City manager")) == (SetupGap.ANSWER_DAY,)
    assert setup_gaps(Program("Alder", answers="City manager", answer_by="2027-09-01")) == ()


def test_the_made_up_community_and_circles_without_a_program_lack_nothing():
    assert setup_gaps(Program("Alder", sample=True)) == () == setup_gaps(None)
