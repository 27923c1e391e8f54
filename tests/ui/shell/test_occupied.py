"""What is used on the pages, and that no message lies over it."""

import gc

import shiboken6
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from dialogue_desk.ui.core.route import PageName, Route
from dialogue_desk.ui.shell.occupied import Occupied
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column
from tests.ui.sessions import held
from tests.ui.sittings import laptop

__all__ = ["laptop"]

OF_A_SESSION = (PageName.RUN, PageName.CLOSE)
PAGES = (PageName.HOME, PageName.PREPARE, *OF_A_SESSION)


def laid_out():
    for _ in range(4):
        QApplication.processEvents()


def test_words_are_as_wide_as_they_are_written_and_bars_only_name(theme, qtbot):
    ground, bar = QWidget(), Card("bar", edge=0)
    qtbot.addWidget(ground)
    ground.resize(800, 300)
    named, short, save = Label("Program"), Label("Short."), Button(theme, "Save")
    bar.add(named)
    column(bar, short, save, within=ground)
    ground.show()
    used = Occupied(ground, save)
    assert used.pressed == [] and len(used.named) == 1
    (words,) = used.read
    assert words.width() < 200 < short.width() and short.geometry().contains(words)
    assert Occupied(ground, ground).pressed == [save.geometry()]


def each_page(inside, desk):
    """Go to every page in both sizes, and yield which it is."""
    session_id = str(held(desk, inside.pages.shelf, inside.pages.folders))
    inside.window().showNormal()
    for page in PAGES:
        inside.go(Route(page, session_id if page in OF_A_SESSION else ""))
        for size in ((1366, 768), (1024, 600)):
            inside.window().resize(*size)
            laid_out()
            yield page, size


def test_a_message_covers_nothing_that_is_used_on_any_page(laptop):
    sitting = laptop.start()
    inside = sitting.workspace
    for page, size in each_page(inside, sitting.desk):
        inside.toast.say("“Walking home” is now part of “night”.", action="Undo", action_id="undo")
        laid_out()
        place, used = inside.toast.geometry(), Occupied(inside, inside.toast)
        assert (inside.width(), inside.rect().contains(place)) == (size[0], True)
        assert not [one for one in used.pressed + used.read if one.intersects(place)], (page, size)
        for one in inside.findChildren(QAbstractButton):
            if one.isVisible() and one.isEnabled() and not inside.toast.isAncestorOf(one):
                seen = one.visibleRegion().translated(one.mapTo(inside, QPoint(0, 0)))
                assert not seen.intersects(place), (page, size, one.text())


def test_a_message_moves_nothing_on_a_page_and_its_button_is_a_key_away(laptop, qtbot):
    sitting = laptop.start()
    inside = sitting.workspace
    for page, size in each_page(inside, sitting.desk):
        here, before = QApplication.focusWidget(), places(inside)
        inside.toast.say("“Walking home” is now part of “night”.", action="Undo", action_id="undo")
        laid_out()
        assert places(inside) == before, (page, size)
        seen = here.visibleRegion().translated(here.mapTo(inside, QPoint(0, 0)))
        assert not seen.intersects(inside.toast.geometry()), (page, size, here)
        qtbot.keyClick(here, Qt.Key.Key_F8)
        assert QApplication.focusWidget().text() == "Undo", (page, size)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F8)
        assert QApplication.focusWidget() is here, (page, size)
        inside.toast.withdraw("undo")
        laid_out()
        assert places(inside) == before, (page, size)


def places(inside):
    """Return where everything in sight is, apart from the message."""
    return {
        one: QRect(one.mapTo(inside, QPoint(0, 0)), one.size())
        for one in inside.findChildren(QWidget)
        if one.isVisible() and one is not inside.toast and not inside.toast.isAncestorOf(one)
    }


def test_the_bar_of_what_scrolls_is_pressed_and_whoever_holds_it_holds_it_still(qtbot):
    ground, area = QWidget(), QScrollArea()
    qtbot.addWidget(ground)
    column(area, within=ground)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    bar = area.verticalScrollBar()
    ground.show()
    place = QRect(bar.mapTo(ground, QPoint(0, 0)), bar.size())
    assert any(one.contains(place) for one in Occupied(ground, ground).pressed)
    gc.collect()
    assert shiboken6.isValid(bar)
