"""Where the words of a line may be read after it was erased: files that were written from this laptop."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.ids import RecordId, made_at
from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.storage.package_tables import Export
from dialogue_desk.words import Words

_SHOWN = 6
"""So many files a sentence names where there is little room."""


def files_with(desk: Desk, line: RecordId) -> tuple[Path, ...]:
    """Return the known files of a line's session and program that were written after it was."""
    record = desk.get(line)
    if record is None:
        return ()
    written = made_at(line) or 0
    exports = (*desk.file.exports.of(record.owner), *_of_program(desk, record.owner))
    paths = {one.path for one in exports if one.at >= written}
    return tuple(sorted(paths, key=lambda path: look_up_order(str(path))))


def trail_sentence(files: Sequence[Path], words: Words, most: int = _SHOWN) -> str:
    """Say what an erasure does not reach: paper, and at ``most`` so many files that may have the words."""
    said = words.tr(
        "What is printed, sent or saved in other places keeps the words. Delete those files yourself, and "
        "ask others for their printed copies."
    )
    if not files:
        return said
    names = ", ".join(safe_in_sentence(str(path)) for path in files[:most])
    more = len(files) - most
    if more > 0:
        names = words.tr("{names} and {count} more", names=names, count=more)
    saved = words.tr("Saved from here: {names}", names=names)
    return f"{said} {saved}"


def _of_program(desk: Desk, session: RecordId) -> tuple[Export, ...]:
    """Return what was written of the session's program; its own file, which has no profile, has no notes."""
    record = desk.get(session)
    circle = desk.get(record.owner) if record is not None and record.kind is Kind.SESSION else None
    if circle is None or not isinstance(circle.body, Circle) or circle.body.program is None:
        return ()
    return tuple(one for one in desk.file.exports.of(circle.body.program) if one.profile)
