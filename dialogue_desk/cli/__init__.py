"""The command line: what the window does with files, a script can do too.

The exit code is 0 when everything was done, 1 when everything was done except for files that were refused
(each is named with the reason on the error stream), and 2 when it cannot be done as asked.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from dialogue_desk.cli.arguments import parser_in
from dialogue_desk.cli.commands import CANNOT_BE, DONE
from dialogue_desk.cli.key_options import CannotUse
from dialogue_desk.cli.output import complain, end_printing, make_printable, open_closed_streams
from dialogue_desk.desk.error_text import trouble_sentence
from dialogue_desk.exchange.file_trouble import file_sentence
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.words import Words
from dialogue_desk.words.system_language import system_language

STOPPED = 130
"""The exit code that shells expect after Ctrl+C."""


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments ask, and return the exit code.

    Raises:
        SystemExit: from argparse, after ``--help``, ``--version`` and wrong arguments.
    """
    arguments = sys.argv[1:] if argv is None else list(argv)
    open_closed_streams()
    make_printable(sys.stdout, sys.stderr)
    words = Words(_language(arguments))
    try:
        options = _options(arguments, words)
        run: Callable[[argparse.Namespace, Words], int] = options.run
        code = run(options, words)
        sys.stdout.flush()  # else a full disk is found out when nobody can tell of it anymore
    except CannotUse as wrong:
        complain(wrong.sentence(words))
    except DeskTrouble as trouble:
        complain(trouble_sentence(trouble, words))
    except BrokenPipeError:
        end_printing()  # the reader of our output, such as `head`, has ended
        return DONE
    except OSError as error:
        complain(file_sentence(error, words))
        end_printing()
    except KeyboardInterrupt:
        complain(words.tr("Stopped. The files that were already finished are complete."))
        return STOPPED
    else:
        return code
    return CANNOT_BE


def _options(arguments: Sequence[str], words: Words) -> argparse.Namespace:
    """Return what the arguments ask.

    Raises:
        SystemExit: from argparse.
        OSError: help or version could not be printed.
    """
    try:
        return parser_in(words).parse_args(arguments)
    except SystemExit:
        sys.stdout.flush()
        raise


def _language(arguments: Sequence[str]) -> str:
    """Return the language in the arguments, which is needed before they are parsed, or the system's."""
    yours = system_language(os.environ)
    early = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    early.add_argument("--language", default=yours)
    try:
        return str(early.parse_known_args(arguments)[0].language)
    except argparse.ArgumentError:
        return yours
