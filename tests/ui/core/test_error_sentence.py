import errno
from pathlib import Path

import pytest

from dialogue_desk.resources import resource
from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.ui.core.error_sentence import error_sentence
from dialogue_desk.words import Words


def test_an_unknown_error_is_told_without_its_message_which_may_quote_a_note():
    sentence = error_sentence(ValueError("what was said"), Words())
    assert sentence.startswith("Something did not work, but nothing that was written is lost.")
    assert "what was said" not in sentence


def test_trouble_with_the_desk_file_names_the_file():
    assert "“desk.db”" in error_sentence(DeskTrouble(Trouble.FULL, Path("desk.db")), Words())


def test_a_missing_part_of_the_app_is_told_in_the_window_as_in_a_terminal():
    with pytest.raises(FileNotFoundError) as missing:
        resource("none.toml")
    said = error_sentence(missing.value, Words())
    assert "“none.toml”, which is a part of Dialogue Desk, is missing" in said
    assert said.endswith("Nothing that you wrote is lost.") and "disk" not in said


def test_a_full_disk_is_told_as_a_full_disk():
    assert "The disk is full." in error_sentence(OSError(errno.ENOSPC, "no room"), Words())
