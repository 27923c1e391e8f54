"""Writes what a program gives out from the command line: report, annex, council summary and poster."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from dialogue_desk.cli.output import complain, say
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders, ProgramEntry
from dialogue_desk.desk.leaving.data_files import Programs, parquet_sentence, remember_data, write_data
from dialogue_desk.desk.leaving.packages import plain_name, remember_papers
from dialogue_desk.desk.leaving.report_files import ReportOptions, report_concern, write_paper
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.reports.report_papers import ReportPaper, report_paper_name
from dialogue_desk.words import Words


def papers_asked_for(options: argparse.Namespace) -> dict[ReportPaper, Path]:
    """Return where each paper is to be written that was asked for."""
    given = {paper: getattr(options, paper.value.replace("-", "_"), None) for paper in ReportPaper}
    return {paper: path for paper, path in given.items() if path is not None}


def write_papers(
    desk: Desk, folders: Folders, wanted: Mapping[ReportPaper, Path], day: date, words: Words
) -> None:
    """Write what was asked for of the desk's program; with several programs, each under its own name.

    The desk remembers where they went, for whoever takes a quote back.
    """
    programs = folders.programs()
    if not programs:
        complain(words.tr("There is no circle on this desk yet, so no report was written."))
    for entry in programs:
        picture = folders.picture(entry.id)
        tell_unchecked(picture, words)
        for paper, path in wanted.items():
            to = path if len(programs) == 1 else path.with_stem(f"{path.stem}-{short_name(entry, programs)}")
            options = ReportOptions((paper,), to.suffix.lower(), words.language)
            if concern := report_concern(picture, options, words):
                complain(concern)
            write_paper(picture, paper, to, words, day)
            if entry.id is not None:
                remember_papers(desk, entry.id, [to])
            say_written(paper, to, words)


def say_written(paper: ReportPaper, path: Path, words: Words) -> None:
    """Say where a paper is."""
    if paper is ReportPaper.REPORT:
        say(words.tr("Report: {file}", file=path))
    else:
        say(words.tr("{paper}: {file}", paper=report_paper_name(paper, words), file=path))


def tell_unchecked(picture: ProgramPicture, words: Words) -> None:
    """Say of how many sessions in a report nobody checked that the notes name anyone."""
    if picture.unchecked:
        complain(
            words.ntr(
                "Names: in {count} session of the report, nobody checked that the notes do not name anyone.",
                "Names: in {count} sessions of the report, nobody checked that the notes do not name anyone.",
                picture.unchecked,
            )
        )


def short_name(entry: ProgramEntry, among: Sequence[ProgramEntry]) -> str:
    """Return how the names of a program's files begin, so that those of two programs differ."""
    names = [plain_name(one.program.called) if one.program else "" for one in among]
    name = names[among.index(entry)]
    return name if name and names.count(name) == 1 else f"{name}-{(entry.id or 'other')[-6:]}".strip("-")


def write_tables(
    desk: Desk, folders: Folders, to: Path | None, words: Words, of: Programs | None = None
) -> None:
    """Write the data for other tools into a folder, if one was asked for, and say so."""
    if to is None:
        return
    written = write_data(desk, folders, to, of)
    remember_data(desk, to, of)
    say(words.tr("{count} data files: {folder}", count=len(written), folder=to))
    if missing := parquet_sentence(words):
        complain(missing)
