from dataclasses import replace

import pytest

from dialogue_desk.storage.settings import SettingsFile
from dialogue_desk.ui.shell.app_settings import AppSettings


@pytest.fixture
def settings(qapp, theme, tmp_path):
    return AppSettings(qapp, tmp_path / "settings.toml", theme)


def test_a_change_is_saved_and_changes_the_theme_at_once(settings, tmp_path):
    settings.apply(replace(settings.current, theme="dark", text_size=125))
    assert (settings.theme.name, settings.theme.scale) == ("dark", 125)
    assert SettingsFile(tmp_path / "settings.toml").read() == settings.current


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
