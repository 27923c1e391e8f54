"""The way of a program is shown from the menu of organizers, in each language of the app."""

import re

import pytest

from dialogue_desk.reports.help_page import help_text
from dialogue_desk.ui.program.way_sheet import PAGE, WaySheet
from dialogue_desk.words import LANGUAGES, Words
from tests.ui.seen import nameless


def test_the_menu_of_organizers_opens_it_and_the_keyboard_is_on_the_text(filled, settled):
    filled._files.show_way()
    settled()
    (sheet,) = filled.window().findChildren(WaySheet)
    assert "Action ideas" in sheet.text.toPlainText() and nameless(sheet) == []
    assert len(sheet.text.sections()) == 6
    sheet.reject()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_every_step_under_the_names_of_the_sections(language):
    said, tr = help_text(PAGE, language), Words(language).tr
    assert re.findall(r"^(\d+)\.", said, re.MULTILINE) == [str(number) for number in range(1, 15)]
    for section in ("Overview", "Voices", "Action ideas", "Report", "Forum", "Follow-up"):
        assert f"**{tr(section)}" in said, section
