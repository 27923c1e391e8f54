"""The first pages are drawn beside the choices, and a newer wish replaces one that waits."""

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from dialogue_desk.ui.report.page_preview import PagePreview
from tests.ui.program.shown import seen


def a_page(width=80, height=100):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data())


@pytest.fixture
def preview(context, qtbot):
    preview = PagePreview(context, "The first pages")
    qtbot.addWidget(preview)
    preview.resize(300, 600)
    preview.show()
    return preview


@pytest.fixture
def drawn(context, qtbot):
    return lambda: qtbot.waitUntil(lambda: not context.worker.busy())


def test_pages_are_as_wide_as_there_is_room(preview, drawn):
    preview.draw(lambda _ppi: (a_page(), a_page()))
    drawn()
    assert preview.pages.count() == 2
    assert preview.pages.height() >= 2 * preview.pages.width() * 100 // 80
    assert seen(preview) == ["The first pages", ""]


def test_of_many_wishes_the_last_is_drawn(preview, drawn):
    asked = []

    def draw(number):
        return lambda _ppi: asked.append(number) or (a_page(),) * number

    for number in (1, 2, 3):
        preview.draw(draw(number))
    drawn()
    assert asked == [1, 3] and preview.pages.count() == 3


def test_where_nothing_can_be_drawn_it_says_so(preview, drawn):
    preview.draw(lambda _ppi: ())
    drawn()
    assert "This computer cannot draw the page. Saving works all the same." in seen(preview)


def test_a_drawing_that_fails_says_so_and_the_next_one_is_tried(preview, drawn, caplog):
    def fail(_ppi):
        raise ValueError("no font")

    preview.draw(fail)
    drawn()
    assert "The page cannot be drawn here. Saving works all the same." in seen(preview)
    preview.draw(lambda _ppi: (a_page(),))
    drawn()
    assert preview.pages.count() == 1
