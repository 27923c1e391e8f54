"""A whole session by ear: the keys that are pressed, and what a reader says after each.

``tests/golden/listening.txt`` is to be read with the eyes closed: would you know where you are?  When it
changes for the better, ``LISTENING=write`` before the test's command writes it anew.
"""

import os
import re
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from dialogue_desk.domain.model.ids import MINUTE
from tests.journeys.listening import Listener
from tests.ui.conftest import dressed, theme
from tests.ui.sittings import laptop
from tools.gallery.stage import ten_to_seven
from tools.manual_clock import ManualClock
from tools.sample import sample_script

__all__ = ["dressed", "laptop", "theme"]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="written down on Linux")

GOLDEN = Path(__file__).parents[1] / "golden" / "listening.txt"
Key = Qt.Key


@pytest.fixture
def clock():
    return ManualClock(ten_to_seven(), sample_script().zone)


def whole_session(sitting, clock):
    """Go from the first start to the files of a session, and return what was heard."""
    ear = Listener(sitting.window, sitting._announcer)
    ear.lines.append(f"  == {sitting.window.windowTitle()}")
    ear.hear()
    ear.tab_to("Open the sample")
    ear.press(Key.Key_Return, called="Enter")
    ear.tab_to("Run")
    ear.press(Key.Key_Return, called="Enter: the session is opened")
    ear.press(Key.Key_Space, called="Space: it begins")
    ear.press(Key.Key_Tab, called="Tab: the notes of the part")
    go_on(ear, clock)
    ear.write("We want lights on the corner")
    ear.press(Key.Key_Return, called="Enter")
    ear.write("! ask the city for lights")
    ear.press(Key.Key_Return, called="Enter")
    ear.press(Key.Key_Escape, called="Escape: back to the session")
    ear.press(Key.Key_Plus, called="+: one minute more")
    ear.press(Key.Key_Minus, called="-: one minute less")
    ear.press(Key.Key_P, called="P: pause")
    ear.press(Key.Key_P, called="P: on again")
    for _ in range(9):
        go_on(ear, clock)
    for _ in range(8):
        ear.press(Key.Key_Tab, called="Tab")
    if "Wrap-up steps" not in ear.last:
        ear.tab_to("Wrap-up steps", anywhere=True)
    for _ in range(9):
        ear.press(Key.Key_Down, called="Down: the next step")
    ear.tab_to("Save", anywhere=True)
    return ear


def go_on(ear, clock):
    """Let five minutes pass, and go on to the next part."""
    clock.advance(5 * MINUTE)
    ear.press(Key.Key_PageDown, called="Page Down")


def test_a_session_is_heard_as_it_is_written_down(laptop, clock):
    sitting = laptop.start()
    sitting.window.showNormal()
    sitting.window.resize(1366, 768)
    ear = whole_session(sitting, clock)
    # Codes are drawn from ids, and those are others each time.
    heard = re.sub(r"\b[BCDFGHJKLMNPRSTVWXYZ]{3}[0-9]{2}\b", "KTR42", ear.text())
    if os.environ.get("LISTENING") == "write":
        GOLDEN.write_text(heard, encoding="utf-8")
    assert heard == GOLDEN.read_text(encoding="utf-8")
