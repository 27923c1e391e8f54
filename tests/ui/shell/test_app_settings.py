from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale, Qt

from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.run.pacing import WarningTime
from dialogue_desk.storage.settings import Settings, SettingsFile
from dialogue_desk.ui.shell.app_settings import AppSettings, language_of, theme_of, warning_of
from dialogue_desk.ui.style.spacing import is_spaced
from dialogue_desk.ui.style.theme_tokens import THEMES


@pytest.fixture
def settings(qapp, theme, tmp_path):
    return AppSettings(qapp, tmp_path / "settings.toml", theme)


def test_a_change_is_saved_and_changes_the_theme_at_once(settings, tmp_path):
    settings.apply(replace(settings.current, theme="dark", text_size=125))
    assert (settings.theme.name, settings.theme.scale) == ("dark", 125)
    assert SettingsFile(tmp_path / "settings.toml").read() == settings.current


def test_wider_spacing_and_another_typeface_are_there_at_once_and_at_the_next_start(settings, qapp, tmp_path):
    settings.apply(replace(settings.current, wide_text=True, font="DejaVu Sans"))
    assert is_spaced(qapp.font()) and qapp.font().families()[0] == "DejaVu Sans"
    again = AppSettings(qapp, tmp_path / "settings.toml").theme
    assert is_spaced(again.font()) and again.font().families()[0] == "DejaVu Sans"
    settings.apply(Settings())
    assert not is_spaced(qapp.font())


def test_only_another_language_is_told_as_one(settings, qtbot):
    told = []
    settings.language_changed.connect(told.append)
    settings.apply(replace(settings.current, language="en"))
    settings.apply(replace(settings.current, language="es"))
    settings.apply(replace(settings.current, text_size=125))
    assert told[-1:] == ["es"] and len(told) <= 2


def test_a_folder_that_takes_no_file_leaves_the_settings_at_work(settings, tmp_path, caplog):
    (tmp_path / "settings.toml").mkdir()
    settings.remember(replace(settings.current, text_size=125))
    assert settings.current.text_size == 125
    assert "could not be kept" in caplog.text


def test_a_language_that_is_set_is_used_and_one_the_app_does_not_speak_is_english():
    assert language_of(Settings(language="es")) == "es"
    assert language_of(Settings(language="tlh")) == "en"


@pytest.mark.parametrize(
    ("of_system", "language"),
    [
        (("es-US", "en-US"), "es"),  # dates as in the United States, and everything else in Spanish
        (("fr-FR", "es", "en"), "es"),
        (("en_GB.UTF-8",), "en"),
        (("fr-FR",), "en"),
        ((), "en"),
    ],
)
def test_without_a_language_the_first_that_a_person_reads_is_used(of_system, language):
    assert language_of(Settings(), of_system) == language


def test_without_a_language_the_system_is_asked():
    assert language_of(Settings()) == language_of(Settings(), QLocale.system().uiLanguages())


def test_the_frame_of_the_window_follows_the_theme_and_the_system_again(settings, qapp):
    hints = qapp.styleHints()
    asked = []
    settings._hints = Hints(hints, asked)
    for theme in ("dark", "light", ""):
        settings.apply(replace(settings.current, theme=theme))
    assert [one for n, one in enumerate(asked) if not n or one is not asked[n - 1]] == [
        Qt.ColorScheme.Dark,
        Qt.ColorScheme.Light,
        Qt.ColorScheme.Unknown,
    ]


class Hints:
    """The hints of a system that keeps what it is asked for."""

    def __init__(self, hints, asked):
        self._hints, self._asked = hints, asked

    def setColorScheme(self, scheme):
        self._asked.append(scheme)
        self._hints.setColorScheme(scheme)


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_that_is_set_is_used(qapp, theme):
    assert theme_of(Settings(theme=theme)) == theme


def test_a_theme_that_does_not_exist_gives_way_to_one_that_does(qapp):
    assert theme_of(Settings(theme="no such theme")) in THEMES


def test_a_part_warns_by_minutes_and_by_percent():
    settings = Settings(warning_minutes=5, warning_percent=50)
    assert warning_of(settings) == WarningTime(5 * MINUTE, 50)
