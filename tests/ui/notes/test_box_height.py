import pytest

from dialogue_desk.ui.notes.box_height import BoxHeight
from dialogue_desk.ui.notes.note_box import NoteBox


@pytest.fixture
def box(theme, qtbot):
    box = NoteBox()
    qtbot.addWidget(box)
    box.resize(300, 60)
    box.show()
    return box


def test_the_box_grows_with_its_words_to_a_share_of_the_height_around(theme, box):
    height = BoxHeight(theme, box)
    height.fit(1000)
    empty = box.height()
    assert height.grown() == 0
    box.setPlainText("\n" * 4)
    height.fit(1000)
    assert empty < box.height() < 300 and height.grown() == box.height() - empty
    box.setPlainText("\n" * 40)
    height.fit(1000)
    assert box.height() == 300
    height.fit(100)
    assert box.height() == empty
