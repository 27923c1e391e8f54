from dataclasses import replace

import pytest

from dialogue_desk.domain.model.guide import Cut, Part, PartKind
from dialogue_desk.ui.run.part_words import PartWords
from dialogue_desk.ui.widgets.expander import Expander
from dialogue_desk.ui.widgets.label import Label

PART = Part("one", PartKind.OPEN_TALK, "One", 10, 5, Cut.FIRST, ask=("First?", "Second?"))


@pytest.fixture
def words(context, qtbot):
    words = PartWords(context)
    qtbot.addWidget(words)
    words.show_part(PART)
    return words


def test_a_question_that_is_pressed_is_told_by_its_number(words, qtbot):
    with qtbot.waitSignal(words.prompted, timeout=0) as told:
        words.questions[1].click()
    assert told.args == [2]
    assert not words.questions[1].isChecked()


def test_the_question_that_is_asked_is_marked(words):
    words.show_prompt(2)
    assert [question.isChecked() for question in words.questions] == [False, True]
    words.show_prompt(0)
    assert not any(question.isChecked() for question in words.questions)


def test_the_same_part_is_not_written_again(words):
    first = words.questions[0]
    words.show_part(replace(PART))
    assert words.questions[0] is first
    words.show_part(replace(PART, ask=("Third?",)))
    assert [question._words for question in words.questions] == ["Third?"]


def test_a_part_says_what_it_is_for_and_folds_its_tips(words):
    part = replace(PART, say=("Hello.",), tips=("Wait.",), purpose="To begin")
    words.show_part(part)
    texts = [label.text() for label in words.findChildren(Label) if not label.isHidden()]
    assert {"Say", "Hello.", "What it is for", "To begin"} <= set(texts)
    assert len([fold for fold in words.findChildren(Expander) if fold.isVisibleTo(words)]) == 1
