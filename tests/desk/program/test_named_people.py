"""What organizers typed that may point to a person."""

import pytest

from dialogue_desk.desk.program.named_people import people_named


def test_a_name_and_a_number_are_said():
    assert people_named("Dr. Maria Gomez, 555-201-3344") == ("Dr. Maria Gomez", "555-201-3344")


@pytest.mark.parametrize(
    "office", ["City council", "Superintendent of schools", "Oficina del alcalde", "The only clinic", ""]
)
def test_an_office_is_nobody(office):
    assert people_named(office) == ()
