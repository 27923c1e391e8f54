"""Which laptop wrote a package: the package has a slip, signed with the laptop's own key.

The slip signs the package's identity, and so all that is in it.  It does not change the identity: the same
records have the same one, whoever wrote them.  The name of a laptop is the fingerprint of its key.  Beside
it the slip carries what laptops say of each other, each with a signature of its own.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from dialogue_desk.domain.model.ids import DeviceId
from dialogue_desk.domain.records.shape import names_laptop
from dialogue_desk.domain.records.trust import Vouch, VouchKind
from dialogue_desk.exchange.canonical_json import JsonObject, JsonValue, canonical_json, read_json_object
from dialogue_desk.exchange.refusals import PackageRefused, Refusal

MOST_REVISIONS = 1_000_000
MOST_VOUCHES = 64

_WHAT_IS_SIGNED = b"dialogue-desk/signature\n"
_WHAT_IS_VOUCHED = b"dialogue-desk/vouch\n"
_NAME = "key-"
_VOUCH_KINDS = frozenset(kind.value for kind in VouchKind)
_KEY = re.compile("[0-9a-f]{64}")
_SIGNATURE = re.compile("[0-9a-f]{128}")


@dataclass(frozen=True, slots=True)
class PackageOrigin:
    """Which laptop wrote a package, and which revision it is.

    ``revision`` counts the packages of one session or program that one laptop made for one profile, from 1;
    ``replaces`` is the identity of the revision before, "" for the first.  ``key`` is the public half of the
    laptop's key, in hexadecimal.  ``vouches`` are true to their signatures.
    """

    device: DeviceId
    key: str = ""
    revision: int = 0
    replaces: str = ""
    vouches: tuple[Vouch, ...] = ()


def public_key(secret: bytes) -> str:
    """Return the public half of a laptop's key, in hexadecimal."""
    # Imported late, here and below: most starts sign nothing.
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415

    return Ed25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw().hex()


def fingerprint(key: str) -> DeviceId:
    """Return the name of the laptop with this public key."""
    return DeviceId(f"{_NAME}{hashlib.sha256(bytes.fromhex(key)).hexdigest()[:32]}")


def is_fingerprint(device: str) -> bool:
    """Whether a laptop is named after its key.  Laptops of the first format have random names."""
    return device.startswith(_NAME)


def vouch(secret: bytes, by: DeviceId, kind: VouchKind, of: DeviceId, of_key: str) -> Vouch:
    """Say something of another laptop, with the secret of the laptop ``by``."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415

    fields = _vouch_fields(kind, by, public_key(secret), of, of_key)
    signature = Ed25519PrivateKey.from_private_bytes(secret).sign(_WHAT_IS_VOUCHED + canonical_json(fields))
    return Vouch(kind, by, public_key(secret), of, of_key, signature.hex())


def signing(secret: bytes, origin: PackageOrigin) -> Callable[[str], bytes]:
    """Return a function that makes the slip of a package from its identity."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415

    key = Ed25519PrivateKey.from_private_bytes(secret)

    def slip(identity: str) -> bytes:
        fields: dict[str, JsonValue] = {
            "device": origin.device,
            "identity": identity,
            "key": key.public_key().public_bytes_raw().hex(),
            "replaces": origin.replaces,
            "revision": origin.revision,
        }
        if origin.vouches:
            fields["vouches"] = [_plain_vouch(one) for one in origin.vouches]
        return canonical_json(
            fields | {"signature": key.sign(_WHAT_IS_SIGNED + canonical_json(fields)).hex()}
        )

    return slip


def read_slip(slip: bytes, identity: str) -> PackageOrigin:
    """Return who wrote the package of this identity, as its slip proves.

    Raises:
        PackageRefused: ``FORGED`` when the signature is not that of this package, ``IMPOSSIBLE`` when it is
            not a slip.
    """
    fields = read_json_object(slip)
    signature, key = _text(fields, "signature", _SIGNATURE), _text(fields, "key", _KEY)
    origin = _origin(fields, key)
    without = {name: value for name, value in fields.items() if name != "signature"}
    _verify(key, signature, _WHAT_IS_SIGNED + canonical_json(without))
    if fields.get("identity") != identity:
        raise PackageRefused(Refusal.FORGED, "the signature is that of another package")
    return origin


def short_device(device: str) -> str:
    """Return a laptop's name in the form people compare: its last eight letters or digits, in two groups."""
    last = "".join(sign for sign in device if sign.isalnum())[-8:]
    return f"{last[:4]} {last[4:]}".strip()


@lru_cache(maxsize=1_000)
def _verify(key: str, signature: str, signed: bytes) -> None:
    """Check a signature; the packages of a circle carry the same vouches again and again.

    Raises:
        PackageRefused: ``FORGED``.
    """
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415

    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(bytes.fromhex(signature), signed)
    except (InvalidSignature, ValueError) as error:
        raise PackageRefused(Refusal.FORGED, "the signature is wrong") from error


def _vouches(fields: JsonObject) -> tuple[Vouch, ...]:
    said = fields.get("vouches", [])
    if not isinstance(said, list) or len(said) > MOST_VOUCHES:
        raise PackageRefused(Refusal.IMPOSSIBLE, "the signature vouches for no possible laptops")
    return tuple(_vouch(one) for one in said if isinstance(one, dict) and _is_known(one))


def _is_known(fields: JsonObject) -> bool:
    """Whether this app knows what is vouched for; a newer one may say more."""
    kind = fields.get("kind")
    return isinstance(kind, str) and kind in _VOUCH_KINDS


def _vouch(fields: JsonObject) -> Vouch:
    by_key, of_key = _text(fields, "by_key", _KEY), _text(fields, "of_key", _KEY)
    kind, signature = VouchKind(str(fields["kind"])), _text(fields, "signature", _SIGNATURE)
    by, of = _device(fields, "by", by_key), _device(fields, "of", of_key)
    plain = _vouch_fields(kind, by, by_key, of, of_key)
    _verify(by_key, signature, _WHAT_IS_VOUCHED + canonical_json(plain))
    return Vouch(kind, by, by_key, of, of_key, signature)


def _vouch_fields(
    kind: VouchKind, by: DeviceId, by_key: str, of: DeviceId, of_key: str
) -> dict[str, JsonValue]:
    return {"by": by, "by_key": by_key, "kind": kind.value, "of": of, "of_key": of_key}


def _plain_vouch(one: Vouch) -> dict[str, JsonValue]:
    return _vouch_fields(one.kind, one.by, one.by_key, one.of, one.of_key) | {"signature": one.signature}


def _device(fields: JsonObject, name: str, key: str) -> DeviceId:
    """Return the name of a laptop with this key.

    Raises:
        PackageRefused: ``IMPOSSIBLE`` when it is none, ``FORGED`` when it is the name of another key.
    """
    device = fields.get(name)
    if not isinstance(device, str) or not names_laptop(device):
        raise PackageRefused(Refusal.IMPOSSIBLE, "the signature names no laptop")
    if is_fingerprint(device) and device != fingerprint(key):
        raise PackageRefused(Refusal.FORGED, "the signature names the laptop of another key")
    return DeviceId(device)


def _origin(fields: JsonObject, key: str) -> PackageOrigin:
    revision, replaces = fields.get("revision", 0), fields.get("replaces", "")
    if type(revision) is not int or not 0 <= revision <= MOST_REVISIONS:
        raise PackageRefused(Refusal.IMPOSSIBLE, "the signature tells no possible revision")
    if not isinstance(replaces, str) or (replaces and not _KEY.fullmatch(replaces)):
        raise PackageRefused(Refusal.IMPOSSIBLE, "the signature tells of no possible package before")
    return PackageOrigin(_device(fields, "device", key), key, revision, replaces, _vouches(fields))


def _text(fields: JsonObject, name: str, shape: re.Pattern[str]) -> str:
    value = fields.get(name)
    if not isinstance(value, str) or not shape.fullmatch(value):
        raise PackageRefused(Refusal.IMPOSSIBLE, f"the signature has no {name}")
    return value
