"""Whole stories of trust in the window: an evening of two laptops, and a stranger who would erase a desk."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from dialogue_desk.desk.erasing.erase import erasure_notice
from dialogue_desk.desk.leaving.packages import export_program
from dialogue_desk.desk.trust.known_laptops import accept
from dialogue_desk.desk.trust.waiting_changes import waiting_changes
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.exchange.signing import short_device
from dialogue_desk.ui.importing.import_result import ImportResultSheet
from dialogue_desk.ui.importing.partner_sheet import PartnerSheet
from dialogue_desk.ui.importing.waiting_sheet import WaitingSheet
from tests.desk.evening import a_desk, begun, note, notes
from tests.desk.trust.other_circles import handed, opened, unsigned
from tests.ui.conftest import clock, dressed, theme
from tests.ui.importing.previews import open_all
from tests.ui.seen import button_saying, words_on
from tests.ui.sittings import Laptop, laptop

__all__ = ["clock", "dressed", "laptop", "theme"]

Key = Qt.Key


class Table:
    """A laptop on a table: its app is started to open files, and its desk says what came of it."""

    def __init__(self, laptop, folder):
        self.laptop, self.folder = laptop, folder
        self.sitting = None
        self.asked = 0
        folder.mkdir(exist_ok=True)

    def __enter__(self):
        self.sitting = self.laptop.start()
        return self

    def __exit__(self, *_):
        self.laptop.stop(self.sitting)

    @property
    def desk(self):
        return self.sitting.desk

    def open(self, *files):
        """Open files, after a look where there are several, and return the result's sheet.

        Where it is asked whether two laptops work together, they do.
        """
        self.sitting.workspace.import_bar.import_paths(files)
        if len(files) > 1:
            open_all(self.sitting.window, self.laptop.qtbot)
        while isinstance(sheet := self.sheet(PartnerSheet, ImportResultSheet), PartnerSheet):
            self.asked += 1
            self.press(sheet, "Yes, we work together")
        return sheet

    def sheet(self, *kinds):
        """Return the sheet that is shown, once it is."""

        def shown():
            found = [one for kind in kinds for one in self.sitting.window.findChildren(kind)]
            return [one for one in found if one.isVisible()]

        self.laptop.qtbot.waitUntil(lambda: shown() != [])
        return shown()[0]

    def press(self, sheet, text):
        self.laptop.qtbot.keyClick(button_saying(sheet, text), Key.Key_Return)

    def hand_out(self, session, profile=Profile.OTHER_LAPTOP):
        return handed(self.desk, session, self.folder, profile=profile)

    def rewrite(self, session, text):
        (record,) = self.desk.file.records.under(session, Kind.NOTE)
        self.desk.rewrite(record.id, replace(record.body, text=text))


@pytest.fixture
def tables(laptop, qapp, theme, clock, tmp_path, qtbot):
    """Two laptops of one circle."""
    (tmp_path / "other").mkdir()
    other = Laptop(qapp, theme, clock, tmp_path / "other", qtbot)
    return Table(laptop, tmp_path / "from one"), Table(other, tmp_path / "from other")


def test_an_evening_of_two_laptops_asks_once_on_each_and_never_again(tables):
    one, other = tables
    with one:
        session = begun(one.desk)
        one.desk.add(session, note("as it was said"))
        package = one.hand_out(session)
    before = "as it was said"
    for number in range(4):
        with one if number % 2 else other as here:
            result = here.open(package)
            assert "Look at it" not in words_on(result)
            here.press(result, "Close")
            assert notes(here.desk, session) == [before]
            before = f"change {number}"
            here.rewrite(session, before)
            package = here.hand_out(session)
    assert (one.asked, other.asked) == (1, 1)


def test_what_was_left_out_of_a_laptop_that_is_accepted_later_can_be_asked_again(tables):
    one, other = tables
    with one:
        session = begun(one.desk)
        one.desk.add(session, note("as it was said"))
        package = one.hand_out(session, Profile.ORGANIZER)
    with other:
        other.press(other.open(package), "Close")
        other.rewrite(session, "as the other heard it")
        package, stranger = other.hand_out(session, Profile.ORGANIZER), other.desk.device
    with one:
        one.press(one.open(package), "Look at it")
        one.press(one.sheet(WaitingSheet), "Leave it out")
        accept(one.desk, stranger)
        result = one.open(package)
        assert any(
            text.startswith("You left something out of these files before.") for text in words_on(result)
        )
        assert notes(one.desk, session) == ["as it was said"]
        one.press(result, "Ask me again")
        one.press(one.sheet(WaitingSheet), "Take it")
        assert notes(one.desk, session) == ["as the other heard it"]
        assert "Ask me again" not in words_on(one.open(package))


@pytest.fixture
def program(tmp_path):
    """A program of three circles: its file, and the package of each circle's laptop, with eleven notes."""
    organizer = a_desk(tmp_path / "organizer.db", 50)
    program = organizer.add(NO_OWNER, Program("Porch Lights", code="PL"))
    circles = [organizer.add(NO_OWNER, Circle(f"C{number}", "Library", program)) for number in (1, 2, 3)]
    file = export_program(organizer, program, tmp_path)
    organizer.file.close()
    packages = []
    for number, circle in enumerate(circles):
        desk = a_desk(tmp_path / f"circle-{number}.db", 60 + number)
        opened(desk, file)
        session = begun(desk, circle=None, circle_id=circle)
        for text in range(11):
            desk.add(session, note(f"what was said {text}"))
        packages.append(handed(desk, session, tmp_path))
        desk.file.close()
    return file, circles, packages


def erasing_by_ids(circles, program_file, folder):
    """Let a stranger who has the ids in the file of the program tell that its circles are erased."""
    stranger = a_desk(folder / "stranger.db", 99)
    opened(stranger, program_file)
    gone = stranger.erase(circles).erased
    path = folder / "stranger.dialogue"
    path.write_bytes(erasure_notice(stranger, sorted(gone)).data)
    name = short_device(stranger.device)
    stranger.file.close()
    return path, name


def count_notes(desk):
    return sum(record.body is not None for record in desk.file.records.of_kind(Kind.NOTE))


@pytest.mark.parametrize("signed", [True, False])
def test_a_stranger_who_would_erase_a_desk_waits_is_told_taken_and_brought_back(
    tables, program, tmp_path, signed
):
    file, circles, packages = program
    hostile, stranger = erasing_by_ids(circles, file, tmp_path)
    if not signed:
        hostile = unsigned(hostile, tmp_path / "unsigned.dialogue")
    with tables[0] as here:
        here.press(here.open(*packages), "Close")
        assert count_notes(here.desk) == 33
        result = here.open(hostile)
        assert count_notes(here.desk) == 33, "nothing happens before a person answers"
        here.press(result, "Look at it")
        sheet = here.sheet(WaitingSheet)
        words = words_on(sheet)
        assert (f"Laptop {stranger}" if signed else "Nobody signed this") in words
        assert any(text.startswith("Would erase 3 circles, 3 sessions, 33 notes") for text in words)
        here.press(sheet, "Take it")
        assert count_notes(here.desk) == 0
        home = here.sitting.workspace.stack.currentWidget()
        who = f"Laptop {stranger}" if signed else "A file that nobody signed"
        assert any(text.startswith(f"{who} erased 33 notes of 3 circles on ") for text in words_on(home))
    with here:
        home = here.sitting.workspace.stack.currentWidget()
        here.press(home, "Bring back")
        assert count_notes(here.desk) == 33
        assert not any("bring it back" in text for text in words_on(home))
        result = here.open(hostile)
        assert "Look at it" not in words_on(result), "it never asks for it again"
        assert waiting_changes(here.desk) == () and count_notes(here.desk) == 33
