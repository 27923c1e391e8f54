"""Closing a session: what is seen, what can be answered, and what leaves."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLabel

from dialogue_desk.desk.desk import Arrival, Desk
from dialogue_desk.desk.ids import RandomIds
from dialogue_desk.desk.sessions import set_present
from dialogue_desk.domain.bodies import Kind
from dialogue_desk.domain.leaving import Profile, leaving, lets
from dialogue_desk.domain.notes import Consent, Note, NoteKind
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.ui.session.close import ClosePage
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.chips import Chip, Chips
from dialogue_desk.ui.widgets.column import Column
from dialogue_desk.ui.widgets.document_view import DocumentView
from dialogue_desk.words import Words
from tests.ui.session.evenings import DEBRIEF, NOT_ASKED, SAID_YES, begin, take_notes, whole_evening


@pytest.fixture
def evening(desk, folders, shelf, clock):
    return whole_evening(desk, folders, shelf, clock)


@pytest.fixture
def page(desk, folders, around, qtbot):
    page = ClosePage(desk, folders, around)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    return page


@pytest.fixture
def stick(ask, tmp_path):
    """The folder that a person chooses to save in."""
    ask.folder = tmp_path / "stick"
    ask.folder.mkdir()
    return ask.folder


@pytest.fixture
def save(page, around, qtbot):
    """Press the button that saves, and wait for what comes of it."""

    def press_and_wait():
        press(qtbot, button(page, "Save package and summary…"))
        qtbot.waitUntil(lambda: not around.lane.busy(), timeout=30_000)

    return press_and_wait


@pytest.fixture
def said(around):
    heard = []
    around.announcer.announced.connect(heard.append)
    return heard


def seen(widget):
    QApplication.processEvents()
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def paper(page):
    return seen(page.findChild(DocumentView))


def button(page, words):
    return next(found for found in page.findChildren(Button) if found.text() == words)


def chip(page, quote, answer):
    asked = next(chips for chips in page.findChildren(Chips) if quote in chips.accessibleName())
    return next(found for found in asked.findChildren(Chip) if found.text() == answer)


def press(qtbot, widget):
    QApplication.processEvents()
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_Space)


def test_the_evening_is_told_part_by_part(page, evening):
    page.show_session(evening)
    told = seen(page)
    assert "Close session 2: One Evening, One Question" in told
    assert "Circle C07 · Eastside Library · Thursday, March 12" in told
    assert "It took 3 min less than planned." in told
    assert "24 of 18 min" in told and "left out, planned 14 min" in told


def test_what_was_caught_is_counted_by_kind(page, evening):
    page.show_session(evening)
    told = seen(page)
    assert {"Concern 2", "Debrief 1", "Quote 2", "Action ideas 2", "12 notes"} <= set(told.splitlines())


def test_what_is_still_open_is_said_plainly(page, evening):
    page.show_session(evening)
    told = seen(page)
    assert "1 action idea has no first step yet.\nA monthly open hour of the precinct at the market" in told
    assert "First round: a story · concern: none yet" in told
    assert "1 quote stays here until somebody asks whether it may be repeated." in told
    assert "Curious questions ·" not in told


def test_what_leaves_and_what_stays_is_said_before_anything_is_written(page, evening):
    page.show_session(evening)
    assert "In the package: 10 notes, 2 action ideas, 6 ground rules" in seen(page)
    assert "Stays here: 1 debrief note, 1 quote without consent" in seen(page)


def test_the_head_count_is_typed_first_and_kept(page, evening, desk, qtbot):
    page.show_session(evening)
    box = page.focusWidget()
    assert isinstance(box, QAbstractSpinBox) and box.accessibleName() == "How many people were there?"
    assert "11 people were expected" in box.accessibleDescription()
    box.selectAll()
    qtbot.keyClicks(box, "14")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert desk.get(evening).body.present == 14
    assert "14 people" in paper(page)
    desk.undo()
    assert desk.get(evening).body.present is None
    assert box.text() == "not counted"


def test_with_the_head_count_known_the_focus_is_on_saving(page, evening, desk):
    set_present(desk, evening, 9)
    page.show_session(evening)
    assert page.focusWidget() is button(page, "Save package and summary…")


def test_consent_is_asked_for_a_quote_and_can_be_withdrawn(page, evening, desk, folders, qtbot):
    page.show_session(evening)
    assert NOT_ASKED not in paper(page) and SAID_YES in paper(page)
    press(qtbot, chip(page, NOT_ASKED, "Yes"))
    assert NOT_ASKED in paper(page)
    assert "In the package: 11 notes" in seen(page) and "quote without consent" not in seen(page)
    assert chip(page, NOT_ASKED, "Yes").hasFocus()
    qtbot.keyClick(chip(page, NOT_ASKED, "Yes"), Qt.Key.Key_Right)
    assert consents(folders, evening) == {SAID_YES: Consent.YES, NOT_ASKED: Consent.WITHDRAWN}
    assert NOT_ASKED not in paper(page)
    press(qtbot, chip(page, NOT_ASKED, "No"))
    assert consents(folders, evening)[NOT_ASKED] is Consent.NOT_ASKED
    desk.undo()
    assert chip(page, NOT_ASKED, "No").isChecked()


def consents(folders, session_id):
    quotes = folders.session(session_id).notes_of(NoteKind.QUOTE)
    return {note.body.text: note.body.consent for note in quotes}


def test_the_summary_holds_no_debrief(page, evening):
    page.show_session(evening)
    assert "Stops near the school feel random" in paper(page)
    assert DEBRIEF not in seen(page)


def test_a_note_that_comes_late_is_seen_at_once(page, evening, desk):
    page.show_session(evening)
    desk.add(evening, Note(NoteKind.HOPE, "A bench at the stop."))
    assert "A bench at the stop." in paper(page) and "In the package: 11 notes" in seen(page)


def test_what_is_saved_reads_back_and_holds_nothing_private(page, evening, folders, stick, save, said):
    page.show_session(evening)
    save()
    files = sorted(stick.iterdir())
    assert sorted(file.suffix for file in files) == [".dialogue", ".docx", ".html", ".pdf"]
    package = PackageReader(Words()).read(next(f for f in files if f.suffix == ".dialogue"))
    notes = [record.body for record in package.records.values() if record.kind is Kind.NOTE]
    assert len(notes) == sum(leaving(folders.session(evening)).notes.values()) == 10
    assert all(lets(Profile.ORGANIZER, note) for note in notes)
    web_page = next(file for file in files if file.suffix == ".html").read_text(encoding="utf-8")
    for private in (DEBRIEF, NOT_ASKED):
        assert private not in web_page
    assert "Stops near the school feel random" in web_page
    told = next(sentence for sentence in said if sentence.startswith("Saved in “stick”: the package "))
    assert told in seen(page) and ".dialogue" in told
    assert button(page, "Home").isVisible()


class Desktop(QObject):
    """Opens folders for a person, in a test."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def open(self, url):
        self.opened.append(Path(url.toLocalFile()))


def test_the_folder_can_be_opened_from_here(page, evening, stick, save, qtbot):
    page.show_session(evening)
    assert not button(page, "Open folder").isVisible()
    save()
    desktop = Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "open")
    press(qtbot, button(page, "Open folder"))
    QDesktopServices.unsetUrlHandler("file")
    assert desktop.opened == [stick]


def test_saving_the_same_again_makes_the_same_files(page, evening, stick, save):
    page.show_session(evening)
    save()
    first = {file.name: file.read_bytes() for file in stick.iterdir()}
    save()
    assert {file.name: file.read_bytes() for file in stick.iterdir()} == first


def test_one_who_thinks_better_of_it_has_saved_nothing(page, evening, ask, save, said):
    page.show_session(evening)
    save()
    assert ask.asked == ["Where should the package and the summary go?"]
    assert not said and button(page, "Save package and summary…").isEnabled()


def test_a_folder_that_is_gone_is_told_in_words(page, evening, stick, save, said):
    stick.rmdir()
    page.show_session(evening)
    save()
    assert "“stick” is not there any more" in seen(page)
    assert any("“stick” is not there any more" in sentence for sentence in said)
    assert button(page, "Save package and summary…").isEnabled()
    stick.mkdir()
    save()
    assert "is not there any more" not in seen(page) and len(list(stick.iterdir())) == 4


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="needs a folder that nobody may write to")
def test_a_folder_that_may_only_be_read_is_told_in_words(page, evening, ask, save):
    ask.folder = "/sys/kernel"
    page.show_session(evening)
    save()
    assert "“kernel” may only be read, so nothing was written there." in seen(page)


def test_a_session_that_was_only_written_down_closes_as_well(page, desk, shelf, stick, save):
    session_id = begin(desk, shelf)
    take_notes(desk, session_id)
    page.show_session(session_id)
    assert "The clock was not run. The notes can leave all the same." in seen(page)
    assert "How long each part took" not in paper(page)
    save()
    assert len(list(stick.iterdir())) == 4


def test_a_session_without_a_word_says_so(page, desk, shelf):
    page.show_session(begin(desk, shelf))
    told = seen(page)
    assert "Nothing was written down in this session." in told and "Nothing is left open." in told
    assert "No notes were taken in this session." in paper(page)
    assert "Nothing is held back." in told
    assert not button(page, "See to it in the session").isVisible()


def test_the_ways_out_are_told(page, evening, qtbot):
    page.show_session(evening)
    with qtbot.waitSignal(page.run_wanted) as back:
        press(qtbot, button(page, "Back to the session"))
    with qtbot.waitSignal(page.run_wanted) as mend:
        press(qtbot, button(page, "See to it in the session"))
    assert back.args == mend.args == [evening]


def test_once_all_is_saved_the_next_thing_is_to_go_home(page, evening, stick, save, qtbot):
    page.show_session(evening)
    assert not button(page, "Home").isVisible()
    save()
    with qtbot.waitSignal(page.left):
        press(qtbot, button(page, "Home"))


def test_a_session_that_is_taken_away_is_left(page, evening, desk, qtbot):
    page.show_session(evening)
    with qtbot.waitSignal(page.left):
        desk.remove(evening)


def test_what_is_changed_after_saving_asks_to_be_saved_again(page, evening, desk, stick, save):
    page.show_session(evening)
    save()
    desk.add(evening, Note(NoteKind.HOPE, "A bench at the stop."))
    assert "Saved in" not in seen(page)
    assert button(page, "Save package and summary…").weight is Weight.PRIMARY
    save()
    assert "A bench at the stop." in next(stick.glob("*.html")).read_text(encoding="utf-8")


def test_what_two_laptops_changed_is_told(page, evening, desk, folders, tmp_path, clock):
    note = folders.session(evening).notes_of(NoteKind.CONCERN)[0]
    other = Desk(DeskFile(tmp_path / "other.db"), clock, RandomIds(8))
    exchange(desk, other)
    desk.rewrite(note.id, replace(note.body, text="Stops feel random."))
    other.rewrite(note.id, replace(note.body, text="Nobody says why they stop us."))
    exchange(other, desk)
    other.file.close()
    page.show_session(evening)
    assert "1 thing was changed on two laptops. Somebody has to choose the wording." in seen(page)
    assert "Nobody says why they stop us." in paper(page) or "Stops feel random." in paper(page)


def exchange(one, other):
    records = {record.id: record for record in one.file.records.everything()}
    other.take_in([Arrival(one.device, "stick.dialogue", records)])


def test_another_session_begins_with_a_clean_page(page, evening, desk, shelf, stick, save):
    page.show_session(evening)
    save()
    page.show_session(begin(desk, shelf))
    assert "Saved in" not in seen(page)
    assert not button(page, "Home").isVisible()
    assert button(page, "Save package and summary…").weight is Weight.PRIMARY


def loud(page):
    buttons = page.findChildren(Button)
    return [one.text() for one in buttons if one.weight is Weight.PRIMARY and one.isVisible()]


def test_only_one_button_is_primary(page, evening, stick, save, qtbot):
    page.show_session(evening)
    assert loud(page) == ["Save package and summary…"]
    save()
    assert loud(page) == ["Home"]


def test_everything_is_reached_with_tab(page, evening, qtbot):
    page.show_session(evening)
    QApplication.processEvents()
    first, reached = page.focusWidget(), []
    while page.focusWidget() not in reached:
        reached.append(page.focusWidget())
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert page.focusWidget() is first
    wanted = {"Back to the session", "See to it in the session", "Save package and summary…"}
    assert wanted <= {found.text() for found in reached if isinstance(found, Button)}
    assert sum(isinstance(found, Chip) for found in reached) == 2


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (820, 600)], ids=str)
@pytest.mark.parametrize("scale", [100, 125, 200])
@pytest.mark.parametrize("mirrored", [False, True])
def test_nothing_is_cut_and_nothing_scrolls_sideways(page, evening, theme, size, scale, mirrored):
    theme.change(scale=scale)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    page.resize(*size)
    page.show_session(evening)
    for _ in range(3):
        QApplication.processEvents()
    assert (page.width(), page.height()) == size
    for column in page.findChildren(Column):
        assert column.horizontalScrollBar().maximum() == 0
        assert not column.isVisible() or column.widget().width() <= column.viewport().width()
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert label.height() >= label.heightForWidth(label.width()) - 1 or not label.hasHeightForWidth()
            assert label.width() >= label.minimumSizeHint().width()
    assert button(page, "Save package and summary…").visibleRegion().boundingRect().height() >= 40


def test_the_summary_folds_under_the_steps_where_it_is_narrow_and_comes_back(page, evening):
    page.show_session(evening)
    view = page.findChild(DocumentView)
    beside = view.mapTo(page, view.rect().topLeft()).x()
    assert beside > 500
    page.resize(820, 700)
    QApplication.processEvents()
    assert view.mapTo(page, view.rect().topLeft()).x() < 100 and view.isVisible()
    page.resize(1366, 768)
    QApplication.processEvents()
    assert view.mapTo(page, view.rect().topLeft()).x() > 500
