"""What is answered from Home and from a message at the foot of the window is done, and Home shows it."""

from datetime import date

import pytest

from dialogue_desk.desk.trust.waiting_changes import take, waiting_changes
from dialogue_desk.desk.trust.way_back import DAY, erased_lately
from dialogue_desk.storage.backups import Backups
from dialogue_desk.ui.copies.copy_schedule import BackupSchedule
from dialogue_desk.ui.importing.waiting_sheet import WaitingSheet
from dialogue_desk.ui.shell.trust_actions import TrustActions
from tests.desk.evening import notes
from tests.desk.trust.other_circles import Strangers, opened
from tests.ui.seen import button_saying


@pytest.fixture(scope="module")
def strangers(tmp_path_factory):
    strangers = Strangers(tmp_path_factory.mktemp("given"), circles=1)
    strangers.eraser, strangers.changer = strangers.erasing(), strangers.changing()
    return strangers


@pytest.fixture
def actions(desk, context, window, strangers):
    opened(desk, *strangers.handed)
    return TrustActions(desk, context, window)


@pytest.fixture
def erased(actions, desk, strangers):
    """A stranger's erasing was let through."""
    opened(desk, strangers.eraser)
    take(desk, waiting_changes(desk)[0].claims)
    return strangers.sessions[0]


def sheets(window):
    return [one for one in window.findChildren(WaitingSheet) if one.isVisible()]


def test_what_was_left_out_is_asked_again_from_the_message(actions, desk, context, window, strangers, qtbot):
    opened(desk, strangers.changer)
    actions.show_waiting()
    (sheet,) = sheets(window)
    with qtbot.waitSignal(actions.changed):
        button_saying(sheet, "Leave it out").click()
    assert waiting_changes(desk) == ()
    with qtbot.waitSignal(actions.changed):
        button_saying(context.toast, "Ask me again").click()
    assert len(waiting_changes(desk)) == 1
    (again,) = sheets(window)
    again.reject()


def test_what_was_erased_is_brought_back(actions, desk, context, erased, qtbot):
    assert notes(desk, erased) == []
    with qtbot.waitSignal(actions.changed):
        actions.bring_back()
    assert notes(desk, erased) == ["first", "second"]
    assert erased_lately(desk) == ()
    assert context.toast.sentence() == "It is back, as it was before it was erased."


def test_what_has_had_its_days_goes_while_the_app_is_open_and_is_not_said_to_be_back(
    actions, desk, context, erased
):
    schedule = BackupSchedule(desk, context.worker, context.words, lambda: "", say=context.toast.say)
    desk.clock.advance(6 * DAY)
    schedule.run_due()
    assert len(erased_lately(desk)) == 1
    desk.clock.advance(DAY)
    schedule.run_due()
    assert erased_lately(desk) == ()
    actions.bring_back()
    assert (
        context.toast.sentence() == "Its days are over: it is erased for good." and notes(desk, erased) == []
    )


def test_what_could_come_back_is_erased_for_good_after_a_question(actions, desk, context, ask, erased, qtbot):
    copy = Backups(desk.file.path, None, desk.file.erasures).make(date(2026, 3, 12)).path
    actions.let_go()
    assert ask.asked == ["Erase for good now"] and len(erased_lately(desk)) == 1
    assert b"second" in copy.read_bytes()
    ask.answer = "erase"
    actions.let_go()
    qtbot.waitUntil(lambda: context.toast.sentence() == "It is erased for good.")
    assert erased_lately(desk) == ()
    assert b"second" not in desk.file.path.read_bytes() + copy.read_bytes()


def test_who_keeps_nothing_any_longer_is_asked_about_what_is_kept_already(
    actions, desk, context, ask, erased, qtbot
):
    section = actions.section()
    qtbot.addWidget(section)
    section.days.box.setValue(1)
    assert ask.asked == []
    section.days.box.setValue(0)
    assert ask.asked == ["Erase for good now"] and len(erased_lately(desk)) == 1
    section.days.box.setValue(5)
    ask.answer = "erase"
    section.days.box.setValue(0)
    qtbot.waitUntil(lambda: context.toast.sentence() == "It is erased for good.")
    assert erased_lately(desk) == () and b"second" not in desk.file.path.read_bytes()
