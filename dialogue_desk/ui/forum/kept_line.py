"""A line whose words are kept when a person leaves it or presses Enter."""

from __future__ import annotations

from PySide6.QtCore import Signal

from dialogue_desk.domain.model.text import title_text
from dialogue_desk.ui.widgets.line_box import LineBox

_LONGEST = 200


class KeptLine(LineBox):
    """``kept(text)`` tells what is typed once it differs from what was shown; Escape brings that back."""

    kept = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown = ""
        self.setMaxLength(_LONGEST)
        self.editingFinished.connect(self.keep)
        self.escaped.connect(self._bring_back)

    def show_text(self, text: str) -> None:
        """Show another text; what a person is typing at the moment stays."""
        typing = self.hasFocus() and self.text() != self._shown
        if text != self._shown and not typing:
            self._shown = text
            self._bring_back()

    def keep(self) -> None:
        """Tell what was typed and not told yet."""
        typed = " ".join(title_text(self.text()).split())
        if typed != self._shown:
            self._shown = typed
            self.kept.emit(typed)

    def _bring_back(self) -> None:
        self.setText(self._shown)
        self.setCursorPosition(0)
