"""A file that is double-clicked opens in the app: in a new window, or in the one that has the desk open."""

import os
import subprocess
import sys

from dialogue_desk.app import start
from dialogue_desk.exchange.guide_files import guide_text_of
from dialogue_desk.ui.core.route import PageName, Route
from tests.house import ROOT
from tests.shelf import GUIDES
from tests.ui.sittings import laptop

__all__ = ["laptop"]


def a_guide(folder):
    text = next(GUIDES.glob("one-evening.en*")).read_text(encoding="utf-8")
    path = folder / "ours.guide.md"
    path.write_text(text.replace(f"version: {guide_text_of(text).version}", "version: 9.1"), encoding="utf-8")
    return path


def test_a_guide_given_at_the_start_is_opened_once_the_desk_is(laptop, tmp_path, qtbot):
    sitting = start(laptop.app, laptop.paths, laptop.clock, laptop.theme, laptop.wake_lock)
    laptop.open.append(sitting)
    sitting.file_requests.give([a_guide(tmp_path)])
    with qtbot.waitSignal(sitting.painted):
        pass
    qtbot.waitUntil(lambda: "(version 9.1) is among your guides now" in sitting.workspace.toast.sentence())


def test_a_second_start_gives_its_files_to_the_window_that_is_there_and_ends(laptop, tmp_path, qtbot):
    first = laptop.start()
    command = [sys.executable, "-m", "dialogue_desk.app", "--desk", str(laptop.paths.desk)]
    with subprocess.Popen(
        [*command, str(a_guide(tmp_path))], cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ) as second:
        said = first.workspace.toast.sentence
        qtbot.waitUntil(lambda: "(version 9.1) is among your guides now" in said(), timeout=30_000)
        assert second.wait(30) == 0


def test_an_update_that_came_during_a_session_is_offered_after_it(laptop, tmp_path, qtbot):
    workspace = laptop.start().workspace
    workspace.go(Route(PageName.PRACTICE))
    update = tmp_path / "new.update"
    update.write_bytes(b"Dialogue Desk update 1\n")
    with qtbot.assertNotEmitted(workspace.import_bar.update_given):
        workspace.waiting_files.give([update])
        workspace.go(Route())
    with qtbot.waitSignal(workspace.import_bar.update_given) as given:
        workspace.waiting_files.open_button.click()
    assert given.args == [update]


def test_what_came_during_a_session_waits_for_a_press_and_outlives_another_language(laptop, tmp_path, qtbot):
    sitting = laptop.start()
    workspace = sitting.workspace
    workspace.go(Route(PageName.PRACTICE))
    sitting.window.file_drops.dropped.emit((a_guide(tmp_path),))
    assert workspace.toast.sentence() == "1 file waits until you leave the session."
    assert workspace.waiting_files.isHidden()
    workspace.go(Route())
    assert workspace.waiting_files.isVisible()
    sitting._app_settings.language_changed.emit("es")
    assert sitting.workspace is not workspace
    said = sitting.workspace.toast.sentence
    qtbot.waitUntil(lambda: "9.1" in said())
