from dataclasses import replace
from random import Random

import pytest

from dialogue_desk.domain.model.guide import PartKind
from dialogue_desk.domain.run.breakouts import BreakoutRefused, Groups, OneTwoFour
from dialogue_desk.domain.run.rotation import Rotation
from dialogue_desk.ui.tools.groups_form import GroupsForm


@pytest.fixture
def form(context, qtbot):
    form = GroupsForm(context)
    qtbot.addWidget(form)
    form.people.show_value(12)
    return form


def choose(form, way):
    form.way.choose(way)
    form.way.chosen.emit(way)


@pytest.mark.parametrize(
    ("way", "kind"),
    [("2", Groups), ("3", Groups), ("4", Groups), ("1-2-4", OneTwoFour), ("tables", Rotation)],
)
def test_each_way_forms_its_groups(form, way, kind):
    choose(form, way)
    assert isinstance(form.draw(Random(1)), kind)


def test_tables_are_offered_for_four_people_each_and_a_longer_talk(form, qtbot):
    with qtbot.waitSignal(form.changed, timeout=0):
        choose(form, "tables")
    assert (form.tables.value(), form.minutes.value()) == (3, 15)
    assert not form.by_lot


@pytest.mark.parametrize(
    ("way", "shown"),
    [("2", ["Time for each"]), ("1-2-4", []), ("tables", ["Tables", "Rounds", "Time for each"])],
)
def test_only_the_fields_of_the_way_are_shown(form, way, shown):
    choose(form, way)
    fields = {"Tables": form.tables, "Rounds": form.rounds, "Time for each": form.minutes}
    assert [name for name, number in fields.items() if number.isVisibleTo(form)] == shown


def test_a_part_chooses_its_own_way(form, shelf):
    parts = shelf.library().guide("one-evening").translation("en").guide.sessions[0].parts
    form.show_part(replace(parts[0], kind=PartKind.TRIOS), 9)
    assert (form.way.choice(), form.people.value()) == ("3", 9)
    form.show_part(replace(parts[0], kind=PartKind.OPEN_TALK), 9)
    assert form.way.choice() == "2"


def test_too_few_people_are_refused(form):
    form.people.show_value(2)
    with pytest.raises(BreakoutRefused):
        form.draw(Random(1))
