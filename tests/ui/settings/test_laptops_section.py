"""The settings say whose changes are made without asking, since when, and let a person take that back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.trust.known_laptops import accept, decline, known_laptops
from dialogue_desk.desk.trust.way_back import days_to_bring_back
from dialogue_desk.domain.model.ids import DeviceId
from dialogue_desk.exchange.signing import short_device
from dialogue_desk.ui.settings.laptops_section import LaptopsSection
from dialogue_desk.ui.widgets.button import Button
from tests.ui.seen import button_saying, nameless, words_on

Key = Qt.Key
ANA, BEN = DeviceId("key-" + "a" * 32), DeviceId("key-" + "b" * 32)


@pytest.fixture
def section(desk, context, qtbot):
    def show(*accepted):
        for laptop in accepted:
            accept(desk, laptop)
        section = LaptopsSection(desk, context)
        qtbot.addWidget(section)
        section.resize(560, 400)
        section.show()
        qtbot.waitUntil(section.isActiveWindow)
        return section

    return show


def test_this_laptop_says_its_name_to_be_compared(section, desk):
    words = words_on(section())
    assert f"This laptop is {short_device(desk.device)}." in words
    assert any(text.endswith("unless it works together with the laptop that wrote it.") for text in words)


def test_accepted_laptops_are_listed_with_since_when(section):
    shown = section(ANA, BEN)
    words = words_on(shown)
    assert words.count("since March 12, 2026") == 2
    assert {"Laptop aaaa aaaa", "Laptop bbbb bbbb"} <= set(words)
    assert nameless(shown) == []
    names = {one.accessibleName() for one in shown.findChildren(Button) if one.text().startswith("Ask me")}
    assert names == {"Ask me from now on: Laptop aaaa aaaa", "Ask me from now on: Laptop bbbb bbbb"}


def test_a_laptop_is_asked_about_again_and_the_focus_goes_on(section, desk, said, qtbot):
    shown = section(ANA, BEN)
    for left in (1, 0):
        qtbot.keyClick(button_saying(shown, "Ask me from now on"), Key.Key_Space)
        assert len(known_laptops(desk)) == left
        assert shown.isAncestorOf(QApplication.focusWidget())
    assert QApplication.focusWidget() is shown.days.box
    assert said[-1] == "From now on you are asked about laptop bbbb bbbb."


def test_a_laptop_that_was_turned_down_is_listed_and_can_be_asked_about_again(section, desk, said, qtbot):
    decline(desk, BEN)
    shown = section()
    words = words_on(shown)
    assert words[words.index("Laptop bbbb bbbb") - 1].startswith("You said that you do not work together")
    qtbot.keyClick(button_saying(shown, "Ask me again"), Key.Key_Space)
    assert "Laptop bbbb bbbb" not in words_on(shown) and BEN not in desk.file.laptops.declined()
    assert said[-1] == "From now on you are asked about laptop bbbb bbbb."


def test_the_days_to_bring_back_are_set_at_once(section, desk, qtbot):
    shown = section()
    assert shown.days.value() == 7
    shown.days.box.setFocus()
    shown.days.box.selectAll()
    qtbot.keyClicks(shown.days.box, "0")
    assert days_to_bring_back(desk) == 0
    shown.days.box.selectAll()
    qtbot.keyClicks(shown.days.box, "90")
    assert days_to_bring_back(desk) == 90


def test_with_nothing_kept_no_days_ask_nothing(section, qtbot):
    shown = section()
    with qtbot.assertNotEmitted(shown.letting_go_wanted):
        shown.days.box.setValue(0)
    assert any("from now on. 0 means" in text for text in words_on(shown))
