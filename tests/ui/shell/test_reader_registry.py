import pytest
from PySide6.QtGui import QAccessible

from dialogue_desk.ui.shell.reader_registry import ReaderRegistry

ORCA_43 = '[Argument: (ss) ":1.0", "Object:StateChanged:Showing"], [Argument: (ss) ":1.0", "Focus::"]'
ORCA_48 = f'{ORCA_43}, [Argument: (ss) ":1.0", "Object:Announcement:"]'


@pytest.mark.parametrize(("events", "hears"), [(ORCA_43, False), (ORCA_48, True), ("", True)])
def test_a_reader_hears_announcements_when_it_listens_to_them(reader, events, hears):
    assert ReaderRegistry(lambda: events).hears_announcements() is hears


def test_the_answer_is_remembered_for_a_while(reader):
    asked = []
    registry = ReaderRegistry(lambda: asked.append(1) or ORCA_43)
    assert [registry.hears_announcements() for _ in range(3)] == [False] * 3
    assert len(asked) == 1


def test_without_a_reader_nobody_is_asked():
    QAccessible.setActive(False)
    asked = []
    assert ReaderRegistry(lambda: asked.append(1) or ORCA_43).hears_announcements()
    assert not asked
