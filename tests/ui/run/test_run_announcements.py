"""What readers are told on the screens around a session: whatever takes the keyboard has a name."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desk.desk.session.closing_edits import set_dot_vote
from dialogue_desk.desk.session.session_edits import set_attendance
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.closing import CloseStep, DotVote, TallyCategory
from dialogue_desk.domain.model.notes import ActionIdea, Consent, Note, NoteKind
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.ui.closing.closing_page import ClosePage
from dialogue_desk.ui.notes.entry_editors import ActionEditor, NoteEditor
from dialogue_desk.ui.notes.theme_sheet import ThemeSheet
from dialogue_desk.ui.prepare.prepare_page import PreparePage
from dialogue_desk.ui.setup.program_setup import ProgramForm
from dialogue_desk.ui.widgets.row_list import RowList
from tests.ui.seen import nameless
from tests.ui.sessions import whole_evening


@pytest.fixture
def evening(desk, folders, shelf, clock):
    evening = whole_evening(desk, folders, shelf, clock)
    set_attendance(desk, evening, 14)
    set_dot_vote(desk, evening, DotVote(3, 11))
    folder = folders.session(evening)
    program = desk.add(NO_OWNER, Program("Bridges"))
    desk.rewrite(folder.circle_id, replace(folder.circle, program=program))
    desk.add(program, TallyCategory("Age", ("under 30", "30 and over")))
    desk.add(evening, Note(NoteKind.CONCERN, "Call 555 010 4477."))
    return evening


@pytest.fixture
def without_tallies(desk, folders, shelf, clock):
    return whole_evening(desk, folders, shelf, clock)


@pytest.fixture
def page(desk, folders, context, room, evening, qtbot):
    page = ClosePage(desk, folders, context, room)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show_session(evening)
    page.show()
    return page


@pytest.mark.parametrize("step", CloseStep)
def test_every_pane_of_the_close_names_what_takes_the_keyboard(page, step):
    page.go_to(step)
    QApplication.processEvents()
    assert nameless(page) == []
    for rows in page.findChildren(RowList):
        assert all(row.accessible_text.strip() for row in rows.rows())


@pytest.fixture
def parent(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1366, 768)
    return parent


@pytest.fixture
def forms(desk, folders, shelf, context, evening, parent):
    folder = folders.session(evening)
    quote = Note(NoteKind.QUOTE, "So be it.", consent=Consent.YES)
    return {
        "prepare": lambda: PreparePage(desk, folders, shelf, context),
        "program": lambda: ProgramForm(desk, shelf, context),
        "note": lambda: NoteEditor(context, folder, quote, parent),
        "idea": lambda: ActionEditor(context, folder, ActionIdea("A key to the gym."), parent),
        "themes": lambda: ThemeSheet(context, ["school", "night"], {"school": 1}, 2, parent),
    }


@pytest.mark.parametrize("form", ["prepare", "program", "note", "idea", "themes"])
def test_every_form_names_what_takes_the_keyboard(forms, form, qtbot):
    made = forms[form]()
    if isinstance(made, PreparePage):
        made.fill_in()
    elif isinstance(made, ProgramForm):
        made.edit(None)
    if made.parentWidget() is None:
        qtbot.addWidget(made)
    made.show()
    QApplication.processEvents()
    assert nameless(made) == []
    made.close()


def test_a_pane_with_nothing_in_it_says_what_it_is(page, without_tallies):
    page.show_session(without_tallies)
    page.go_to(CloseStep.TALLIES)
    QApplication.processEvents()
    assert nameless(page) == []
