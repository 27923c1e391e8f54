"""A running session with notes, and the parts of its pane."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.session.session_edits import find_or_add_theme
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.ui.notes.editor_dialog import open_editor
from dialogue_desk.ui.notes.entry_editors import ActionEditor, NoteEditor


@pytest.fixture
def page(run_page, session_id):
    page = run_page(session_id)
    page.card.clock_button.click()
    return page


@pytest.fixture
def notes(page):
    return page.notes.list


@pytest.fixture
def work(page):
    return page.notes.workbench


@pytest.fixture
def folder(folders, session_id):
    """The session as it is on disk."""
    return lambda: folders.session(session_id)


@pytest.fixture
def texts(notes):
    """What the list shows, from top to bottom."""
    return lambda: [row.text for row in notes.rows()]


@pytest.fixture
def added(page, desk, session_id, clock, notes):
    """Add notes, a minute apart, to the first part; the first is then the current one."""

    def add(*bodies):
        ids = []
        for body in bodies:
            note = Note(NoteKind.CONCERN, body, "check-in") if isinstance(body, str) else body
            ids.append(desk.add(session_id, replace(note, said_at=clock.now())))
            clock.advance(MINUTE)
        notes.setFocus()
        notes.go_to(ids[0])
        return ids

    return add


@pytest.fixture
def form(page):
    return page.notes.note_input


@pytest.fixture
def themes(desk, folder):
    for name in ("Safe streets", "School", "Sábados", "Night bus"):
        find_or_add_theme(desk, [folder().circle_id], name)


@pytest.fixture
def owner(theme, qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.resize(1366, 768)
    owner.show()
    return owner


@pytest.fixture
def edit(context, folders, session_id, owner):
    """Open the editor of a body."""

    def edit(body):
        kind = NoteEditor if isinstance(body, Note) else ActionEditor
        editor = kind(context, folders.session(session_id), body, owner)
        open_editor(editor, context)
        return editor

    return edit
