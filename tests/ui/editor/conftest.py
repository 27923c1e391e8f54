import pytest
from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.guides.guide_copies import begun_with
from dialogue_desk.desk.guides.own_guides import OwnGuides
from dialogue_desk.domain.model.own_guide import Origin
from dialogue_desk.ui.editor.editor_view import EditorView


@pytest.fixture
def own(desk):
    return OwnGuides(desk)


@pytest.fixture
def key(own, shelf):
    """A guide of the desk's own, in two languages."""
    return own.add(begun_with(shelf.translations("safety-together").values(), "our-safety"), Origin.COPIED)


@pytest.fixture
def view(desk, own, key, context, qtbot):
    """The editor, with the guide open and the keyboard on its outline."""
    view = EditorView(desk, own, context)
    qtbot.addWidget(view)
    view.resize(1366, 700)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    assert view.edit(key)
    view.take_focus()
    QApplication.sendPostedEvents()
    yield view
    view.leave()


@pytest.fixture
def editor(view):
    return view.editor


@pytest.fixture
def session(editor):
    """The place of the first session."""
    return editor.path[0]
