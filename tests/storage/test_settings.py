"""Settings are kept, and a bad settings file never stops the app."""

from __future__ import annotations

import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogue_desk.storage.settings import Settings, SettingsFile

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "folder" / "settings.toml"


def put(path, text):
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_the_first_start_has_the_usual_settings_and_writes_nothing(path):
    assert SettingsFile(path).read() == Settings() and not path.parent.exists()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.builds(
        Settings, WORDS, WORDS, st.integers(100, 200), WORDS, WORDS, wide_text=st.booleans(), font=WORDS
    )
)
def test_what_was_set_is_read_again(path, wanted):
    file = SettingsFile(path)
    file.write(wanted)
    assert file.read() == wanted


def test_the_keys_that_were_chosen_are_a_table_of_their_own(path):
    file = SettingsFile(path)
    file.write(Settings(theme="dark", single_keys=False, keys=(("clock", "X"), ("check keep", ""))))
    assert path.read_text().endswith('[keys]\nclock = "X"\n"check keep" = ""\n')
    assert file.read() == Settings(theme="dark", single_keys=False, keys=(("clock", "X"), ("check keep", "")))
    file.write(Settings(theme="dark"))
    assert path.read_text().strip() == 'theme = "dark"'


@pytest.mark.parametrize("keys", ["[1]", '"X"', "{ clock = 1 }", '{ clock = "\\n" }'])
def test_keys_that_cannot_be_count_as_not_chosen(path, keys):
    put(path, f'theme = "dark"\nkeys = {keys}\n')
    assert SettingsFile(path).read() == Settings(theme="dark")


def test_what_a_newer_app_or_a_person_wrote_stays(path):
    put(path, 'theme = "dark"\nvolume = 3.5\n[newer]\nlist = [1, "two"]\n')
    file = SettingsFile(path)
    file.write(Settings(theme="light", text_size=120))
    assert 'theme = "light"' in path.read_text() and "text_size = 120" in path.read_text()
    file.write(Settings())
    assert path.read_text().strip() == 'volume = 3.5\n\n[newer]\nlist = [\n    1,\n    "two",\n]'


@pytest.mark.parametrize("size", ["99", "201", '"120"', "true", "1.5", "[]"])
def test_a_value_that_cannot_be_counts_as_not_set_and_the_rest_stays(path, size):
    put(path, f'theme = "dark"\ntext_size = {size}\n')
    assert SettingsFile(path).read() == Settings(theme="dark")


def test_a_text_size_that_cannot_be_shown_is_refused():
    with pytest.raises(ValueError, match="percent"):
        Settings(text_size=99)


@pytest.mark.parametrize(
    "bad", [b"theme = \xff", b"theme = dark", b"\x00" * 50, b"a = " + b"[" * 9_999, b"#" * 1_048_577]
)
def test_a_damaged_file_is_set_aside_and_the_app_starts(path, bad):
    path.parent.mkdir()
    for number in (1, 2):
        path.write_bytes(bad)
        assert SettingsFile(path).read() == Settings()
        assert path.with_name(f"settings-damaged-{number}.toml").read_bytes() == bad
    assert not path.exists()


def test_a_file_that_was_damaged_since_is_set_aside_before_it_is_written(path):
    put(path, "= no settings")
    SettingsFile(path).write(Settings(theme="dark"))
    assert path.with_name("settings-damaged-1.toml").read_text() == "= no settings"
    assert SettingsFile(path).read() == Settings(theme="dark")


def test_a_folder_in_its_place_does_not_stop_the_app(path):
    path.mkdir(parents=True)
    assert SettingsFile(path).read() == Settings()
    with pytest.raises(OSError, match=r"settings\.toml"):
        SettingsFile(path).write(Settings(theme="dark"))


@given(st.text(string.printable, max_size=80))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_in_the_file_stops_the_app(path, text):
    put(path, text)
    assert isinstance(SettingsFile(path).read(), Settings)


@pytest.mark.parametrize(
    "value", ['backup_folder = "\\u0000"', "warning_percent = -1", f"warning_percent = {2**70}"]
)
def test_what_no_system_can_take_counts_as_not_set(path, value):
    put(path, f'theme = "dark"\n{value}\n')
    assert SettingsFile(path).read() == Settings(theme="dark")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_settings_that_an_editor_saved_with_a_mark_of_byte_order_are_read_and_not_set_aside(path, encoding):
    path.parent.mkdir()
    path.write_bytes('language = "es"\n'.encode(encoding))
    assert SettingsFile(path).read().language == "es"
    assert [one.name for one in path.parent.iterdir()] == ["settings.toml"]
