from dialogue_desk.ui.widgets.pill import Pill, Tone
from tests.ui.widgets.speaking import put, spoken


def test_a_pill_that_stands_nowhere_yet_is_no_window(theme, qtbot):
    pill = Pill(theme, "6 min late")
    qtbot.addWidget(pill)
    assert not pill.isVisible()


def test_a_pill_without_words_is_not_there(window, theme):
    pill = put(window, Pill(theme, "6 min late", Tone.WARN))
    assert pill.isVisible() and spoken(pill).name == "6 min late"
    pill.show_text("")
    assert not pill.isVisible()
    pill.show_text("on time", Tone.CALM)
    assert pill.isVisible()
