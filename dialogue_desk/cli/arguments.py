"""The arguments of the command line, and its help."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Callable, Iterable
from datetime import time
from functools import partial
from pathlib import Path
from typing import TypeAlias

from dialogue_desk import __version__
from dialogue_desk.cli.circles_command import finish_circles, form_circles, print_slip
from dialogue_desk.cli.code_command import find_code
from dialogue_desk.cli.commands import check_guides, demo, export, inspect, merge
from dialogue_desk.cli.follow_command import keep_answers
from dialogue_desk.cli.guide_command import guide_from_document
from dialogue_desk.cli.print_command import print_guide
from dialogue_desk.cli.privacy_command import look_through
from dialogue_desk.cli.program_command import (
    archive_program,
    hand_over,
    save_program_key,
    share_work,
    take_program_over,
)
from dialogue_desk.cli.report_command import write_report
from dialogue_desk.cli.spoken_parser import SpokenParser
from dialogue_desk.cli.themes_command import suggest_themes
from dialogue_desk.desk.leaving.data_files import DataFormat
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.circles import MOST_PEOPLE
from dialogue_desk.domain.model.document import PaperSize
from dialogue_desk.exchange.forming_file import FORMING_SUFFIX
from dialogue_desk.exchange.guide_files import SUFFIX
from dialogue_desk.reports.document_files import ENDINGS
from dialogue_desk.reports.guide_papers import GuidePaper, paper_name
from dialogue_desk.reports.report_papers import ReportPaper, report_paper_name
from dialogue_desk.words import LANGUAGES, Words

Added: TypeAlias = Callable[..., argparse.ArgumentParser]
"""Adds a command and returns its parser."""

_LINE = 96
_PAPERS = tuple(ending[1:] for ending in ENDINGS)


def parser_in(words: Words) -> argparse.ArgumentParser:
    """Return the parser of the arguments, with its help in the language of ``words``."""
    language = argparse.ArgumentParser(add_help=False)
    language.add_argument(
        "--language",
        choices=tuple(LANGUAGES),
        default=argparse.SUPPRESS,
        help=words.tr("the language of messages and reports; each summary is in its circle's own language"),
    )
    parser = SpokenParser(
        words=words,
        prog="dialogue-desk",
        parents=[language],
        description=_explained(
            words.tr("Dialogue Desk without a window: packages, guides and reports of dialogue circles."),
            "dialogue-desk demo --out demo",
            "dialogue-desk merge demo/packages --desk all.desk --report report.pdf --data tables",
            "dialogue-desk inspect demo/packages/*.dialogue",
            "dialogue-desk guide check my-guide.en.guide.md my-guide.es.guide.md",
        ),
        epilog=_explained(
            words.tr(
                "Exit code: 0 if everything was done; 1 if everything was done except for files that "
                "were refused or changes that wait (each is named, with the reason, on the error "
                "stream); 2 if it cannot be done as asked. To learn more about a command:"
            ),
            "dialogue-desk merge --help",
        ),
    )
    version = words.tr("show the version")
    parser.add_argument("--version", action="version", version=f"Dialogue Desk {__version__}", help=version)
    added = _adding_to(parser, language, words)
    alike = (
        _add_demo,
        _add_guide,
        _add_inspect,
        _add_merge,
        _add_report,
        _add_export,
        _add_code,
        _add_program,
        _add_circles,
        _add_privacy,
        _add_themes,
    )
    for add in alike:
        add(added, language, words)
    return parser


def _add_demo(added: Added, _: argparse.ArgumentParser, words: Words) -> None:
    command = added(
        "demo",
        help=words.tr("write the packages, summaries and report of the sample community"),
        description=_explained(
            words.tr(
                "Writes what the sample community left behind: five circles in a made-up town, two "
                "sessions each. It writes DIR/packages, DIR/summaries and DIR/report. The packages "
                "are the same every time. Nothing that people entered on this laptop is changed."
            ),
            "dialogue-desk demo --out demo",
        ),
    )
    to = words.tr("the folder to write to")
    command.add_argument("--out", type=Path, required=True, metavar="DIR", help=to)
    command.set_defaults(run=demo)


def _add_guide(added: Added, language: argparse.ArgumentParser, words: Words) -> None:
    guide = added(
        "guide",
        help=words.tr("check and print guides, or make one from a document"),
        description=_explained(
            words.tr("What you can do with guides."),
            "dialogue-desk guide check my-guide.en.guide.md",
            "dialogue-desk guide print my-guide.en.guide.md --session s1 --out papers",
            "dialogue-desk guide from our-evening.docx --out our-evening.guide.md",
        ),
    )
    to_guide = _adding_to(guide, language, words)
    _add_guide_print(to_guide, words)
    _add_guide_from(to_guide, words)
    command = to_guide(
        "check",
        help=words.tr("show what is wrong with guide files, and what will go wrong in the session"),
        description=_explained(
            words.tr(
                "Lists, with file and line, what cannot be read in guide files and what will go "
                "wrong in the session: parts that do not add up, a go-round that is too long for the "
                "people who come, words that take too long to read aloud, no closing. Hints say what "
                "could be better. If you name the files of one guide in two languages together, they "
                "are compared."
            ),
            "dialogue-desk guide check my-guide.en.guide.md my-guide.es.guide.md",
        ),
    )
    one = words.tr("a guide; its name ends in .guide.md")
    command.add_argument("files", type=Path, nargs="+", metavar="FILE", help=one)
    people = words.tr("how many people come; without it, the largest circle each guide is made for")
    command.add_argument("--people", type=_head_count, metavar="N", help=people)
    command.set_defaults(run=check_guides)


def _add_guide_print(added: Added, words: Words) -> None:
    command = added(
        "print",
        help=words.tr("write the documents of a session: script, cards, forms and more"),
        description=_explained(
            words.tr(
                "Writes what facilitators, note-takers and participants of a session hold in their hands. If "
                "you name the files of one guide in two languages, each document has both, one after the "
                "other. If the guide has nothing for a document, such as no cards, it says so. The documents:"
            ),
            *(f"{paper.value:10}{paper_name(paper, words)}" for paper in GuidePaper),
            "",
            "dialogue-desk guide print my-guide.en.guide.md --session s1 --out papers",
            "dialogue-desk guide print my-guide.en.guide.md my-guide.es.guide.md --session s1 \\",
            "  --paper script,cards --out papers --a4 --large --start 19:00 --people 11",
        ),
    )
    one = words.tr("a guide; its name ends in .guide.md")
    command.add_argument("files", type=Path, nargs="+", metavar="FILE", help=one)
    session = words.tr("the name of the session in the guide, such as s1; a guide of one session needs none")
    command.add_argument("--session", default="", metavar="NAME", help=session)
    which = words.tr("which documents, with commas between them; if left out, all of them")
    command.add_argument(
        "--paper", dest="papers", action="extend", type=_guide_papers, metavar="PAPER", help=which
    )
    to = words.tr("the folder to write to")
    command.add_argument("--out", type=Path, required=True, metavar="FOLDER", help=to)
    command.add_argument("--a4", action="store_true", help=words.tr("on A4 instead of Letter"))
    command.add_argument("--large", action="store_true", help=words.tr("in large print (18 points)"))
    word = words.tr("as Word documents to work on instead of PDF")
    command.add_argument("--docx", action="store_true", help=word)
    accessible = words.tr("a PDF that screen readers can follow")
    command.add_argument("--accessible", action="store_true", help=accessible)
    start = words.tr(
        "when the session starts, such as 19:00; without it, documents have minutes and no times"
    )
    command.add_argument("--start", type=_time, metavar="TIME", help=start)
    people = words.tr("how many people come; without it, as many as suit the guide best")
    command.add_argument("--people", type=_people, default=0, metavar="COUNT", help=people)
    command.set_defaults(run=print_guide)


def _add_guide_from(added: Added, words: Words) -> None:
    command = added(
        "from",
        help=words.tr("make a guide from a document that has one"),
        description=_explained(
            words.tr(
                "Reads a DOCX, ODT, PDF, Markdown or text file and writes what it says as a guide: sessions "
                "and parts with their minutes, what to say, what to ask, materials, ground rules, handouts. "
                "Nothing of the document is dropped: what was not understood becomes a tip in its place, "
                "and is listed with its line or paragraph. Read the guide before you use it, and check it "
                "with guide check."
            ),
            "dialogue-desk guide from our-evening.docx --out our-evening.guide.md",
        ),
    )
    document = words.tr("the document")
    command.add_argument("file", type=Path, metavar="FILE", help=document)
    to = words.tr("the guide to write; its name ends in .guide.md")
    command.add_argument("--out", type=_guide, required=True, metavar="GUIDE", help=to)
    title = words.tr("the guide's title; if left out, the document's own")
    command.add_argument("--title", metavar="TITLE", help=title)
    language = words.tr("the language the guide is in; if left out, the one its words look like")
    command.add_argument("--guide-language", choices=tuple(LANGUAGES), help=language)
    force = words.tr("replace the guide if it is there already")
    command.add_argument("--force", action="store_true", help=force)
    command.set_defaults(run=guide_from_document)


def _add_inspect(added: Added, _: argparse.ArgumentParser, words: Words) -> None:
    command = added(
        "inspect",
        help=words.tr("show what is in packages, without adding anything to a desk"),
        description=_explained(
            words.tr("Reads whole packages, checks them, and says what is in them. Nothing is saved."),
            "dialogue-desk inspect from-the-stick/*.dialogue",
        ),
    )
    some = words.tr("a package, or a folder of them")
    command.add_argument("files", type=Path, nargs="+", metavar="FILE", help=some)
    _add_keys(command, words)
    command.set_defaults(run=inspect)


def _add_merge(added: Added, _: argparse.ArgumentParser, words: Words) -> None:
    command = added(
        "merge",
        help=words.tr("bring packages together on a desk, and report on them"),
        description=_explained(
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
    command.add_argument("paths", type=Path, nargs="+", metavar="PATH", help=some)
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
    _add_keys(command, words)
    command.set_defaults(run=merge)


def _add_report(added: Added, _: argparse.ArgumentParser, words: Words) -> None:
    command = added(
        "report",
        help=words.tr("write the report of a desk, and what else a program gives out"),
        description=_explained(
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
    command.add_argument("--format", choices=_PAPERS, default="pdf", help=kind)
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


def _add_export(added: Added, _: argparse.ArgumentParser, words: Words) -> None:
    command = added(
        "export",
        help=words.tr("write the package and the summary of one session"),
        description=_explained(
            words.tr(
                "Writes the same as Export in the window: the package of a session, and its summary "
                "as PDF, DOCX and HTML, or in the formats you name. For the organizer, the debrief "
                "and quotes without permission stay on the desk, and the package is sealed to the "
                "program's key, if it has one. To find a session's id, use inspect; with a wrong id, "
                "you get a list of the sessions on the desk. While the privacy check or the read-back "
                "is open, it says so and writes nothing, unless you add --anyway."
            ),
            "dialogue-desk export --desk my.desk --session 019cd9d1-52a0-7007-9f39-0b2018072e8c --to stick",
            "dialogue-desk export --desk my.desk --session 019cd9d1-52a0-7007-9f39-0b2018072e8c --to out \\",
            "  --format pdf,txt,xlsx --summary-language both --large-print --paper a4",
        ),
    )
    on = words.tr("the desk file with the session")
    command.add_argument("--desk", type=Path, required=True, metavar="DESK", help=on)
    command.add_argument("--session", required=True, metavar="ID", help=words.tr("the session's id"))
    to = words.tr("the folder to write to")
    command.add_argument("--to", type=Path, required=True, metavar="FOLDER", help=to)
    whom = words.tr("who it is for: the organizer (the default), everyone, or the circle's other laptop")
    profiles = [profile.value.replace(" ", "-") for profile in Profile]
    command.add_argument("--profile", choices=profiles, default=Profile.ORGANIZER.value, help=whom)
    debrief = words.tr("include the debrief for the organizer")
    command.add_argument("--debrief", action="store_true", help=debrief)
    anyway = words.tr("export it although something that leaves was not looked at")
    command.add_argument("--anyway", action="store_true", help=anyway)
    seal = command.add_mutually_exclusive_group()
    key = words.tr("seal it to this public key (age1…); can be used more than once")
    seal.add_argument("--seal-to", action="append", default=[], metavar="KEY", help=key)
    phrase = words.tr("seal it with the passphrase in the first line of FILE")
    seal.add_argument("--passphrase-file", type=Path, metavar="FILE", help=phrase)
    _add_papers(command, words)
    command.set_defaults(run=export)


def _add_code(added: Added, _: argparse.ArgumentParser, words: Words) -> None:
    command = added(
        "code",
        help=words.tr("find the line that has a code on paper, or take a quote back by its code"),
        description=_explained(
            words.tr(
                "Every line that leaves a circle has a short code at its end, such as KTR42. This prints "
                "the line or lines with a code, however it is typed, and those with a code near it if none "
                "has it. With --take-back, the words of the quote are erased for good from the desk and its "
                "copies."
            ),
            "dialogue-desk code KTR42 --desk all.desk",
            "dialogue-desk code ktr-42 --desk all.desk --take-back --notice stick",
        ),
        epilog=_explained(
            words.tr(
                "Exit code: 0 when a line has the code, or the quote was erased; 1 when no line has it; 2 "
                "when it cannot be done as asked."
            )
        ),
    )
    command.add_argument("code", metavar="CODE", help=words.tr("the code"))
    on = words.tr("the desk file in which to look")
    command.add_argument("--desk", type=Path, required=True, metavar="DESK", help=on)
    as_json = words.tr("print each line as a JSON object")
    command.add_argument("--json", action="store_true", help=as_json)
    take = words.tr("erase the quote with this code for good; you are asked once")
    command.add_argument("--take-back", action="store_true", help=take)
    command.add_argument("--yes", action="store_true", help=words.tr("do not ask"))
    line = words.tr("which of two quotes with one code; --json shows their ids")
    command.add_argument("--line", default="", metavar="ID", help=line)
    notice = words.tr("write a file without words that makes other laptops erase it too")
    command.add_argument("--notice", type=Path, metavar="FOLDER", help=notice)
    command.set_defaults(run=find_code)


def _add_program(added: Added, language: argparse.ArgumentParser, words: Words) -> None:
    program = added(
        "program",
        help=words.tr("hand a program over, share organizers' work, save its key, keep answers"),
        description=_explained(
            words.tr("What an organizer hands on to another organizer, and keeps in case a laptop is lost."),
            "dialogue-desk program hand-over --desk all.desk --to bridges.dialogue-handover",
            "dialogue-desk program take-over bridges.dialogue-handover --desk new.desk",
            "dialogue-desk program work --desk all.desk --to stick",
            "dialogue-desk program archive --desk all.desk --to bridges.zip",
            "dialogue-desk program key --desk all.desk --to sheet.pdf",
            "dialogue-desk program answers answers.csv --desk all.desk",
        ),
    )
    to_program = _adding_to(program, language, words)
    on = words.tr("the desk file")
    which = words.tr("the program's name, code or id; a desk with one program needs none")
    phrase = words.tr("the passphrase, in the first line of FILE; if you leave it out, you are asked")
    commands = (
        (
            "hand-over",
            hand_over,
            words.tr("write everything of a program, with its keys, into one file behind a passphrase"),
            words.tr("the file to write; its name ends in .dialogue-handover"),
        ),
        (
            "work",
            share_work,
            words.tr("write what organizers made of a program: codings, cards, stars, sentences, themes"),
            words.tr("the folder to write to"),
        ),
        (
            "archive",
            archive_program,
            words.tr("write report, summaries and tables into one zip that opens without this app"),
            words.tr("the file to write; its name ends in .zip"),
        ),
        (
            "key",
            save_program_key,
            words.tr("save the program's key behind a passphrase, or as a recovery sheet to print (.pdf)"),
            words.tr("the file to write: it ends in .age-key, or in .pdf for the recovery sheet"),
        ),
    )
    for name, run, said, to in commands:
        command = to_program(name, help=said, description=_explained(said))
        command.add_argument("--desk", type=Path, required=True, metavar="DESK", help=on)
        command.add_argument("--program", default="", metavar="PROGRAM", help=which)
        command.add_argument("--to", type=Path, required=True, metavar="PATH", help=to)
        if run is archive_program:
            whom = words.tr(
                "who it is for: the organizer, with tables (the default), or everyone, without them"
            )
            profiles = [Profile.ORGANIZER.value, Profile.EVERYONE.value]
            command.add_argument("--profile", choices=profiles, default=profiles[0], help=whom)
        if run not in (share_work, archive_program):
            command.add_argument("--passphrase-file", type=Path, metavar="FILE", help=phrase)
        if run is not share_work:
            replaced = words.tr("replace the file if it is there already")
            command.add_argument("--force", action="store_true", help=replaced)
        command.set_defaults(run=run)
    said = words.tr(
        "take a program over from such a file; what its laptop changes is then changed here without asking"
    )
    command = to_program("take-over", help=said, description=_explained(said))
    command.add_argument("file", type=Path, metavar="FILE", help=words.tr("the file of the other organizer"))
    into = words.tr("the desk file to add it to; it is created if it does not exist")
    command.add_argument("--desk", type=Path, required=True, metavar="DESK", help=into)
    command.add_argument("--passphrase-file", type=Path, metavar="FILE", help=phrase)
    command.set_defaults(run=take_program_over)
    said = words.tr(
        "list what a program asks for, with the answers; with a list, type in the answers under their codes"
    )
    command = to_program("answers", help=said, description=_explained(said))
    sheet = words.tr("a CSV or XLSX file of code, answer, why, by whom and next date")
    command.add_argument("file", type=Path, nargs="?", metavar="LIST", help=sheet)
    command.add_argument("--desk", type=Path, required=True, metavar="DESK", help=on)
    command.add_argument("--program", default="", metavar="PROGRAM", help=which)
    lines = words.tr("print each line as a JSON object")
    command.add_argument("--json", action="store_true", help=lines)
    dates = words.tr("also write the next dates into this calendar file (.ics)")
    command.add_argument("--dates", type=Path, metavar="FILE", help=dates)
    command.set_defaults(run=keep_answers)


def _add_circles(added: Added, language: argparse.ArgumentParser, words: Words) -> None:
    circles = added(
        "circles",
        help=words.tr("form circles from numbers on sign-up slips"),
        description=_explained(
            words.tr(
                "Forms circles from sign-up slips, which carry numbers and never names. A wish in TOML says "
                "where and when circles can meet, how large they are and how mixed. Slips are kept in a "
                "sealed file of their own and never on the desk, and are deleted when all is settled."
            ),
            "dialogue-desk circles slip --wish wish.toml --out papers",
            "dialogue-desk circles form slips.csv --wish wish.toml --out papers --seal fall.dialogue-slips",
            "dialogue-desk circles form fall.dialogue-slips --settle 12=C03 --seal fall.dialogue-slips",
            "dialogue-desk circles finish fall.dialogue-slips --sums sums.csv",
        ),
    )
    to_circles = _adding_to(circles, language, words)
    wish = words.tr("the wish for the circles, in TOML")
    phrase = words.tr("the passphrase, in the first line of FILE; if you leave it out, you are asked")
    to = words.tr("the folder to write to")
    slip = to_circles("slip", help=words.tr("write the sign-up slip to print, in both languages"))
    slip.add_argument("--wish", type=Path, required=True, metavar="WISH", help=wish)
    slip.add_argument("--out", type=Path, required=True, metavar="FOLDER", help=to)
    slip.set_defaults(run=print_slip)
    form = to_circles(
        "form",
        help=words.tr("form circles, and say what was not met"),
        description=_explained(
            words.tr(
                "Prints each circle with its place, time, language and numbers; those behind a plus lead it. "
                "The error stream says what was not met and why, and then the exit code is 1. The same slips "
                "and the same wish form the same circles every time."
            )
        ),
    )
    slips = words.tr("the slips: a list as CSV or Excel (.xlsx), or a sealed file (.dialogue-slips)")
    form.add_argument("slips", type=Path, metavar="SLIPS", help=slips)
    form.add_argument("--wish", type=Path, metavar="WISH", help=wish)
    papers = words.tr("write the list of each circle and a sheet for each place into this folder")
    form.add_argument("--out", type=Path, metavar="FOLDER", help=papers)
    settle = words.tr(
        "move a number to a circle and settle it there, such as 12=C03; “all” settles everybody"
    )
    form.add_argument("--settle", action="append", default=[], metavar="NUMBER=CIRCLE", help=settle)
    add = words.tr("slips that came late, for a sealed file; everybody else stays where they are")
    form.add_argument("--add", type=Path, metavar="LIST", help=add)
    again = words.tr("form the circles of a sealed file again; whoever is settled stays")
    form.add_argument("--again", action="store_true", help=again)
    seal = words.tr("keep the slips in this file behind a passphrase; its name ends in .dialogue-slips")
    form.add_argument("--seal", type=_slip_file, metavar="FILE", help=seal)
    form.set_defaults(run=form_circles)
    for command in (slip, form):
        command.add_argument("--a4", action="store_true", help=words.tr("on A4 instead of Letter"))
        command.add_argument("--large", action="store_true", help=words.tr("in large print (18 points)"))
    finish = to_circles("finish", help=words.tr("write the sums, then delete the slips for good"))
    sealed = words.tr("the sealed file of slips")
    finish.add_argument("slips", type=Path, metavar="SLIPS", help=sealed)
    sums = words.tr("the sums to write, as CSV; numbers of few people are hidden")
    finish.add_argument("--sums", type=Path, required=True, metavar="FILE", help=sums)
    finish.add_argument("--yes", action="store_true", help=words.tr("although some numbers are not settled"))
    finish.set_defaults(run=finish_circles)
    for command in (form, finish):
        command.add_argument("--passphrase-file", type=Path, metavar="FILE", help=phrase)


def _add_privacy(added: Added, _: argparse.ArgumentParser, words: Words) -> None:
    command = added(
        "privacy",
        help=words.tr("find what may point to a person in text files"),
        description=_explained(
            words.tr(
                "Looks in text files for names, phone numbers, addresses, license plates, badge "
                "numbers, ages of minors and more, in English, Spanish and other languages. Prints "
                "FILE:LINE:START-END KIND TEXT for each thing found. Columns are counted in "
                "characters from 1, and both ends are included. Nothing is changed. It can miss "
                "things that point to a person, so read the lines yourself."
            ),
            "dialogue-desk privacy minutes.txt",
            "dialogue-desk privacy --json *.txt",
            "cat minutes.txt | dialogue-desk privacy -",
        ),
        epilog=_explained(
            words.tr(
                "Exit code: 0 when nothing was found; 1 when something was; 2 when a file could not be read."
            )
        ),
    )
    one = words.tr("a text file in UTF-8 or UTF-16; - reads what is piped in")
    command.add_argument("files", nargs="+", metavar="FILE", help=one)
    as_json = words.tr("print each thing found as a JSON object on its own line")
    command.add_argument("--json", action="store_true", help=as_json)
    command.set_defaults(run=look_through)


def _add_themes(added: Added, language: argparse.ArgumentParser, words: Words) -> None:
    themes = added(
        "themes",
        help=words.tr("find names of themes that mean the same"),
        description=_explained(
            words.tr("What you can do with names of themes."),
            "dialogue-desk themes suggest names.txt",
        ),
    )
    command = _adding_to(themes, language, words)(
        "suggest",
        help=words.tr("suggest which names in a list mean the same"),
        description=_explained(
            words.tr(
                "Reads names of themes, one on each line, in English and Spanish. For each name it prints up "
                "to ten others that probably mean the same, the likeliest first, and why: a plural, another "
                "order, a typing error, two words for one thing, a translation. Nothing is changed: a person "
                "decides."
            ),
            "dialogue-desk themes suggest names.txt",
            "dialogue-desk themes suggest names.txt --json --synonyms our-words.txt",
        ),
    )
    one = words.tr("a text file in UTF-8 or UTF-16, with a name on each line")
    command.add_argument("names", type=Path, metavar="NAMES", help=one)
    as_json = words.tr(
        "print a JSON object for each name on its own line: name, suggestions (name, score, why)"
    )
    command.add_argument("--json", action="store_true", help=as_json)
    own = words.tr(
        "a list of your own words that mean the same: on each line a group, with commas between the words, "
        "English first, Spanish behind a bar (|)"
    )
    command.add_argument("--synonyms", type=Path, metavar="FILE", help=own)
    command.set_defaults(run=suggest_themes)


def _add_papers(command: argparse.ArgumentParser, words: Words) -> None:
    formats = words.tr(
        "the summary as {papers}, and what was said as {data}; for more than one, put commas "
        "between them or use the option again. If left out: pdf, docx and html",
        papers=", ".join(_PAPERS),
        data=", ".join(DataFormat),
    )
    command.add_argument(
        "--format", dest="formats", action="extend", type=_formats, metavar="FORMAT", help=formats
    )
    sheets = words.tr("the sheet size for the printed summary")
    command.add_argument("--paper", choices=tuple(PaperSize), default=PaperSize.LETTER, help=sheets)
    large = words.tr("the summary in large print (18 points)")
    command.add_argument("--large-print", action="store_true", help=large)
    accessible = words.tr("a PDF that screen readers can follow")
    command.add_argument("--accessible", action="store_true", help=accessible)
    times = words.tr("with a table of how long each part took")
    command.add_argument("--times", action="store_true", help=times)
    page = words.tr("with the circle’s own page: what it said, each line with its code")
    command.add_argument("--circle-page", action="store_true", help=page)
    language = words.tr(
        "the language of the summary; “both” puts the two in one document. If left out: the "
        "circle's own language"
    )
    command.add_argument("--summary-language", choices=(*LANGUAGES, "both"), help=language)


def _add_keys(command: argparse.ArgumentParser, words: Words) -> None:
    key = words.tr("a key that opens sealed packages; can be used more than once")
    command.add_argument("--key", type=Path, action="append", default=[], metavar="FILE", help=key)
    phrase = words.tr(
        "the passphrase of sealed packages, in the first line of FILE; if you leave it out, you are asked"
    )
    command.add_argument("--passphrase-file", type=Path, metavar="FILE", help=phrase)


def _adding_to(parser: argparse.ArgumentParser, language: argparse.ArgumentParser, words: Words) -> Added:
    commands = parser.add_subparsers(  # type: ignore[call-overload]
        title=words.tr("commands"),
        metavar=words.tr("COMMAND"),
        required=True,
        parser_class=partial(SpokenParser, words=words),
    )
    return partial(commands.add_parser, parents=[language])


def _explained(text: str, *examples: str) -> str:
    return "\n".join((textwrap.fill(text, _LINE), "", *(f"  {example}" for example in examples)))


def _head_count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_PEOPLE):
        raise argparse.ArgumentTypeError(f"1-{MOST_PEOPLE}")
    return int(text)


def _formats(text: str) -> list[str]:
    names = [name.strip().lower() for name in text.split(",")]
    if not set(names) <= {*_PAPERS, *DataFormat}:
        raise argparse.ArgumentTypeError(", ".join((*_PAPERS, *DataFormat)))
    return names


def _not_among(wrong: Iterable[str], choices: Iterable[str]) -> str:
    """Return what argparse itself says of a wrong choice."""
    return f"invalid choice: {', '.join(wrong)} (choose from {', '.join(choices)})"


def _documents(text: str) -> list[ReportPaper]:
    names = [name.strip().lower() for name in text.split(",")]
    if wrong := [name for name in names if name not in set(ReportPaper)]:
        raise argparse.ArgumentTypeError(_not_among(wrong, ReportPaper))
    return [ReportPaper(name) for name in names]


def _guide_papers(text: str) -> list[GuidePaper]:
    names = [name.strip().lower() for name in text.split(",")]
    if wrong := [name for name in names if name not in set(GuidePaper)]:
        raise argparse.ArgumentTypeError(_not_among(wrong, GuidePaper))
    return [GuidePaper(name) for name in names]


def _time(text: str) -> time:
    hour, _, minute = text.partition(":")
    try:
        return time(int(hour), int(minute or 0))
    except ValueError:
        raise argparse.ArgumentTypeError("9:30, 19:00") from None


def _people(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST_PEOPLE:
        raise argparse.ArgumentTypeError(f"1-{MOST_PEOPLE}")
    return int(text)


def _guide(text: str) -> Path:
    if not text.endswith(SUFFIX):
        raise argparse.ArgumentTypeError(SUFFIX)
    return Path(text)


def _slip_file(text: str) -> Path:
    if not text.endswith(FORMING_SUFFIX):
        raise argparse.ArgumentTypeError(FORMING_SUFFIX)
    return Path(text)


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
