"""The sheet for an update says what it would do, does it when asked, and says why not."""

from __future__ import annotations

import pytest

from dialogue_desk.desk.updating.updating import ready_version
from dialogue_desk.exchange.update_manifest import UpdateRefusal, UpdateRefused
from dialogue_desk.newer_version import VersionsFolder
from dialogue_desk.ui.updating.update_sheet import UpdateSheet
from tests.ui.updating.made_update import installed, made_update


@pytest.fixture
def here(tmp_path):
    return installed(tmp_path)


@pytest.fixture
def opened(context, window, here, qtbot):
    """Open the sheet for an update, and wait until it was read."""

    def open_(path, copy_desk=lambda: None):
        sheet = UpdateSheet(path, here, copy_desk, context, window)
        sheet.open()
        qtbot.waitUntil(lambda: not context.worker.busy(), timeout=30_000)
        return sheet

    return open_


def test_it_says_from_where_to_where_it_leads_and_writes_nothing(opened, here, tmp_path):
    sheet = opened(made_update(tmp_path))
    assert "from version 0.1.0 to 0.2.0" in sheet.lead.text()
    assert "2 MB" in sheet.lead.text()
    assert sheet.update_button.isEnabled()
    assert sheet.update_button.hasFocus()
    assert not ready_version(here)


def test_it_updates_after_a_copy_of_the_desk_and_says_when_the_new_version_starts(
    opened, here, tmp_path, context, qtbot
):
    copied = []
    sheet = opened(made_update(tmp_path), lambda: copied.append(ready_version(here)))
    sheet.update_button.click()
    qtbot.waitUntil(lambda: not context.worker.busy(), timeout=30_000)
    assert copied == [""]
    assert ready_version(here) == "0.2.0"
    assert "0.2.0 is ready" in sheet.lead.text()
    assert not sheet.update_button.isVisible()


def test_it_waits_for_a_session(opened, here, tmp_path):
    sheet = opened(made_update(tmp_path))
    sheet.wait_for_session(running=True)
    assert not sheet.update_button.isEnabled()
    assert "A session is running" in sheet.notice.text()
    sheet.wait_for_session(running=False)
    assert sheet.update_button.isEnabled()
    assert not sheet.notice.isVisible()


def test_an_older_version_is_refused_with_the_reason(opened, here, tmp_path):
    sheet = opened(made_update(tmp_path, "0.0.9"))
    assert "0.0.9, which is older" in sheet.trouble.text()
    assert not sheet.update_button.isVisible()


def test_without_a_copy_of_the_desk_nothing_is_written(opened, here, tmp_path, context, qtbot):
    def no_copy():
        raise UpdateRefused(UpdateRefusal.NO_COPY)

    sheet = opened(made_update(tmp_path), no_copy)
    sheet.update_button.click()
    qtbot.waitUntil(lambda: not context.worker.busy(), timeout=30_000)
    assert "could not be copied first" in sheet.trouble.text()
    assert not VersionsFolder(here.folder).folder.exists()


def test_stopping_leaves_the_version_that_is_here(opened, here, tmp_path, context, qtbot):
    sheet = opened(made_update(tmp_path))
    sheet.update_button.click()
    sheet.reject()
    qtbot.waitUntil(lambda: not context.worker.busy(), timeout=30_000)
    assert not ready_version(here)
    assert "The version you have stays" in context.toast.sentence()
