from dataclasses import replace
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from dialogue_desk.domain.model.guide_extras import Moment
from dialogue_desk.exchange.guide_library import ShelvedGuide, guides_in
from dialogue_desk.resources import resource
from dialogue_desk.ui.guides.guide_reader import ReadingView
from dialogue_desk.words import Words
from tests.ui.seen import button_saying, words_on


def settle(qapp):
    for _ in range(6):
        qapp.processEvents()


def guide_of(shelf, key, language="en"):
    return shelf.library().guide(key).translation(language).guide


def test_a_series_opens_at_its_front_with_its_sessions_and_their_goals(page, shelf):
    page.read("safety-together")
    guide, words = guide_of(shelf, "safety-together"), words_on(page.reading)
    assert {guide.title, guide.summary, *guide.ground_rules} <= set(words)
    assert all(plan.goal in words for plan in guide.sessions)
    assert "8 to 12 people" in " ".join(words)
    assert "1. Meeting as neighbors" in words


def test_a_session_is_opened_from_the_contents(page, qtbot):
    page.read("safety-together")
    qtbot.mouseClick(button_saying(page.reading, "2. What is going on here?"), Qt.MouseButton.LeftButton)
    assert page.reading.sessions.currentIndex() == 2
    assert "Hear views that differ" in " ".join(words_on(page.reading.page))


def test_a_guide_of_one_session_is_one_page(page, shelf):
    page.read("one-evening")
    guide, words = guide_of(shelf, "one-evening"), words_on(page.reading)
    assert not page.reading.sessions.isVisible()
    assert guide.summary in words
    assert guide.sessions[0].parts[-1].title in words


def test_a_session_is_read_part_by_part(page, shelf):
    page.read("safety-together", plan="s1")
    words = words_on(page.reading)
    plan = guide_of(shelf, "safety-together").sessions[0]
    assert words.index("Say") < words.index("Tips")
    for part in plan.parts:
        assert part.title in words
        assert all(text in words for text in (*part.say, *part.ask, *part.tips, *part.materials))
        assert all(card.title in words for card in part.cards)
    assert all(line in words for line in plan.before)


def test_another_language_is_one_press_away_and_keeps_the_place(page, qtbot, qapp):
    page.read("safety-together", plan="s2", place="facts")
    settle(qapp)
    assert page.reading.outline.current_id() == "facts"
    qtbot.mouseClick(button_saying(page, "Español"), Qt.MouseButton.LeftButton)
    settle(qapp)
    assert "2. ¿Qué está pasando aquí?" in words_on(page)
    assert page.reading.outline.current_id() == "facts"


def test_two_languages_are_side_by_side_line_by_line(page, shelf, qtbot, qapp):
    page.read("safety-together", plan="s1")
    qtbot.mouseClick(button_saying(page, "Both, side by side"), Qt.MouseButton.LeftButton)
    settle(qapp)
    english, spanish = (guide_of(shelf, "safety-together", code).sessions[0] for code in ("en", "es"))
    for part, same in zip(english.parts, spanish.parts, strict=True):
        for text, other in zip(part.ask, same.ask, strict=True):
            left, right = label_saying(page, text), label_saying(page, other)
            ground = page.reading.page.ground
            assert top_of(left, ground) == top_of(right, ground)
            assert (
                left.mapTo(ground, left.rect().topRight()).x()
                < right.mapTo(ground, right.rect().topLeft()).x()
            )


def test_in_a_narrow_window_they_are_one_below_the_other(page, shelf, qtbot, qapp):
    page.read("safety-together", plan="s1")
    qtbot.mouseClick(button_saying(page, "Both, side by side"), Qt.MouseButton.LeftButton)
    page.resize(640, 768)
    settle(qapp)
    english, spanish = (
        guide_of(shelf, "safety-together", code).sessions[0].parts[0] for code in ("en", "es")
    )
    ground = page.reading.page.ground
    left, right = label_saying(page, english.say[0]), label_saying(page, spanish.say[0])
    assert top_of(left, ground) < top_of(right, ground)


def label_saying(page, text):
    return next(one for one in page.reading.page.findChildren(QLabel) if one.text() == text)


def top_of(widget, ground):
    return widget.mapTo(ground, widget.rect().topLeft()).y()


def test_the_parts_are_at_the_side_with_their_minutes_and_lead_to_their_text(page, shelf, qtbot, qapp):
    page.read("safety-together", plan="s1")
    plan = guide_of(shelf, "safety-together").sessions[0]
    outline = page.reading.outline
    settle(qapp)
    assert [row.title for row in outline.rows()] == [part.title for part in plan.parts]
    assert outline.rows()[0].detail == f"{plan.parts[0].minutes} min"
    outline.setFocus()
    qtbot.keyClick(outline, Qt.Key.Key_Down)
    qtbot.keyClick(outline, Qt.Key.Key_Down)
    assert outline.current_id() == plan.parts[2].id
    text = page.reading.page
    top = text._places[plan.parts[2].id].mapTo(text.viewport(), text.rect().topLeft()).y()
    assert 0 <= top <= 40
    text.verticalScrollBar().setValue(text.verticalScrollBar().maximum())
    assert outline.current_id() == plan.parts[-1].id


def test_where_there_is_no_list_of_parts_the_languages_are_over_the_text(page, qtbot, qapp):
    page.read("safety-together", plan="s1")
    page.resize(700, 768)
    settle(qapp)
    assert not page.reading.outline.isVisible()
    assert page.reading.page.ground.isAncestorOf(page.reading.languages)
    qtbot.mouseClick(button_saying(page, "Español"), Qt.MouseButton.LeftButton)
    settle(qapp)
    assert page.reading.languages.isVisible()
    page.resize(1366, 768)
    settle(qapp)
    assert page.reading.outline.isVisible()
    assert page.reading.languages.isVisible()


def test_control_and_a_page_key_turn_to_the_next_session(page, qtbot):
    page.read("safety-together")
    qtbot.keyClick(page.reading.page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.reading.sessions.currentIndex() == 1
    qtbot.keyClick(page.reading.page, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert page.reading.sessions.currentIndex() == 0


def test_a_conversation_can_be_started_with_the_guide_that_is_read(page, qtbot):
    page.read("one-evening")
    with qtbot.waitSignal(page.begin_wanted) as wanted:
        qtbot.keyClick(button_saying(page.reading, "Start a conversation with this guide"), Qt.Key.Key_Return)
    assert wanted.args == ["one-evening", ""]


def test_the_session_that_is_read_is_the_one_to_begin_with(page, qtbot):
    page.read("safety-together", plan="s2")
    with qtbot.waitSignal(page.begin_wanted) as wanted:
        page.reading.bar.begin.click()
    assert wanted.args == ["safety-together", "s2"]


def test_the_session_that_is_read_is_the_one_to_print(page, qtbot):
    page.read("safety-together", plan="s2")
    with qtbot.waitSignal(page.reading.print_wanted) as wanted:
        page.reading.bar.print.click()
    assert wanted.args == ["safety-together", "s2"]


@pytest.mark.parametrize("scale", [100, 200])
def test_no_line_is_longer_than_seventy_characters_or_the_window(page, theme, scale):
    theme.change(scale=scale)
    page.read("safety-together", plan="s1")
    column = page.reading.page
    assert column.widget().minimumSizeHint().width() <= column.viewport().width()
    assert column._inner.maximumWidth() <= theme.measure(characters=72) + 64


def test_a_part_without_a_title_is_a_conversation(theme, shelf, qtbot):
    shelved = shelf.library().guide("one-evening")
    english = shelved.translation("en")
    plan = english.guide.sessions[0]
    untitled = replace(plan, parts=(replace(plan.parts[0], title=""), *plan.parts[1:]))
    guide = replace(english.guide, sessions=(untitled,))
    reading = ReadingView(theme, Words())
    qtbot.addWidget(reading)
    reading.show_guide(ShelvedGuide(shelved.id, (replace(english, guide=guide),)), "en")
    assert "Conversation" in words_on(reading)


def test_the_moments_are_read_beforehand_each_with_its_words(page, shelf, qtbot):
    page.read_moments()
    assert page.views.currentWidget() is page.reading and not page.reading.bar.begin.isVisible()
    words = words_on(page.reading)
    for moment in shelf.moments_in("en"):
        assert moment.title in words and moment.happened in words
        assert all(text in words for text in (*moment.say, *moment.after, *moment.stop))
    assert [row.title for row in page.reading.outline.rows()][1] == "Someone starts to cry"
    qtbot.mouseClick(button_saying(page, "Español"), Qt.MouseButton.LeftButton)
    assert [row.title for row in page.reading.outline.rows()][1] == "Alguien se pone a llorar"
    page.read("one-evening")
    assert page.reading.bar.begin.isVisible()


def test_a_guides_own_moments_are_read_after_its_parts(page, shelf):
    (shelved,) = [one for one in shelf.library().guides if one.id == "one-evening"]
    english = shelved.translation("en")
    own = replace(english.guide, moments=(Moment("lights", "The lights go out", say=("Stay, please.",)),))
    page.reading.show_guide(ShelvedGuide(shelved.id, (replace(english, guide=own),)), "en")
    words = words_on(page.reading)
    assert words[-4:] == ["When it gets hot", "The lights go out", "Say", "Stay, please."]


def test_the_words_of_a_guide_are_explained_on_its_front(theme, qtbot):
    shelved = guides_in(resource("guides"), Words()).guide("safety-together")
    reading = ReadingView(theme, Words())
    qtbot.addWidget(reading)
    reading.show_guide(shelved, "en")
    words = words_on(reading)
    assert all(f"{term.word}: {term.meaning}" in words for term in shelved.translation("en").guide.glossary)
    assert "Adults and young people" in words


def test_a_language_that_lacks_a_part_leaves_its_place_empty(theme, shelf, qtbot):
    shelved = shelf.library().guide("one-evening")
    english, spanish = (shelved.translation(code) for code in ("en", "es"))
    plan = spanish.guide.sessions[0]
    shorter = replace(spanish.guide, sessions=(replace(plan, parts=plan.parts[1:]),), moments=())
    reading = ReadingView(theme, Words())
    qtbot.addWidget(reading)
    reading.show_guide(ShelvedGuide(shelved.id, (english, replace(spanish, guide=shorter))), "en")
    reading.languages.choose("en+es")
    reading.languages.chosen.emit("en+es")
    words = words_on(reading)
    assert english.guide.sessions[0].parts[0].title in words
    assert plan.parts[0].purpose not in words


def test_a_session_opens_at_once(page, qapp):
    page.read("safety-together")
    settle(qapp)
    begun = perf_counter()
    page.reading.sessions.setCurrentIndex(2)
    settle(qapp)
    assert perf_counter() - begun < 1.0  # 0.15 on a quiet machine


def test_what_can_be_done_on_its_card_can_be_done_while_it_is_read(page, qtbot):
    page.read("one-evening")
    page.reading.bar.more.click()
    menu = QApplication.activePopupWidget()
    with qtbot.waitSignal(page.edit_wanted) as wanted:
        next(entry for entry in menu.actions() if entry.text() == "Change…").trigger()
    menu.close()
    assert wanted.args == ["one-evening"]


def test_many_sessions_leave_the_buttons_their_room(theme, shelf, qtbot):
    english = shelf.library().guide("safety-together").translation("en")
    plan = english.guide.sessions[0]
    many = tuple(replace(plan, id=f"s{number}", title=f"A long title {number}") for number in range(40))
    reading = ReadingView(theme, Words())
    qtbot.addWidget(reading)
    reading.resize(1366, 700)
    reading.show()
    reading.show_guide(
        ShelvedGuide("many", (replace(english, guide=replace(english.guide, sessions=many)),)), "en"
    )
    qtbot.waitUntil(lambda: reading.bar.begin.width() >= reading.bar.begin.sizeHint().width())
    assert reading.sessions.count() == 41


@pytest.mark.parametrize("wide", [700, 1366])
def test_the_keyboard_stays_on_the_languages_while_one_is_chosen(page, qtbot, qapp, wide):
    page.read("safety-together", plan="s1")
    page.resize(wide, 768)
    settle(qapp)
    page.reading.languages.focus_choice()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    settle(qapp)
    assert page.reading.languages.choice() == "es"
    assert page.reading.languages.isAncestorOf(QApplication.focusWidget())


def test_a_language_without_sessions_or_moments_is_an_empty_page_and_no_fault(theme, shelf, qtbot):
    shelved = shelf.library().guide("one-evening")
    english, spanish = (shelved.translation(code) for code in ("en", "es"))
    empty = replace(spanish.guide, sessions=(), moments=())
    reading = ReadingView(theme, Words())
    qtbot.addWidget(reading)
    reading.show_guide(ShelvedGuide(shelved.id, (english, replace(spanish, guide=empty))), "es")
    assert empty.title in words_on(reading)
    reading.languages.choose("en+es")
    reading.languages.chosen.emit("en+es")
    assert english.guide.sessions[0].parts[0].title in words_on(reading)


def test_a_language_that_lacks_the_session_leaves_it_in_the_one_that_has_it(theme, shelf, qtbot):
    shelved = shelf.library().guide("safety-together")
    english, spanish = (shelved.translation(code) for code in ("en", "es"))
    shorter = replace(spanish.guide, sessions=spanish.guide.sessions[:1])
    reading = ReadingView(theme, Words())
    qtbot.addWidget(reading)
    reading.show_guide(ShelvedGuide(shelved.id, (english, replace(spanish, guide=shorter))), "en", "s2")
    for languages in ("es", "en+es"):
        reading.languages.choose(languages)
        reading.languages.chosen.emit(languages)
        assert "2. What is going on here?" in words_on(reading)
