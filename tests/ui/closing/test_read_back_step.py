"""Reading back as a step of wrapping up."""

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.closing import CloseStep
from tests.ui.seen import words_on


def test_what_the_guide_asked_for_and_did_not_get_is_said_where_the_notes_are_read(page):
    (told,) = [said for said in words_on(page) if said.startswith("The guide asked for notes")]
    assert "First round: a story · concern: none yet" in told
    assert "Curious questions ·" not in told


def test_the_title_gives_its_height_to_the_notes_where_there_is_little(page, at):
    pane = at(CloseStep.READ_BACK)
    assert "Read back" in words_on(pane)
    pane.resize(800, 300)
    assert "Read back" not in words_on(pane)


def test_a_guide_that_got_what_it_asked_for_is_not_mentioned(page, desk, evening):
    for note in desk.file.records.under(evening, Kind.NOTE):
        desk.remove(note.id)
    assert not any(text.startswith("The guide asked for notes") for text in words_on(page))
