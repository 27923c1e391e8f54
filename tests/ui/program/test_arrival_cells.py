from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from dialogue_desk.domain.overview.arrivals import Sign
from dialogue_desk.ui.program.arrival_cells import Cell, paint_session


def painted(theme, *signs, missing=False, mirrored=False):
    image = QImage(44, 24, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    cell = Cell("", "", missing=missing, figure="9", signs=frozenset(signs))
    paint_session(painter, theme, QRectF(1, 1, 42, 22), cell, mirrored=mirrored)
    painter.end()
    return image


@pytest.fixture
def colourless(theme):
    tokens = theme.tokens
    ink, soft = tokens.ink, tokens.accent_soft
    theme.tokens = replace(tokens, warn=ink, accent=ink, muted=ink, warn_soft=soft, surface="#FFFFFF")
    return theme


def test_every_sign_is_told_apart_without_colour(colourless):
    cells = [painted(colourless), painted(colourless, missing=True)]
    cells += [painted(colourless, sign, missing=sign is Sign.GAP) for sign in Sign]
    assert all(one != other for place, one in enumerate(cells) for other in cells[:place])


def test_what_is_in_a_corner_changes_sides_in_a_mirrored_window(theme):
    other = painted(theme, Sign.OTHER_GUIDE)
    assert painted(theme, Sign.OTHER_GUIDE, mirrored=True) != other
    assert painted(theme, mirrored=True) == painted(theme)
