"""The Voices tab shows one of its views at a time, for one program at a time."""

from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.ui.voices.voices_tab import CIRCLES, INVITATIONS, WANTED
from tests.ui.program.shown import seen


def test_circles_without_a_program_have_no_voices(page, desk, settled):
    desk.add(NO_OWNER, Circle("C09", "Kitchen table"))
    page.show_program("")
    settled()
    page.open_section(page.sections.voices)
    assert any("Make a program first" in text for text in seen(page.sections.voices))


def test_the_view_stays_when_the_program_is_read_again(tab, desk, program, settled, three):
    tab.open_view(CIRCLES)
    desk.rewrite(program, Program("Renamed", "REN", 2))
    settled()
    assert tab.views.choice() == CIRCLES and tab.circles.isVisible()


def test_chips_say_how_many_there_are(tab, asked):
    texts = [chip.choice.text for chip in tab.views.chips()]
    assert texts[0] == "Wanted · 3" and texts[2] == "Invitations · 1"


def test_what_is_typed_goes_to_the_program_that_it_was_typed_for(tab, page, desk, program, work, settled):
    other = desk.add(NO_OWNER, Program("Other"))
    desk.add(NO_OWNER, Circle("N01", "Hall", other))
    tab.wanted.line.name.setText("Renters")
    page.show_program(other)
    settled()
    page.open_section(page.sections.voices)
    assert [one.body.name for one in work().voices] == ["Renters"]
    assert tab.wanted.line.name.text() == "" and not tab.wanted.rows.rows()


def test_a_view_that_was_hidden_shows_what_changed_meanwhile(tab, desk, program, asked, settled):
    tab.open_view(INVITATIONS)
    tab.open_view(WANTED)
    desk.remove(asked)
    settled()
    tab.open_view(INVITATIONS)
    assert tab.invitations.rows.rows() == ()
