"""The settings say what this laptop holds of each circle, and what was erased from it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from dialogue_desk.desk.erasing.erase import erase
from dialogue_desk.desk.erasing.holds import lift_hold, put_on_hold
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.ui.settings.holding_section import HoldingSection
from dialogue_desk.ui.widgets.button import Button
from tests.ui.seen import button_saying, nameless, words_on
from tests.ui.sessions import prepared


@pytest.fixture
def session(desk, shelf):
    return prepared(desk, shelf)


@pytest.fixture
def section(desk, session, context, qtbot):
    section = HoldingSection(desk, context)
    qtbot.addWidget(section)
    section.resize(560, 400)
    section.show()
    qtbot.waitUntil(section.isActiveWindow)
    return section


def test_it_says_how_much_since_when_and_by_which_rule_and_follows_each_hold(section, desk, session):
    desk.add(session, Note(NoteKind.HOPE, "A bench"))
    section.refresh()
    said = words_on(section)
    assert "Circle C07" in said and "1 session · 1 note" in said
    assert "Since March 12, 2026. No day is set" in said and nameless(section) == []
    circle = desk.get(session).owner
    put_on_hold(desk, circle)
    assert "On hold" in words_on(section)
    lift_hold(desk, circle)
    assert "On hold" not in words_on(section)


def test_what_was_erased_is_listed_without_its_name(section, desk, session):
    assert "Nothing was erased from this laptop so far." in words_on(section)
    circle = desk.get(session).owner
    erase(desk, circle)
    said = words_on(section)
    assert f"March 12, 2026 · Circle {circle[-6:].upper()}" in said
    assert "A person erased it here." in said and not any("C07" in text for text in said)


def test_the_keyboard_stays_on_the_circle_whose_hold_was_changed(section, desk, session, qtbot):
    circle = desk.get(session).owner
    wanted = []
    section.hold_wanted.connect(wanted.append)
    hold = section.findChild(Button, f"hold:{circle}")
    hold.setFocus()
    qtbot.keyClick(hold, Qt.Key.Key_Space)
    assert wanted == [circle]
    put_on_hold(desk, circle)
    assert section.focusWidget().objectName() == f"hold:{circle}"


def test_it_is_saved_as_a_document(section, ask, tmp_path, context, qtbot):
    ask.save = tmp_path / "held.html"
    button_saying(section, "Save it as a document …").click()
    qtbot.waitUntil(lambda: not context.worker.busy())
    assert "Circle" in ask.save.read_text(encoding="utf-8") and "C07" in ask.save.read_text(encoding="utf-8")
