"""What is typed into a guide and not yet saved as a version: a file for each language, next to the desk file.

After a kill the editor takes it up from here.  A file is always whole: the draft before or this one.
"""

from __future__ import annotations

import contextlib
import re
import shutil
from pathlib import Path

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.storage.database import IN_MEMORY
from dialogue_desk.storage.desk_errors import as_desk_trouble
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.whole_file import BRIEF, make_private_folder, write_atomically

_SUFFIX = ".draft.md"
_SAFE = re.compile(r"[A-Za-z0-9-]+")


class GuideDrafts:
    """The drafts of the guides on one desk.

    Without ``kept``, as for a desk in memory or one that is open read-only, nothing is written.
    """

    def __init__(self, desk_path: Path, *, kept: bool = True) -> None:
        self._path = desk_path
        self._folder = desk_path.with_name(desk_path.name + ".drafts")
        self._kept = kept

    @classmethod
    def beside(cls, file: DeskFile) -> GuideDrafts:
        """Return the drafts of the guides on a desk."""
        return cls(file.path, kept=not file.read_only and file.path != IN_MEMORY)

    def write(self, guide: RecordId, language: str, text: str) -> None:
        """Write a guide in one language as it is now.

        Raises:
            DeskTrouble: when it could not be written; then the draft before it is there.
        """
        if not self._kept or not _SAFE.fullmatch(language):
            return
        with as_desk_trouble(self._path):
            make_private_folder(self._folder)
            write_atomically(self._file(guide, language), text.encode(), private=True, patience=BRIEF)

    def of(self, guide: RecordId) -> dict[str, str]:
        """Return the drafts of a guide by language; one that cannot be read is left out."""
        found = {}
        for path in sorted(self._folder.glob(f"{guide}.*{_SUFFIX}")):
            with contextlib.suppress(OSError, UnicodeDecodeError):
                language = path.name.removeprefix(f"{guide}.").removesuffix(_SUFFIX)
                found[language] = path.read_bytes().decode()
        return found

    def forget(self, guide: RecordId) -> None:
        """Delete the drafts of a guide: its texts are saved."""
        if self._kept:
            for path in self._folder.glob(f"{guide}.*{_SUFFIX}"):
                with contextlib.suppress(OSError):
                    path.unlink()
            with contextlib.suppress(OSError):
                self._folder.rmdir()

    def clear(self) -> None:
        """Delete all drafts."""
        if self._kept:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _file(self, guide: RecordId, language: str) -> Path:
        return self._folder / f"{guide}.{language}{_SUFFIX}"
