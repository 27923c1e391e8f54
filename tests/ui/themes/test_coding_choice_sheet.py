"""Where two organizers coded a note differently, both codings are side by side and a person chooses."""

import pytest

from dialogue_desk.desk.program.note_coding import codings_now, move_notes
from dialogue_desk.domain.model.ids import DeviceId
from dialogue_desk.domain.model.organizing import Coding, coding_id
from dialogue_desk.domain.records.changes import Act, Change, Pair
from dialogue_desk.domain.records.records import Edition, Record, Version
from dialogue_desk.ui.themes.coding_choice_sheet import CodingChoiceSheet
from tests.ui.program.shown import button, seen
from tests.ui.themes.workbench import choose, rows, texts, theme


@pytest.fixture
def differing(tab, desk, program, page, settled):
    """Two notes that another organizer put under another theme than this one did."""
    stops, night, young = (
        theme(tab, name) for name in ("How stops happen", "Calls at night", "Young people and officers")
    )
    lines = stops.lines[:2]
    move_notes(desk, tab.acts.picture, lines, stops.theme_id, night.theme_id)
    for line in lines:
        record = desk.get(coding_id(program, line.note_id))
        other = DeviceId("elsewhere")
        body = Coding(line.note_id, (young.theme_id,))
        edition = Edition(Version(((other, 1),)), record.shown.at, other, body)
        both = Record(record.id, record.kind, record.owner, (*record.editions, edition))
        with desk.file.writing():
            desk.file.records.write(Change(Act.IMPORT, (Pair(record, both),)))
    page.show_program(program)
    settled()
    choose(tab, "Coded differently")
    return lines


def open_sheet(tab):
    tab.head.differing.click()
    return next(one for one in tab.window().findChildren(CodingChoiceSheet) if one.isVisible())


def test_both_codings_are_seen_side_by_side_with_the_note(tab, differing):
    assert len(texts(tab)) == 2
    told = seen(open_sheet(tab))
    assert differing[0].text in told
    assert {"Calls at night", "Young people and officers"} <= set(told)
    assert "Circle C01, session 1 · 1 more after this" in told


def test_a_choice_settles_a_note_and_leads_to_the_next(tab, differing, desk, settled):
    sheet = open_sheet(tab)
    chosen = next(
        one
        for number in (1, 2)
        for one in [f"Use coding {number}: Young people and officers"]
        if any(b.accessibleName() == one for b in sheet.findChildren(type(sheet._both)))
    )
    button(sheet, chosen).click()
    assert differing[1].text in seen(sheet)
    button(sheet, "Both").click()
    assert not sheet.isVisible()
    settled()
    assert "Coded differently" not in rows(tab)
    codings = codings_now(desk, tab.acts.picture, differing)
    young, night = (theme(tab, name).theme_id for name in ("Young people and officers", "Calls at night"))
    assert codings[differing[0].note_id] == (young,)
    assert set(codings[differing[1].note_id]) == {young, night}


def test_deciding_later_leaves_both(tab, differing, settled):
    button(open_sheet(tab), "Decide later").click()
    settled()
    assert rows(tab)["Coded differently"].count == "2 notes"
