"""The arguments of ``program forum``: the vote of an action forum, and its teams."""

from __future__ import annotations

import argparse
from pathlib import Path

from dialogue_desk.cli.argument_parts import Added, explained
from dialogue_desk.cli.forum_command import FORUM_ACTS, run_forum
from dialogue_desk.domain.model.forum import MOST_VOTERS
from dialogue_desk.words import Words


def add_forum(to_program: Added, words: Words) -> None:
    """Add the command ``program forum``."""
    said = words.tr("choose what a forum votes on, type ballots, close the count, tell the result and teams")
    command = to_program(
        "forum",
        help=said,
        description=explained(
            words.tr(
                "The vote of an action forum. Options are chosen by their codes and locked before people "
                "vote; ballots are typed twice, by two people; the result is told once the count is closed. "
                "A list of ballots has a line for each: its number, then option numbers (7, 3 3 12)."
            ),
            "dialogue-desk program forum set --dots 5 --most-on-one 2 --desk all.desk",
            "dialogue-desk program forum choose KTR42 MPX07 --desk all.desk",
            "dialogue-desk program forum lock --desk all.desk",
            "dialogue-desk program forum type ballots.csv --entry 1 --desk all.desk",
            "dialogue-desk program forum differences --desk all.desk",
            "dialogue-desk program forum close --desk all.desk",
            'dialogue-desk program forum team KTR42 --convener "Library" --desk all.desk',
        ),
    )
    act = words.tr("what to do: {acts}", acts=", ".join(FORUM_ACTS))
    command.add_argument("act", nargs="?", choices=tuple(FORUM_ACTS), default="show", metavar="ACT", help=act)
    of = words.tr("codes of proposals, or the list of ballots")
    command.add_argument("of", nargs="*", metavar="CODE", help=of)
    on = words.tr("the desk file")
    command.add_argument("--desk", type=Path, required=True, metavar="DESK", help=on)
    which = words.tr("the program's name, code or id; a desk with one program needs none")
    command.add_argument("--program", default="", metavar="PROGRAM", help=which)
    _add_vote(command, words)
    _add_team(command, words)
    as_json = words.tr("print what is known as one JSON object")
    command.add_argument("--json", action="store_true", help=as_json)
    command.set_defaults(run=run_forum)


def _add_vote(command: argparse.ArgumentParser, words: Words) -> None:
    dots = words.tr("how many dots a ballot has")
    command.add_argument("--dots", type=_count, metavar="COUNT", help=dots)
    most = words.tr("how many of them can go to one option; 0 leaves that open")
    command.add_argument("--most-on-one", dest="most", type=_count, metavar="COUNT", help=most)
    given = words.tr("how many ballots were given out")
    command.add_argument("--given-out", type=_count, metavar="COUNT", help=given)
    anyway = words.tr("choose options although some may mean the same")
    command.add_argument("--anyway", action="store_true", help=anyway)
    entry = words.tr("whose typing it is, 1 or 2")
    command.add_argument("--entry", type=int, choices=(1, 2), default=1, help=entry)
    tallies = words.tr("the list has tally sheets: number, how many ballots, then dots (1, 20, 3x31 7x12)")
    command.add_argument("--tallies", action="store_true", help=tallies)
    again = words.tr("write over what the same person typed of a ballot before")
    command.add_argument("--again", action="store_true", help=again)


def _add_team(command: argparse.ArgumentParser, words: Words) -> None:
    said = {
        "name": words.tr("what the team is called"),
        "convener": words.tr("who calls it together: a role or an organization, never a person's name"),
        "facilitator": words.tr("who leads its meetings: a role or an organization"),
        "support": words.tr("who helps it"),
        "place": words.tr("where it meets"),
        "first-date": words.tr("when it meets first, as 2027-06-30"),
    }
    for name, told in said.items():
        command.add_argument(f"--{name}", metavar=name.upper().replace("-", "_"), help=told)
    signed = words.tr("how many people signed up")
    command.add_argument("--signed-up", type=_count, metavar="COUNT", help=signed)


def _count(text: str) -> int:
    """Return a number that was typed."""
    if not (text.isascii() and text.isdigit() and int(text[:6]) <= MOST_VOTERS):
        raise argparse.ArgumentTypeError(f"0-{MOST_VOTERS}")
    return int(text)
