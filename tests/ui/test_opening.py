import pytest

from dialogue_desk.desk.imports import Taken
from dialogue_desk.ui.opening import Opening
from dialogue_desk.ui.taken_sheet import TakenSheet
from dialogue_desk.words import Words
from tests.ui.seen import words_on


@pytest.fixture
def opening(desk, around, qtbot):
    opening = Opening(desk, around)
    qtbot.addWidget(opening)
    return opening


def test_files_and_folders_are_asked_for_in_words(opening, ask):
    opening.ask_for_files()
    opening.ask_for_folder()
    assert ask.asked == ["Open packages", "Open a folder of packages"]


def test_a_bad_file_that_is_chosen_is_named_and_nothing_comes_in(opening, ask, tmp_path, desk, qtbot):
    bad = tmp_path / "notes.txt"
    bad.write_text("milk, bread", encoding="utf-8")
    ask.files = [bad]
    opening.ask_for_files()
    qtbot.waitUntil(lambda: opening.findChildren(TakenSheet) != [])
    sheet = opening.findChildren(TakenSheet)[0]
    assert words_on(sheet)[0] == "Nothing was taken in"
    assert "notes.txt" in words_on(sheet)
    assert desk.can_undo() is None
    sheet.accept()


def test_a_second_lot_waits_its_turn(opening, around, tmp_path, qtbot):
    opening.take([tmp_path])
    opening.take([tmp_path])
    assert around.toast.sentence().startswith("Other packages are being read.")
    qtbot.waitUntil(lambda: not around.lane.busy())


def test_stopped_reading_takes_nothing_in(opening, around, tmp_path, qtbot):
    opening.take([tmp_path])
    opening.stop()
    qtbot.waitUntil(lambda: around.toast.sentence() == "Stopped. Nothing was taken in.")
    assert opening.isHidden()


def test_how_far_it_is_stands_on_the_line(opening):
    opening._progressed(12, 300)
    assert "Reading packages: 12 of 300" in words_on(opening)


def test_clashes_are_told_with_what_was_kept(theme, qtbot):
    sheet = TakenSheet(Taken((), (), (), 2, None), theme, Words())
    qtbot.addWidget(sheet)
    assert any(
        text.startswith("2 entries were written differently on two laptops.") for text in words_on(sheet)
    )
