"""The language of the system is found on each, without Qt."""

from __future__ import annotations

import plistlib
import sys

import pytest

from dialogue_desk.words.system_language import system_language


class Windows:
    def __init__(self, number):
        self._number = number

    def GetUserDefaultUILanguage(self):  # noqa: N802
        return self._number


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({"LANG": "es_MX.UTF-8"}, "es"),
        ({"LANG": "es_MX.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "es:en"}, "es"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_variables_tell_it(environ, language, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    assert system_language(environ) == language


@pytest.mark.parametrize(
    ("number", "language"), [(0x080A, "es"), (0x540A, "es"), (0x0C0A, "es"), (0x0409, "en"), (0x040C, "en")]
)
def test_windows_tells_it_by_number(number, language, monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    assert system_language({}, Windows(number)) == language
    assert system_language({"LANG": "es"}, Windows(0x0409)) == "es"


@pytest.fixture
def mac_settings(monkeypatch, home_folder):
    monkeypatch.setattr(sys, "platform", "darwin")
    path = home_folder / "Library" / "Preferences" / ".GlobalPreferences.plist"
    path.parent.mkdir(parents=True)
    return path


@pytest.mark.parametrize(
    ("settings", "language"),
    [
        ({"AppleLanguages": ["es-MX", "en-US"]}, "es"),
        ({"AppleLanguages": ["en-US", "es-MX"]}, "en"),
        ({"AppleLanguages": ["de-DE"]}, "en"),
        ({"AppleLanguages": []}, "en"),
        ({"AppleLanguages": 7}, "en"),
        ([], "en"),
    ],
)
def test_macos_tells_it_in_the_persons_settings(mac_settings, settings, language):
    mac_settings.write_bytes(plistlib.dumps(settings, fmt=plistlib.FMT_BINARY))
    assert system_language({}) == language


@pytest.mark.parametrize("data", [b"", b"bplist00\xff", b"<plist><dict>", b"hello"])
def test_damaged_settings_of_macos_are_english(mac_settings, data):
    mac_settings.write_bytes(data)
    assert system_language({}) == "en"


def test_a_mac_without_settings_is_english(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert system_language({}) == "en"
