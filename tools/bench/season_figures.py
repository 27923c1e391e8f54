"""What an organizer waits for with a whole season on the desk: 48 circles, some 17,000 notes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.report_files import ReportOptions, report_files
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.reports.report_papers import ReportPaper
from dialogue_desk.resources import resource
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words
from tools.bench.figures import Figure, middle_and_worst, milliseconds
from tools.manual_clock import ManualClock
from tools.season.season import FIRST_EVENING, season_desk

_RUNS = 3
_DAY = date(2027, 4, 2)
_PAPERS = (
    ("report as PDF for screen readers", ReportOptions(), 4_000),
    ("report as PDF", ReportOptions(accessible=False), 4_000),
    ("report in large print", ReportOptions(large=True), 4_000),
    ("report as Word document", ReportOptions(ending=".docx"), 8_000),
    ("annex as web page", ReportOptions((ReportPaper.ANNEX,), ".html"), 5_000),
    ("council summary as PDF", ReportOptions((ReportPaper.COUNCIL,)), 4_000),
    ("poster as PDF", ReportOptions((ReportPaper.POSTER,), accessible=False), 4_000),
)


def season_figures(folder: Path) -> Iterator[Figure]:
    """Yield how long the picture of the season takes, and each of its papers, chosen and set anew."""
    path = folder / "season.db"
    program = season_desk(path)
    desk = Desk(DeskFile(path), ManualClock(FIRST_EVENING), RandomIds(1))
    folders = Folders(desk, GuideShelf(resource("guides"), Words()))
    pictures: list[ProgramPicture] = []
    times = [milliseconds(lambda: pictures.append(folders.picture(program))) for _ in range(_RUNS)]
    middle, worst = middle_and_worst(times)
    yield Figure("picture of 48 circles read", "ms", middle, worst, "under 5000 ms", middle < 5_000)
    for name, options, most in _PAPERS:
        write = partial(_write, pictures[0], options, folder)
        middle, worst = middle_and_worst([milliseconds(write) for _ in range(_RUNS)])
        yield Figure(f"48 circles: {name}", "ms", middle, worst, f"under {most} ms", middle < most)
    desk.file.close()


def _write(picture: ProgramPicture, options: ReportOptions, folder: Path) -> None:
    for file in report_files(picture, options, "season", _DAY):
        (folder / file.name).write_bytes(file.make_bytes())
