from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from dialogue_desk.desk.paths import Paths
from dialogue_desk.installation import Form, Installation
from dialogue_desk.ui.settings.app_section import AboutApp, AppSection
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.words import Words
from tests.ui.seen import button_saying, words_on


@pytest.fixture
def about(tmp_path):
    here = Installation(Form.FOLDER, tmp_path, "linux-x86_64", "0.1.0", "abcdef0123456789")
    paths = Paths(tmp_path / "a" / "desk.db", tmp_path / "b" / "settings.toml", tmp_path / "a" / "log.txt")
    return AboutApp(here, (("Qt", "6.11.3"), ("SQLite", "3.45.0")), paths)


def test_it_tells_the_version_and_how_the_app_came_here(about, theme, qtbot):
    section = AppSection(about, theme, Words())
    qtbot.addWidget(section)
    section.show()
    said = words_on(section)
    assert "Dialogue Desk 0.1.0" in said
    assert "Qt 6.11.3 · SQLite 3.45.0" in said
    assert "In a folder of its own, which can be copied" in said
    assert said.index("Licenses …") < said.index("When something goes wrong")


def test_each_path_can_be_selected_by_keys_and_not_changed(about, theme, qtbot):
    section = AppSection(about, theme, Words())
    qtbot.addWidget(section)
    boxes = section.findChildren(QLineEdit)
    assert [Path(box.text()) for box in boxes] == [about.paths.desk, about.paths.settings, about.paths.log]
    for box in boxes:
        assert box.isReadOnly() and box.focusPolicy() & Qt.FocusPolicy.TabFocus
        box.selectAll()
        assert box.selectedText() == box.text()


def test_the_folder_of_a_file_is_opened_or_told(about, theme, qtbot):
    opened, told = [], []

    def open_folder(folder):
        opened.append(folder)
        return len(opened) > 1

    section = AppSection(about, theme, Words(), open_folder=open_folder)
    qtbot.addWidget(section)
    section.not_opened.connect(told.append)
    for name in ("Open folder: Desk", "Open folder: Settings"):
        next(one for one in section.findChildren(Button) if one.accessibleName() == name).click()
    assert opened == [about.paths.desk.parent, about.paths.settings.parent]
    assert told == [about.paths.desk.parent]


def test_what_else_can_be_done_with_the_app_has_its_place(about, theme, qtbot):
    section = AppSection(about, theme, Words(), [Label("Update from a file"), Label("Give it away")])
    qtbot.addWidget(section)
    section.show()
    said = words_on(section)
    assert "Update from a file" in said and "Give it away" in said


def test_the_buttons_tell_what_is_wanted(about, theme, qtbot):
    section = AppSection(about, theme, Words())
    qtbot.addWidget(section)
    with qtbot.waitSignal(section.licences_wanted):
        button_saying(section, "Licenses …").click()
    with qtbot.waitSignal(section.report_wanted):
        button_saying(section, "Report a problem …").click()
