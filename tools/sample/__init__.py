"""The sample community: its sessions as a script, and how they are played into packages."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.words import Words
from tools.sample.afterwards_script import afterwards_in
from tools.sample.community import Community
from tools.sample.organizers import Organizers
from tools.sample.script_files import Script, script_in

SCRIPT = Path(__file__).parent / "script"


def sample_script() -> Script:
    """Return the script of the community whose packages come with the app."""
    return script_in(SCRIPT)


def play_sample(
    to: Path, shelf: GuideShelf, words: Words, progress: Callable[[int, int], None] | None = None
) -> tuple[Path, ...]:
    """Play all sessions and write their packages into the folder ``to``, the same ones every time.

    ``progress`` gets the number of sessions done and of all; it may raise to stop.

    Returns:
        The packages, the program's own first and the organizers' work last.  The session that ran on two
        laptops has a package of each.

    Raises:
        OSError: when a package could not be written.
    """
    script = sample_script()
    packages: list[Path] = []
    with TemporaryDirectory() as between, ExitStack() as files:
        community = Community(script, shelf, words, Path(between), files)
        packages.append(community.set_up(to))
        did = afterwards_in(SCRIPT)
        organizers = Organizers(community.organizer, community.clock, script, did, words)
        organizers.prepare()
        for done, evening in enumerate(script.evenings, start=1):
            written = community.hold(evening, to)
            packages += written
            if evening.name not in (script.not_handed_in, script.still_to_come):
                community.hand_in(written)
            if progress is not None:
                progress(done, len(script.evenings))
        packages.append(organizers.go_on(to))
    return tuple(packages)
