"""Every choice the domain knows has a name people use."""

import pytest

from dialogue_desk.domain.run.breakouts import BreakoutFault
from dialogue_desk.words import LANGUAGES, Words
from dialogue_desk.words.names import _NAMES, name_of


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("enum", _NAMES)
def test_every_member_has_a_name_of_its_own(enum, language):
    words = Words(language)
    names = [name_of(member, words) for member in enum]
    assert all(names) and len(set(names)) == len(names)


@pytest.mark.parametrize("fault", BreakoutFault)
def test_every_fault_has_a_sentence(fault):
    assert name_of(fault, Words()).endswith(".")


def test_the_limits_are_told_in_numbers():
    assert "at least 3 people" in name_of(BreakoutFault.TOO_FEW_PEOPLE, Words())
    assert "up to 60 people" in name_of(BreakoutFault.TOO_MANY_PEOPLE, Words())
    assert "at most 6 rounds" in name_of(BreakoutFault.TOO_MANY_ROUNDS, Words())
