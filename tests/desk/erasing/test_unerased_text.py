"""Each reason why a copy still holds erased words has a sentence that names it and says what to do."""

from pathlib import Path

import pytest

from dialogue_desk.desk.erasing.unerased_text import folder_name, unerased_sentence
from dialogue_desk.storage.erase_copies import UnerasedCopy, UnerasedReason
from dialogue_desk.words import Words

WORDS = Words()


@pytest.mark.parametrize("why", UnerasedReason)
def test_every_reason_names_the_copy_and_says_what_comes_next(why):
    said = unerased_sentence([UnerasedCopy(Path("/media/STICK"), why)], WORDS)
    assert "“STICK”" in said and said.count(". ") >= 1 and said.endswith(".")


def test_no_two_reasons_are_told_alike():
    said = {unerased_sentence([UnerasedCopy(Path("STICK"), why)], WORDS) for why in UnerasedReason}
    assert len(said) == len(UnerasedReason)


def test_the_same_sentence_is_said_once():
    one, other = (UnerasedCopy(Path(name), UnerasedReason.ABSENT) for name in ("A", "B"))
    assert unerased_sentence([one, one], WORDS) == unerased_sentence([one], WORDS)
    assert unerased_sentence([one, other], WORDS).count("could not be found") == 2


def test_the_root_of_a_disk_is_called_by_its_whole_path():
    assert (folder_name(Path("/media/STICK")), folder_name(Path("/"))) == ("STICK", str(Path("/")))
