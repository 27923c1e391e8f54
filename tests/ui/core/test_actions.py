import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from dialogue_desk.storage.settings import Settings
from dialogue_desk.ui.core.actions import Action, Actions
from dialogue_desk.ui.core.key_choice import KeyChoice

NEXT = Action("run.next", "Next part", ("PgDown", "Ctrl+Right"), icon="next", group="Running")
UNDO = Action("edit.undo", "Undo", ("Ctrl+Z",), icon="undo", group="Editing")


@pytest.fixture
def page(qtbot, theme):
    page = QWidget()
    QVBoxLayout(page).addWidget(QLineEdit())
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.fixture
def actions(page, theme):
    return Actions(theme, page)


def test_every_key_of_an_action_does_what_it_says(actions, page, qtbot):
    done = []
    actions.add(NEXT, lambda: done.append("next"))
    qtbot.keyClick(page, Qt.Key.Key_PageDown)
    qtbot.keyClick(page, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert done == ["next", "next"]


def test_an_action_that_is_not_allowed_does_nothing(actions, page, qtbot):
    done = []
    actions.add(NEXT, lambda: done.append("next"))
    actions.add(UNDO, lambda: done.append("undo"))
    actions.enable_only({"edit.undo"})
    qtbot.keyClick(page, Qt.Key.Key_PageDown)
    qtbot.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert done == ["undo"]


def test_two_actions_cannot_share_a_key(actions):
    actions.add(NEXT, print)
    with pytest.raises(ValueError, match=r"already does run\.next"):
        actions.add(Action("notes.end", "End", ("PageDown", "PgDown")), print)
    with pytest.raises(ValueError, match="there already"):
        actions.add(Action("run.next", "Next"), print)


def test_the_shortcut_sheet_lists_every_action_that_has_keys(actions):
    for action in (NEXT, UNDO, Action("help", "About")):
        actions.add(action, print)
    assert actions.shortcuts() == {
        "Running": (("Next part", "PgDown, Ctrl+Right"),),
        "Editing": (("Undo", "Ctrl+Z"),),
    }


def test_the_shortcut_sheet_lists_keys_that_a_widget_hears_by_itself(actions):
    actions.add(NEXT, print)
    actions.list_only(Action("keep", "Keep", ("K",), group="Running"))
    actions.enable_only({"run.next"})
    assert actions.shortcuts() == {"Running": (("Next part", "PgDown, Ctrl+Right"), ("Keep", "K"))}


def test_the_keys_follow_what_a_person_chooses(page, theme, qtbot):
    chosen, done = [Settings()], []
    keys = KeyChoice(lambda: chosen[0])
    actions = Actions(theme, page, keys)
    actions.add(Action("pause", "Pause", ("P",), group="Running"), lambda: done.append("pause"))

    def choose(**settings):
        chosen[0] = Settings(**settings)
        keys.changed.emit()
        for key in (Qt.Key.Key_P, Qt.Key.Key_X):
            qtbot.keyClick(page, key)
        presses = len(done)
        done.clear()
        return presses, dict(actions.shortcuts().get("Running", ()))

    assert choose() == (1, {"Pause": "P"})
    assert choose(keys=(("pause", "X"),)) == (1, {"Pause": "X"})
    assert choose(single_keys=False) == (0, {})


def test_the_icon_of_an_action_follows_the_theme(actions, theme):
    actions.add(UNDO, print)
    light = actions["edit.undo"].icon().cacheKey()
    theme.change(name="dark")
    assert actions["edit.undo"].icon().cacheKey() != light


def test_an_action_that_is_not_listed_has_its_key_all_the_same_and_gets_another(theme, kept_settings, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    actions = Actions(theme, page, kept_settings.keys)
    live = actions.add(Action("kind hope", "Hope", ("Alt+H",), "", "Notes"), lambda: None, listed=False)
    assert actions.shortcuts() == {}
    assert live.shortcut().toString() == "Alt+H"
    kept_settings.choose(keys=(("kind hope", "Ctrl+H"),))
    assert [key.toString() for key in live.shortcuts()] == ["Ctrl+H", "Alt+H"]
