"""The frame and the fields that the editors share."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from dialogue_desk.ui.notes.editor_dialog import (
    NONE,
    names_in,
    part_select,
    prompt_select,
    show_prompts,
    themes_field,
)
from tests.ui.notes.edited import IDEA, NOTE


@pytest.mark.parametrize("body", [NOTE, IDEA])
def test_fields_stand_side_by_side_where_there_is_room_and_scroll_where_there_is_little(
    edit, owner, theme, body
):
    wide = edit(body)
    QApplication.processEvents()
    left, right = (wide.kind, wide.themes.control) if body is NOTE else (wide.box, wide.why)
    tops = [one.mapTo(wide, QPoint(0, 0)).y() for one in (left, right)]
    assert abs(tops[0] - tops[1]) <= 1
    wide.close()
    owner.resize(800, 500)
    theme.change(scale=200)
    small = edit(body)
    QApplication.processEvents()
    left, right = (small.kind, small.themes.control) if body is NOTE else (small.box, small.why)
    tops = [one.mapTo(small, QPoint(0, 0)).y() for one in (left, right)]
    assert tops[1] - tops[0] > 40
    assert small.width() <= 800 and small.height() <= 500
    assert small._fields.verticalScrollBar().maximum() > 0
    assert small._fields.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("body", [NOTE, IDEA])
def test_an_editor_is_in_the_middle_of_the_window(edit, owner, body):
    owner.resize(760, 700)
    off = edit(body).geometry().center() - owner.geometry().center()
    assert abs(off.x()) <= 2 and abs(off.y()) <= 30


def test_names_are_separated_by_commas_and_each_counts_once(context, folders, session_id, owner):
    field = themes_field(context, folders.session(session_id), ())
    field.setParent(owner)
    field.control.setText(" School, stops ,, School,")
    assert names_in(field) == ("School", "stops")


def test_a_part_without_a_choice_is_outside_any(context, folders, session_id, owner):
    folder = folders.session(session_id)
    select = part_select(context, folder, "")
    select.setParent(owner)
    assert (select.choice(), select.itemText(0)) == (NONE, "Outside any part")
    assert select.itemText(1) == "1. Check-in"


def test_the_questions_are_those_of_the_part(context, folders, session_id, owner):
    folder = folders.session(session_id)
    select = prompt_select(context, folder, "where-i-stand", 2)
    select.setParent(owner)
    assert (select.choice(), select.count()) == ("2", 1 + len(folder.plan.part("where-i-stand").ask))
    show_prompts(select, context, folder, "")
    assert select.count() == 1
