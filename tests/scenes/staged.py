"""Brings about the gallery's scenes for tests."""

from itertools import count

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.words import Words
from tools.gallery.scene import LOOKS
from tools.gallery.scenes import SCENES
from tools.gallery.stage import Stage

KEY_SCENES = (
    "home",
    "prepare",
    "run-noting",
    "close-read-back",
    "privacy",
    "export",
    "program-themes",
    "settings",
)
"""The scenes of the ordinary suite: each kind of page once.  The others have the marker ``scenes``."""


def each_scene(*, only=lambda scene: True):
    """Run a test with every scene; those that are no key scenes have the marker ``scenes``."""
    return pytest.mark.parametrize(
        "scene",
        [
            pytest.param(scene, id=scene.name, marks=() if scene.name in KEY_SCENES else pytest.mark.scenes)
            for scene in SCENES
            if only(scene)
        ],
    )


class Staged:
    """Makes one stage at a time."""

    def __init__(self, theme, stock, folder):
        self._theme, self._stock, self._folder, self._numbers = theme, stock, folder, count()
        self.stage = self._alone = None

    def bring(self, scene, look="light"):
        """Return what the scene shows: the front window, or the widget that is drawn by itself."""
        self.close()
        self._change(look := LOOKS[look])
        mirrored = Qt.LayoutDirection.RightToLeft if look.mirrored else Qt.LayoutDirection.LeftToRight
        QApplication.setLayoutDirection(mirrored)
        folder = self._folder / str(next(self._numbers))
        folder.mkdir()
        self.stage = Stage(
            self._theme, Words(look.language), folder, self._stock, with_sample=scene.with_sample
        )
        self.stage.show(look.size)
        self._alone = scene.bring(self.stage)
        self.stage.settle()
        if self._alone is not None:
            self._alone.show()
            return self._alone
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.stage.window

    def wear(self, look):
        """Change colours and type to those of ``look`` while the scene is shown, as the settings do."""
        self._change(LOOKS[look])
        self.stage.settle()

    def _change(self, look):
        theme = self._theme
        if (theme.name, theme.scale, theme.wide) != (look.theme, look.scale, look.wide):
            theme.change(name=look.theme, scale=look.scale, wide=look.wide)

    def close(self):
        """End the scene."""
        if self._alone is not None and shiboken6.isValid(self._alone) and self._alone.isWindow():
            self._alone.close()
            self._alone.deleteLater()
        self._alone = None
        if self.stage is not None:
            self.stage.close()
            self.stage = None
            QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
