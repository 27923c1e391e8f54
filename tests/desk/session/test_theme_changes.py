"""A theme is changed wherever it is, and two laptops agree on it."""

from __future__ import annotations

import pytest

from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.session.note_entry import EntryDefaults, add_entry
from dialogue_desk.desk.session.theme_changes import is_of_circle, join_themes, remove_theme, rename_theme
from dialogue_desk.domain.closing.leaving import Profile
from tests.desk.evening import a_desk, a_shelf, begun
from tests.desk.partners import opened_as_partner
from tests.desk.trust.strangers import handed


class Table:
    """A laptop on the table of one circle."""

    def __init__(self, folder, seed):
        self.desk = a_desk(folder / f"laptop {seed}" / "desk.db", seed)
        self.folders = Folders(self.desk, a_shelf(folder))
        self.session = None

    @property
    def folder(self):
        return self.folders.session(self.session)

    def type(self, line):
        add_entry(self.desk, self.folder, line, EntryDefaults())

    def theme(self, name):
        return next(one for one, theme in self.folder.themes.items() if theme.name == name)

    def under(self):
        """Each note with the names of its themes."""
        folder = self.folder
        return {note.body.text: folder.theme_names(note.body.themes) for note in folder.notes}


@pytest.fixture
def tables(tmp_path):
    made = [Table(tmp_path, seed) for seed in (1, 2)]
    made[0].session = begun(made[0].desk)
    yield made
    for table in made:
        table.desk.file.close()


def hand_over(giver, taker):
    opened_as_partner(taker.desk, handed(giver.desk, giver.session, Profile.OTHER_LAPTOP))
    taker.session = giver.session


def test_a_theme_is_renamed_for_all_its_notes_and_the_words_stay(tables):
    one, _ = tables
    one.type("dark stops #pat")
    assert rename_theme(one.desk, one.folder, one.theme("pat"), " Patrols ") == "Patrols"
    assert one.under() == {"dark stops": ("Patrols",)}
    one.desk.undo()
    assert one.under() == {"dark stops": ("pat",)}


def test_a_name_that_another_theme_has_joins_the_two_in_one_step_of_undo(tables):
    one, _ = tables
    one.type("dark stops #pat")
    one.type("slow answers #Patrols")
    assert rename_theme(one.desk, one.folder, one.theme("pat"), "patrols") == "Patrols"
    assert one.under() == {"dark stops": ("Patrols",), "slow answers": ("Patrols",)}
    one.type("again #pat")
    assert one.under()["again"] == ("Patrols",)
    one.desk.undo()
    one.desk.undo()
    assert one.under()["dark stops"] == ("pat",)


def test_what_another_laptop_put_under_a_theme_meanwhile_comes_along_when_it_is_joined(tables):
    one, two = tables
    one.type("dark stops #pat")
    one.type("slow answers #Patrols")
    hand_over(one, two)
    join_themes(one.desk, one.folder, one.theme("pat"), one.theme("Patrols"))
    two.type("they do not stop #pat")
    hand_over(two, one)
    hand_over(one, two)
    for table in tables:
        assert set(table.under().values()) == {("Patrols",)}


def test_a_theme_that_two_laptops_made_is_one_once_they_share(tables):
    one, two = tables
    hand_over(one, two)
    one.type("dark stops #Policía")
    two.type("slow answers #policia")
    hand_over(two, one)
    hand_over(one, two)
    for table in tables:
        assert len(table.folder.themes) == 1
        assert len(set(table.under().values())) == 1
    assert one.under() == two.under()


def test_a_theme_that_is_removed_is_off_every_note_and_undo_brings_it_back(tables):
    one, _ = tables
    one.type("dark stops #pat #light")
    assert is_of_circle(one.desk, one.folder, one.theme("pat"))
    remove_theme(one.desk, one.folder, one.theme("pat"))
    assert one.under() == {"dark stops": ("light",)}
    one.desk.undo()
    assert one.under() == {"dark stops": ("pat", "light")}
