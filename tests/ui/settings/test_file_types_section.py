"""The settings say whether files open with a double click, and change it when a person asks."""

from __future__ import annotations

import errno
import threading

import pytest

from dialogue_desk.ui.settings.file_types_section import FileTypesSection
from tests.ui.seen import words_on

HERE, ELSEWHERE = "/media/stick/dialogue-desk-window", "/opt/older/dialogue-desk-window"
OPEN = "Packages and guides open in Dialogue Desk with a double click."
CLOSED = "Packages and guides do not open in Dialogue Desk with a double click."


class LaptopOfOnePerson:
    """What a laptop was told; it takes nothing more while there is ``refusal``."""

    def __init__(self, told: str = "", refusal: OSError | None = None) -> None:
        self.told, self.refusal = told, refusal
        self.changed_on: list[threading.Thread] = []

    def add(self) -> None:
        self._change(HERE)

    def remove(self) -> bool:
        there = bool(self.told)
        self._change("")
        return there

    def command(self) -> str:
        return self.told

    def own_command(self) -> str:
        return HERE

    def _change(self, told: str) -> None:
        self.changed_on.append(threading.current_thread())
        if self.refusal is not None:
            raise self.refusal
        self.told = told


class LockedLaptop(LaptopOfOnePerson):
    """A laptop that does not even say what it was told."""

    def command(self) -> str:
        raise PermissionError(errno.EACCES, "denied")


@pytest.fixture
def shown(context, window):
    """Show the section of a laptop in the window."""

    def show(laptop):
        section = FileTypesSection(context, laptop)
        section.setParent(window)
        section.show()
        return section

    return show


@pytest.fixture
def press(context, qtbot):
    """Press the button of a section, and wait until the laptop was told."""

    def press_button(section):
        section.button.click()
        qtbot.waitUntil(lambda: not context.worker.busy())

    return press_button


@pytest.mark.parametrize(
    ("told", "state", "act"),
    [
        ("", CLOSED, "Open them with a double click"),
        (HERE, OPEN, "Stop opening them with a double click"),
        (
            ELSEWHERE,
            "Packages and guides open with a double click in another Dialogue Desk on this laptop.",
            "Open them here instead",
        ),
    ],
)
def test_it_says_where_files_open_and_offers_the_other_way(shown, told, state, act):
    assert words_on(shown(LaptopOfOnePerson(told))) == ["Opening with a double click", state, act]


@pytest.mark.parametrize("told", ["", ELSEWHERE])
def test_files_open_here_after_a_press_and_no_more_after_another(shown, press, said, told):
    laptop = LaptopOfOnePerson(told)
    section = shown(laptop)
    press(section)
    assert (laptop.told, section.state.text()) == (HERE, OPEN)
    press(section)
    assert (laptop.told, section.state.text()) == ("", CLOSED)
    assert said == [OPEN, CLOSED]


def test_the_laptop_is_told_once_and_beside_the_window(shown, context, qtbot):
    laptop = LaptopOfOnePerson()
    section = shown(laptop)
    section.button.setFocus()
    section.button.click()
    section.button.click()
    assert section.state.text() == "Telling this laptop…"
    qtbot.waitUntil(lambda: not context.worker.busy())
    assert len(laptop.changed_on) == 1
    assert laptop.changed_on[0] is not threading.current_thread()
    assert section.button.hasFocus()


@pytest.mark.parametrize(
    ("refusal", "sentence"),
    [
        (PermissionError(errno.EACCES, "denied"), "Your files are as they were."),
        (OSError(errno.ENOSPC, "full"), "The disk is full. Free up space"),
    ],
)
def test_a_refusal_is_told_in_place_and_gone_with_the_next_try(shown, press, said, refusal, sentence):
    laptop = LaptopOfOnePerson(refusal=refusal)
    section = shown(laptop)
    press(section)
    assert sentence in section.trouble.text()
    assert section.state.text() == CLOSED
    assert said == [section.trouble.text()]
    laptop.refusal = None
    press(section)
    assert section.trouble.isHidden()
    assert section.state.text() == OPEN


def test_a_laptop_that_says_nothing_is_told_in_place_once(shown, said):
    section = shown(LockedLaptop())
    assert said == [section.trouble.text()]
    assert "did not let Dialogue Desk read or change that" in section.trouble.text()


def test_what_was_changed_meanwhile_is_seen_when_it_is_shown_again(shown):
    laptop = LaptopOfOnePerson(HERE)
    section = shown(laptop)
    section.hide()
    laptop.told = ""
    section.show()
    assert section.state.text() == CLOSED
