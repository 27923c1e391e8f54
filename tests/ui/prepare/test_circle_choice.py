from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.session.session_edits import set_ground_rules
from dialogue_desk.domain.model.circles import Circle, Program, Round
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


def test_what_was_typed_stays_when_another_circle_or_guide_is_chosen(page, desk, shelf, folders, qtbot):
    known = folders.session(begun(desk, shelf, people=12)).circle_id
    page.fill_in(guide_id="one-evening")
    form = page.fields
    for box, text in ((form.circles.code, "K9"), (form.place, "Fellowship hall")):
        box.selectAll()
        qtbot.keyClicks(box, text)
    form.people.box.selectAll()
    qtbot.keyClicks(form.people.box, "9")
    form.circles.circle.setFocus()
    qtbot.keyClicks(form.circles.circle, "C07")
    assert form.circles.circle.choice() == known
    assert (form.place.text(), form.people.value()) == ("Fellowship hall", 9)
    qtbot.keyClick(form.circles.circle, Qt.Key.Key_Home)
    assert form.circles.known() is None
    assert (form.circles.code.text(), form.place.text()) == ("K9", "Fellowship hall")
    form.guides.guide.choose("safety-together")
    form.guides.guide.chosen.emit("safety-together")
    assert form.people.value() == 9


def test_a_place_that_came_with_a_circle_goes_with_it(page, desk, shelf, folders):
    known = folders.session(begun(desk, shelf)).circle_id
    page.fill_in(guide_id="one-evening")
    circle = page.fields.circles.circle
    circle.choose(known)
    circle.chosen.emit(known)
    assert page.fields.place.text() == "Eastside Library"
    circle.choose("new")
    circle.chosen.emit("new")
    assert page.fields.place.text() == ""


def test_a_circle_is_offered_the_guide_of_its_round_first(page, desk):
    rounds = (Round("Spring", guide="one-evening"), Round("Fall", "2030-09-01", guide="safety-together"))
    program = desk.add(NO_OWNER, Program("Bridges", rounds=rounds))
    fall = desk.add(NO_OWNER, Circle("C07", "Library", program, round=2))
    spring = desk.add(NO_OWNER, Circle("C08", "Hall", program, round=1))
    for circle, guide in ((fall, "safety-together"), (spring, "one-evening")):
        page.fill_in(circle_id=circle)
        assert page.fields.guides.guide_in_app_language().id == guide


def test_within_a_round_a_circle_goes_on_with_its_guide_and_in_the_next_has_that_of_the_round(
    page, desk, shelf, folders
):
    circle = folders.session(begun(desk, shelf, plan="s1", number=1)).circle_id

    def in_round(first_day):
        program = desk.add(NO_OWNER, Program("Bridges", rounds=(Round("R", first_day, guide="one-evening"),)))
        desk.rewrite(circle, replace(desk.get(circle).body, program=program, round=1))
        page.fill_in(circle_id=circle)
        return page.fields.guides.guide_in_app_language().id

    assert in_round("2020-01-01") == in_round("") == "safety-together"
    assert in_round("2035-01-01") == "one-evening"


def test_a_circle_that_was_split_off_begins_with_the_rules_of_the_one_it_came_from(
    page, desk, shelf, folders
):
    old = folders.session(begun(desk, shelf)).circle_id
    set_ground_rules(desk, old, ["One voice at a time"])
    new = desk.add(NO_OWNER, Circle("C09", out_of=old))
    page.fill_in(circle_id=new)
    assert page.rules.editor.rules == ("One voice at a time",)
    set_ground_rules(desk, new, ["Our own"])
    page.fill_in(circle_id=new)
    assert page.rules.editor.rules == ("Our own",)


def test_a_circle_that_goes_on_with_another_says_so_and_is_not_the_one_that_waits(page, desk):
    program = desk.add(NO_OWNER, Program("Bridges"))
    other = desk.add(NO_OWNER, Circle("C05", program=program))
    desk.add(NO_OWNER, Circle("C07", "Mill", program, into=other))
    page.fill_in()
    circle = page.fields.circles.circle
    assert circle.choice() == other
    assert "C07 · Mill · goes on with C05" in [circle.itemText(at) for at in range(circle.count())]
