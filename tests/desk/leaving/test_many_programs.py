"""``docs/many-programs.md``: SQL over the tables of several programs counts what the app counts."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.data_files import write_data
from dialogue_desk.desk.program.sample import import_sample, sample_programs
from dialogue_desk.domain.model.circles import Circle, Program, Session
from dialogue_desk.domain.model.ids import MINUTE, RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind, Theme
from dialogue_desk.domain.model.organizing import Coding, program_fact_id
from dialogue_desk.domain.overview.arrivals import counted_people
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.storage.database import IN_MEMORY
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words
from tests.shelf import GUIDES
from tools.manual_clock import ManualClock

duckdb = pytest.importorskip("duckdb", reason="the extra dialogue-desk[parquet] is not installed")

SHELF = GuideShelf(GUIDES, Words())
PAGE = (Path(__file__).parents[3] / "docs" / "many-programs.md").read_text(encoding="utf-8")
SQL = dict(re.findall(r"```sql (\w+)\n(.*?)```", PAGE, re.DOTALL))
NAMES = ("Streets", "#streets.", "STREETS", "Rent", "Vivienda", "Parks; trees", "=Light")
START = 1_775_000_000_000
PROGRAMS = 12


def a_program(desk: Desk, seed: int) -> RecordId:
    """Put a program on a desk of its own: as many circles, sessions and spellings as chance gives."""
    chance = random.Random(seed)
    program = RecordId(f"program-{seed}")
    desk.put(program, NO_OWNER, Program(f"Town {seed}", sessions=3, smallest_total=chance.choice((5, 5, 60))))
    for number in range(chance.randint(1, 5)):
        circle = RecordId(f"{program}-c{number}")
        desk.put(circle, NO_OWNER, Circle(f"C{number}", program=program))
        owner = chance.choice((program, circle))
        themes = [desk.add(owner, Theme(name)) for name in chance.sample(NAMES, 4)]
        desk.put(themes[0], owner, Theme(NAMES[0], into=themes[1]))
        desk.put(themes[2], owner, Theme(f"Wide {number}", under=themes[3], aside=chance.random() < 0.3))
        for session in range(chance.randint(0, 3)):
            a_session(desk, chance, circle, session + 1, themes)
        for note in [one for one in desk.file.records.everything() if isinstance(one.body, Note)]:
            if chance.random() < 0.2:
                coding = Coding(note.id, tuple(chance.sample(themes, chance.randint(0, 2))))
                desk.put(program_fact_id(program, coding), program, coding)
    return program


def a_session(
    desk: Desk, chance: random.Random, circle: RecordId, number: int, themes: list[RecordId]
) -> None:
    present = chance.choice((None, 2, *range(5, 14)))
    session = desk.add(circle, Session(number, "s1", (), START, START + 60 * MINUTE, 12, present=present))
    for _ in range(chance.choice((0, 8))):  # a session that is only planned has none
        kind = chance.choice((NoteKind.HOPE, NoteKind.QUOTE, NoteKind.DEBRIEF))
        under = tuple(chance.sample(themes, chance.randint(0, 3)))
        desk.add(session, Note(kind, 'two\n"lines", one', themes=under, sensitive=chance.random() < 0.2))
        if chance.random() < 0.3:
            desk.add(session, ActionIdea("=1+1", themes=under[:1]))


def counted_by_the_app(folders: Folders, program: RecordId) -> list[tuple]:
    picture = folders.picture(program)
    plan = report_plan(picture)
    sessions, proposals = len(picture.arrived), len(picture.proposals)
    rows = [(program, "sessions", "", sessions, sessions), (program, "proposals", "", proposals, proposals)]
    found = [row for row in rows if row[3]]
    if plan.room.people is not None:
        found.append((program, "people", "", plan.room.people, at_most(picture, plan.room.counted)))
    return found + [
        (program, "circles that raised a theme", theme.name, len(theme.circles), len(theme.circles))
        for theme in picture.themes
    ]


def at_most(picture: ProgramPicture, circles: int) -> int:
    """Everybody who came to a session of the circles that are in the printed number: the largest so many."""
    came = [
        [held.people for held in row.sessions if held and held.people is not None] for row in picture.rows
    ]
    return sum(map(sum, sorted(filter(None, came), key=max)[-circles:]))


def the_sample(to: Path) -> list[tuple]:
    """Write the data of the sample community, one circle of which had too few people to be told."""
    file = DeskFile(IN_MEMORY)
    desk = Desk(file, ManualClock(START), RandomIds(PROGRAMS))
    folders = Folders(desk, SHELF)
    import_sample(desk, SHELF, Words())
    (program,) = sample_programs(desk)
    write_data(desk, folders, to / "sample")
    counted = counted_by_the_app(folders, program)
    came = [counted_people(row) for row in folders.picture(program).rows]
    (total,) = [row[3] for row in counted if row[1] == "people"]
    assert total < sum(max(people) for people in came if people), "the query has to leave a circle out"
    file.close()
    return counted


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[tuple]]:
    """A folder with the data of each program, and what the app counts of them."""
    to = tmp_path_factory.mktemp("network") / "exports"
    counted = []
    for seed in range(PROGRAMS):
        file = DeskFile(IN_MEMORY)
        desk = Desk(file, ManualClock(START + seed), RandomIds(seed))
        folders = Folders(desk, SHELF)
        program = a_program(desk, seed)
        write_data(desk, folders, to / str(seed))
        counted += counted_by_the_app(folders, program)
        file.close()
    counted += the_sample(to)
    return to, sorted(counted)


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_one_query_over_all_tables_counts_what_the_app_counts(exports, form: str) -> None:
    to, counted = exports
    with duckdb.connect() as connection:
        connection.execute(SQL[form].replace("exports/", f"{to.as_posix()}/"))
        rows = connection.execute(SQL["query"]).fetchall()
    # In CSV a formula's sign has an apostrophe before it.
    assert sorted((*row[:2], row[2].removeprefix("'"), *map(int, row[3:])) for row in rows) == counted


def test_the_programs_have_something_to_count(exports) -> None:
    _, counted = exports
    assert len({row[0] for row in counted}) > PROGRAMS // 2
    assert {row[1] for row in counted} == {
        "sessions",
        "people",
        "proposals",
        "circles that raised a theme",
    }
    people = [row for row in counted if row[1] == "people"]
    assert len(people) < PROGRAMS and any(row[3] < row[4] for row in people)
    assert any(row[3] > 2 for row in counted if row[1].startswith("circles"))


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_names_that_several_programs_have_are_found(exports, form: str) -> None:
    to, counted = exports
    circles: dict[str, list[int]] = {}
    for _, measure, name, count, _ in counted:
        if measure.startswith("circles"):
            circles.setdefault(name.lower(), []).append(count)
    with duckdb.connect() as connection:
        connection.execute(SQL[form].replace("exports/", f"{to.as_posix()}/"))
        rows = connection.execute(SQL["names"]).fetchall()
    found = {name.removeprefix("'"): (programs, total) for name, programs, total in rows}
    assert found == {name: (len(counts), sum(counts)) for name, counts in circles.items()}
    assert max(len(counts) for counts in circles.values()) > 1
