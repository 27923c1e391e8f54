"""Erasing, copies, and how long programs are kept, in their states."""

from __future__ import annotations

import os
from datetime import date, timedelta

from dialogue_desk.desk.erasing.retention import set_keep_until
from dialogue_desk.desk.leaving.keyring import make_key
from dialogue_desk.desk.program.program_edits import circles_of
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.notes import Consent, NoteKind
from dialogue_desk.storage.backups import Backups
from dialogue_desk.storage.restore import list_copies
from dialogue_desk.storage.settings import Settings
from dialogue_desk.ui.closing.quotes import WithdrawSheet
from dialogue_desk.ui.copies.copies_section import CopiesSection
from dialogue_desk.ui.copies.copies_text import state_sentence
from dialogue_desk.ui.copies.restore_sheet import RestoreSheet
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.erasing.keep_until import KeepUntilSheet
from dialogue_desk.words.times import local_datetime
from tools.gallery.scene import Scene
from tools.gallery.stage import Stage


def _today(stage: Stage) -> date:
    now = stage.clock.now()
    return local_datetime(now, stage.clock.zone(now)).date()


def _copies(stage: Stage) -> Backups:
    """Make copies of some days in two folders, the last ten minutes ago."""
    backups = Backups(stage.desk.file.path, stage.folder / "USB", stage.desk.file.erasures)
    for days in (3, 2, 1, 0):
        made = backups.make(_today(stage) - timedelta(days=days))
        at = (stage.clock.now() - days * 24 * 60 * MINUTE - 10 * MINUTE) / 1000
        os.utime(made.path, (at, at))
        stage.desk.file.erasures.copied_to(str(stage.folder / "USB"), int(at * 1000))
    return backups


def _a_circle(stage: Stage) -> str:
    return str(min(circles_of(stage.desk, stage.program), key=lambda circle: circle.body.code).id)


def _erase_circle(stage: Stage) -> None:
    stage.go(PageName.HOME)
    _copies(stage)
    (stage.folder / "USB").rename(stage.folder / "away")
    stage.workspace.desk_actions.erase(_a_circle(stage))


def _erase_session(stage: Stage) -> None:
    stage.go(PageName.HOME)
    held = [entry for entry in stage.folders.entries() if entry.notes]
    stage.workspace.desk_actions.erase(held[-1].id)


def _erase_everything(stage: Stage) -> None:
    stage.go(PageName.HOME)
    make_key(stage.desk)
    stage.workspace.desk_actions.erase_everything()


def _erased(stage: Stage) -> None:
    _copies(stage)
    (stage.folder / "USB").rename(stage.folder / "away")
    _erase_session(stage)
    stage.press(stage.words.tr("Erase for good"))


def _settings_copies(stage: Stage) -> None:
    backups, second = _copies(stage), str(stage.folder / "USB")
    now = stage.clock.now()
    zone = stage.clock.zone(now)

    def state() -> str:
        return state_sentence(backups, second, now, zone, stage.words)

    settings = Settings(stage.words.language, stage.theme.name, stage.theme.scale, backup_folder="/media/USB")
    section = CopiesSection(
        settings,
        state,
        lambda: (stage.folder / "OLD STICK",),
        ask=stage.context.prompts,
        theme=stage.theme,
        words=stage.words,
    )
    stage.copies = section
    stage.go(PageName.SETTINGS)
    stage.press(stage.words.tr("Copies and erasing"))


def _restore(stage: Stage) -> None:
    backups = _copies(stage)
    bad = backups.copies()[2]
    at = bad.stat().st_mtime
    bad.write_bytes(bad.read_bytes()[:5_000])
    os.utime(bad, (at, at))
    now = stage.clock.now()
    copies = list_copies(Backups(stage.desk.file.path))
    RestoreSheet(copies, now, stage.clock.zone(now), stage.theme, stage.words, stage.window).open()


def _reminder(stage: Stage) -> None:
    set_keep_until(stage.desk, stage.program, _today(stage) - timedelta(days=3))
    stage.go(PageName.HOME)


def _keep_until(stage: Stage) -> None:
    stage.go(PageName.HOME)
    KeepUntilSheet(stage.desk, stage.program, stage.context, stage.window).open()


def _withdraw(stage: Stage) -> None:
    for entry in stage.folders.entries():
        folder = stage.folders.session(entry.id)
        quotes = folder.notes_of(NoteKind.QUOTE) if folder is not None else ()
        for quote in quotes:
            if quote.body.consent is Consent.YES:
                stage.go(PageName.CLOSE, entry.id)
                WithdrawSheet(stage.desk, quote.id, quote.body, stage.context, stage.window).open()
                return


SCENES = (
    Scene("erase-session", "Erase a session", _erase_session),
    Scene("erase-circle", "Erase a circle, a stick away", _erase_circle),
    Scene("erase-everything", "Erase everything", _erase_everything, ("light", "large", "spanish")),
    Scene("erased", "Erased, with a copy that is not there", _erased),
    Scene("copies-settings", "Settings, the copies", _settings_copies),
    Scene("copies-restore", "Go back to a copy", _restore),
    Scene("kept-long-enough", "Home, kept long enough", _reminder),
    Scene("kept-until", "How long it is kept", _keep_until, ("light", "dark", "large")),
    Scene("withdraw", "Withdraw a quote", _withdraw),
)
