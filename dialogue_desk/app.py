"""Starts the app with its window."""

from __future__ import annotations

import logging
import os
import signal
import sys
from collections.abc import Sequence
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NoReturn

from dialogue_desk import __version__
from dialogue_desk.exchange.file_trouble import missing_part
from dialogue_desk.file_patterns import expanded
from dialogue_desk.installation import Installation
from dialogue_desk.newer_version import has_shown, start_newer
from dialogue_desk.ui.shell.last_word import take_back, tell
from dialogue_desk.ui.shell.start_refusals import (
    import_sentence,
    no_display_sentence,
    no_home_sentence,
    platform_sentence,
    stopped_sentence,
    unknown_fault_sentence,
)
from dialogue_desk.words import Words
from dialogue_desk.words.system_language import system_language

if TYPE_CHECKING:
    from argparse import Namespace

    from PySide6.QtWidgets import QApplication

    from dialogue_desk.desk.clock import Clock
    from dialogue_desk.desk.paths import Paths
    from dialogue_desk.ui.core.keep_awake import WakeLock
    from dialogue_desk.ui.shell.application import Application
    from dialogue_desk.ui.shell.main_window import MainWindow
    from dialogue_desk.ui.style.theme import AppTheme

log = logging.getLogger(__name__)

CANNOT_START = 2


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
    from dialogue_desk.ui.shell.application import Application  # noqa: PLC0415  # Qt may be what is missing

    application = Application(app, paths, clock, theme, wake_lock)
    application.file_requests.called.connect(application.window.come_forward)
    application.window.show()
    return application


def main(argv: Sequence[str] | None = None) -> int:
    """Run the app until its window is closed, and return the exit code."""
    words = Words(system_language(os.environ))
    try:
        here = Installation.here()
        code = start_newer(here, sys.argv[1:] if argv is None else argv, window=True)
        if code is not None:
            return code
        options = _options(argv, words)
        if not _has_display():
            return _refuse(no_display_sentence(words))
        return _run(options, words, here)
    except ImportError as error:
        return _refuse(import_sentence(error, words))
    except Exception as error:  # noqa: BLE001  # a program without a console would end without a word
        told = sys.excepthook if isinstance(sys.excepthook, EarlyErrors) else EarlyErrors(words)
        told(type(error), error, error.__traceback__)
        return CANNOT_START


def _run(options: Namespace, words: Words, here: Installation) -> int:
    """Open the window and run until it is closed.

    Raises:
        ImportError: when a library is missing, of ours or of the system's.
    """
    # Qt and the libraries are loaded here, so that there is somebody to say what is missing.
    from dialogue_desk.desk.paths import NAME, Paths  # noqa: PLC0415
    from dialogue_desk.storage.settings import SettingsFile  # noqa: PLC0415
    from dialogue_desk.ui.shell.binding import binding_is_sound  # noqa: PLC0415
    from dialogue_desk.ui.shell.file_requests import FileOpeningApplication  # noqa: PLC0415
    from dialogue_desk.ui.shell.log import close_log, open_log, redirect_qt_messages  # noqa: PLC0415

    if not binding_is_sound():
        return _refuse(
            words.tr(
                "This Python and this Qt do not work together, and Dialogue Desk would stop in the "
                "middle of a session. Install it again with: python3 dev.py run"
            )
        )
    try:
        paths = Paths.of_person(options.desk)
    except RuntimeError:
        return _refuse(no_home_sentence(words))
    words = Words(SettingsFile(paths.settings).read().language or words.language)
    handler = open_log(paths.log)
    sys.excepthook = EarlyErrors(words, paths.log)
    redirect_qt_messages(partial(_end_without_window, words))
    app = FileOpeningApplication(sys.argv[:1])
    redirect_qt_messages(lambda _: _end(stopped_sentence(words)))
    app.setApplicationName(NAME)
    app.setApplicationDisplayName(NAME)
    app.setDesktopFileName("dialogue-desk")
    try:
        application = start(app, paths)
    except ImportError:
        raise
    except Exception as error:
        log.exception("not started")
        part = missing_part(error, words) if isinstance(error, OSError) else ""
        return _refuse(part or unknown_fault_sentence(paths.log, words))
    app.asked.connect(application.file_requests.give)
    application.file_requests.give(tuple(map(Path, expanded(options.files))))
    application.painted.connect(partial(_tell_system_again, words.language))
    take_back()
    sys.excepthook = UncaughtErrors(application)
    _close_on_interrupt(application.window)
    application.painted.connect(partial(has_shown, here))
    if options.quit_when_painted:
        application.painted.connect(application.window.close)
    try:
        return app.exec()
    finally:
        sys.excepthook = sys.__excepthook__
        close_log(handler)


def _close_on_interrupt(window: MainWindow) -> None:
    """Have Ctrl-C in a terminal close the window, as soon as what is being done is done.

    Python's own way raises an error wherever it is, also in what Qt calls while it lays out a page; there
    the program can die of it.  Who starts the app so that it is not interrupted is left alone.
    """
    from PySide6.QtCore import QTimer  # noqa: PLC0415  # Qt may be what is missing

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, lambda *_: QTimer.singleShot(0, window.close))


def _tell_system_again(language: str) -> None:
    """Have the system find the app where it is now, if its folder was moved."""
    from dialogue_desk.desk.file_types.registration import tell_system_again  # noqa: PLC0415  # not before

    tell_system_again(language)


class EarlyErrors:
    """Writes errors before there is a window to the log, and tells the person of the first one.

    A program without a console has nowhere else to say anything: it would end, or go on half made, and
    nobody would know.  ``log_file`` is None as long as nothing is logged.
    """

    def __init__(self, words: Words, log_file: Path | None = None) -> None:
        self._words, self._log_file = words, log_file
        self._told = False

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Handle one error, as ``sys.excepthook``."""
        log.error("not caught before the window", exc_info=(kind, error, trace))
        if not self._told and not isinstance(error, KeyboardInterrupt):
            self._told = True
            tell(unknown_fault_sentence(self._log_file, self._words))


class UncaughtErrors:
    """Writes every error that is not caught to the log, and tells the person in a sentence."""

    def __init__(self, application: Application) -> None:
        self._application = application

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Handle one error, as ``sys.excepthook``."""
        log.error("not caught", exc_info=(kind, error, trace))
        self._application.show_error(error)


def _options(argv: Sequence[str] | None, words: Words) -> Namespace:
    import argparse  # noqa: PLC0415  # only what is typed at a command line needs it

    tr = words.tr
    parser = argparse.ArgumentParser(
        "dialogue-desk-window", description=tr("Opens the window."), add_help=False
    )
    to_name, options = parser.add_argument_group(tr("what to name")), parser.add_argument_group(tr("options"))
    to_name.add_argument("files", nargs="*", metavar="FILE", help=tr("packages and guides to open"))
    own = tr("the desk file to open instead of your own")
    options.add_argument("--desk", type=Path, metavar="FILE", help=own)
    version = f"Dialogue Desk {__version__}"
    options.add_argument("--version", action="version", version=version, help=tr("show the version"))
    options.add_argument("-h", "--help", action="help", help=tr("show this help"))
    options.add_argument("--quit-when-painted", action="store_true", help=argparse.SUPPRESS)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # an old console may lack a letter of the help
    return parser.parse_args(argv)


def _has_display() -> bool:
    if sys.platform != "linux":
        return True
    named = os.environ.get("QT_QPA_PLATFORM", "")
    return bool(named or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _refuse(sentence: str) -> int:
    tell(sentence)
    return CANNOT_START


def _end_without_window(words: Words, heard: str) -> NoReturn:
    """Say why Qt cannot show a window; Qt ends the program as soon as it has told its reason."""
    from PySide6.QtCore import QLibraryInfo  # noqa: PLC0415

    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforms")
    _end(platform_sentence(plugins, os.environ, heard, words))


def _end(sentence: str) -> NoReturn:
    tell(sentence)
    # Qt aborts when this returns, which looks like a crash and may write the memory, notes and all, to disk.
    os._exit(CANNOT_START)


if __name__ == "__main__":
    sys.exit(main())
