"""What could not be done is shown and spoken, until it is mended."""

from __future__ import annotations

from dialogue_desk.ui.widgets.announcer import Announcer
from dialogue_desk.ui.widgets.trouble_line import TroubleLine


def test_trouble_is_shown_and_spoken_at_once_and_goes_when_it_is_mended(window, heard):
    line = TroubleLine(Announcer(window))
    line.setParent(window)
    assert line.isHidden()
    line.say("The stick is full.")
    assert not line.isHidden() and line.text() == "The stick is full."
    assert heard() == ["The stick is full."]
    line.say("")
    assert line.isHidden() and heard() == []
