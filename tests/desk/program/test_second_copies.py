"""A second copy is known by its name, whoever made it; a name that only looks alike is left alone."""

from __future__ import annotations

import pytest

from dialogue_desk.desk.program.second_copies import first_name, is_second_copy


@pytest.mark.parametrize(
    "name",
    [
        "c07-s2 (conflicted copy 2026-11-30).dialogue",
        "c07-s2 (Maria's conflicted copy 2026-11-30).dialogue",
        "c07-s2 (copia en conflicto de Rosa 2026-11-30).dialogue",
        "c07-s2 (conflicted copy 2026-11-30 101512).dialogue",
        "c07-s2.sync-conflict-20261130-101512-ABCDEFG.dialogue",
        "c07-s2 (1).dialogue",
        "c07-s2(12).dialogue",
        "c07-s2 - Copy.dialogue",
        "c07-s2 - Copy (2).dialogue",
        "c07-s2 - copia.dialogue",
        "c07-s2 copy.dialogue",
        "c07-s2 copy 2.dialogue",
        "Copy of c07-s2.dialogue",
        "Copia de c07-s2.dialogue",
        "Copy (2) of c07-s2.dialogue",
    ],
)
def test_the_first_name_is_found(name):
    assert first_name(name) == "c07-s2.dialogue" and is_second_copy(name)


def test_two_marks_at_once_are_both_taken_off():
    assert first_name("c07 (1) (conflicted copy 2026-11-30).dialogue.age") == "c07.dialogue.age"


@pytest.mark.parametrize(
    "name",
    ["c07-s2.dialogue", "copyright.dialogue", "a (2026).dialogue", "(1).dialogue", "photocopy.dialogue"],
)
def test_other_names_are_no_copies(name):
    assert not is_second_copy(name)
