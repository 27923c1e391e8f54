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


def test_a_name_takes_so_many_letters_and_no_marks_that_turn_text_around(context, qtbot):
    section = BasicsSection(context)
    qtbot.addWidget(section)
    section.show_draft(ProgramDraft(Program("")))
    qtbot.keyClicks(section.name, "n" * 150)
    qtbot.keyClicks(section.code, "c" * 150)
    made = section.fill(ProgramDraft(Program(""))).program
    assert (len(made.name), len(made.code)) == (120, 24)
    section.name.setText("Porch \u202eLights")
    assert section.fill(ProgramDraft(Program(""))).program.name == "Porch Lights"


def test_a_name_that_was_longer_before_stays_whole(context, qtbot):
    section = BasicsSection(context)
    qtbot.addWidget(section)
    section.show_draft(ProgramDraft(Program("n" * 150)))
    assert len(section.fill(ProgramDraft(Program(""))).program.name) == 150
