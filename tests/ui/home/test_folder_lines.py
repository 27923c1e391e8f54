"""Home says quietly what came into a watched folder, and leads there."""

from __future__ import annotations

from dialogue_desk.ui.home.folder_lines import folder_lines
from dialogue_desk.ui.home.home_row import HomeButtons
from dialogue_desk.ui.importing.folder_news import FolderNews
from dialogue_desk.words import Words
from tests.ui.seen import button_saying, words_on

NEWS = (
    FolderNews("p", "Oak Street", 3),
    FolderNews("q", "Elm", 0, copying=2),
    FolderNews("r", "Ash", away=True),
)


def test_only_folders_with_files_that_wait_have_a_line(theme, qtbot):
    pressed = []
    lines = folder_lines(NEWS, HomeButtons(theme, Words(), pressed.append))
    for line in lines:
        qtbot.addWidget(line)
    (line,) = lines
    assert words_on(line)[0] == "3 files came into the folder “Oak Street”."
    button_saying(line, "Look at them").click()
    button_saying(line, "Not now").click()
    assert pressed == ["arrived:p", "put aside:p"]
