"""Keys as people write them: a secret typed from paper, and the public half of somebody else's.

Keys of the age tool are bech32 texts (BIP 173), whose checksum tells where up to two signs are wrong.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from pathlib import Path

from dialogue_desk.domain.model.key_grid import PREFIX, cells_of
from dialogue_desk.domain.model.text import decoded
from dialogue_desk.exchange.sealing import NotAKey, SealingKey, is_public_key, key_of

_SIGNS = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"
_LENGTH = 58
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_PUBLIC = re.compile(r"age1[0-9a-z]{58}")
_SECRET = re.compile("AGE-SECRET-KEY-1", re.IGNORECASE)
_LONGEST_FILE = 64 * 1024


class KeyFault(StrEnum):
    """What is wrong with a key that was typed."""

    EMPTY = "empty"
    PUBLIC = "public"
    SHORT = "short"
    LONG = "long"
    SIGN = "sign"
    PLACES = "places"
    SOMEWHERE = "somewhere"


class WrongKey(ValueError):
    """A typed key is not one.

    ``places`` are the cells of the grid to compare, such as B3; ``signs`` are those that no key has, and
    ``count`` is how many signs were typed.
    """

    def __init__(
        self, fault: KeyFault, places: tuple[str, ...] = (), signs: tuple[str, ...] = (), count: int = 0
    ) -> None:
        super().__init__(fault)
        self.fault, self.places, self.signs, self.count = fault, places, signs, count


def typed_key(text: str) -> SealingKey:
    """Return the key that a person typed or scanned: spaces, line ends and small letters do not matter.

    Raises:
        WrongKey: when it is not a key; where the checksum can tell, it says in which groups to look.
    """
    signs = re.sub(r"[\s\u00a0.,;:_-]", "", text).upper()
    if signs.startswith("AGE1"):
        raise WrongKey(KeyFault.PUBLIC)
    signs = signs.removeprefix(PREFIX.replace("-", ""))
    if not signs:
        raise WrongKey(KeyFault.EMPTY)
    wrong = [place for place, sign in enumerate(signs) if sign not in _SIGNS]
    if len(signs) != _LENGTH:
        raise WrongKey(KeyFault.SHORT if len(signs) < _LENGTH else KeyFault.LONG, count=len(signs))
    if wrong:
        raise WrongKey(KeyFault.SIGN, cells_of(wrong), tuple(dict.fromkeys(signs[one] for one in wrong)))
    syndrome = _checked(signs) ^ 1
    if syndrome:
        places = _wrong_places(syndrome)
        raise WrongKey(KeyFault.PLACES if places else KeyFault.SOMEWHERE, cells_of(places))
    try:
        return key_of(PREFIX + signs)
    except NotAKey as error:
        raise WrongKey(KeyFault.SOMEWHERE) from error


def public_key_in(text: str) -> str:
    """Return the one public key in what a person typed, pasted or was sent.

    Raises:
        WrongKey: ``EMPTY`` when there is none, ``PUBLIC`` when it has the secret half, which nobody is to
            send, ``LONG`` when there are several, ``SOMEWHERE`` when it was not copied as it is.
    """
    if _SECRET.search(text):
        raise WrongKey(KeyFault.PUBLIC)
    small = text.lower()
    found: set[str] = set(_PUBLIC.findall(small)) or set(_PUBLIC.findall(re.sub(r"\s", "", small)))
    if len(found) > 1:
        raise WrongKey(KeyFault.LONG)
    if not found:
        raise WrongKey(KeyFault.SOMEWHERE if "age1" in small else KeyFault.EMPTY)
    (key,) = found
    if not is_public_key(key):
        raise WrongKey(KeyFault.SOMEWHERE)
    return key


def read_public_key(path: Path) -> str:
    """Return the public key in a file.

    Raises:
        WrongKey: as ``public_key_in``.
        OSError: when it cannot be read.
    """
    if not path.is_file() and path.exists():
        raise WrongKey(KeyFault.EMPTY)  # a pipe would be waited for
    with path.open("rb") as file:
        data = file.read(_LONGEST_FILE)
    try:
        return public_key_in(decoded(data))
    except UnicodeDecodeError:
        raise WrongKey(KeyFault.EMPTY) from None


def public_key_file(public: str, said: str) -> bytes:
    """Return a file with a public key, in the form that ``age -R`` reads; ``said`` says what it is."""
    return f"# {said}\n{public}\n".encode()


def _checked(signs: str) -> int:
    """Return what the checksum of a secret key comes to: 1 when it is right."""
    prefix = PREFIX[:-1].lower()
    values = [ord(sign) >> 5 for sign in prefix] + [0] + [ord(sign) & 31 for sign in prefix]
    return _polymod([*values, *map(_SIGNS.index, signs)])


def _polymod(values: list[int], check: int = 1) -> int:
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, part in enumerate(_GENERATOR):
            check ^= part if top >> bit & 1 else 0
    return check


@cache
def _single_errors() -> dict[int, int]:
    """Return what one wrong sign does to the checksum, and at which place it does that."""
    return {
        _polymod([error, *[0] * (_LENGTH - 1 - place)], check=0): place
        for place in range(_LENGTH)
        for error in range(1, len(_SIGNS))
    }


def _wrong_places(syndrome: int) -> tuple[int, ...]:
    """Return the one or two places whose signs are wrong, or none when more are: the code is no help then."""
    single = _single_errors()
    if syndrome in single:
        return (single[syndrome],)
    for error, place in single.items():
        other = single.get(syndrome ^ error)
        if other is not None and other != place:
            return tuple(sorted((place, other)))
    return ()
