"""The laptops that are known on a desk: its own names, those a person accepted, and whom they vouched for."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.leaving.keyring import first_key
from dialogue_desk.domain.model.ids import DeviceId, Instant
from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.records.trust import NOBODY, Trust, Vouch, VouchKind
from dialogue_desk.exchange.signing import (
    MOST_VOUCHES,
    PackageOrigin,
    fingerprint,
    is_fingerprint,
    public_key,
    vouch,
)
from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.storage.trust_tables import vouched


@dataclass(frozen=True, slots=True)
class KnownLaptop:
    """A laptop whose changes are taken here unasked, and since when."""

    name: DeviceId
    since: Instant


def trust_of(desk: Desk, heard: Iterable[Vouch] = ()) -> Trust:
    """Return whose changes are taken here; ``heard`` are vouches that files bring just now."""
    laptops = desk.file.laptops
    said = (one for one in heard if not _is_taken_back(desk, one))
    vouches = [one for one in (*laptops.vouches(), *said) if _signed_by_its_laptop(desk, one)]
    own = frozenset(name for name in desk.names() if name == desk.device or desk.file.keys.signing(name))
    return Trust(
        own,
        frozenset(laptops.accepted()),
        vouched(vouches, VouchKind.CIRCLE),
        vouched(vouches, VouchKind.SUCCESSOR),
    )


def signer_of(desk: Desk, origin: PackageOrigin | None) -> DeviceId:
    """Return which laptop signed a file, as its key proves, whatever name the file says.

    A laptop with a random name, from before names were fingerprints, keeps the key it signed with first;
    another key under that name is another laptop.
    """
    if origin is None:
        return NOBODY
    return _name_of(desk, origin.device, origin.key)


def accept(desk: Desk, laptop: DeviceId) -> None:
    """Take the changes of a laptop unasked from now on, because a person says so.

    Raises:
        DeskTrouble: when that could not be saved.
    """
    with desk.file.writing():
        desk.file.laptops.accept(laptop, desk.clock.now())


def join(desk: Desk, origin: PackageOrigin) -> None:
    """Accept the other laptop of the circle, and vouch for it, so that all who trust this one trust it too.

    Raises:
        DeskTrouble: when that could not be saved.
    """
    laptop, secret = signer_of(desk, origin), own_secret(desk)
    if secret is None:
        raise DeskTrouble(Trouble.LOCKED, desk.file.path)
    said = vouch(secret, desk.device, VouchKind.CIRCLE, laptop, origin.key)
    with desk.file.writing():
        desk.file.laptops.accept(laptop, desk.clock.now())
        desk.file.laptops.keep_vouch(said)


def own_secret(desk: Desk) -> bytes | None:
    """Return the secret with which this desk signs; None on a read-only desk that has none.

    A desk whose name is from before names were fingerprints gets its key when it is needed; one that lost
    its key gets a new name with it.

    Raises:
        DeskTrouble: when a new key could not be saved.
    """
    keys = desk.file.keys
    if keys.signing(desk.device) is None and not desk.file.read_only:
        if is_fingerprint(desk.device):
            desk.rename()
        else:
            with desk.file.writing():
                keys.keep_signing(desk.device, desk.ids.secret())
    return keys.signing(desk.device)


def decline(desk: Desk, laptop: DeviceId) -> None:
    """Remember that a person here does not work with that laptop, so as not to ask again.

    Raises:
        DeskTrouble: when that could not be saved.
    """
    with desk.file.writing():
        desk.file.laptops.decline(laptop, desk.clock.now())


def forget(desk: Desk, laptop: DeviceId) -> None:
    """Take back that a laptop's changes are taken unasked: it was lost, or a person thought better of it.

    What it changed stays.  Laptops that heard this one vouch for it are not told.

    Raises:
        DeskTrouble: when that could not be saved.
    """
    with desk.file.writing():
        desk.file.laptops.forget(laptop)
        for one in desk.file.laptops.vouches():
            if one.of == laptop and one.by in desk.names():
                desk.file.laptops.drop_vouch(one)


def known_laptops(desk: Desk) -> tuple[KnownLaptop, ...]:
    """Return the laptops a person here accepted, the latest first."""
    found = (KnownLaptop(name, since) for name, since in desk.file.laptops.accepted().items())
    return tuple(sorted(found, key=lambda one: (-one.since, look_up_order(one.name))))


def is_asked_about(desk: Desk, origin: PackageOrigin | None) -> bool:
    """Whether a person here has not yet said if the laptop that signed a file belongs to the circle."""
    if origin is None:
        return False
    laptop = signer_of(desk, origin)
    return not trust_of(desk).knows(laptop) and laptop not in desk.file.laptops.declined()


def hear(desk: Desk, vouches: Iterable[Vouch]) -> None:
    """Save what laptops say of each other in files, unless it is known.

    The files are opened all the same on a full disk; it is heard again in their next ones.
    """
    known = {(one.by, one.of) for one in desk.file.laptops.vouches()}
    vouches = (one for one in vouches if not _is_taken_back(desk, one))
    new = {(one.by, one.of): one for one in vouches if (one.by, one.of) not in known}
    if new:
        with contextlib.suppress(DeskTrouble), desk.file.writing():
            for one in new.values():
                desk.file.laptops.keep_vouch(one)


def vouches_to_tell(desk: Desk) -> tuple[Vouch, ...]:
    """Return what goes along with a package: vouches that lead to or from this desk, the nearest first."""
    left = set(desk.file.laptops.vouches())
    near: set[DeviceId] = set(desk.names())
    trusted = near | set(desk.file.laptops.accepted())
    found: list[Vouch] = []
    while step := sorted(
        (one for one in left if one.by in near or one.of in near),
        key=lambda vouch: (vouch.by not in trusted, vouch.by, vouch.of),
    ):
        found += step
        left -= set(step)
        near |= {name for one in step for name in (one.by, one.of)}
    return tuple(found[:MOST_VOUCHES])


def _is_taken_back(desk: Desk, one: Vouch) -> bool:
    """Whether this desk itself said it once: it knows better than a file whether that still holds.

    A new name is different: a twin of this desk took it, which has the key too.
    """
    return one.kind is VouchKind.CIRCLE and one.by in desk.names()


def _signed_by_its_laptop(desk: Desk, one: Vouch) -> bool:
    return _is_key_of(desk, one.by, one.by_key) and _is_key_of(desk, one.of, one.of_key)


def _is_key_of(desk: Desk, name: DeviceId, key: str) -> bool:
    """Whether it is known that a laptop signs with a key; a random name proves nothing by itself."""
    return is_fingerprint(name) or first_key(desk, PackageOrigin(name, key)) == key


def _name_of(desk: Desk, name: DeviceId, key: str) -> DeviceId:
    if is_fingerprint(name):
        return name
    first = first_key(desk, PackageOrigin(name, key))
    if first == key or (first is None and name not in desk.names()):
        return name
    own = (secret for former in desk.names() if (secret := desk.file.keys.signing(former)) is not None)
    return name if any(public_key(secret) == key for secret in own) else fingerprint(key)
