"""A small act of the form for notes: a few quiet words, close beside others."""

from __future__ import annotations

from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight


class SmallAct(Button):
    """A quiet button that takes little more room than its words."""

    def __init__(self, theme: AppTheme, text: str) -> None:
        super().__init__(theme, text, weight=Weight.QUIET)

    def _chrome_width(self) -> int:
        return 2 * Space.HAIR
