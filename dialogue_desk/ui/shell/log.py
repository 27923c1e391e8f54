"""The log of what went wrong, for those who fix it; it holds nothing that anybody wrote or said."""

from __future__ import annotations

import contextlib
import logging
import traceback
from collections.abc import Callable
from copy import copy
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from dialogue_desk.whole_file import keep_private, make_private_folder, open_private

MOST_BYTES = 1_000_000
"""A longer log is renamed when the app starts, and replaces the one that was renamed before."""

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

_Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class _LocationFormatter(logging.Formatter):
    """Writes where an error was raised and its type, but not its message, which may quote a note."""

    def format(self, record: logging.LogRecord) -> str:
        own = copy(record)
        own.exc_text = None  # another handler may have stored it with the message
        return super().format(own)

    def formatException(self, ei: _Raised) -> str:
        error = ei[1]
        lines: list[str] = []
        while error is not None:
            lines += traceback.format_tb(error.__traceback__)
            lines.append(f"{type(error).__module__}.{type(error).__qualname__}")
            error = error.__cause__ or error.__context__
        return "\n".join(line.rstrip() for line in lines)


class _PrivateFileHandler(logging.FileHandler):
    """Writes a log that is for its owner alone."""

    def _open(self) -> TextIOWrapper:
        return TextIOWrapper(open(self.baseFilename, "ab", opener=open_private), encoding=self.encoding)


def open_log(path: Path) -> logging.Handler:
    """Write the log to ``path`` from now on; without a log when the file cannot be made there."""
    handler: logging.Handler = logging.NullHandler()
    with contextlib.suppress(OSError):
        make_private_folder(path.parent)
        old = path.with_suffix(".old.txt")
        if path.exists() and path.stat().st_size > MOST_BYTES:
            with contextlib.suppress(OSError):  # on Windows another window has it open; then it grows on
                path.replace(old)
        keep_private(path, old)
        handler = _PrivateFileHandler(path, encoding="utf-8", delay=True)
    handler.setFormatter(_LocationFormatter("{asctime} {levelname} {name}: {message}", style="{"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return handler


def close_log(handler: logging.Handler) -> None:
    """Stop writing to the log."""
    logging.getLogger().removeHandler(handler)
    handler.close()


def redirect_qt_messages(on_end: Callable[[str], object] = str) -> None:
    """Send Qt's own messages to the log instead of a terminal that nobody sees.

    ``on_end`` gets the last one, after which Qt ends the program.
    """

    def redirect(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), message)
        if kind is QtMsgType.QtFatalMsg:
            on_end(message)

    qInstallMessageHandler(redirect)
