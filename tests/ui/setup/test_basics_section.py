"""The name and the languages of a program."""

from dialogue_desk.desk.program.program_draft import ProgramDraft
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.ui.setup.basics_section import BasicsSection


def test_languages_keep_their_order_and_those_without_a_box(context, qtbot):
    section = BasicsSection(context)
    qtbot.addWidget(section)
    section.show_draft(ProgramDraft(Program("Bridges", languages=("es", "xx", "en"))))
    boxes = section._languages._boxes
    boxes["vi"].setChecked(True)
    assert section.fill(ProgramDraft(Program(""))).program.languages == ("es", "xx", "en", "vi")
    boxes["es"].setChecked(False)
    assert section.fill(ProgramDraft(Program(""))).program.languages == ("xx", "en", "vi")
    boxes["es"].setChecked(True)
    assert section.fill(ProgramDraft(Program(""))).program.languages == ("es", "xx", "en", "vi")


def test_without_a_language_a_program_has_that_of_the_window(context, qtbot):
    section = BasicsSection(context)
    qtbot.addWidget(section)
    section.show_draft(ProgramDraft(Program("Bridges", languages=())))
    assert section.fill(ProgramDraft(Program(""))).program.languages == ("en",)
