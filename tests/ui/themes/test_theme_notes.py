"""Notes that are selected and put under themes, by keys alone."""

from PySide6.QtCore import Qt

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.notes import Note, NoteKind
from tests.ui.program.shown import seen
from tests.ui.themes.workbench import choose, rows, select, sheet, texts

LONG = "The lamp at the corner has been out since the fall, and the one behind it since spring. " * 20


def test_notes_are_put_under_a_theme_by_a_key_and_a_few_letters_of_its_name(tab, qtbot, settled):
    notes = tab.notes.list
    notes.setFocus()
    select(tab, "Both sides", "A stop should")
    qtbot.keyClicks(notes, "#")
    assert "A theme for 2 notes" in seen(sheet(tab))
    line = sheet(tab).line
    qtbot.keyClicks(line, "night")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settled()
    choose(tab, "Calls at night")
    assert {text[:10] for text in texts(tab)} >= {"Both sides", "A stop sho"}


def test_notes_move_by_a_key_and_leave_the_theme_that_is_shown(tab, qtbot, settled):
    choose(tab, "How stops happen")
    tab.notes.list.setFocus()
    select(tab, "Both sides")
    qtbot.keyClicks(tab.notes.list, "m")
    qtbot.keyClicks(sheet(tab).line, "young")
    qtbot.keyClick(sheet(tab).line, Qt.Key.Key_Return)
    assert not any(text.startswith("Both sides") for text in texts(tab))
    settled()
    choose(tab, "Young people and officers")
    assert any(text.startswith("Both sides") for text in texts(tab))


def test_a_theme_is_split_by_a_key_and_a_name(tab, qtbot, settled):
    choose(tab, "How stops happen")
    tab.notes.list.setFocus()
    select(tab, "Both sides", "A stop should")
    qtbot.keyClicks(tab.notes.list, "n")
    told = seen(sheet(tab))
    assert "“How stops happen” keeps 7 notes of 4 circles." in told
    assert "The new theme has 2 notes of 2 circles." in told
    qtbot.keyClicks(sheet(tab).line, "Reasons for stops")
    qtbot.keyClick(sheet(tab).line, Qt.Key.Key_Return)
    settled()
    assert rows(tab)["Reasons for stops"].count == "2 of 5 circles"
    assert tab.list.current_id() == rows(tab)["Reasons for stops"].id
    assert len(texts(tab)) == 2


def test_acts_wait_for_a_selection(tab):
    buttons = tab.notes._buttons
    tab.notes.list.clearSelection()
    assert "32 notes" in seen(tab.notes)
    assert (buttons["add"].isEnabled(), buttons["new"].isEnabled()) == (False, True)
    assert not buttons["out"].isVisible(), "there is no theme to take notes out of"
    choose(tab, "How stops happen")
    select(tab, "Both sides")
    assert buttons["new"].text() == "Split"
    assert all(button.isVisible() and button.isEnabled() for button in buttons.values())


def test_a_long_note_is_read_whole_under_the_list(tab, desk, settled):
    session = next(iter(desk.file.records.of_kind(Kind.SESSION))).id
    desk.add(session, Note(NoteKind.CONCERN, LONG))
    settled()
    choose(tab, "Without a theme")
    assert not tab.notes._strip.isVisible()
    (note,) = select(tab, "The lamp")
    tab.notes.list.choose([note])
    assert tab.notes._strip.isVisible()
    assert tab.notes._whole.text().startswith(LONG[:1_000])


def test_a_theme_without_notes_says_how_it_gets_some(tab, qtbot, settled):
    tab.acts.begin_theme(())
    qtbot.keyClicks(sheet(tab).line, "Empty so far")
    qtbot.keyClick(sheet(tab).line, Qt.Key.Key_Return)
    settled()
    assert "No notes here yet. Drag notes onto this theme, or select some and press #." in seen(tab.notes)
    assert rows(tab)["Empty so far"].count == "0 of 5 circles"


def test_the_line_leads_down_into_the_list(tab, qtbot):
    tab.notes.filters.line.setFocus()
    qtbot.keyClick(tab.notes.filters.line, Qt.Key.Key_Down)
    assert tab.notes.list.hasFocus()
    assert tab.notes.list.current_id() == tab.notes.list.rows()[0].id


def test_enter_leads_to_the_session_of_a_note(tab, qtbot):
    tab.notes.list.setFocus()
    (note,) = select(tab, "Both sides")
    with qtbot.waitSignal(tab.note_wanted) as told:
        qtbot.keyClick(tab.notes.list, Qt.Key.Key_Return)
    assert told.args == [note]


def test_a_note_of_a_hundred_thousand_letters_is_one_row_and_its_beginning_is_read(tab, desk, settled):
    session = next(iter(desk.file.records.of_kind(Kind.SESSION))).id
    desk.add(session, Note(NoteKind.CONCERN, "A" * 100_000))
    settled()
    choose(tab, "Without a theme")
    (note,) = select(tab, "AAA")
    tab.notes.list.choose([note])
    assert tab.notes.list.sizeHintForRow(0) < 80
    assert len(tab.notes._whole.text()) < 1_300
    assert tab.notes.list.grab().width() > 0
