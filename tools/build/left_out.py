"""What a build leaves out of Python, Qt and the libraries: parts that the app never calls."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

Entry = tuple[str, str, str]
"""A file of a build as PyInstaller knows it: where it will lie, where it is now, and its type."""

SECOND_WRITER = "typst"
"""The library that sets tagged PDFs, which is a third of a build; without it reportlab prints everything."""

MODULES = (
    # Tools of Python and of those who make libraries.
    *("tkinter", "unittest", "doctest", "pydoc", "pdb", "lib2to3", "ensurepip", "idlelib", "turtle"),
    *("setuptools", "pkg_resources", "_distutils_hack", "pip", "distutils", "venv", "test"),
    # Ways into a network, which the app does not have.
    *("PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtWebSockets"),
    # Parts of Qt with no widget of ours.
    *("PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtQuickWidgets", "PySide6.QtQuickControls2"),
    *("PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtDesigner", "PySide6.QtUiTools"),
    *("PySide6.QtHelp", "PySide6.QtTest", "PySide6.QtSql", "PySide6.QtXml", "PySide6.QtConcurrent"),
    # What libraries look for and do without.
    *("numpy", "pandas", "IPython", "matplotlib", "duckdb"),
    *("lxml.objectify", "PIL._avif", "PIL.AvifImagePlugin", "PIL._imagingtk"),
)
"""Modules that are not looked for."""

_PARTS_OF_QT = (
    *("Quick", "Qml", "VirtualKeyboard", "EglFS", "WlShell", "WaylandCompositor", "WaylandEglCompositor"),
    *("OpenGL", "Designer", "LabsStyleKit", "Pdf", "Sql", "Test", "Xml", "Concurrent"),
)
_PLUGINS = (
    *("egldeviceintegrations", "generic", "networkinformation", "sqldrivers", "tls", "vectorimageformats"),
    *("qmltooling", "designer", "wayland-graphics-integration-server", "xcbglintegrations"),
    r"platforms/(lib)?q(eglfs|linuxfb|minimal|minimalegl|vnc|vkkhrdisplay|direct2d)\.",
    *("platformthemes/libqgtk3", "platforminputcontexts/(lib)?qtvirtualkeyboard"),
    r"imageformats/(lib)?q(pdf|tiff|wbmp|tga|icns)\.",
)
_UNNEEDED = re.compile(
    "|".join(
        (
            # Only under their full names: Pillow has a libtiff of its own, and reportlab needs that.
            rf"(^|/)(lib)?Qt6?({'|'.join(_PARTS_OF_QT)})[\w]*(\.(so|dll|dylib)|\.framework|$)",
            rf"/plugins/({'|'.join(_PLUGINS)})",
            r"/opengl32sw\.dll$",
            # Of Qt's own translations, those of its tools.
            r"/translations/(?!qtbase_)",
            # The system's own must be used: it fits the driver of the graphics card.
            r"(^|/)lib(GL|EGL|GLX|GLdispatch|OpenGL|drm|gbm)\.so",
        )
    )
)


def is_needed(place: str) -> bool:
    """Whether a file that Qt or a library brings belongs into a build; ``place`` is where it would lie."""
    return not _UNNEEDED.search(place.replace("\\", "/"))


def needed(entries: Iterable[Entry], needs: Callable[[str], Iterable[str]]) -> list[Entry]:
    """Return the files of a Linux build, without the shared libraries that only what is left out asked for.

    ``needs`` names the libraries that a file is linked against.
    """
    kept = [entry for entry in entries if is_needed(entry[0])]
    waiting = [entry for entry in kept if not _is_only_asked_for(entry[0])]
    asked_for = {_name(entry): entry for entry in kept if _is_only_asked_for(entry[0])}
    reached: set[str] = set()
    while waiting:
        for name in needs(waiting.pop()[1]):
            if name in asked_for and name not in reached:
                reached.add(name)
                waiting.append(asked_for[name])
    return [entry for entry in kept if not _is_only_asked_for(entry[0]) or _name(entry) in reached]


def _is_only_asked_for(place: str) -> bool:
    """Whether a file is a shared library that lies there because another file is linked against it."""
    path = PurePosixPath(place)
    if path.name.startswith("libpython"):
        return False  # the two programs open it themselves
    return ".so." in path.name and (len(path.parts) == 1 or place.startswith("PySide6/Qt/lib/"))


def _name(entry: Entry) -> str:
    return PurePosixPath(entry[0]).name
