from PySide6.QtWidgets import QBoxLayout

from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow


def folded(fold):
    return fold.line.direction() is QBoxLayout.Direction.TopToBottom


def test_what_stands_side_by_side_stands_one_under_the_other_where_it_is_narrow(theme, qtbot):
    fold = ResponsiveRow(theme, 600)
    qtbot.addWidget(fold)
    first, second = Button(theme, "Run"), Button(theme, "Take notes")
    fold.add(first, 1)
    fold.add(second)
    fold.resize(700, 200)
    fold.show()
    assert first.x() < second.x() and not folded(fold)
    fold.resize(500, 200)
    assert first.y() < second.y() and folded(fold)


def test_larger_text_folds_sooner(theme, qtbot):
    fold = ResponsiveRow(theme, 600)
    qtbot.addWidget(fold)
    fold.resize(900, 200)
    fold.show()
    assert not folded(fold)
    theme.change(scale=200)
    assert folded(fold)


def test_it_asks_for_no_more_room_than_it_needs_when_it_is_folded(theme, qtbot):
    fold = ResponsiveRow(theme, 600)
    qtbot.addWidget(fold)
    first, second = Button(theme, "Run the session"), Button(theme, "Take notes")
    fold.add(first, 1)
    fold.add(second)
    wide = max(first.minimumSizeHint().width(), second.minimumSizeHint().width())
    assert fold.minimumSizeHint().width() == wide
