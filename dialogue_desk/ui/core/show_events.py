"""Keeps errors in overrides of Qt's ``showEvent`` from crossing Qt."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from PySide6.QtGui import QShowEvent

Page = TypeVar("Page")


def reporting_errors(show_event: Callable[[Page, QShowEvent], None]) -> Callable[[Page, QShowEvent], None]:
    """Report an error in a ``showEvent`` at once, and let Qt go on showing.

    Qt sends the event in the middle of our own call of ``show``.  An error would wait until that returns,
    while Qt calls other overrides, and with an error that waits the first of them crashes the program.
    """

    @wraps(show_event)
    def reported(page: Page, event: QShowEvent) -> None:
        try:
            show_event(page, event)
        except Exception:  # noqa: BLE001  # whatever it is: it must not wait
            sys.excepthook(*sys.exc_info())

    return reported
