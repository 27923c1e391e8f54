"""What the window's code never does."""

import re
from pathlib import Path

import pytest

import dialogue_desk.ui

SOURCES = sorted(Path(dialogue_desk.ui.__file__).parent.rglob("*.py"))


SIZED_BY_THE_ROOM = {
    "theme.py",
    "ring.py",
    "room_display.py",
    "spacing.py",
}
"""Where type is as large as there is room for, and not of the six sizes."""


@pytest.mark.parametrize(
    ("habit", "allowed_in"),
    [
        (r"\.setStyleSheet\(", {"theme.py"}),
        (r"\bQThread\b", set()),
        (r"\bprocessEvents\(", set()),
        (r"\.exec\(", set()),
        (r"\.setPointSize", set()),
        (r"\.setPixelSize\(", SIZED_BY_THE_ROOM),
        (r"#[0-9A-Fa-f]{6}\b", set()),
    ],
)
def test_a_habit_that_costs_later_is_kept_out(habit, allowed_in):
    assert len(SOURCES) > 20
    found = {file.name for file in SOURCES if re.search(habit, file.read_text(encoding="utf-8"))}
    assert found == allowed_in
