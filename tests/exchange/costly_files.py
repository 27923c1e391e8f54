"""Files that cost as much as they can, and what reading them took in a process of its own.

They are made in another process, so that what making them takes does not count.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dialogue_desk.exchange.age_files import sealed_by_passphrase
from dialogue_desk.exchange.canonical_json import canonical_json
from dialogue_desk.exchange.limits import LIMITS, MIB
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.exchange.refusals import PackageRefused
from dialogue_desk.exchange.sealing import Keyring
from dialogue_desk.words import Words
from tests.exchange.forging import STORED, Forged, forged, package

SESSION = "019cd9d1-52a0-7007-9f39-0b2018072e8c"
LAPTOP = "019cd9d1-52a0-7007-9f39-0b2018072e8d"
FRONT = """\
---
id: evening
version: 1.0.0
language: en
title: An Evening
people: 6-9
---
# E {#s1 minutes=30}
"""
BAD = b'{"kind":"song"}\n'


def an_id(number: int) -> str:
    return f"019cd9d1-52a0-7007-9f39-{number:012x}"


def line(number: int, **more: object) -> bytes:
    """The line of an honest note, but for ``more``."""
    body = {
        "kind": "hope",
        "text": f"Stops feel random to young people, number {number}.",
        "part": "noticing",
    }
    body |= {"spread": "a few", "themes": [SESSION], "language": "en", "said_at": 1_773_356_520_000}
    whole = {"at": 5, "body": body, "device": LAPTOP, "id": an_id(number), "kind": "note", "owner": SESSION}
    return json.dumps({**whole, "version": {LAPTOP: number + 1}, **more}, ensure_ascii=False).encode() + b"\n"


def records(lines: bytes) -> bytes:
    """A package of these lines, stored as they are, because packing them takes longer than reading them."""
    first, *others = package({"records.jsonl": lines})
    return forged([first, *(replace(one, method=STORED) for one in others)])


def packed(members: Mapping[str, bytes]) -> bytes:
    return forged(package({"records.jsonl": b"", **members}))


def notes(count: int) -> bytes:
    return records(b"".join(map(line, range(count))))


def many_notes_and_a_bad_line() -> bytes:
    return records(b"".join(map(line, range(LIMITS.lines - 1))) + BAD)


def empty_lists() -> bytes:
    return records((b'{"kind":[' + b"[]," * (2 * MIB) + b"[]]}\n") * 2)


def as_many_values_as_may_be() -> bytes:
    values = b"[" + b"{}," * (LIMITS.values // 2 - 100) + b"{}]"
    return records(line(1).replace(b'"part"', b'"more":' + values + b',"part"') + BAD)


def values_with_blanks() -> bytes:
    one = line(1).replace(b'"part"', b'"more":[' + b'{"a": 1}, ' * 10_000 + b'{}],"part"')
    return records(one * 24 + BAD)


def long_texts() -> bytes:
    text = "\U0001f600" + "a" * (min(LIMITS.line, LIMITS.member // 2) - 1_000)
    lines = (line(number, body={"kind": "hope", "text": text}) for number in range(2))
    return records(b"".join(lines) + BAD)


def backslashes() -> bytes:
    return records(line(1, body={"kind": "hope", "text": "\\" * (3 * MIB)}).replace(b"\\\\", b"\\u0000", 1))


def quotes() -> bytes:
    return records(b'{"a":"' + b'\\",' * (2 * MIB) + b'"}\n')


def editions_of_many_writers() -> bytes:
    def version(edition: int) -> dict[str, int]:
        return {
            f"w{writer:02}": 1_000 - edition if writer < 99 else 99 * edition + 1 for writer in range(100)
        }

    lines = (line(number, version=version(one)) for number in range(80) for one in range(100))
    return records(b"".join(lines) + BAD)


def editions_of_one_record() -> bytes:
    return records(b"".join(line(1, version={f"w{number}": 1}) for number in range(20_000)))


def zeros() -> bytes:
    return packed({f"zeros{number}": bytes(15 * MIB) for number in range(2)})


def more_zeros() -> bytes:
    return packed({f"zeros{number}": bytes(15 * MIB) for number in range(60)})


def a_deep_manifest() -> bytes:
    entries = package({})
    nested = (
        b'{"about":{"a":['
        + b"[[]]," * 200_000
        + b'[]]},"format":"dialogue-desk/package","format_version":[1,1]}'
    )
    return forged([entries[0], Forged(b"manifest.json", nested)])


def guides() -> bytes:
    text = FRONT + "## x {" + "a=b " * 450_000 + "}\n"
    return packed({f"guides/{number}.guide.md": f"{text}{number}".encode() for number in range(1)})


def long_guides() -> bytes:
    text = FRONT + ("## x {#a minutes=1}\n" * 19_000)
    return packed({f"guides/{number}.guide.md": f"{text}{number}".encode() for number in range(5)})


def sealed() -> bytes:
    return sealed_by_passphrase(hashlib.shake_128(b"noise").digest(31 * MIB), b"open", 1)


def armored() -> bytes:
    text = (b"A" * 64 + b"\n") * (31 * MIB // 65)
    return b"-----BEGIN AGE ENCRYPTED FILE-----\n" + text + b"-----END AGE ENCRYPTED FILE-----\n"


def a_wide_slip() -> bytes:
    slip = canonical_json({f"a{number}": [] for number in range(90_000)})
    return forged([*package({"records.jsonl": b""}), Forged(b"signature.json", slip)])


HOSTILE = {
    made.__name__: made
    for made in (
        many_notes_and_a_bad_line,
        empty_lists,
        as_many_values_as_may_be,
        values_with_blanks,
        long_texts,
        backslashes,
        quotes,
        editions_of_many_writers,
        editions_of_one_record,
        zeros,
        more_zeros,
        a_deep_manifest,
        guides,
        long_guides,
        sealed,
        armored,
        a_wide_slip,
    )
}


@dataclass(frozen=True)
class Cost:
    """What became of a file, the seconds of work it took, and the most the process grew by till then."""

    became: str
    seconds: float
    grown: int


def costs_of(files: Sequence[Path]) -> list[Cost]:
    """Read files one after the other in a fresh process."""
    run = [sys.executable, "-m", "tests.exchange.costly_files", *map(str, files)]
    told = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    return [Cost(*one) for one in json.loads(told)]


def _costs(files: Sequence[Path]) -> Iterator[tuple[str, float, int]]:
    reader = PackageReader(Words(), Keyring(passphrases=("open",)))
    reader.read(Path(__file__).parents[1] / "packages" / "v1.1" / "session.dialogue")  # what is imported late
    before = _most_memory()
    for file in files:
        begun = time.process_time()
        try:
            became = f"{len(reader.read(file).records)} records"
        except PackageRefused as refused:
            became = str(refused.reason)
        yield became, time.process_time() - begun, _most_memory() - before


def _most_memory() -> int:
    """Return the most bytes this process ever had in memory (``ru_maxrss`` begins with its parent's)."""
    (line,) = (one for one in Path("/proc/self/status").read_text().splitlines() if one.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024


if __name__ == "__main__":
    sys.stdout.write(json.dumps([*_costs([Path(name) for name in sys.argv[1:]])]))
