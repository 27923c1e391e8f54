"""REFI-QDA: another program reads every note, every theme, and what is coded with what."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyrefiqda import RefiCodebook, RefiProject

from dialogue_desk.domain.model.circles import USUAL_LICENSE, Officers
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind, Spread, Theme
from dialogue_desk.domain.model.organizing import Coding
from dialogue_desk.domain.model.text import printable
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.records.records import Record, Stamp, new_record
from dialogue_desk.exchange.refi import codebook_bytes, project_bytes
from tests.reports.folders import STOPS, THEMES, YOUTH, a_folder

STAMP = Stamp(DeviceId("laptop"), 1, 0)
HOSTILE = [
    "=1+1 <b>&amp;</b> ]]> <!-- x -->",
    "a\x00\x07\x1b\ud800\uffff",
    "two\r\nlines\u2028three",
    "👍🏽 \u202eevil\u202c \u200d",
    "",
    " ",
]


def records(**named: str) -> list[Record]:
    themes = {**{theme: body.name for theme, body in THEMES.items()}, **named}
    return [
        new_record(RecordId(theme), RecordId("program"), Theme(name), STAMP)
        for theme, name in sorted(themes.items())
    ]


def opened(made: bytes, to: Path):
    """The project as pyrefiqda reads it, and the texts of its sources by their guids."""
    (to / "made.qdpx").write_bytes(made)
    project = RefiProject.load(to / "made.qdpx", to / "open")
    texts = {}
    for source in project.sources.text_source if project.sources else ():
        path = RefiProject.resolve_source_path(source.plain_text_path, to / "open")
        texts[source.guid] = path.read_bytes().decode()
    return project, texts


def codes_of(project) -> dict[str, str]:
    """The name of every code by its guid."""
    top = project.code_book.codes.code
    return {code.guid: code.name for one in top for code in (one, *one.code)}


def coded(project, texts) -> list[tuple[str, list[str]]]:
    """Every selection as the words it stands over and the names of its codes."""
    names = codes_of(project)
    return [
        (
            texts[source.guid][selection.start_position : selection.end_position],
            [names[coding.code_ref.target_guid] for coding in selection.coding],
        )
        for source in project.sources.text_source
        for selection in source.plain_text_selection
    ]


def test_every_note_and_idea_is_coded_with_its_themes_its_kind_and_its_spread(tmp_path: Path) -> None:
    folder = a_folder(
        Note(NoteKind.CONCERN, "Stops feel random 🏠; twice.", spread=Spread.A_FEW, themes=STOPS),
        Note(NoteKind.HOPE, "Más programas para jóvenes", themes=(*YOUTH, *STOPS)),
        Note(NoteKind.QUESTION, "two\nlines"),
        actions=[ActionIdea("Open house", themes=YOUTH, who="Police", first_step="Pick a day")],
    )
    project, texts = opened(project_bytes(records(), [folder]), tmp_path)

    assert coded(project, texts) == [
        ("Stops feel random 🏠; twice.", ["Stops and searches", "concern", "a few"]),
        ("Más programas para jóvenes", ["Young people", "Stops and searches", "hope"]),
        ("two\nlines", ["question"]),
        ("Open house", ["Young people", "action idea"]),
    ]
    (source,) = project.sources.text_source
    assert source.plain_text_selection[3].description == "who: Police\nfirst step: Pick a day"
    assert list(texts.values()) == [
        "Stops feel random 🏠; twice.\nMás programas para jóvenes\ntwo\nlines\nOpen house\n"
    ]


def test_a_session_is_a_case_with_its_facts(tmp_path: Path) -> None:
    folder = a_folder(Note(NoteKind.HOPE, "x"))
    folder = replace(folder, session=replace(folder.session, officers=Officers.PARTLY))
    project, _ = opened(project_bytes(records(), [folder]), tmp_path)
    (case,) = project.cases.case
    names = {variable.guid: variable.name for variable in project.variables.variable}
    values = {
        names[held.variable_ref.target_guid]: next(
            str(value)
            for value in (held.text_value, held.integer_value, held.date_value)
            if value is not None
        )
        for held in case.variable_value
    }

    assert case.name == "Safer Streets C07 session 1, 2026-03-12"
    assert values == {
        "Program": "Safer Streets",
        "Circle": "C07",
        "Session": "1",
        "Place": "Eastside Library",
        "Date": "2026-03-12",
        "People": "9",
        "Officers": "partly",
        "Language": "en",
    }
    assert [one.target_guid for one in case.source_ref] == [project.sources.text_source[0].guid]


def test_the_codebook_has_the_same_codes_as_the_project(tmp_path: Path) -> None:
    project, _ = opened(project_bytes(records(), []), tmp_path)
    (tmp_path / "themes.qdc").write_bytes(codebook_bytes(records()))
    book = RefiCodebook.load(tmp_path / "themes.qdc")
    codes = {code.guid: code.name for one in book.codes.code for code in (one, *one.code)}

    assert codes == codes_of(project)
    assert [one.name for one in book.codes.code] == [
        "Stops and searches",
        "Young people",
        "Kind of note",
        "Held by",
    ]
    assert {code.name: code.is_codable for code in book.codes.code}["Kind of note"] is False
    assert set(codes.values()) >= {*NoteKind, *Spread, "action idea"}


def test_themes_of_one_name_are_one_code() -> None:
    made = codebook_bytes(records(a="Streets", b="#streets.", c="Streets (2)")).decode()
    assert made.count('name="Streets"') == 1 and "#streets." not in made and 'name="Streets (2)"' in made


def test_a_note_under_two_themes_that_are_one_is_coded_once(tmp_path: Path) -> None:
    known = records(a="Streets", b="streets")
    folder = a_folder(Note(NoteKind.HOPE, "x", themes=(RecordId("b"), RecordId("a"))))
    assert coded(*opened(project_bytes(known, [folder]), tmp_path)) == [("x", ["Streets", "hope"])]


def test_what_organizers_coded_stands_beside_what_the_note_taker_did(tmp_path: Path) -> None:
    coding = Coding(RecordId("n0"), YOUTH)
    known = [*records(), new_record(RecordId("z"), RecordId("program"), coding, STAMP)]
    folder = a_folder(Note(NoteKind.HOPE, "x", themes=STOPS))
    project, texts = opened(project_bytes(known, [folder]), tmp_path)
    assert coded(project, texts) == [("x", ["Stops and searches", "hope", "Young people"])]
    who = {user.guid: user.name for user in project.users.user}
    (selection,) = project.sources.text_source[0].plain_text_selection
    given = [who[coding.creating_user] for coding in selection.coding]
    assert given == ["Note-taker", "Note-taker", "Organizers"]


def test_the_terms_of_use_go_along(tmp_path: Path) -> None:
    project, _ = opened(project_bytes(records(), []), tmp_path)
    assert project.description == USUAL_LICENSE


def test_ids_that_can_be_are_kept_so_that_files_of_one_desk_fit_together() -> None:
    own = "019cd9d1-52a0-7007-9f39-0b2018072e8c"

    assert f'guid="{own}"' in codebook_bytes(records(**{own: "Streets"})).decode()
    for twin in (own.upper(), f"{{{own}}}", own.replace("-", "")):
        assert f'guid="{own}"' not in codebook_bytes(records(**{twin: "Streets"})).decode()


def test_the_package_is_laid_out_as_the_programs_want_it() -> None:
    with zipfile.ZipFile(io.BytesIO(project_bytes(records(), [a_folder(Note(NoteKind.HOPE, "x"))]))) as file:
        names = file.namelist()
        qde = file.read("project.qde")
        text = file.read(names[1])
    parts = ["<Users>", "<CodeBook>", "<Variables>", "<Cases>", "<Sources>"]

    assert names[0] == "project.qde" and names[1].startswith("sources/") and len(names) == 2
    assert UUID(names[1][8:-4]) and f"internal://{names[1][8:]}".encode() in qde
    assert text == b"x\n" and qde.startswith(b"<?xml version='1.0' encoding='utf-8'?>\n<Project xmlns=")
    assert [qde.index(part.encode()) for part in parts] == sorted(qde.index(part.encode()) for part in parts)


def test_the_same_sessions_give_the_same_bytes_in_any_order() -> None:
    first, second = a_folder(Note(NoteKind.HOPE, "x")), replace(a_folder(), id=RecordId("another"))
    known = records()

    assert project_bytes(known, [first, second]) == project_bytes(known[::-1], [second, first])


def test_nothing_is_a_project_too(tmp_path: Path) -> None:
    project, texts = opened(project_bytes([], []), tmp_path)

    assert project.cases is None and texts == {}


def read_back(tmp_path: Path, *texts: str) -> list[str]:
    folder: SessionFolder = a_folder(*(Note(NoteKind.HOPE, text) for text in texts))
    return [said for said, _ in coded(*opened(project_bytes(records(), [folder]), tmp_path))]


def test_whatever_was_typed_is_read_back_as_it_is_printed(tmp_path: Path) -> None:
    assert read_back(tmp_path, *HOSTILE) == [printable(text) for text in HOSTILE]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_theme_of_any_name_can_be_written(name: str, tmp_path: Path) -> None:
    (tmp_path / "themes.qdc").write_bytes(codebook_bytes(records(x=name)))

    assert RefiCodebook.load(tmp_path / "themes.qdc").codes.code


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(st.characters(codec=None), max_size=20), max_size=4))
def test_positions_count_characters_whatever_stands_before(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    assert read_back(tmp_path_factory.mktemp("refi"), *texts) == [printable(text) for text in texts]
