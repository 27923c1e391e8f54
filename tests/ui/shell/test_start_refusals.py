"""What a start without a window says: what is missing, by its name, and what to do."""

from __future__ import annotations

import sys

import pytest

from dialogue_desk.ui.shell.start_refusals import import_sentence, platform_sentence
from dialogue_desk.words import Words

WORDS = Words()


@pytest.fixture(autouse=True)
def on_linux(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")


@pytest.fixture
def plugins(tmp_path):
    """A folder with plug-ins, which nothing can load."""
    for name in ("xcb", "wayland", "offscreen"):
        (tmp_path / f"libq{name}.so").touch()
    return tmp_path


@pytest.mark.parametrize(
    ("error", "named"),
    [
        (
            ImportError("libEGL.so.1: cannot open shared object file: No such file or directory"),
            "“libEGL.so.1” is missing on this computer",
        ),
        (ModuleNotFoundError("No module named 'msgspec'", name="msgspec"), "“msgspec” is missing or damaged"),
        (ImportError("DLL load failed"), "“DLL load failed” is missing or damaged"),
    ],
)
def test_what_is_missing_is_named(error, named):
    said = import_sentence(error, WORDS)
    assert named in said
    assert "python3 dev.py run" in said


@pytest.mark.parametrize("error", [ImportError("libEGL.so.1: cannot open shared object file"), ImportError()])
def test_who_has_a_build_is_not_sent_to_the_source(error, monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    said = import_sentence(error, WORDS)
    assert "missing" in said and "nstall" in said
    assert "dev.py" not in said and ".venv" not in said


@pytest.mark.parametrize(
    ("environ", "named"),
    [
        ({"DISPLAY": ":99"}, "the display “:99” does not answer"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "the display “wayland-0” does not answer"),
        ({"QT_QPA_PLATFORM": "wayland", "DISPLAY": ":0", "WAYLAND_DISPLAY": "w-1"}, "“w-1” does not answer"),
        ({"QT_QPA_PLATFORM": "xcb"}, "no display here"),
        ({"QT_QPA_PLATFORM": "nonsense"}, "of the kind “nonsense”"),
        ({"QT_QPA_PLATFORM": "xcb:size=1;nonsense", "DISPLAY": ":9"}, "of the kind “nonsense”"),
        ({"QT_QPA_PLATFORM": "offscreen"}, "Qt says: it broke"),
        ({}, "Qt says: it broke"),
    ],
)
def test_why_no_window_can_be_shown_is_told_by_what_is_here(environ, named, plugins):
    assert named in platform_sentence(plugins, environ, "it\n broke", WORDS)


def test_a_plug_in_that_is_gone_is_named(tmp_path):
    assert "“libqxcb.so” is missing" in platform_sentence(tmp_path, {"DISPLAY": ":0"}, "it broke", WORDS)


def test_on_other_systems_it_is_told_in_the_words_of_qt(plugins, monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert "Qt says: it broke" in platform_sentence(plugins, {}, "it broke", WORDS)
