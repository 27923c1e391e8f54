"""The table of sums that stays when the slips are deleted."""

from __future__ import annotations

from dialogue_desk.domain.forming.sums import Sums
from dialogue_desk.exchange.csv_table import DataTable
from dialogue_desk.words import Words
from dialogue_desk.words.forming_text import group_name


def sums_table(sums: Sums, words: Words) -> DataTable:
    """Return sums as a table. Few people, and what would give them away, are hidden and look the same."""
    hidden = words.tr("hidden")
    rows = [
        (words.tr("circles"), sums.circles),
        (words.tr("people in circles"), hidden if sums.people is None else sums.people),
        (words.tr("facilitators"), sums.facilitators),
        *((group_name(group, words), hidden if count is None else count) for group, count in sums.groups),
    ]
    return DataTable("sums", (words.tr("what"), words.tr("how many")), tuple(rows))
