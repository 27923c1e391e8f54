"""The export: saved, told, and saved again after a change."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.closing import CloseStep
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.chips import Chip
from dialogue_desk.ui.widgets.document_view import DocumentView
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from tests.ui.closing.on_page import at_export, button, package, paper, pick, press_space, seen, texts
from tests.ui.sessions import DEBRIEF, NOT_ASKED, begin, take_notes


@pytest.mark.usefixtures("sensitive")
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
    assert seen(step.bar) == "" and step.bar.save.weight is Weight.PRIMARY
    save()
    assert "This is revision 2." in seen(step.bar)
    assert not first.exists() and "A bench at the stop." in texts(package(stick))
    assert [one.revision for one in desk.file.exports.of(evening)] == [2] * 4


def test_a_document_that_is_not_saved_again_after_a_change_is_told_as_older(step, stick, save, desk, evening):
    save()
    desk.add(evening, Note(NoteKind.HOPE, "A bench at the stop."))
    step.papers.ticks[".html"].setChecked(False)
    save()
    (page,) = stick.glob("*.html")
    assert "A bench" not in page.read_text(encoding="utf-8")
    assert f"An older document is still there: {page.name}. Delete it, or save it again too." in seen(
        step.bar
    )
    step.papers.ticks[".html"].setChecked(True)
    save()
    assert "older" not in seen(step.bar) and "A bench" in page.read_text(encoding="utf-8")


def test_saving_the_same_again_makes_the_same_files_and_no_revision(step, stick, save):
    save()
    first = {file.name: file.read_bytes() for file in stick.iterdir()}
    save()
    assert {file.name: file.read_bytes() for file in stick.iterdir()} == first
    assert "revision" not in seen(step.bar)


def test_a_stick_that_is_gone_is_told_and_what_was_handed_out_is_not_counted(
    step, stick, save, said, desk, evening
):
    stick.rmdir()
    save()
    assert "“stick” is not there anymore" in seen(step.bar)
    assert any("“stick” is not there anymore" in sentence for sentence in said)
    assert desk.file.exports.of(evening) == () and step.bar.save.isEnabled()
    stick.mkdir()
    save()
    assert "revision" not in seen(step.bar) and len(list(stick.iterdir())) == 4


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="needs a folder that nobody may write to")
def test_a_folder_that_may_only_be_read_is_told(step, ask, save):
    ask.folder = "/sys/kernel"
    save()
    # Systems mount it for reading only, or let nobody make a file there.
    only_read = os.statvfs(ask.folder).f_flag & os.ST_RDONLY
    told = "“kernel” is read-only" if only_read else "You are not allowed to save files in “kernel”"
    assert f"{told}, so nothing was saved there." in seen(step.bar)


def test_one_who_thinks_better_of_it_has_saved_nothing(step, save, desk, evening):
    save()
    assert desk.file.exports.of(evening) == () and seen(step.bar) == ""


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


def test_the_summary_holds_no_debrief(wide_page, evening):
    at_export(wide_page, evening)
    assert "Stops near the school feel random" in paper(wide_page)
    assert DEBRIEF not in seen(wide_page)


def test_a_note_that_comes_late_is_seen_at_once(wide_page, evening, desk):
    at_export(wide_page, evening)
    desk.add(evening, Note(NoteKind.HOPE, "A bench at the stop."))
    assert "A bench at the stop." in paper(wide_page) and "11 notes" in seen(wide_page)


def test_a_session_that_was_only_written_down_closes_as_well(wide_page, desk, shelf, stick, save_from_page):
    session_id = begin(desk, shelf)
    take_notes(desk, session_id)
    at_export(wide_page, session_id)
    assert "How long each part took" not in paper(wide_page)
    save_from_page()
    assert len(list(stick.iterdir())) == 4


def test_a_session_without_a_word_says_so(wide_page, desk, shelf):
    at_export(wide_page, begin(desk, shelf))
    told = seen(wide_page)
    assert "No notes were taken during this session." in paper(wide_page)
    assert "Nothing. Everything goes into the package." in told


def test_what_is_changed_after_saving_asks_to_be_saved_again(wide_page, evening, desk, stick, save_from_page):
    at_export(wide_page, evening)
    save_from_page()
    desk.add(evening, Note(NoteKind.HOPE, "A bench at the stop."))
    assert "Saved in" not in seen(wide_page)
    assert button(wide_page, "Save to…").weight is Weight.PRIMARY
    save_from_page()
    assert "A bench at the stop." in next(stick.glob("*.html")).read_text(encoding="utf-8")


def test_another_session_begins_with_a_clean_page(wide_page, evening, desk, shelf, stick, save_from_page):
    at_export(wide_page, evening)
    save_from_page()
    at_export(wide_page, begin(desk, shelf))
    assert "Saved in" not in seen(wide_page)
    assert button(wide_page, "Save to…").weight is Weight.PRIMARY


def test_everything_is_reached_with_tab(wide_page, evening, qtbot):
    at_export(wide_page, evening)
    QApplication.processEvents()
    first, reached = wide_page.focusWidget(), []
    while wide_page.focusWidget() not in reached:
        reached.append(wide_page.focusWidget())
        qtbot.keyClick(wide_page.focusWidget(), Qt.Key.Key_Tab)
    assert wide_page.focusWidget() is first
    wanted = {"Back to the session", "Save to…", "Leave it for later", "Done"}
    assert wanted <= {found.text() for found in reached if isinstance(found, Button)}
    assert any(isinstance(found, Chip) for found in reached)


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (820, 600)], ids=str)
@pytest.mark.parametrize("scale", [100, 125, 200])
@pytest.mark.parametrize("mirrored", [False, True])
def test_nothing_is_cut_on_the_page_either(wide_page, evening, theme, size, scale, mirrored):
    theme.change(scale=scale)
    wide_page.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
    )
    wide_page.resize(*size)
    at_export(wide_page, evening)
    for _ in range(3):
        QApplication.processEvents()
    wide_page._enter()
    assert (wide_page.width(), wide_page.height()) == size
    for column in wide_page.findChildren(ScrollColumn):
        assert column.horizontalScrollBar().maximum() == 0
        assert not column.isVisible() or column.widget().width() <= column.viewport().width()
    for label in wide_page.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert label.height() >= label.heightForWidth(label.width()) - 1 or not label.hasHeightForWidth()
            assert label.width() >= label.minimumSizeHint().width()
    assert button(wide_page, "Save to…").visibleRegion().boundingRect().height() >= 40


@pytest.fixture
def save_from_page(wide_page, context, qtbot):
    """Press the button that saves, and wait for what comes of it."""

    def press_and_wait():
        press_space(qtbot, button(wide_page, "Save to…"))
        question = wide_page._panes.pane(CloseStep.EXPORT).bar.question
        if question.isVisible():
            press_space(qtbot, question.anyway)
        qtbot.waitUntil(lambda: not context.worker.busy(), timeout=30_000)

    return press_and_wait


def test_letters_that_the_pdf_cannot_show_are_told_before_saving(step, desk, evening):
    assert not step.papers._concern.isVisible()

    desk.add(evening, Note(NoteKind.HOPE, "街灯 𓀀"))

    assert step.papers._concern.isVisible()
    assert "these letters: 𓀀. In the PDF they would be empty squares." in step.papers._concern.text()
    step.papers.ticks[".pdf"].click()
    assert not step.papers._concern.isVisible()


def test_the_summary_is_saved_as_it_was_asked_for(step, stick, save):
    for tick in (step.papers.accessible, step.papers.times):
        tick.click()
    save()

    assert b"StructTreeRoot" in next(stick.glob("*.pdf")).read_bytes()
    assert "How long each part took" in next(stick.glob("*.html")).read_text(encoding="utf-8")
