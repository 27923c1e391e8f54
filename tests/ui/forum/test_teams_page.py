"""Teams: roles and organizations for an option, and a first date that is not past."""

import pytest

from dialogue_desk.domain.model.forum import ActionTeam


@pytest.fixture
def teams(voting, forum):
    next(chip for chip in forum.steps.chips() if chip.choice.id == "teams").click()
    return forum.teams


def typed(qtbot, box, text):
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, text)
    box.editingFinished.emit()


def the_team(teams):
    (one,) = teams._acts.work.teams.values()
    return one.body


def test_a_team_is_there_once_something_of_it_is_typed(teams, qtbot):
    assert "no team yet" in teams.list.rows()[0].label
    typed(qtbot, teams.card.convener, "Neighborhood council")
    typed(qtbot, teams.card.facilitator, "Library")
    typed(qtbot, teams.card.place, "Room 2")
    teams.card.signed_up.box.setValue(14)
    about = teams.list.rows()[0].id
    assert the_team(teams) == ActionTeam(about, "", "Neighborhood council", "Library", "", 14, "", "Room 2")
    assert "14 signed up" in teams.list.rows()[0].label


def test_a_first_date_is_read_as_people_write_it_and_a_past_one_is_refused(teams, qtbot):
    typed(qtbot, teams.card.day.box, "January 1, 2020")
    assert "already past" in teams.card.day.field.error() and not teams._acts.work.teams
    typed(qtbot, teams.card.day.box, "in 3 weeks")
    assert the_team(teams).first_day == "2026-04-02"


def test_what_is_typed_stays_with_its_option_when_another_is_chosen(teams, qtbot):
    first, second = (row.id for row in teams.list.rows()[:2])
    teams.card.name.setFocus()
    qtbot.keyClicks(teams.card.name, "Lights")
    teams.list.choose([second])
    assert the_team(teams) == ActionTeam(first, "Lights") and teams.card.name.text() == ""


def test_a_team_can_be_deleted_and_undo_brings_it_back(teams, desk, qtbot):
    typed(qtbot, teams.card.name, "Lights")
    teams.card.drop.click()
    assert not teams._acts.work.teams
    desk.undo()
    assert the_team(teams).name == "Lights"
