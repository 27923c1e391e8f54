"""The kinds of files that the app opens, told to systems: read from ``resources/file_types.toml``."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from dialogue_desk.resources import resource


class FileType(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of file.

    ``kind_of`` is the MIME type that it is a special case of, ``windows`` its name in the registry, and
    ``begins`` what each such file has at ``begins_at``; "" where others begin the same way.
    """

    mime: str
    ending: str
    kind_of: str
    windows: str
    name: Mapping[str, str]
    aliases: tuple[str, ...] = ()
    begins: str = ""
    begins_at: int = 0

    @property
    def last_ending(self) -> str:
        """The part of the ending that Windows and macOS know."""
        return f".{self.ending.rpartition('.')[2]}"

    @property
    def has_own_ending(self) -> bool:
        """Whether that part is ours alone; else the app is offered for it and takes nothing away."""
        return self.last_ending == self.ending

    def named(self, language: str) -> str:
        """Return what people call it, in English when ``language`` has no name for it."""
        return self.name.get(language) or self.name["en"]


class _Described(msgspec.Struct, forbid_unknown_fields=True):
    type: tuple[FileType, ...]


def file_types() -> tuple[FileType, ...]:
    """Return the kinds of files that a double click opens in the app.

    Raises:
        OSError: when the app was installed without their description.
    """
    return msgspec.toml.decode(resource("file_types.toml").read_bytes(), type=_Described).type
