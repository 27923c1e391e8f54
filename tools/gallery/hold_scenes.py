"""What this desk holds, holds for public-records requests, and what was erased, in their states."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QLineEdit

from dialogue_desk.desk.erasing.erase import erase, withdraw_quote
from dialogue_desk.desk.erasing.holds import put_on_hold
from dialogue_desk.desk.erasing.retention import set_keep_until
from dialogue_desk.desk.program.program_edits import circles_of
from dialogue_desk.domain.model.ids import MINUTE, RecordId
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.erasing.erase_sheet import EraseSheet
from dialogue_desk.words.times import local_datetime
from tools.gallery.scene import Scene
from tools.gallery.stage import Stage


def _circles(stage: Stage) -> list[RecordId]:
    return [one.id for one in sorted(circles_of(stage.desk, stage.program), key=lambda one: one.body.code)]


def _set_days(stage: Stage, days: int) -> None:
    now = stage.clock.now()
    today = local_datetime(now, stage.clock.zone(now)).date()
    set_keep_until(stage.desk, stage.program, today + timedelta(days=days))


def _hold(stage: Stage) -> RecordId:
    """Put the second circle on hold."""
    held = _circles(stage)[1]
    put_on_hold(stage.desk, held, "2026-114")
    return held


def _erase_some(stage: Stage) -> None:
    """Take a quote back, then erase a circle."""
    desk = stage.desk
    quotes = [
        quote.id
        for entry in stage.folders.entries()
        if (folder := stage.folders.session(entry.id)) is not None
        for quote in folder.notes_of(NoteKind.QUOTE)
    ]
    withdraw_quote(desk, quotes[0])
    stage.clock.advance(MINUTE)
    erase(desk, _circles(stage)[-1])


def _what_we_hold(stage: Stage) -> None:
    _set_days(stage, 400)
    _erase_some(stage)
    _hold(stage)
    stage.holding = stage.workspace.desk_actions.holding_section()
    stage.go(PageName.SETTINGS)
    stage.press(stage.words.tr("What we hold"))


def _hold_sheet(stage: Stage) -> None:
    stage.go(PageName.HOME)
    stage.workspace.desk_actions.hold(_circles(stage)[0])


def _held_sheet(stage: Stage) -> None:
    held = _hold(stage)
    stage.go(PageName.HOME)
    stage.workspace.desk_actions.hold(held)


def _home_on_hold(stage: Stage) -> None:
    _set_days(stage, -3)
    _hold(stage)
    stage.go(PageName.HOME)


def _asked_twice(stage: Stage) -> None:
    held = _hold(stage)
    stage.go(PageName.HOME)
    stage.workspace.desk_actions.erase(held)
    stage.settle()
    sheet = stage.the(EraseSheet)
    sheet.findChildren(QLineEdit)[0].setText("C02")
    sheet.do_it.click()


SCENES = (
    Scene("what-we-hold", "Settings, what we hold", _what_we_hold),
    Scene("hold", "Put a circle on hold", _hold_sheet, ("light", "large", "spanish")),
    Scene("hold-end", "A circle that is on hold", _held_sheet, ("light", "large")),
    Scene("home-on-hold", "Home, past its day and on hold", _home_on_hold),
    Scene("erase-on-hold", "Erase a circle that is on hold", _asked_twice),
)
