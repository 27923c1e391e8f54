"""The themes of a program as an organizer shapes them; what circles made stays theirs."""

import pytest

from dialogue_desk.desk.program.program_theme_edits import (
    color_theme,
    keep_among_findings,
    put_under,
    rename_theme,
    set_aside,
    sounds_aside,
)
from dialogue_desk.desk.program.same_themes import themes_told_apart
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.overview.named_picture import named_in
from tests.desk.program.themes_season import Season


@pytest.fixture
def season(tmp_path):
    made = Season(tmp_path)
    made.circle("C1", "Lamps", "Walks")
    made.circle("C2", "lamps", "Thanks")
    yield made
    made.desk.file.close()


def of_circles(season):
    records = season.desk.file.records.of_kind(Kind.THEME)
    return {record.body.name for record in records if record.owner != season.program}


def test_a_theme_is_renamed_with_all_its_spellings_and_circles_keep_theirs(season):
    before = of_circles(season)
    rename_theme(season.desk, season.picture, season.count("Lamps"), "Street lights")
    assert season.counts == {"Street lights": 2, "Walks": 1, "Thanks": 1}
    assert of_circles(season) == before
    season.desk.undo()
    assert season.counts == {"Lamps": 2, "Walks": 1, "Thanks": 1}


def test_a_starter_theme_keeps_its_record_when_it_is_renamed(season):
    starter = season.starter("Lamps")
    assert rename_theme(season.desk, season.picture, season.count("Lamps"), "Light") == starter
    assert season.counts["Light"] == 2


def test_only_capitals_change_and_it_stays_one_theme(season):
    rename_theme(season.desk, season.picture, season.count("Lamps"), "LAMPS")
    assert season.counts["LAMPS"] == 2


def test_a_theme_under_another_counts_there_and_comes_out_again(season):
    walks = season.count("Walks")
    put_under(season.desk, season.picture, walks, season.count("Thanks").theme_id)
    assert season.counts == {"Lamps": 2, "Thanks": 2, "Walks": 1}
    put_under(season.desk, season.picture, season.count("Walks"), None)
    assert season.counts == {"Lamps": 2, "Thanks": 1, "Walks": 1}


def test_a_theme_is_put_under_nothing_that_is_under_it(season):
    put_under(season.desk, season.picture, season.count("Walks"), season.count("Lamps").theme_id)
    inside = season.count("Walks").theme_id
    with pytest.raises(ValueError, match="under itself"):
        put_under(season.desk, season.picture, season.count("Lamps"), inside)
    with pytest.raises(ValueError, match="under itself"):
        put_under(season.desk, season.picture, season.count("Walks"), inside)


def test_a_wider_theme_that_is_renamed_keeps_what_is_under_it(season):
    put_under(season.desk, season.picture, season.count("Walks"), season.count("Lamps").theme_id)
    rename_theme(season.desk, season.picture, season.count("Lamps"), "On foot")
    assert season.count("Walks").under == season.count("On foot").theme_id


def test_a_color_is_kept_with_the_theme(season):
    color_theme(season.desk, season.picture, season.count("Lamps"), 3)
    assert season.count("Lamps").color == 3
    assert season.counts["Lamps"] == 2


def asked(season, name):
    """Whether a person is asked if the theme of this name is about the talk itself."""
    picture = season.picture
    return sounds_aside(picture, season.count(name), themes_told_apart(season.desk, picture))


def test_talk_about_the_talk_is_known_by_its_name_and_kept_apart_when_a_person_says_so(season):
    thanks = season.count("Thanks")
    assert asked(season, "Thanks")
    assert not asked(season, "Lamps")
    set_aside(season.desk, season.picture, thanks, aside=True)
    assert season.counts == {"Lamps": 2, "Walks": 1}
    apart = season.picture.aside[0]
    set_aside(season.desk, season.picture, apart, aside=False)
    assert season.counts == {"Lamps": 2, "Walks": 1, "Thanks": 1}
    assert not asked(season, "Thanks"), "a person has said what it is"


def test_a_theme_that_a_person_keeps_among_the_findings_is_asked_about_again_under_another_name_only(season):
    keep_among_findings(season.desk, season.picture, season.count("Thanks"))
    assert not asked(season, "Thanks")
    rename_theme(season.desk, season.picture, season.count("Thanks"), "Feedback")
    assert asked(season, "Feedback")
    season.desk.undo()
    season.desk.undo()
    assert asked(season, "Thanks")


def test_of_a_theme_with_a_name_in_each_language_the_one_that_is_shown_is_changed(season):
    starter = season.desk.add(season.program, Theme("Lamps", names=(("es", "Faroles"),)))
    shown = named_in(season.picture, "es")
    theme = next(one for one in shown.themes if one.theme_id == starter)
    rename_theme(season.desk, shown, theme, "Alumbrado")
    assert season.desk.get(starter).body == Theme("Lamps", names=(("es", "Alumbrado"),))
    rename_theme(season.desk, season.picture, season.count("Lamps"), "Street lights")
    assert season.desk.get(starter).body == Theme("Street lights", names=(("es", "Alumbrado"),))
    assert season.counts["Street lights"] == 2
