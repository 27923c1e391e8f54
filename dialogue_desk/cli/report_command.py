"""``report``: what a program gives out, from a desk as it is, with every choice that the window has."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from dialogue_desk.cli.commands import CANNOT_BE, DONE
from dialogue_desk.cli.output import complain
from dialogue_desk.cli.program_command import is_called
from dialogue_desk.cli.program_papers import say_written, short_name, tell_unchecked, write_tables
from dialogue_desk.desk.clock import SystemClock
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders, ProgramEntry
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.packages import remember_papers
from dialogue_desk.desk.leaving.report_files import ReportOptions, report_concern, report_files, today
from dialogue_desk.domain.model.document import PaperSize
from dialogue_desk.reports.report_papers import ReportPaper
from dialogue_desk.resources import resource
from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.whole_file import write_files
from dialogue_desk.words import LANGUAGES, Words


def write_report(options: argparse.Namespace, words: Words) -> int:
    """Write the documents that were asked for of each program of a desk, or of one."""
    if not options.desk.is_file():
        complain(words.tr("There is no desk file “{file}”. Check its name.", file=options.desk))
        return CANNOT_BE
    chosen = ReportOptions(
        tuple(dict.fromkeys(options.documents or (ReportPaper.REPORT,))),
        f".{options.format}",
        *_languages(options.report_language, words),
        size=PaperSize(options.paper),
        large=options.large_print,
        accessible=options.accessible,
    )
    _tell_of_web_page(chosen, words)
    with _desk_to_read(options.desk) as desk:
        folders = Folders(desk, GuideShelf(resource("guides"), words))
        programs = folders.programs()
        wanted = [entry for entry in programs if not options.program or _is_called(options.program, entry)]
        if not wanted:
            _complain_of_no_program(programs, options.program, words)
            return CANNOT_BE
        for entry in wanted:
            picture = folders.picture(entry.id)
            tell_unchecked(picture, words)
            if concern := report_concern(picture, chosen, words):
                complain(concern)
            files = report_files(picture, chosen, short_name(entry, programs), today(desk))
            written = write_files(files, options.to)
            if entry.id is not None:
                remember_papers(desk, entry.id, written)
            for paper, path in zip(chosen.papers, written, strict=True):
                say_written(paper, path, words)
        write_tables(desk, folders, options.data, words, [entry.id for entry in wanted])
    return DONE


def _languages(asked: str, words: Words) -> tuple[str, str]:
    """Return the language of the report, and a second one for both."""
    if asked != "both":
        return asked or words.language, ""
    return words.language, next(code for code in LANGUAGES if code != words.language)


def _is_called(wanted: str, entry: ProgramEntry) -> bool:
    return entry.program is not None and is_called(wanted, entry.id or "", entry.program)


def _tell_of_web_page(asked: ReportOptions, words: Words) -> None:
    """Say that the annex is a web page where another kind of file was asked for."""
    annex = ReportPaper.ANNEX
    if annex in asked.papers and asked.ending_of(annex) != asked.ending:
        complain(words.tr("The annex is written as a web page: printed, it would have too many pages."))


def _complain_of_no_program(programs: list[ProgramEntry], asked: str, words: Words) -> None:
    if not programs:
        complain(words.tr("There is no circle on this desk yet, so no report was written."))
        return
    complain(words.tr("There is no program “{program}” on this desk. Nothing was written.", program=asked))
    for entry in programs:
        if entry.program:
            complain(f"  {entry.program.called}")


@contextmanager
def _desk_to_read(path: Path) -> Iterator[Desk]:
    """Open a desk; one that is open in the window is read beside it."""
    try:
        file = DeskFile(path)
    except DeskTrouble as trouble:
        if trouble.trouble is not Trouble.LOCKED:
            raise
        file = DeskFile.opened_read_only(path)
    with closing(file):
        yield Desk(file, SystemClock(), RandomIds())
