"""Up to 20 proposals are put on the ballot by Space, in an order, in each language's words."""

from PySide6.QtCore import Qt

from dialogue_desk.domain.model.organizing import Star, star_id
from dialogue_desk.ui.forum.option_words import OptionWordsSheet


def on_the_ballot(forum):
    return [one.about for one in forum.acts.options]


def test_space_puts_a_proposal_on_the_ballot_and_takes_it_off(forum, qtbot, settled):
    rows = forum.choice.pick.list
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    first = rows.current_id()
    settled()
    assert on_the_ballot(forum) == [first] and forum.choice.pick.count.text() == "1 of 20 options"
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert len(on_the_ballot(forum)) == 2 and rows.rows()[1].figure == "2"
    rows.go_to(first)
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert len(on_the_ballot(forum)) == 1 and [one.number for one in forum.acts.options] == [1]


def test_what_has_a_star_comes_first(forum, desk, program, settled):
    last = forum.choice.pick.list.rows()[-1].id
    desk.put(star_id(program, last), program, Star(last))
    settled()
    assert forum.choice.pick.list.rows()[0].id == last
    assert "in the report" in forum.choice.pick.list.rows()[0].detail


def test_typing_finds_proposals(forum, qtbot):
    pick = forum.choice.pick
    pick.search.setText("walk the park")
    qtbot.keyClick(pick.search, Qt.Key.Key_Down)
    assert [row.title for row in pick.list.rows()] == ["Walk the park together on the first Friday"]
    assert pick.list.hasFocus()


def test_alt_and_an_arrow_moves_an_option_and_the_numbers_follow(forum, qtbot, settled):
    for row in forum.choice.pick.list.rows()[:3]:
        forum.choice.pick.list.opened.emit(row.id)
    one, two, three = on_the_ballot(forum)
    rows = forum.choice.ballot.rows
    rows.go_to(three)
    qtbot.keyClick(rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert on_the_ballot(forum) == [one, three, two]
    rows.dropped.emit(two, one)
    assert on_the_ballot(forum) == [two, one, three]
    assert [option.number for option in forum.acts.options] == [1, 2, 3]


def test_a_missing_translation_is_told_and_typed_in_the_sheet(forum, settled):
    forum.choice.pick.list.opened.emit(forum.choice.pick.list.rows()[0].id)
    assert "Not yet in" in forum.choice.ballot.rows.rows()[0].detail
    forum.choice.ballot.rows.opened.emit(on_the_ballot(forum)[0])
    (sheet,) = forum.window().findChildren(OptionWordsSheet)
    missing = next(box for box in sheet.boxes.values() if not box.text())
    missing.setPlainText("Words\nin the other language")
    missing.entered.emit()
    (option,) = forum.acts.options
    assert "Words in the other language" in dict(option.texts).values()
    assert "Not yet in" not in forum.choice.ballot.rows.rows()[0].detail


def test_dots_are_set_here_and_no_more_go_to_one_option_than_there_are(forum, settled):
    forum.choice.setup.dots.box.setValue(3)
    forum.choice.setup.most.box.setValue(2)
    assert (forum.acts.forum.dots_each, forum.acts.forum.most_on_one) == (3, 2)
    forum.choice.setup.dots.box.setValue(1)
    assert (forum.acts.forum.dots_each, forum.acts.forum.most_on_one) == (1, 1)
