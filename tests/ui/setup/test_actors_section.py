"""Who could act: the usual ones are a press away, others are typed."""

from dialogue_desk.desk.program.program_draft import ProgramDraft
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.ui.setup.actors_section import ActorsSection
from tests.ui.program.shown import button


def test_usual_actors_are_added_once_and_others_are_typed(context, qtbot):
    section = ActorsSection(context)
    qtbot.addWidget(section)
    section.show()
    section.show_draft(ProgramDraft(Program("", actors=("Transit agency",))))
    usual = button(section, "City council")
    usual.click()
    assert not usual.isVisible()
    assert section.fill(ProgramDraft(Program(""))).program.actors == ("Transit agency", "City council")
    section.show_draft(ProgramDraft(Program("")))
    assert usual.isVisible() and section.fill(ProgramDraft(Program("x"))).program.actors == ()


def test_what_turns_text_around_is_no_part_of_a_name(context, qtbot):
    section = ActorsSection(context)
    qtbot.addWidget(section)
    section.show_draft(ProgramDraft(Program("", actors=("Town \u202eCouncil",))))
    assert section.fill(ProgramDraft(Program(""))).program.actors == ("Town Council",)
