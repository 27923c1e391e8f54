"""The floor of a start: an empty window of PySide6.  Prints when it was painted."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


class Page(QLabel):
    """A page that prints the time when it is painted."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and then end the program."""
        super().paintEvent(event)
        QTimer.singleShot(0, self._painted)

    def _painted(self) -> None:
        sys.stdout.write(f"{time.time_ns()}\n")
        QApplication.quit()


def main() -> None:
    """Show the window until it is painted."""
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(Page("Dialogue Desk"))
    window.resize(1366, 768)
    window.show()
    app.exec()


if __name__ == "__main__":
    main()
