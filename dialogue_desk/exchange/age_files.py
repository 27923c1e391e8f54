"""Age files (age-encryption.org/v1): their headers, and sealing and opening them with a passphrase.

pyrage seals and opens files with keys, and ``age_keys`` where it is missing.  It is not used for passphrases,
because it makes its scrypt as hard as the laptop is fast, so that a slower laptop may refuse the file, and it
blocks the window meanwhile.  Here the work is always that of the ``age`` tool, and other threads go on.
"""

from __future__ import annotations

import base64
import binascii
import errno
import hashlib
import hmac
import os
import re
import secrets
from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dialogue_desk.exchange.refusals import PackageRefused, Refusal

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

AGE = b"age-encryption.org/v1\n"
ARMOR = b"-----BEGIN AGE ENCRYPTED FILE-----"

WORK = 18
"""The logarithm of how often scrypt mixes: 256 MiB and about a second."""

MOST_WORK = 20
"""The most that is still opened: 1 GiB and some seconds.  Each step more doubles both."""

_COLUMNS = 64
_LONGEST_BLANK = 1024
_ARMOR_END = b"-----END AGE ENCRYPTED FILE-----"
_LONGEST_HEADER = 64 * 1024
_SCRYPT_SALT = b"age-encryption.org/v1/scrypt"
_CHUNK, _TAG = 64 * 1024, 16
_SALT, _NONCE, _FILE_KEY = 16, 16, 16
_WORK_TOLD = re.compile(r"[1-9][0-9]?")


@dataclass(frozen=True, slots=True)
class Stanza:
    """One way to open a file: its kind, such as ``X25519``, its arguments, and the wrapped key."""

    kind: str
    arguments: tuple[str, ...]
    body: bytes


@dataclass(frozen=True, slots=True)
class AgeFile:
    """The pieces of an age file.  ``mac`` authenticates ``covered``; ``payload`` is still sealed."""

    stanzas: tuple[Stanza, ...]
    covered: bytes
    mac: bytes
    payload: memoryview

    @property
    def by_passphrase(self) -> bool:
        """Whether a passphrase opens it."""
        return any(stanza.kind == "scrypt" for stanza in self.stanzas)


def is_age(data: bytes) -> bool:
    """Whether a file begins as age files do; armor may have blank space before it."""
    return data.startswith(AGE) or data[:_LONGEST_BLANK].removeprefix(BOM_UTF8).lstrip().startswith(ARMOR)


def without_armor(data: bytes) -> bytes:
    """Return the bytes of an age file that may have been written as text: RFC 7468, strictly.

    Its lines have 64 columns, except for the last, and end in LF or CRLF.  Blank space may stand before and
    after the armor, and nowhere in it.

    Raises:
        PackageRefused: ``DAMAGED``.
    """
    if data.startswith(AGE):
        return data
    begin, end = data.find(ARMOR) + len(ARMOR), data.rfind(_ARMOR_END)
    if end < 0 or data[end + len(_ARMOR_END) :].strip():
        raise PackageRefused(Refusal.DAMAGED, "its armor does not close")
    first, found, text = data[begin:end].replace(b"\r\n", b"\n").partition(b"\n")
    full, rest = divmod(len(text), _COLUMNS + 1)
    in_columns = text[_COLUMNS :: _COLUMNS + 1] == b"\n" * full and text.count(b"\n") == full + (rest > 0)
    if first or not found or not in_columns or rest == 1 or text[-1:] not in (b"", b"\n"):
        raise PackageRefused(Refusal.DAMAGED, "its armor has other lines than armor has")
    return _decoded(text.replace(b"\n", b""))


def age_file(data: bytes) -> AgeFile:
    """Return the pieces of an age file.

    Raises:
        PackageRefused: ``DAMAGED``, also for a header longer than any sealed package has.
    """
    end = data.find(b"\n--- ", 0, _LONGEST_HEADER) + 1
    line_end = data.find(b"\n", end, end + 100)
    if not data.startswith(AGE) or not end or line_end < 0:
        raise PackageRefused(Refusal.DAMAGED, "it has no header of an age file")
    lines = data[len(AGE) : end - 1].decode("ascii", "replace").split("\n")
    mac = unbased(data[end + 4 : line_end].decode("ascii", "replace"))
    return AgeFile(tuple(_stanzas(lines)), data[: end + 3], mac, memoryview(data)[line_end + 1 :])


def sealed_by_passphrase(data: bytes, passphrase: bytes, work: int = WORK) -> bytes:
    """Return an age file that ``passphrase`` opens.  It takes about a second and 256 MiB.

    Raises:
        OSError: ``ENOMEM`` when there is not that much free.
    """
    return PassphraseHeader.made(passphrase, work).put_on(data)


@dataclass(frozen=True, slots=True)
class PassphraseHeader:
    """What a passphrase opens, made once and put on a file each time it is written, which costs no second.

    Each time the content is sealed with a key of its own, of the file's key and a fresh nonce.
    """

    header: bytes
    file_key: bytes = field(repr=False)

    @classmethod
    def made(cls, passphrase: bytes, work: int = WORK) -> PassphraseHeader:
        """Return a new one.  It takes about a second and 256 MiB.

        Raises:
            OSError: ``ENOMEM`` when there is not that much free.
        """
        salt, file_key = map(secrets.token_bytes, (_SALT, _FILE_KEY))
        try:
            stretched = _stretched(passphrase, salt, work)
        except MemoryError as error:
            raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM)) from error
        wrapped = cipher_of(stretched).encrypt(bytes(12), file_key, None)
        covered = AGE + f"-> scrypt {based(salt)} {work}\n{based(wrapped)}\n---".encode()
        return cls(covered + f" {based(mac_of(file_key, covered))}\n".encode(), file_key)

    def put_on(self, data: bytes) -> bytes:
        """Return an age file with this content."""
        return sealed(self.header, self.file_key, data)


def opened_by_passphrase(file: AgeFile, passphrase: bytes) -> bytes:
    """Return the content of an age file.  It takes as long as its writer chose, some seconds at most.

    Raises:
        PackageRefused: ``WRONG_PASSPHRASE``, ``TOO_HARD``, ``NO_MEMORY`` or ``DAMAGED``.
    """
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415  # most starts open nothing

    salt, work, wrapped = _asked(file)
    if work > MOST_WORK:
        raise PackageRefused(Refusal.TOO_HARD, f"scrypt is to work 2**{work} times")
    try:
        file_key = cipher_of(_stretched(passphrase, salt, work)).decrypt(bytes(12), wrapped, None)
    except MemoryError as error:
        raise PackageRefused(Refusal.NO_MEMORY, str(error)) from error
    except InvalidTag as error:
        raise PackageRefused(Refusal.WRONG_PASSPHRASE) from error
    return opened(file, file_key)


def sealed(header: bytes, file_key: bytes, data: bytes) -> bytes:
    """Return an age file with this header, whose content is sealed with a key drawn from that of the file."""
    nonce = secrets.token_bytes(_NONCE)
    return header + nonce + b"".join(_sealed_chunks(data, _payload_key(file_key, nonce)))


def opened(file: AgeFile, file_key: bytes) -> bytes:
    """Return the content of an age file, once its key is known.

    Raises:
        PackageRefused: ``DAMAGED``.
    """
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415  # most starts open nothing

    if len(file.payload) < _NONCE + _TAG or not hmac.compare_digest(mac_of(file_key, file.covered), file.mac):
        raise PackageRefused(Refusal.DAMAGED, "its header was changed")
    nonce, chunks = bytes(file.payload[:_NONCE]), file.payload[_NONCE:]
    try:
        return b"".join(_opened_chunks(chunks, _payload_key(file_key, nonce)))
    except InvalidTag as error:
        raise PackageRefused(Refusal.DAMAGED, "its payload was changed") from error


def _stanzas(lines: list[str]) -> Iterator[Stanza]:
    at = 0
    while at < len(lines):
        mark, *words = lines[at].split(" ")
        if mark != "->" or not words or not all(words):
            raise PackageRefused(Refusal.DAMAGED, "its header is none of an age file")
        body, at = "", at + 1
        while True:
            if at == len(lines):
                raise PackageRefused(Refusal.DAMAGED, "its header is cut")
            body, at, full = body + lines[at], at + 1, len(lines[at]) == 64
            if not full:
                break
        yield Stanza(words[0], tuple(words[1:]), unbased(body))


def _asked(file: AgeFile) -> tuple[bytes, int, bytes]:
    """Return the salt, the work and the wrapped key of a file that a passphrase opens."""
    stanza = file.stanzas[0]
    if len(file.stanzas) != 1 or len(stanza.arguments) != 2 or not _WORK_TOLD.fullmatch(stanza.arguments[1]):
        raise PackageRefused(Refusal.DAMAGED, "a passphrase must be the one way to open it")
    salt = unbased(stanza.arguments[0])
    if len(salt) != _SALT or len(stanza.body) != _FILE_KEY + _TAG or len(file.payload) < _NONCE + _TAG:
        raise PackageRefused(Refusal.DAMAGED, "something in it has another length")
    return salt, int(stanza.arguments[1]), stanza.body


def _stretched(passphrase: bytes, salt: bytes, work: int) -> bytes:
    """Return the key that a passphrase is stretched to.

    Raises:
        MemoryError: when there is not that much free, which the library says in three ways.
    """
    mixes = 1 << work
    most = 128 * 8 * mixes + 1024 * 1024
    try:
        return hashlib.scrypt(passphrase, salt=_SCRYPT_SALT + salt, n=mixes, r=8, p=1, maxmem=most, dklen=32)
    except (ValueError, OSError) as error:
        raise MemoryError(f"scrypt works with {most} bytes") from error


def _sealed_chunks(data: bytes, key: bytes) -> Iterator[bytes]:
    cipher = cipher_of(key)
    last = max(0, len(data) - 1) // _CHUNK
    for number in range(last + 1):
        chunk = data[number * _CHUNK : (number + 1) * _CHUNK]
        yield cipher.encrypt(_chunk_nonce(number, last=number == last), chunk, None)


def _opened_chunks(data: memoryview, key: bytes) -> Iterator[bytes]:
    cipher = cipher_of(key)
    size = _CHUNK + _TAG
    last = max(0, len(data) - 1) // size
    for number in range(last + 1):
        chunk = data[number * size : (number + 1) * size]
        opened = cipher.decrypt(_chunk_nonce(number, last=number == last), chunk, None)
        if number and not opened:
            raise PackageRefused(Refusal.DAMAGED, "it ends in an empty piece")
        yield opened


def _chunk_nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes((last,))


def cipher_of(key: bytes) -> ChaCha20Poly1305:
    """Return what seals with a key."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415

    return ChaCha20Poly1305(key)


def _payload_key(file_key: bytes, nonce: bytes) -> bytes:
    return hkdf(file_key, nonce, b"payload")


def mac_of(file_key: bytes, covered: bytes) -> bytes:
    """Return what authenticates a header."""
    return hmac.digest(hkdf(file_key, b"", b"header"), covered, "sha256")


def hkdf(key: bytes, salt: bytes, purpose: bytes) -> bytes:
    """RFC 5869 for one block of 32 bytes."""
    drawn = hmac.digest(salt or bytes(32), key, "sha256")
    return hmac.digest(drawn, purpose + b"\x01", "sha256")


def based(data: bytes) -> str:
    """Return bytes in the base64 of headers."""
    return base64.b64encode(data).decode().rstrip("=")


def unbased(text: str) -> bytes:
    """Return what the base64 of a header says.

    Raises:
        PackageRefused: ``DAMAGED``.
    """
    if "=" in text or not text.isascii():
        raise PackageRefused(Refusal.DAMAGED, "its base64 is none of a header")
    return _decoded((text + "=" * (-len(text) % 4)).encode())


def _decoded(text: bytes) -> bytes:
    """Return what base64 says that is written in the one way it should be."""
    try:
        data = base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise PackageRefused(Refusal.DAMAGED, str(error)) from error
    last = data[-(len(data) % 3 or 3) :]
    if len(text) != (len(data) + 2) // 3 * 4 or base64.b64encode(last) != text[-4:]:
        raise PackageRefused(Refusal.DAMAGED, "its base64 has bits to spare")
    return data
