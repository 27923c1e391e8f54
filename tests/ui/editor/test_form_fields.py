"""Each field shows what the guide says and makes a step when it is changed."""

import pytest
from PySide6.QtCore import QMimeData, Qt

from dialogue_desk.desk.guides.live_check import Remark
from dialogue_desk.exchange import section_texts
from dialogue_desk.exchange.section_texts import Sort
from dialogue_desk.ui.editor.form_fields import fix_words
from dialogue_desk.words import Words
from tests.ui.seen import button_saying, words_on


@pytest.fixture
def part(editor, session):
    editor.go_to((session, 1))
    return session, 1


@pytest.fixture
def fields(editor, part):
    return {field.key: field for field in editor.form.shown.fields}


def value(editor, part, key, language="en"):
    return editor.editing.sources[language].at(part).value(key)


def test_a_figure_that_is_left_out_is_shown_so_and_can_be_set_and_left_out_again(editor, fields, part):
    number = fields["choose"].number
    assert number.box.text() == "all" and value(editor, part, "choose") is None
    number.box.setValue(2)
    assert value(editor, part, "choose") == value(editor, part, "choose", "es") == "2"
    number.box.setValue(0)
    assert value(editor, part, "choose") is None


def test_a_choice_is_written_by_its_word_and_left_out_by_the_first(editor, fields, part):
    lead = fields["lead"].select
    lead.choose("second")
    lead.chosen.emit("second")
    assert value(editor, part, "lead") == "second"
    lead.chosen.emit("none")
    assert value(editor, part, "lead") is None


def test_notes_that_are_on_need_no_line(editor, fields, part):
    fields[Sort.NOTES].select.chosen.emit("themes only")
    assert section_texts.texts(editor.source.at(part), Sort.NOTES) == ("themes only",)
    fields[Sort.NOTES].select.chosen.emit("on")
    assert section_texts.texts(editor.source.at(part), Sort.NOTES) == ()


def test_ticks_are_one_line(editor, fields, part):
    ticks = fields[Sort.WANTED].ticks
    for kind, tick in ticks.items():
        if tick.isChecked() is not (kind in ("concern", "hope")):
            tick.click()
    assert section_texts.texts(editor.source.at(part), Sort.WANTED) == ("concern, hope",)
    for kind in ("concern", "hope"):
        ticks[kind].click()
    assert section_texts.texts(editor.source.at(part), Sort.WANTED) == ()


def test_what_is_shown_again_is_of_all_sessions_or_of_one(editor, session):
    part = (session + 1, 1)
    editor.go_to(part)
    field = next(one for one in editor.form.shown.fields if one.key == Sort.CARRY_OVER)
    for tick in field.ticks.values():
        if tick.isChecked():
            tick.click()
    assert field.sessions.isHidden()
    field.ticks["themes"].click()
    assert section_texts.texts(editor.source.at(part), Sort.CARRY_OVER) == ("themes",)
    first = editor.source.sections[session].id
    field.sessions.choose(first)
    field.sessions.chosen.emit(first)
    assert section_texts.texts(editor.source.at(part), Sort.CARRY_OVER) == (f"themes from {first}",)
    editor.undo()
    assert field.sessions.choice() == ""


def test_what_the_file_says_of_sessions_stays(editor, session):
    part = (session + 1, 1)
    editor.steps.only_text(part, Sort.CARRY_OVER, "question from s1, s0")
    editor.go_to(part)
    field = next(one for one in editor.form.shown.fields if one.key == Sort.CARRY_OVER)
    field.ticks["themes"].click()
    assert section_texts.texts(editor.source.at(part), Sort.CARRY_OVER) == ("question, themes from s1, s0",)
    editor.steps.add_text(part, Sort.CARRY_OVER, 1, "hope from s1")
    editor.go_to(part)
    assert not field.isEnabled()


def test_a_countdown_is_off_without_its_tick(editor, fields, part):
    fields["clock"].tick.click()
    assert value(editor, part, "clock") == "off" and fields["clock"].set()
    fields["clock"].tick.click()
    assert value(editor, part, "clock") is None


@pytest.mark.parametrize(
    ("figure", "typed", "written"),
    [
        ("at", "7 pm", "19:00"),
        ("at", "19:30", "19:30"),
        ("track", "Young People", "young-people"),
        ("table", "4 – 5", "4-5"),
    ],
)
def test_a_line_is_read_as_people_write_it(editor, fields, part, figure, typed, written):
    fields[figure].line.setText(typed)
    fields[figure].line.editingFinished.emit()
    assert value(editor, part, figure) == written
    fields[figure].line.setText("")
    fields[figure].line.editingFinished.emit()
    assert value(editor, part, figure) is None


@pytest.mark.parametrize(("figure", "typed"), [("at", "soon"), ("track", "¿?"), ("table", "some")])
def test_a_line_that_is_not_understood_says_so_and_changes_nothing(editor, fields, part, figure, typed):
    fields[figure].line.setText(typed)
    fields[figure].line.editingFinished.emit()
    assert value(editor, part, figure) is None and fields[figure]._field.error()


def test_a_length_can_be_minutes_a_share_or_what_is_left(editor, fields, part):
    field = fields["minutes"]
    field.number.box.setValue(15)
    assert value(editor, part, "minutes") == "15"
    for measure, written in (("share", "15%"), ("each", "each"), ("equal", "equal"), ("minutes", "15")):
        field.measure.choose(measure)
        field.measure.chosen.emit(measure)
        assert value(editor, part, "minutes") == written
        assert field.number.isEnabled() is (measure in ("share", "minutes"))
    editor.go_to(part)
    assert field.measure.choice() == "minutes" and field.number.value() == 15


def test_what_the_check_says_stands_at_the_field_with_what_fixes_it(editor, fields, part, qtbot):
    remark = Remark(part, "each", "Too long.", fixes=(("each", "45"), ("minutes", "20")))
    fields["each"].show_remarks((remark,))
    assert "Too long." in words_on(fields["each"])
    qtbot.mouseClick(button_saying(fields["each"], "Give each 45 s"), Qt.MouseButton.LeftButton)
    assert value(editor, part, "each") == "45"
    fields["each"].show_remarks(())
    assert "Too long." not in words_on(fields["each"])


def test_the_words_of_what_fixes_it_name_the_figure():
    said = [fix_words((key, "12"), Words()) for key in ("each", "floor", "minutes")]
    assert said == ["Give each 12 s", "Make 12 min the shortest", "Make it 12 min"]


def test_a_purpose_that_is_emptied_is_left_out_when_its_box_is_left(editor, fields, part, qtbot):
    before = section_texts.texts(editor.source.at(part), Sort.PURPOSE)
    box = fields[Sort.PURPOSE].box
    box.setFocus()
    box.setPlainText("")
    assert section_texts.texts(editor.source.at(part), Sort.PURPOSE) == before
    fields["title"].box.setFocus()
    assert section_texts.texts(editor.source.at(part), Sort.PURPOSE) == ()


def test_several_lines_pasted_into_a_field_of_one_text_all_stay(editor, fields, part):
    lines = QMimeData()
    lines.setText("First.\nSecond.")
    box = fields[Sort.PURPOSE].box
    box.selectAll()
    box.insertFromMimeData(lines)
    assert section_texts.texts(editor.source.at(part), Sort.PURPOSE) == ("First. Second.",)
