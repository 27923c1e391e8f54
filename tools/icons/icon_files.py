"""Icons as each system wants them: PNG for Linux, one .ico for Windows, one .icns for macOS."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).parents[2] / "resources" / "icons" / "app"
DRAWINGS = ("dialogue-desk", "dialogue-desk-file")
"""The app itself, and a file that it opens."""
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
_ICO_SIZES = tuple(size for size in SIZES if size <= 256)
"""Windows reads no larger ones."""


def write_icons(drawing: Path, to: Path) -> None:
    """Write a drawing in every size and form into a folder.

    Raises:
        OSError: when it cannot be read or written.
    """
    drawn = {size: picture(drawing, size) for size in (*SIZES, 1024)}
    for size in SIZES:
        drawn[size].save(to / f"{drawing.stem}-{size}.png", optimize=True)
    drawn[256].save(
        to / f"{drawing.stem}.ico",
        sizes=[(size, size) for size in _ICO_SIZES],
        append_images=[drawn[size] for size in _ICO_SIZES],
    )
    drawn[1024].save(to / f"{drawing.stem}.icns", append_images=[drawn[size] for size in SIZES])


def picture(drawing: Path, size: int) -> Image.Image:
    """Return a drawing as a square picture."""
    image = QImage(size, size, QImage.Format.Format_RGBA8888)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    return Image.frombytes(
        "RGBA", (size, size), bytes(image.constBits()), "raw", "RGBA", image.bytesPerLine()
    )
