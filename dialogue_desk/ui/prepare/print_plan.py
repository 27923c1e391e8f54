"""Saves the plan of a session as it is prepared, for the wall and for who leads with you."""

from __future__ import annotations

from dialogue_desk.domain.notes.open_threads import open_threads
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.run.outlook import Outlook
from dialogue_desk.reports.document_files import write_document
from dialogue_desk.reports.session_plan import PlanSheet, plan_document
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.prompts import FileKind
from dialogue_desk.ui.core.save_file import save_file
from dialogue_desk.ui.prepare.plan_text import verdict
from dialogue_desk.ui.prepare.session_form import SessionForm


def print_plan(
    context: Context,
    form: SessionForm,
    found: Outlook,
    zone: int,
    last: SessionFolder | None,
    rules: tuple[str, ...],
) -> None:
    """Ask where to save the plan, and write it there; ``last`` is what the circle did before."""
    words = context.words
    threads = open_threads(last) if last is not None else None
    headline = form.headline.value.text()
    sheet = PlanSheet(
        title=headline,
        subtitle=" · ".join((form.headline.note.text(), form.when_text())),
        circle=headline,
        outlook=found,
        zone=zone,
        to_bring=tuple(dict.fromkeys(thing for one in found.parts for thing in one.part.materials)),
        left_open=(*threads.parked, *threads.questions, *threads.stepless) if threads else (),
        rules=rules,
        verdict=verdict(found, zone, words) if found.late > 0 or found.delayed else "",
    )
    document = plan_document(sheet, words)
    save_file(
        context,
        words.tr("Save the plan"),
        words.tr("plan") + ".pdf",
        FileKind(words.tr("Plan of a session"), (".pdf",)),
        lambda path: write_document(document, path, words),
    )
