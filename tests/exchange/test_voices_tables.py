"""Who is wanted and who took part is in tables of the whole program; few people are in none of them."""

from __future__ import annotations

from dialogue_desk.domain.model.closing import TallyCategory
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.voices import Invitation, PooledCounts, SlipKind, Voice, VoiceKind
from dialogue_desk.domain.overview.voices_of_records import voices_by_program
from dialogue_desk.exchange.csv_table import csv_bytes
from dialogue_desk.exchange.tables import tables
from tests.exchange.small_desk import CIRCLE, PROGRAM, folder_of, read, record, the_records

AGE = RecordId("age")


def told(*counts, of=("under 18", "18 to 64", "65 and over")):
    pool = PooledCounts(
        SlipKind.TALLY, (CIRCLE, RecordId("c2")), 200, tuple(zip([AGE] * 3, of, counts, strict=True))
    )
    records = the_records(
        record(AGE, PROGRAM, TallyCategory("Age", of)),
        record("v", PROGRAM, Voice("Teens", VoiceKind.YOUNG, 40, AGE, "under 18")),
        record("i", PROGRAM, Invitation("School", "a table", (RecordId("v"),), 90, 20, "2026-02-01")),
        record("k", PROGRAM, pool),
    )
    folders = [folder_of(records)]
    leaving = [one for one in records if not isinstance(one.body, PooledCounts)]
    found = {one.name: one for one in tables(leaving, folders, voices_by_program(records, folders))}

    def rows(name):
        head, *cells = read(csv_bytes(found[name]))
        return [dict(zip(head, one, strict=True)) for one in cells]

    return rows


def test_a_voice_has_how_many_were_counted_in_how_many_circles() -> None:
    (voice,) = told(30, 40, 50)("voices")
    assert (voice["voice"], voice["voice_kind"], voice["people_hoped"]) == ("Teens", "young people", "40")
    assert (voice["question"], voice["answer"], voice["people"], voice["hidden"]) == (
        *("Age", "under 18"),
        *("30", "no"),
    )
    assert (voice["people_in_circles"], voice["people_of_circles"]) == ("1", "1")


def test_an_invitation_names_the_voices_that_are_meant() -> None:
    (asked,) = told(30, 40, 50)("invitations")
    assert (asked["invited_by"], asked["invited_for"], asked["voices"]) == ("School", "a table", "Teens")
    assert (asked["people_invited"], asked["people_signed_up"], asked["invited_on"]) == (
        *("90", "20"),
        "2026-02-01",
    )


def test_few_people_are_hidden_in_each_table() -> None:
    rows = told(3, 40, 50)
    assert [(one["people"], one["hidden"]) for one in rows("people_counts")] == [
        *(("", "yes"), ("", "yes"), ("50", "no")),
    ]
    (voice,) = rows("voices")
    assert (voice["people"], voice["hidden"]) == ("", "yes")


def test_where_nothing_was_counted_no_answer_has_a_row() -> None:
    assert told(0, 0, 0)("people_counts") == []
