"""Packages that were handed out once are read for ever, and say what they said."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.leaving.packages import session_records
from dialogue_desk.desk.program.imports import import_packages, read_packages
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program, Session
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.domain.model.notes import (
    ActionIdea,
    Consent,
    Horizon,
    Level,
    Note,
    NoteKind,
    Spread,
)
from dialogue_desk.domain.records.encoding import encode_edition
from dialogue_desk.exchange.container import unpack
from dialogue_desk.exchange.package import About, PackageReader
from dialogue_desk.words import Words
from tests.desk.evening import a_desk, a_shelf

V1 = Path(__file__).parents[1] / "packages" / "v1"
SESSION = "019ce447-3d80-7006-984b-9da5a6cecc1b"
BUSES, LIGHTS = "019ce447-3d80-7002-8409-f134c386bbc4", "019ce447-3d80-7007-8d6f-e64bc9e9c616"
PROGRAM = "019ce447-3d80-7001-b358-4f8cd8f16adf"
SAID = 1_773_356_760_000


def read(name):
    return PackageReader(Words()).read(V1 / name)


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "desk.db", seed=3)
    import_packages(desk, read_packages([V1 / "session.dialogue"], PackageReader(Words()), Words()), Words())
    yield desk
    desk.file.close()


def test_a_package_of_version_1_says_what_it_is():
    session, program = read("session.dialogue"), read("program.dialogue")
    assert session.identity == "2beddde5228a864a2fdbdbe2dd660d06e157b6f669d6c5f45f25d938a4ea907c"
    assert session.about == About("session", "Bridges of Oak Street", "C07", 1, "2026-03-12")
    assert program.identity == "5d9170d8c1f65b46d34c0149fa860843b4ebbbc49b372784aa867266a6e3b65d"
    assert program.about == About("program", "Bridges of Oak Street")
    assert Counter(record.kind.value for record in program.records.values()) == {
        "program": 1,
        "circle": 1,
        "theme": 1,
    }


def test_a_package_of_version_1_holds_every_kind_of_record():
    records = read("session.dialogue").records
    assert Counter(record.kind for record in records.values()) == {
        Kind.PROGRAM: 1,
        Kind.CIRCLE: 1,
        Kind.SESSION: 1,
        Kind.GUIDE: 1,
        Kind.GROUND_RULE: 2,
        Kind.NOTE: 6,
        Kind.THEME: 2,
        Kind.ACTION: 1,
        Kind.MOVE: 8,
    }
    assert {kind for kind in Kind if kind.value in _KINDS_OF_V1} == {r.kind for r in records.values()}
    bodies = {record.id: record.body for record in records.values()}
    assert bodies[PROGRAM] == Program("Bridges of Oak Street", "BOS", 2, ("en", "es"))
    circle = Circle("C07", "Library", PROGRAM)
    assert circle in bodies.values()
    start = 1_773_356_400_000
    guides = ("guide-b1e89c8a7a875b169cbac40260eb3281",)
    assert bodies[SESSION] == Session(
        1, "s1", guides, start, start + 40 * MINUTE, 9, zone=-240, languages=("en",), present=8
    )
    assert bodies[guides[0]].version == "1.0.0"


_KINDS_OF_V1 = {"program", "circle", "session", "guide", "ground rule", "note", "theme", "action", "move"}


def test_the_notes_of_version_1_are_read_whole():
    records = read("session.dialogue").records.values()
    notes = [record.body for record in records if record.kind is Kind.NOTE and record.body]
    assert notes[1:] == [
        Note(
            NoteKind.COMMON_GROUND,
            "Todos quieren calles más seguras.",
            "round",
            Spread.EVERYONE,
            (BUSES, LIGHTS),
            "es",
            SAID,
        ),
        Note(NoteKind.QUOTE, "“I wait, and nobody comes.”", "round", said_at=SAID, consent=Consent.YES),
        Note(NoteKind.QUESTION, "Is the bus free for pupils? 🚌 שלום"),
    ]
    (action,) = [record.body for record in records if record.kind is Kind.ACTION]
    assert action == ActionIdea(
        "A bench at every stop",
        "closing",
        (BUSES,),
        "the council",
        "ask in April",
        Level.INSTITUTION,
        Horizon.THIS_YEAR,
        "en",
        SAID,
    )


def test_a_conflict_a_removed_and_an_erased_record_of_version_1_are_what_they_were():
    notes = [record for record in read("session.dialogue").records.values() if record.kind is Kind.NOTE]
    (conflict,) = [record for record in notes if record.in_conflict]
    assert [edition.body.text for edition in conflict.editions] == [
        "Stops feel random to the young.",
        "Stops feel random, and late.",
    ]
    traces = [(record.erased, len(record.editions)) for record in notes if record.body is None]
    assert sorted(traces) == [(False, 1), (True, 1)]


def test_the_clock_of_version_1_tells_how_the_evening_went(desk, tmp_path):
    live = Folders(desk, a_shelf(tmp_path)).session(SESSION).live
    assert live.phase is Phase.CLOSED
    assert live.spent == (6 * MINUTE, 13 * MINUTE, 5 * MINUTE) and live.added == (0, 5 * MINUTE, 0)


def test_what_came_in_a_package_of_version_1_goes_out_again_whole(desk, tmp_path):
    folder = Folders(desk, a_shelf(tmp_path)).session(SESSION)
    left = {record.id: record for record in session_records(desk, folder)}
    lines = unpack((V1 / "session.dialogue").read_bytes()).members["records.jsonl"].splitlines()
    assert any("mood" in line["body"] for line in map(json.loads, lines) if "body" in line)
    for line in map(json.loads, lines):
        if line.get("erased"):
            continue  # nobody signed it, and there was nothing to erase
        record = left[line["id"]]
        assert line in [encode_edition(record, edition) for edition in record.editions]
