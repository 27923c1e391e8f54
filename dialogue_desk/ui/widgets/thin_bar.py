"""A thin line that shows how far along something is."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar

_BITS = 31
"""So far Qt can count; two gigabytes of bytes are beyond that."""


class ThinBar(QProgressBar):
    """Shows ``done`` of ``total``; ``name`` is what it measures, for screen readers."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("role", "thin")
        self.setTextVisible(False)
        self.setAccessibleName(name)

    def show_progress(self, done: int, total: int) -> None:
        """Show ``done`` of ``total``, however large; a ``total`` of 0 means that it is not known."""
        beyond = max(0, total.bit_length() - _BITS)
        done, total = done >> beyond, total >> beyond
        if self.maximum() != total:
            self.setRange(0, total)
        self.setValue(max(0, min(done, total)))
