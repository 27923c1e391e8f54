"""The file for Talk to the City: comments of circles, and no names."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind
from dialogue_desk.exchange.talk_to_the_city import LONGEST_COMMENT, comments_csv
from tests.reports.folders import a_folder


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline="")))


def test_every_note_and_idea_is_a_comment_of_its_circle() -> None:
    folder = a_folder(
        Note(NoteKind.STRENGTH, "Buses\nafter nine"), actions=[ActionIdea("Open house", why="no")]
    )

    assert read(comments_csv([folder])) == [
        ["id", "interview", "comment"],
        ["n0", "Safer Streets C07", "Buses\nafter nine"],
        ["a0", "Safer Streets C07", "Open house"],
    ]
    alone = replace(folder, program=None, program_id=None)
    assert read(comments_csv([alone]))[1][1] == "C07"


def test_what_could_be_one_persons_has_no_circle_and_an_id_that_tells_no_time() -> None:
    lines = (Note(NoteKind.EXPERIENCE, "A night shift alone"), Note(NoteKind.STRENGTH, "Buses"))
    placed, alone = read(comments_csv([a_folder(*lines)]))[1:]

    assert placed == ["n1", "Safer Streets C07", "Buses"]
    assert alone[1:] == ["Safer Streets", "A night shift alone"] and len(alone[0]) == 32


def test_a_program_that_not_all_circles_belong_to_does_not_tell_whose_a_line_is() -> None:
    folder = a_folder(Note(NoteKind.EXPERIENCE, "A night shift alone"))
    other = replace(folder, id=RecordId("other"), program=None, program_id=None)

    assert [row[1] for row in read(comments_csv([folder, other]))[1:]] == ["", ""]


def test_a_comment_is_no_longer_than_it_takes() -> None:
    text = "word " * 2_500
    rows = read(comments_csv([a_folder(Note(NoteKind.STRENGTH, text))]))[1:]

    assert [row[0] for row in rows] == ["n0", "n0-2", "n0-3"]
    assert "".join(row[2] for row in rows) == text
    assert max(len(row[2]) for row in rows) == LONGEST_COMMENT


def test_no_comment_is_empty() -> None:
    lines = (Note(NoteKind.STRENGTH, " "), Note(NoteKind.STRENGTH, "Buses"))
    found = comments_csv([a_folder(*lines, actions=[ActionIdea("")])])

    assert [row[2] for row in read(found)] == ["comment", "Buses"]


def test_no_cell_is_a_formula() -> None:
    assert read(comments_csv([a_folder(Note(NoteKind.HOPE, "=1+1"))]))[1][2] == "'=1+1"


def test_a_page_on_the_net_finds_its_columns_at_once() -> None:
    assert comments_csv([]) == b"id,interview,comment\r\n"
