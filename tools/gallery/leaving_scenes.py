"""Exports, opened files, sealed packages and the program's key, in their states."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import time
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.keyring import make_key
from dialogue_desk.desk.leaving.packages import export_session
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program, Session
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.exchange.age_files import sealed_by_passphrase
from dialogue_desk.exchange.sealing import Seal, new_key
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.ui.closing.export_step import ExportStep
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.importing.import_result import ImportResultSheet
from dialogue_desk.ui.importing.passphrase_dialog import PassphraseSheet
from dialogue_desk.ui.importing.preview_sheet import PreviewSheet
from dialogue_desk.ui.setup.key_card import ProgramKeyCard
from dialogue_desk.ui.setup.program_setup import ProgramForm
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from tools.gallery.coming_session import ComingSession
from tools.gallery.scene import Scene
from tools.gallery.stage import Stage


def export(
    stage: Stage, profile: Profile = Profile.ORGANIZER, *, sealed: bool = False, passphrase: bool = False
) -> QWidget:
    """Show the export of the coming session, scrolled to the seal when it is sealed."""
    step = _pane(stage, profile, sealed=sealed, passphrase=passphrase)
    if sealed or passphrase:
        step.findChildren(ScrollColumn)[0].verticalScrollBar().setValue(step.seal.y() - Space.WIDE)
        stage.settle()
    return step


def _pane(
    stage: Stage, profile: Profile = Profile.ORGANIZER, *, sealed: bool = False, passphrase: bool = False
) -> ExportStep:
    folder = _closed_session(stage, sealed=sealed)
    step = ExportStep(stage.desk, stage.folders, stage.context)
    step.setParent(stage.window)
    step.resize(stage.window.width() - 300, stage.window.height() - 130)
    step.show_folder(folder)
    step.audience.options[profile].setChecked(True)
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


def locked(stage: Stage) -> None:
    """Open two files that are sealed with a passphrase, which was mistyped once."""
    _hand_in_sealed(stage, "alder-c04-s2.dialogue.age", "alder-c05-s2.dialogue.age")
    stage.the(PassphraseSheet).typed.emit("bench lamp")
    stage.the(PassphraseSheet).accept()
    stage.settle()


def revision(stage: Stage) -> None:
    """Open a revision of a package, one that is sealed for others, and a damaged one."""
    stage.go(PageName.HOME)
    folder = stage.folder / "handed in"
    folder.mkdir()
    theirs = Desk(DeskFile(stage.folder / "theirs.db"), stage.clock, RandomIds(31))
    shutil.copy(_handed_out(stage, theirs, "first"), folder)
    stage.workspace.import_bar.import_paths([folder])
    stage.settle()
    stage.the(ImportResultSheet).accept()
    stage.settle()
    for old in folder.iterdir():
        old.unlink()
    revised = _handed_out(stage, theirs, "second")
    shutil.copy(revised, folder)
    data = revised.read_bytes()
    (folder / "alder-c06-s1.dialogue").write_bytes(data[:900])
    (folder / "elm-c01-s1.dialogue.age").write_bytes(Seal(to=(new_key().public,)).put_on(data))
    theirs.file.close()
    stage.workspace.import_bar.import_paths([folder])
    stage.settle()
    stage.the(PreviewSheet).open_button.click()


def key_made(stage: Stage) -> None:
    """Make the program a key in its form."""
    _key_card(stage).make_button.click()
    _look_down(stage)


def key_missing(stage: Stage) -> None:
    """Look at a program whose key is on another laptop."""
    card = _key_card(stage)
    card.show_key("Porch Lights", new_key().public)
    _look_down(stage)


def key_none(stage: Stage) -> None:
    """Look at a program that has no key yet."""
    _key_card(stage)
    _look_down(stage)


def _key_card(stage: Stage) -> ProgramKeyCard:
    stage.go(PageName.PROGRAM, stage.program)
    stage.press(stage.words.tr("Change the program"))
    return stage.the(ProgramKeyCard)


def _look_down(stage: Stage) -> None:
    form = stage.the(ProgramForm)
    form.show_part(form.privacy)
    stage.settle()
    (column,) = (one for one in form.findChildren(ScrollColumn) if one.isAncestorOf(form.privacy))
    column.verticalScrollBar().setValue(column.verticalScrollBar().maximum())


def _hand_in_sealed(stage: Stage, *names: str) -> None:
    stage.go(PageName.HOME)
    for name in names:
        path = stage.folder / name
        path.write_bytes(sealed_by_passphrase(b"", b"bench lamp river", work=4))
    stage.workspace.import_bar.import_paths([stage.folder / name for name in names])
    stage.settle()


def _handed_out(stage: Stage, theirs: Desk, text: str) -> Path:
    """Let another laptop of another program hand out its session, with one more note."""
    known = list(theirs.file.records.of_kind(Kind.SESSION))
    if not known:
        program = theirs.add(NO_OWNER, Program("Elm Street Listens", code="ELM"))
        circle = theirs.add(NO_OWNER, Circle("C01", "Library", program))
        now = stage.clock.now()
        theirs.add(circle, Session(1, "s1", (), now, now + 90 * MINUTE, 9))
        known = list(theirs.file.records.of_kind(Kind.SESSION))
    theirs.add(known[0].id, Note(NoteKind.HOPE, text))
    folder = Folders(theirs, stage.folders.shelf).session(known[0].id)
    assert folder is not None
    return export_session(theirs, folder, stage.folder / "out")


def _closed_session(stage: Stage, *, sealed: bool) -> SessionFolder:
    coming = ComingSession(stage)
    coming.run(time(12, 20))
    stage.desk.add(coming.id, Note(NoteKind.DEBRIEF, "We ran late in the second round."))
    stage.desk.add(coming.id, Note(NoteKind.CONCERN, "The corner shop sells to anyone.", sensitive=True))
    if sealed:
        program = stage.desk.get(stage.program)
        assert program is not None
        assert isinstance(program.body, Program)
        stage.desk.rewrite(program.id, replace(program.body, seal_to=make_key(stage.desk)))
    folder = stage.folders.session(coming.id)
    assert folder is not None
    return folder


SCENES = (
    Scene("export", "Export, for the organizer", export),
    Scene("export-everyone", "Export, for everyone", partial(export, profile=Profile.EVERYONE)),
    Scene("export-laptop", "Export, for the other laptop", partial(export, profile=Profile.OTHER_LAPTOP)),
    Scene("export-sealed", "Export, sealed to the organizer's key", partial(export, sealed=True)),
    Scene("export-passphrase", "Export, a passphrase being typed", partial(export, passphrase=True)),
    Scene("export-saved", "Export, saved again", saved),
    Scene("export-failed", "Export, the stick is gone", failed),
    Scene("imported-sealed", "Opening files sealed with a passphrase", locked),
    Scene("imported-revision", "What came of opening a revision, and files for others", revision),
    Scene("program-key", "Program, set up, no key yet", key_none),
    Scene("program-key-made", "Program, set up, a key just made", key_made),
    Scene("program-key-missing", "Program, set up, the key is elsewhere", key_missing),
)
