import pytest

from dialogue_desk.storage.pulse import Pulse
from dialogue_desk.ui.run.run_page import RunPage
from tests.ui.fakes import FakeRoom
from tests.ui.sessions import begun


@pytest.fixture
def pulse(tmp_path):
    return Pulse(tmp_path / "desk.db")


@pytest.fixture
def room(qapp):
    return FakeRoom()


@pytest.fixture
def session_id(desk, shelf):
    """A session of nine parts that is about to begin."""
    return begun(desk, shelf)


@pytest.fixture
def run_page(desk, folders, context, pulse, room, qtbot):
    """Make run pages: shown, and left when the test is done."""
    made = []

    def make(shown_id, *, size=(1366, 768), context=context, **more):
        page = RunPage(desk, folders, context, pulse, room)
        made.append(page)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show_session(shown_id, **more)
        page.show()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    yield make
    for page in made:
        page.leave()


@pytest.fixture
def said(context):
    """What was announced."""
    heard = []
    context.announcer.announced.connect(heard.append)
    return heard


@pytest.fixture
def stick(ask, tmp_path):
    """The folder that a person chooses to save in."""
    ask.folder = tmp_path / "stick"
    ask.folder.mkdir()
    return ask.folder
