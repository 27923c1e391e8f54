import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from dialogue_desk.ui.room.room_content import RoomContent, RoomMode, with_direction_mark
from dialogue_desk.ui.room.room_page import RoomLine, RoomPage
from dialogue_desk.ui.room.room_screen import RoomScreen, RoomWindow
from tests.ui.keyboards import send
from tests.ui.room.sheets import ARABIC, LEFT, RULES, SHEETS, SHORT, SHORT_ES

TWO_SCREENS = Path(__file__).with_name("two_screens.py")


@pytest.fixture
def room(context):
    room = RoomScreen(context)
    yield room
    room.close()


def window():
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    found = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, RoomWindow)]
    assert len(found) <= 1
    return found[0] if found else None


def test_with_a_single_screen_it_is_a_window_that_can_be_moved(room, qtbot):
    with qtbot.waitSignal(room.opened):
        room.open()
    assert window().isVisible() and not window().isFullScreen()
    assert window().windowTitle() == "Room display"
    assert room.is_open()


def test_on_the_only_screen_it_says_how_to_close_it(room, said):
    room.show(RoomContent(blank=True))
    room.open()
    assert said == ["There is only one screen. Esc or F5 closes this window."]
    picture = window().grab().toImage()
    strip = picture.copy(0, 0, picture.width(), round(picture.height() * 0.07))
    colors = {strip.pixel(x, y) for x in range(strip.width()) for y in range(strip.height())}
    assert len(colors) > 1  # words stand there, also while all else is black


def test_on_the_only_screen_it_is_put_away_from_the_laptop(room):
    assert not room.uncover()
    room.open()
    assert room.uncover()
    assert window() is None and not room.is_open()


def test_it_shows_one_thing_at_a_time(room):
    room.open()
    room.show(SHEETS["two-short"])
    assert (room.content.mode, window().accessibleDescription()) == (
        RoomMode.QUESTION,
        f"{SHORT}\n{SHORT_ES}",
    )
    room.show(SHEETS["rules"])
    assert (room.content.mode, window().accessibleDescription()) == (RoomMode.RULES, "\n".join(RULES))
    room.show(SHEETS["time"])
    assert (room.content.mode, window().content.time) == (RoomMode.TIME, LEFT)


def test_lines_that_are_read_back_are_shown_on_the_ground_that_was_chosen(room):
    room.show(RoomContent(dark=False))
    room.show_lines(("One.", "Two."))
    assert room.content == RoomContent(RoomMode.LINES, ("One.", "Two."), dark=False)
    page = RoomPage("What we said", (RoomLine("For later", "The shelter.", "KTR42"),))
    room.show_lines(page)
    said = ("What we said", "For later", "The shelter.", "KTR42")
    assert room.content == RoomContent(RoomMode.LINES, said, dark=False, page=page)
    room.show_lines(("One.",))
    assert room.content.page is None


def test_nothing_is_told_while_the_same_is_shown(room, qtbot):
    room.show(SHEETS["rules"])
    with qtbot.assertNotEmitted(room.changed):
        room.show(SHEETS["rules"])


def test_what_was_shown_before_it_opened_is_there(room):
    room.show(RoomContent(texts=(with_direction_mark("ar", ARABIC),), dark=False))
    room.open()
    assert window().accessibleDescription() == ARABIC
    assert not window().content.dark


def test_blank_is_dark_and_comes_back_with_what_is_current(room):
    room.open()
    room.show(SHEETS["short"])
    room.set_blank(True)
    assert room.is_blank() and room.content.blank and window().accessibleDescription() == ""
    room.show(SHEETS["rules"])
    assert window().content.blank
    room.set_blank(False)
    assert not window().content.blank and window().content.mode is RoomMode.RULES


@pytest.mark.parametrize("how", ["escape", "window", "room"])
def test_however_it_is_closed_it_says_so_once_and_nothing_is_left(room, qtbot, how):
    told = []
    room.closed.connect(lambda: told.append(room.is_open()))
    room.open()
    match how:
        case "escape":
            qtbot.keyClick(window(), Qt.Key.Key_Escape)
        case "window":
            window().close()
        case "room":
            room.close()
    assert told == [False] and window() is None
    room.close()
    assert told == [False]


def test_opening_and_closing_leaves_no_widget_behind(room):
    window()
    before = len(QApplication.allWidgets())
    for _ in range(20):
        room.open()
        room.close()
        window()
    assert len(QApplication.allWidgets()) == before


def test_it_is_never_dark_when_a_person_opens_it(room):
    room.open()
    room.show(SHEETS["short"])
    room.set_blank(True)
    room.close()
    room.open()
    assert room.content.mode is RoomMode.QUESTION and window().accessibleDescription() == SHORT


def test_opening_twice_is_opening_once(room):
    room.open()
    first = window()
    room.open()
    assert window() is first


@pytest.fixture
def at_work(room, context, qtbot):
    """The laptop's window, with a note half written in it and the room display open."""
    laptop = context.toast.window()
    laptop.line, laptop.done = QLineEdit("They s", laptop), []
    for key in ("PgDown", "B", "F5"):
        action = QAction(laptop)
        action.setShortcut(key)
        action.triggered.connect(lambda _checked, key=key: laptop.done.append(key))
        laptop.addAction(action)
    laptop.show()
    qtbot.waitUntil(laptop.isActiveWindow)
    laptop.line.setFocus()
    room.open()
    return laptop


def test_it_asks_the_system_to_leave_the_keyboard_where_it_is(at_work):
    assert window().isVisible() and window().windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert window().testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_what_is_pressed_over_the_room_display_is_pressed_on_the_laptop(at_work, qtbot):
    qtbot.waitUntil(window().isActiveWindow)  # here every new window is given the keyboard
    for letter in "aid":
        send(QApplication.focusWindow(), ord(letter.upper()), letter)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_F5, Qt.Key.Key_Home):
        send(QApplication.focusWindow(), key)
    send(QApplication.focusWindow(), 0xAB, "«")
    assert at_work.line.text() == "«They said" and at_work.done == ["PgDown", "F5"]


def test_a_dialog_in_front_of_the_laptops_window_gets_the_keys(at_work, qtbot):
    dialog = QDialog(at_work)
    line = QLineEdit(dialog)
    dialog.open()
    line.setFocus()
    qtbot.keyClicks(window(), "b")
    qtbot.keyClick(window(), Qt.Key.Key_PageDown)
    assert line.text() == "b" and not at_work.done


def test_a_display_that_fills_a_screen_hands_the_keyboard_back(at_work, qtbot):
    window().fill(at_work.screen())
    at_work.activateWindow()
    qtbot.waitUntil(at_work.isActiveWindow)
    window().hide()
    with qtbot.waitSignal(
        QApplication.instance().focusWindowChanged, check_params_cb=lambda new: new is window().windowHandle()
    ):
        window().fill(at_work.screen())
    qtbot.waitUntil(at_work.isActiveWindow)
    assert QApplication.focusWidget() is at_work.line and window().isVisible()


def test_the_small_picture_stays_in_step_until_it_goes(room, qtbot):
    preview = room.preview()
    assert preview.accessibleName() == "What the room sees"
    room.show(SHEETS["short"])
    assert preview.content == room.content and preview.accessibleDescription() == SHORT
    room.set_blank(True)
    assert preview.content.blank
    preview.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    room.set_blank(False)


SCREENS = {
    "two": [("laptop", 0, 0, 1366, 768), ("projector", 1366, 0, 1920, 1080)],
    "mirrored": [("laptop", 0, 0, 1366, 768), ("projector", 0, 0, 1366, 768)],
}


def told_by(tmp_path, screens):
    written = tmp_path / "screens.json"
    same = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    listed = [
        dict(zip(("name", "x", "y", "width", "height"), s, strict=True)) | same for s in SCREENS[screens]
    ]
    written.write_text(json.dumps({"screens": listed}), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, str(TWO_SCREENS), str(written)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=Path(__file__).parents[3],
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def test_it_fills_the_other_screen_goes_with_it_and_comes_back(tmp_path):
    told = told_by(tmp_path, "two")
    assert told["open"] == {"place": [1366, 0, 1920, 1080], "full": True}
    assert told["active"] == "Laptop"
    assert told["pulled"] == {"open": False, "said": "The room display was disconnected.", "windows": 0}
    assert told["another"] == {"open": False}
    assert told["back"] == {"place": [1366, 0, 1920, 1080], "full": True, "said": "The room display is back."}
    assert told["shows"] == "What brought you here tonight?"
    assert told["closed by hand"] == {"open": False, "windows": 0}
    assert told["heard"] == ["opened", "closed", "opened", "closed"]


def test_a_screen_that_mirrors_the_laptop_is_not_covered(tmp_path):
    assert told_by(tmp_path, "mirrored")["open"]["full"] is False


def test_on_a_mac_it_covers_the_screen_without_a_space_of_its_own_and_the_laptop_keeps_the_keyboard(
    theme, qtbot
):
    laptop = QLineEdit()
    qtbot.addWidget(laptop)
    laptop.show()
    display = RoomWindow(theme, "Room display", laptop, system="darwin")
    qtbot.addWidget(display)
    display.fill(laptop.screen())
    assert display.isVisible() and not display.isFullScreen()
    assert display.geometry() == laptop.screen().geometry()
    flags = display.windowFlags()
    assert flags & Qt.WindowType.FramelessWindowHint and flags & Qt.WindowType.WindowDoesNotAcceptFocus
    qtbot.waitUntil(laptop.isActiveWindow)


class Laptop(QLineEdit):
    """A window that counts how often it is made the one with the keyboard."""

    called = 0

    def activateWindow(self):
        self.called += 1


def test_on_a_mac_it_hands_the_keyboard_back_each_time_it_gets_it(theme, qtbot):
    laptop = Laptop()
    display = RoomWindow(theme, "Room display", laptop, system="darwin")
    for widget in (laptop, display):
        qtbot.addWidget(widget)
        widget.show()
    display.fill(laptop.screen())
    called = laptop.called
    QCoreApplication.sendEvent(display, QEvent(QEvent.Type.WindowActivate))
    qtbot.waitUntil(lambda: laptop.called > called)
    assert called
