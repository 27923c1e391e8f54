from PySide6.QtWidgets import QLineEdit

from dialogue_desk.domain.model.live_session import MoveKind
from tests.ui.program.shown import button, seen
from tests.ui.sessions import prepared, run


def test_a_program_is_made_with_the_keys_and_undone_in_one_step(page, desk, folders, settled, qtbot):
    page.show_program("")
    settled()
    page._empty.button.click()
    qtbot.keyClicks(page.form._name, "Neighbors")
    button(page.form, "Add a circle").click()
    qtbot.keyClicks(page.focusWidget(), "Fire Station 4")
    page.form._themes.setFocus()
    qtbot.keyClicks(page.form._themes, "Being heard\rCalls at night\r")
    page.form._keep_until.tick.setChecked(True)
    button(page.form, "Save the program").click()
    settled()
    (entry,) = folders.programs()
    assert entry.program.name == "Neighbors" and entry.program.languages == ("en",)
    assert entry.program.keep_until == "2027-03-12"
    assert [(c.body.code, c.body.place) for c in entry.circles] == [("C01", ""), ("C02", "Fire Station 4")]
    assert "Neighbors" in seen(page) and page.overview.isVisible()
    desk.undo()
    assert folders.programs() == []


def test_a_program_without_a_name_is_asked_for_one(page, desk, settled):
    page.show_program("")
    settled()
    page._empty.button.click()
    button(page.form, "Save the program").click()
    assert "Give the program a name." in seen(page.form) and page.form._name.hasFocus()


def test_two_circles_may_not_share_a_code(page, desk, settled, qtbot):
    page.show_program("")
    settled()
    page._empty.button.click()
    qtbot.keyClicks(page.form._name, "Neighbors")
    button(page.form, "Add a circle").click()
    codes = [box for box in page.form.findChildren(QLineEdit) if box.accessibleName().startswith("Code of")]
    codes[1].setText("c01")
    button(page.form, "Save the program").click()
    assert "Two circles have the same code." in seen(page.form) and page.form.isVisible()
    codes[1].clear()
    page.form._circles._rows[1].place.setText("Mills")
    button(page.form, "Save the program").click()
    assert "Give each circle a code, or delete the circle." in seen(page.form) and page.form.isVisible()


def test_changing_a_program_keeps_its_circles_its_themes_and_their_notes(
    filled, desk, folders, settled, program
):
    before = folders.picture(program)
    button(filled, "Change the program").click()
    filled.form._name.setText("Safety Together")
    button(filled.form, "Delete circle 4").click()
    button(filled.form, "Save the program").click()
    settled()
    after = folders.picture(program)
    assert after.program.name == "Safety Together"
    assert {theme.theme_id for theme in before.themes} == {theme.theme_id for theme in after.themes}
    assert [row.code for row in after.rows] == ["C01", "C02", "C03", "C05"]
    assert [row.code for row in folders.picture(None).rows] == ["C04"]
    desk.undo()
    assert folders.picture(program).rows == before.rows


def test_the_circles_without_a_program_come_into_the_one_that_is_made_of_them(
    page, desk, shelf, folders, settled, qtbot
):
    session = prepared(desk, shelf)
    run(desk, folders, session, MoveKind.START)
    page.show_program("")
    settled()
    button(page._bar, "Make a program").click()
    assert any("circles without a program are in it" in one for one in seen(page.form))
    qtbot.keyClicks(page.form._name, "Neighbors")
    button(page.form, "Save the program").click()
    settled()
    (entry,) = folders.programs()
    assert [circle.body.code for circle in entry.circles] == ["C07"]
    (row,) = folders.picture(entry.id).rows
    assert row.sessions[1].session_id == session
