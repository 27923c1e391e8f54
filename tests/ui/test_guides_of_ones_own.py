"""Guides in the whole window: written, copied, made of a document, opened, shared, and met by."""

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from dialogue_desk.desk.guides.own_guides import OwnGuides
from dialogue_desk.domain.model.own_guide import Origin
from dialogue_desk.ui.core.route import PageName, Route
from dialogue_desk.ui.drafting.document_review import DocumentReview
from dialogue_desk.ui.editor.editor_view import EditorView
from dialogue_desk.ui.guides.guides_page import GuidesPage
from dialogue_desk.ui.prepare.prepare_page import PreparePage
from tests.ui.seen import button_saying, words_on
from tests.ui.sittings import laptop

__all__ = ["laptop"]

OUTLINE = """\
# A talk on Maple Street

For 6 to 10 people

## Welcome (5 min)

"Good evening. Thank you for coming."

## A round (30 min)

- When did you last feel at home here?

## Closing (10 min)

- What do you take home?
"""


@pytest.fixture
def sitting(laptop):
    return laptop.start()


@pytest.fixture
def guides(sitting):
    sitting.workspace.go(Route(PageName.GUIDES))
    return shown(sitting)


def shown(sitting):
    return sitting.workspace.stack.currentWidget()


def test_a_guide_is_written_from_the_library_and_met_by(sitting, guides, qtbot):
    button_saying(guides, "Write a guide").click()
    editor = shown(sitting)
    assert isinstance(editor, EditorView)
    editor.editor.go_to(())
    boxes = editor.findChildren(QPlainTextEdit)
    title = next(one for one in boxes if one.toPlainText() == "An evening of your own")
    title.setFocus()
    title.selectAll()
    qtbot.keyClicks(title, "Porch talk")
    button_saying(editor, "All guides").click()
    assert shown(sitting) is guides and "Porch talk" in words_on(guides)
    (kept,) = OwnGuides(sitting.desk).all()
    assert kept.origin is Origin.WRITTEN
    sitting.workspace.go(Route(PageName.PREPARE, kept.key))
    prepare = shown(sitting)
    assert isinstance(prepare, PreparePage)
    assert prepare.fields.guides.guide.currentText() == "Porch talk"


def test_whoever_reads_a_session_begins_with_that_session(sitting, guides):
    guides.read("safety-together", plan="s2")
    guides.reading.bar.begin.click()
    prepare = shown(sitting)
    assert isinstance(prepare, PreparePage)
    assert prepare.fields.guides.plan.choice() == "s2"


def test_a_document_that_is_chosen_becomes_a_guide_that_is_written_on(sitting, guides, tmp_path, qtbot):
    path = tmp_path / "maple.txt"
    path.write_text(OUTLINE, encoding="utf-8")
    sitting.workspace.import_bar.open_paths([path])
    qtbot.waitUntil(lambda: isinstance(shown(sitting), DocumentReview))
    review = shown(sitting)
    assert isinstance(review, DocumentReview)
    qtbot.waitUntil(lambda: review.views.currentWidget() is review.review)
    with qtbot.waitSignal(review.kept):
        button_saying(review, "Save as a guide").click()
    assert isinstance(shown(sitting), EditorView)
    (kept,) = OwnGuides(sitting.desk).all()
    assert kept.origin is Origin.DOCUMENT
    assert "When did you last feel at home here?" in kept.texts["en"].text


@pytest.mark.parametrize("key", ["", "one-evening"])
def test_a_guide_that_is_begun_or_copied_and_left_unchanged_leaves_nothing_behind(sitting, guides, key):
    if key:
        guides.edit_wanted.emit(key)
    else:
        button_saying(guides, "Write a guide").click()
    assert len(OwnGuides(sitting.desk).all()) == 1
    button_saying(shown(sitting), "All guides").click()
    assert shown(sitting) is guides and OwnGuides(sitting.desk).all() == ()
    assert not any("here" in text for text in words_on(guides) if text.startswith("Version"))


def test_the_library_leads_back_to_a_document_that_was_begun(sitting, guides, tmp_path, qtbot):
    assert guides.library.shelves.begun.isHidden()
    path = tmp_path / "maple.txt"
    path.write_text(OUTLINE, encoding="utf-8")
    sitting.workspace.import_bar.open_paths([path])
    qtbot.waitUntil(lambda: isinstance(shown(sitting), DocumentReview))
    review = shown(sitting)
    qtbot.waitUntil(lambda: review.views.currentWidget() is review.review)
    review.review.acts.set_title("Maple Street")
    sitting.workspace.go(Route(PageName.GUIDES))
    assert "You have begun to look through “Maple Street”." in words_on(guides)
    button_saying(guides, "Go on with it").click()
    assert shown(sitting) is review and review.views.currentWidget() is review.review
    review.begun.forget()
    sitting.workspace.go(Route(PageName.GUIDES))
    assert guides.library.shelves.begun.isHidden()


def test_a_guide_that_ships_is_copied_before_it_is_changed_and_the_copy_can_be_undone(sitting, guides):
    guides.edit_wanted.emit("one-evening")
    assert isinstance(shown(sitting), EditorView)
    (kept,) = OwnGuides(sitting.desk).all()
    assert kept.origin is Origin.COPIED
    shown(sitting).editor.steps.top("title", "One evening of ours")
    button_saying(shown(sitting), "All guides").click()
    assert any("changed here" in text for text in words_on(guides))
    for _change in ("its words", "the copy"):
        assert len(OwnGuides(sitting.desk).all()) == 1
        sitting.workspace.undo()
    assert OwnGuides(sitting.desk).all() == ()


def test_whoever_reads_a_guide_and_changes_it_comes_back_to_what_it_says_now(sitting, guides):
    guides.read("one-evening")
    for title in ("One evening of ours", "Our second try"):
        guides.reading.acted.emit("edit", guides.reading.key)
        shown(sitting).editor.steps.top("title", title)
        button_saying(shown(sitting), "All guides").click()
        assert shown(sitting) is guides and guides.views.currentWidget() is guides.reading
        assert title in words_on(guides.reading)
    assert len(OwnGuides(sitting.desk).all()) == 1


def test_whoever_reads_a_guide_and_changes_nothing_comes_back_to_it(sitting, guides):
    guides.read("one-evening")
    guides.reading.acted.emit("edit", "one-evening")
    button_saying(shown(sitting), "All guides").click()
    assert guides.views.currentWidget() is guides.reading and guides.reading.key == "one-evening"


def test_escape_and_the_bar_lead_back_from_every_view_of_guides(sitting, guides):
    for go in (guides.document_wanted, guides.new_wanted, guides.practice_wanted):
        go.emit()
        page = shown(sitting)
        assert page is not guides
        page.left.emit()
        sitting.workspace.go(Route(PageName.GUIDES))
        assert isinstance(shown(sitting), GuidesPage)
