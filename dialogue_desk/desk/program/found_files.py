"""Finds packages on sticks and in folders as they really are, and tells what there was besides.

Mail programs add endings to names, systems put files of their own beside others, and what a person deleted
lies in a folder for trash.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from dialogue_desk.desk.program.second_copies import first_name
from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.exchange.age_files import AGE
from dialogue_desk.exchange.container import MAGIC, MAGIC_AT
from dialogue_desk.exchange.guide_zip import GUIDE_ENDINGS
from dialogue_desk.exchange.package import HANDOVER_SUFFIX, PACKAGE_ENDINGS, PACKAGE_SUFFIX
from dialogue_desk.words import Words

_TRASH = ("$recycle.bin", "recycler", "recycled", "trash", "papelera", "#recycle", "@recycle")
_OF_SYSTEMS = (
    *("__macosx", "system volume information", ".spotlight-v100", ".fseventsd", ".temporaryitems"),
    *(".dropbox.cache", ".stversions", ".stfolder", ".sync", ".tmp.driveupload", ".tmp.drivedownload"),
    *("@eadir", "lost+found"),
)
_HALF_COPIED = (
    *(".part", ".partial", ".crdownload", ".download", ".tmp", ".filepart"),
    *(".!sync", ".icloud", ".opdownload", ".owncloudsync"),
)

MOST_AT_ONCE = 2_000
"""More than this are not opened one by one; a folder may hold as many as it likes."""


class PassedOver(StrEnum):
    """Why a file in a folder is not read as a package."""

    TRASH = "trash"
    HALF_COPIED = "half copied"
    GUIDE = "guide"
    HANDOVER = "handover"
    CLOSED = "closed"
    LEFT_OVER = "left over"
    PACKED = "packed"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """The files to read, and how many were passed over for each reason.

    Counted are packages in the trash, files that are still being copied, guides, folders that cannot be
    listed, and all others; what a system keeps for itself is not.
    """

    files: tuple[Path, ...] = ()
    passed: Mapping[PassedOver, int] = field(default_factory=dict)


def files_found(paths: Iterable[Path]) -> FoundFiles:
    """Return the given files, and what is in and below the given folders.

    File names may be in capitals, as on some USB sticks.  Links are not followed.
    """
    found: list[Path] = []
    passed: Counter[PassedOver] = Counter()
    for path in paths:
        if path.is_dir():
            found += _below(path, passed)
        else:
            found.append(path)
    return FoundFiles(tuple(dict.fromkeys(found)), dict(passed))


def passed_sentences(passed: Mapping[PassedOver, int], words: Words) -> Iterator[str]:
    """Yield a sentence for each reason for which files in a folder were not read."""
    ntr = words.ntr
    if count := passed.get(PassedOver.TRASH, 0):
        yield ntr(
            "{count} package is in the trash. If it belongs to the others, put it back beside them.",
            "{count} packages are in the trash. If they belong to the others, put them back beside them.",
            count,
        )
    if count := passed.get(PassedOver.HALF_COPIED, 0):
        yield ntr(
            "{count} package is not copied in full yet. Open the folder again when it is.",
            "{count} packages are not copied in full yet. Open the folder again when they are.",
            count,
        )
    if count := passed.get(PassedOver.GUIDE, 0):
        yield ntr(
            "{count} guide is there too. Open it by itself to keep it.",
            "{count} guides are there too. Open them by themselves to keep them.",
            count,
        )
    if count := passed.get(PassedOver.HANDOVER, 0):
        yield ntr(
            "{count} file hands a program over. Open it by itself.",
            "{count} files hand programs over. Open them by themselves.",
            count,
        )
    if count := passed.get(PassedOver.CLOSED, 0):
        yield ntr(
            "{count} folder could not be looked into.", "{count} folders could not be looked into.", count
        )
    yield from _others_sentences(passed, words)
    if count := passed.get(PassedOver.LEFT_OVER, 0):
        yield left_over_sentence(count, words)


def left_over_sentence(count: int, words: Words) -> str:
    """Say how many files were too many at once."""
    return words.ntr(
        "{count} file was left out, because at most {most} are opened at once. Open the folder they are in.",
        "{count} files were left out, because at most {most} are opened at once. Open the folder they are "
        "in.",
        count,
        most=words.number(MOST_AT_ONCE),
    )


def _others_sentences(passed: Mapping[PassedOver, int], words: Words) -> Iterator[str]:
    ntr = words.ntr
    if count := passed.get(PassedOver.PACKED, 0):
        yield ntr(
            "{count} zip file has packages in it. Unpack it first, then open the folder.",
            "{count} zip files have packages in them. Unpack them first, then open the folders.",
            count,
        )
    if count := passed.get(PassedOver.OTHER, 0):
        yield ntr("{count} other file is not a package.", "{count} other files are not packages.", count)


def _below(top: Path, passed: Counter[PassedOver]) -> list[Path]:
    found: list[Path] = []

    def closed(_: OSError) -> None:
        passed[PassedOver.CLOSED] += 1

    for folder, below, names in os.walk(top, onerror=closed):
        below[:] = [name for name in below if name.lower() not in _OF_SYSTEMS]
        trash = any(_is_trash(name) for name in Path(folder).relative_to(top).parts)
        for name in names:
            why = _why_not(Path(folder, name), trash=trash)
            if why is None:
                found.append(Path(folder, name))
            elif why is not PassedOver.OTHER or not (trash or name.startswith(".")):
                passed[why] += 1
    return sorted(found, key=_in_order)


def _in_order(file: Path) -> tuple[object, ...]:
    """Files by name, each before its second copies."""
    first = file.with_name(first_name(file.name))
    return look_up_order(str(first)), first != file, look_up_order(str(file))


def _why_not(path: Path, *, trash: bool) -> PassedOver | None:
    """Return why a file is passed over; None for a package."""
    name = path.name.lower()
    named = name.endswith(PACKAGE_ENDINGS)
    if PACKAGE_SUFFIX in name and name.endswith(_HALF_COPIED) and not trash:
        return PassedOver.HALF_COPIED  # hidden too: some sync services hide what they are copying
    if name.startswith(".") or not path.is_file():
        return PassedOver.OTHER
    if name.endswith(HANDOVER_SUFFIX):
        return PassedOver.OTHER if trash else PassedOver.HANDOVER
    if named or (PACKAGE_SUFFIX in name and _begins_like_package(path)):
        return PassedOver.TRASH if trash else None
    if trash:
        return PassedOver.OTHER
    return PassedOver.GUIDE if name.endswith(GUIDE_ENDINGS) else PassedOver.OTHER


def _is_trash(name: str) -> bool:
    return name.lower() in _TRASH or name.lower().startswith(".trash")


def _begins_like_package(path: Path) -> bool:
    """Whether a file whose name somebody changed begins as a package does."""
    try:
        with path.open("rb") as file:
            begin = file.read(MAGIC_AT + len(MAGIC))
    except OSError:
        return False
    return begin[MAGIC_AT:] == MAGIC or begin.startswith(AGE)
