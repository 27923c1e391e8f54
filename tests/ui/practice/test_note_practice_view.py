"""Taking notes of a circle that speaks: what is shown, what is heard, and what the keys do."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desk.desk.session.note_practice import NotePractice
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.domain.practice.playback import Pace
from dialogue_desk.ui.practice.note_practice_view import NotePracticeView
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from tests.ui.practice.conversations import FALL, FIRST, LAMP, TREES, UNKNOWN
from tests.ui.seen import nameless, words_on
from tests.ui.whole import faults

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def begin(desk, shelf, context, qtbot):
    made = []

    def make(pace=Pace.USUAL, part=0, size=(1366, 768)):
        view = NotePracticeView(NotePractice(desk, shelf, LAMP, pace, part), context)
        window = QWidget()  # the view is part of a window, which does not grow with what it would like
        view.setParent(window)
        made.append((window, view))
        qtbot.addWidget(window)
        for one in (window, view):
            one.resize(*size)
        window.show()
        qtbot.waitUntil(window.isActiveWindow)
        view.take_focus()
        return view

    yield make
    for _, view in made:
        view.leave()
        view.practice.close()


@pytest.fixture
def said(context):
    sentences = []
    context.announcer.announced.connect(sentences.append)
    return sentences


def press(qtbot, key, modifier=Modifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def hear(view, clock, seconds):
    clock.advance(seconds * 1_000)
    view.tick()


def written(view):
    return [row.text for row in view.notes.list.rows()]


def test_the_circle_waits_until_a_person_is_ready(begin, clock):
    view = begin()
    hear(view, clock, 60)
    assert view.circle.lines.lines() == ()
    assert QApplication.focusWidget() is view.circle.clock_button


def test_lines_come_one_by_one_and_the_keyboard_is_where_notes_are_written(begin, clock, qtbot):
    view = begin()
    press(qtbot, Key.Key_Return)
    assert view.circle.lines.lines() == (FIRST,)
    assert QApplication.focusWidget() is view.notes.note_input.box
    hear(view, clock, 10)
    assert view.circle.lines.lines() == (FIRST, FALL)


def test_a_window_that_stood_still_misses_no_line(begin, clock, qtbot):
    view = begin()
    press(qtbot, Key.Key_Return)
    hear(view, clock, 22)
    assert view.circle.lines.lines() == (FIRST, FALL, UNKNOWN)


def test_a_line_is_noted_as_in_a_session(begin, clock, qtbot):
    view = begin()
    press(qtbot, Key.Key_Return)
    hear(view, clock, 12)
    qtbot.keyClicks(QApplication.focusWidget(), "? who looks after the lamp #lights")
    press(qtbot, Key.Key_Return)
    (note,) = view.practice.folder.notes
    assert (note.body.kind, note.body.text) == (NoteKind.QUESTION, "who looks after the lamp")
    assert view.practice.folder.theme_names(note.body.themes) == ("lights",)
    assert note.body.part == "noticing"
    press(qtbot, Key.Key_C, Modifier.AltModifier)
    qtbot.keyClicks(QApplication.focusWidget(), "the lamp is dark")
    press(qtbot, Key.Key_Return)
    assert view.practice.folder.notes[1].body.kind is NoteKind.CONCERN


def test_the_part_of_the_conversation_is_said_and_notes_follow_it(begin, clock, qtbot):
    view = begin()
    press(qtbot, Key.Key_Return)
    assert {"Part 1 of 2", "What we are noticing"} <= set(words_on(view))
    hear(view, clock, TREES.begins)
    assert "Hopes" in words_on(view)
    qtbot.keyClicks(QApplication.focusWidget(), "trees")
    press(qtbot, Key.Key_Return)
    assert view.practice.folder.notes[0].body.part == "hopes"


def test_a_line_that_was_begun_before_goes_under_its_own_part(begin, clock, qtbot):
    view = begin()
    press(qtbot, Key.Key_Return)
    hear(view, clock, 21)
    qtbot.keyClicks(QApplication.focusWidget(), "the lamp")
    hear(view, clock, TREES.begins - 21)
    press(qtbot, Key.Key_Return)
    assert view.practice.folder.notes[0].body.part == "noticing"


def test_lines_are_read_out_but_never_into_a_note(begin, clock, qtbot, said):
    view = begin()
    press(qtbot, Key.Key_Return)
    assert said == ["The facilitator: What did you notice?"]
    qtbot.keyClicks(QApplication.focusWidget(), "a")
    hear(view, clock, 22)
    assert len(said) == 1
    press(qtbot, Key.Key_Return)
    assert said[1:] == [
        "A: The lamp by the bus stop went dark, and Rosa fell. B: I did not know that.",
        "Saved as: Experience",
    ]


def test_another_part_and_the_end_are_told_too(begin, clock, qtbot, said):
    view = begin()
    press(qtbot, Key.Key_Return)
    hear(view, clock, 22)
    hear(view, clock, TREES.begins - 22)
    assert said[-1] == "Hopes B: I hope the city asks us before it plants trees."
    hear(view, clock, 60)
    hear(view, clock, 60)
    assert said[-1] == "That was the last line. Finish your notes. There is no hurry."
    assert len(said) == 4


def test_in_a_pause_the_circle_waits_and_notes_can_be_written(begin, clock, qtbot):
    view = begin()
    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_Escape)
    press(qtbot, Key.Key_P)
    hear(view, clock, 600)
    assert view.circle.lines.lines() == (FIRST,)
    assert "The circle waits." in words_on(view)
    assert view.circle.clock_button.weight is Weight.PRIMARY
    press(qtbot, Key.Key_N)
    qtbot.keyClicks(QApplication.focusWidget(), "a thought")
    press(qtbot, Key.Key_Return)
    assert written(view) == ["a thought"]
    view.circle.clock_button.click()
    hear(view, clock, 10)
    assert view.circle.lines.lines() == (FIRST, FALL)


def test_line_by_line_each_waits_for_a_key_that_works_in_the_box_too(begin, clock, qtbot):
    view = begin(Pace.LINE_BY_LINE)
    press(qtbot, Key.Key_Return)
    hear(view, clock, 600)
    assert view.circle.lines.lines() == (FIRST,)
    assert view.circle.clock_button.isHidden()
    press(qtbot, Key.Key_PageDown)
    assert view.circle.lines.lines() == (FIRST, FALL)
    assert QApplication.focusWidget() is view.notes.note_input.box


def test_after_the_last_line_the_notes_are_what_comes_next(begin, clock, qtbot):
    view = begin()
    press(qtbot, Key.Key_Return)
    hear(view, clock, 600)
    assert "That was the last line. Finish your notes. There is no hurry." in words_on(view)
    assert view.circle.clock_button.isHidden()
    assert view.circle.end_button.weight is Weight.PRIMARY
    press(qtbot, Key.Key_Escape)
    press(qtbot, Key.Key_P)
    assert view.practice.going
    with qtbot.waitSignal(view.finished):
        view.circle.end_button.click()


def test_what_is_typed_and_not_entered_is_among_the_notes(begin, clock, qtbot):
    view = begin()
    press(qtbot, Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "half a thought")
    view.circle.end_button.click()
    assert written(view) == ["half a thought"]


def test_undo_takes_a_note_away_and_redo_brings_it_back(begin, clock, qtbot):
    view = begin()
    press(qtbot, Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "a thought")
    press(qtbot, Key.Key_Return)
    view.undo()
    assert written(view) == []
    view.redo()
    assert written(view) == ["a thought"]


def test_a_press_that_comes_before_the_start_does_nothing(begin, qtbot):
    view = begin()
    press(qtbot, Key.Key_PageDown)
    view.finish()
    assert view.circle.lines.lines() == ()
    assert not view.practice.started


def test_what_is_typed_before_the_start_is_in_the_note_and_starts_nothing(begin, qtbot):
    for typed in ("People hope to know officers", "no names", "- 2 lights"):
        view = begin()
        for letter in typed:
            qtbot.keyClicks(QApplication.focusWidget(), letter)
        assert view.notes.note_input.text() == typed
        assert not view.practice.started


def test_keys_with_control_before_the_start_type_nothing(begin, qtbot):
    view = begin()
    press(qtbot, Key.Key_D, Modifier.ControlModifier)
    press(qtbot, Key.Key_Escape)
    assert view.notes.note_input.text() == ""


def settled(view):
    """Return what of the circle and of the form does not scroll, once it is laid out."""
    for _ in range(6):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    reading = view.findChildren(ScrollColumn)
    pieces = [*view.circle.findChildren(QWidget), *view.notes.note_input.findChildren(QWidget)]
    return [one for one in pieces if not any(scrolls.isAncestorOf(one) for scrolls in reading)]


@pytest.mark.parametrize(("scale", "size"), [(100, (1024, 600)), (125, (1280, 720)), (200, (1366, 768))])
def test_the_circle_and_the_notes_are_seen_whole_together(begin, clock, theme, scale, size):
    theme.change(scale=scale)
    view = begin(size=size)
    assert faults(view, settled(view)) == []
    view.start_or_pause()
    for seconds in (12, 600):
        hear(view, clock, seconds)
        assert faults(view, settled(view)) == []
        assert (view.width(), view.height()) == size
        assert view.circle.lines.height() >= theme.scaled(40)
    assert nameless(view) == []
