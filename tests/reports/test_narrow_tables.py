"""Tables that would be too narrow, as lists."""

from dialogue_desk.domain.model.document import Bullet, Table, TableColumn
from dialogue_desk.reports.narrow_tables import as_list, is_narrow

COLUMNS = (TableColumn("What", 2), TableColumn("Who"), TableColumn("Dots", 0.3, numeric=True))
ROWS = (("Light", "Parks", "8"), ("Coffee", "", "3"))


def test_a_column_of_words_needs_room_for_words_and_one_of_numbers_does_not():
    table = Table(COLUMNS, ROWS)
    assert not is_narrow(table, 510, 10.5)
    assert is_narrow(table, 510, 30)
    assert not is_narrow(Table(COLUMNS[::2], (("Light", "8"),)), 200, 18)


def test_a_row_becomes_an_item_that_says_each_cell_with_its_head():
    table = Table(COLUMNS, ROWS, notes=("Why: dark", ""), languages=("", "es"))
    assert as_list(table).items == (
        Bullet("Light", "Who: Parks\nDots: 8\nWhy: dark"),
        Bullet("Coffee", "Dots: 3", "es"),
    )
