"""A box for several words or names, one on each line."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QPlainTextEdit

from dialogue_desk.domain.model.text import normalized


class LinesBox(QPlainTextEdit):
    """Holds lines; Tab leads out of it."""

    def __init__(self, lines: Iterable[str] = ()) -> None:
        super().__init__("\n".join(lines))
        self.setTabChangesFocus(True)

    def show_lines(self, lines: Iterable[str]) -> None:
        """Let it hold these."""
        self.setPlainText("\n".join(lines))

    def lines(self) -> tuple[str, ...]:
        """Return what stands in it, each once: ``toPlainText`` would change spaces that do not break."""
        written = normalized(self.document().toRawText()).splitlines()
        return tuple(dict.fromkeys(line for one in written if (line := one.strip())))
