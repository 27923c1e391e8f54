"""What people are told about groups that cannot be."""

import pytest

from dialogue_desk.domain.run.breakouts import BreakoutFault, Cue
from dialogue_desk.words import Words
from dialogue_desk.words.breakout_errors import fault_said
from dialogue_desk.words.names import name_of


@pytest.mark.parametrize("fault", BreakoutFault)
def test_every_fault_has_a_sentence(fault):
    assert fault_said(fault, Words()).endswith(".")


def test_the_limits_are_told_in_numbers():
    assert "at least 3 people" in fault_said(BreakoutFault.TOO_FEW_PEOPLE, Words())
    assert "up to 60 people" in fault_said(BreakoutFault.TOO_MANY_PEOPLE, Words())
    assert "at most 6 rounds" in fault_said(BreakoutFault.TOO_MANY_ROUNDS, Words())


def test_every_cue_has_words_of_its_own():
    assert len({name_of(cue, Words()) for cue in Cue}) == len(Cue)
