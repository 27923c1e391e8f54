"""The process is killed a moment after something was typed, and the next one has it."""

import os
import subprocess
import sys
import time
from contextlib import suppress

from dialogue_desk.desk.guides.guide_editing import GuideEditing
from dialogue_desk.desk.guides.own_guides import OwnGuides
from dialogue_desk.exchange.guide_edits import top_value
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.storage.guide_drafts import GuideDrafts
from dialogue_desk.words import Words
from tests.house import ROOT


def test_what_was_typed_before_a_kill_is_there_afterwards(desk, key):
    path = desk.file.path
    desk.file.close()
    module = [sys.executable, "-m", "tests.ui.editor.typing_to_kill", str(path), "Typed before the kill"]
    typing = subprocess.Popen(module, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)})
    end = time.monotonic() + 30
    while not list(path.parent.glob("*.drafts/*.draft.md")) and time.monotonic() < end:
        with suppress(subprocess.TimeoutExpired):
            raise AssertionError(f"it ended by itself: {typing.wait(timeout=0.05)}")
    typing.kill()
    typing.wait()
    desk.file = DeskFile(path)
    editing = GuideEditing(key, OwnGuides(desk), GuideDrafts.beside(desk.file), Words())
    assert editing.taken_up
    assert top_value(editing.sources["en"], "title") == "Typed before the kill"
