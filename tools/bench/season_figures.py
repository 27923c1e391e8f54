"""What an organizer waits for with a whole season on the desk: 48 circles, some 17,000 notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from uuid import NAMESPACE_OID, uuid5

import msgspec

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.packages import session_records
from dialogue_desk.desk.leaving.report_files import ReportOptions, report_files
from dialogue_desk.desk.program.imports import import_packages, read_packages
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.domain.records.encoding import decode_records, encode_edition, json_text
from dialogue_desk.domain.records.records import Record
from dialogue_desk.exchange.package import About, PackageReader, contents_of
from dialogue_desk.reports.report_papers import ReportPaper
from dialogue_desk.resources import resource
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words
from tools.bench.figures import Figure, middle_and_worst, milliseconds
from tools.bench.window_figures import until_painted
from tools.manual_clock import ManualClock
from tools.season.season import FIRST_EVENING, season_desk

_RUNS = 3
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
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
    path = folder / "desk.db"
    program = season_desk(path)
    times = [until_painted("tools.bench.painted_overview", str(folder), program) for _ in range(_RUNS)]
    middle, worst = middle_and_worst(times)
    name = "process start to the Overview of 48 circles"
    yield Figure(name, "ms", middle, worst, "under 5000 ms", middle < 5_000)
    desk = Desk(DeskFile(path), ManualClock(FIRST_EVENING), RandomIds(1))
    folders = Folders(desk, GuideShelf(resource("guides"), Words()))
    pictures: list[ProgramPicture] = []
    times = [milliseconds(lambda: pictures.append(folders.picture(program))) for _ in range(_RUNS)]
    middle, worst = middle_and_worst(times)
    yield Figure("picture of 48 circles read", "ms", middle, worst, "under 5000 ms", middle < 5_000)
    yield _import(folder, desk, folders)
    for name, options, most in _PAPERS:
        write = partial(_write, pictures[0], options, folder)
        middle, worst = middle_and_worst([milliseconds(write) for _ in range(_RUNS)])
        yield Figure(f"48 circles: {name}", "ms", middle, worst, f"under {most} ms", middle < most)
    desk.file.close()


def _import(folder: Path, desk: Desk, folders: Folders) -> Figure:
    """Measure how long it takes to open a package of each session on a new desk."""
    words = Words()
    paths: list[Path] = []
    for entry in folders.entries():
        session = folders.session(entry.id)
        assert session is not None, "it was just listed"
        about = About("session", circle=entry.circle.code, session=entry.session.number)
        packed, _ = contents_of(_fit_to_leave(list(session_records(desk, session))), about).packed()
        paths.append(folder / f"{len(paths):03}.dialogue")
        paths[-1].write_bytes(packed)
    times = []
    for run in range(_RUNS):
        with closing(DeskFile(folder / f"opened{run}.db")) as file:
            fresh = Desk(file, ManualClock(FIRST_EVENING), RandomIds(run))
            plan = partial(read_packages, paths, PackageReader(words), words)
            times.append(milliseconds(lambda: import_packages(fresh, plan(), words)))  # noqa: B023  # at once
            assert sum(1 for _ in fresh.file.records.of_kind(Kind.SESSION)) == len(paths)
    middle, worst = middle_and_worst(times)
    return Figure(f"{len(paths)} packages opened", "ms", middle, worst, "under 5000 ms", middle < 5_000)


def _fit_to_leave(records: Iterable[Record]) -> Iterable[Record]:
    """Return records of the season with ids as packages want them: its own are short, to be read in tests."""
    known: dict[str, str] = {
        one.id: str(uuid5(NAMESPACE_OID, one.id)) for one in records if one.kind is not Kind.GUIDE
    }
    lines = (json_text(encode_edition(record, record.shown)) for record in records)
    renamed = (_QUOTED.sub(lambda found: f'"{known.get(found[1], found[1])}"', line) for line in lines)
    return decode_records(map(msgspec.json.decode, renamed)).values()


def _write(picture: ProgramPicture, options: ReportOptions, folder: Path) -> None:
    for file in report_files(picture, options, "season", _DAY):
        (folder / file.name).write_bytes(file.make_bytes())
