"""One sheet names what was not opened, each kind with what to do about it."""

from pathlib import Path

from dialogue_desk.desk.program.given_files import GivenFiles, GivenKind, Unopened
from dialogue_desk.ui.importing.unopened_sheet import UnopenedSheet
from dialogue_desk.words import Words
from tests.ui.seen import words_on


def test_each_kind_has_its_names_and_its_way(theme, qtbot):
    unopened = (
        Unopened(Path("all.zip"), GivenKind.PACKED),
        Unopened(Path("cat.jpg"), GivenKind.OTHER),
        Unopened(Path("sheet\u202eexe.xlsx"), GivenKind.OTHER),
    )
    sheet = UnopenedSheet(GivenFiles(unopened=unopened), theme, Words())
    qtbot.addWidget(sheet)
    said = words_on(sheet)
    assert said[0] == "Nothing was opened"
    assert said[1:3] == [
        "To open packages that are in a zip file, unpack it first. Then open the folder.",
        "all.zip",
    ]
    assert said[4] == "cat.jpg"
    assert "\u202e" not in "".join(said)
    assert "The files are where they were, and unchanged." in said


def test_one_file_alone_is_one(theme, qtbot):
    sheet = UnopenedSheet(GivenFiles(unopened=(Unopened(Path("a.jpg"), GivenKind.OTHER),)), theme, Words())
    qtbot.addWidget(sheet)
    assert "The file is where it was, and unchanged." in words_on(sheet)


def test_beside_others_it_counts(theme, qtbot):
    given = GivenFiles(
        guides=(Path("a.guide.md"),), unopened=(Unopened(Path("b"), GivenKind.OTHER),), left_over=3
    )
    sheet = UnopenedSheet(given, theme, Words())
    qtbot.addWidget(sheet)
    assert words_on(sheet)[0] == "4 files were not opened"
    assert any(said.startswith("3 files were left out, because at most 2,000") for said in words_on(sheet))
