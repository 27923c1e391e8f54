"""The words of a program that mean the same are edited as lines."""

import pytest

from dialogue_desk.ui.themes.synonyms_sheet import SynonymsSheet
from tests.ui.program.shown import button


@pytest.fixture
def sheet(tab):
    tab.synonyms.click()
    return tab.window().findChild(SynonymsSheet)


def test_groups_are_saved_and_stand_there_again(sheet, tab, settled, context):
    sheet.box.setPlainText("rink, pista\n\nVFW, post, the post")
    button(sheet, "Save").click()
    settled()
    assert {one.body.words for one in tab.acts.picture.work.synonyms} == {
        ("rink", "pista"),
        ("VFW", "post", "the post"),
    }
    assert context.toast.sentence() == "2 groups of words are saved."
    tab.synonyms.click()
    again = next(one for one in tab.window().findChildren(SynonymsSheet) if one.isVisible())
    assert set(again.box.lines()) == {"rink, pista", "VFW, post, the post"}


def test_a_line_with_one_word_alone_is_asked_about_and_nothing_is_saved(sheet, tab, settled):
    sheet.box.setPlainText("rink, pista\nalone")
    button(sheet, "Save").click()
    assert sheet.isVisible()
    assert sheet.field.error() == "A group has at least two words with a comma between: “alone”"
    settled()
    assert tab.acts.picture.work.synonyms == ()


def test_cancel_saves_nothing(sheet, tab, settled):
    sheet.box.setPlainText("rink, pista")
    button(sheet, "Cancel").click()
    settled()
    assert tab.acts.picture.work.synonyms == ()
