import pytest
from PySide6.QtCore import Qt

from tests.ui.seen import words_on


@pytest.mark.parametrize(
    ("people", "said"), [(0, "at least one person"), (61, "61 people cannot hear each other"), (999, "999")]
)
def test_impossible_head_counts_are_explained_at_their_field(page, qtbot, people, said):
    page.fields.people.box.setValue(people)
    assert said in page.fields.people_field.error()
    with qtbot.assertNotEmitted(page.prepared):
        page.begin_button.click()
    page.fields.people.box.setValue(8)
    assert page.fields.people_field.error() == ""


@pytest.mark.parametrize("typed", ["many", "", "1000"])
def test_the_bounds_that_are_named_are_those_of_one_circle(page, qtbot, typed):
    box = page.fields.people.box
    box.setFocus(Qt.FocusReason.TabFocusReason)
    box.selectAll()
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    qtbot.keyClicks(box, typed)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert page.fields.people_field.error().endswith("Type a number from 1 to 60.")


def test_interpretation_is_kept_for_the_next_session(page, folders, qtbot):
    page.fields.interpretation.setFocus()
    qtbot.keyClick(page.fields.interpretation, Qt.Key.Key_Down)
    qtbot.keyClick(page.fields.interpretation, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.prepared, timeout=0) as prepared:
        page.begin_button.click()
    folder = folders.session(prepared.args[0])
    assert folder.session.factor == 160
    page.fill_in(circle_id=folder.circle_id)
    assert page.fields.interpretation.choice() == "160"
    assert {"After each person, shortened", "1.6 times as long"} <= set(words_on(page.form))


def test_one_person_is_allowed_and_told_what_the_guide_is_made_for(page):
    page.fields.people.box.setValue(1)
    assert page.fields.people_field.error() == ""
    assert page.form.rows[1].note.text() == "This guide is made for 6 to 9 people."


def test_a_form_that_is_filled_in_again_has_no_fault_left(page):
    page.fields.people.box.setValue(0)
    assert page.fields.people_field.error() != ""
    page.start_over_button.click()
    assert page.fields.people_field.error() == ""
