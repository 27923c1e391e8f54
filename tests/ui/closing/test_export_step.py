"""The export: for whom, what goes and what stays, sealed or not, and saved for good."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from dialogue_desk.desk.leaving.keyring import keyring, make_key
from dialogue_desk.desk.leaving.packages import exports_of
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.exchange.sealing import Keyring
from dialogue_desk.ui.closing.export_step import ExportStep
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.column import ScrollColumn
from dialogue_desk.ui.widgets.document_view import DocumentView
from dialogue_desk.words import Words
from tests.ui.sessions import DEBRIEF, NOT_ASKED, whole_evening

PASSPHRASE = "bench lamp river Tuesday"


@pytest.fixture
def evening(desk, folders, shelf, clock):
    session = whole_evening(desk, folders, shelf, clock)
    desk.add(session, Note(NoteKind.CONCERN, "The shop sells to anyone.", sensitive=True))
    return session


@pytest.fixture
def step(desk, folders, context, qtbot, evening):
    step = ExportStep(desk, folders, context)
    qtbot.addWidget(step)
    step.resize(1066, 640)
    step.show_folder(folders.session(evening))
    step.show()
    QApplication.processEvents()
    return step


@pytest.fixture
def save(step, context, qtbot):
    def press_and_wait():
        step.bar.save.setFocus()
        qtbot.keyClick(step.bar.save, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: not context.lane.busy(), timeout=60_000)
        QApplication.processEvents()

    return press_and_wait


def seen(widget):
    QApplication.processEvents()
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def texts(path, keys=None):
    records = PackageReader(Words(), keys).read(path).records.values()
    return {record.body.text for record in records if record.kind is Kind.NOTE and record.body}


def package(stick):
    return next(path for path in stick.iterdir() if ".dialogue" in path.name)


def pick(step, profile):
    step.audience.options[profile].click()
    QApplication.processEvents()


def in_program(desk, evening, seal_to):
    program = desk.add(NO_OWNER, Program("Bridges", seal_to=seal_to))
    circle = desk.get(evening).owner
    body = desk.get(circle).body
    assert isinstance(body, Circle)
    desk.rewrite(circle, replace(body, program=program))
    return program


def test_what_goes_and_what_stays_is_told_by_kind_and_reason_before_anything_is_written(step):
    told = seen(step.contents)
    leaves = {"Concern 3", "Quote 1", "Action ideas 2", "Ground rules 6"}
    assert leaves <= set(told.replace("\N{NO-BREAK SPACE}", " ").replace("\n", "  ·  ").split("  ·  "))
    assert "11 notes" in told
    assert "1 debrief note: it is only for the facilitators." in told
    assert "1 quote: no one was asked if it may be repeated." in told
    pick(step, Profile.EVERYONE)
    assert "1 note: it was marked sensitive." in seen(step.contents)
    pick(step, Profile.OTHER_LAPTOP)
    assert "Everything is included. No names." in seen(step.contents) and "13 notes" in seen(step.contents)


@pytest.mark.parametrize("profile", list(Profile))
def test_what_is_written_is_what_was_told(step, stick, save, profile):
    pick(step, profile)
    save()
    there = texts(package(stick))
    assert (DEBRIEF in there) is (profile is Profile.OTHER_LAPTOP)
    assert (NOT_ASKED in there) is (profile is Profile.OTHER_LAPTOP)
    assert ("The shop sells to anyone." in there) is (profile is not Profile.EVERYONE)
    web_page = next(stick.glob("*.html")).read_text(encoding="utf-8")
    assert not any(private in web_page for private in (DEBRIEF, NOT_ASKED, "sells to anyone"))


def test_the_debrief_goes_to_the_organizer_only_when_it_is_ticked(step, stick, save):
    step.audience.debrief.click()
    assert "debrief note" not in seen(step.contents)
    save()
    assert DEBRIEF in texts(package(stick))
    pick(step, Profile.EVERYONE)
    assert not step.audience.debrief.isEnabled() and "1 debrief note" in seen(step.contents)


def test_a_saved_stick_is_said_to_be_safe_to_remove_only_once_all_was_read_back(step, stick, save, said):
    step.bar.show_progress(10, 12)
    assert "Checking it…" in seen(step.bar) and "remove" not in seen(step.bar)
    step.bar.reset()
    save()
    told = seen(step.bar)
    assert f"Saved in “stick”: {package(stick).name}" in told and "3 documents were saved with it." in told
    assert "Checked: everything was saved correctly." in told and "you can remove it now" in told
    assert any("you can remove it now" in sentence for sentence in said)
    assert step.bar.save.weight is Weight.NORMAL


def test_what_changes_afterwards_is_a_revision_that_takes_the_place_of_the_first(
    step, stick, save, desk, evening
):
    save()
    first = package(stick)
    desk.add(evening, Note(NoteKind.HOPE, "A bench at the stop."))
    assert step.bar.sentence() == "" and step.bar.save.weight is Weight.PRIMARY
    save()
    assert "This is revision 2." in seen(step.bar)
    assert not first.exists() and "A bench at the stop." in texts(package(stick))
    assert [one.revision for one in exports_of(desk, evening)] == [2] * 4


def test_saving_the_same_again_makes_the_same_files_and_no_revision(step, stick, save):
    save()
    first = {file.name: file.read_bytes() for file in stick.iterdir()}
    save()
    assert {file.name: file.read_bytes() for file in stick.iterdir()} == first
    assert "revision" not in seen(step.bar)


def test_only_the_papers_that_are_ticked_are_written(step, stick, save):
    for ending in (".pdf", ".docx", ".html"):
        step.papers.ticks[ending].click()
    save()
    assert [path.suffix for path in stick.iterdir()] == [".dialogue"]
    assert "saved with it" not in seen(step.bar)


def test_a_passphrase_is_typed_twice_and_kept_nowhere(step, stick, save, qtbot, desk):
    step.seal.wanted.click()
    QApplication.processEvents()
    assert step.focusWidget() is step.seal.first and step.seal.first.echoMode() is QLineEdit.EchoMode.Password
    save()
    assert "Type a passphrase, or uncheck the box." in seen(step.seal) and not list(stick.iterdir())
    qtbot.keyClicks(step.seal.first, PASSPHRASE)
    assert "Strong." in seen(step.seal)
    qtbot.keyClicks(step.seal.again, "bench lamp")
    save()
    assert "The two passphrases do not match. Type it again here." in seen(step.seal) and not list(
        stick.iterdir()
    )
    step.seal.again.setText(PASSPHRASE)
    save()
    sealed = package(stick)
    assert sealed.name.endswith(".dialogue.age") and f"sealed: {sealed.name}" in seen(step.bar)
    assert DEBRIEF not in texts(sealed, Keyring(passphrases=(PASSPHRASE,)))
    assert step.seal.first.text() == step.seal.again.text() == ""
    desk.file._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert PASSPHRASE.encode() not in desk.file.path.read_bytes()


def test_how_strong_a_passphrase_is_is_said_in_plain_words(step):
    step.seal.wanted.click()
    for text, told in (("oak", "Weak"), ("oak street lamp", "Fair"), (PASSPHRASE, "Strong.")):
        step.seal.first.setText(text)
        assert told in seen(step.seal)


def test_with_the_organizers_key_in_the_program_it_is_sealed_without_a_question(
    step, stick, save, desk, evening
):
    in_program(desk, evening, make_key(desk))
    assert "Sealed with the key of “Bridges”." in seen(step.seal) and not step.seal.wanted.isVisible()
    save()
    assert package(stick).name.endswith(".dialogue.age")
    assert texts(package(stick), keyring(desk))
    pick(step, Profile.OTHER_LAPTOP)
    assert step.seal.wanted.isVisible()


def test_a_key_that_is_none_is_told_and_a_passphrase_offered(step, desk, evening):
    in_program(desk, evening, "age1nonsense")
    assert "The key in the program file of “Bridges” is damaged" in seen(step.seal)
    assert step.seal.wanted.isVisible()


def test_a_stick_that_is_gone_is_told_and_what_was_handed_out_is_not_counted(
    step, stick, save, said, desk, evening
):
    stick.rmdir()
    save()
    assert "“stick” is not there anymore" in seen(step.bar)
    assert any("“stick” is not there anymore" in sentence for sentence in said)
    assert exports_of(desk, evening) == () and step.bar.save.isEnabled()
    stick.mkdir()
    save()
    assert "revision" not in seen(step.bar) and len(list(stick.iterdir())) == 4


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="needs a folder that nobody may write to")
def test_a_folder_that_may_only_be_read_is_told(step, ask, save):
    ask.folder = "/sys/kernel"
    save()
    assert "“kernel” is read-only, so nothing was saved there." in seen(step.bar)


def test_one_who_thinks_better_of_it_has_saved_nothing(step, save, desk, evening):
    save()
    assert exports_of(desk, evening) == () and step.bar.sentence() == ""


def test_a_note_longer_than_any_laptop_takes_is_told_and_kept(step, stick, save, desk, evening):
    desk.add(evening, Note(NoteKind.DEBRIEF, "\x01" * 3_000_000))
    pick(step, Profile.OTHER_LAPTOP)
    save()
    assert "too large for any laptop to open" in seen(step.bar) and not list(stick.iterdir())


def test_only_one_button_is_primary(step, stick, save):
    def loud():
        return [b.text() for b in step.findChildren(Button) if b.weight is Weight.PRIMARY and b.isVisible()]

    assert loud() == ["Save to…"]
    save()
    assert loud() == []


def test_the_keyboard_begins_at_the_first_choice_and_reaches_everything(step, qtbot):
    step.take_focus()
    QApplication.processEvents()
    first, reached = step.focusWidget(), []
    assert first is step.audience.options[Profile.ORGANIZER]
    while step.focusWidget() not in reached:
        reached.append(step.focusWidget())
        qtbot.keyClick(step.focusWidget(), Qt.Key.Key_Tab)
    assert {step.audience.debrief, step.seal.wanted, step.bar.save, *step.papers.ticks.values()} <= set(
        reached
    )


@pytest.mark.parametrize("size", [(1066, 640), (700, 560)], ids=str)
@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("mirrored", [False, True])
def test_nothing_is_cut_and_nothing_scrolls_sideways(step, theme, size, scale, mirrored):
    theme.change(scale=scale)
    step.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    step.seal.wanted.setChecked(True)
    step.resize(*size)
    for _ in range(3):
        QApplication.processEvents()
    for column in step.findChildren(ScrollColumn):
        assert column.horizontalScrollBar().maximum() == 0
        assert not column.isVisible() or column.widget().width() <= column.viewport().width()
    for label in step.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert label.height() >= label.heightForWidth(label.width()) - 1 or not label.hasHeightForWidth()


def test_the_summary_stands_beside_and_folds_under_where_it_is_narrow(step):
    view = step.findChild(DocumentView)
    assert view.mapTo(step, view.rect().topLeft()).x() > 450
    step.resize(700, 560)
    QApplication.processEvents()
    assert view.mapTo(step, view.rect().topLeft()).x() < 200


def test_papers_are_written_in_the_way_that_is_chosen(step, stick, save):
    for ending in (".pdf", ".docx", ".txt"):
        step.papers.ticks[ending].click()
    for choice, wanted in ((step.papers.language, "all"), (step.papers.sheets, "a4")):
        choice.choose(wanted)
    step.papers.large.click()
    save()
    names = sorted(path.name for path in stick.iterdir() if ".dialogue" not in path.name)
    assert [Path(name).suffix for name in names] == [".html", ".txt"]
    assert all("-en-es" in name for name in names)
