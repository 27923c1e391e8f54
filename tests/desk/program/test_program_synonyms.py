"""Words that mean the same in a program, and what suggestions make of them."""

import pytest

from dialogue_desk.desk.program.program_synonyms import groups_in, save_synonyms, words_of_program
from dialogue_desk.desk.program.same_themes import same_themes
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.notes.theme_vocabulary import ThemeVocabulary
from tests.desk.program.themes_season import Season


@pytest.fixture
def season(tmp_path):
    made = Season(tmp_path)
    yield made
    made.desk.file.close()


def save(season, *groups):
    save_synonyms(season.desk, season.program, season.picture.work, groups)


def groups(season):
    return {one.body.words for one in season.picture.work.synonyms}


def test_themes_are_suggested_by_words_that_only_this_program_uses(season):
    season.circle("C1", "The Oval")
    season.circle("C2", "Pista de hielo")
    found = _suggested(season)
    assert found == {"The Oval": [], "Pista de hielo": []}
    save(season, ("oval", "pista de hielo"))
    assert _suggested(season)["The Oval"] == ["Pista de hielo"]


def _suggested(season):
    picture = season.picture
    found = same_themes(picture, frozenset(), ThemeVocabulary(words_of_program(picture.work)))
    return {theme.name: [one.theme.name for one in found[theme.theme_id]] for theme in picture.themes}


def test_a_group_that_gets_a_word_more_keeps_its_record(season):
    save(season, ("oval", "rink"), ("vfw", "post"))
    before = {one.id for one in season.picture.work.synonyms}
    save(season, ("oval", "rink", "pista"), ("vfw", "post"))
    assert {one.id for one in season.picture.work.synonyms} == before
    assert groups(season) == {("oval", "rink", "pista"), ("vfw", "post")}


def test_a_group_that_is_no_longer_listed_goes_and_undo_brings_it_back(season):
    save(season, ("oval", "rink"), ("vfw", "post"))
    save(season, ("vfw", "post"))
    assert groups(season) == {("vfw", "post")}
    season.desk.undo()
    assert groups(season) == {("oval", "rink"), ("vfw", "post")}


def test_words_in_another_order_are_the_same_group(season):
    save(season, ("oval", "rink"))
    save(season, ("rink", "oval"))
    assert len(list(season.desk.file.records.of_kind(Kind.SYNONYMS))) == 1
    assert groups(season) == {("oval", "rink")}


def test_lines_are_read_as_groups_of_at_least_two_words():
    assert groups_in(["rink, pista ,rink", "alone", " , ", "a,b,"]) == (("rink", "pista"), ("a", "b"))
