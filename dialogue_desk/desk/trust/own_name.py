"""The name of this desk: the fingerprint of its key, and a hand that is new each time it is opened.

A desk that goes on from a copy, that wakes on another machine or that meets a twin of its own takes a new
name and key.  The key it had vouches for the new one, so that whoever trusted the desk goes on doing so.
"""

from __future__ import annotations

import contextlib
import hashlib
import sys
from dataclasses import dataclass
from pathlib import Path

from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.domain.model.ids import DeviceId
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.storage.desk_file import DeskFile

_MACHINE = "machine"
_MACHINE_IDS = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))


@dataclass(frozen=True, slots=True)
class DeskName:
    """Who writes: the name of the desk, and its hand."""

    device: DeviceId
    hand: str


def name_of(file: DeskFile, ids: RandomIds) -> DeskName:
    """Return the name of a desk, which a new desk and one that went on from a copy take now.

    Raises:
        DeskTrouble: when a new name could not be saved.
    """
    device = file.names.current()
    if device is None and file.read_only:
        return DeskName(DeviceId("read-only"), "")
    return DeskName(device or take_name(file, ids), ids.hand())


def take_name(file: DeskFile, ids: RandomIds) -> DeviceId:
    """Give the desk a new name and key, and let the key it had vouch for them.

    Raises:
        DeskTrouble: when it could not be saved; then the desk has the name it had.
    """
    # Imported late: most starts have a name.
    from dialogue_desk.domain.records.trust import VouchKind  # noqa: PLC0415
    from dialogue_desk.exchange.signing import fingerprint, public_key, vouch  # noqa: PLC0415

    secret = ids.secret()
    key = public_key(secret)
    name = fingerprint(key)
    with file.writing():
        file.names.take(name)
        file.keys.keep_signing(name, secret)
        formers = file.names.former()
        vouches = (one for one in file.laptops.vouches() if one.kind is VouchKind.SUCCESSOR)
        # The names are a chain: each needs to vouch for the next one only.
        for former in sorted(formers - {one.by for one in vouches if one.of in formers}):
            old = file.keys.signing(former)
            if old is not None:
                file.laptops.keep_vouch(vouch(old, former, VouchKind.SUCCESSOR, name, key))
    return name


def wakes_elsewhere(file: DeskFile, machine: str) -> bool:
    """Whether the desk was last open on another machine, or is older than its own last export.

    It saves where the desk is now, unless the disk is full.  What is saved of the machine is a digest that
    says nothing of it.
    """
    device = file.names.current()
    if device is None or file.read_only:
        return False
    here = hashlib.sha256(f"dialogue-desk {machine}".encode()).hexdigest()[:16]
    before = file.remembered(_MACHINE)
    if before != here:
        with contextlib.suppress(DeskTrouble):
            file.remember(_MACHINE, here)
    moved = bool(before) and before != here
    return moved or file.export_mark().count(device) > file.history.last()


def this_machine() -> str:
    """Return what tells this machine from every other; "" when nothing does."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        if sys.platform == "win32":
            import winreg  # noqa: PLC0415

            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:
                return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        if sys.platform == "darwin":
            import ctypes  # noqa: PLC0415
            import uuid  # noqa: PLC0415

            found = ctypes.create_string_buffer(16)
            wait = (ctypes.c_long * 2)(0, 0)
            if ctypes.CDLL(None).gethostuuid(found, wait) == 0:
                return uuid.UUID(bytes=found.raw).hex
        for path in _MACHINE_IDS:
            if path.is_file():
                return path.read_text(encoding="ascii").strip()
    import platform  # noqa: PLC0415  # it takes as long as many of our own modules

    return platform.node()
