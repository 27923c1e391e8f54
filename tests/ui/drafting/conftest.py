import pytest

from dialogue_desk.ui.drafting.document_review import DocumentReview


@pytest.fixture
def kept():
    """The texts of the guides that were kept."""
    return []


@pytest.fixture
def view(context, desk, kept, qtbot):
    def keep(text):
        kept.append(text)
        return f"guide {len(kept)}"

    view = DocumentReview(context, desk.file.kept_review(), keep)
    qtbot.addWidget(view)
    view.resize(1366, 700)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.take_focus()
    return view


@pytest.fixture
def read(view, context, qtbot):
    """Read a text as a document, and wait until its guide is made."""

    def read(text):
        view.open_text(text)
        qtbot.waitUntil(lambda: not context.worker.busy())
        qtbot.waitUntil(lambda: view.views.currentWidget() is view.review)
        qtbot.waitUntil(lambda: not context.worker.busy())
        return view.review

    return read
