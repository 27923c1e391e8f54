import re

import pytest
from dialogue_desk.ui.style.icons import MIRRORED, Icons
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from dialogue_desk.resources import resource

NAMES = sorted(file.stem for file in resource("icons").glob("*.svg"))


def painted(name, *, mirrored=False):
    picture = QImage(24, 24, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(QColor("white"))
    with QPainter(picture) as painter:
        Icons().draw(painter, QRectF(0, 0, 24, 24), name, "#0B6363", mirrored=mirrored)
    return picture


def darkness(picture):
    """Return where the middle of the ink lies, from the left."""
    ink = {(x, y): 255 - QColor(picture.pixel(x, y)).lightness() for x in range(24) for y in range(24)}
    return sum((x + 0.5) * dark for (x, _), dark in ink.items()) / sum(ink.values())


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_of_the_family_and_leaves_a_mark_in_its_colour(qapp, name):
    drawn = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in drawn and 'stroke="currentColor"' in drawn
    assert re.search(r'stroke-width="(1\.9|2\.8)"', drawn)
    picture = painted(name)
    inked = [
        QColor(picture.pixel(x, y)) for x in range(24) for y in range(24) if picture.pixel(x, y) != 0xFFFFFFFF
    ]
    assert len(inked) > 20 or name == "more"
    darkest = min(inked, key=QColor.lightness)
    assert abs(darkest.hslHue() - QColor("#0B6363").hslHue()) < 8


def test_what_points_forward_turns_round_from_right_to_left(qapp):
    assert set(NAMES) >= MIRRORED
    for name in MIRRORED:
        turned = darkness(painted(name, mirrored=True))
        plain = darkness(painted(name))
        assert turned == pytest.approx(24 - plain, abs=0.5), name


def test_other_icons_stay_as_they_are(qapp):
    assert painted("search", mirrored=True) == painted("search")


def test_an_icon_for_a_menu_is_made_once_and_sharp_on_fine_screens(qapp):
    icons = Icons()
    icon = icons.icon("home", "#1B2330")
    assert icons.icon("home", "#1B2330") is icon
    assert icon.pixmap(20, 20).size().width() >= 20
    assert {size.width() for size in icon.availableSizes()} >= {20, 40}


def test_an_icon_that_is_not_there_is_an_error(qapp):
    with pytest.raises(FileNotFoundError):
        painted("unicorn")
