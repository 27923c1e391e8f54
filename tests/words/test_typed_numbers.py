import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.words.typed_numbers import read_length, read_number


@pytest.mark.parametrize(
    ("typed", "unit", "meant"),
    [
        ("12", "", 12),
        (" twelve ", "", 12),
        ("doce personas", "", 12),
        ("twenty five", "", 25),
        ("Twenty-five people", "", 25),
        ("veinticinco", "", 25),
        ("veintidós", "", 22),
        ("treinta y dos", "", 32),
        ("ninety", "min", 90),
        ("1,200", "", 1200),
        ("1.200", "", 1200),
        ("-1", "", -1),
        ("20%", "%\N{NO-BREAK SPACE}of the part", 20),
        ("3 days", "days", 3),
        ("15", "min", 15),
        ("1:30", "min", 90),
        ("1 h 30", "min", 90),
        ("1h30", "min", 90),
        ("half an hour", "min", 30),
        ("una hora y media", "min", 90),
        ("1.5 hours", "min", 90),
        ("1:45", "s", 105),
        ("1 min 45 s", "seg", 105),
        ("2 min", "s", 120),
    ],
)
def test_a_number_is_read_as_people_write_it(typed, unit, meant):
    assert read_number(typed, unit) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10-12", 12),
        ("12 – 10", 12),
        ("ten to twelve people", 12),
        ("12 or 13", 13),
        ("between 10 and 12", 12),
        ("entre 10 y 12", 12),
        ("about 11", 11),
        ("~11", 11),
        ("unas 11 personas", 11),
    ],
)
def test_of_a_guess_at_how_many_the_larger_number_is_read(typed, meant):
    assert read_number(typed) == meant


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("", ""),
        ("many", ""),
        ("10-12", "min"),
        ("12 chairs", ""),
        ("20 5", ""),
        ("twenty twenty", ""),
        ("90 s", "min"),
        ("1:75", "min"),
        ("30 min 1 h", "min"),
        ("min", "min"),
        ("5 5", "min"),
    ],
)
def test_what_is_no_number_is_not_guessed_at(typed, unit):
    assert read_number(typed, unit) is None


@given(st.integers(0, 10_000))
def test_a_length_is_read_back_in_each_unit(length):
    assert read_number(f"{length} min", "min") == read_number(f"{length} s", "s") == length
    hours, minutes = divmod(length, 60)
    assert read_length(f"{hours} h {minutes} min", 60) == read_length(f"{hours}:{minutes:02}", 60) == length
