"""Tables that would be too narrow, as lists."""

from dialogue_desk.domain.model.document import Bullet, Table, TableColumn
from dialogue_desk.reports.narrow_tables import as_list, is_narrow, roomy_shares

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


def test_a_column_has_room_for_its_longest_word_in_large_print_and_the_others_give_it():
    heads = (TableColumn("Código", 0.5), TableColumn("Option", 6), TableColumn("Suma", 0.5))
    table = Table(heads, (("XYF31", "Light at the stop", ""),), lines=2)
    usual, large = roomy_shares(table, 510, 10.5), roomy_shares(table, 510, 18)
    assert usual == table.shares
    assert large[0] * 510 > 18 * 4 and large[2] * 510 > 18 * 3
    assert abs(sum(large) - 1) < 1e-9 and large[1] < table.shares[1]


def test_words_for_which_there_is_no_room_at_all_leave_a_table_as_it_is():
    table = Table((TableColumn("abcdefghijklmn"),) * 9, ())
    assert roomy_shares(table, 510, 18) == table.shares
