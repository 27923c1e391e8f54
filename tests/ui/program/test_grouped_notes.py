import pytest
from PySide6.QtCore import Qt

from dialogue_desk.ui.program.bars import BarRow
from dialogue_desk.ui.program.grouped_notes import GroupedNotes, NoteGroup
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.note_list import NoteRow
from tests.ui.program.shown import seen


@pytest.fixture
def asked():
    """The headings whose notes were asked for."""
    return []


@pytest.fixture
def group(asked):
    def make(group_id, sentence="", notes=1):
        def rows():
            asked.append(group_id)
            return tuple(NoteRow(f"{group_id}{n}", "Hope", f"Note {n}", "C01", ()) for n in range(notes))

        return NoteGroup(BarRow(group_id, group_id.title(), "", 1, 2), sentence, rows)

    return make


@pytest.fixture
def tab(context, qtbot):
    tab = GroupedNotes(context, "No notes here.", EmptyState(context.theme, "quote", "Nothing yet", "…"))
    qtbot.addWidget(tab)
    tab.resize(1200, 700)
    tab.show()
    return tab


def test_the_notes_of_a_heading_are_made_when_it_is_chosen(tab, group, asked, qtbot):
    tab.show_groups([group("hopes"), group("fears")])
    assert set(asked) == {"hopes"}
    tab._bars.setFocus()
    qtbot.keyClick(tab._bars, Qt.Key.Key_End)
    assert asked[-1] == "fears"


def test_the_chosen_heading_stays_chosen_while_it_is_there_then_the_next_is(tab, group, qtbot):
    tab.show_groups([group("hopes"), group("fears")])
    tab._bars.go_to("fears")
    tab.show_groups([group("dreams"), group("fears"), group("hopes")])
    assert tab._title.text() == "Fears"
    tab.show_groups([group("dreams"), group("hopes")])
    assert tab._title.text() == "Hopes" and tab._bars.current_id() == "hopes"


def test_a_heading_without_notes_and_a_tab_without_headings_say_so(tab, group):
    tab.show_groups([group("hopes", "What people wish for.", notes=0)])
    assert {"No notes here.", "What people wish for."} <= set(seen(tab))
    tab.show_groups([group("hopes")])
    assert "No notes here." not in seen(tab) and "Nothing yet" not in seen(tab)
    tab.show_groups([])
    assert "Nothing yet" in seen(tab) and not tab._bars.isVisible()


def test_enter_on_a_note_tells_which(tab, group, qtbot):
    tab.show_groups([group("hopes")])
    notes = tab._notes.list
    notes.setFocus()
    with qtbot.waitSignal(tab.note_wanted) as told:
        qtbot.keyClick(notes, Qt.Key.Key_Return)
    assert told.args == ["hopes0"]
