"""What keeps a desk from being lost: a copy a day, made beside the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.storage.backups import Backup, Backups
from dialogue_desk.ui.lane import Lane, Progress
from dialogue_desk.words import Words
from dialogue_desk.words.times import local

Failed = Callable[[BaseException], None]


def copy_today(
    desk: Desk, lane: Lane, words: Words, second: str, say: Callable[[str], None], failed: Failed
) -> None:
    """Copy the desk unless that was done today.  ``say`` hears when the second place was not there."""
    now = desk.clock.now()
    today = local(now, desk.clock.zone(now)).date()
    backups = Backups(desk.file.path, Path(second) if second else None)

    def job(_: Progress) -> Backup:
        return backups.make(today)

    def done(backup: Backup) -> None:
        if backup.second_missed:
            say(
                words.tr(
                    "Today's copy was kept on this laptop, and not in your second place for copies. "
                    "Check that its stick or folder is there."
                )
            )

    if backups.due(today):
        lane.run(job, done, failed)
