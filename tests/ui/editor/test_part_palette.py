"""Every kind of part is offered with its minutes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.guide import PartKind
from dialogue_desk.ui.editor.part_palette import PaletteButton, PartPalette
from tests.ui.seen import button_saying, words_on


@pytest.mark.parametrize("scale", [100, 200])
def test_every_kind_is_a_button_that_tells_it(context, theme, qtbot, scale):
    theme.change(scale=scale)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1024, 700)
    window.show()
    palette = PartPalette(context, window)
    palette.open()
    assert len(palette.findChildren(PaletteButton)) == len(PartKind)
    assert "To begin with" in words_on(palette)
    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.mouseClick(button_saying(palette, "Pairs · 10 min"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["pairs"]


def test_the_kinds_are_as_wide_as_the_dialog(context, qtbot, qapp):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 700)
    window.show()
    palette = PartPalette(context, window)
    palette.open()
    qapp.processEvents()
    edges = [one.mapTo(palette, one.rect().topRight()).x() for one in palette.findChildren(PaletteButton)]
    assert max(edges) > palette.width() - 60
