"""Every trouble with the desk file has a sentence of its own."""

from pathlib import Path

import pytest

from dialogue_desk.desk.error_text import repaired_sentence, trouble_sentence
from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.storage.repair import RepairReport
from dialogue_desk.words import Words


@pytest.fixture
def sentences(tmp_path):
    desk = tmp_path / "mine.desk"
    desk.touch()
    return {trouble: trouble_sentence(DeskTrouble(trouble, desk), Words()) for trouble in Trouble}


@pytest.mark.parametrize("trouble", [Trouble.READ_ONLY, Trouble.UNREADABLE])
def test_a_folder_in_which_nothing_can_be_saved_is_named(trouble, tmp_path):
    home = tmp_path / "home of Ana"
    said = trouble_sentence(DeskTrouble(trouble, home / "mine.desk"), Words())
    assert str(home) in said
    assert "“mine.desk”" in said
    assert "is safe" in said


def test_a_folder_in_which_files_can_be_saved_is_not_blamed(tmp_path):
    said = trouble_sentence(DeskTrouble(Trouble.UNREADABLE, tmp_path / "mine.desk"), Words())
    assert "“mine.desk” could not be read" in said and str(tmp_path) not in said


def test_every_trouble_has_its_own_sentence_that_names_the_file(sentences):
    said = sentences
    assert len(set(said.values())) == len(Trouble)
    assert all("“mine.desk”" in sentence for sentence in said.values())


def test_every_sentence_says_what_was_kept_and_what_to_do(sentences):
    kept = (
        "nothing in it was changed",
        "It was not changed",
        "Everything before it is saved",
        "is still in it",
        "is safe",
        "what it could save",
    )
    for sentence in sentences.values():
        assert any(phrase in sentence for phrase in kept)
        assert sentence.count(". ") >= 1 and sentence.endswith(".")


@pytest.mark.parametrize(
    ("mended", "all_here"),
    [
        (RepairReport(Path("desk-damaged.db"), 9, 9), True),
        (RepairReport(Path("desk-damaged.db"), 7, 9, earlier=2), True),
        (RepairReport(Path("desk-damaged.db"), 9, 9, log=True), False),
        (RepairReport(Path("desk-damaged.db"), 7, 9), False),
        (RepairReport(Path("desk-damaged.db"), 7, None), False),
    ],
)
def test_a_repaired_desk_tells_what_is_here_and_what_to_do_when_something_may_be_missing(mended, all_here):
    said = repaired_sentence(mended, Words())
    assert "“desk-damaged.db”" in said
    assert ("Open the packages" in said) is not all_here
