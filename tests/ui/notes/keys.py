"""What a person does with notes: the keys pressed, and what is then in sight."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from dialogue_desk.desk.desk import IncomingPackage
from dialogue_desk.domain.records.records import Edition, Record, Version
from dialogue_desk.ui.notes.theme_sheet import ThemeSheet
from tests.desk.partners import import_unjudged

Key, Modifier = Qt.Key, Qt.KeyboardModifier
ENTER = Key.Key_Return
SHIFT, CTRL, ALT = Modifier.ShiftModifier, Modifier.ControlModifier, Modifier.AltModifier


def on_two_laptops(desk, record_id, theirs):
    """Put a record in conflict: another laptop wrote ``theirs`` without having seen ours."""
    ours = desk.get(record_id)
    desk.rewrite(record_id, replace(ours.body, text="as we wrote it"))
    ours = desk.get(record_id)
    other = Edition(Version((("other", 1),)), ours.shown.at + 1, "other", theirs)
    arrived = Record(ours.id, ours.kind, ours.owner, (other,))
    import_unjudged(desk, [IncomingPackage("a package", "theirs.dialogue", {ours.id: arrived})])
    assert desk.get(record_id).in_conflict


def open_dialog(page, kind):
    return next(one for one in page.findChildren(kind) if one.isVisible())


def type_in(qtbot, text):
    qtbot.keyClicks(QApplication.focusWidget(), text)


def choose_all(qtbot):
    press(qtbot, Key.Key_A, CTRL)


def open_menu():
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu) and one.isVisible())


def theme_sheet(page, qtbot):
    sheet = next(one for one in page.window().findChildren(ThemeSheet) if one.isVisible())
    qtbot.waitUntil(sheet.line.hasFocus)
    return sheet


def type_line(qtbot, text):
    qtbot.keyClicks(QApplication.focusWidget(), text)
    qtbot.keyClick(QApplication.focusWidget(), ENTER)


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.activePopupWidget() or QApplication.focusWidget(), key, modifier)


def shown(label):
    return label.text() if label.isVisible() else ""
