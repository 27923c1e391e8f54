"""Starts the app on a desk file and prints when Home was painted."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from dialogue_desk.app import start
from dialogue_desk.desk.paths import Paths


def main() -> None:
    """Show Home until it is painted."""
    folder = Path(sys.argv[1])
    app = QApplication(sys.argv[:1])
    application = start(app, Paths(folder / "desk.db", folder / "settings.toml", folder / "log.txt"))

    def painted() -> None:
        sys.stdout.write(f"{time.time_ns()}\n")
        application.window.close()

    application.painted.connect(painted)
    app.exec()


if __name__ == "__main__":
    main()
