import pytest
from PySide6.QtCore import Qt


@pytest.mark.parametrize(
    ("people", "said"), [(0, "at least one person"), (61, "61 people cannot hear each other"), (999, "999")]
)
def test_impossible_head_counts_are_explained_at_their_field(page, qtbot, people, said):
    page.form.people.box.setValue(people)
    assert said in page.form.people_field.error()
    with qtbot.assertNotEmitted(page.prepared):
        page.begin_button.click()
    page.form.people.box.setValue(8)
    assert page.form.people_field.error() == ""


def test_interpretation_makes_turns_and_parts_longer_and_is_kept(page, folders, qtbot):
    assert page.form.warnings() == ()
    page.form.interpretation.setFocus()
    qtbot.keyClick(page.form.interpretation, Qt.Key.Key_Down)
    qtbot.keyClick(page.form.interpretation, Qt.Key.Key_Down)
    said = page.form.warnings()
    assert said[0].startswith("With interpretation, the parts take about 143 minutes and you have 90.")
    assert any("9 people with 110 seconds each, with interpretation, need 28 minutes" in one for one in said)
    with qtbot.waitSignal(page.prepared, timeout=0) as prepared:
        page.begin_button.click()
    folder = folders.session(prepared.args[0])
    assert folder.session.factor == 160
    page.fill_in(circle_id=folder.circle_id)
    assert page.form.interpretation.choice() == "160"


def test_one_person_is_allowed_and_told_what_the_guide_is_made_for(page):
    page.form.people.box.setValue(1)
    assert page.form.people_field.error() == ""
    assert page.form.warnings() == ("This guide is made for 6 to 9 people. You have 1.",)


def test_a_form_that_is_filled_in_again_has_no_fault_left(page):
    page.form.people.box.setValue(0)
    assert page.form.people_field.error() != ""
    page.fill_in(guide_id="one-evening")
    assert page.form.people_field.error() == ""
