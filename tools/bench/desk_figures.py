"""What the desk does without a window: saving a note, importing packages, writing documents."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.packages import export_session
from dialogue_desk.desk.program.found_files import files_found
from dialogue_desk.desk.program.imports import import_packages, read_packages
from dialogue_desk.desk.session.session_edits import SessionDraft, create_session
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.ids import MINUTE, RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind, Spread
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.domain.overview.summary import summary_of
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.reports.document_files import write_document
from dialogue_desk.reports.program_report import program_document
from dialogue_desk.reports.session_summary import session_document
from dialogue_desk.resources import resource
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words
from tools.bench.crowd import EVENING
from tools.bench.figures import Figure, in_turn, middle_and_worst
from tools.bench.floors import copied_rows, one_row
from tools.manual_clock import ManualClock

PACKAGES, NOTES = 300, 60
SAID = "Stops near the school feel random, and nobody says why; {} people at the table nodded."


def desk_figures(folder: Path) -> Iterator[Figure]:
    """Yield the figures, working in ``folder``."""
    words = Words()
    source = _desk(folder / "source.db", 1)
    folders = Folders(source, GuideShelf(resource("guides"), words))
    for number in range(PACKAGES):
        _a_session(source, folders, number)
    yield _note(folder)
    for entry in folders.entries():
        session = folders.session(entry.id)
        if session is not None:
            export_session(source, session, folder / "packages")
    yield from _imported(folder, words)
    yield from _documents(folder, folders, words)
    source.file.close()


def _note(folder: Path) -> Figure:
    """Measure a note as it goes to disk, with a text that nobody has typed before."""
    desk = _desk(folder / "note.db", 2)
    numbers = itertools.count()

    def keep() -> None:
        desk.add(RecordId("session"), _a_note(next(numbers)))

    with one_row(folder / "floor.db") as insert:
        times, floor = in_turn(keep, lambda: insert(SAID), runs=400, warm_up=20)
    desk.file.close()
    middle, worst = middle_and_worst(times)
    least = middle_and_worst(floor)[0]
    return Figure(
        "Enter to committed note",
        "ms",
        middle,
        worst,
        "within 3x its floor",
        middle <= 3 * least,
        "one raw sqlite3 insert, same pragmas",
        least,
    )


def _imported(folder: Path, words: Words) -> Iterator[Figure]:
    paths = files_found([folder / "packages"]).files
    runs = itertools.count()
    reader = PackageReader(words)

    def all_of_them() -> None:
        desk = _desk(folder / f"imported-{next(runs)}.db", 3)
        import_packages(desk, read_packages(paths, reader, words), words)
        desk.file.close()

    all_of_them()
    with copied_rows(folder / "imported-0.db", folder) as copy:
        times, floor = in_turn(all_of_them, copy, runs=5)
    middle, worst = middle_and_worst(times)
    least = middle_and_worst(floor)[0]
    yield Figure(
        f"{len(paths)} packages x {NOTES} notes imported",
        "ms",
        middle,
        worst,
        "within 4x its floor",
        middle <= 4 * least,
        "raw executemany of the same rows, one transaction",
        least,
    )
    rate = len(paths) / middle * 1000
    yield Figure("packages imported", "a second", rate, rate, "above 300", rate > 300)


def _documents(folder: Path, folders: Folders, words: Words) -> Iterator[Figure]:
    entry = folders.entries()[0]
    session = folders.session(entry.id)
    if session is None:
        return
    summary = session_document(summary_of(session), words)
    report = program_document(report_plan(folders.picture(None)), words)
    for name, document, runs in (
        ("session summary to PDF", summary, 5),
        (f"report on {PACKAGES} sessions to PDF", report, 1),
    ):
        path = folder / "paper.pdf"
        times, _ = in_turn(
            lambda document=document, path=path: write_document(document, path, words),  # type: ignore[misc]
            lambda: None,
            runs,
            warm_up=0,
        )
        middle, worst = middle_and_worst(times)
        yield Figure(name, "ms", middle, worst, "told, no aim", reached=True)


def _desk(path: Path, seed: int) -> Desk:
    return Desk(DeskFile(path), ManualClock(EVENING, -240), RandomIds(seed))


def _a_session(desk: Desk, folders: Folders, number: int) -> None:
    text = folders.shelf.translations("safety-together")["en"]
    session_draft = SessionDraft(
        (text,), "s1", 1, EVENING, EVENING + 120 * MINUTE, 11, circle=Circle(f"C{number:03}")
    )
    session = create_session(desk, session_draft)
    writes = (Write.of(desk.new_id(), session, _a_note(index)) for index in range(NOTES))
    desk.perform(Edit(Act.WRITE, tuple(writes)))


def _a_note(number: int) -> Note:
    return Note(
        NoteKind.CONCERN, SAID.format(number), "noticing", Spread.A_FEW, language="en", said_at=EVENING
    )
