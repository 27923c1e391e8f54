"""The sections of a program are all in sight."""


def test_on_a_small_screen_at_large_text_the_way_to_a_code_is_an_icon_beside_all_tabs(
    filled, theme, settled, qtbot
):
    theme.change(scale=200)
    filled.resize(1024, 500)
    settled()
    code, tabs = filled.code, filled.tabs
    assert code.sizeHint().width() < 2 * code.height() and code.toolTip() == "Look up a code"
    qtbot.waitUntil(lambda: tabs.tabRect(tabs.count() - 1).right() <= tabs.width())
    filled.resize(2000, 500)
    settled()
    assert code.sizeHint().width() > 2 * code.height()
