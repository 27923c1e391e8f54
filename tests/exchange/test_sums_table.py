"""The sums that stay, few people hidden."""

from dialogue_desk.domain.forming.sums import Sums
from dialogue_desk.exchange.sums_table import sums_table
from dialogue_desk.words import Words


def test_hidden_numbers_say_that_they_are():
    table = sums_table(Sums(3, 30, 6, (("north", 30), ("south", None))), Words())
    assert table.rows == (
        ("circles", 3),
        ("people in circles", 30),
        ("facilitators", 6),
        ("north", 30),
        ("south", "hidden"),
    )
