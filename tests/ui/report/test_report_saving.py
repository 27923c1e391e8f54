"""Saving says how far it is, can be stopped, and leaves the keyboard where it was."""

import pytest


@pytest.fixture
def saving(filled, settled):
    filled.tabs.setCurrentIndex(4)
    settled()
    return filled.report.saving


def test_the_keyboard_stays_on_the_button_while_a_report_is_written(
    saving, ask, tmp_path, settled, at_the_keys
):
    ask.save = tmp_path / "report.html"
    saving._options.__self__.kinds.choose(".html")
    saving.save.setFocus()
    saving.save.click()
    assert saving.save.isEnabled() and saving.save.hasFocus()
    settled()
    assert saving.save.hasFocus() and ask.save.exists()


def test_a_second_press_while_something_is_saved_does_nothing(saving, ask, tmp_path, settled):
    ask.save, ask.folder = tmp_path / "report.html", tmp_path / "data"
    saving._options.__self__.kinds.choose(".html")
    saving.save.click()
    saving.save.click()
    saving.data.click()
    settled()
    assert len(ask.names) == 1 and not ask.folder.exists()


def test_what_is_stopped_leaves_nothing_behind(saving, ask, tmp_path, settled):
    ask.save = tmp_path / "report.html"
    saving._options.__self__.kinds.choose(".html")
    saving.save.click()
    saving.stop.click()
    settled()
    assert not ask.save.exists() and not saving.stop.isVisible()
