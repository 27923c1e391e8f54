import pytest
from PySide6.QtGui import QAccessible

from dialogue_desk.ui.shell.reader_registry import ReaderRegistry

ORCA_43 = '[Argument: (ss) ":1.0", "Object:StateChanged:Showing"], [Argument: (ss) ":1.0", "Focus::"]'
ORCA_48 = f'{ORCA_43}, [Argument: (ss) ":1.0", "Object:Announcement:"]'


def reader_runs():
    """Not asked of Qt, which in 6.9 believes nobody but its own bridge to readers."""
    return True


@pytest.mark.parametrize(("events", "hears"), [(ORCA_43, False), (ORCA_48, True), ("", True)])
def test_a_reader_hears_announcements_when_it_listens_to_them(events, hears):
    assert ReaderRegistry(lambda: events, reader_runs).hears_announcements() is hears


def test_the_answer_is_remembered_for_a_while():
    asked = []
    registry = ReaderRegistry(lambda: asked.append(1) or ORCA_43, reader_runs)
    assert [registry.hears_announcements() for _ in range(3)] == [False] * 3
    assert len(asked) == 1


def test_it_is_qt_that_knows_whether_a_reader_runs(reader):
    if not QAccessible.isActive():
        pytest.skip("Qt 6.9 believes only a reader that runs")
    assert not ReaderRegistry(lambda: ORCA_43).hears_announcements()


def test_without_a_reader_nobody_is_asked():
    QAccessible.setActive(False)
    asked = []
    assert ReaderRegistry(lambda: asked.append(1) or ORCA_43).hears_announcements()
    assert not asked
