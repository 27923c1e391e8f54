from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QFileDialog, QLabel, QWidget

from dialogue_desk.storage.settings import Settings
from dialogue_desk.ui.core.file_places import FilePlaces
from dialogue_desk.ui.core.prompts import (
    ChoicePrompt,
    ChoicePromptDialog,
    FileKind,
    PromptAnswer,
    UserPrompts,
    WindowPrompts,
)
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.words import Words
from tests.ui.fakes import ReadyAnswers

PACKAGES = FileKind("Packages", (".dialogue",))
RESUME = ChoicePrompt(
    "You were in part 4",
    "7:40 was left when the app stopped.",
    (PromptAnswer("close", "Wrap up the session"), PromptAnswer("resume", "Resume", Weight.PRIMARY)),
)


@pytest.fixture
def window(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def kept(tmp_path):
    """The settings, as they were last saved."""
    return [Settings(saved_in=str(tmp_path))]


@pytest.fixture
def ask(window, theme, kept) -> UserPrompts:
    return WindowPrompts(window, theme, Words(), FilePlaces(lambda: kept[-1], kept.append))


def file_dialog(window):
    return window.findChild(QFileDialog)


def button(dialog, words):
    return next(b for b in dialog.findChildren(Button) if b.text() == words)


def test_a_question_waits_without_holding_up_the_window(ask, window, qtbot):
    got = []
    ask.choose(RESUME, got.append)
    dialog = window.findChild(ChoicePromptDialog)
    assert dialog.isVisible() and not got
    qtbot.mouseClick(button(dialog, "Resume"), Qt.MouseButton.LeftButton)
    assert got == ["resume"]


def test_return_gives_the_answer_that_comes_first_to_mind(ask, window, qtbot):
    got = []
    ask.choose(RESUME, got.append)
    qtbot.keyClick(window.findChild(ChoicePromptDialog), Qt.Key.Key_Return)
    assert got == ["resume"]


@pytest.mark.parametrize("how", ["escape", "cancel"])
def test_a_question_may_be_left_unanswered(ask, window, qtbot, how):
    got = []
    ask.choose(RESUME, got.append)
    dialog = window.findChild(ChoicePromptDialog)
    if how == "escape":
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        qtbot.mouseClick(button(dialog, "Cancel"), Qt.MouseButton.LeftButton)
    assert not got and not dialog.isVisible()


def test_files_are_asked_for_by_kind(ask, window):
    got = []
    ask.open_files("Open packages", [PACKAGES], got.append)
    dialog = file_dialog(window)
    assert dialog.nameFilters() == ["Packages (*.dialogue)", "All files (*)"]
    dialog.filesSelected.emit(["/a/one.dialogue", "/a/two.dialogue"])
    assert got == [(Path("/a/one.dialogue"), Path("/a/two.dialogue"))]


def test_a_folder_is_asked_for(ask, window):
    got = []
    ask.open_folder("Open a folder", got.append)
    assert file_dialog(window).fileMode() is QFileDialog.FileMode.Directory
    file_dialog(window).filesSelected.emit(["/a/stick"])
    assert got == [Path("/a/stick")]


def test_a_place_to_save_is_asked_for_with_a_name_and_an_ending(ask, window):
    got = []
    ask.save_to("Save the package", "c07-s2.dialogue", PACKAGES, got.append)
    dialog = file_dialog(window)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert dialog.defaultSuffix() == "dialogue"
    dialog.fileSelected.emit("/a/c07-s2.dialogue")
    assert got == [Path("/a/c07-s2.dialogue")]


def test_the_answers_for_tests_are_asked_the_same_way():
    ready: UserPrompts = ReadyAnswers(answer="resume")
    got = []
    ready.choose(RESUME, got.append)
    ready.open_folder("Open a folder", got.append)
    assert got == ["resume"]
    assert ready.asked == ["You were in part 4", "Open a folder"]


def test_a_typed_folder_is_chosen_though_another_begins_its_name(ask, window, tmp_path, qtbot):
    got = []
    ask.open_folder("Where to?", got.append)
    dialog = file_dialog(window)
    dialog.filesSelected.emit([str(tmp_path / "a"), str(tmp_path / "ab")])
    assert got == [tmp_path / "ab"]
    dialog.reject()


def test_what_qts_own_dialog_offers_can_be_read(ask, window):
    ask.open_folder("Where to?", print)
    (completer,) = file_dialog(window).findChildren(QCompleter)
    assert completer.popup().property("role") == "offers"
    file_dialog(window).reject()


def test_a_dialog_begins_where_papers_were_last_saved_and_remembers_the_next_place(
    ask, window, kept, tmp_path
):
    papers = tmp_path / "papers"
    papers.mkdir()
    ask.save_to("Save", "summary.pdf", FileKind("PDF", (".pdf",)), lambda _: None)
    dialog = file_dialog(window)
    assert Path(dialog.directory().absolutePath()) == tmp_path
    dialog.filesSelected.emit([str(papers / "summary.pdf")])
    assert kept[-1].saved_in == str(papers)


def test_the_dialog_for_files_speaks_the_language_of_the_app_and_grows_with_its_text(window, theme, kept):
    window.resize(1366, 768)
    theme.change(scale=200)
    ask = WindowPrompts(window, theme, Words("es"), FilePlaces(lambda: kept[-1], kept.append))
    ask.open_folder("USB", lambda _: None)
    dialog = file_dialog(window)
    said = {label.text().replace("&", "") for label in dialog.findChildren(QLabel)}
    assert {Words("es").tr(one) for one in ("Look in:", "Folder:", "Kind of file:")} <= said
    assert dialog.width() > 1200 and dialog.height() > 700
    dialog.close()


@pytest.mark.parametrize("scale", [100, 200])
def test_a_question_is_as_large_as_its_sentence_and_its_answers_need(ask, window, theme, scale, qapp):
    window.resize(1024, 600)
    theme.change(scale=scale)
    answers = (PromptAnswer("a", "Take the first of the two"), PromptAnswer("b", "Take the other one"))
    ask.choose(ChoicePrompt("Which of the two?", "A sentence that is quite long. " * 6, answers), print)
    dialog = window.findChild(ChoicePromptDialog)
    for _ in range(4):
        qapp.processEvents()
    for shown in (*dialog.findChildren(Label), *dialog.findChildren(Button)):
        assert shown.height() >= shown.heightForWidth(shown.width())
