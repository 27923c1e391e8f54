"""Reads packages, shows what would become of them, imports them and shows the result.

This module is imported when the first package is opened, so that starting the app does not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.program.circle_partner import possible_partner
from dialogue_desk.desk.program.found_files import files_found, passed_sentences
from dialogue_desk.desk.program.import_preview import Standing, previewed
from dialogue_desk.desk.program.imports import (
    ImportPlan,
    ImportResult,
    import_packages,
    still_differing,
)
from dialogue_desk.desk.program.package_reading import PackageReading
from dialogue_desk.desk.trust.left_out import left_out_of
from dialogue_desk.desk.trust.waiting_changes import settle, waiting_changes
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program, Session
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.domain.records.trust import Claim
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.exchange.sealing import Keyring
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.worker import Progress
from dialogue_desk.ui.importing.import_result import ImportResultSheet, headline
from dialogue_desk.ui.importing.partner_sheet import PartnerSheet
from dialogue_desk.ui.importing.preview_sheet import PreviewSheet
from dialogue_desk.ui.notes.conflict_queue import ConflictQueue
from dialogue_desk.ui.widgets.toast import UNDO
from dialogue_desk.words import Words


def read_files(
    paths: Sequence[Path], keys: Keyring, words: Words, reading: PackageReading, progress: Progress
) -> ImportPlan:
    """Read and check the packages in ``paths``, files and folders alike; import none yet."""
    progress(0, 0)
    found = files_found(paths)
    plan = reading.read(found.files, PackageReader(words, keys), words, progress)
    return replace(plan, passed=found.passed)


@dataclass(frozen=True, slots=True)
class Further:
    """Where a person can go from opened files: to what they are about, what waits or was left out.

    ``done`` is told which files a person has dealt with.
    """

    program: Callable[[str], None]
    session: Callable[[str], None]
    waiting: Callable[[], None]
    left_out: Callable[[Sequence[Claim]], None]
    done: Callable[[Sequence[Path]], None]


def look_and_import(
    plan: ImportPlan, desk: Desk, context: Context, window: QWidget, further: Further
) -> None:
    """Import what was read; of several files, or where it is not plain, a person looks first.

    Raises:
        DeskTrouble: when it could not be written; then nothing was imported.
    """
    words = context.words
    if not plan.packages and not plan.refused and not plan.locked:
        no_package = words.tr(
            "There is no package there. Packages end in .dialogue; choose another file or folder."
        )
        context.toast.say(" ".join((no_package, *passed_sentences(plan.passed, words))))
        return
    preview = previewed(desk, plan, words)
    again = {Standing.AWAY, Standing.LOCKED}
    paths = tuple(one.path for one in preview.files if one.standing not in again)

    def go_on(left_out: Collection[Path] = ()) -> None:
        import_and_report(plan.without(left_out), desk, context, window, further)
        further.done(paths)

    if preview.goes_without_saying:
        go_on()
        return
    sheet = PreviewSheet(preview, context, window)
    sheet.wanted.connect(go_on)
    if not preview.coming:
        sheet.finished.connect(lambda _: further.done(paths))
    still = sorted(still_differing(desk, plan.packages))
    sheet.choosing_wanted.connect(lambda: ConflictQueue(desk, still, context, window).start())
    sheet.open()


def import_and_report(
    plan: ImportPlan, desk: Desk, context: Context, window: QWidget, further: Further
) -> None:
    """Import what was read, ask what has to be asked about the laptops it came from, and show the result.

    Raises:
        DeskTrouble: when it could not be written; then nothing was imported.
    """
    words = context.words
    result = import_packages(desk, plan, words)
    if result.imported:
        context.toast.say(headline(result, words), action=words.tr("Undo"), action_id=UNDO)
    report = partial(_report, result, desk, context, window, further)
    partner = possible_partner(desk, (*result.imported, *result.known))
    if partner is None:
        report(None)
        return
    sheet = PartnerSheet(partner, desk, context, window)
    # What waited for a laptop that was just accepted waits no more.
    sheet.finished.connect(lambda _: report(settle(desk)))
    sheet.open()


def _report(
    result: ImportResult,
    desk: Desk,
    context: Context,
    window: QWidget,
    further: Further,
    settled: Outcome | None,
) -> None:
    outcomes = [one for one in (result.outcome, settled) if one is not None]
    touched = desk.file.records.known({key for one in outcomes for key in one.conflicts})
    differing = sorted(
        {key for key, record in touched.items() if record.in_conflict}
        | still_differing(desk, (*result.imported, *result.known))
    )
    result = replace(result, conflicts=len(differing), waiting=waiting_changes(desk))
    left_out = left_out_of(desk, (*result.imported, *result.known))
    session = session_to_show(result)
    opens = "" if session is None else opening_text(desk, session, context.words)
    sheet = ImportResultSheet(
        result, context.theme, context.words, window, left_out=bool(left_out), opens=opens
    )
    sheet.session_wanted.connect(partial(further.session, session or ""))
    sheet.program_wanted.connect(partial(further.program, program_to_show(result)))
    sheet.choosing_wanted.connect(lambda: ConflictQueue(desk, differing, context, window).start())
    sheet.waiting_wanted.connect(further.waiting)
    sheet.left_out_wanted.connect(partial(further.left_out, left_out))
    sheet.open()


def program_to_show(result: ImportResult) -> str:
    """Return the id of the program a person most likely wants to see now, or an empty string."""
    for one in (*result.imported, *result.known):
        for record in one.incoming.records.values():
            if isinstance(record.body, Program):
                return record.id
            if isinstance(record.body, Circle) and record.body.program:
                return record.body.program
    return ""


def session_to_show(result: ImportResult) -> RecordId | None:
    """Return the one session that all the packages are about, or None when it is not one."""
    packages = (*result.imported, *result.known)
    found = {
        record.id
        for one in packages
        for record in one.incoming.records.values()
        if isinstance(record.body, Session)
    }
    return found.pop() if len(found) == 1 else None


def opening_text(desk: Desk, session_id: RecordId, words: Words) -> str:
    """Return "Open C05, session 2 (17 notes)", or "" when the session is not here."""
    record = desk.get(session_id)
    circle = None if record is None else desk.get(record.owner)
    if record is None or not isinstance(record.body, Session):
        return ""
    notes = sum(note.body is not None for note in desk.file.records.under(session_id, Kind.NOTE))
    code = circle.body.code if circle is not None and isinstance(circle.body, Circle) else "?"
    return words.ntr(
        "Open {code}, session {number} ({count} note)",
        "Open {code}, session {number} ({count} notes)",
        notes,
        code=safe_in_sentence(code),
        number=record.body.number,
    )
