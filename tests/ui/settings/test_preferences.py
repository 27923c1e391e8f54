import pytest
from PySide6.QtCore import QLocale

from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.run.pacing import WarningTime
from dialogue_desk.storage.settings import Settings
from dialogue_desk.ui.settings.preferences import language_of, theme_of, warning_of
from dialogue_desk.ui.style.theme_tokens import THEMES


def test_a_language_that_is_set_is_used_and_one_the_app_does_not_speak_is_english():
    assert language_of(Settings(language="es")) == "es"
    assert language_of(Settings(language="tlh")) == "en"


def test_without_a_language_that_of_the_system_is_used():
    assert language_of(Settings()) == language_of(Settings(language=QLocale.system().name()[:2]))


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_that_is_set_is_used(qapp, theme):
    assert theme_of(Settings(theme=theme)) == theme


def test_a_theme_that_does_not_exist_gives_way_to_one_that_does(qapp):
    assert theme_of(Settings(theme="no such theme")) in THEMES


def test_a_part_warns_by_minutes_and_by_percent():
    settings = Settings(warning_minutes=5, warning_percent=50)
    assert warning_of(settings) == WarningTime(5 * MINUTE, 50)
