"""The arguments of ``merge``: bringing packages together."""

from __future__ import annotations

import argparse
from pathlib import Path

from dialogue_desk.cli.argument_parts import Added, Files, add_keys, explained
from dialogue_desk.cli.commands import merge
from dialogue_desk.reports.document_files import ENDINGS
from dialogue_desk.words import Words


def add_merge(added: Added, _: argparse.ArgumentParser, words: Words) -> None:
    """Add the command ``merge``."""
    command = added(
        "merge",
        help=words.tr("bring packages together on a desk, and report on them"),
        description=explained(
            words.tr(
                "Opens packages and adds them to a desk file, in any order and as often as you like: "
                "the result is the same. A package that is damaged, made by another app, too new or "
                "harmful is named and left out, and the rest are added. If two laptops changed the "
                "same thing, both versions are kept, and a person chooses in the window. What a file "
                "would change or erase of what other laptops wrote waits: it is named, and the exit "
                "code is 1."
            ),
            "dialogue-desk merge stick more.dialogue --desk all.desk --report report.docx --data tables",
        ),
    )
    some = words.tr("a package, or a folder of them")
    command.add_argument("paths", type=Path, action=Files, nargs="+", metavar="PATH", help=some)
    into = words.tr("the desk file to add them to; it is created if it does not exist")
    command.add_argument("--desk", type=Path, required=True, metavar="DESK", help=into)
    dry_run = words.tr("only say what would become of each file; nothing is added or written")
    command.add_argument("--dry-run", action="store_true", help=dry_run)
    report = words.tr("write the program's report: FILE ends in .pdf, .docx, .html, .md or .txt")
    command.add_argument("--report", type=_paper, metavar="FILE", help=report)
    annex = words.tr("write every line behind the report, by theme; best as .html, which can be searched")
    command.add_argument("--annex", type=_annex, metavar="FILE", help=annex)
    council = words.tr(
        "write two pages for those who are asked: findings and asks, and a sheet for the answer"
    )
    command.add_argument("--council-summary", type=_paper, metavar="FILE", help=council)
    poster = words.tr("write a poster of one page")
    command.add_argument("--poster", type=_paper, metavar="FILE", help=poster)
    data = words.tr(
        "write tables of everything (CSV, XLSX, SQLite and, if DuckDB is installed, Parquet), sessions and "
        "themes in REFI-QDA, comments for Talk to the City, records.jsonl and a data card into this folder"
    )
    command.add_argument("--data", type=Path, metavar="FOLDER", help=data)
    changes = words.tr("make what these files, and those before, would change of what other laptops wrote")
    command.add_argument("--allow-changes", action="store_true", help=changes)
    erasing = words.tr(
        "erase what these files, and those before, would erase of what other laptops wrote; in the window it "
        "can be brought back for some days"
    )
    command.add_argument("--allow-erasing", action="store_true", help=erasing)
    add_keys(command, words)
    command.set_defaults(run=merge)


def _annex(text: str) -> Path:
    """Return where the annex goes; as a Word file it would take minutes, and Word opens web pages."""
    path = _paper(text)
    if path.suffix.lower() == ".docx":
        raise argparse.ArgumentTypeError(", ".join(ending for ending in ENDINGS if ending != ".docx"))
    return path


def _paper(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in ENDINGS:
        raise argparse.ArgumentTypeError(", ".join(ENDINGS))
    return path
