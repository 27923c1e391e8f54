"""What a desk hands on as data is told by what it knows, not by how it came to know it."""

from __future__ import annotations

import csv
import io
import json
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.data_files import DataFormat, parquet_sentence, session_data, write_data
from dialogue_desk.desk.program.imports import import_packages, read_packages
from dialogue_desk.desk.session.session_edits import SessionDraft, create_session
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.closing import Overrule, PrivacyAnswer, PrivacyDecision, Tally, fact_id
from dialogue_desk.domain.model.forum import ActionTeam, BallotEntry, Forum, ForumStage
from dialogue_desk.domain.model.ids import MINUTE, RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Consent, Note, NoteKind
from dialogue_desk.domain.model.organizing import Card, program_fact_id
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.exchange.csv_table import BOM
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.exchange.parquet import parquet_is_possible
from dialogue_desk.storage.database import IN_MEMORY
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words
from tests.shelf import GUIDES
from tools.manual_clock import ManualClock
from tools.sample import play_sample

WORDS = Words()
TOWN = RecordId("town")
READER = PackageReader(WORDS)
SHELF = GuideShelf(GUIDES, WORDS)


@contextmanager
def a_desk(seed: int) -> Iterator[Desk]:
    file = DeskFile(IN_MEMORY)
    yield Desk(file, ManualClock(1_775_000_000_000 + seed), RandomIds(seed))
    file.close()


def data_of(desk: Desk, folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in write_data(desk, Folders(desk, SHELF), folder)}


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    return play_sample(tmp_path_factory.mktemp("packages"), SHELF, WORDS)


@pytest.fixture(scope="module")
def expected(packages: tuple[Path, ...], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    with a_desk(1) as desk:
        import_packages(desk, read_packages(packages, READER, WORDS), WORDS)
        return data_of(desk, tmp_path_factory.mktemp("expected"))


@settings(max_examples=8)
@given(st.data())
def test_the_same_bytes_in_whatever_order_and_however_often_packages_come(
    packages: tuple[Path, ...],
    expected: dict[str, bytes],
    tmp_path_factory: pytest.TempPathFactory,
    data: st.DataObject,
) -> None:
    again = data.draw(st.lists(st.sampled_from(packages), max_size=4))
    order = data.draw(st.permutations([*packages, *again]))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(order) - 1), max_size=4)))
    with a_desk(data.draw(st.integers(2, 99))) as desk:
        for begin, end in zip([0, *cuts], [*cuts, len(order)], strict=True):
            taken = import_packages(desk, read_packages(order[begin:end], READER, WORDS), WORDS)
            assert taken.refused == ()
        assert data_of(desk, tmp_path_factory.mktemp("data")) == expected


TABLES = (
    *(
        "about",
        "action_teams",
        "action_themes",
        "actions",
        "answers",
        "ballots",
        "cards",
        "circles",
        "clashes",
        "closing_steps",
        "closings",
        "codings",
        "columns",
    ),
    *(
        "forum_options",
        "forums",
        "ground_rules",
        "invitations",
        "likenesses",
        "note_themes",
        "notes",
        "overruled_parts",
        "part_kinds_by_circle",
        "people_counts",
    ),
    *("parts", "programs", "progress", "rounds", "sentences", "sessions", "stars", "synonyms", "themes"),
    *("themes_by_circle", "top_themes", "voices"),
)
NOT_IN_THE_SAMPLE = (
    *("answers", "cards", "closing_steps", "codings", "likenesses", "overruled_parts", "progress", "rounds"),
    *("sentences", "stars", "synonyms", "top_themes"),
    *("action_teams", "ballots", "forum_options", "forums", "invitations"),
    *("people_counts", "voices"),
)
OTHERS = (
    *("data-card-en.md", "data-card-es.md", "datapackage.json", "records.jsonl", "sessions.qdpx"),
    *("tables.sqlite", "tables.xlsx", "talk-to-the-city.csv", "themes.qdc"),
)


def test_there_is_a_table_of_everything_and_a_file_for_every_kind_of_program(
    expected: dict[str, bytes],
) -> None:
    parquet = [f"{name}.parquet" for name in TABLES if parquet_is_possible()]
    assert sorted(expected) == sorted([f"{name}.csv" for name in TABLES] + parquet + list(OTHERS))
    without = {f"{name}.csv" for name in NOT_IN_THE_SAMPLE}
    filled = {name: content for name, content in expected.items() if not name.endswith(".parquet")}
    assert all(len(content.splitlines()) > 1 for name, content in filled.items() if name not in without)


def words_in(name: str, content: bytes) -> str:
    """All that a file says, whatever it is packed in."""
    if name.endswith((".xlsx", ".qdpx")):
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            return "".join(file.read(member).decode() for member in file.namelist())
    return content.decode(errors="replace")


@pytest.fixture
def all_sorts() -> Iterator[Desk]:
    """A desk with a session that holds something for everyone, for the organizer, and for nobody."""
    with a_desk(1) as desk:
        text = SHELF.translations("safety-together")["en"]
        start = desk.clock.now()
        session = create_session(
            desk, SessionDraft((text,), "s1", 1, start, start + 120 * MINUTE, 9, circle=Circle("C01"))
        )
        desk.add(session, Note(NoteKind.HOPE, "may leave"))
        desk.add(session, Note(NoteKind.QUOTE, "may leave too", consent=Consent.YES))
        desk.add(session, ActionIdea("may leave as well"))
        desk.add(session, Note(NoteKind.HOPE, "organizer-1", sensitive=True))
        desk.put(fact_id(session, "why"), session, Overrule("welcome", "organizer-2"))
        desk.add(session, Note(NoteKind.DEBRIEF, "stays-1"))
        desk.add(session, Note(NoteKind.QUOTE, "stays-2"))
        desk.add(session, Note(NoteKind.QUOTE, "stays-3", consent=Consent.WITHDRAWN))
        desk.put(fact_id(session, "age"), session, Tally(RecordId("age"), (("stays-4", 3),)))
        desk.put(
            fact_id(session, "mark"), session, PrivacyDecision("stays-5", PrivacyAnswer.REPLACE, "stays-6")
        )
        yield desk


def test_no_file_holds_what_may_not_leave(all_sorts: Desk, tmp_path: Path) -> None:
    paths = write_data(all_sorts, Folders(all_sorts, SHELF), tmp_path)
    said = {path.name: words_in(path.name, path.read_bytes()) for path in paths}

    assert not [name for name, words in said.items() if "stays-" in words]
    told = {name for name, words in said.items() if "organizer-" in words}
    parquet = {name for name in said if name.endswith(".parquet")}
    for name in ("notes.csv", "tables.xlsx", "sessions.qdpx", "talk-to-the-city.csv", "records.jsonl"):
        assert said[name].count("may leave") >= 2, name
    tables = {"notes.csv", "overruled_parts.csv", "tables.xlsx", "tables.sqlite"}
    assert told - parquet == {*tables, "sessions.qdpx", "records.jsonl"}


def test_what_is_for_everyone_holds_nothing_for_organizers_alone(all_sorts: Desk) -> None:
    folders = Folders(all_sorts, SHELF)
    (entry,) = folders.entries()
    public = [one for one in DataFormat if one.for_everyone]
    files = session_data(all_sorts, folders.session(entry.id), public)
    assert [file.name for file in files] == ["circle-c01-s1-2026-03-31-talk-to-the-city.csv"]
    said = words_in(files[0].name, files[0].make_bytes())
    assert "may leave" in said and "organizer-" not in said and "stays-" not in said


def test_organizers_work_leaves_with_a_program_and_with_no_session(tmp_path: Path) -> None:
    with a_desk(1) as desk:
        desk.put(RecordId("town"), NO_OWNER, Program("Town"))
        session = a_session(desk)
        said = desk.add(session, ActionIdea("said"))
        private = desk.add(session, Note(NoteKind.DEBRIEF, "private"))
        for about in (said, private):
            card = Card(about, actor=f"actor for {desk.get(about).body.__class__.__name__}")
            desk.put(program_fact_id(RecordId("town"), card), RecordId("town"), card)
        folders = Folders(desk, SHELF)
        for_organizer = {path.name: path for path in write_data(desk, folders, tmp_path / "organizer")}
        told = for_organizer["cards.csv"].read_text(encoding="utf-8")
        assert "actor for ActionIdea" in told and "actor for Note" not in told
        assert "actor for ActionIdea" in for_organizer["records.jsonl"].read_text(encoding="utf-8")
        *_, alone = session_data(desk, folders.session(session), [DataFormat.RECORDS])
        assert b"actor for" not in alone.make_bytes()


@pytest.mark.parametrize("stage", list(ForumStage))
def test_ballots_are_in_no_file_until_the_count_is_closed(stage: ForumStage, tmp_path: Path) -> None:
    with a_desk(1) as desk:
        desk.put(TOWN, NO_OWNER, Program("Town"))
        for fact in (Forum(stage=stage), BallotEntry(1, 1, ((7, 5),)), ActionTeam(RecordId("ask"), "Lamps")):
            desk.put(program_fact_id(TOWN, fact), TOWN, fact)
        said = data_of(desk, tmp_path)
        forums = list(csv.DictReader(io.StringIO(said["forums.csv"].decode("utf-8-sig"))))
    out = stage is ForumStage.COUNTED
    assert (b"ballot:1:1" in said["records.jsonl"]) is out
    assert (b"7: 5" in said["ballots.csv"]) is out
    assert b"Lamps" in said["records.jsonl"]
    assert [one["ballots_counted"] for one in forums] == ["1"]


def test_data_of_one_program_hold_nothing_of_another_or_of_circles_without_one(tmp_path: Path) -> None:
    with a_desk(1) as desk:
        towns = [TOWN, RecordId("village"), None]
        for name in towns:
            if name is not None:
                desk.put(name, NO_OWNER, Program(f"Program {name}"))
            session = a_session(desk, program=name)
            note = desk.add(session, Note(NoteKind.HOPE, f"hope of {name}"))
            if name is not None:
                desk.put(program_fact_id(name, Card(note)), name, Card(note, actor=f"office of {name}"))
        for name in towns:
            paths = write_data(desk, Folders(desk, SHELF), tmp_path / str(name), [name])
            said = {path.name: words_in(path.name, path.read_bytes()) for path in paths}
            for other in towns:
                told = [file for file, words in said.items() if f"hope of {other}" in words]
                assert bool(told) is (other == name), (name, other, told)
                assert (f"office of {other}" in said["records.jsonl"]) is (other == name is not None)
            assert '"guide"' in said["records.jsonl"]


def a_session(desk: Desk, program: RecordId | None = TOWN) -> RecordId:
    text = SHELF.translations("safety-together")["en"]
    start = desk.clock.now()
    circle = Circle("C01", program=program)
    return create_session(desk, SessionDraft((text,), "s1", 1, start, start + 120 * MINUTE, 9, circle=circle))


def test_the_files_of_one_session_hold_no_more(all_sorts: Desk) -> None:
    folders = Folders(all_sorts, SHELF)
    (entry,) = folders.entries()
    files = session_data(all_sorts, folders.session(entry.id), tuple(DataFormat))
    said = {file.name: words_in(file.name, file.make_bytes()) for file in files}

    assert all(name.startswith("circle-c01-s1-2026-03-31-") for name in said)
    assert not [name for name, words in said.items() if "stays-" in words]
    assert session_data(all_sorts, folders.session(entry.id), ()) == ()
    card, alone = session_data(all_sorts, folders.session(entry.id), [DataFormat.XLSX])
    assert card.name == "circle-c01-s1-2026-03-31-data-card-en.md"
    assert alone.name == "circle-c01-s1-2026-03-31-tables.xlsx"


def test_each_language_of_a_program_has_a_card_that_says_what_the_data_is(expected: dict[str, bytes]) -> None:
    english, spanish = (expected[f"data-card-{one}.md"].decode() for one in ("en", "es"))
    assert english.startswith("# About this data") and "All rights stay with the circles." in english
    assert english.count("\n## ") == spanish.count("\n## ") == 7


def test_the_terms_of_a_program_are_in_every_form_of_its_tables(tmp_path: Path) -> None:
    with a_desk(1) as desk:
        desk.put(RecordId("town"), NO_OWNER, Program("Town", data_license="Ask the town first."))
        a_session(desk)
        written = data_of(desk, tmp_path)
    for name in ("about.csv", "tables.xlsx", "tables.sqlite", "datapackage.json", "data-card-en.md"):
        assert "Ask the town first." in words_in(name, written[name]), name
    for name, content in written.items():
        assert not name.endswith(".parquet") or b"Ask the town first." in content


def test_the_description_of_the_tables_names_each_file_with_its_columns(expected: dict[str, bytes]) -> None:
    described = json.loads(expected["datapackage.json"])
    assert [one["name"] for one in described["licenses"]] == ["other-closed"]
    for one in described["resources"]:
        head = next(csv.reader(io.StringIO(expected[one["path"]].decode().removeprefix(BOM))))
        assert [field["name"] for field in one["schema"]["fields"]] == head


def test_without_duckdb_all_but_parquet_is_written_and_it_is_said_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with a_desk(1) as desk:
        written = data_of(desk, tmp_path)
    assert "notes.csv" in written and not [name for name in written if name.endswith(".parquet")]
    assert "dialogue-desk[parquet]" in parquet_sentence(WORDS)
    monkeypatch.setattr(sys, "frozen", True, raising=False)  # nobody can install anything into a build
    assert parquet_sentence(WORDS).startswith("There is no Parquet") and "pip" not in parquet_sentence(WORDS)


def test_the_workbook_says_what_the_tables_say(expected: dict[str, bytes]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(expected["tables.xlsx"]))
    for name in TABLES:
        rows = csv.reader(io.StringIO(expected[f"{name}.csv"].decode().removeprefix(BOM), newline=""))
        for wanted, row in zip(rows, book[name].iter_rows(values_only=True), strict=True):
            for text, cell in zip(wanted, row, strict=True):
                said = text.removeprefix("'")
                assert cell == (float(said) if isinstance(cell, int | float) else said or None)


def test_an_empty_desk_has_tables_with_heads_only(tmp_path: Path) -> None:
    with a_desk(1) as desk:
        written = data_of(desk, tmp_path)
    assert written.pop("records.jsonl") == b""
    told = {"about.csv", "columns.csv"}
    rows = {name: content for name, content in written.items() if name.endswith(".csv") and name not in told}
    assert all(len(content.splitlines()) == 1 for content in rows.values())
