"""Voices wanted are typed one after another, edited, moved and deleted by keys alone."""

import pytest
from PySide6.QtCore import Qt

from dialogue_desk.desk.desk import IncomingPackage
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import DeviceId
from dialogue_desk.domain.model.voices import Voice, VoiceKind
from dialogue_desk.domain.records.records import Edition, Record, Version
from dialogue_desk.ui.notes.conflict_dialog import ConflictDialog
from tests.desk.partners import import_unjudged
from tests.ui.program.shown import seen


def names(work):
    return [one.body.name for one in work().voices]


def row(tab, name):
    return next(row for row in tab.wanted.rows.rows() if row.title == name)


def test_one_voice_after_another_is_typed_by_keys_alone(tab, work, qtbot, settled):
    line = tab.wanted.line
    line.name.setFocus()
    for typed in ("Renters", "Night-shift workers"):
        assert line.window().focusWidget() is line.name
        qtbot.keyClicks(line.name, typed)
        qtbot.keyClick(line.name, Qt.Key.Key_Return)
        settled()
    assert names(work) == ["Renters", "Night-shift workers"]
    assert [one.title for one in tab.wanted.rows.rows()] == names(work)


def test_enter_in_the_number_adds_the_voice_too(tab, work, qtbot, settled):
    line = tab.wanted.line
    line.name.setText("Renters")
    line.hoped.setFocus()
    qtbot.keyClicks(line.hoped.box, "40")
    qtbot.keyClick(line.hoped.box, Qt.Key.Key_Return)
    settled()
    assert [(one.body.name, one.body.hoped) for one in work().voices] == [("Renters", 40)]
    assert line.name.text() == "" and line.hoped.value() == 0


def test_undo_in_the_empty_line_does_not_bring_back_what_was_added(tab, qtbot, settled):
    line = tab.wanted.line
    line.name.setFocus()
    qtbot.keyClicks(line.name, "Renters")
    qtbot.keyClick(line.name, Qt.Key.Key_Return)
    settled()
    qtbot.keyClick(line.name, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.name.text() == ""


def test_a_voice_without_a_name_is_refused_with_a_sentence(tab, work, qtbot):
    qtbot.keyClick(tab.wanted.line.name, Qt.Key.Key_Return)
    assert "Say whom the program wants" in tab.wanted.line.trouble.text() and not work().voices
    qtbot.keyClicks(tab.wanted.line.name, "R")
    assert not tab.wanted.line.trouble.isVisible()


def test_a_name_that_is_there_already_stays_typed_and_says_why(tab, three, work, qtbot):
    qtbot.keyClicks(tab.wanted.line.name, "renters")
    qtbot.keyClick(tab.wanted.line.name, Qt.Key.Key_Return)
    assert "already" in tab.wanted.line.trouble.text() and tab.wanted.line.name.text() == "renters"
    assert len(names(work)) == 3


def test_a_name_that_may_be_a_persons_is_kept_and_told(tab, work, qtbot):
    qtbot.keyClicks(tab.wanted.line.name, "Friends of Mr. Alan Peters")
    qtbot.keyClick(tab.wanted.line.name, Qt.Key.Key_Return)
    assert names(work) == ["Friends of Mr. Alan Peters"] and "may point" in tab.wanted.line.remark.text()


def test_enter_on_a_row_edits_it_and_enter_keeps_it(tab, three, work, qtbot, settled):
    tab.wanted.rows.go_to(three[1])
    qtbot.keyClick(tab.wanted.rows, Qt.Key.Key_Return)
    line = tab.wanted.line
    assert line.name.text() == "Officers" and line.window().focusWidget() is line.name
    line.name.selectAll()
    qtbot.keyClicks(line.name, "Patrol officers")
    line.kind.choose(VoiceKind.OFFICIALS)
    qtbot.keyClick(line.name, Qt.Key.Key_Return)
    settled()
    assert names(work) == ["Renters", "Patrol officers", "Students"]
    assert work().voices[1].body == Voice("Patrol officers", VoiceKind.OFFICIALS, 20, place=20)
    assert line.edited is None and line.name.text() == ""


def test_escape_leaves_a_voice_as_it_was(tab, three, work, qtbot):
    tab.wanted.rows.opened.emit(three[0])
    qtbot.keyClicks(tab.wanted.line.name, " and more")
    qtbot.keyClick(tab.wanted.line.name, Qt.Key.Key_Escape)
    assert tab.wanted.line.edited is None and names(work)[0] == "Renters"


def test_what_is_typed_is_kept_when_another_row_is_opened(tab, three, work, settled):
    tab.wanted.rows.opened.emit(three[0])
    tab.wanted.line.name.setText("Renters and roommates")
    tab.wanted.rows.opened.emit(three[1])
    settled()
    assert names(work)[0] == "Renters and roommates" and tab.wanted.line.name.text() == "Officers"


def test_what_is_edited_is_kept_when_another_section_is_opened(tab, filled, three, work):
    tab.wanted.rows.opened.emit(three[0])
    tab.wanted.line.name.setText("Renters, all of them")
    filled.open_section(filled.sections.themes)
    assert names(work)[0] == "Renters, all of them"


def test_what_is_typed_stays_when_the_program_is_read_again(tab, desk, program, three, settled):
    line = tab.wanted.line
    line.name.setText("Half a na")
    desk.add(program, Voice("Nurses", place=40))
    settled()
    assert line.name.text() == "Half a na" and len(tab.wanted.rows.rows()) == 4
    line.clear_entry()
    tab.wanted.rows.opened.emit(three[0])
    line.name.setText("Renters half")
    desk.rewrite(three[0], Voice("Tenants", place=10))
    settled()
    assert line.name.text() == "Renters half" and line.edited == three[0]


def test_a_voice_that_is_edited_follows_what_changes_elsewhere(tab, desk, three, settled):
    tab.wanted.rows.opened.emit(three[0])
    desk.rewrite(three[0], Voice("Tenants", place=10))
    settled()
    assert tab.wanted.line.name.text() == "Tenants"
    desk.remove(three[0])
    settled()
    assert tab.wanted.line.edited is None and tab.wanted.line.name.text() == ""


def test_alt_and_an_arrow_moves_a_voice_and_undo_moves_it_again(tab, desk, three, work, qtbot, settled):
    tab.wanted.rows.go_to(three[2])
    qtbot.keyClick(tab.wanted.rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settled()
    assert names(work) == ["Renters", "Students", "Officers"]
    assert tab.wanted.rows.current_id() == three[2]
    tab.wanted.rows.dropped.emit(three[2], three[0])
    settled()
    assert names(work) == ["Students", "Renters", "Officers"]
    tab.wanted.rows.stepped.emit(three[2], -1)
    desk.undo()
    desk.undo()
    settled()
    assert names(work) == ["Renters", "Officers", "Students"]


def test_delete_deletes_the_row_and_undo_brings_it(tab, desk, three, work, qtbot, settled):
    tab.wanted.rows.go_to(three[1])
    qtbot.keyClick(tab.wanted.rows, Qt.Key.Key_Delete)
    settled()
    assert names(work) == ["Renters", "Students"] and tab.wanted.rows.current_id() == three[2]
    desk.undo()
    settled()
    assert names(work) == ["Renters", "Officers", "Students"]


def test_each_act_is_one_step_of_undo(tab, desk, work, qtbot, settled):
    for typed in ("Renters", "Nurses"):
        qtbot.keyClicks(tab.wanted.line.name, typed)
        qtbot.keyClick(tab.wanted.line.name, Qt.Key.Key_Return)
    settled()
    desk.undo()
    settled()
    assert names(work) == ["Renters"]


def test_a_row_says_in_words_how_many_were_counted_and_in_how_many_circles(
    tab, desk, program, age, counted, settled
):
    desk.add(program, Voice("Young people", VoiceKind.YOUNG, 40, age, "under 30", 10))
    desk.add(program, Voice("Nurses", VoiceKind.SECTOR, 5, place=20))
    settled()
    young = row(tab, "Young people")
    assert young.figure == "about 12 of 40 · 4 of 5 circles counted" and (young.part, young.whole) == (12, 40)
    nurses = row(tab, "Nurses")
    assert nurses.figure == "no question asks for them · hoped for: 5" and nurses.whole == 0
    assert "about 12 of 40" in young.accessible_text and "young people" in young.accessible_text


def test_the_answer_by_which_a_voice_counts_is_chosen(tab, age, work, qtbot, settled):
    settled()
    line = tab.wanted.line
    qtbot.keyClicks(line.name, "Elders")
    line.counted.setCurrentIndex(line.counted.findText("Age: 65 and over"))
    qtbot.keyClick(line.name, Qt.Key.Key_Return)
    settled()
    (elders,) = work().voices
    assert (elders.body.category, elders.body.answer) == (age, "65 and over")


@pytest.fixture
def two_versions(tab, desk, program, three, settled):
    other = Edition(
        Version((("elsewhere", 1),)), desk.clock.now(), DeviceId("elsewhere"), Voice("Tenants", place=10)
    )
    record = Record(three[0], Kind.VOICE, program, (other,))
    import_unjudged(desk, [IncomingPackage("theirs", "x.dialogue", {record.id: record})])
    settled()
    return three[0]


def test_two_organizers_who_wrote_different_things_are_told_and_asked(tab, two_versions):
    flagged = next(row for row in tab.wanted.rows.rows() if row.id == two_versions)
    assert flagged.flag == "Two organizers wrote different things of it."
    tab.wanted.rows.opened.emit(two_versions)
    tab.wanted.line.choose.click()
    (dialog,) = tab.window().findChildren(ConflictDialog)
    assert any("Tenants" in text for text in seen(dialog))
    dialog.reject()


def test_moving_others_leaves_the_choice_between_two_versions_open(tab, desk, three, two_versions, settled):
    tab.wanted.rows.stepped.emit(three[2], -1)
    settled()
    assert desk.get(two_versions).in_conflict
