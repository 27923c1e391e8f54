"""Where keys are letters, and where they are shortcuts."""

import pytest
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTextEdit,
    QTimeEdit,
)

from dialogue_desk.ui.core.typing_focus import typing_in


@pytest.mark.parametrize("field", [QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QTimeEdit])
def test_a_person_types_in_a_field_of_text_or_numbers(qtbot, field):
    widget = field()
    qtbot.addWidget(widget)
    assert typing_in(widget)


@pytest.mark.parametrize("other", [QPushButton, QListView])
def test_a_button_and_a_list_leave_the_keys_to_the_shortcuts(qtbot, other):
    widget = other()
    qtbot.addWidget(widget)
    assert not typing_in(widget)


def test_nobody_types_when_nothing_has_the_focus():
    assert not typing_in(None)
