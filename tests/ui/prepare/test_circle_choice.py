from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.session.session_edits import set_ground_rules
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.records.records import NO_OWNER
from tests.ui.sessions import begun


def test_the_one_circle_that_an_organizer_gave_out_is_ready(page, desk, folders):
    program = desk.add(NO_OWNER, Program("Bridges"))
    given = desk.add(NO_OWNER, Circle("C07", "Library", "en", program))
    page.fill_in()
    assert page.fields.circles.circle.choice() == given
    other = desk.add(NO_OWNER, Circle("C08", "Hall", "en", program))
    page.fill_in()
    assert page.fields.circles.circle.choice() not in {given, other}


def test_a_new_circle_needs_a_code(page, qtbot):
    page.fields.circles.code.clear()
    with qtbot.assertNotEmitted(page.prepared):
        page.begin_button.click()
    assert page.fields.circles.code_field.error() == "Give the circle a code, such as C07."
    assert QApplication.focusWidget() is page.fields.circles.code


def test_a_known_circle_goes_on_where_it_was(page, desk, shelf, folders, qtbot):
    session_id = begun(desk, shelf, plan="s1", number=1, people=12)
    circle_id = folders.session(session_id).circle_id
    set_ground_rules(desk, circle_id, ["One voice at a time", "Our own words"])
    page.fill_in(circle_id=circle_id)
    assert page.fields.guides.guide.choice() == "safety-together"
    assert page.fields.guides.plan.choice() == "s2"
    assert page.fields.people.value() == 12
    assert page.fields.place.text() == "Eastside Library"
    assert page.rules.editor.rules == ("One voice at a time", "Our own words")
    assert not page.fields.circles.code_field.isVisible()
    with qtbot.waitSignal(page.prepared, timeout=0) as prepared:
        page.begin_button.click()
    folder = folders.session(prepared.args[0])
    assert (folder.session.number, folder.circle_id) == (2, circle_id)
