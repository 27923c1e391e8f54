"""What every test shares: a window system without a screen, one dressed application, nothing left behind."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from dialogue_desk.ui.theme import Theme


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_runtest_teardown(item):
    """Deliver the deletions that pytest-qt asked for: widgets would pile up and slow every restyle."""
    yield
    if QCoreApplication.instance():
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def dressed(qapp):
    """The theme of the whole run, applied once: fonts and style sheet are slow to set."""
    theme = Theme.load("light")
    theme.apply(qapp)
    return theme


@pytest.fixture
def theme(dressed):
    """The light theme at 100 %, whatever the last test made of it."""
    yield dressed
    if (dressed.name, dressed.scale) != ("light", 100):
        dressed.change(name="light", scale=100)
