"""Which laptop wrote a package: the package has a slip, signed with the laptop's own key.

The slip signs the package's identity, and so all that is in it.  It does not change the identity: the same
records have the same one, whoever wrote them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from dialogue_desk.domain.model.ids import DeviceId
from dialogue_desk.domain.records.shape import names_laptop
from dialogue_desk.exchange.canonical_json import JsonObject, JsonValue, canonical_json, read_json_object
from dialogue_desk.exchange.refusals import PackageRefused, Refusal

MOST_REVISIONS = 1_000_000

_WHAT_IS_SIGNED = b"dialogue-desk/signature\n"
_KEY = re.compile("[0-9a-f]{64}")
_SIGNATURE = re.compile("[0-9a-f]{128}")


@dataclass(frozen=True, slots=True)
class PackageOrigin:
    """Which laptop wrote a package, and which revision it is.

    ``revision`` counts the packages of one session or program that one laptop made for one profile, from 1;
    ``replaces`` is the identity of the revision before, "" for the first.  ``key`` is the public half of the
    laptop's key, in hexadecimal.
    """

    device: DeviceId
    key: str = ""
    revision: int = 0
    replaces: str = ""


def public_key(secret: bytes) -> str:
    """Return the public half of a laptop's key, in hexadecimal."""
    # Imported late, here and below: most starts sign nothing.
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415

    return Ed25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw().hex()


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
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415

    fields = read_json_object(slip)
    signature, key = _text(fields, "signature", _SIGNATURE), _text(fields, "key", _KEY)
    origin = _origin(fields, key)
    without = {name: value for name, value in fields.items() if name != "signature"}
    try:
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(key))
        public.verify(bytes.fromhex(signature), _WHAT_IS_SIGNED + canonical_json(without))
    except (InvalidSignature, ValueError) as error:
        raise PackageRefused(Refusal.FORGED, "the signature is wrong") from error
    if fields.get("identity") != identity:
        raise PackageRefused(Refusal.FORGED, "the signature is that of another package")
    return origin


def short_device(device: str) -> str:
    """Return a laptop's name in the form people compare: its last eight letters or digits, in two groups."""
    last = "".join(sign for sign in device if sign.isalnum())[-8:]
    return f"{last[:4]} {last[4:]}".strip()


def _origin(fields: JsonObject, key: str) -> PackageOrigin:
    device, revision, replaces = fields.get("device"), fields.get("revision", 0), fields.get("replaces", "")
    if not isinstance(device, str) or not names_laptop(device):
        raise PackageRefused(Refusal.IMPOSSIBLE, "the signature names no laptop")
    if type(revision) is not int or not 0 <= revision <= MOST_REVISIONS:
        raise PackageRefused(Refusal.IMPOSSIBLE, "the signature tells no possible revision")
    if not isinstance(replaces, str) or (replaces and not _KEY.fullmatch(replaces)):
        raise PackageRefused(Refusal.IMPOSSIBLE, "the signature tells of no possible package before")
    return PackageOrigin(DeviceId(device), key, revision, replaces)


def _text(fields: JsonObject, name: str, shape: re.Pattern[str]) -> str:
    value = fields.get(name)
    if not isinstance(value, str) or not shape.fullmatch(value):
        raise PackageRefused(Refusal.IMPOSSIBLE, f"the signature has no {name}")
    return value
