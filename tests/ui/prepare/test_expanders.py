from PySide6.QtCore import Qt

from dialogue_desk.desk.session.session_edits import ground_rules_of
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind
from dialogue_desk.ui.widgets.tick import Tick
from tests.ui.seen import words_on
from tests.ui.sessions import begun

ENTER = Qt.Key.Key_Return


def test_what_the_last_session_left_open_is_shown_before_the_next(page, desk, shelf, folders):
    assert page.open_threads_expander.isHidden()
    session_id = begun(desk, shelf, plan="s1", number=1)
    desk.add(session_id, Note(NoteKind.PARKING_LOT, "Parking near the school"))
    desk.add(session_id, Note(NoteKind.HOPE, "Warm evenings"))
    desk.add(session_id, Note(NoteKind.QUESTION, "Who decides about lamps?"))
    desk.add(session_id, ActionIdea("A walk with the officers"))
    desk.add(session_id, ActionIdea("A bench", first_step="Ask the owner"))
    page.fill_in(circle_id=folders.session(session_id).circle_id)
    assert page.open_threads_expander._button.text() == "3 open items from last time"
    page.open_threads_expander.unfold(True)
    assert words_on(page.open_threads_expander) == [
        "3 open items from last time",
        "Parking lot",
        "Parking near the school",
        "Open questions",
        "Who decides about lamps?",
        "Action ideas without a first step",
        "A walk with the officers",
    ]


def test_what_is_packed_is_ticked_for_this_session_only(page, desk, qtbot):
    page.things.unfold(True)
    tick = page.things.findChildren(Tick)[0]
    tick.setFocus()
    before = desk.can_undo()
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert page.things._button.text() == "1 of 5 things to bring are here"
    for code in ("es", "en"):
        page.form.guides.language.choose(code)
        page.form.guides.language.chosen.emit(code)
    assert page.things._button.text() == "1 of 5 things to bring are here"
    assert desk.can_undo() is before
    page.fill_in(guide_id="one-evening")
    assert page.things._button.text() == "5 things to bring"


def test_ground_rules_are_made_with_the_group(page, folders, qtbot):
    page.rules.unfold(True)
    line = page.rules.editor.line
    line.setFocus()
    qtbot.keyClicks(line, "Phones away")
    with qtbot.assertNotEmitted(page.prepared):
        qtbot.keyClick(line, ENTER)
    page.rules.editor._move(0, 1)
    page.rules.editor._take_out(2)
    page.rules.editor._reword(0)
    line.setText("Listen first")
    page.rules.editor._save()
    with qtbot.waitSignal(page.prepared, timeout=0) as prepared:
        page.begin_button.click()
    rules = [rule.body.text for rule in folders.session(prepared.args[0]).ground_rules]
    assert rules[:2] == ["Listen first", "One voice at a time."]
    assert rules[-1] == "Phones away"
    assert len(rules) == 8


def test_rules_that_a_circle_changes_while_preparing_are_kept(page, desk, shelf, folders):
    circle_id = folders.session(begun(desk, shelf, plan="s1", number=1)).circle_id
    page.fill_in(circle_id=circle_id)
    page.rules.editor._take_out(0)
    page.begin_button.click()
    assert [rule.body.text for rule in ground_rules_of(desk, circle_id)] == list(page.rules.editor.rules)


def test_what_to_bring_is_a_list_to_tick(page):
    assert page.things._button.text() == "5 things to bring"
