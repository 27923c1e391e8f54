"""Circles are set up one at a time, beside a list of all of them."""

import pytest
from PySide6.QtCore import Qt

from dialogue_desk.desk.program.program_draft import DraftCircle, ProgramDraft
from dialogue_desk.domain.model.circles import Circle, Program, Round
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.ui.setup.circles_section import CirclesSection, circle_row
from dialogue_desk.words import Words
from tests.ui.program.shown import button, seen

ROUNDS = (Round("Spring"), Round("Fall"))


def draft(*circles, rounds=ROUNDS):
    drafts = tuple(DraftCircle(RecordId(one.code), one) for one in circles)
    return ProgramDraft(Program("Bridges", rounds=rounds), drafts)


@pytest.fixture
def section(context, qtbot):
    section = CirclesSection(context)
    qtbot.addWidget(section)
    section.resize(1000, 700)
    section.show()
    qtbot.waitUntil(section.isActiveWindow)
    return section


def codes(section):
    return [one.body.code for one in section.circles()]


def titles(section):
    return [row.title for row in section.list.rows()]


def test_what_is_typed_is_in_the_list_at_once_and_in_the_draft(section, qtbot):
    section.show_draft(draft(Circle("C01", "Library"), Circle("C02", "Mills")))
    qtbot.keyClicks(section.fields.place, " annex")
    section.fields.youth.setChecked(True)
    section.fields.round.choose("2")
    section.fields.round.chosen.emit("2")
    assert titles(section) == ["C01  Library annex", "C02  Mills"]
    first, second = section.fill(draft()).circles
    assert first.body == Circle("C01", "Library annex", youth=True, round=2)
    assert second.body == Circle("C02", "Mills")
    assert section.list.rows()[0].detail == "English · Fall · young people"


def test_the_keys_go_through_the_list_and_enter_leads_to_the_circle(section, qtbot):
    section.show_draft(draft(Circle("C01"), Circle("C02")))
    section.list.setFocus()
    qtbot.keyClick(section.list, Qt.Key.Key_Down)
    assert section.fields.code.text() == "C02"
    qtbot.keyClick(section.list, Qt.Key.Key_Return)
    assert section.fields.code.hasFocus()


def test_a_new_circle_has_the_next_free_code_and_goes_on_like_the_last(section):
    section.show_draft(draft(Circle("C01"), Circle("C03", language="es", round=2)))
    section.add_button.click()
    assert section.circles()[2:] == (DraftCircle(None, Circle("C02", language="es", round=2)),)
    assert section.fields.place.hasFocus()


def test_the_last_circle_may_be_deleted_too(section):
    section.show_draft(draft(Circle("C01"), Circle("C02"), Circle("C03")))
    section._select(section.list.rows()[1].id)
    for left in (["C01", "C03"], ["C01"], []):
        section.fields.remove.click()
        assert codes(section) == left
    assert not section.fields.isVisible() and section.check()


def test_a_circle_goes_on_with_another_but_never_in_a_ring(section):
    section.show_draft(
        draft(Circle("C05"), Circle("C07", into=RecordId("C05")), Circle("C09", into=RecordId("C07")))
    )
    offered = section.fields.into
    assert [offered.itemText(at) for at in range(offered.count())] == ["No other circle"]
    section._select(section.list.rows()[2].id)
    assert offered.currentText() == "C07"
    assert section.list.rows()[2].title == "C09" and "goes on with C07" in section.list.rows()[2].detail


def test_a_circle_that_is_not_in_the_program_stays_the_one_it_goes_on_with(section, qtbot):
    gone = RecordId("gone")
    section.show_draft(draft(Circle("C05"), Circle("C07", into=gone)))
    section._select(section.list.rows()[1].id)
    qtbot.keyClicks(section.fields.place, "Mill")
    assert section.circles()[1].body == Circle("C07", "Mill", into=gone)
    section._select(section.list.rows()[0].id)
    assert section.fields.into.currentText() == "No other circle"


def test_a_new_circle_may_be_split_off_but_cannot_go_on_with_another_yet(section):
    section.show_draft(draft(Circle("C05")))
    section.add_button.click()
    fields = section.fields
    fields._midway.unfold(True)
    assert fields.out_of.isVisible() and not fields.into.isVisible()
    fields.out_of.choose("C05")
    fields.out_of.chosen.emit("C05")
    assert section.circles()[1].body.out_of == "C05"


def test_what_is_wrong_with_a_code_is_said_at_the_circle(section, qtbot):
    section.show_draft(draft(Circle("C01"), Circle("c01", "Mill")))
    assert not section.check()
    assert "Two circles have the code c01. Give one of them another." in seen(section)
    qtbot.keyClicks(section.fields.code, "5")
    assert section.check() and section.fields.code_field.error() == ""


def test_where_there_is_little_room_the_list_and_the_circle_take_turns(section):
    section.show_draft(draft(Circle("C01"), Circle("C02")))
    section.resize(500, 500)
    assert section.list.isVisible() and not section.fields.isVisible()
    section._open(None)
    assert section.fields.isVisible() and not section.list.isVisible()
    button(section, "All circles").click()
    assert section.list.hasFocus()


def test_a_row_says_all_that_is_known_of_a_circle():
    circle = Circle("C11", "Mill", None, "es", "", "tenants", True, "women", 1, ("C07",), RecordId("x"))
    row = circle_row("k", circle, ROUNDS, {RecordId("x"): "C05"}, Words())
    assert row.accessible_text == (
        "C11  Mill. goes on with C05 · formerly C07 · Spanish · Spring · young people · women · tenants"
    )
