"""Rounds have a name, days and a guide from the shelf."""

import pytest

from dialogue_desk.desk.program.program_draft import ProgramDraft
from dialogue_desk.domain.model.circles import Program, Round
from dialogue_desk.ui.setup.rounds_section import RoundsSection, guide_choices
from dialogue_desk.words import Words
from tests.ui.program.shown import button, seen


@pytest.fixture
def section(desk, shelf, context, qtbot):
    section = RoundsSection(desk, shelf, context)
    qtbot.addWidget(section)
    section.resize(900, 900)
    section.show()
    qtbot.waitUntil(section.isActiveWindow)
    return section


def rounds(section):
    return section.fill(ProgramDraft(Program(""))).program.rounds


def retype(qtbot, line, text):
    line.selectAll()
    qtbot.keyClicks(line, text)


def test_a_round_is_added_with_days_as_people_write_them_and_a_guide(section, qtbot):
    section.show_draft(ProgramDraft(Program("")))
    section.add_button.click()
    (card,) = section._rows
    retype(qtbot, card.name, "Spring")
    for field, typed in ((card.first_day, "3/1/2027"), (card.last_day, "30 May 2027")):
        field.tick.setChecked(True)
        retype(qtbot, field.edit, typed)
    card.guide.choose("safety-together")
    assert section.check()
    assert rounds(section) == (Round("Spring", "2027-03-01", "2027-05-30", "safety-together"),)


def test_a_day_that_is_not_understood_or_a_name_that_is_missing_is_asked_for(section, qtbot):
    section.show_draft(ProgramDraft(Program("", rounds=(Round("Spring", "2027-03-01"),))))
    (card,) = section._rows
    retype(qtbot, card.first_day.edit, "someday")
    assert not section.check() and card.first_day.edit.hasFocus()
    card.first_day.tick.setChecked(False)
    assert section.check()
    card.name.clear()
    assert not section.check() and card.name.hasFocus()
    assert "Give the round a name, or delete it." in seen(section)


def test_an_odd_order_is_a_question_and_no_refusal(section):
    one = Round("Spring", "2027-05-30", "2027-03-01")
    section.show_draft(ProgramDraft(Program("", rounds=(one, Round("Fall")))))
    assert "The last day is before the first day. Is that right?" in seen(section)
    assert section.check() and rounds(section)[0] == one
    section._rows[0].last_day.tick.setChecked(False)
    assert "The last day is before the first day. Is that right?" not in seen(section)


def test_deleting_a_round_tells_its_place(section, qtbot):
    section.show_draft(ProgramDraft(Program("", rounds=(Round("Spring"), Round("Fall")))))
    with qtbot.waitSignal(section.removed) as told:
        button(section, "Delete the round: Fall").click()
    assert told.args == [2] and [one.name for one in rounds(section)] == ["Spring"]


def test_a_guide_that_this_library_does_not_have_stays(section):
    section.show_draft(ProgramDraft(Program("", rounds=(Round("Spring", guide="of-our-own"),))))
    assert rounds(section)[0].guide == "of-our-own"


def test_each_guide_is_offered_once_under_its_title(shelf):
    choices = guide_choices(shelf, Words("es"))
    ids = [choice.id for choice in choices]
    assert len(ids) == len(set(ids)) and "safety-together" in ids
    assert (
        choices[ids.index("safety-together")].text
        == shelf.guide(shelf.translations("safety-together")["es"]).title
    )
