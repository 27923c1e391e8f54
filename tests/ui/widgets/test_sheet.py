from PySide6.QtWidgets import QWidget

from dialogue_desk.ui.widgets.sheet import Sheet


def test_a_sheet_is_never_larger_than_the_window_it_stands_in_front_of(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    theme.change(scale=200)
    assert Sheet(theme, "Keys", window, (560, 520)).size().toTuple() == (800, 600)
    theme.change(scale=100)
    assert Sheet(theme, "Keys", window, (560, 520)).size().toTuple() == (560, 520)
