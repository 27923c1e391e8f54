"""Starts the app with its window."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.clock import Clock
from dialogue_desk.desk.paths import NAME, Paths
from dialogue_desk.ui.core.keep_awake import WakeLock
from dialogue_desk.ui.shell.application import Application
from dialogue_desk.ui.shell.binding import binding_is_sound
from dialogue_desk.ui.shell.log import close_log, open_log, redirect_qt_messages
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.words import Words

if TYPE_CHECKING:
    from argparse import Namespace

log = logging.getLogger(__name__)


def start(
    app: QApplication,
    paths: Paths,
    clock: Clock | None = None,
    theme: AppTheme | None = None,
    wake_lock: WakeLock | None = None,
) -> Application:
    """Show the window and return the application; its signal ``painted`` tells that the first page is shown.

    ``theme`` is one that ``app`` has already; None stands for the one in the settings.  The clock and what
    keeps the laptop awake are those of the system unless they are given.
    """
    application = Application(app, paths, clock, theme, wake_lock)
    application.window.show()
    return application


def main(argv: Sequence[str] | None = None) -> int:
    """Run the app until its window is closed, and return the exit code."""
    options = _options(argv)
    words = Words()
    if not binding_is_sound():
        return _refuse(
            words.tr(
                "This Python and this Qt do not work together, and Dialogue Desk would stop in the "
                "middle of a session. Install it again with: python3 dev.py run"
            )
        )
    if not _has_display():
        return _refuse(
            words.tr(
                "There is no display here to show a window on. Start Dialogue Desk from a desktop, or use "
                "its commands: dialogue-desk --help"
            )
        )
    paths = Paths.of_person(options.desk)
    handler = open_log(paths.log)
    redirect_qt_messages()
    app = QApplication(sys.argv[:1])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName(NAME)
    app.setDesktopFileName("dialogue-desk")
    application = start(app, paths)
    sys.excepthook = UncaughtErrors(application)
    if options.quit_when_painted:
        application.painted.connect(application.window.close)
    try:
        return app.exec()
    finally:
        sys.excepthook = sys.__excepthook__
        close_log(handler)


class UncaughtErrors:
    """Writes every error that is not caught to the log, and tells the person in a sentence."""

    def __init__(self, application: Application) -> None:
        self._application = application

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Handle one error, as ``sys.excepthook``."""
        if isinstance(error, KeyboardInterrupt):
            self._application.window.close()
            return
        log.error("not caught", exc_info=(kind, error, trace))
        self._application.show_error(error)


def _options(argv: Sequence[str] | None) -> Namespace:
    import argparse  # noqa: PLC0415  # only what is typed at a command line needs it

    parser = argparse.ArgumentParser(prog="dialogue-desk-window", description="Opens Dialogue Desk.")
    parser.add_argument("--desk", type=Path, metavar="FILE", help="the desk file to open instead of your own")
    parser.add_argument("--quit-when-painted", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args(argv)


def _has_display() -> bool:
    if sys.platform != "linux":
        return True
    named = os.environ.get("QT_QPA_PLATFORM", "")
    return bool(named or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _refuse(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return 2


if __name__ == "__main__":
    sys.exit(main())
