"""A forum is in tables of its own; what people chose is told once the count is closed."""

from __future__ import annotations

from dialogue_desk.domain.model.forum import ActionTeam, BallotEntry, Forum, ForumOption, ForumStage
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.organizing import program_fact_id
from tests.exchange.small_desk import PROGRAM, record, table, the_records

LAMPS, BENCH = RecordId("a1"), RecordId("a2")
OPTIONS = (
    ForumOption(LAMPS, 1, (("en", "Lamps"), ("es", "Lámparas"))),
    ForumOption(BENCH, 2, (("en", "A bench"),)),
)
BALLOTS = (
    BallotEntry(1, 1, ((1, 2), (2, 0))),
    BallotEntry(2, 1, ((1, 2),)),
    BallotEntry(1, 2, ((1, 1), (2, 1))),
    BallotEntry(1, 3, spoiled=True),
    BallotEntry(1, 4, ((1, 1),)),
    BallotEntry(2, 4, ((2, 1),)),
)


def records(stage, *more):
    facts = (Forum(3, 2, 10, stage), *OPTIONS, *BALLOTS, *more)
    return the_records(*(record(program_fact_id(PROGRAM, fact), PROGRAM, fact) for fact in facts))


def test_a_forum_says_how_many_ballots_count_and_each_option_its_dots() -> None:
    known = records(ForumStage.COUNTED)
    (forum,) = table("forums", known)
    assert (forum["stage"], forum["dots_each"], forum["most_on_one"]) == ("counted", "3", "2")
    assert [forum[f"ballots_{what}"] for what in ("counted", "spoiled", "left_out", "typed_once")] == [
        *("2", "1", "1", "2")
    ]
    lamps, bench = table("forum_options", known)
    assert (lamps["ballot_words"], lamps["line_code"]) == ("en: Lamps; es: Lámparas", line_code(LAMPS))
    assert (lamps["dots"], lamps["place"], lamps["tied"]) == ("3", "1", "no")
    assert (bench["ballot_option"], bench["dots"], bench["place"]) == ("2", "1", "2")


def test_ballots_are_there_as_they_were_typed() -> None:
    rows = table("ballots", records(ForumStage.COUNTED))
    assert [(row["ballot"], row["entry"], row["dots_by_option"], row["spoiled"]) for row in rows] == [
        ("1", "1", "1: 2", "no"),
        ("1", "2", "1: 2", "no"),
        ("2", "1", "1: 1; 2: 1", "no"),
        ("3", "1", "", "yes"),
        ("4", "1", "1: 1", "no"),
        ("4", "2", "2: 1", "no"),
    ]


def test_before_the_count_is_closed_no_table_tells_what_people_chose() -> None:
    known = records(ForumStage.VOTING)
    assert list(table("ballots", known)) == []
    assert [
        (row["dots"] or "", row["place"] or "", row["tied"]) for row in table("forum_options", known)
    ] == [
        ("", "", ""),
        ("", "", ""),
    ]
    (forum,) = table("forums", known)
    assert forum["ballots_counted"] == "2"


def test_a_team_is_told_by_its_roles() -> None:
    team = ActionTeam(LAMPS, "Lamp team", "Library", "Neighbors", "City hall", 9, "2027-07-01", "Room 2")
    (row,) = table("action_teams", records(ForumStage.COUNTED, team))
    assert (row["name"], row["convener"], row["facilitator"], row["support"]) == (
        *("Lamp team", "Library", "Neighbors", "City hall"),
    )
    assert (row["signed_up"], row["first_day"], row["place"]) == ("9", "2027-07-01", "Room 2")
