"""The document that is being looked through, next to the desk file, so that a crash loses nothing of it.

It is no record: nobody else needs it, and it goes as soon as the guide is kept.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

import msgspec

from dialogue_desk.domain.guides.reviewed_document import ReviewedDocument
from dialogue_desk.storage.database import IN_MEMORY
from dialogue_desk.whole_file import BRIEF, write_atomically

_MOST_BYTES = 64 * 1024 * 1024


class KeptReview:
    """One review at a time.  Without ``kept``, as for a desk that is open read-only, nothing is written."""

    def __init__(self, desk_path: Path, *, kept: bool = True) -> None:
        self._path = desk_path.with_name(desk_path.name + ".review")
        self._kept = kept and desk_path != IN_MEMORY

    def keep(self, document: ReviewedDocument) -> None:
        """Write what was decided so far.

        Raises:
            OSError: it could not be written; what was kept before is still there.
        """
        if self._kept:
            write_atomically(self._path, msgspec.json.encode(document), private=True, patience=BRIEF)

    def read(self) -> ReviewedDocument | None:
        """Return the review that was left, or None when there is none that can be read."""
        with contextlib.suppress(OSError, msgspec.MsgspecError):
            if self._path.stat().st_size <= _MOST_BYTES:
                return msgspec.json.decode(self._path.read_bytes(), type=ReviewedDocument)
        return None

    def forget(self) -> None:
        """Delete what was kept."""
        if self._kept:
            with contextlib.suppress(OSError):
                self._path.unlink(missing_ok=True)
