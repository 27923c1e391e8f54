import pytest

from dialogue_desk.domain.model.ids import MINUTE
from tests.ui.run.steps import go_on


@pytest.fixture
def running(run_page, session_id, qtbot):
    page = run_page(session_id)
    page.card.clock_button.click()
    return page


@pytest.fixture
def late(run_page, session_id, clock, qtbot):
    """A page in its fourth part, nine minutes late."""
    page = run_page(session_id)
    page.card.clock_button.click()
    for minutes in (12, 5, 21):
        go_on(page, clock, minutes)
    assert page.top.drift.text() == "9 min late: adjust the plan"
    return page


@pytest.fixture
def waiting(run_page, session_id, clock):
    """A page of a session that was to begin nine minutes ago."""
    clock.advance(9 * MINUTE)
    return run_page(session_id)
