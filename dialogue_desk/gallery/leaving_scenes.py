"""The scenes of what leaves a laptop and what comes to one: exports, sealed packages, the program's key."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import time
from functools import partial

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.keys import make_key
from dialogue_desk.domain.circles import Program
from dialogue_desk.domain.leaving import Profile
from dialogue_desk.domain.notes import Note, NoteKind
from dialogue_desk.domain.session_folder import SessionFolder
from dialogue_desk.gallery.stage import Stage
from dialogue_desk.gallery.tonight import Tonight
from dialogue_desk.ui.session.closing.export_step import ExportStep


def export(
    stage: Stage, profile: Profile = Profile.ORGANIZER, *, sealed: bool = False, passphrase: bool = False
) -> QWidget:
    """Stand before the export of tonight's session."""
    return _pane(stage, profile, sealed=sealed, passphrase=passphrase)


def _pane(
    stage: Stage, profile: Profile = Profile.ORGANIZER, *, sealed: bool = False, passphrase: bool = False
) -> ExportStep:
    folder = _tonight(stage, sealed=sealed)
    step = ExportStep(stage.desk, stage.folders, stage.around)
    step.setParent(stage.window)
    step.resize(stage.window.width() - 300, stage.window.height() - 130)
    step.show_folder(folder)
    step.whom.options[profile].setChecked(True)
    if passphrase:
        step.seal.wanted.setChecked(True)
        step.seal.first.setText("bench lamp river Tuesday")
        step.seal.again.setText("bench lamp river")
    step.show()
    stage.settle()
    return step


def saved(stage: Stage) -> QWidget:
    """Save twice, with a note in between: the second is a revision of the first."""
    step = _pane(stage, sealed=True)
    step.bar.save.click()
    stage.settle()
    newest = max(stage.folders.entries(), key=lambda entry: entry.session.start)
    stage.desk.add(newest.id, Note(NoteKind.HOPE, "A bench at the stop."))
    step.bar.save.click()
    stage.settle()
    return step


def failed(stage: Stage) -> QWidget:
    """Save to a stick that is gone by now."""
    step = _pane(stage)
    shutil.rmtree(stage.folder / "USB")
    step.bar.save.click()
    stage.settle()
    return step


def _tonight(stage: Stage, *, sealed: bool) -> SessionFolder:
    tonight = Tonight(stage.desk, stage.folders, stage.clock)
    tonight.hold(time(12, 20))
    stage.desk.add(tonight.id, Note(NoteKind.DEBRIEF, "We ran late in the second round."))
    stage.desk.add(tonight.id, Note(NoteKind.CONCERN, "The corner shop sells to anyone.", sensitive=True))
    if sealed:
        program = stage.desk.get(stage.program)
        assert program is not None
        assert isinstance(program.body, Program)
        stage.desk.rewrite(program.id, replace(program.body, seal_to=make_key(stage.desk)))
    folder = stage.folders.session(tonight.id)
    assert folder is not None
    return folder


STATES: tuple[tuple[str, str, Callable[[Stage], QWidget | None]], ...] = (
    ("export", "Export, for the organizer", export),
    ("export-everyone", "Export, for everyone", partial(export, profile=Profile.EVERYONE)),
    ("export-laptop", "Export, for the other laptop", partial(export, profile=Profile.OTHER_LAPTOP)),
    ("export-sealed", "Export, sealed to the organizer's key", partial(export, sealed=True)),
    ("export-passphrase", "Export, a passphrase being typed", partial(export, passphrase=True)),
    ("export-saved", "Export, saved again", saved),
    ("export-failed", "Export, the stick is gone", failed),
)
"""The name, title and bringing about of each."""
