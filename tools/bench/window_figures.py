"""What a person waits for in the window: the start and the keys; and what a running session costs."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.clock import SystemClock
from dialogue_desk.domain.model.ids import SECOND, RecordId
from dialogue_desk.ui.run.live_session_controller import SessionController
from tools.bench.crowd import EVENING
from tools.bench.evening import press, run_in_window, sample_desk, settle
from tools.bench.figures import Figure, middle_and_worst, milliseconds
from tools.manual_clock import ManualClock

STARTS, ROUNDS = 7, 16
TWO_HOURS = 7_200
PARTS = 9
"""How many parts the sample's coming session has."""


def window_figures(folder: Path) -> Iterator[Figure]:
    """Yield the figures, working in ``folder``."""
    for name in ("start", "next", "idle", "hours"):
        (folder / name).mkdir()
    _keep_what_is_compiled(folder / "compiled")
    sample_desk(folder / "start" / "desk.db", SystemClock())
    yield _start(folder / "start")
    yield from _idle(folder / "idle", sample_desk(folder / "idle" / "desk.db", SystemClock()))
    yield from _next(folder / "next")
    yield _two_hours(folder / "hours")


def _keep_what_is_compiled(folder: Path) -> None:
    """Let later processes find their code compiled, as in an installed app."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder)


def _start(folder: Path) -> Figure:
    ours: list[float] = []
    bare: list[float] = []
    for run in range(STARTS + 1):
        found = until_painted("tools.bench.painted_home", str(folder))
        floor = until_painted("tools.bench.bare_window")
        if run:
            ours.append(found)
            bare.append(floor)
    middle, worst = middle_and_worst(ours)
    least = middle_and_worst(bare)[0]
    return Figure(
        "process start to painted Home with the sample",
        "ms",
        middle,
        worst,
        "within 2x its floor and under 700 ms",
        middle <= 2 * least and middle < 700,
        "a bare PySide6 window",
        least,
    )


def _idle(folder: Path, session: RecordId) -> Iterator[Figure]:
    cpu, memory = map(float, _output("tools.bench.idle_hour", str(folder), session).split())
    yield Figure("idle with the timer running", "% of a core", cpu, cpu, "under 1.5 %", cpu < 1.5)
    yield Figure("memory then", "MB", memory, memory, "under 160 MB", memory < 160)


def _next(folder: Path) -> Iterator[Figure]:
    """Measure Next up to the last part and Back to the first, from each press until it is painted."""
    clock = ManualClock(EVENING, -240)
    session = sample_desk(folder / "desk.db", clock)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication), "the bench has a window system"
    application = run_in_window(app, folder, session, clock)
    times: list[float] = []
    worked: list[float] = []
    for _ in range(ROUNDS):
        for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            for _ in range(PARTS - 1):
                clock.advance(SECOND)
                before = time.process_time_ns()
                times.append(milliseconds(lambda key=key: press(app, key)))  # type: ignore[misc]
                worked.append((time.process_time_ns() - before) / 1e6)
    application.window.close()
    middle, worst = middle_and_worst(times)
    yield Figure("Next or Back to painted", "ms", middle, worst, "under 33 ms at 99 %", worst < 33)
    # Other programs on this computer lengthen the first and not the second.
    yield Figure("of that at work", "ms of CPU", *middle_and_worst(worked), "told, no aim", reached=True)


def _two_hours(folder: Path) -> Figure:
    """Measure a whole session, each second painted, as fast as the window can."""
    clock = ManualClock(EVENING, -240)
    session = sample_desk(folder / "desk.db", clock)
    app = QApplication.instance()
    assert isinstance(app, QApplication), "it was made before"
    application = run_in_window(app, folder, session, clock)
    player = application.window.findChild(SessionController)
    assert player is not None, "a session is run"
    before = time.perf_counter()
    for second in range(TWO_HOURS):
        clock.advance(SECOND)
        player.tick()
        settle()
        if second % (TWO_HOURS // PARTS) == 0 and second:
            press(app, Qt.Key.Key_PageDown)
    took = time.perf_counter() - before
    application.window.close()
    return Figure("two hours, each second painted", "s", took, took, "told, no aim", reached=True)


def until_painted(module: str, *arguments: str) -> float:
    """Return the milliseconds from the start of a process until it prints that it is painted."""
    before = time.time_ns()
    return (int(_output(module, *arguments)) - before) / 1e6


def _output(module: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        env=os.environ | {"QT_LOGGING_RULES": "*=false"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=True,
    )
    return done.stdout.strip()
