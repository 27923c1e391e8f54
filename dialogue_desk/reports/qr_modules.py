"""Codes for cameras (QR codes, ISO/IEC 18004) as squares that are dark or light."""

from __future__ import annotations

from reportlab.graphics.barcode.qr import QrCodeWidget

CODE_WIDE = 150.0
"""How wide a code is on paper, in points: a module of the largest key is more than a millimeter."""

_LEVEL = "Q"
"""A quarter of it may be stained or folded."""


def qr_modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return the rows of a code that says ``text``; True is dark."""
    code = QrCodeWidget(text, barLevel=_LEVEL).qr
    code.make()
    return tuple(tuple(map(bool, row)) for row in code.modules)
