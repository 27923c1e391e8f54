"""The file in which slips wait until the circles are settled: sealed with a passphrase, and nothing else.

It is no package: nothing in it becomes a record, and nobody can import it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from dialogue_desk.domain.forming.forming import Forming
from dialogue_desk.exchange.age_files import PassphraseHeader, is_age
from dialogue_desk.exchange.container import file_bytes
from dialogue_desk.exchange.refusals import PackageRefused, Refusal, refusing
from dialogue_desk.exchange.sealing import Keyring, passphrase_header, unsealed
from dialogue_desk.whole_file import BRIEF, write_atomically

FORMING_SUFFIX = ".dialogue-slips"
"""The ending of a file of slips."""

_WHAT = "slips"


@dataclass(frozen=True, slots=True)
class KeptSlips:
    """Slips with the circles they are in, and what stands on paper beside them."""

    forming: Forming = field(repr=False)
    program: str = ""
    kept_by: str = ""
    what: str = _WHAT


@dataclass(frozen=True, slots=True)
class SlipFile:
    """A file of slips that is written again with each change; nothing of it is ever on disk unsealed."""

    path: Path
    header: PassphraseHeader = field(repr=False)

    @classmethod
    def begun(cls, path: Path, passphrase: str) -> SlipFile:
        """Return a file that is sealed with a passphrase.  It takes about a second; nothing is written yet.

        Raises:
            ValueError: without a passphrase.
            OSError: when there is no memory for it.
        """
        if not passphrase:
            raise ValueError("slips are never written without a passphrase")
        return cls(path, passphrase_header(passphrase))

    def write(self, kept: KeptSlips) -> None:
        """Write slips, whole and on disk when it returns.

        Raises:
            OSError: when they could not be written; what was there before is still there.
        """
        import msgspec  # noqa: PLC0415  # costly, and most commands need none

        write_atomically(
            self.path, self.header.put_on(msgspec.json.encode(kept)), private=True, patience=BRIEF
        )


def write_slips(path: Path, kept: KeptSlips, passphrase: str) -> None:
    """Write slips behind a passphrase.  It takes about a second.

    Raises:
        ValueError: without a passphrase.
        OSError: when they could not be written; what was there before is still there.
    """
    SlipFile.begun(path, passphrase).write(kept)


def is_slip_file(path: Path) -> bool:
    """Whether a file has slips behind a passphrase, by its name or by how it begins."""
    if path.suffix.lower() == FORMING_SUFFIX:
        return True
    with path.open("rb") as file:
        return is_age(file.read(64))


def read_slips(path: Path, passphrase: str) -> KeptSlips:
    """Return the slips in a file.

    Raises:
        PackageRefused: ``LOCKED`` without a passphrase, ``WRONG_PASSPHRASE``, ``NOT_A_PACKAGE`` when it has
            no slips, or ``DAMAGED``; it names the file.
    """
    import msgspec  # noqa: PLC0415

    keys = Keyring(passphrases=(passphrase,) if passphrase else ())
    with refusing(path.name):
        data = file_bytes(path)
        if not is_age(data):
            raise PackageRefused(Refusal.NOT_A_PACKAGE, "it is not sealed")
        try:
            kept = msgspec.json.decode(unsealed(data, keys), type=KeptSlips)
        except msgspec.MsgspecError as error:
            raise PackageRefused(Refusal.NOT_A_PACKAGE, str(error)) from error
        named = Counter((*kept.forming.all_numbers, *(number for number, _ in kept.forming.unplaced)))
        if kept.what != _WHAT or named != Counter(slip.number for slip in kept.forming.slips):
            raise PackageRefused(Refusal.NOT_A_PACKAGE, "its circles are not of its slips")
        return kept
