"""The line above a program names it, leads to the others, and makes another at any time."""

import pytest

from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.records.records import NO_OWNER
from tests.ui.program.shown import button, seen


@pytest.fixture
def bar(filled):
    return filled._bar


def test_with_one_program_there_is_nothing_to_choose_but_another_can_be_made(filled, bar):
    assert bar.programs.isHidden() and "Safety Together, Millbrook" in seen(bar)
    button(bar, "Make another program").click()
    assert filled.sections.form.isVisible() and filled.sections.form.basics.name.text() == ""


def test_another_program_and_circles_without_one_are_a_choice_away(filled, bar, desk, settled, qtbot):
    other = desk.add(NO_OWNER, Program("Porch Talks"))
    desk.add(NO_OWNER, Circle("C99", "Kitchen table"))
    settled()
    names = [bar.programs.itemText(place) for place in range(bar.programs.count())]
    assert names == ["Porch Talks", "Safety Together, Millbrook", "Circles without a program"]
    assert bar.programs.isVisible() and bar.programs.currentText() == "Safety Together, Millbrook"
    for text, wanted in (("Porch Talks", other), ("Circles without a program", "")):
        with qtbot.waitSignal(filled.program_wanted) as asked:
            bar.programs.setCurrentIndex(bar.programs.findText(text))
            bar.programs.activated.emit(bar.programs.currentIndex())
        assert asked.args == [wanted]


def test_a_program_that_was_chosen_is_shown(filled, bar, desk, settled):
    other = desk.add(NO_OWNER, Program("Porch Talks", sessions=3))
    settled()
    filled.show_program(other)
    settled()
    assert bar.programs.currentText() == "Porch Talks" and "0 circles · 3 sessions each" in seen(bar)


def test_while_a_program_is_changed_no_other_can_be_chosen(filled, bar, desk, settled):
    desk.add(NO_OWNER, Program("Porch Talks"))
    settled()
    button(bar, "Change the program").click()
    assert not bar.programs.isEnabled() and bar.make.isHidden()


def test_at_large_text_what_is_seldom_done_is_an_icon_and_all_is_on_one_line(filled, bar, theme, settled):
    filled.resize(1366, 700)
    settled()
    line = bar.height()
    assert bar.make.sizeHint().width() > 2 * bar.make.height()
    theme.change(scale=200)
    settled()
    assert bar.make.sizeHint().width() < 2 * bar.make.height()
    assert bar.make.toolTip() == "Make another program" == bar.make.accessibleName()
    assert bar.change.y() == bar.make.y() and bar.height() < 2 * line
    theme.change(scale=100)
    settled()
    assert bar.make.sizeHint().width() > 2 * bar.make.height()


def test_on_a_small_screen_at_large_text_all_is_still_on_one_line(filled, bar, theme, settled):
    theme.change(scale=200)
    filled.resize(1024, 500)
    settled()
    assert bar.change.y() == bar.file.y() == bar.make.y()
    assert bar.file.toolTip() == "Make the program file that facilitators open first"
