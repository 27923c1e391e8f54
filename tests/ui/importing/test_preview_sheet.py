"""Before several files are opened, a person sees what comes of each and can leave some out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desk.desk.leaving.packages import session_package
from dialogue_desk.desk.program.import_preview import ImportPreview, PreviewedFile, Standing
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.exchange.package import About
from dialogue_desk.ui.importing.import_result import ImportResultSheet
from dialogue_desk.ui.importing.preview_sheet import PreviewSheet
from tests.desk.evening import begun, note
from tests.desk.leaving.test_packages import folder_of
from tests.ui.importing.previews import preview_of
from tests.ui.importing.test_import_flow import sheet_of
from tests.ui.seen import nameless, words_on

Key = Qt.Key


@pytest.fixture
def stick(theirs, tmp_path):
    """Packages of three circles, and a list that is none."""
    folder = tmp_path / "stick"
    folder.mkdir()
    for code in ("C01", "C02", "C03"):
        session = begun(theirs, code)
        theirs.add(session, note(f"said in {code}"))
        package = session_package(theirs, folder_of(theirs, session))
        (folder / f"{code}.dialogue").write_bytes(package.data)
    (folder / "list.dialogue").write_text("milk", encoding="utf-8")
    return folder


def circles(desk):
    return sorted(record.body.code for record in desk.file.records.of_kind(Kind.CIRCLE))


def test_one_is_left_out_by_keys_and_the_others_are_opened_and_undone_in_one_step(
    opening, desk, stick, qtbot
):
    opening.import_paths([stick])
    sheet = preview_of(opening, qtbot)
    assert circles(desk) == [] and nameless(sheet) == []
    assert words_on(sheet)[0] == "Open 4 files?"
    qtbot.waitUntil(sheet.isActiveWindow)
    assert QApplication.focusWidget() is sheet.open_button
    sheet.list.setFocus()
    for key in (Key.Key_Home, Key.Key_Down, Key.Key_Down, Key.Key_Space):
        qtbot.keyClick(sheet.list, key)
    assert sheet.list.current_id().endswith("C02.dialogue") and sheet.open_button.text() == "Open 2 files"
    qtbot.keyClick(sheet.open_button, Key.Key_Return)
    result = sheet_of(opening, ImportResultSheet, qtbot)
    assert words_on(result)[0] == "2 packages opened" and "You can undo all of this." in words_on(result)
    assert circles(desk) == ["C01", "C03"]
    result.accept()
    desk.undo()
    assert circles(desk) == []


def test_what_is_left_out_comes_back_with_the_same_key(opening, stick, context, qtbot):
    opening.import_paths([stick])
    sheet = preview_of(opening, qtbot)
    said = []
    context.announcer.announced.connect(said.append)
    for _ in range(2):
        sheet.list.opened.emit(str(stick / "C01.dialogue"))
    assert sheet.open_button.text() == "Open 3 files"
    assert said[0].endswith("left out") and said[1].endswith("to be opened")
    for code in ("C01", "C02", "C03"):
        sheet.list.opened.emit(str(stick / f"{code}.dialogue"))
    assert not sheet.open_button.isEnabled()
    sheet.reject()


def test_escape_opens_none_of_them(opening, desk, stick, qtbot):
    opening.import_paths([stick])
    qtbot.keyClick(preview_of(opening, qtbot), Key.Key_Escape)
    assert circles(desk) == [] and desk.can_undo() is None


def test_what_was_opened_is_here_already_the_second_time_and_only_the_rest_is_offered(
    opening, desk, stick, qtbot
):
    opening.import_paths([stick])
    sheet = preview_of(opening, qtbot)
    sheet.list.opened.emit(str(stick / "C02.dialogue"))
    sheet.list.opened.emit(str(stick / "C03.dialogue"))
    sheet.open_button.click()
    sheet_of(opening, ImportResultSheet, qtbot).accept()
    opening.import_paths([stick])
    sheet = preview_of(opening, qtbot)
    assert sheet.open_button.text() == "Open 2 files"
    assert [row.title for row in sheet.list.rows() if row.heading] == [
        "New · 2",
        "Refused · 1",
        "Here already · 1",
    ]
    sheet.reject()


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    return window


def many(count):
    files = [
        PreviewedFile(Path(f"c{n:03}.dialogue"), Standing.NEW, About("session", circle=f"C{n:03}", session=1))
        for n in range(count)
    ]
    return ImportPreview(tuple(files))


def test_three_hundred_files_are_searched_as_one_types(context, window):
    sheet = PreviewSheet(many(300), context, window)
    sheet.open()
    assert [row.title for row in sheet.list.rows()] == ["New · 300"]
    sheet.list.opened.emit(Standing.NEW.value)
    assert sheet.field.isVisible() and len(sheet.list.rows()) == 301
    sheet.field.setText("c299")
    assert [row.title for row in sheet.list.rows()] == ["New · 1", "C299, session 1"]
    sheet.field.setText("nothing like it")
    assert "No file has these words." in words_on(sheet) and not sheet.list.isVisible()
    assert sheet.open_button.text() == "Open 300 files", "what is out of sight is opened all the same"
    sheet.reject()


def test_a_few_files_need_no_search_and_a_group_folds_and_unfolds(context, window):
    sheet = PreviewSheet(many(3), context, window)
    sheet.open()
    assert not sheet.field.isVisible()
    sheet.list.opened.emit(Standing.NEW.value)
    assert [row.title for row in sheet.list.rows()] == ["New · 3"]
    sheet.list.opened.emit(Standing.NEW.value)
    assert len(sheet.list.rows()) == 4
    sheet.reject()


def test_where_nothing_is_to_add_the_open_choices_are_one_press_away(context, window, qtbot):
    here = ImportPreview((PreviewedFile(Path("a.dialogue"), Standing.HERE),), still_open=2)
    sheet = PreviewSheet(here, context, window)
    sheet.open()
    assert not sheet.open_button.isVisible() and sheet.cancel.text() == "Close"
    with qtbot.waitSignal(sheet.choosing_wanted):
        sheet.choose.click()


def test_of_many_files_those_that_need_a_person_are_in_sight_at_once(context, window):
    odd = PreviewedFile(Path("odd.dialogue"), Standing.NEWER, clashes=1)
    waits = PreviewedFile(Path("waits.dialogue"), Standing.WAITS, waits=2)
    here = PreviewedFile(Path("here.dialogue"), Standing.HERE)
    preview = ImportPreview((waits, *many(40).files, odd, here))
    sheet = PreviewSheet(preview, context, window)
    sheet.open()
    assert [row.title for row in sheet.list.rows()] == [
        "Needs your answer · 1",
        "waits.dialogue",
        "New · 40",
        "Adds to what is here · 1",
        "odd.dialogue",
        "Here already · 1",
    ]
    sheet.reject()
