"""A theme is shaped from its menu; each act is one step of Undo."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from dialogue_desk.domain.records.changes import Act
from tests.ui.program.shown import seen
from tests.ui.themes.workbench import choose, rows, sheet, theme


def entry(menu, words):
    return next(action for action in menu.actions() if action.text() == words)


def menu_of(tab, name):
    return tab.shaping.menu(theme(tab, name))


def test_a_theme_is_renamed_and_stays_chosen(tab, qtbot, settled):
    choose(tab, "Being heard")
    entry(menu_of(tab, "Being heard"), "Rename it").trigger()
    assert "Circles keep the names that they wrote. All are counted with it." in seen(sheet(tab))
    qtbot.keyClicks(sheet(tab).line, "Being listened to")
    qtbot.keyClick(sheet(tab).line, Qt.Key.Key_Return)
    settled()
    assert rows(tab)["Being listened to"].id == tab.list.current_id()
    assert rows(tab)["Being listened to"].count == "5 of 5 circles"


def test_a_color_is_told_in_words_too(tab, settled, desk):
    colors = entry(menu_of(tab, "Being heard"), "Color").menu()
    entry(colors, "Blue").trigger()
    settled()
    row = rows(tab)["Being heard"]
    assert (row.color, row.detail) == (3, "Blue")
    assert "Blue" in row.accessible_text
    assert entry(entry(menu_of(tab, "Being heard"), "Color").menu(), "Blue").isChecked()
    assert desk.can_undo() is Act.SORT
    desk.undo()
    settled()
    assert rows(tab)["Being heard"].color == 0


def test_a_theme_is_offered_no_wider_one_that_is_under_it(tab, qtbot, settled):
    tab.shaping.nest(theme(tab, "Calls at night"))
    qtbot.keyClicks(sheet(tab).line, "being")
    qtbot.keyClick(sheet(tab).line, Qt.Key.Key_Return)
    settled()
    tab.shaping.nest(theme(tab, "Being heard"))
    qtbot.keyClicks(sheet(tab).line, "calls")
    assert "No theme has this name." in seen(sheet(tab))
    sheet(tab).reject()
    tab.shaping.nest(theme(tab, "Calls at night"))
    assert sheet(tab).list.rows()[0].title == "Under none: beside the widest"
    qtbot.keyClick(sheet(tab).line, Qt.Key.Key_Return)
    settled()
    assert rows(tab)["Calls at night"].depth == 0


def test_a_theme_is_kept_apart_and_counted_again(tab, settled):
    entry(menu_of(tab, "Being heard"), "Keep it apart: it is about the talk itself").trigger()
    settled()
    assert "Being heard" not in {one.name for one in tab.acts.picture.themes}
    choose(tab, "Being heard")
    assert any("It is kept apart from the findings." in line for line in seen(tab.head))
    entry(menu_of(tab, "Being heard"), "Count it among the findings again").trigger()
    settled()
    assert "Being heard" in {one.name for one in tab.acts.picture.themes}


def test_how_two_themes_compare_can_be_forgotten_from_the_menu(tab, settled, qtbot):
    tab.shaping.compare(theme(tab, "Being heard"))
    qtbot.keyClicks(sheet(tab).line, "calls")
    qtbot.keyClick(sheet(tab).line, Qt.Key.Key_Return)
    compared = sheet(tab)
    compared.rungs.choose("conflict")
    compared.rungs.chosen.emit("conflict")
    qtbot.keyClick(compared.why, Qt.Key.Key_Return)
    settled()
    choose(tab, "Being heard")
    assert any("In conflict: Calls at night." in line for line in seen(tab.head))
    entry(menu_of(tab, "Being heard"), "Forget how it compares with “Calls at night”").trigger()
    settled()
    assert tab.acts.picture.work.likenesses == ()


def test_keys_of_the_list_rename_a_theme_and_open_its_menu(tab, qtbot):
    choose(tab, "Being heard")
    tab.list.setFocus()
    qtbot.keyClick(tab.list, Qt.Key.Key_F2)
    assert sheet(tab).line.text() == "Being heard"
    sheet(tab).reject()
    qtbot.keyClick(tab.list, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = next(menu for menu in tab.findChildren(QMenu) if menu.isVisible())
    assert menu.accessibleName() == "Being heard"
    menu.close()
