from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from dialogue_desk.domain.model.ids import MINUTE, SECOND
from tests.ui.run.steps import live, press
from tests.ui.seen import button_saying


def test_the_rail_says_what_was_taken_and_what_may_go(running, clock):
    clock.advance(14 * MINUTE + 10 * SECOND)
    running.card.next_button.click()
    rows = running.rail.parts.rows()
    assert rows[0].detail == "12 min · took 14:10"
    assert rows[5].detail == "6 min · may be left out first"
    assert rows[4].detail == "26 min · may shrink to 15"
    assert rows[1].accessible_text.endswith("now.")


def test_a_part_is_left_out_with_delete_and_taken_back(late, qtbot, clock):
    late.rail.parts.setFocus()
    late.rail.parts.go_to("break")
    press(qtbot, Qt.Key.Key_Delete)
    assert "break" not in live(late).remaining_plan.parts
    row = next(row for row in late.rail.parts.rows() if row.id == "break")
    assert (row.state, row.detail) == ("skipped", "left out")
    assert late.top.drift.text() == "3 min late: adjust the plan"
    assert QApplication.focusWidget() is late.rail.parts
    button_saying(late._context.toast, "Undo").click()
    assert "break" in live(late).remaining_plan.parts
    assert late.top.drift.text() == "9 min late: adjust the plan"


def test_what_is_over_or_on_cannot_be_left_out(late, qtbot):
    late.rail.parts.setFocus()
    for part in ("arrive", live(late).parts[live(late).current].id, live(late).parts[0].id):
        late.rail.parts.go_to(part)
        press(qtbot, Qt.Key.Key_Delete)
    assert live(late).left_out == frozenset()


def test_parts_to_come_change_places(late, qtbot, said):
    late.rail.parts.setFocus()
    late.rail.parts.go_to("facts")
    press(qtbot, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    press(qtbot, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert live(late).remaining_plan.parts[1:4] == ("facts", "behind-the-views", "break")
    assert [row.id for row in late.rail.parts.rows()][4:7] == ["facts", "behind-the-views", "break"]
    assert late.rail.parts.current_id() == "facts"
    titles = {part.id: part.title for part in late._folder.plan.parts}
    assert said[-1] == f"“{titles['facts']}” now comes before “{titles['behind-the-views']}”."
    press(qtbot, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert live(late).remaining_plan.parts[1] == "facts"
    press(qtbot, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert live(late).remaining_plan.parts[1:3] == ("behind-the-views", "facts")
    assert late.card.next_button.text() == f"Next: {titles['behind-the-views']}"


def test_the_menu_of_a_part_offers_what_its_keys_do(late, qtbot):
    late.rail.parts.go_to("break")
    late.rail._open_menu(late.rail.parts.rect().center())
    menu = late.rail.findChild(QMenu)
    said = [action.text() for action in menu.actions() if action.text()]
    assert said == [
        "Go to this part",
        "Move a part earlier",
        "Move a part later",
        "Leave a part out",
        "Set the start time",
    ]
    menu.close()
