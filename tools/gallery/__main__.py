"""Draws pictures of every screen and document: ``python3 dev.py gallery``."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.words import Words
from tools.gallery.documents import write_documents
from tools.gallery.index import write_index
from tools.gallery.scene import LOOKS, Look, Scene
from tools.gallery.scenes import SCENES
from tools.gallery.stage import Stage, Stock

ROOT = Path(__file__).resolve().parents[2]
FOR_README = {"run": "run", "close": "close", "program": "program-theme"}
"""The pictures of the README, and the scenes they show."""


def main(argv: Sequence[str] | None = None) -> int:
    """Draw what was asked for, and return the exit code."""
    options = _options(argv)
    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance()
    app = app if isinstance(app, QApplication) else QApplication(sys.argv[:1])
    app.setCursorFlashTime(0)  # a blinking cursor would make pictures differ
    theme = AppTheme.load("light")
    theme.apply(app)
    with TemporaryDirectory() as folder:
        stock = Stock(Path(folder))
        if options.readme:
            return _draw_for_readme(app, theme, stock)
        options.out.mkdir(parents=True, exist_ok=True)
        for look in options.looks:
            wanted = [one for one in SCENES if look in one.looks and _named(one.name, options.only)]
            draw(app, theme, stock, wanted, look, options.out)
        if _named("documents", options.only):
            write_documents(stock, options.out / "documents")
            if shutil.which("pdftoppm") is None:
                _say("There is no pdftoppm here, so the documents are there as files, without pictures.")
    _say(str(write_index(options.out)))
    return 0


def draw(
    app: QApplication, theme: AppTheme, stock: Stock, scenes: Sequence[Scene], look_name: str, out: Path
) -> None:
    """Draw scenes in one look, each in a window of its own, into the folder ``out``."""
    look = LOOKS[look_name]
    if scenes:
        _apply_look(app, theme, look)
    for scene in scenes:
        path = out / f"{scene.name}-{look_name}.png"
        _draw_one(theme, stock, scene, look, path)
        _say(path.name)


def _draw_one(theme: AppTheme, stock: Stock, scene: Scene, look: Look, path: Path) -> None:
    with TemporaryDirectory() as folder:
        stage = Stage(theme, Words(look.language), Path(folder), stock, with_sample=scene.with_sample)
        try:
            stage.show(look.size)
            alone = scene.bring(stage)
            picture = stage.picture() if alone is None else alone.grab()
            # 0 is the strongest compression, without loss.
            if not picture.save(str(path), "PNG", 0):
                raise OSError(f"{path} could not be written")
        finally:
            stage.close()


def _apply_look(app: QApplication, theme: AppTheme, look: Look) -> None:
    direction = Qt.LayoutDirection.RightToLeft if look.mirrored else Qt.LayoutDirection.LeftToRight
    app.setLayoutDirection(direction)
    theme.change(name=look.theme, scale=look.scale, wide=look.wide)


def _draw_for_readme(app: QApplication, theme: AppTheme, stock: Stock) -> int:
    look = LOOKS["light"]
    _apply_look(app, theme, look)
    for name, scene_name in FOR_README.items():
        scene = next(scene for scene in SCENES if scene.name == scene_name)
        path = ROOT / "docs" / "pictures" / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        _draw_one(theme, stock, scene, look, path)
        few_colors(QImage(str(path))).save(str(path), quality=0)
        _say(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1024} KB")
    return 0


def few_colors(picture: QImage) -> QImage:
    """Return ``picture`` in its 256 most frequent colors, which is a third of the size and looks the same."""
    whole = picture.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(whole.constBits()).cast("I"))
    colors = [colour for colour, _ in counted.most_common(256)]
    return whole.convertToFormat(
        QImage.Format.Format_Indexed8, colors, Qt.ImageConversionFlag.ThresholdDither
    )


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py gallery", description="Draws every screen and document.")
    parser.add_argument(
        "--only",
        nargs="+",
        metavar="NAME",
        help="scenes by the beginning of their names; documents for the documents",
    )
    parser.add_argument("--looks", nargs="+", choices=LOOKS, default=list(LOOKS), help="in these looks only")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "gallery", help="a folder")
    parser.add_argument("--readme", action="store_true", help="draw the pictures of the README instead")
    return parser.parse_args(argv)


def _named(name: str, wanted: Sequence[str] | None) -> bool:
    return wanted is None or name.startswith(tuple(wanted))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
