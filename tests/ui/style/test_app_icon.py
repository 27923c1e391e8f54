"""The window carries the app's icon."""

from __future__ import annotations

from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from dialogue_desk.ui.style.app_icon import app_icon


def test_it_is_there_in_small_and_in_large(qtbot: QtBot) -> None:
    sizes = app_icon().availableSizes()
    assert QSize(16, 16) in sizes
    assert QSize(512, 512) in sizes
