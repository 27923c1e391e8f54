"""Files that a person gives the app, sorted by what they are: their names say it, and else their content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from dialogue_desk.desk.program.found_files import MOST_AT_ONCE, PassedOver, left_over_sentence
from dialogue_desk.desk.program.second_copies import first_name
from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.exchange.age_files import AGE, ARMOR
from dialogue_desk.exchange.container import MAGIC, MAGIC_AT
from dialogue_desk.exchange.document_archive import Archive
from dialogue_desk.exchange.document_opening import SUFFIXES
from dialogue_desk.exchange.document_refusals import DocumentRefused
from dialogue_desk.exchange.forming_file import FORMING_SUFFIX
from dialogue_desk.exchange.guide_files import SUFFIX
from dialogue_desk.exchange.guide_zip import GUIDE_ENDINGS
from dialogue_desk.exchange.limits import LIMITS
from dialogue_desk.exchange.package import HANDOVER_SUFFIX, PACKAGE_ENDINGS
from dialogue_desk.exchange.sealing import KEY_SUFFIX, SEALED_SUFFIX
from dialogue_desk.exchange.update_file import MAGIC as UPDATE_MAGIC
from dialogue_desk.exchange.update_manifest import SUFFIX as UPDATE_SUFFIX
from dialogue_desk.words import Words

_ZIP = b"PK\x03\x04"
_NAMED = 6


class GivenKind(StrEnum):
    """What a file is."""

    PACKAGE = "package"
    GUIDE = "guide"
    HANDOVER = "handover"
    DOCUMENT = "document"
    PACKED = "packed"
    SLIPS = "slips"
    KEY = "key"
    UPDATE = "update"
    OTHER = "other"


_BY_NAME = (
    (GivenKind.HANDOVER, (HANDOVER_SUFFIX,)),
    (GivenKind.GUIDE, GUIDE_ENDINGS),
    (GivenKind.SLIPS, (FORMING_SUFFIX,)),
    (GivenKind.KEY, (KEY_SUFFIX,)),
    (GivenKind.UPDATE, (UPDATE_SUFFIX,)),
    (GivenKind.PACKAGE, (*PACKAGE_ENDINGS, SEALED_SUFFIX)),
    (GivenKind.DOCUMENT, SUFFIXES),
)


@dataclass(frozen=True, slots=True)
class Unopened:
    """A file that is not opened, because it is of a ``kind`` that is not, or not beside others."""

    path: Path
    kind: GivenKind


@dataclass(frozen=True, slots=True)
class GivenFiles:
    """Files sorted by how they are opened; folders are among the packages.

    ``left_over`` counts those beyond the most that are opened at once.
    """

    packages: tuple[Path, ...] = ()
    guides: tuple[Path, ...] = ()
    handover: Path | None = None
    document: Path | None = None
    update: Path | None = None
    unopened: tuple[Unopened, ...] = ()
    left_over: int = 0

    @property
    def passed(self) -> Mapping[PassedOver, int]:
        """How many of them are not opened, by reason, where packages are opened beside them."""
        packed = sum(one.kind is GivenKind.PACKED for one in self.unopened)
        return {
            PassedOver.PACKED: packed,
            PassedOver.OTHER: len(self.unopened) - packed,
            PassedOver.LEFT_OVER: self.left_over,
        }


def sorted_files(paths: Iterable[Path]) -> GivenFiles:
    """Sort files, each once.

    Of programs handed over the first is opened; a document and an update of the app by themselves alone.
    """
    all_of_them = tuple(dict.fromkeys(paths))
    given = all_of_them[:MOST_AT_ONCE]
    kinds = {path: kind_of(path) for path in given}

    def of(kind: GivenKind) -> tuple[Path, ...]:
        return tuple(path for path in given if kinds[path] is kind)

    handover = next(iter(of(GivenKind.HANDOVER)), None)
    document, update = (
        given[0] if len(given) == 1 and kinds[given[0]] is kind else None
        for kind in (GivenKind.DOCUMENT, GivenKind.UPDATE)
    )
    opened = {*of(GivenKind.PACKAGE), *of(GivenKind.GUIDE), handover, document, update}
    return GivenFiles(
        of(GivenKind.PACKAGE),
        of(GivenKind.GUIDE),
        handover,
        document,
        update,
        tuple(Unopened(path, kinds[path]) for path in given if path not in opened),
        len(all_of_them) - len(given),
    )


def kind_of(path: Path) -> GivenKind:
    """Return what a file is.

    A file that cannot be read counts as a package: whoever reads those says what is wrong with it.  Pipes and
    devices are of no kind, whatever their names say: reading them would never end.
    """
    if path.is_dir():
        return GivenKind.PACKAGE
    if path.exists() and not path.is_file():
        return GivenKind.OTHER
    name = first_name(path.name).lower()
    for kind, endings in _BY_NAME:
        if name.endswith(endings):
            return kind
    try:
        return _kind_of_content(path)
    except OSError:
        return GivenKind.PACKAGE


def unopened_sentences(given: GivenFiles, words: Words) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what to do about the files of each kind that were not opened, with their names."""
    for kind, sentence in _what_to_do(words).items():
        names = tuple(one.path.name for one in given.unopened if one.kind is kind)
        if names:
            yield sentence, _named(names, words)
    if given.left_over:
        yield left_over_sentence(given.left_over, words), ()


def _kind_of_content(path: Path) -> GivenKind:
    with path.open("rb") as file:
        begin = file.read(MAGIC_AT + len(MAGIC))
        if begin[MAGIC_AT:] == MAGIC or begin.startswith((AGE, ARMOR)):
            return GivenKind.PACKAGE  # somebody gave it another name
        if begin.startswith(UPDATE_MAGIC):
            return GivenKind.UPDATE
        if not begin.startswith(_ZIP):
            return GivenKind.OTHER
        begin += file.read(LIMITS.file + 1 - len(begin))
    return _kind_of_zip(begin) if len(begin) <= LIMITS.file else GivenKind.OTHER


def _kind_of_zip(data: bytes) -> GivenKind:
    try:
        names = tuple(name.lower() for name in Archive(data).names)
    except (DocumentRefused, MemoryError):
        return GivenKind.OTHER
    if any(name.endswith((*PACKAGE_ENDINGS, HANDOVER_SUFFIX)) for name in names):
        return GivenKind.PACKED
    if any(name.endswith(SUFFIX) for name in names):
        return GivenKind.GUIDE
    return GivenKind.OTHER


def _what_to_do(words: Words) -> dict[GivenKind, str]:
    tr = words.tr
    return {
        GivenKind.PACKED: tr(
            "To open packages that are in a zip file, unpack it first. Then open the folder."
        ),
        GivenKind.DOCUMENT: tr("A document can become a guide. Open one by itself."),
        GivenKind.HANDOVER: tr("Programs that are handed over are opened one at a time. Open it by itself."),
        GivenKind.SLIPS: tr(
            "Sealed slips are opened in their program, on the page where circles are formed."
        ),
        GivenKind.KEY: tr("A key is opened on the page of its program, under “Sealed packages”."),
        GivenKind.UPDATE: tr(
            "An update of Dialogue Desk is opened by itself. Open it again without other files."
        ),
        GivenKind.OTHER: tr(
            "Dialogue Desk opens packages (.dialogue), guides (.guide.md, .guide.zip), programs that are "
            "handed over (.dialogue-handover), updates (.update), and documents that can become a guide: "
            "Word, LibreOffice, PDF and text."
        ),
    }


def _named(names: Sequence[str], words: Words) -> tuple[str, ...]:
    shown = tuple(safe_in_sentence(name) for name in sorted(names, key=look_up_order)[:_NAMED])
    more = len(names) - len(shown)
    return (*shown, words.ntr("and {count} more", "and {count} more", more)) if more else shown
