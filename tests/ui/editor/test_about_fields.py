"""The guide itself is edited like its parts: its top, its ground rules, its words."""

import pytest

from dialogue_desk.exchange import section_texts
from dialogue_desk.exchange.guide_edits import top_value
from dialogue_desk.exchange.guide_source import GLOSSARY, GROUND_RULES
from dialogue_desk.exchange.section_texts import Sort


@pytest.fixture
def fields(editor):
    editor.go_to(())
    return {field.key: field for field in editor.form.shown.fields}


def beside(editor, title, language="en"):
    found = [one for one in editor.editing.sources[language].sections if one.title == title]
    return section_texts.texts(found[0], Sort.ASK) if found else ()


def test_the_title_is_of_one_language_and_the_people_of_all(editor, fields):
    fields["title"].box.setPlainText("Our Safety")
    least, best, most = fields["people"].numbers
    assert (least.value(), best.value(), most.value()) == (8, 12, 12)
    best.box.setValue(10)
    assert top_value(editor.source, "title") == "Our Safety" == editor.bar.title.text()
    spanish = editor.editing.sources["es"]
    assert top_value(spanish, "title") != "Our Safety" and top_value(spanish, "people") == "8-10-12"


def test_sizes_that_cannot_be_are_told_where_they_are_typed(editor, fields):
    fields["people"].numbers[0].box.setValue(20)
    assert any(one.field == "people" for one in editor.check._remarks)
    assert fields["people"]._remarks


def test_ground_rules_are_added_and_deleted_in_every_language(editor, fields):
    rules = fields[GROUND_RULES].list
    count = len(beside(editor, GROUND_RULES))
    rules.begin(0, "Take your time.")
    assert beside(editor, GROUND_RULES)[0] == beside(editor, GROUND_RULES, "es")[0] == "Take your time."
    rules._delete(rules.rows[0])
    assert len(beside(editor, GROUND_RULES)) == len(beside(editor, GROUND_RULES, "es")) == count


def test_the_first_word_makes_the_list_of_words(editor, fields):
    while beside(editor, GLOSSARY):
        fields[GLOSSARY].list._delete(fields[GLOSSARY].list.rows[0])
    fields[GLOSSARY].list.begin(0, "Circle: all of us")
    assert beside(editor, GLOSSARY) == ("Circle: all of us",)
    fields[GLOSSARY].list.rows[0].box.setPlainText("Circle: us all")
    assert beside(editor, GLOSSARY) == ("Circle: us all",)


def test_for_whom_it_is_can_be_left_open(editor, fields):
    fields["audience"].chips.chosen.emit("youth")
    assert top_value(editor.editing.sources["es"], "audience") == "youth"
    fields["audience"].chips.chosen.emit("everybody")
    assert top_value(editor.source, "audience") == ""


def test_words_for_when_it_gets_hot_are_added_from_here(editor, fields):
    editor.form.moment.click()
    assert editor.source.at(editor.path[:1]).title == "Moments" and len(editor.path) == 2
    assert {field.key for field in editor.form.shown.fields} >= {"title", Sort.SAY, Sort.NEXT, Sort.STOP}
    assert editor.outline.list.rows()[-2].title == "When it gets hot"
    editor.outline_actions.act("delete")
    assert len(editor.source.sections[-1].sections) == 0
