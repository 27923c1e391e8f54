"""Edits, the changes they make, and how those are undone."""

from tests.domain.records.laptops import DEVICES, IDS, Laptop


def test_undoing_a_choice_puts_the_conflict_back():
    here, there = Laptop(DEVICES[0]), Laptop(DEVICES[1])
    here.edit(IDS[0], "first")
    there.hear(here)
    here.edit(IDS[0], "ours")
    there.edit(IDS[0], "theirs")
    here.hear(there)
    choice = here.edit(IDS[0], "both")
    here.undo(choice)
    assert {edition.body.text for edition in here.records[IDS[0]].editions} == {"ours", "theirs"}
    there.hear(here)
    assert there.records[IDS[0]] == here.records[IDS[0]]


def test_an_edit_that_alters_nothing_is_no_change():
    here = Laptop(DEVICES[0])
    here.edit(IDS[0], "words")
    assert here.edit(IDS[0], "words").pairs == ()
