import pytest

from dialogue_desk.desk.guides.own_guides import OwnGuides
from dialogue_desk.storage.kept_review import KeptReview
from dialogue_desk.ui.drafting.document_review import DocumentReview


@pytest.fixture
def own(desk):
    return OwnGuides(desk)


@pytest.fixture
def make(context, desk, own, qtbot):
    """Make the view, as it is made when the app starts."""

    def make():
        view = DocumentReview(context, own, KeptReview(desk.file.path))
        qtbot.addWidget(view)
        view.resize(1366, 700)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        view.take_focus()
        return view

    return make


@pytest.fixture
def view(make):
    return make()


@pytest.fixture
def settle(context, qtbot):
    """Wait until the guide of the lines is made."""
    return lambda: qtbot.waitUntil(lambda: not context.worker.busy())


@pytest.fixture
def read(view, settle, qtbot):
    """Read a text as a document, and return the review of its lines."""

    def read(text):
        view.open_text(text)
        settle()
        qtbot.waitUntil(lambda: view.views.currentWidget() is view.review)
        settle()
        return view.review

    return read
