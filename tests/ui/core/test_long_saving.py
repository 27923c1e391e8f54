"""A sheet that shows a long saving: Stop stops it once, closing lets it go on."""

import pytest

from dialogue_desk.ui.core.long_saving import LongSaving


@pytest.fixture
def saving(window, context):
    sheet = LongSaving(context.theme, context.words, "Save the archive", "Saving a.zip…", window)
    sheet.open()
    return sheet


def test_stop_is_told_once(saving):
    stopped = []
    saving.follow(lambda: stopped.append(1))
    saving.stop_button.click()
    saving.stop()
    assert stopped == [1] and not saving.stop_button.isEnabled()


def test_the_keyboard_begins_where_no_stray_key_stops_it(saving):
    saving.show_progress(3, 9)
    assert saving.focusWidget() is saving.close_button and saving.bar.value() == 3


def test_it_closes_when_the_saving_has_ended(saving):
    saving.end()
    assert not saving.isVisible()
    saving.show_progress(9, 9)
