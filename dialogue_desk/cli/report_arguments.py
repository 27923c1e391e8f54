"""The arguments of ``report``: a desk's reports."""

from __future__ import annotations

import argparse
from pathlib import Path

from dialogue_desk.cli.argument_parts import PAPERS, Added, explained, not_among
from dialogue_desk.cli.report_command import write_report
from dialogue_desk.domain.model.document import PaperSize
from dialogue_desk.reports.report_papers import ReportPaper, report_paper_name
from dialogue_desk.words import LANGUAGES, Words


def add_report(added: Added, _: argparse.ArgumentParser, words: Words) -> None:
    """Add the command ``report``."""
    command = added(
        "report",
        help=words.tr("write the report of a desk, and what else a program gives out"),
        description=explained(
            words.tr(
                "Writes the report of each program of a desk as it is, without opening packages, with the "
                "same choices as the Report tab. A desk that is open in the window can be read at the same "
                "time. The documents:"
            ),
            *(f"{paper.value:17}{report_paper_name(paper, words)}" for paper in ReportPaper),
            "",
            "dialogue-desk report --desk all.desk --to papers",
            "dialogue-desk report --desk all.desk --to papers --document report,annex,poster \\",
            "  --format docx --report-language es --paper a4 --large-print",
        ),
    )
    on = words.tr("the desk file")
    command.add_argument("--desk", type=Path, required=True, metavar="DESK", help=on)
    to = words.tr("the folder to write to")
    command.add_argument("--to", type=Path, required=True, metavar="FOLDER", help=to)
    program = words.tr("only this program, by its code, name or id; if left out, all of them")
    command.add_argument("--program", default="", metavar="NAME", help=program)
    which = words.tr("which documents, with commas between them; if left out, the report")
    command.add_argument(
        "--document", dest="documents", action="extend", type=_documents, metavar="DOCUMENT", help=which
    )
    kind = words.tr("the kind of file; if left out, pdf. With other documents, the annex is a web page")
    command.add_argument("--format", choices=PAPERS, default="pdf", help=kind)
    language = words.tr("the language of the documents; if left out, that of the messages")
    command.add_argument("--report-language", choices=(*LANGUAGES, "both"), default="", help=language)
    sheets = words.tr("the sheet size for printed documents")
    command.add_argument("--paper", choices=tuple(PaperSize), default=PaperSize.LETTER, help=sheets)
    large = words.tr("in large print (18 points)")
    command.add_argument("--large-print", action="store_true", help=large)
    accessible = words.tr("a PDF that screen readers can follow; it is, unless you say --no-accessible")
    command.add_argument("--accessible", action=argparse.BooleanOptionalAction, default=True, help=accessible)
    data = words.tr("also write data for other tools into this folder")
    command.add_argument("--data", type=Path, metavar="FOLDER", help=data)
    command.set_defaults(run=write_report)


def _documents(text: str) -> list[ReportPaper]:
    names = [name.strip().lower() for name in text.split(",")]
    if wrong := [name for name in names if name not in set(ReportPaper)]:
        raise argparse.ArgumentTypeError(not_among(wrong, ReportPaper))
    return [ReportPaper(name) for name in names]
