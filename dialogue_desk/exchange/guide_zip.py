"""A guide as one file to hand on: its text, or a zip with a text for each of its languages."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath

from dialogue_desk.domain.model.circles import GuideText
from dialogue_desk.domain.model.text import decoded, safe_in_sentence
from dialogue_desk.exchange.document_archive import Archive
from dialogue_desk.exchange.document_refusals import DocumentRefused, Trouble
from dialogue_desk.exchange.file_trouble import unread_because
from dialogue_desk.exchange.guide_faults import Fault, Faults, GuideUnreadable
from dialogue_desk.exchange.guide_files import (
    MOST_BYTES,
    SUFFIX,
    guide_file_name,
    guide_text,
    guide_text_of,
    read_guide,
)
from dialogue_desk.file_names import portable_name
from dialogue_desk.whole_file import FileToSave
from dialogue_desk.words import Words

ZIP_SUFFIX = ".guide.zip"
GUIDE_ENDINGS = (SUFFIX, ZIP_SUFFIX)

MOST_LANGUAGES = 40
_MOST_ZIP = 8_000_000
_SAME_DAY = (1980, 1, 1, 0, 0, 0)
"""Every member has the first day a zip can tell, so that the same texts are the same file."""


@dataclass(frozen=True, slots=True)
class FoundText:
    """One text in a file, and what keeps people from meeting by it, if anything does."""

    name: str
    text: GuideText
    faults: tuple[Fault, ...] = ()


def guide_file(texts: Sequence[GuideText]) -> FileToSave:
    """Return a guide as one file: a zip when it comes in several languages."""
    if len(texts) == 1:
        only = texts[0]
        return FileToSave(guide_file_name(only.guide, only.language), only.text.encode)
    return FileToSave(portable_name(f"{texts[0].guide or 'guide'}{ZIP_SUFFIX}"), lambda: _zipped(texts))


def read_guide_texts(path: Path, words: Words) -> tuple[FoundText, ...]:
    """Read the texts in a guide file or a zip of them; those with faults are among them.

    Raises:
        GuideUnreadable: when there is no text of a guide in it, or nothing can be read.
    """
    if not path.name.lower().endswith(".zip"):
        only = _found(path.name, guide_text(path, words), words)
        if not only.text.guide:  # a text that names no guide is none to go on writing
            raise GuideUnreadable(only.faults)
        return (only,)
    faults = Faults(path.name, words)
    try:
        found = tuple(_members(path, words))
    except OSError as error:
        faults.add(0, unread_because(error, words))
    except (DocumentRefused, UnicodeDecodeError):
        faults.add(
            0,
            words.tr(
                "The file is damaged, or not a zip with guides that Dialogue Desk saved. Ask for it again, "
                "or unpack it and open the guides in it."
            ),
        )
    else:
        if found:
            return found
        faults.add(0, words.tr("There is no guide in it. The name of a guide ends in .guide.md."))
    raise GuideUnreadable(faults.found)


def _members(path: Path, words: Words) -> Iterable[FoundText]:
    if path.exists() and not path.is_file():
        raise DocumentRefused(Trouble.UNKNOWN_KIND, "it is no ordinary file")
    with path.open("rb") as file:
        data = file.read(_MOST_ZIP + 1)
    if len(data) > _MOST_ZIP:
        raise DocumentRefused(Trouble.TOO_LARGE)
    archive = Archive(data)
    names = sorted(name for name in archive.names if _is_guide(PurePosixPath(name)))
    for name in names[:MOST_LANGUAGES]:
        text = archive.member(name)
        if len(text) <= MOST_BYTES:
            found = _found(safe_in_sentence(PurePosixPath(name).name), decoded(text), words)
            if found.text.guide:
                yield found


def _is_guide(name: PurePosixPath) -> bool:
    """Whether a member is a guide, and not what some systems put beside each file."""
    litter = name.name.startswith(".") or "__MACOSX" in name.parts
    return name.name.lower().endswith(SUFFIX) and not litter


def _found(name: str, text: str, words: Words) -> FoundText:
    faults: tuple[Fault, ...] = ()
    try:
        read_guide(text, name, words)
    except GuideUnreadable as unreadable:
        faults = unreadable.faults
    return FoundText(name, guide_text_of(text), faults)


def _zipped(texts: Iterable[GuideText]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for text in texts:
            name = zipfile.ZipInfo(guide_file_name(text.guide, text.language), _SAME_DAY)
            name.compress_type = zipfile.ZIP_DEFLATED
            name.external_attr = 0o644 << 16
            file.writestr(name, text.text.encode())
    return out.getvalue()
