"""The sections of a program are all in sight, or in one list."""


def test_on_a_small_screen_at_large_text_the_way_to_a_code_is_an_icon_beside_all_tabs(
    filled, theme, settled, qtbot
):
    theme.change(scale=200)
    filled.resize(1366, 700)
    settled()
    code, tabs = filled.code, filled.tabs
    assert code.sizeHint().width() < 2 * code.height() and code.toolTip() == "Look up a code"
    qtbot.waitUntil(lambda: tabs.tabRect(tabs.count() - 1).right() <= tabs.width())
    filled.resize(2600, 700)
    qtbot.waitUntil(lambda: code.sizeHint().width() > 2 * code.height())


def test_without_room_for_all_tabs_the_sections_are_a_list_to_choose_from(filled, theme, settled, qtbot):
    theme.change(scale=200)
    filled.resize(1024, 500)
    settled()
    places, tabs = filled._tab_row.places, filled.tabs
    assert places.isVisible() and not tabs.isVisible() and places.count() == tabs.count()
    places.setCurrentIndex(tabs.count() - 1)
    places.chosen.emit(places.choice())
    assert filled.sections.follow.isVisible()
    filled.open_section(filled.sections.themes)
    assert places.currentText() == "Themes"
    filled.resize(2600, 500)
    assert tabs.isVisible() and not places.isVisible()
