"""Statements for people to vote on, in the form in which Polis takes seed statements.

One column under the head ``comment_text``, nothing behind it, and no mark of UTF-8 at the start: with either,
the upload seems to hang.  Polis asks people for statements of 140 letters at most; what a moderator uploads
may be longer, and its table has room for 1,000.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from dialogue_desk.domain.model.text import one_line
from dialogue_desk.exchange.csv_table import FORMULA_BEGINS

MOST_STATEMENTS = 30
"""From about 35 lines on, an upload may fail unseen."""

EASY_TO_VOTE, LONGEST_STATEMENT = 140, 1_000
HEAD = "comment_text"


def seed_statement(words: str) -> str:
    """Return words as a statement: on one line, without signs that a spreadsheet reads as a formula."""
    return one_line(words).lstrip("".join((*FORMULA_BEGINS, " ")))


def polis_csv(statements: Iterable[str]) -> bytes:
    """Return statements as Polis takes them."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    out.write(f"{HEAD}\n")
    writer.writerows((seed_statement(one),) for one in statements)
    return out.getvalue().encode()
