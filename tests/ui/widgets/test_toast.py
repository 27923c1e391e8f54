from PySide6.QtCore import Qt

from dialogue_desk.ui.widgets.announcer import Announcer
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.toast import Toast
from dialogue_desk.words import Words
from tests.ui.widgets.speaking import put


def test_what_was_done_is_said_aloud_and_can_be_taken_back(window, theme, qtbot):
    announcer = Announcer(window)
    aloud = []
    announcer.announced.connect(aloud.append)
    toast = put(window, Toast(theme, Words(), announcer))
    assert toast.sentence() == ""
    toast.say("The note was moved.", action="Undo", action_id="undo")
    assert toast.sentence() == "The note was moved." and aloud[0].startswith(toast.sentence())
    undo = next(b for b in toast.findChildren(Button) if b.text() == "Undo")
    with qtbot.waitSignal(toast.acted) as acted:
        qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert acted.args == ["undo"] and toast.sentence() == ""


def test_a_message_without_an_action_goes_by_itself(window, theme, qtbot):
    toast = put(window, Toast(theme, Words(), Announcer(window)))
    toast.say("Saved to the stick.", lasts_ms=1)
    qtbot.waitUntil(lambda: toast.sentence() == "")


def test_what_is_to_stay_does_not_go_away_by_itself(window, theme, qtbot):
    toast = put(window, Toast(theme, Words(), Announcer(window)))
    toast.say("Saved.", lasts_ms=1)
    toast.say("This laptop has a new name.", lasts_ms=None)
    assert not toast._going.isActive() and toast.sentence() == "This laptop has a new name."


def test_the_keyboard_stays_where_a_person_was(window, theme, qtbot):
    field, toast = put(window, Button(theme, "Next")), put(window, Toast(theme, Words(), Announcer(window)))
    with qtbot.waitActive(window):
        window.activateWindow()
    for press in (
        lambda undo: qtbot.mouseClick(undo, Qt.MouseButton.LeftButton),
        lambda undo: (undo.setFocus(), qtbot.keyClick(undo, Qt.Key.Key_Space)),
    ):
        field.setFocus()
        toast.say("The note was moved.", action="Undo", action_id="undo")
        press(next(b for b in toast.findChildren(Button) if b.text() == "Undo"))
        assert field.hasFocus() and toast.sentence() == ""


def test_a_message_with_an_action_goes_too_but_not_from_under_the_keyboard(window, theme, qtbot):
    field, toast = put(window, Button(theme, "Next")), put(window, Toast(theme, Words(), Announcer(window)))
    with qtbot.waitActive(window):
        window.activateWindow()
    toast.say("The note was moved.", action="Undo", action_id="undo")
    assert toast._going.interval() == 20_000
    next(b for b in toast.findChildren(Button) if b.text() == "Undo").setFocus()
    toast._going.timeout.emit()
    assert toast.sentence() == "The note was moved." and toast._going.isActive()
    field.setFocus()
    toast._going.timeout.emit()
    assert toast.sentence() == ""


def test_a_message_goes_with_its_page_unless_it_was_said_as_the_page_was_left(window, theme, qapp):
    toast = put(window, Toast(theme, Words(), Announcer(window)))
    toast.say("It is ready. You will find it on Home.")
    toast.leave_page()
    assert toast.sentence() != ""
    qapp.processEvents()
    toast.leave_page()
    assert toast.sentence() == ""
    toast.say("This laptop has a new name.", lasts_ms=None)
    qapp.processEvents()
    toast.leave_page()
    assert toast.sentence() != ""


def test_a_key_leads_to_its_button_and_back_and_readers_are_told_of_it(window, theme, qtbot):
    announcer = Announcer(window)
    aloud = []
    announcer.announced.connect(aloud.append)
    field, toast = put(window, Button(theme, "Next")), put(window, Toast(theme, Words(), announcer))
    with qtbot.waitActive(window):
        window.activateWindow()
    field.setFocus()
    toast.enter()
    assert field.hasFocus()
    toast.say("The note was moved.", action="Undo", action_id="undo")
    assert aloud == ["The note was moved. F8: Undo"]
    toast.enter()
    assert next(b for b in toast.findChildren(Button) if b.text() == "Undo").hasFocus()
    toast.enter()
    assert field.hasFocus() and toast.sentence()
