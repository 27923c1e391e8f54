from dialogue_desk.domain.guides.labels import Meaning
from dialogue_desk.domain.guides.review_history import ReviewHistory
from dialogue_desk.domain.guides.reviewed_document import reviewed
from tests.domain.guides.documents import document


def test_each_act_is_undone_and_redone_by_its_name():
    first = reviewed(document("# A Night", "Light the candle.", "Open the door."), "")
    history = ReviewHistory(first)
    second = first.with_meaning([1], Meaning.SAY)
    third = second.with_meaning([2], Meaning.SAY)
    assert history.do("candle", second) and history.do("door", third)
    assert history.names == ("door", "")
    assert (history.undo(), history.undo(), history.undo()) == ("door", "candle", "")
    assert history.document == first
    assert history.names == ("", "candle")
    assert (history.redo(), history.redo(), history.redo()) == ("candle", "door", "")
    assert history.document == third


def test_what_changes_nothing_is_no_act_and_keeps_what_could_be_redone():
    first = reviewed(document("# A Night", "Light the candle."), "")
    history = ReviewHistory(first)
    history.do("candle", first.with_meaning([1], Meaning.SAY))
    history.undo()
    assert not history.do("nothing", first)
    assert history.names == ("", "candle")


def test_digits_of_one_number_are_undone_together():
    first = reviewed(document("# A Night", "## Talk (10 min)"), "")
    history = ReviewHistory(first)
    for minutes in (1, 12, 120):
        history.do("minutes", history.document.with_minutes(1, minutes), "talk")
    assert history.undo() == "minutes"
    assert history.document == first
    history.redo()
    history.do("minutes", history.document.with_minutes(1, 7), "talk")
    history.undo()
    assert history.document.lines[1].pieces[0].minutes == 120
