"""The first places of the app, through the real window and with real keys."""

import sqlite3
import subprocess
import sys

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog

from dialogue_desk.app import UncaughtErrors, start
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.packages import export_session
from dialogue_desk.desk.paths import Paths
from dialogue_desk.domain.model.live_session import MoveKind
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.storage.settings import SettingsFile
from dialogue_desk.ui.core.route import PageName, Route
from dialogue_desk.ui.home.session_table import SessionTable
from dialogue_desk.ui.shell.desk_error_page import TroublePage
from dialogue_desk.words import Words
from tests.shelf import GUIDES
from tests.storage.damage import note, smash
from tests.ui.fakes import ReadyAnswers
from tests.ui.importing.previews import open_all
from tests.ui.seen import button_saying, words_on
from tests.ui.sessions import held, prepared, run
from tests.ui.sittings import laptop

__all__ = ["laptop"]

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL, CTRL_SHIFT = Modifier.ControlModifier, Modifier.ControlModifier | Modifier.ShiftModifier


def press(qtbot, key, modifier=Modifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or QApplication.activeWindow(), key, modifier)


def dialog_open():
    return next((w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()), None)


@pytest.fixture
def package(tmp_path, clock):
    """A package of one closed session from another laptop."""
    desk = Desk(DeskFile(tmp_path / "other.db"), clock, RandomIds(3))
    shelf = GuideShelf(GUIDES, Words())
    folders = Folders(desk, shelf)
    session_id = held(desk, shelf, folders)
    folder = tmp_path / "stick"
    folder.mkdir()
    path = export_session(desk, folders.session(session_id), folder)
    desk.file.close()
    return path


def test_a_first_start_opens_the_sample_and_throws_it_away_again(laptop, qtbot):
    sitting = laptop.start()
    inside = sitting.workspace
    assert QApplication.focusWidget().text() == "Start a conversation now"
    press(qtbot, Key.Key_Tab)
    press(qtbot, Key.Key_Tab)
    assert QApplication.focusWidget().text() == "Open the sample community"
    press(qtbot, Key.Key_Return)
    assert "Porch Lights, Alder Bend" in words_on(inside.stack)
    assert QApplication.focusWidget().text() == "Run"
    assert inside.toast.sentence().startswith("Here is the sample community.")
    qtbot.keyClick(button_saying(inside, "Delete the sample"), Key.Key_Return)
    assert words_on(inside.stack)[0] == "Welcome!"
    qtbot.keyClick(button_saying(inside.toast, "Bring it back"), Key.Key_Return)
    assert "Porch Lights, Alder Bend" in words_on(inside.stack)


def test_undo_says_what_it_takes_back_and_works_by_its_key(laptop, qtbot):
    sitting = laptop.start()
    inside, desk = sitting.workspace, sitting.desk
    assert not inside.navigation.undo.isVisible()
    prepared(desk, inside.pages.shelf)
    assert inside.navigation.undo.text() == "Undo: starting a session"
    press(qtbot, Key.Key_Z, CTRL)
    assert words_on(inside.stack)[0] == "Welcome!"
    assert inside.toast.sentence() == "Undone: starting a session"
    assert inside.navigation.redo.text() == "Redo: starting a session"
    press(qtbot, Key.Key_Z, CTRL_SHIFT)
    assert "C07, Eastside Library" in words_on(inside.stack)
    assert not inside.navigation.redo.isVisible()


# Qt 6.12 has a newer way to make the drag, which 6.11 does not know yet.
@pytest.mark.filterwarnings("ignore:Function. 'QDragEnterEvent:DeprecationWarning")
def test_packages_dropped_on_the_window_are_taken_in_and_can_be_taken_out(laptop, package, qtbot):
    sitting = laptop.start()
    inside = sitting.workspace
    bad = package.with_name("holiday.dialogue")
    bad.write_bytes(b"not a package")
    drop(sitting.window, [package.parent])
    open_all(sitting.window, qtbot)
    qtbot.waitUntil(lambda: dialog_open() is not None and QApplication.activeWindow() is dialog_open())
    words = words_on(dialog_open())
    assert words[0] == "1 package opened"
    assert "holiday.dialogue" in words
    assert any(text.startswith("“holiday.dialogue” is not a Dialogue Desk package") for text in words)
    press(qtbot, Key.Key_Escape)
    assert "Past sessions" in words_on(inside.stack)
    qtbot.keyClick(button_saying(inside.toast, "Undo"), Key.Key_Return)
    assert words_on(inside.stack)[0] == "Welcome!"


def test_the_same_package_twice_changes_nothing_and_says_so(laptop, package, qtbot):
    sitting = laptop.start()
    sitting.workspace.import_bar.import_paths([package])
    qtbot.waitUntil(lambda: dialog_open() is not None)
    dialog_open().accept()
    entries = sitting.workspace.pages.folders.entries()
    sitting.workspace.import_bar.import_paths([package])
    qtbot.waitUntil(lambda: dialog_open() is not None)
    assert words_on(dialog_open())[0] == "Nothing new: this was here already"
    assert sitting.workspace.pages.folders.entries() == entries


def test_a_folder_without_packages_is_said_in_a_line(laptop, tmp_path, qtbot):
    sitting = laptop.start()
    (tmp_path / "empty").mkdir()
    sitting.workspace.import_bar.import_paths([tmp_path / "empty"])
    qtbot.waitUntil(lambda: sitting.workspace.toast.sentence() != "")
    assert sitting.workspace.toast.sentence().startswith("There is no package there.")


def test_the_guides_are_one_press_away_and_escape_leads_home(laptop, qtbot):
    sitting = laptop.start()
    qtbot.keyClick(button_saying(sitting.workspace.navigation, "Guides"), Key.Key_Return)
    assert "Safety Together" in words_on(sitting.workspace.stack)
    assert sitting.workspace.navigation.buttons[PageName.GUIDES].isChecked()
    press(qtbot, Key.Key_Escape)
    assert sitting.workspace.route == Route()


def test_the_keys_stand_on_a_sheet(laptop, qtbot):
    laptop.start()
    press(qtbot, Key.Key_F1)
    words = words_on(dialog_open())
    assert words.index("Undo") + 1 == words.index("Ctrl+Z")
    press(qtbot, Key.Key_Escape)


def test_the_keys_of_the_page_that_is_shown_stand_first_on_the_sheet(laptop, qtbot):
    sitting = laptop.start()
    session_id = prepared(sitting.desk, sitting.workspace.pages.shelf)
    sitting.workspace.go(Route(PageName.RUN, session_id))
    press(qtbot, Key.Key_N)
    press(qtbot, Key.Key_F1)  # also while a note is typed
    words = words_on(dialog_open())
    assert words[: words.index("Everywhere")].count("Next part") == 1
    keys = {words[at]: words[at + 1] for at in range(len(words) - 1)}
    assert keys["Next part"] == "PgDown, Space"
    assert keys["Start, pause or resume"] == "P"
    assert keys["Open or close the room display"] == "F5"
    assert keys["Turn the room display black"] == "B, ."
    press(qtbot, Key.Key_Escape)
    sitting.workspace.go(Route(PageName.REHEARSE, session_id))
    press(qtbot, Key.Key_F1)
    assert "Next part" in words_on(dialog_open())
    press(qtbot, Key.Key_Escape)


def test_full_screen_goes_and_comes(laptop, qtbot):
    window = laptop.start().window
    press(qtbot, Key.Key_F11)
    assert window.isFullScreen()
    press(qtbot, Key.Key_F11)
    assert not window.isFullScreen()


def test_a_choice_in_the_settings_works_at_once_and_is_kept(laptop, theme, qtbot):
    sitting = laptop.start()
    sitting.workspace.go(Route(PageName.GUIDES))
    press(qtbot, Key.Key_Comma, CTRL)
    qtbot.mouseClick(button_saying(sitting.workspace, "Dark"), Qt.MouseButton.LeftButton)
    assert theme.name == "dark"
    press(qtbot, Key.Key_Escape)
    assert sitting.workspace.route == Route(PageName.GUIDES)
    press(qtbot, Key.Key_Comma, CTRL)
    before = sitting.workspace
    qtbot.mouseClick(button_saying(before, "Español"), Qt.MouseButton.LeftButton)
    assert sitting.workspace is not before
    assert sitting.workspace.route == Route(PageName.SETTINGS)
    assert sitting.words.language == "es"
    sitting.workspace.go(Route(PageName.GUIDES))
    assert "Un solo encuentro, una sola pregunta" in words_on(sitting.workspace.stack) or "Seguridad" in str(
        words_on(sitting.workspace.stack)
    )
    sitting.workspace.go(Route(PageName.PREPARE))
    assert sitting.workspace.stack.currentWidget().fields.times.start.text() == "7:00 p.\N{NO-BREAK SPACE}m."
    laptop.stop(sitting)
    kept = SettingsFile(laptop.paths.settings).read()
    assert (kept.theme, kept.language) == ("dark", "es")


def test_what_nobody_caught_is_said_calmly_and_logged(laptop):
    sitting = laptop.start()
    mishaps = UncaughtErrors(sitting)
    mishaps(ValueError, ValueError("what was said"), None)
    assert sitting.workspace.toast.sentence().startswith(
        "Something did not work, but nothing that was written"
    )
    trouble = DeskTrouble(Trouble.FULL, laptop.paths.desk)
    mishaps(DeskTrouble, trouble, None)
    assert "is full" in sitting.workspace.toast.sentence()


@pytest.mark.parametrize("trouble", ["foreign", "newer"])
def test_a_desk_that_cannot_be_opened_is_explained_and_tried_again(laptop, qtbot, trouble):
    path = laptop.paths.desk
    if trouble == "foreign":
        with sqlite3.connect(path) as other:
            other.execute("CREATE TABLE recipes (name)")
        other.close()
    else:
        laptop.stop(laptop.start())
        with sqlite3.connect(path) as other:
            other.execute("PRAGMA user_version = 999")
        other.close()
    sitting = laptop.start()
    page = sitting.window.centralWidget()
    assert isinstance(page, TroublePage)
    assert words_on(page)[0] == "Your desk could not be opened"
    assert "desk.db" in words_on(page)[1]
    path.unlink()
    assert QApplication.focusWidget().text() == "Try again"
    press(qtbot, Key.Key_Return)
    if trouble == "newer":  # there is a copy of it
        button_saying(sitting.window.centralWidget(), "Start a new desk").click()
    assert words_on(sitting.workspace.stack)[0] == "Welcome!"


def test_a_damaged_desk_is_mended_and_that_is_said(laptop):
    first = laptop.start()
    prepared(first.desk, first.workspace.pages.shelf)
    laptop.stop(first)
    damaged = bytearray(laptop.paths.desk.read_bytes())
    damaged[4096 * 2 : 4096 * 4] = b"\xa5" * 8192
    laptop.paths.desk.write_bytes(damaged)
    sitting = laptop.start()
    assert sitting.workspace.toast.sentence().startswith("The desk file was damaged and has been fixed")


def test_another_desk_can_be_chosen_when_one_cannot_be_opened(laptop, tmp_path):
    with sqlite3.connect(tmp_path / "foreign.db") as other:
        other.execute("CREATE TABLE recipes (name)")
    other.close()
    laptop.paths = Paths(tmp_path / "foreign.db", laptop.paths.settings, laptop.paths.log)
    sitting = laptop.start()
    assert isinstance(sitting.window.centralWidget(), TroublePage)
    page = sitting.window.centralWidget()
    page._prompts = ReadyAnswers(files=[tmp_path / "new.db"])
    button_saying(page, "Choose another file").click()
    assert words_on(sitting.workspace.stack)[0] == "Welcome!"
    assert (tmp_path / "new.db").exists()


def test_one_copy_a_day_is_kept_beside_the_window(laptop):
    laptop.stop(laptop.start())
    laptop.stop(laptop.start())
    copies = list(laptop.paths.desk.parent.rglob("desk-2026-03-12-*.db"))
    assert len(copies) == 1


def test_widgets_do_not_pile_up_over_opening_and_closing(laptop):
    counts = []
    for _ in range(4):
        sitting = laptop.start()
        sitting.workspace.go(Route(PageName.GUIDES))
        laptop.stop(sitting)
        counts.append(len(QApplication.allWidgets()))
    assert counts[1] == counts[-1], counts


def test_the_window_is_where_it_was(laptop, qtbot):
    first = laptop.start()
    first.window.showNormal()
    first.window.resize(700, 600)
    laptop.stop(first)
    assert laptop.start().window.size().toTuple() == (700, 600)


def drop(window, paths):
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    handle, copy, left = window.windowHandle(), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(9, 9), copy, carried, left, Modifier.NoModifier)
    QApplication.sendEvent(handle, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(handle, QDropEvent(QPointF(9, 9), copy, carried, left, Modifier.NoModifier))


def test_the_bar_leads_to_the_program_that_is_here(laptop, qtbot):
    sitting = laptop.start()
    inside = sitting.workspace
    inside.desk_actions.import_sample()
    qtbot.keyClick(button_saying(inside.navigation, "Program"), Key.Key_Return)
    assert sitting.desk.get(inside.route.id).body.sample
    qtbot.waitUntil(lambda: not sitting._worker.busy())


def test_starting_a_conversation_opens_the_page_that_prepares_it(laptop, qtbot):
    inside = laptop.start().workspace
    press(qtbot, Key.Key_Return)
    assert inside.route == Route(PageName.PREPARE)
    inside.stack.currentWidget().left.emit()
    assert inside.route == Route()


def test_looking_back_opens_the_close_of_that_session(laptop, qtbot):
    sitting = laptop.start()
    inside = sitting.workspace
    session_id = held(sitting.desk, inside.pages.shelf, inside.pages.folders)
    table = inside.stack.findChild(SessionTable)
    table.setFocus()
    qtbot.keyClick(table, Key.Key_Return)
    assert inside.route == Route(PageName.CLOSE, session_id)
    assert sitting.window.focusWidget().accessibleName() == "Wrap-up steps"


def test_the_other_pages_are_read_in_while_a_person_looks_at_the_first(laptop, qtbot):
    places = laptop.start().workspace.pages
    qtbot.waitUntil(lambda: not places._preload_timer.isActive())
    assert "dialogue_desk.ui.program.program_page" in sys.modules


def test_from_a_first_start_to_a_running_session_and_back(laptop, qtbot):
    sitting = laptop.start()
    inside = sitting.workspace
    press(qtbot, Key.Key_Return)
    assert inside.route == Route(PageName.PREPARE)
    page = inside.stack.currentWidget()
    page.prepared.emit(prepared(sitting.desk, inside.pages.shelf))
    assert inside.route.page is PageName.RUN
    assert not inside.navigation.isVisible()
    session_id = inside.route.id
    run(sitting.desk, inside.pages.folders, session_id, MoveKind.START, minutes=0)
    inside.stack.currentWidget().left.emit()
    assert inside.route == Route()
    qtbot.keyClick(button_saying(inside.navigation, "Guides"), Key.Key_Return)
    qtbot.keyClick(button_saying(inside.navigation, "Back to the session"), Key.Key_Return)
    assert inside.route == Route(PageName.RUN, session_id)


def test_a_session_that_is_over_leads_to_its_close(laptop, qtbot):
    sitting = laptop.start()
    inside = sitting.workspace
    session_id = prepared(sitting.desk, inside.pages.shelf)
    inside.toast.say("Something said elsewhere.")
    inside.go(Route(PageName.RUN, session_id))
    assert inside.toast.sentence() == ""
    inside.stack.currentWidget().closing.emit(session_id)
    assert inside.route == Route(PageName.CLOSE, session_id)
    assert not inside.navigation.isVisible()  # the page has a bar of its own, which leads home
    button_saying(inside.stack.currentWidget(), "Home").click()
    assert inside.route.page is PageName.HOME and inside.navigation.isVisible()


def test_a_kill_in_the_middle_is_met_with_resume(laptop, qtbot):
    first = laptop.start()
    session_id = prepared(first.desk, first.workspace.pages.shelf)
    run(first.desk, first.workspace.pages.folders, session_id, MoveKind.START, minutes=3)
    laptop.stop(first)
    laptop.clock.advance(60_000)
    inside = laptop.start().workspace
    assert any(text.startswith("You were in part 1, ") for text in words_on(inside.stack))
    assert QApplication.focusWidget().text() == "Resume"
    press(qtbot, Key.Key_Return)
    assert inside.route == Route(PageName.RUN, session_id)


def test_a_session_that_is_gone_leads_home(laptop, qtbot):
    inside = laptop.start().workspace
    inside.go(Route(PageName.RUN, "gone"))
    assert inside.route == Route()
    assert words_on(inside.stack)[0] == "Welcome!"
    assert inside.toast.sentence() == "This session is no longer on this laptop."


def test_a_session_taken_up_again_keeps_the_guide_it_began_with(laptop, tmp_path, qtbot):
    began_with = tmp_path / "guides"
    began_with.mkdir()
    for path in GUIDES.glob("safety-together.*"):
        text = path.read_text(encoding="utf-8").replace("## Check-in", "## Arriving")
        (began_with / path.name).write_text(text, encoding="utf-8")
    first = laptop.start()
    session_id = prepared(first.desk, GuideShelf(began_with, Words()))
    run(first.desk, first.workspace.pages.folders, session_id, MoveKind.START, minutes=3)
    laptop.stop(first)
    laptop.clock.advance(60_000)
    inside = laptop.start().workspace
    assert "## Arriving" not in inside.pages.shelf.translations("safety-together")["en"].text
    press(qtbot, Key.Key_Return)
    assert any(text.startswith("You were in part 1, Arriving,") for text in words_on(inside.stack))
    press(qtbot, Key.Key_Return)
    assert "Arriving" in words_on(inside.stack)


def holding(path):
    """Have the desk open in another program, and return that."""
    code = "import sys; from pathlib import Path; from dialogue_desk.storage.desk_file import DeskFile; "
    code += "file = DeskFile(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read(); file.close()"
    pipe = subprocess.PIPE
    held = subprocess.Popen([sys.executable, "-c", code, str(path)], stdin=pipe, stdout=pipe)
    held.stdout.readline()
    return held


def overwrite_indexes(path):
    """Write over three pages that every list of sessions needs."""
    with sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True) as connection:
        sql = "SELECT rootpage - 1 FROM sqlite_schema WHERE type = 'index' AND name GLOB 'record_[bg]*'"
        pages = [page for (page,) in connection.execute(sql)]
    connection.close()
    smash(path, pages)


def test_a_large_desk_with_three_pages_overwritten_is_mended_and_that_is_said(laptop):
    first = laptop.start()
    session = prepared(first.desk, first.workspace.pages.shelf)
    long = "word" * 5_000
    many = (Write.of(first.desk.new_id(), session, note(long)) for _ in range(1_250))
    first.desk.perform(Edit(Act.WRITE, tuple(many)))
    laptop.stop(first)
    assert laptop.paths.desk.stat().st_size > 25_000_000
    overwrite_indexes(laptop.paths.desk)
    sitting = laptop.start()
    assert sitting.workspace.toast.sentence().startswith("The desk file was damaged and has been fixed")
    assert sitting.desk.get(session) is not None


def test_damage_met_while_the_first_page_is_shown_is_told_and_then_mended(laptop, qtbot, monkeypatch):
    first = laptop.start()
    prepared(first.desk, first.workspace.pages.shelf)
    laptop.stop(first)
    path = laptop.paths.desk
    held = holding(path)
    overwrite_indexes(path)
    sitting = laptop.start()
    monkeypatch.setattr(sys, "excepthook", UncaughtErrors(sitting))
    button_saying(sitting.window.centralWidget(), "Open it (read only)").click()
    qtbot.waitUntil(lambda: "is damaged in one place" in words_on(sitting.window.centralWidget())[1])
    assert sitting.desk is None and sitting.workspace is None
    held.kill()  # closed in peace, it would put the sound pages back that it read
    held.communicate()
    button_saying(sitting.window.centralWidget(), "Try again").click()
    assert sitting.workspace.toast.sentence().startswith("The desk file was damaged and has been fixed")


def test_any_error_before_the_first_page_is_told_on_a_page(laptop, qtbot, monkeypatch):
    file = DeskFile(laptop.paths.desk)
    file._connection.execute("CREATE TRIGGER no BEFORE INSERT ON desk BEGIN SELECT RAISE(ABORT, 'no'); END")
    file.close()
    sitting = start(laptop.app, laptop.paths, laptop.clock, laptop.theme, laptop.wake_lock)
    laptop.open.append(sitting)
    monkeypatch.setattr(sys, "excepthook", UncaughtErrors(sitting))
    with qtbot.waitSignal(sitting.painted):
        pass
    assert words_on(sitting.window.centralWidget())[1].startswith("Something did not work")
    laptop.paths.desk.unlink()
    button_saying(sitting.window.centralWidget(), "Try again").click()
    assert words_on(sitting.workspace.stack)[0] == "Welcome!"


def test_at_the_start_the_ring_shows_what_enter_would_press_until_the_first_click(laptop):
    sitting = laptop.start()
    ring = sitting.window._ring
    assert ring.isVisible() and ring._target is QApplication.focusWidget()
    sitting.theme.keyboard.clicked()
    assert not ring.isVisible()
