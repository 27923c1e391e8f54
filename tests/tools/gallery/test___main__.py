"""The gallery draws what it is asked for, and every picture has something on it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from tools.gallery.__main__ import few_colors, main


@pytest.fixture(autouse=True)
def undressed(qapp):
    """Leave the application as other tests expect it."""
    flashing = qapp.cursorFlashTime()
    before = (qapp.palette(), qapp.font())
    yield
    qapp.setCursorFlashTime(flashing)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    qapp.setPalette(before[0])
    qapp.setFont(before[1])


def colours(picture):
    points = [(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)]
    return {picture.pixel(*point) for point in points}


def test_what_is_asked_for_is_drawn_and_shown_on_one_page(tmp_path, capsys):
    assert (
        main(["--only", "home-first", "run-ready", "moments-read", "--looks", "dark", "--out", str(tmp_path)])
        == 0
    )
    drawn = {path.name for path in tmp_path.glob("*.png")}
    assert drawn == {"home-first-dark.png", "run-ready-dark.png", "moments-read-dark.png"}
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    for name in drawn:
        picture = QImage(str(tmp_path / name))
        assert (picture.width(), picture.height()) == (1366, 768)
        assert len(colours(picture)) > 12, name
        assert f'src="{name}"' in page
    assert "<script" not in page


def test_the_same_scene_is_the_same_picture_each_time(tmp_path, capsys):
    for folder in ("one", "two"):
        assert main(["--only", "run-noting", "--looks", "small", "--out", str(tmp_path / folder)]) == 0
    name = "run-noting-small.png"
    assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_a_picture_of_few_colors_shows_the_same():
    picture = QImage(64, 64, QImage.Format.Format_RGB32)
    for x in range(64):
        for y in range(64):
            picture.setPixelColor(x, y, QColor(4 * x, 0, 255 - 4 * x))
    few = few_colors(picture)
    assert few.format() is QImage.Format.Format_Indexed8
    assert all(few.pixel(x, 9) == picture.pixel(x, 9) for x in range(64))
