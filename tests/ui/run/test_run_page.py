import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from dialogue_desk.domain.model.ids import MINUTE, SECOND
from dialogue_desk.domain.model.live_session import Phase
from tests.ui.run.steps import live, press
from tests.ui.seen import nameless
from tests.ui.sessions import lived_in


def test_enter_presses_the_button_that_has_the_focus(run_page, session_id, clock, qtbot):
    page = run_page(session_id)
    press(qtbot, Qt.Key.Key_Return)
    assert live(page).phase is Phase.RUNNING
    clock.advance(SECOND)
    press(qtbot, Qt.Key.Key_Return)
    assert live(page).current == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_second_press_at_once_turns_no_part_that_nobody_has_seen(run_page, session_id, clock, qtbot, key):
    page = run_page(session_id)
    for _ in range(3):
        press(qtbot, key)
        clock.advance(300)
    assert live(page).phase is Phase.RUNNING and live(page).current == 0
    press(qtbot, Qt.Key.Key_PageDown)
    assert live(page).current == 1


def test_space_presses_the_button_that_has_the_focus(running, qtbot):
    running.card.clock_button.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert live(running).phase is Phase.PAUSED
    assert live(running).current == 0


def test_a_session_that_is_gone_leads_home(running, context, qtbot):
    with qtbot.waitSignal(running.left, timeout=0):
        running.show_session("nobody-knows-it")
    assert context.toast.sentence() == "This session is no longer on this laptop."


def test_a_session_that_goes_while_it_runs_leads_home(running, desk, session_id, qtbot):
    with qtbot.waitSignal(running.left, timeout=0):
        desk.remove(session_id)
    assert running._controller is None


@pytest.fixture
def lived(desk, folders, shelf, clock, pulse):
    return lived_in(desk, folders, shelf, clock, pulse)


@pytest.mark.parametrize(
    ("scale", "size"), [(100, (1366, 768)), (125, (1280, 720)), (125, (1092, 614)), (200, (1366, 768))]
)
@pytest.mark.parametrize("notes", [False, True])
def test_the_page_is_whole_on_small_screens(run_page, lived, theme, scale, size, notes):
    theme.change(scale=scale)
    page = run_page(lived, size=size, taking_notes=notes)
    if not notes:
        page.resume.resume_button.click()
    assert (page.width(), page.height()) == size
    page._room.open()
    hint = page.minimumSizeHint()
    assert hint.width() <= size[0]
    assert hint.height() <= max(size[1], 700)
    assert_nothing_is_cut(page)


def assert_nothing_is_cut(page):
    """Buttons and lists lie inside their parents, wide enough for their longest word."""
    for widget in page.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QAbstractButton):
            continue
        corner = widget.mapTo(page, widget.rect().topLeft())
        assert corner.x() >= 0
        assert corner.x() + widget.width() <= page.width(), widget.text()
        assert widget.width() >= widget.minimumSizeHint().width(), widget.text()


def test_everything_that_takes_the_keyboard_has_a_name(running):
    running.notes.note_input.choices.choose_kind("debrief")
    assert nameless(running) == []


def test_taking_notes_needs_no_clock(run_page, session_id, desk, folders, qtbot):
    page = run_page(session_id, taking_notes=True)
    assert QApplication.focusWidget() is page.notes.note_input.box
    page.rail.parts.opened.emit("facts")
    qtbot.keyClicks(page.notes.note_input.box, "Twelve calls a night")
    press(qtbot, Qt.Key.Key_Return)
    folder = folders.session(session_id)
    assert [note.body.part for note in folder.notes] == ["facts"]
    assert folder.live.phase is Phase.READY
    assert not page.card.isVisible()


def test_what_is_typed_up_from_paper_has_no_time(run_page, session_id, folders, qtbot):
    page = run_page(session_id, taking_notes=True, from_paper=True)
    assert page.rail.from_paper.isVisible() and page.rail.from_paper.isChecked()
    qtbot.keyClicks(page.notes.note_input.box, "Twelve calls a night")
    press(qtbot, Qt.Key.Key_Return)
    page.rail.from_paper.click()
    qtbot.keyClicks(QApplication.focusWidget(), "Said just now")
    press(qtbot, Qt.Key.Key_Return)
    told = {note.body.text: note.body.said_at for note in folders.session(session_id).notes}
    assert told["Twelve calls a night"] is None and told["Said just now"] is not None


def test_a_session_of_two_hours_at_speed(running, clock, said, folders, session_id, qtbot):
    started = clock.now()
    box = running.notes.note_input.box
    for number in range(9):
        part = live(running).parts[live(running).current]
        for second in range(part.planned // SECOND):
            clock.advance(SECOND)
            running._controller.tick()
            if second == 30:
                running.side.write()
                if not running.notes.note_input.takes_notes():
                    running.notes.note_input.notice.ask()
                    qtbot.keyClicks(QApplication.focusWidget(), "They asked for it")
                    press(qtbot, Qt.Key.Key_Return)
                box.insertPlainText(f"note {number}")
                press(qtbot, Qt.Key.Key_Return)
                press(qtbot, Qt.Key.Key_Escape)
        running.card.next_button.click()
    folder = folders.session(session_id)
    assert folder.live.phase is Phase.CLOSED
    assert folder.live.spent == tuple(part.planned for part in folder.live.parts)
    assert folder.live.closed - started == 120 * MINUTE
    assert [note.body.text for note in folder.notes] == [f"note {number}" for number in range(9)]
    assert [note.body.part for note in folder.notes] == [part.id for part in folder.plan.parts]
    assert sum("minutes left" in sentence for sentence in said) == 8
    assert sum("1 minute left" in sentence for sentence in said) == 9
    assert sum("is up" in sentence for sentence in said) == 9
