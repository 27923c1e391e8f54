"""Thousands of random but possible deeds through the real window."""

from __future__ import annotations

import gc
import sqlite3
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.closing import CloseStep
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.ui.closing.closing_page import ClosePage
from dialogue_desk.ui.core.route import PageName, Route
from tests.journeys.monkey import Desktop, Monkey, settle
from tests.ui.conftest import clock, dressed, theme
from tests.ui.sittings import laptop

__all__ = ["clock", "dressed", "laptop", "theme"]


@pytest.fixture
def desktop(qapp):
    desktop = Desktop()
    yield desktop
    desktop.leave()


def megabytes():
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    held = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS:"))
    return int(held.split()[1]) / 1024


def with_the_sample(laptop):
    sitting = laptop.start()
    inside = sitting.workspace
    inside.desk_actions.import_sample()
    coming = next(one for one in inside.pages.folders.entries() if one.phase is Phase.READY)
    inside.go(Route(PageName.RUN, coming.id))
    settle()
    return sitting


def whole(path):
    with sqlite3.connect(path) as desk:
        assert desk.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert desk.execute("PRAGMA foreign_key_check").fetchall() == []
    desk.close()


def live_for(monkey, qtbot, qtlog, deeds):
    """Let it do so many deeds; what goes wrong is told with the last of them."""
    with qtbot.captureExceptions() as wrong:
        for _ in range(deeds):
            try:
                monkey.act()
            except Exception as error:
                error.add_note("\n".join(monkey.last))
                raise
            assert not wrong, (wrong, monkey.last)
            warned = [one.message for one in qtlog.records if "does not support" not in one.message]
            assert not warned, (warned, monkey.last)


def piling_up(monkey, laptop, qtbot):
    """Return what the window has more of than one that has just been opened and gone to the same places."""
    sitting = monkey.sitting
    monkey.close_what_is_open()
    seen = widgets_everywhere(sitting, qtbot)
    laptop.stop(sitting)
    gc.collect()
    fresh = laptop.start()
    return seen - widgets_everywhere(fresh, qtbot)


def widgets_everywhere(sitting, qtbot):
    inside = sitting.workspace
    entries = inside.pages.folders.entries()
    inside.toast.hide()
    for place in (PageName.GUIDES, PageName.PREPARE, PageName.PROGRAM):
        inside.go(Route(place))
        settle()
    if entries:
        inside.go(Route(PageName.RUN, entries[0].id))
        settle()
        inside.go(Route(PageName.CLOSE, entries[0].id))
        for step in CloseStep:
            # Each pane is made when it is first shown.
            sitting.window.findChild(ClosePage).go_to(step)
            settle()
    inside.go(Route())
    qtbot.waitUntil(lambda: not sitting._worker.busy())
    settle()
    return len(QApplication.allWidgets())


@pytest.mark.parametrize("seed", [2])
def test_whatever_is_pressed_the_window_tells_the_truth(laptop, qtbot, qtlog, clock, desktop, seed):
    monkey = Monkey(with_the_sample(laptop), clock, seed)
    live_for(monkey, qtbot, qtlog, 400)
    assert monkey.looked > 5, monkey.did
    monkey.close_what_is_open()
    qtbot.waitUntil(lambda: not monkey.sitting._worker.busy())
    laptop.stop(monkey.sitting)
    whole(laptop.paths.desk)


@pytest.mark.soak
def test_ten_thousand_deeds_leave_no_trace_but_what_was_kept(laptop, qtbot, qtlog, clock, desktop):
    monkey = Monkey(with_the_sample(laptop), clock, 20260312)
    live_for(monkey, qtbot, qtlog, 3_000)
    gc.collect()
    warm = megabytes()
    live_for(monkey, qtbot, qtlog, 7_000)
    gc.collect()
    now = megabytes()
    assert now <= warm * 1.15, f"{warm:.0f} MB after 3,000 deeds, {now:.0f} MB after 10,000"
    more = piling_up(monkey, laptop, qtbot)
    whole(laptop.paths.desk)
    assert more <= 60, f"{more} widgets more than a fresh window has"
