"""Tally sheets: how many ballots, the dots of each option, Enter going down."""

from PySide6.QtCore import Qt

ENTER = Qt.Key.Key_Return


def sheets(voting):
    next(chip for chip in voting.kinds.chips() if chip.choice.id == "sheets").click()
    return voting.sheets


def test_enter_goes_down_and_saves_at_the_end(voting, qtbot):
    page = sheets(voting)
    qtbot.keyClicks(page.ballots, "4")
    qtbot.keyClick(page.ballots, ENTER)
    boxes = list(page.boxes.values())
    for box, text in zip(boxes, ("7", "", "3", "2"), strict=True):
        assert box.window().focusWidget() is box
        qtbot.keyClicks(box, text)
        qtbot.keyClick(box, ENTER)
    (entry,) = (one.body for one in voting._acts.work.ballots)
    assert (entry.ballots, entry.dots) == (4, ((1, 7), (3, 3), (4, 2)))
    assert not page.begun() and "number 2" in page.title.text()
    assert voting.count.text().startswith("Typed 4 of 6")


def test_what_cannot_be_is_said_and_nothing_is_kept(voting, qtbot):
    page = sheets(voting)
    page.save.click()
    assert "Type a number from 1 to" in page.trouble.text()
    qtbot.keyClicks(page.ballots, "2")
    qtbot.keyClicks(page.boxes[2], "two")
    page.save.click()
    assert "Type a number from 0 to" in page.trouble.text() and page.boxes[2].hasFocus()
    page.boxes[2].setText("11")
    page.save.click()
    assert "may have 10" in page.trouble.text() and page.begun()
    assert voting._acts.work.ballots == ()
