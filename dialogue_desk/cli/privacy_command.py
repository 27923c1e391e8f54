"""The privacy check for any text file: it says where something may point to a person."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from dialogue_desk.cli.output import complain, say, say_json
from dialogue_desk.desk.session.privacy_words import finder_beside
from dialogue_desk.domain.model.text import decoded
from dialogue_desk.domain.privacy.finds import Find
from dialogue_desk.exchange.file_trouble import unread_because
from dialogue_desk.words import Words

NOTHING_FOUND, FOUND, UNREADABLE = 0, 1, 2
"""The exit codes of this command."""

PIPED = "-"


def look_through(options: argparse.Namespace, words: Words) -> int:
    """Print what in text files may point to a person."""
    finder = finder_beside()
    code = NOTHING_FOUND
    for name in options.files:
        try:
            text = _read(name)
        except OSError as error:
            not_checked = words.tr("“{file}” was not checked.", file=name)
            complain(f"{not_checked} {unread_because(error, words)}")
            code = UNREADABLE
        except UnicodeDecodeError as error:
            complain(_undecoded(name, error, words))
            code = UNREADABLE
        else:
            for number, line in enumerate(text.split("\n"), start=1):
                for find in finder.finds(line.removesuffix("\r")):
                    code = max(code, FOUND)
                    _print(name, number, line, find, as_json=options.json)
    return code


def _read(name: str) -> str:
    raw = sys.stdin.buffer.read() if name == PIPED else Path(name).read_bytes()
    return decoded(raw)


def _undecoded(name: str, error: UnicodeDecodeError, words: Words) -> str:
    line = error.object.count(b"\n", 0, error.start) + 1
    return words.tr(
        "“{file}” was not checked: line {line} is not UTF-8 text. Save it as UTF-8, then try again.",
        file=name,
        line=line,
    )


def _print(name: str, number: int, line: str, find: Find, *, as_json: bool) -> None:
    """Print one find; lines and columns are counted from 1, and the end is its last column."""
    start, end, text = find.start + 1, find.end, line[find.start : find.end]
    kind = find.kind.replace(" ", "-")
    if as_json:
        say_json({"file": name, "line": number, "start": start, "end": end, "kind": kind, "text": text})
    else:
        say(f"{name}:{number}:{start}-{end} {kind} {text}")
