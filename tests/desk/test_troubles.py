"""Every trouble with the desk file has a sentence of its own."""

from pathlib import Path

from dialogue_desk.desk.troubles import trouble_sentence
from dialogue_desk.storage.database import DeskTrouble, Trouble
from dialogue_desk.words import Words


def sentences():
    words = Words()
    return {trouble: trouble_sentence(DeskTrouble(trouble, Path("mine.desk")), words) for trouble in Trouble}


def test_every_trouble_has_its_own_sentence_that_names_the_file():
    said = sentences()
    assert len(set(said.values())) == len(Trouble)
    assert all("“mine.desk”" in sentence for sentence in said.values())


def test_every_sentence_says_what_was_kept_and_what_to_do():
    kept = ("nothing in it was changed", "left as it is", "Everything before it was", "is still in it")
    for sentence in sentences().values():
        assert any(phrase in sentence for phrase in kept)
        assert sentence.count(". ") >= 1 and sentence.endswith(".")
