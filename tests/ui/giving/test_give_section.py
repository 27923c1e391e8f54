"""The part of the settings from which the app is given away."""

from dialogue_desk.ui.giving.give_section import GiveSection


def test_its_button_tells_that_a_person_wants_to_give(context, qtbot):
    section = GiveSection(context)
    qtbot.addWidget(section)
    with qtbot.waitSignal(section.give_wanted):
        section.button.click()
