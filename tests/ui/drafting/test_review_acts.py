import pytest

from dialogue_desk.domain.guides.labels import Meaning
from dialogue_desk.domain.guides.reviewed_document import reviewed
from dialogue_desk.ui.drafting.review_acts import ReviewActs
from dialogue_desk.words import Words
from tests.domain.guides.documents import document


@pytest.fixture
def acts(context):
    acts = ReviewActs(Words(), context.toast)
    acts.begin(reviewed(document("# A Night", "## Talk (10 min)", "Open the door.", "Sit."), "night"))
    return acts


def test_each_act_has_a_name_for_undo(acts):
    acts.mean([2], Meaning.SAY)
    assert acts.names == ("1 line as “Read aloud”", "")
    acts.keep_as_tips([2, 3])
    assert acts.names == ("2 lines as “Tip”", "")
    acts.decide([1])
    assert acts.names == ("Right as it is", "")
    acts.set_title("Our Night")
    acts.set_language("es")
    acts.set_people((4, 9))
    acts.set_minutes(1, 25)
    acts.set_session_minutes(0, 40)
    undone = [acts.undo() for _ in range(9)]
    assert undone[:5] == ["Minutes", "Minutes", "How many people", "Language", "Title of the guide"]
    assert undone[-1] == ""


def test_what_changes_nothing_is_not_told(acts, qtbot):
    with qtbot.assertNotEmitted(acts.changed):
        acts.set_people(None)
        acts.set_title("")
        acts.undo()
        acts.redo()


def test_undo_and_redo_are_told(acts, qtbot):
    acts.mean([2], Meaning.SAY)
    with qtbot.waitSignals([acts.changed, acts.changed]):
        acts.undo()
        acts.redo()
    assert acts.document.lines[2].meaning is Meaning.SAY
