"""The settings say how the app is updated, whether an update waits, and whether one failed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_desk.installation import Form
from dialogue_desk.newer_version import Choice, VersionsFolder
from dialogue_desk.ui.updating.update_section import UpdateSection
from dialogue_desk.ui.updating.update_sheet import UpdateSheet
from tests.ui.updating.made_update import installed, made_update


@pytest.fixture
def section(context, window, tmp_path, qtbot):
    """Make the section of an app, shown in the window."""

    def made(here=None, *, running=False):
        one = UpdateSection(here or installed(tmp_path), lambda: None, context, lambda: running)
        one.setParent(window)
        one.show()
        return one

    return made


def test_it_says_where_an_update_comes_from(section):
    one = section()
    assert "never looks for updates by itself" in one.state.text()
    assert one.choose_button.isVisible()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"update_key": ""}, "Updates from a file are off"),
        ({"form": Form.SOURCE}, "from its source"),
        ({"form": Form.SYSTEM}, "software installer"),
    ],
)
def test_where_updates_are_off_it_says_why_and_offers_none(section, tmp_path, changed, said):
    one = section(replace(installed(tmp_path), **changed))
    assert said in one.state.text()
    assert not one.choose_button.isVisible()
    assert one.choose_button.parentWidget().isHidden(), "no empty line is left"


def test_it_says_that_an_update_waits_and_that_one_failed(section, tmp_path):
    here = installed(tmp_path)
    versions = VersionsFolder(here.folder)
    versions.folder.mkdir()
    versions.choose(Choice("0.2.0"))
    one = section(here)
    assert "0.2.0 is ready" in one.state.text()
    versions.choose(Choice("0.2.0", tries=2))
    one.refresh()
    assert "0.2.0 did not start, so version 0.1.0 is running" in one.state.text()


def test_a_chosen_file_is_shown_and_waits_for_a_session(section, ask, tmp_path, window, context, qtbot):
    one = section(running=True)
    ask.files = (made_update(tmp_path),)
    one.choose_button.click()
    qtbot.waitUntil(lambda: not context.worker.busy(), timeout=30_000)
    sheet = window.findChild(UpdateSheet)
    assert sheet is not None
    assert not sheet.update_button.isEnabled()
