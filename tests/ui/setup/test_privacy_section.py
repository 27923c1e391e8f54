"""How long notes are kept, who can open packages, and on what terms data may be used."""

from dialogue_desk.desk.program.program_draft import ProgramDraft
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.ui.setup.privacy_section import PrivacySection
from tests.ui.program.shown import seen

ODD = "The notes are to be erased before the forum or the answer. Is that right?"


def test_what_is_set_stays_and_an_early_day_is_asked_about(desk, context, qtbot):
    section = PrivacySection(desk, context)
    qtbot.addWidget(section)
    section.show()
    program = Program("Bridges", keep_until="2027-06-30", seal_to="age1", forum="2027-12-04")
    section.show_draft(ProgramDraft(program))
    assert ODD in seen(section) and section.check()
    qtbot.keyClicks(section.license, " CC BY 4.0 ")
    assert section.fill(ProgramDraft(Program("Bridges"))).program == Program(
        "Bridges", keep_until="2027-06-30", seal_to="age1", data_license="CC BY 4.0"
    )
    section.follow(ProgramDraft(Program("Bridges")))
    assert ODD not in seen(section)
