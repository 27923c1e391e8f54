"""Who has to act is chosen from those that are known, or typed."""

import pytest
from PySide6.QtCore import Qt

from dialogue_desk.ui.proposals.actor_choice import ActorChoice


@pytest.fixture
def choice(context, qtbot):
    choice = ActorChoice(context, "Who must act", "Nobody is named yet")
    qtbot.addWidget(choice)
    choice.show()
    choice.told = []
    choice.chosen.connect(choice.told.append)
    choice.show_actor(("Council", "Police"), "")
    return choice


def offered(choice):
    return [choice.select.itemText(place) for place in range(choice.select.count())]


def test_known_actors_are_offered_and_nobody_too(choice):
    assert offered(choice) == ["Nobody is named yet", "Council", "Police"]
    choice.select.setCurrentIndex(1)
    choice.select.activated.emit(1)
    assert choice.told == ["Council"]


def test_an_actor_that_is_not_among_them_is_shown_as_chosen(choice):
    choice.show_actor(("Council",), "The choir")
    assert choice.select.choice() == "The choir"
    choice.show_actor(("Council",), "")
    assert choice.select.currentText() == "Nobody is named yet"


def test_another_name_is_told_once_and_without_the_spaces_around_it(choice, qtbot):
    choice.other.setFocus()
    qtbot.keyClicks(choice.other, "  Water   board ")
    qtbot.keyClick(choice.other, Qt.Key.Key_Return)
    choice.keep()
    assert choice.told == ["Water board"]
    assert choice.other.text() == ""


def test_escape_and_spaces_tell_nothing(choice, qtbot):
    choice.other.setFocus()
    qtbot.keyClicks(choice.other, "Water")
    qtbot.keyClick(choice.other, Qt.Key.Key_Escape)
    choice.other.setText("   ")
    choice.keep()
    assert choice.told == []
