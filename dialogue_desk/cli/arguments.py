"""The arguments of the command line, and its help."""

from __future__ import annotations

import argparse

from dialogue_desk import __version__
from dialogue_desk.cli.argument_parts import adding_to, explained
from dialogue_desk.cli.circles_arguments import add_circles
from dialogue_desk.cli.code_arguments import add_code
from dialogue_desk.cli.demo_arguments import add_demo
from dialogue_desk.cli.export_arguments import add_export
from dialogue_desk.cli.file_types_arguments import add_file_types
from dialogue_desk.cli.give_arguments import add_give
from dialogue_desk.cli.guide_arguments import add_guide
from dialogue_desk.cli.inspect_arguments import add_inspect
from dialogue_desk.cli.merge_arguments import add_merge
from dialogue_desk.cli.privacy_arguments import add_privacy
from dialogue_desk.cli.problem_report_command import add_problem_report
from dialogue_desk.cli.program_arguments import add_program
from dialogue_desk.cli.report_arguments import add_report
from dialogue_desk.cli.spoken_parser import SpokenParser
from dialogue_desk.cli.themes_arguments import add_themes
from dialogue_desk.cli.update_arguments import add_update
from dialogue_desk.words import LANGUAGES, Words


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
        description=explained(
            words.tr("Dialogue Desk without a window: packages, guides and reports of dialogue circles."),
            "dialogue-desk demo --out demo",
            "dialogue-desk merge demo/packages --desk all.desk --report report.pdf --data tables",
            "dialogue-desk inspect demo/packages/*.dialogue",
            "dialogue-desk guide check my-guide.en.guide.md my-guide.es.guide.md",
        ),
        epilog=explained(
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
    added = adding_to(parser, language, words)
    alike = (
        add_demo,
        add_guide,
        add_inspect,
        add_merge,
        add_report,
        add_export,
        add_code,
        add_program,
        add_circles,
        add_privacy,
        add_themes,
        add_file_types,
        add_give,
        add_problem_report,
        add_update,
    )
    for add in alike:
        add(added, language, words)
    return parser
