from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from dialogue_desk.domain.model.live_session import MoveKind, Phase
from dialogue_desk.ui.run.part_words import SpokenLabel
from dialogue_desk.words import Words
from tests.ui.run.steps import live, press, primaries

LONG_QUESTION = (
    "Which of the six cards on the wall is closest to something that happened in your own life, and which "
    "of them is the hardest for you to hear when somebody whom you like says that it is closest to theirs?"
)


def settle():
    for _ in range(3):
        QApplication.processEvents()


def lines_in_sight(words):
    """Return how many whole lines of what is said, and of the questions, are in sight."""
    view, pinned = words.script.viewport(), words.script.pinned

    def whole(widget, count, top, bottom, within):
        line = widget.height() / count
        at = widget.mapTo(within, QPoint(0, 0)).y()
        return sum(at + n * line >= top - 1 and at + (n + 1) * line <= bottom + 1 for n in range(count))

    floor = pinned.y() if pinned.isVisible() else view.height()
    said = sum(
        whole(label, label._block(label.width(), centred=False).lines, 0, floor, view)
        for label in words.findChildren(SpokenLabel)
        if not label.isHidden()
    )
    asked = sum(whole(one, one.lines(one.width()), 0, pinned.height(), pinned) for one in words.questions)
    return said, asked


def test_the_first_thing_to_do_is_to_start(run_page, session_id, qtbot):
    page = run_page(session_id)
    assert QApplication.focusWidget() is page.card.clock_button
    assert primaries(page) == ["Start"]
    press(qtbot, Qt.Key.Key_Space)
    assert live(page).phase is Phase.RUNNING
    assert primaries(page) == ["Next: Ground rules check"]
    assert QApplication.focusWidget() is page.card.next_button


def test_the_buttons_follow_what_makes_sense(run_page, session_id):
    page = run_page(session_id)
    assert not page.card.next_button.isEnabled()
    assert not page.card.back_button.isEnabled()
    assert not page.card.minute_buttons[1].isEnabled()
    page.card.clock_button.click()
    assert page.card.next_button.isEnabled()
    assert page.card.minute_buttons[1].isEnabled()


def test_a_session_that_is_over_has_no_minutes_to_add(run_page, session_id):
    page = run_page(session_id)
    page.card.clock_button.click()
    assert all(button.isVisible() for button in page.card.minute_buttons.values())
    page._controller.make_move(MoveKind.CLOSE)
    assert page.card.clock_button.text() == "Open the session again"
    assert not any(button.isVisible() for button in page.card.minute_buttons.values())


SIZES = [(1366, 768, 200), (1024, 600, 100)]


@pytest.mark.parametrize("words", [Words(), Words("es")], ids=lambda words: words.language)
def test_six_lines_of_the_script_are_in_sight(run_page, session_id, context, theme, words):
    page = run_page(session_id, context=replace(context, words=words))
    page._controller.go_to("where-i-stand")
    page.card.clock_button.click()
    page.card.words.show_part(replace(page._folder.plan.part("where-i-stand"), ask=(LONG_QUESTION,)))
    question = page.card.words.questions[0]
    for wide, tall, scale in SIZES:
        theme.change(scale=scale)
        page.resize(wide, tall)
        settle()
        said, asked = lines_in_sight(page.card.words)
        assert said >= 3, (wide, tall, scale)
        assert asked == question.lines(question.width()) or asked >= 3, (wide, tall, scale)
        assert said + asked >= 6, (wide, tall, scale)


def test_words_have_most_of_the_height_and_in_little_height_the_clock_gives_way(running, qtbot):
    card = running.card
    running.resize(1366, 768)
    settle()
    assert card.words.height() >= 450
    assert card.tools.isVisible()
    assert not card.more_tools.isVisible()
    small = card.words.questions[0]._font().pixelSize()
    running.resize(1920, 1080)
    settle()
    assert card.words.height() >= 700
    assert card.words.questions[0]._font().pixelSize() > small
    running.resize(1024, 600)
    settle()
    assert card.ring.low
    assert card.ring.height() < 48
    assert not card.tools.isVisible()
    card.more_tools.click()
    (menu,) = card.more_tools.findChildren(QMenu)
    assert [action.text() for action in menu.actions()] == [
        "Ground rules",
        "Go-round",
        "Pause and cool down",
        "When it gets hot",
    ]
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert running.center.page is running.rules
