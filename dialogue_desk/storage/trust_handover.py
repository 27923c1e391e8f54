"""Hands over what a person decided about trust from the present desk to a copy that takes its place.

Going back to a copy takes back what was written since, and no decision about other laptops and their files.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from dialogue_desk.domain.records.changes import Act, Change, Pair
from dialogue_desk.storage.database import open_for_reading, retire_device, transaction
from dialogue_desk.storage.desk_errors import as_desk_trouble
from dialogue_desk.storage.history import History
from dialogue_desk.storage.migrations import SCHEMA
from dialogue_desk.storage.own_names import OwnNames
from dialogue_desk.storage.record_table import RecordRows
from dialogue_desk.storage.trust_tables import Holders, Laptops, Waiting, WayBack
from dialogue_desk.storage.typed_rows import first_row, rows


def hand_over_trust(present: Path, copy: Path) -> None:
    """Write into a copy of a desk what was decided about trust on the desk at ``present``.

    That is: which laptops are known, with their keys and this desk's own; what was left out; what can be
    brought back, until when; and what was brought back.  What was erased since is erased in the copy already.

    Raises:
        DeskTrouble: when that did not work.
    """
    with (
        as_desk_trouble(present),
        closing(open_for_reading(present)) as now,
        closing(sqlite3.connect(copy, isolation_level=None)) as then,
    ):
        if first_row(now, "PRAGMA user_version") != (SCHEMA,):
            return  # an earlier desk knew nothing of trust, and a newer one may say it differently
        with as_desk_trouble(copy), transaction(then):
            _hand_over_laptops(now, then)
            _bring_back(now, then)
            _hand_over_erased(now, then)
            _hand_over_left_out(now, then)


def _hand_over_laptops(now: sqlite3.Connection, then: sqlite3.Connection) -> None:
    """Write what the desk knows of itself and of other laptops, in place of what it knew."""
    names = OwnNames(now)
    # A desk that was begun anew when the old one was lost decided nothing about what is in its copies.
    if OwnNames(then).former() & (names.former() | {names.current()}):
        Laptops(then).clear()
        Waiting(then).clear_left_out()
    sql = "INSERT OR REPLACE INTO desk (key, value) VALUES (?, ?)"
    then.executemany(sql, rows(now, "SELECT key, value FROM desk"))
    retire_device(then)


def _bring_back(now: sqlite3.Connection, then: sqlite3.Connection) -> None:
    """Bring back what was erased when the copy was made, and was brought back since."""
    records, way_back = RecordRows(then), WayBack(then)
    kept = {record.id: record for one in way_back.all() for record in one.records}
    back = [one.id for one in RecordRows(now).known(kept).values() if not one.erased]
    here = records.known(back)
    records.write(Change(Act.BRING_BACK, tuple(Pair(here.get(one), kept[one]) for one in back)))
    way_back.forget_records(back)


def _hand_over_erased(now: sqlite3.Connection, then: sqlite3.Connection) -> None:
    """Keep what can be brought back as of a change of its own: the numbers of the two desks may collide."""
    made, history = History(now), History(then)
    for erased in WayBack(now).all():
        past = history.begin(Act.IMPORT, made.made_at(erased.seq) or 0)
        records = (*erased.records, *erased.quotes)
        WayBack(then).keep(past.seq, erased.until, records, erased.claims)
        Holders(then).keep(Holders(now).of(record.id for record in records))


def _hand_over_left_out(now: sqlite3.Connection, then: sqlite3.Connection) -> None:
    claims = Waiting(now).all_left_out()
    if claims:
        History(then).begin(Act.IMPORT, 0)  # they need a change with which they came
        Waiting(then).leave_out(claims)
