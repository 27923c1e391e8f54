"""Who will answer is asked with the reason, and the days are checked kindly."""

from dialogue_desk.desk.program.program_draft import ProgramDraft
from dialogue_desk.domain.model.circles import Program, Round
from dialogue_desk.ui.setup.answers_section import AnswersSection
from tests.ui.program.shown import seen

ODD = "The answer is asked for before the forum. Is that right?"


def shown(desk, context, qtbot, **program):
    section = AnswersSection(desk, context)
    qtbot.addWidget(section)
    section.show()
    qtbot.waitUntil(section.isActiveWindow)
    section.show_draft(ProgramDraft(Program("", **program)))
    return section


def test_what_is_set_is_shown_and_what_is_typed_is_in_the_draft(desk, context, qtbot):
    section = shown(desk, context, qtbot, answers="City manager", forum="2027-06-12", contact="555-0100")
    qtbot.keyClicks(section.organizer, "  Alder Bend Library ")
    section.answer_by.tick.setChecked(True)
    section.answer_by.edit.selectAll()
    qtbot.keyClicks(section.answer_by.edit, "9/1/2027")
    assert section.check()
    assert section.fill(ProgramDraft(Program("Bridges"))).program == Program(
        "Bridges",
        organizer="Alder Bend Library",
        contact="555-0100",
        answers="City manager",
        answer_by="2027-09-01",
        forum="2027-06-12",
    )


def test_days_in_an_odd_order_are_asked_about_as_long_as_they_are(desk, context, qtbot):
    section = shown(desk, context, qtbot, forum="2027-06-12", answer_by="2027-06-01")
    assert ODD in seen(section) and section.check()
    section.forum.tick.setChecked(False)
    assert ODD not in seen(section)
    section.follow(ProgramDraft(Program("", rounds=(Round("Spring", last_day="2027-07-01"),))))
    assert any("while circles of round “Spring” still meet" in one for one in seen(section))


def test_a_day_that_is_not_understood_keeps_the_form(desk, context, qtbot):
    section = shown(desk, context, qtbot, forum="2027-06-12")
    section.forum.edit.selectAll()
    qtbot.keyClicks(section.forum.edit, "soon")
    assert not section.check() and section.forum.edit.hasFocus()
