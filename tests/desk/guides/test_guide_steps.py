"""Words and figures are changed step by step; what is new in one language stands in the others as well."""

import pytest

from dialogue_desk.desk.guides.edit_history import EditKind
from dialogue_desk.desk.guides.guide_steps import WordSteps
from dialogue_desk.exchange import section_texts
from dialogue_desk.exchange.guide_edits import session_places
from dialogue_desk.exchange.guide_source import GLOSSARY
from dialogue_desk.exchange.section_texts import Sort
from dialogue_desk.words import Words


@pytest.fixture
def editing(edited):
    return edited.open()


@pytest.fixture
def told():
    return []


@pytest.fixture
def steps(editing, told):
    return WordSteps(editing, "en", Words(), told.append)


@pytest.fixture
def part(editing):
    return session_places(editing.sources["en"])[0], 0


def said(editing, part, language, sort=Sort.SAY):
    return section_texts.texts(editing.sources[language].at(part), sort)


def test_a_new_text_and_what_is_typed_into_it_is_one_step_and_stands_in_every_language(
    editing, steps, told, part
):
    for text in ("N", "Ne", "New"):
        (steps.add_text if text == "N" else steps.text)(part, Sort.SAY, 0, text)
    assert said(editing, part, "en")[0] == said(editing, part, "es")[0] == "New"
    assert editing.history.undo().kind is EditKind.ADD_TEXT and editing.history.undo() is None
    assert len(told) == 3


def test_a_text_that_is_translated_does_not_change_the_original(editing, part, told):
    english = WordSteps(editing, "en", Words(), told.append)
    spanish = WordSteps(editing, "es", Words(), told.append)
    english.add_text(part, Sort.SAY, 0, "New.")
    editing.history.settle()
    spanish.text(part, Sort.SAY, 0, "Nuevo.")
    assert said(editing, part, "en")[0] == "New." and said(editing, part, "es")[0] == "Nuevo."


def test_the_original_that_is_reworded_takes_what_is_not_translated_along(editing, steps, part):
    steps.add_text(part, Sort.SAY, 0, "New.")
    editing.history.settle()
    steps.text(part, Sort.SAY, 0, "Newer.")
    assert said(editing, part, "es")[0] == "Newer."


def test_texts_go_and_move_in_every_language(editing, steps, part):
    english, spanish = said(editing, part, "en"), said(editing, part, "es")
    steps.move_text(part, Sort.SAY, 0, 1)
    assert said(editing, part, "es")[:2] == spanish[1::-1]
    steps.delete_text(part, Sort.SAY, 1)
    assert said(editing, part, "en") == english[1:] and said(editing, part, "es") == spanish[1:]


def test_what_is_not_there_is_left_alone(editing, steps, told, part):
    steps.delete_text(part, Sort.SAY, 99)
    steps.move_text(part, Sort.SAY, 0, 99)
    steps.let_leave_out(part, 99, on=True)
    assert told == []


def test_figures_marks_and_fixes_are_steps_of_their_own(editing, steps, told, part):
    steps.figure(part, "minutes", "11")
    steps.figure(part, "minutes", "12")
    steps.figure(part, "lead", "second")
    steps.fix(part, "minutes", "13")
    steps.mark(part[:1], ".joint", on=True)
    assert [one.kind for one in told] == [
        EditKind.CHANGE_TIME,
        EditKind.CHANGE_TIME,
        EditKind.CHANGE_DETAIL,
        EditKind.FIX,
        EditKind.CHANGE_DETAIL,
    ]
    undone = [editing.history.undo() for _ in range(4)]
    assert len([one for one in undone if one]) == 4 and editing.history.undo() is None


def test_a_text_beside_the_sessions_is_added_with_its_heading(editing, steps):
    rest = tuple(one for one in steps.source.sections if one.title != GLOSSARY)
    assert len(rest) <= len(steps.source.sections)
    steps.add_beside_text(GLOSSARY, "Circle: us")
    found = next(one for one in steps.source.sections if one.title == GLOSSARY)
    assert section_texts.texts(found, Sort.ASK)[0] == "Circle: us"


def test_one_text_of_a_sort_comes_and_goes_in_every_language(editing, steps, part):
    steps.only_text(part, Sort.NOTES, "off")
    assert said(editing, part, "es", Sort.NOTES) == ("off",)
    steps.only_text(part, Sort.PURPOSE, "")
    assert said(editing, part, "es", Sort.PURPOSE) == ()
    steps.only_text(part, Sort.PURPOSE, "We know why we are here.")
    assert said(editing, part, "es", Sort.PURPOSE) == ("We know why we are here.",)
