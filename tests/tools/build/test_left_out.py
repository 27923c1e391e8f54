"""What a build leaves out of Qt and the libraries, and what it must keep."""

from __future__ import annotations

import pytest

from tools.build.left_out import is_needed, needed


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/lib/libQt6Widgets.so.6",
        "PySide6/Qt/lib/libQt6XcbQpa.so.6",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/translations/qtbase_es.qm",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6\\Qt6Widgets.dll",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/Qt/lib/QtWidgets.framework/Versions/A/QtWidgets",
        "pillow.libs/libtiff-20b7e810.so.6.3.0",
        "libxcb-cursor.so.0",
        "dialogue_desk/data/languages/es/LC_MESSAGES/dialogue_desk.mo",
    ],
)
def test_what_the_app_calls_stays(place):
    assert is_needed(place)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt/lib/libQt6QmlModels.so.6",
        "PySide6/Qt/lib/QtQuick.framework/Versions/A/QtQuick",
        "PySide6\\Qt6Quick.dll",
        "PySide6\\opengl32sw.dll",
        "PySide6\\plugins\\tls\\qopensslbackend.dll",
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/plugins/platforms/libqminimalegl.so",
        "PySide6/Qt/plugins/imageformats/libqtiff.so",
        "PySide6/Qt/translations/designer_es.qm",
        "libEGL.so.1",
        "libGL.so.1",
    ],
)
def test_what_nobody_calls_goes(place):
    assert not is_needed(place)


def test_a_library_that_only_what_went_asked_for_goes_too():
    linked = {
        "qxcb": ["libxcb-cursor.so.0", "libc.so.6"],
        "cursor": ["libxcb-util.so.1"],
        "util": [],
        "qgtk3": ["libcairo.so.2"],
        "cairo": [],
        "python": [],
    }
    entries = [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "qxcb", "BINARY"),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", "qgtk3", "BINARY"),
        ("libxcb-cursor.so.0", "cursor", "BINARY"),
        ("libxcb-util.so.1", "util", "BINARY"),
        ("libcairo.so.2", "cairo", "BINARY"),
        ("libpython3.11.so.1.0", "python", "BINARY"),
    ]
    kept = {place for place, _, _ in needed(entries, linked.__getitem__)}
    assert kept == {
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "libxcb-cursor.so.0",
        "libxcb-util.so.1",
        "libpython3.11.so.1.0",  # the programs open it themselves
    }
