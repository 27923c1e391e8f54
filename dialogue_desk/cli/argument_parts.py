"""What the arguments of several commands have in common."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeAlias

from dialogue_desk.cli.spoken_parser import SpokenParser
from dialogue_desk.domain.model.circles import MOST_PEOPLE
from dialogue_desk.file_patterns import expanded
from dialogue_desk.reports.document_files import ENDINGS
from dialogue_desk.words import Words

Added: TypeAlias = Callable[..., argparse.ArgumentParser]
"""Adds a command and returns its parser."""

PAPERS = tuple(ending[1:] for ending in ENDINGS)
"""The kinds of files that documents are written as."""

_LINE = 96


class Files(argparse.Action):
    """Takes files by name and by pattern."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,  # noqa: ARG002  # argparse gives it
        namespace: argparse.Namespace,
        values: str | Sequence[object] | None,
        option_string: str | None = None,  # noqa: ARG002
    ) -> None:
        """Keep the files, each as its argument's type."""
        names = expanded(map(str, values or ()))
        setattr(namespace, self.dest, [self.type(name) if callable(self.type) else name for name in names])


def adding_to(parser: argparse.ArgumentParser, language: argparse.ArgumentParser, words: Words) -> Added:
    """Return what adds commands below a parser; each of them takes ``language``, too."""
    commands = parser.add_subparsers(  # type: ignore[call-overload]
        title=words.tr("commands"),
        metavar=words.tr("COMMAND"),
        required=True,
        parser_class=partial(SpokenParser, words=words),
    )
    return partial(commands.add_parser, parents=[language])


def explained(text: str, *examples: str) -> str:
    """Return the text above a command's arguments, with examples to copy."""
    return "\n".join((textwrap.fill(text, _LINE), "", *(f"  {example}" for example in examples)))


def add_keys(command: argparse.ArgumentParser, words: Words) -> None:
    """Add what opens sealed packages."""
    key = words.tr("a key that opens sealed packages; can be used more than once")
    command.add_argument("--key", type=Path, action="append", default=[], metavar="FILE", help=key)
    phrase = words.tr(
        "the passphrase of sealed packages, in the first line of FILE; if you leave it out, you are asked"
    )
    command.add_argument("--passphrase-file", type=Path, metavar="FILE", help=phrase)


def head_count(text: str) -> int:
    """Return a number of people that was typed."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_PEOPLE):
        raise argparse.ArgumentTypeError(f"1-{MOST_PEOPLE}")
    return int(text)


def not_among(wrong: Iterable[str], choices: Iterable[str]) -> str:
    """Return what argparse itself says of a wrong choice."""
    return f"invalid choice: {', '.join(wrong)} (choose from {', '.join(choices)})"
