"""Copies in the settings: where they are, and what a person does about them."""

from PySide6.QtCore import Qt

from dialogue_desk.desk.erasing.erase import unerased_copy_folders
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.ui.copies.copies_section import CopiesSection
from tests.ui.copies.waiting import choose_stick, idle
from tests.ui.seen import button_saying, words_on
from tests.ui.sessions import held
from tests.ui.settings.opened import COPIES, open_settings
from tests.ui.sittings import laptop

__all__ = ["laptop"]


DAY = 24 * 60 * MINUTE


def test_a_second_place_gets_its_copy_as_soon_as_it_is_chosen_and_the_settings_say_so(laptop, stick, qtbot):
    sitting = laptop.start()
    section = choose_stick(sitting, stick, qtbot)
    assert len(list(stick.glob("desk-*.db"))) == 1 and sitting.settings.backup_folder == str(stick)
    section.refresh()
    assert any("in “STICK” too" in text for text in words_on(section))
    qtbot.mouseClick(button_saying(section, "Stop second copies"), Qt.MouseButton.LeftButton)
    assert sitting.settings.backup_folder == ""


def test_a_stick_that_is_lost_is_named_in_the_settings_and_can_be_given_up(laptop, stick, qtbot, tmp_path):
    sitting = laptop.start()
    places = sitting.workspace.pages
    session_id = held(sitting.desk, places.shelf, places.folders)
    choose_stick(sitting, stick, qtbot)
    stick.rename(tmp_path / "lost")
    sitting.desk.erase([sitting.desk.add(session_id, Note(NoteKind.CONCERN, "gone"))])
    idle(sitting, qtbot)
    section = open_settings(sitting, COPIES).findChild(CopiesSection)
    assert any(text.startswith("“STICK” is not there, so its copies") for text in words_on(section))
    give_up = "It is lost or erased. Stop waiting for it"
    qtbot.mouseClick(button_saying(section, give_up), Qt.MouseButton.LeftButton)
    assert unerased_copy_folders(sitting.desk) == () and give_up not in words_on(section)
