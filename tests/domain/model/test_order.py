"""Lists stand in the order in which people look things up."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.order import look_up_order


@pytest.mark.parametrize(
    "names",
    [
        ["C1", "c2", "C2b", "C10", "C010b", "C100"],
        ["2nd street", "10th street", "Street 2", "street 10"],
        ["agua", "Árbol", "arbusto", "Ärger", "azul"],
        ["nube", "nuzco", "ñame", "Ñandú", "ojo"],
        ["peña", "Pérez"],
        ["ibis", "İstanbul", "ıtır"],
        ["¿Quién?", "“quiet” streets", "Quorum"],
        ["ferry", "Łódź", "Zoo"],
        ["٢ حارة", "10 حارة"],
    ],
)
def test_a_list_is_in_the_order_in_which_people_look(names):
    shuffled = names[:]
    random.Random(1).shuffle(shuffled)
    assert sorted(shuffled, key=look_up_order) == names


@given(st.lists(st.text(max_size=12), unique=True), st.randoms())
def test_the_order_never_depends_on_chance(names, chance):
    shuffled = names[:]
    chance.shuffle(shuffled)
    assert sorted(shuffled, key=look_up_order) == sorted(names, key=look_up_order)


def test_a_number_of_any_length_has_its_place():
    assert sorted(["9" * 9_000, "1"], key=look_up_order)[0] == "1"
