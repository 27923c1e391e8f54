"""The icons that ship are those of the drawings, in every size a system asks for."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from pytestqt.qtbot import QtBot

from tools.icons.icon_files import DRAWINGS, ICONS, SIZES, picture, write_icons

_SAME = 2.0
"""So much may differ, of 255: another Qt smooths edges a little differently."""


def _difference(one: Image.Image, other: Image.Image) -> float:
    return max(ImageStat.Stat(ImageChops.difference(one.convert("RGBA"), other)).mean)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", DRAWINGS)
def test_each_picture_is_the_drawing_of_today(name: str, size: int, qtbot: QtBot) -> None:
    shipped = Image.open(ICONS / f"{name}-{size}.png")
    assert shipped.size == (size, size)
    assert _difference(shipped, picture(ICONS / f"{name}.svg", size)) < _SAME


@pytest.mark.parametrize("name", DRAWINGS)
def test_windows_and_macos_get_all_sizes_in_one_file(name: str, qtbot: QtBot) -> None:
    with Image.open(ICONS / f"{name}.ico") as for_windows, Image.open(ICONS / f"{name}.icns") as for_macs:
        assert {(16, 16), (32, 32), (48, 48), (256, 256)} <= for_windows.info["sizes"]
        assert {(16, 16, 2), (128, 128, 1), (512, 512, 2)} <= set(for_macs.info["sizes"])
        for_windows.size = (32, 32)
        assert _difference(for_windows, picture(ICONS / f"{name}.svg", 32)) < _SAME


def test_the_app_and_a_file_are_told_apart_at_the_smallest_size(qtbot: QtBot) -> None:
    app, file = (picture(ICONS / f"{name}.svg", 16) for name in DRAWINGS)
    assert _difference(app, file) > 40


def test_the_same_drawing_makes_the_same_bytes(tmp_path: Path, qtbot: QtBot) -> None:
    made = []
    for folder in (tmp_path / "one", tmp_path / "two"):
        folder.mkdir()
        write_icons(ICONS / "dialogue-desk.svg", folder)
        made.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert made[0] == made[1]
    assert len(made[0]) == len(SIZES) + 2
