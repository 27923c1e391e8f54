from itertools import pairwise

from dialogue_desk.ui.home.time_bar import TimeBar, TimedPiece

PIECES = (
    TimedPiece(12, "7:00 Check-in"),
    TimedPiece(5, "7:12 Ground rules"),
    TimedPiece(60, "7:17 Stories"),
    TimedPiece(6, "8:17 Break", rest=True),
    TimedPiece(37, "8:23 Read-back"),
)


def bar(theme, qtbot, width, pieces=PIECES):
    bar = TimeBar(theme, "How the session will go", pieces)
    qtbot.addWidget(bar)
    bar.resize(width, bar.sizeHint().height())
    return bar


def test_labels_that_have_no_room_are_left_out_and_the_last_part_always_has_its_own(theme, qtbot):
    wide = [text for text, _ in bar(theme, qtbot, 1_200).labels()]
    assert wide[0] == "7:00 Check-in" and wide[-2:] == ["8:17 Break", "8:23 Read-back"]
    narrow = bar(theme, qtbot, 360).labels()
    assert narrow[0][0] == "7:00 Check-in" and narrow[-1][0] == "8:23 Read-back" and len(narrow) < 5
    assert all(one[1] < other[1] for one, other in pairwise(narrow))


def test_one_part_is_one_bar_with_its_label(theme, qtbot):
    alone = bar(theme, qtbot, 300, PIECES[:1])
    assert alone.labels() == (("7:00 Check-in", 0.0),)
    assert not alone.grab().isNull()
