"""A program page with a believable program, and how to wait for it."""

import pytest

from dialogue_desk.ui.program.program_page import ProgramPage
from tests.ui.program.filled import fill


@pytest.fixture
def program(desk, shelf):
    return fill(desk, shelf)


@pytest.fixture
def page(desk, folders, context, qtbot):
    page = ProgramPage(desk, folders, context)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    qtbot.waitExposed(page)
    return page


@pytest.fixture
def settled(page, context, qtbot):
    """Wait until the page shows what the desk says."""

    def wait():
        qtbot.waitUntil(
            lambda: not context.worker.busy() and page._reader._job is None and not page._reader._stale
        )

    return wait


@pytest.fixture
def filled(page, program, settled):
    page.show_program(program)
    settled()
    return page


@pytest.fixture
def tab(filled, settled):
    """The theme workbench of that program."""
    filled.open_section(filled.sections.themes)
    settled()
    return filled.sections.themes
