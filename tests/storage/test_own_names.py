"""The names of a desk and the hands under which it wrote."""

from __future__ import annotations

import pytest

from dialogue_desk.domain.model.ids import DeviceId
from dialogue_desk.storage.desk_file import DeskFile

ONE, TWO = DeviceId("one"), DeviceId("two")


@pytest.fixture
def file(tmp_path):
    file = DeskFile(tmp_path / "desk.db")
    yield file
    file.close()


def test_a_new_desk_has_no_name_and_keeps_each_that_it_had(file):
    assert file.names.current() is None
    for name in (ONE, TWO):
        with file.writing():
            file.names.take(name)
    assert file.names.current() == TWO and file.names.former() == {ONE}


def test_hands_are_those_of_one_name_and_the_one_of_the_time_before(file):
    with file.writing():
        for hand in ("a", "b", "a"):
            file.names.keep_hand(ONE, hand)
        file.names.keep_hand(TWO, "c")
    assert file.names.hands(ONE) == {"", "a", "b"} and file.names.hands(TWO) == {"", "c"}
