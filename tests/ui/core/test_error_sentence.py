from pathlib import Path

from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.ui.core.error_sentence import error_sentence
from dialogue_desk.words import Words


def test_an_unknown_error_is_told_without_its_message_which_may_quote_a_note():
    sentence = error_sentence(ValueError("what was said"), Words())
    assert sentence.startswith("Something did not work, but nothing that was written is lost.")
    assert "what was said" not in sentence


def test_trouble_with_the_desk_file_names_the_file():
    assert "“desk.db”" in error_sentence(DeskTrouble(Trouble.FULL, Path("desk.db")), Words())
