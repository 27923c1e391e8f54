import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.guide import Cut, Part, PartKind
from dialogue_desk.ui.run.part_words import PartWords

LONG = tuple(
    f"Paragraph {n} of what is said, which is long enough to need some lines here." for n in range(9)
)
TIPS = tuple(f"Tip {n}" for n in range(30))


def part(ask):
    return Part(
        "one", PartKind.OPEN_TALK, "One", 10, 5, Cut.FIRST, say=LONG, ask=ask, purpose="To talk. " * 120
    )


@pytest.fixture
def words(context, qtbot):
    words = PartWords(context)
    qtbot.addWidget(words)
    words.resize(600, 340)
    words.show()
    return words


def show(words, part):
    words.show_part(part)
    for _ in range(3):
        QApplication.processEvents()


def seen(words, question):
    """Whether a whole question is in sight."""
    view = words.script.viewport()
    at = question.mapTo(view, QPoint(0, 0)).y()
    return question.visibleRegion().boundingRect().height() == question.height() and 0 <= at < view.height()


def test_the_question_is_in_sight_wherever_the_script_is_read(words):
    show(words, part(("Who was it?",)))
    bar = words.script.verticalScrollBar()
    assert bar.maximum() > words.height()
    places = []
    for value in (*range(0, bar.maximum(), 40), bar.maximum()):
        bar.setValue(value)
        assert seen(words, words.questions[0])
        places.append(words.script.pinned.y())
    assert places[0] + words.script.pinned.height() == words.script.viewport().height()
    assert places[-1] == 0
    assert sorted(places, reverse=True) == places


def test_a_question_of_several_lines_is_whole(words):
    question = "What did you hear that you did not expect, and who would you have liked to say it to?"
    show(words, Part("two", PartKind.OPEN_TALK, "Two", 10, 5, Cut.FIRST, say=LONG[:1], ask=(question,)))
    assert words.questions[0].lines(words.questions[0].width()) > 1
    assert words.questions[0].height() >= words.questions[0].heightForWidth(words.questions[0].width())
    assert words.script.pinned.y() < words.script.viewport().height() - words.script.pinned.height()


def test_of_many_questions_the_one_that_is_asked_stays_in_sight(words):
    show(
        words,
        part(tuple(f"Question {n}, which is long enough for two lines of large type?" for n in range(9))),
    )
    assert seen(words, words.questions[0])
    words.show_prompt(6)
    for _ in range(3):
        QApplication.processEvents()
    assert seen(words, words.questions[5])
    assert words.script.pinned.height() <= 0.6 * words.script.viewport().height() + 1


def test_the_keyboard_scrolls_out_from_under_the_question(words, qtbot):
    show(words, Part("two", PartKind.OPEN_TALK, "Two", 10, 5, Cut.FIRST, say=LONG, ask=("Who?",), tips=TIPS))
    words.questions[0].setFocus()
    qtbot.keyClick(words.questions[0], Qt.Key.Key_Tab)
    tips = QApplication.focusWidget()
    QApplication.processEvents()
    assert tips.visibleRegion().boundingRect().height() == tips.height()


def test_a_part_without_a_question_pins_nothing(words):
    show(words, part(()))
    assert not words.script.pinned.isVisible()
    show(words, part(("Who?",)))
    assert words.script.pinned.isVisible()
