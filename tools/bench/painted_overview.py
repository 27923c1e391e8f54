"""Starts the app on a desk file, goes to a program, and prints when its Overview could be read."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from dialogue_desk.app import start
from dialogue_desk.desk.paths import Paths
from dialogue_desk.ui.core.route import PageName, Route
from dialogue_desk.ui.program.overview import OverviewTab

_LOOKS_EACH = 5
"""Milliseconds."""


def main() -> None:
    """Show the Overview of the program that is named, until it is painted."""
    folder = Path(sys.argv[1])
    app = QApplication(sys.argv[:1])
    application = start(app, Paths(folder / "desk.db", folder / "settings.toml", folder / "log.txt"))
    look = QTimer(application)

    def open_program() -> None:
        assert application.workspace is not None, "Home was painted"
        application.workspace.go(Route(PageName.PROGRAM, sys.argv[2]))
        look.start(_LOOKS_EACH)

    def finish_when_there() -> None:
        overview = application.window.findChild(OverviewTab)
        if overview is not None and overview.isVisible():
            look.stop()
            application.window.repaint()
            sys.stdout.write(f"{time.time_ns()}\n")
            application.window.close()

    look.timeout.connect(finish_when_there)
    application.painted.connect(open_program)
    app.exec()


if __name__ == "__main__":
    main()
