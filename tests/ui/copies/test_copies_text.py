"""Sentences about copies."""

import errno
import os
from pathlib import Path

from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.storage.backups import Backup, Backups
from dialogue_desk.storage.places import choose_place
from dialogue_desk.ui.copies.copies_text import copied_sentence, date_text, no_place_sentence, state_sentence
from dialogue_desk.words import Words
from dialogue_desk.words.times import local_datetime

DAY = 24 * 60 * MINUTE


def test_the_state_says_when_and_where_and_what_is_missing(desk, stick, tmp_path):
    words, path = Words(), desk.file.path
    now, zone = desk.clock.now(), -240

    def state(second: Path | None):
        backups = Backups(path, second, desk.file.erasures)
        return state_sentence(backups, str(second or ""), now, zone, words)

    def touch(file, at):
        os.utime(file, (at / 1000, at / 1000))

    assert state(None) == "There is no copy yet."
    choose_place(stick, desk.file.erasures)
    made = Backups(path, stick, desk.file.erasures).make(local_datetime(now, zone).date())
    touch(made.path, now - 20 * MINUTE)
    assert state(None) == "Last copy: today, 6:40 PM."
    desk.file.erasures.copied_to(str(stick), now - 3 * DAY)
    stick.rename(tmp_path / "away")
    assert state(stick) == (
        "Last copy: today, 6:40 PM, on this laptop only. The last one in “STICK”: 3 days "
        "ago. It is not there now. It will get its copy when it is back."
    )
    (tmp_path / "away").rename(stick)
    desk.file.erasures.copied_to(str(stick), now - 20 * MINUTE)
    assert state(stick) == "Last copy: today, 6:40 PM, in “STICK” too."


def test_times_of_copies_are_said_as_people_say_them():
    words, now = Words(), 1_773_356_400_000
    assert date_text(now - 20 * MINUTE, now, -240, words) == "today, 6:40 PM"
    assert date_text(now - DAY, now, -240, words) == "yesterday, 7:00 PM"
    assert date_text(now - 20 * DAY, now, -240, words) == "February 20, 2026"


def test_why_the_second_place_got_no_copy_is_told_as_what_it_was():
    def said(error):
        return copied_sentence(Backup(Path("desk.db"), None, second_missed=error), Words())

    full, gone = OSError(errno.ENOSPC, "x"), FileNotFoundError("stick")
    assert "The disk is full" in said(full) and "plugged in" in said(gone)
    assert len({said(error) for error in (full, gone, OSError(errno.EROFS, "x"))}) == 3
    assert all(said(error).startswith("Today's copy was saved on this laptop") for error in (full, gone))
    assert "read-only" in no_place_sentence(Path("STICK"), OSError(errno.EROFS, "x"), Words())
