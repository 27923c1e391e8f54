"""A laptop whose clock is years off: the evening goes on, and nothing of it is lost, then or later."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from dialogue_desk.desk.erasing.retention import remind_in_a_week, retention_due, set_keep_until
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.leaving.documents import SummaryOptions
from dialogue_desk.desk.leaving.packages import export_session
from dialogue_desk.desk.leaving.session_files import ExportChoices, export_files
from dialogue_desk.desk.session.note_entry import EntryDefaults, add_entry
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.live_session import MoveKind
from dialogue_desk.storage.backups import Backups
from dialogue_desk.words import Words
from tests.desk.evening import SEVEN_PM, a_desk, a_shelf, begun, note, notes, session_runner
from tests.desk.partners import opened_as_partner
from tests.journeys.wholeness import check_every_change_is_whole

WORDS = Words()


@pytest.fixture
def there(tmp_path):
    """The other laptop, whose clock is right."""
    desk = a_desk(tmp_path / "there" / "desk.db", 2)
    yield desk
    desk.file.close()


def folder_of(desk, session_id):
    return Folders(desk, a_shelf(desk.file.path.parent)).session(session_id)


def hand_on(giver, taker, session_id, to):
    package = export_session(giver, folder_of(giver, session_id), to)
    return opened_as_partner(taker, package), package


@pytest.mark.parametrize("year", [1980, 2090])
def test_a_session_by_a_clock_that_is_years_off_is_whole_everywhere(year, there, tmp_path):
    wrong = int(datetime(year, 3, 12, 23, tzinfo=UTC).timestamp()) * 1000
    here = a_desk(tmp_path / "here" / "desk.db", at=wrong)
    session_id = begun(here)
    live = session_runner(here, session_id)
    live.make_move(MoveKind.START)
    here.clock.advance(6 * MINUTE)
    live.make_move(MoveKind.NEXT)
    line = add_entry(
        here, folder_of(here, session_id), "by the wrong clock #lamps", EntryDefaults(said_at=live.now())
    )
    here.clock.advance(2 * MINUTE)
    live.tick()

    # The other laptop hears of it, and both go on with the same line.
    _, package = hand_on(here, there, session_id, tmp_path / "one")
    assert f"-{year}-03-12-" in package.name
    there.rewrite(line, note("by the right clock"))
    here.rewrite(line, note("by the wrong clock still"))
    there.add(session_id, note("theirs"))

    # Somebody puts the clock right in the middle.
    before, by = live.read(), SEVEN_PM + 10 * MINUTE - here.clock.now()
    here.clock.set(by)
    assert live.tick() == by and live.read().part_elapsed == before.part_elapsed == 2 * MINUTE
    here.clock.advance(MINUTE)
    assert live.read().part_elapsed == 3 * MINUTE
    add_entry(here, folder_of(here, session_id), "after it was put right", EntryDefaults(said_at=live.now()))

    taken, _ = hand_on(there, here, session_id, tmp_path / "two")
    assert taken.conflicts == 1
    wordings = {edition.body.text for edition in here.get(line).editions}
    assert wordings == {"by the right clock", "by the wrong clock still"}
    here.choose(line, note("by both clocks"))
    hand_on(here, there, session_id, tmp_path / "three")
    everything = {"by both clocks", "theirs", "after it was put right"}
    assert set(notes(here, session_id)) == set(notes(there, session_id)) == everything
    assert here.get(line) == there.get(line) and not here.get(line).in_conflict
    live.make_move(MoveKind.CLOSE)

    # Papers are written of it, and it can be taken back step by step and made again.
    saved = export_files(
        here, folder_of(here, session_id), WORDS, ExportChoices(papers=SummaryOptions((".txt", ".pdf")))
    )
    out = tmp_path / "out"
    out.mkdir()
    paper = next(path for path in saved.save(out, lambda *_: None) if path.suffix == ".txt")
    assert all(text in paper.read_text(encoding="utf-8") for text in everything)
    while here.undo() is not None:
        pass
    while here.redo() is not None:
        pass
    assert set(notes(here, session_id)) == everything
    check_every_change_is_whole(here.file)

    # The desk is opened again: the session is closed, and its copies of all days are there.
    backups = Backups(here.file.path)
    for day in (date(year, 3, 12), date(2026, 3, 12)):
        assert backups.due(day)
        assert backups.make(day).path.exists() and not backups.due(day)
    here.file.close()
    again = a_desk(here.file.path, 3)
    assert session_runner(again, session_id).interruption() is None
    assert set(notes(again, session_id)) == everything
    again.file.close()


@pytest.mark.parametrize(("year", "due"), [(1980, False), (2090, True)])
def test_what_is_due_to_go_by_a_wrong_clock_is_only_asked_about(year, due, tmp_path):
    wrong = int(datetime(year, 3, 12, 23, tzinfo=UTC).timestamp()) * 1000
    desk = a_desk(tmp_path / "desk.db", at=wrong)
    session_id = begun(desk)
    circle = desk.get(session_id).owner
    set_keep_until(desk, circle, date(2027, 1, 1))
    assert bool(retention_due(desk, date(year, 3, 12))) is due
    remind_in_a_week(desk, circle)
    assert retention_due(desk, date(year, 3, 12)) == ()
    # By the right clock it is as if nobody had asked, and when the day is past it is asked.
    assert retention_due(desk, date(2026, 3, 12)) == ()
    assert [one.id for one in retention_due(desk, date(2027, 1, 2))] == [circle]
    assert desk.get(session_id).body is not None and len(list(desk.file.records.of_kind(Kind.CIRCLE))) == 1
    desk.file.close()
