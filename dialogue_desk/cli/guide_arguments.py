"""The arguments of ``guide``: guides."""

from __future__ import annotations

import argparse
from datetime import time
from pathlib import Path

from dialogue_desk.cli.argument_parts import Added, Files, adding_to, explained, head_count, not_among
from dialogue_desk.cli.commands import check_guides
from dialogue_desk.cli.guide_command import guide_from_document
from dialogue_desk.cli.print_command import print_guide
from dialogue_desk.domain.model.circles import MOST_PEOPLE
from dialogue_desk.exchange.guide_files import SUFFIX
from dialogue_desk.reports.guide_papers import GuidePaper, paper_name
from dialogue_desk.words import LANGUAGES, Words


def add_guide(added: Added, language: argparse.ArgumentParser, words: Words) -> None:
    """Add the command ``guide``."""
    guide = added(
        "guide",
        help=words.tr("check and print guides, or make one from a document"),
        description=explained(
            words.tr("What you can do with guides."),
            "dialogue-desk guide check my-guide.en.guide.md",
            "dialogue-desk guide print my-guide.en.guide.md --session s1 --out papers",
            "dialogue-desk guide from our-evening.docx --out our-evening.guide.md",
        ),
    )
    to_guide = adding_to(guide, language, words)
    _add_guide_print(to_guide, words)
    _add_guide_from(to_guide, words)
    command = to_guide(
        "check",
        help=words.tr("show what is wrong with guide files, and what will go wrong in the session"),
        description=explained(
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
    command.add_argument("files", type=Path, action=Files, nargs="+", metavar="FILE", help=one)
    people = words.tr("how many people come; without it, the largest circle each guide is made for")
    command.add_argument("--people", type=head_count, metavar="N", help=people)
    command.set_defaults(run=check_guides)


def _add_guide_print(added: Added, words: Words) -> None:
    command = added(
        "print",
        help=words.tr("write the documents of a session: script, cards, forms and more"),
        description=explained(
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
    command.add_argument("files", type=Path, action=Files, nargs="+", metavar="FILE", help=one)
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
        description=explained(
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


def _guide_papers(text: str) -> list[GuidePaper]:
    names = [name.strip().lower() for name in text.split(",")]
    if wrong := [name for name in names if name not in set(GuidePaper)]:
        raise argparse.ArgumentTypeError(not_among(wrong, GuidePaper))
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
