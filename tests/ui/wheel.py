"""The wheel of a mouse, turned over a widget."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

BY_WHEEL = 0x4
"""The bit of a focus policy with which Qt brings the keyboard to what the wheel is turned over."""


def turn_wheel(widget, by=120):
    """Turn the wheel over ``widget``, up by 120 a notch; return the event, which whoever used it accepted."""
    at = QPointF(widget.rect().center())
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    turned = QWheelEvent(
        at, widget.mapToGlobal(at), QPoint(), QPoint(0, by), *none, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(widget, turned)
    return turned


def roll_over(widget, by):
    """Turn the wheel of the mouse over ``widget`` in its window, as a hand does: Qt finds who uses it."""
    window = widget.window()
    at = widget.mapTo(window, widget.rect().center())
    QTest.wheelEvent(window.windowHandle(), QPointF(at), QPoint(0, by))
    QApplication.processEvents()
