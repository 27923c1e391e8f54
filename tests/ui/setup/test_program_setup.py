"""A program is set up part by part, saved in one step, and changed in mid-season."""

from dataclasses import replace

from PySide6.QtCore import Qt

from dialogue_desk.desk.program.program_edits import circles_of
from dialogue_desk.domain.model.circles import Program, Round
from dialogue_desk.domain.model.live_session import MoveKind
from dialogue_desk.ui.setup.circle_list_sheet import CircleListSheet
from tests.ui.program.shown import button, seen
from tests.ui.sessions import prepared, run


def retype(qtbot, line, text):
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClicks(line, text)


def test_a_program_is_made_with_the_keys_and_undone_in_one_step(page, desk, folders, settled, qtbot):
    page.show_program("")
    settled()
    page._empty.button.click()
    form = page.sections.form
    qtbot.keyClicks(form.basics.name, "Neighbors")
    button(form, "Circles").click()
    button(form, "Add a circle").click()
    qtbot.keyClicks(page.focusWidget(), "Fire Station 4")
    button(form, "Starter themes").click()
    button(form, "Add a theme").click()
    for typed in ("Being heard\r", "Calls at night\r"):
        qtbot.keyClicks(page.focusWidget(), typed)
    form.privacy.keep_until.tick.setChecked(True)
    button(page.sections.form, "Save the program").click()
    settled()
    (entry,) = folders.programs()
    assert entry.program.name == "Neighbors" and entry.program.languages == ("en",)
    assert entry.program.keep_until == "2027-03-12"
    assert [(c.body.code, c.body.place) for c in entry.circles] == [("C01", ""), ("C02", "Fire Station 4")]
    assert "Neighbors" in seen(page) and page.sections.overview.isVisible()
    desk.undo()
    assert folders.programs() == []


def test_a_program_without_a_name_is_asked_for_one(page, desk, settled):
    page.show_program("")
    settled()
    page._empty.button.click()
    button(page.sections.form, "Save the program").click()
    assert (
        "Give the program a name." in seen(page.sections.form) and page.sections.form.basics.name.hasFocus()
    )


def test_two_circles_may_not_share_a_code(page, desk, settled, qtbot):
    page.show_program("")
    settled()
    page._empty.button.click()
    form = page.sections.form
    qtbot.keyClicks(form.basics.name, "Neighbors")
    form.show_part(form.circles)
    button(form, "Add a circle").click()
    fields = form.circles.fields
    retype(qtbot, fields.code, "c01")
    form.show_part(form.privacy)
    button(form, "Save the program").click()
    assert "Two circles have the code c01. Give one of them another." in seen(form)
    assert fields.code.hasFocus()
    retype(qtbot, fields.code, "")
    qtbot.keyClicks(fields.place, "Mills")
    button(form, "Save the program").click()
    assert "Give each circle a code, or delete the circle." in seen(form) and form.isVisible()


def test_changing_a_program_keeps_its_circles_its_themes_and_their_notes(
    filled, desk, folders, settled, program
):
    before = folders.picture(program)
    button(filled, "Change the program").click()
    filled.sections.form.basics.name.setText("Safety Together")
    filled.sections.form.show_part(filled.sections.form.circles)
    filled.sections.form.circles._select(filled.sections.form.circles.list.rows()[3].id)
    button(filled.sections.form, "Delete this circle").click()
    button(filled.sections.form, "Save the program").click()
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
    qtbot.keyClicks(page.sections.form.basics.name, "Neighbors")
    page.sections.form.show_part(page.sections.form.circles)
    assert any("circles without a program are in it" in one for one in seen(page.sections.form))
    button(page.sections.form, "Save the program").click()
    settled()
    (entry,) = folders.programs()
    assert [circle.body.code for circle in entry.circles] == ["C07"]
    (row,) = folders.picture(entry.id).rows
    assert row.sessions[1].session_id == session


def edited(page, program):
    page.sections.form.edit(program)
    page._show_in_stack(page.sections.form)
    return page.sections.form


def test_leaving_asks_only_where_something_would_be_lost(filled, ask, program):
    form, left = edited(filled, program), []
    form.left.connect(lambda: left.append(True))
    button(form, "Leave without saving").click()
    assert left == [True] and ask.questions == []
    form.basics.code.setText("OTHER")
    ask.answer = None
    button(form, "Leave without saving").click()
    assert left == [True]
    ask.answer = "leave"
    button(form, "Leave without saving").click()
    assert left == [True, True]


def test_next_leads_from_part_to_part_and_ends_at_the_last(filled, program):
    form = edited(filled, program)
    shown = []
    while (following := button(form, "Next")).isVisible():
        following.click()
        shown.append(form._pages.currentIndex())
        assert form._pages.currentWidget().isAncestorOf(filled.focusWidget())
    assert shown == list(range(1, 9))


def test_where_there_is_little_room_a_choice_stands_for_the_list_of_parts(filled, program):
    form = edited(filled, program)
    assert form._side.isVisible() and not form._choice.isVisible()
    filled.resize(760, 560)
    assert form._choice.isVisible() and not form._side.isVisible()
    form._choice.choose("2")
    form._choice.chosen.emit("2")
    assert form.rounds.isVisible()


def test_a_round_that_is_deleted_leaves_its_circles_and_the_later_ones_move_up(
    filled, desk, program, settled
):
    body = desk.get(program).body
    desk.rewrite(program, replace(body, rounds=(Round("Spring"), Round("Summer"), Round("Fall"))))
    form = edited(filled, program)
    form.show_part(form.circles)
    for row, place in zip(form.circles.list.rows(), ("1", "2", "3"), strict=False):
        form.circles._select(row.id)
        form.circles.fields.round.choose(place)
        form.circles.fields.round.chosen.emit(place)
    form.show_part(form.rounds)
    button(form, "Delete the round: Summer").click()
    button(form, "Save the program").click()
    settled()
    assert [one.name for one in desk.get(program).body.rounds] == ["Spring", "Fall"]
    rounds = {one.body.code: one.body.round for one in circles_of(desk, program)}
    assert [rounds[code] for code in ("C01", "C02", "C03")] == [1, 0, 2]


def test_what_is_only_looked_at_is_saved_as_it_was(filled, desk, program, settled):
    known = replace(
        desk.get(program).body,
        rounds=(Round("Spring", "2027-03-01", "2027-05-30", "not-in-this-library"),),
        actors=("City council",),
        answers="City manager",
        answer_by="2027-09-01",
        forum="2027-06-12",
    )
    desk.rewrite(program, known)
    before = list(desk.file.records.everything())
    form = edited(filled, program)
    for _, part in form._sections:
        form.show_part(part)
    button(form, "Save the program").click()
    settled()
    assert isinstance(known, Program) and list(desk.file.records.everything()) == before


def test_forty_eight_circles_come_from_a_list_with_odd_columns_into_three_rounds(page, desk, settled, qtbot):
    page.show_program("")
    settled()
    page._empty.button.click()
    form = page.sections.form
    qtbot.keyClicks(form.basics.name, "Porch Lights")
    form.show_part(form.rounds)
    for name in ("Spring", "Fall", "Winter"):
        form.rounds.add_button.click()
        retype(qtbot, page.focusWidget(), name)
    form.show_part(form.circles)
    button(form, "Add circles from a list").click()
    sheet = form.window().findChild(CircleListSheet)
    rows = (
        f"{n};Hall {n}, upper floor;Wave {n % 3 + 1};{'Español' if n % 4 else 'English'};{n % 2};555-01{n:02}"
        for n in range(1, 49)
    )
    sheet.box.setPlainText("Circle #;Meeting place;Round;Lang;Youth?;Phone\n" + "\n".join(rows))
    assert "The column “Phone” is not used." in sheet.understood.text()
    button(sheet, "Add these circles").click()
    button(form, "Save the program").click()
    settled()
    (program,) = (one.id for one in page._folders.programs())
    circles = [one.body for one in circles_of(desk, program)]
    assert len(circles) == 48 and [one.name for one in desk.get(program).body.rounds] == [
        "Spring",
        "Fall",
        "Winter",
    ]
    assert {one.code: (one.place, one.language, one.youth, one.round) for one in circles}["7"] == (
        "Hall 7, upper floor",
        "es",
        True,
        2,
    )
    desk.undo()
    assert page._folders.programs() == []


def test_a_merge_in_mid_season_is_made_and_undone_in_the_window(filled, desk, folders, program, settled):
    form = edited(filled, program)
    form.show_part(form.circles)
    row = next(one for one in form.circles.list.rows() if one.title.startswith("C04"))
    form.circles._select(row.id)
    fields = form.circles.fields
    fields._midway.unfold(True)
    other = next(one.id for one in circles_of(desk, program) if one.body.code == "C02")
    fields.into.choose(other)
    fields.into.chosen.emit(other)
    button(form, "Save the program").click()
    settled()
    merged = next(one for one in folders.picture(program).rows if one.code == "C04")
    assert merged.into == "C02" and ("C04", 2) not in folders.picture(program).missing
    assert "C04: session 2" not in seen(filled)
    desk.undo()
    settled()
    assert ("C04", 2) in folders.picture(program).missing and "C04: session 2" in seen(filled)


def test_all_parts_fit_a_low_screen_with_the_largest_text(filled, program, context):
    form = edited(filled, program)
    context.theme.change(name="light", scale=200, wide=False, family="")
    assert form.minimumSizeHint().height() <= 440 and form.minimumSizeHint().width() <= 1024
