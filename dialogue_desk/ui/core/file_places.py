"""Where dialogs for files and folders begin: where a person last was, or a stick, or their documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QStandardPaths, QStorageInfo

from dialogue_desk.storage.settings import Settings

_MEDIA = ("/media/", "/run/media/", "/Volumes/")
_STICK_FORMATS = frozenset({"fat", "fat32", "vfat", "exfat", "msdos"})
_OF_THE_SYSTEM = ("/boot", "/efi", "/System")


class FileUse(StrEnum):
    """What a dialog is for; the values are the settings that remember its folder."""

    SAVE = "saved_in"
    OPEN = "opened_from"
    FOLDER = "folder_chosen"


@dataclass(frozen=True, slots=True)
class Volume:
    """A disk or stick: where it is, how it is formatted, and whether it can be written."""

    root: str
    form: str
    writable: bool


class FilePlaces:
    """Remembers a folder for each use; ``read`` returns the settings as they are, ``remember`` saves them."""

    def __init__(self, read: Callable[[], Settings], remember: Callable[[Settings], None]) -> None:
        self._read, self._remember = read, remember

    def start(self, use: FileUse) -> Path:
        """Return the folder in which a dialog begins."""
        settings = self._read()
        for known in (getattr(settings, use), settings.saved_in):
            if known and Path(known).is_dir():
                return Path(known)
        return plugged_in(volumes()) or documents()

    def chosen(self, use: FileUse, path: Path) -> None:
        """Remember what a person chose: a folder, or the folder of a file."""
        folder = str(path if use is FileUse.FOLDER else path.parent)
        settings = self._read()
        if getattr(settings, use) != folder:
            self._remember(_with(settings, use, folder))


def plugged_in(found: Iterable[Volume]) -> Path | None:
    """Return the first stick among volumes, or None."""
    return next((Path(one.root) for one in found if _is_stick(one)), None)


def volumes() -> tuple[Volume, ...]:
    """Return what is mounted now."""
    mounted = (one for one in QStorageInfo.mountedVolumes() if one.isValid() and one.isReady())
    return tuple(
        Volume(one.rootPath(), _text(one.fileSystemType()), not one.isReadOnly())
        for one in mounted
        if not one.isRoot()
    )


def documents() -> Path:
    """Return the person's folder for documents, or their home."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place and Path(place).is_dir() else Path.home()


def _text(name: QByteArray) -> str:
    return bytes(name.data()).decode(errors="replace")


def _with(settings: Settings, use: FileUse, folder: str) -> Settings:
    match use:
        case FileUse.SAVE:
            return replace(settings, saved_in=folder)
        case FileUse.OPEN:
            return replace(settings, opened_from=folder)
        case _:
            return replace(settings, folder_chosen=folder)


def _is_stick(one: Volume) -> bool:
    if not one.writable or one.root.startswith(_OF_THE_SYSTEM):
        return False
    return one.root.startswith(_MEDIA) or one.form.lower() in _STICK_FORMATS
