"""A session to wrap up, its page and its export."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.ui.closing.closing_page import ClosePage
from dialogue_desk.ui.closing.export_step import ExportStep
from dialogue_desk.ui.closing.privacy_step import PrivacyStep
from tests.ui.sessions import begin, whole_evening


@pytest.fixture
def evening(desk, folders, shelf, clock):
    return whole_evening(desk, folders, shelf, clock)


@pytest.fixture
def page(desk, folders, context, room, evening, qtbot):
    page = ClosePage(desk, folders, context, room)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show_session(evening)
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    page.take_focus()
    return page


@pytest.fixture
def at(page):
    """Go to a step and into its pane, and return the pane."""

    def go(step):
        page.go_to(step)
        QApplication.processEvents()
        page._enter()
        QApplication.processEvents()
        return page._panes.pane(step)

    return go


@pytest.fixture
def sensitive(desk, evening):
    """A note of the session that was marked sensitive."""
    return desk.add(evening, Note(NoteKind.CONCERN, "The shop sells to anyone.", sensitive=True))


@pytest.fixture
def step(desk, folders, context, qtbot, evening):
    step = ExportStep(desk, folders, context)
    qtbot.addWidget(step)
    step.resize(1066, 640)
    step.show_folder(folders.session(evening))
    step.show()
    QApplication.processEvents()
    return step


@pytest.fixture
def save(step, context, qtbot):
    def press_and_wait():
        step.bar.save.setFocus()
        qtbot.keyClick(step.bar.save, Qt.Key.Key_Space)
        if step.bar.question.isVisible():
            qtbot.keyClick(step.bar.question.anyway, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: not context.worker.busy(), timeout=60_000)
        QApplication.processEvents()

    return press_and_wait


@pytest.fixture
def wide_page(desk, folders, context, room, qtbot):
    page = ClosePage(desk, folders, context, room)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    return page


@pytest.fixture
def session_id(desk, shelf):
    return begin(desk, shelf)


@pytest.fixture
def check(desk, folders, context, session_id, qtbot):
    """The pane as its page shows it: anew after every change."""
    pane = PrivacyStep(desk, context)
    qtbot.addWidget(pane)
    context.desk_signals.changed.connect(lambda _: pane.show_folder(folders.session(session_id)))
    pane.resize(900, 700)
    pane.show_folder(folders.session(session_id))
    pane.show()
    qtbot.waitUntil(pane.isActiveWindow)
    pane.take_focus()
    return pane


@pytest.fixture
def write(desk, session_id):
    def written(text, kind=NoteKind.CONCERN):
        note_id = desk.add(session_id, Note(kind, text))
        return lambda: desk.get(note_id).body.text

    return written
