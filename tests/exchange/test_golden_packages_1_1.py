"""Packages of format 1.1, made when it was current: facts of the close, a profile, and who wrote them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from dialogue_desk.domain.model.bodies import ORGANIZING, Kind
from dialogue_desk.domain.model.circles import Circle, Officers, Program
from dialogue_desk.domain.model.closing import (
    CloseStep,
    ClosingStep,
    DotVote,
    Overrule,
    ReadBack,
    StepState,
    Tally,
    TallyCategory,
    TopThemes,
)
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind, Parked
from dialogue_desk.exchange.container import unpack
from dialogue_desk.exchange.package import About, PackageReader
from dialogue_desk.exchange.signing import PackageOrigin
from dialogue_desk.words import Words

FILE = Path(__file__).parents[1] / "packages" / "v1.1" / "session.dialogue"
PROGRAM = "019ce447-3d80-7001-b358-4f8cd8f16adf"
SESSION = "019ce447-3d80-7006-984b-9da5a6cecc1b"
BUSES, LIGHTS = "019ce447-3d80-7002-8409-f134c386bbc4", "019ce447-3d80-7007-8d6f-e64bc9e9c616"


def read():
    return PackageReader(Words()).read(FILE)


def said(kind):
    return [record.body for record in read().records.values() if record.kind is kind]


def test_it_says_what_it_is_for_whom_and_who_wrote_it():
    package = read()
    assert package.identity == "d0d42a8fa9a3e82a7da8cd196ff5941e3922407975c3e49180d5100c7f9bf520"
    about = About("session", "Bridges of Oak Street", "C07", 1, "2026-03-12", "organizer")
    assert package.about == about and unpack(FILE.read_bytes()).version == (1, 1)
    assert package.origin == PackageOrigin(
        "019ce447-3d80-7000-b768-525373cf256d",
        "a9030a15bce9fa4e6a5359c5077c9d11b9c480581a753cc28968124fe63b5fff",
        2,
        "cd23f175b392cf3f586eb6f04abf757abbb28f8cdd23f51a40db5a1d928cb9b6",
    )


def test_it_holds_every_kind_of_record_that_leaves():
    kinds = Counter(record.kind for record in read().records.values())
    assert set(kinds) == set(Kind) - {Kind.PRIVACY_DECISION, Kind.OWN_GUIDE, Kind.THEMES_APART, *ORGANIZING}
    assert (kinds[Kind.NOTE], kinds[Kind.ACTION], kinds[Kind.MOVE]) == (8, 2, 8)


def test_the_facts_of_the_close_are_what_they_were():
    (category,) = [record for record in read().records.values() if record.kind is Kind.TALLY_CATEGORY]
    assert category.body == TallyCategory("Age", ("under 25", "25 and over"), 1)
    assert said(Kind.TALLY) == [Tally(category.id, (("under 25", 5), ("25 and over", 3)))]
    assert said(Kind.TOP_THEMES)[0] in (TopThemes((BUSES, LIGHTS)), TopThemes((LIGHTS, BUSES)))
    assert said(Kind.DOT_VOTE) == [DotVote(3, 8)]
    assert said(Kind.OVERRULE) == [Overrule("round", "They asked us to write it down.")]
    assert sorted(said(Kind.CLOSING_STEP), key=str) == sorted(
        [ClosingStep(CloseStep.TALLIES), ClosingStep(CloseStep.DEBRIEF, StepState.LATER)], key=str
    )
    (ticked,) = said(Kind.READ_BACK)
    assert ticked == ReadBack(ticked.said) and ticked.said in read().records


def test_the_fields_that_came_with_it_are_what_they_were():
    assert said(Kind.PROGRAM) == [
        Program("Bridges of Oak Street", "BOS", 2, ("en", "es"), False, 12, "2027-06-30")
    ]
    assert said(Kind.CIRCLE) == [Circle("C07", "Library", PROGRAM, keep_until="2027-01-31")]
    assert said(Kind.SESSION)[0].officers is Officers.PARTLY
    notes, actions = said(Kind.NOTE), said(Kind.ACTION)
    assert Note(NoteKind.CONCERN, "For the organizer's eyes.", sensitive=True, prompt=2) in notes
    assert Note(NoteKind.PARKING_LOT, "Dogs.", parked=Parked.DEALT_WITH) in notes
    lamp = ActionIdea("A lamp", why="It is dark", strengths="the shop", obstacles="money", dots=7, prompt=1)
    assert lamp in actions
