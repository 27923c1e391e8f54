import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dialogue_desk.licences import ThirdParty
from dialogue_desk.ui.settings.licences_sheet import LicencesSheet
from dialogue_desk.ui.widgets.reading_sheet import ReadingSheet
from dialogue_desk.words import Words


@pytest.fixture
def sheet(theme, qtbot, tmp_path):
    (tmp_path / "qt.txt").write_text("GNU LESSER GENERAL PUBLIC LICENSE", encoding="utf-8")
    (tmp_path / "old.txt").write_bytes("© somebody, Zürich".encode("latin-1"))
    parties = (
        ThirdParty("Old", "", "MIT", tmp_path / "old.txt"),
        ThirdParty("Qt", "6.11.3", "LGPL-3.0-only", tmp_path / "qt.txt"),
    )
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    sheet = LicencesSheet(parties, theme, Words(), window)
    sheet.show()
    yield sheet
    window.close()


def shown(sheet):
    return [row.title for row in sheet.list.rows()]


def test_all_are_listed_the_app_itself_first(sheet):
    assert shown(sheet) == ["What comes with Dialogue Desk", "Old", "Qt 6.11.3"]


@pytest.mark.parametrize("typed", ["qt", "lgpl", "6.11 QT"])
def test_one_is_found_by_its_name_its_version_or_its_licence(sheet, typed):
    sheet.typed.setText(typed)
    assert shown(sheet) == ["Qt 6.11.3"]
    assert sheet.read.isEnabled()


def test_it_says_when_nothing_is_called_that(sheet):
    sheet.typed.setText("nonsense")
    assert shown(sheet) == []
    assert not sheet.read.isEnabled() and not sheet._none.isHidden()


@pytest.mark.parametrize(
    ("typed", "text"), [("qt", "GNU LESSER GENERAL PUBLIC LICENSE"), ("old", "© somebody, Zürich")]
)
def test_the_whole_text_is_read_by_keys_alone(sheet, qtbot, typed, text):
    sheet.typed.setText(typed)
    qtbot.keyClick(sheet.list, Qt.Key.Key_Return)
    reading = sheet.parentWidget().findChild(ReadingSheet)
    assert reading.text.toPlainText() == text
    assert reading.text.isReadOnly()
    assert reading.text.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_enter_reads_what_was_found_and_arrows_choose_without_leaving_the_box(sheet, qtbot):
    sheet.typed.setText("l")
    assert shown(sheet) == ["What comes with Dialogue Desk", "Old", "Qt 6.11.3"]
    for key in (Qt.Key.Key_Up, *[Qt.Key.Key_Down] * 3):
        qtbot.keyClick(sheet.typed, key)
    qtbot.keyClick(sheet.typed, Qt.Key.Key_Return)
    assert sheet.parentWidget().findChild(ReadingSheet).windowTitle() == "Qt"


def test_enter_and_arrows_do_nothing_where_nothing_was_found(sheet, qtbot):
    sheet.typed.setText("nonsense")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(sheet.typed, key)
    assert sheet.parentWidget().findChild(ReadingSheet) is None


def test_the_box_stays_where_it_is_while_nothing_is_found(sheet):
    sheet.grab()
    before = sheet.typed.y()
    sheet.typed.setText("nonsense")
    sheet.grab()
    assert sheet.typed.y() == before


def test_escape_closes_the_sheet(sheet, qtbot):
    with qtbot.waitSignal(sheet.rejected):
        qtbot.keyClick(sheet.typed, Qt.Key.Key_Escape)
