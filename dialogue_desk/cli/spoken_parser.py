"""A parser of arguments that explains itself and complains in the person's language.

argparse says what is wrong in English only, and in half sentences; here each becomes a whole one.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, NoReturn

from dialogue_desk.cli.output import complain
from dialogue_desk.words import Words

_USAGE = 2


class _Format(argparse.RawDescriptionHelpFormatter):
    """Help whose first word is in the person's language."""

    def __init__(self, words: Words, prog: str, **others: object) -> None:
        super().__init__(prog, **others)  # type: ignore[arg-type]
        self._words = words

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        usual = self._words.tr("usage") + ": "
        super().add_usage(usage, actions, groups, usual if prefix is None else prefix)


class SpokenParser(argparse.ArgumentParser):
    """An argument parser that speaks the language of ``words``."""

    def __init__(self, *, words: Words, **others: object) -> None:
        super().__init__(add_help=False, formatter_class=partial(_Format, words), **others)  # type: ignore[arg-type]
        self._words = words
        self._positionals.title, self._optionals.title = words.tr("what to name"), words.tr("options")
        self.add_argument("-h", "--help", action="help", help=words.tr("show this help"))

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments, and how to learn what is possible."""
        self.print_usage(sys.stderr)
        complain(complaint(message, self._words))
        command = self.prog + " --help"
        complain(self._words.tr("To see what is possible: {command}", command=command))
        self.exit(_USAGE)


def complaint(message: str, words: Words) -> str:
    """Return what argparse says in English as a sentence in the language of ``words``."""
    for pattern, sentence in _SENTENCES:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return sentence(words, **{name: said.strip("'") for name, said in found.groupdict().items()})
    return words.tr("These arguments cannot be understood.")


def _required(words: Words, *, names: str) -> str:
    return words.tr("This is missing: {names}", names=names)


def _unknown(words: Words, *, names: str) -> str:
    return words.tr("This is not known here: {names}", names=names)


def _choice(words: Words, *, name: str, given: str, choices: str) -> str:
    return words.tr(
        "“{given}” cannot be used for {name}. Choose from: {choices}",
        given=given,
        name=name,
        choices=choices.replace("'", ""),
    )


def _empty(words: Words, *, name: str) -> str:
    return words.tr("{name} needs something after it.", name=name)


def _together(words: Words, *, name: str, other: str) -> str:
    return words.tr("{name} and {other} cannot be used together.", name=name, other=other)


def _nothing_after(words: Words, *, name: str, given: str) -> str:
    return words.tr("{name} takes nothing after it, so leave out “{given}”.", name=name, given=given)


def _several(words: Words, *, name: str, choices: str) -> str:
    return words.tr("“{name}” can mean several options: {choices}", name=name, choices=choices)


def _not_one_of(words: Words, *, name: str, choices: str) -> str:
    return words.tr("{name} takes one of these: {choices}", name=name, choices=choices)


_SENTENCES: tuple[tuple[str, Callable[..., str]], ...] = (
    (r"the following arguments are required: (?P<names>.+)", _required),
    (r"one of the arguments (?P<names>.+) is required", _required),
    (r"unrecognized arguments: (?P<names>.+)", _unknown),
    (r"ambiguous option: (?P<name>.+?) could match (?P<choices>.+)", _several),
    (r"argument (?P<name>.+?): invalid choice: (?P<given>.+?) \(choose from (?P<choices>.*)\)", _choice),
    (r"argument (?P<name>.+?): expected .*arguments?", _empty),
    (r"argument (?P<name>.+?): not allowed with argument (?P<other>.+)", _together),
    (r"argument (?P<name>.+?): ignored explicit argument (?P<given>.+)", _nothing_after),
    (r"argument (?P<name>.+?): (?P<choices>.+)", _not_one_of),
)
