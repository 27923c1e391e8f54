"""``problem-report``: writes a report for those who fix the app, without anything that anybody wrote."""

from __future__ import annotations

import argparse
from pathlib import Path

from dialogue_desk.cli.argument_parts import Added, explained
from dialogue_desk.cli.commands import DONE
from dialogue_desk.cli.output import say
from dialogue_desk.desk.leaving.problem_report import ProblemSource, write_problem_report
from dialogue_desk.desk.paths import Paths
from dialogue_desk.installation import Installation
from dialogue_desk.storage.settings import SettingsFile
from dialogue_desk.words import Words


def add_problem_report(added: Added, _: argparse.ArgumentParser, words: Words) -> None:
    """Add the command ``problem-report``."""
    command = added(
        "problem-report",
        help=words.tr("write a report of a problem, to read and to send"),
        description=explained(
            words.tr(
                "Writes a text file with versions, settings, numbers of records, whether the desk file is "
                "whole, and the end of the log. It holds no notes, no names of people, circles, guides or "
                "files, and no keys. Read it before you send it."
            ),
            "dialogue-desk problem-report problem.txt",
        ),
    )
    command.add_argument("out", type=Path, metavar="OUT", help=words.tr("the file to write"))
    desk = words.tr("the desk file to report on instead of your own")
    command.add_argument("--desk", type=Path, metavar="DESK", help=desk)
    command.set_defaults(run=report_problem)


def report_problem(options: argparse.Namespace, words: Words) -> int:
    """Write the report.

    Raises:
        OSError: when it could not be written.
    """
    paths = Paths.of_person(options.desk)
    source = ProblemSource(Installation.here(), paths, SettingsFile(paths.settings).read())
    write_problem_report(source, words, options.out)
    say(words.tr("The report is in {file}. Read it before you send it.", file=options.out))
    return DONE
