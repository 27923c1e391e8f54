"""Runs a session that nobody touches, and prints its share of CPU time in percent and its memory."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.ids import RecordId
from tools.bench.evening import run_in_window

SETTLE_MS, WATCH_MS = 3_000, 10_000


def main() -> None:
    """Run the session named on the command line for a while."""
    folder, session = Path(sys.argv[1]), RecordId(sys.argv[2])
    app = QApplication(sys.argv[:1])
    application = run_in_window(app, folder, session)
    begun: list[tuple[float, float]] = []

    def watch() -> None:
        begun.append((time.process_time(), time.perf_counter()))

    def tell() -> None:
        cpu, wall = begun[0]
        share = (time.process_time() - cpu) / (time.perf_counter() - wall)
        sys.stdout.write(f"{share * 100:.3f} {_megabytes():.1f}\n")
        application.window.close()

    QTimer.singleShot(SETTLE_MS, watch)
    QTimer.singleShot(SETTLE_MS + WATCH_MS, tell)
    app.exec()


def _megabytes() -> float:
    """Return the memory of the process in megabytes; 0 when the system has no ``/proc``."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    held = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS:"))
    return int(held.split()[1]) / 1024


if __name__ == "__main__":
    main()
