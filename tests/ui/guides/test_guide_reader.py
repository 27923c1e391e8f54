from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from dialogue_desk.domain.model.guide_extras import Moment
from dialogue_desk.exchange.guide_library import ShelvedGuide, guides_in
from dialogue_desk.resources import resource
from dialogue_desk.ui.guides.guide_reader import PartText, ReadingView
from dialogue_desk.words import Words
from tests.ui.seen import button_saying, words_on


def test_a_guide_is_read_part_by_part(page, shelf):
    page.read("safety-together")
    words = words_on(page.reading)
    plan = shelf.library().guide("safety-together").translation("en").guide.sessions[0]
    assert words.index("Say") < words.index("Tips")
    for part in plan.parts:
        assert part.title in words
        assert all(text in words for text in (*part.say, *part.ask, *part.tips, *part.materials))


def test_another_session_and_another_language_are_one_press_away(page, qtbot):
    page.read("safety-together")
    tabs = page.reading.sessions
    assert [tabs.tabText(place) for place in range(tabs.count())] == ["Session 1", "Session 2"]
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
    assert "Session 2: What is going on here?" in words_on(page)
    qtbot.mouseClick(button_saying(page, "Español"), Qt.MouseButton.LeftButton)
    assert "Session 2: ¿Qué está pasando aquí?" in words_on(page)


def test_the_parts_are_at_the_side_with_their_minutes_and_lead_to_their_text(page, shelf, qtbot, qapp):
    page.read("safety-together")
    plan = shelf.library().guide("safety-together").translation("en").guide.sessions[0]
    outline = page.reading.outline
    for _ in range(6):
        qapp.processEvents()
    assert [row.title for row in outline.rows()] == [part.title for part in plan.parts]
    assert outline.rows()[0].detail == f"{plan.parts[0].minutes} min"
    outline.setFocus()
    qtbot.keyClick(outline, Qt.Key.Key_Down)
    qtbot.keyClick(outline, Qt.Key.Key_Down)
    assert outline.current_id() == plan.parts[2].id
    part, text = page.reading._parts[plan.parts[2].id], page.reading._text
    top = part.mapTo(text.viewport(), part.rect().topLeft()).y()
    assert 0 <= top <= 40
    text.verticalScrollBar().setValue(text.verticalScrollBar().maximum())
    assert outline.current_id() == plan.parts[-1].id
    page.resize(700, 768)
    assert not outline.isVisible()


def test_a_conversation_can_be_started_with_the_guide_that_is_read(page, qtbot):
    page.read("one-evening")
    with qtbot.waitSignal(page.begin_wanted) as wanted:
        qtbot.keyClick(button_saying(page.reading, "Start a conversation with this guide"), Qt.Key.Key_Return)
    assert wanted.args == ["one-evening"]


@pytest.mark.parametrize("scale", [100, 200])
def test_no_line_is_longer_than_seventy_characters_or_the_window(page, theme, scale):
    theme.change(scale=scale)
    page.read("safety-together")
    column = page.reading._text
    assert column.widget().minimumSizeHint().width() <= column.viewport().width()
    assert column._inner.maximumWidth() <= theme.measure(characters=70) + 64


def test_a_part_without_a_title_is_a_conversation(shelf, qtbot):
    guide = shelf.library().guide("safety-together").translation("en").guide
    part = PartText(1, replace(guide.sessions[0].parts[0], title=""), Words())
    qtbot.addWidget(part)
    assert words_on(part)[1] == "Conversation"


def test_the_moments_are_read_beforehand_each_with_its_words(page, shelf, qtbot):
    buttons = page.library.findChildren(QPushButton)
    (read,) = [one for one in buttons if one.accessibleName() == "Read: When it gets hot"]
    qtbot.mouseClick(read, Qt.MouseButton.LeftButton)
    assert page.views.currentWidget() is page.reading and not page.reading.begin.isVisible()
    words = words_on(page.reading)
    for moment in shelf.moments_in("en"):
        assert moment.title in words and moment.happened in words
        assert all(text in words for text in (*moment.say, *moment.after, *moment.stop))
    assert [row.title for row in page.reading.outline.rows()][1] == "Someone starts to cry"
    qtbot.mouseClick(button_saying(page, "Español"), Qt.MouseButton.LeftButton)
    assert [row.title for row in page.reading.outline.rows()][1] == "Alguien se pone a llorar"
    page.read("one-evening")
    assert page.reading.begin.isVisible()


def test_a_guides_own_moments_are_read_after_its_parts(page, shelf):
    (shelved,) = [one for one in shelf.library().guides if one.id == "one-evening"]
    english = shelved.translation("en")
    own = replace(english.guide, moments=(Moment("lights", "The lights go out", say=("Stay, please.",)),))
    page.reading.show_guide(ShelvedGuide(shelved.id, (replace(english, guide=own),)), "en")
    words = words_on(page.reading)
    assert words[-4:] == ["When it gets hot", "The lights go out", "Say", "Stay, please."]


def test_cards_checklists_and_words_of_a_guide_are_read_with_it(theme):
    shelved = guides_in(resource("guides"), Words()).guide("safety-together")
    reading = ReadingView(theme, Words())
    reading.show_guide(shelved, "en")
    words = words_on(reading)
    guide = shelved.translation("en").guide
    plan = guide.sessions[0]
    assert all(card.title in words for part in plan.parts for card in part.cards)
    assert all(line in words for line in plan.before)
    assert all(f"{term.word}: {term.meaning}" in words for term in guide.glossary)
