"""Reading back as a step of wrapping up."""

import pytest
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.closing import CloseStep
from tests.ui.seen import words_on


def test_what_the_guide_asked_for_and_did_not_get_is_said_where_the_notes_are_read(page):
    assert (
        "Asked for in a part and not heard there: concern (5), disagreement (8), hope (9), strength (9)"
        in words_on(page)
    )


def test_the_title_gives_its_height_to_the_notes_where_there_is_little(page, at):
    pane = at(CloseStep.READ_BACK)
    assert "Read back" in words_on(pane)
    pane.resize(800, 300)
    assert "Read back" not in words_on(pane)


def test_a_guide_that_got_what_it_asked_for_is_not_mentioned(page, desk, evening):
    for note in desk.file.records.under(evening, Kind.NOTE):
        desk.remove(note.id)
    assert not any(text.startswith("Asked for") for text in words_on(page))


def test_six_notes_are_in_sight_in_large_letters_on_a_common_laptop(page, at, theme):
    pane = at(CloseStep.READ_BACK)
    lines = pane.view.list
    rects = [lines.visualRect(lines.model().index(number, 0)) for number in range(len(lines.rows()))]
    assert sum(lines.viewport().rect().contains(rect) for rect in rects) >= 6
    text = lines._delegate._blocks(lines.rows()[-1], lines._delegate.width())[2]
    assert text._lines.font().pixelSize() >= 22
    assert pane._scroll.verticalScrollBar().maximum() == 0  # only the list scrolls


@pytest.mark.parametrize(("size", "scale", "least"), [((1366, 768), 200, 1), ((1024, 600), 100, 4)])
def test_notes_and_acts_are_in_sight_on_small_screens(page, at, theme, size, scale, least):
    theme.change(scale=scale)
    page.resize(*size)
    pane = at(CloseStep.READ_BACK)
    for _ in range(3):
        QApplication.processEvents()
    lines = pane.view.list
    rects = [lines.visualRect(lines.model().index(number, 0)) for number in range(len(lines.rows()))]
    assert sum(lines.viewport().rect().contains(rect) for rect in rects) >= least
    here = lines.visualRect(lines.currentIndex())
    assert lines.viewport().rect().contains(here.topLeft())
    assert pane.view.primary.visibleRegion().boundingRect() == pane.view.primary.rect()
