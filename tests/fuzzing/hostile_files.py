"""Hostile files of each sort, made of honest ones by what a generator of random numbers says."""

from __future__ import annotations

import base64
import io
import json
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import tomli_w
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from dialogue_desk.exchange.age_files import sealed_by_passphrase
from dialogue_desk.exchange.container import pack, unpack
from dialogue_desk.exchange.sealing import Seal, key_file, key_of
from dialogue_desk.exchange.signing import PackageOrigin, signing
from dialogue_desk.ui.style.theme_tokens import Tokens
from tests.desk.evening import GUIDE, a_desk, begun, note
from tests.exchange.forging import Forged, forged, package
from tests.fuzzing.hostile_bytes import broken, shuffled_lines
from tests.fuzzing.hostile_json import disturb, strange, written

ROOT = Path(__file__).parents[2]
KEY = key_of("AGE-SECRET-KEY-1C9HJ7LMJK575HLJRLVZMCLQ0YDTUMG9NXZ3GCNFYAET3W3UCLFAQPWNSL5")


def honest_files() -> list[Path]:
    """Packages of every version, with every kind of record, in an order that is always the same."""
    older = [*ROOT.glob("tests/packages/v*/*.dialogue"), *ROOT.glob("tests/golden/*.dialogue")]
    return sorted(older) + sorted(ROOT.glob("resources/sample/*.dialogue"))[:3]


@cache
def honest() -> tuple[tuple[dict[str, Any], dict[str, bytes], tuple[str, ...]], ...]:
    """What packages say they are about, their other members, and their lines."""
    found = []
    for file in honest_files():
        whole = unpack(file.read_bytes())
        members = dict(whole.members)
        lines = tuple(members.pop("records.jsonl").decode().splitlines())
        found.append((dict(whole.about), members, lines))
    return tuple(found)


def some_records(rng: Random) -> tuple[dict[str, Any], dict[str, bytes], list[Any]]:
    """Return the parts of a package with a dozen of its lines."""
    about, members, lines = rng.choice(honest())
    kept = rng.sample(lines, min(len(lines), rng.choice((1, 4, 12))))
    return about, members if rng.random() < 0.1 else {}, [json.loads(line) for line in sorted(kept)]


def hostile_package(rng: Random) -> bytes:
    """A package with true hashes and a true signature over values that are not true."""
    about, members, lines = some_records(rng)
    for _ in range(rng.choice((1, 1, 1, 2, 5))):
        disturb(lines, rng)
    if rng.random() < 0.1:
        lines += rng.choices(lines, k=rng.choice((1, 3, 150))) if lines else []
    text = "".join(written(line, rng) + "\n" for line in lines)
    members = members | {"records.jsonl": text.encode("utf-8", "surrogatepass")}
    if rng.random() < 0.1:
        guide = shuffled_lines(GUIDE.text, rng, TOKENS)
        members[f"guides/{rng.choice(('x', 'guide-1'))}.guide.md"] = guide.encode()
    if rng.random() < 0.9:
        origin = PackageOrigin("019cd9d1-52a0-7007-9f39-0b2018072e8c", revision=rng.randrange(3))
        return pack(about, members, signing(rng.randbytes(32), origin))[0]
    return forged_package(rng, about, members)


def forged_package(rng: Random, about: dict[str, Any], members: dict[str, bytes]) -> bytes:
    """A package whose manifest or slip says what they never say."""
    entries = package(members, about)
    if rng.random() < 0.5:
        manifest = json.loads(entries[1].data)
        disturb(manifest, rng)
        entries[1] = Forged(entries[1].name, written(manifest).encode("utf-8", "surrogatepass"))
        return forged(entries)
    slip = {
        "device": "d",
        "identity": "0" * 64,
        "key": "0" * 64,
        "replaces": "",
        "revision": 1,
        "signature": "0" * 128,
    }
    disturb(slip, rng)
    return forged([*entries, Forged(b"signature.json", written(slip).encode("utf-8", "surrogatepass"))])


def hostile_zip(rng: Random) -> bytes:
    """A package with wrong bytes anywhere."""
    about, members, lines = some_records(rng)
    text = "".join(written(line) + "\n" for line in lines)
    data = pack(about, members | {"records.jsonl": text.encode()})[0]
    for _ in range(rng.choice((1, 1, 2, 8))):
        data = broken(data, rng)
    return data


def hostile_seal(rng: Random) -> bytes:
    """A sealed package, whole or as text, of which something was changed before or after it was sealed."""
    noise = b"PK\x03\x04" + rng.randbytes(rng.choice((0, 30, 70_000)))
    inside = hostile_package(rng) if rng.random() < 0.5 else noise
    by_words = rng.random() < 0.5
    data = sealed_by_passphrase(inside, b"open", 1) if by_words else Seal(to=(KEY.public,)).put_on(inside)
    if rng.random() < 0.3:
        lines = data.split(b"\n", 5)
        place = rng.randrange(len(lines))
        lines[place : place + rng.randrange(2)] = [rng.choice(_HEADERS)] * rng.randrange(2)
        data = b"\n".join(lines)
    elif rng.random() < 0.5:
        data = broken(data[:400], rng) + data[400:]
    return hostile_armor(data, rng) if rng.random() < 0.4 else data


_HEADERS = (
    b"-> scrypt AAAAAAAAAAAAAAAAAAAAAA 1",
    b"-> scrypt AAAAAAAAAAAAAAAAAAAAAA 99",
    b"-> X25519 AA",
    b"->",
    b"---",
    b"A" * 64,
    b"",
    b"-> x " + b"y" * 99,
)
_ARMOR = ("-----BEGIN AGE ENCRYPTED FILE-----", "-----END AGE ENCRYPTED FILE-----")


def hostile_armor(data: bytes, rng: Random) -> bytes:
    text = base64.b64encode(data).decode()
    lines = [text[at : at + 64] for at in range(0, len(text), 64)]
    armored = "\n".join((_ARMOR[0], *lines, _ARMOR[1], ""))
    return shuffled_lines(armored, rng, ("=", " ", "\r", "\t", "A" * 64, *_ARMOR)).encode()


TOKENS = (
    "{",
    "}",
    "{#",
    "#",
    "####### x",
    "{#s1 minutes=20}",
    "minutes=",
    "minutes=99999999999999999999",
    "minutes=-1",
    "floor=0.5",
    "kind=",
    "kind=go-round",
    "cut=never",
    "each=\u0663",
    "---",
    "id: ",
    "people: 9-6",
    "people: \u0661-\u0662",
    "version: " + "1." * 99,
    "> " * 400,
    "- " * 400,
    "* * *",
    "[" * 2_000,
    "](" * 2_000,
    "`" * 2_001,
    "*" * 2_000,
    "_a" * 2_000,
    "<!--" * 500,
    "&#0;",
    "&" * 2_000,
    "\\" * 2_001,
    "\t" * 500,
    "\u2028",
    "\x00",
    "\ufeff",
    "\u202e",
    "|" * 500,
    "Wanted: ",
    "Notes: none",
    "Tip:",
    "1. " * 300,
    "```",
    "x" * 20_000,
)


@cache
def guides() -> tuple[str, ...]:
    return (
        GUIDE.text,
        *(path.read_text("utf-8") for path in sorted(ROOT.glob("resources/guides/*.guide.md"))),
    )


def hostile_guide(rng: Random) -> bytes:
    """A guide with lines in the wrong places, and signs that mean something to its format."""
    text = guides()[0] if rng.random() < 0.8 else rng.choice(guides())
    for _ in range(rng.choice((1, 1, 2, 6))):
        text = shuffled_lines(text, rng, TOKENS)
    data = text.encode("utf-8", "surrogatepass")
    return broken(data, rng) if rng.random() < 0.1 else data


def toml_of(values: dict[str, Any], rng: Random) -> bytes:
    """TOML with strange values; now and then with wrong bytes."""
    disturb(values, rng)
    try:
        text = tomli_w.dumps(json.loads(written(values)))
    except (ValueError, TypeError, RecursionError):
        text = "\n".join(f"{key} = {written(value)}" for key, value in values.items())
    data = text.encode("utf-8", "surrogatepass")
    return broken(data, rng) if rng.random() < 0.3 else data


def hostile_settings(rng: Random) -> bytes:
    values = {"language": "es", "theme": "dark", "text_size": 120, "backup_folder": "/x", "show_signs": False}
    return toml_of(values | {"warning_percent": 5, "warning_minutes": 3}, rng)


def hostile_theme(rng: Random) -> bytes:
    colours = dict.fromkeys(Tokens.__slots__, "#12345f")
    return toml_of(colours, rng)


def hostile_language(rng: Random) -> bytes:
    catalog = Catalog(locale="es")
    said = (
        "{name}",
        "{0}",
        "{name.__class__}",
        "{",
        "{name!r:>9}",
        "%s",
        "{count:d}",
        "{name[0]}",
        "\ufffd",
        "{name:\0}",
    )
    catalog.add("Hi {name}", rng.choice(said))
    catalog.add(("{count} note", "{count} notes"), (rng.choice(said), rng.choice(said)))
    file = io.BytesIO()
    write_mo(file, catalog)
    rules = (b"(n%0)", b"n", b"-1", b"(((((((n", b"n/0)", b"99999)", b"n>" * 200, b"\xff")
    data = file.getvalue().replace(b"(n != 1)", rng.choice((*rules, b"(n != 1)")))
    return broken(data, rng) if rng.random() < 0.5 else data


def hostile_pulse(rng: Random) -> bytes:
    words = [strange(rng) if rng.random() < 0.4 else one for one in ("1000", "3", "run")]
    line = " ".join(map(str, words)).ljust(80).encode("utf-8", "surrogatepass")
    return broken(line, rng) if rng.random() < 0.5 else line


def hostile_list(rng: Random) -> bytes:
    task = {"ids": ["one", "two"], "marks": ["ab12cd"]}
    due = {"desk": task, "places": {"": task, "/stick": task}, "copied": {"/stick": 1_773_356_400_000}}
    due = json.loads(json.dumps(due))
    for _ in range(rng.choice((1, 2))):
        disturb(due, rng)
    data = written(due, rng).encode("utf-8", "surrogatepass")
    return broken(data, rng) if rng.random() < 0.3 else data


def hostile_key(rng: Random) -> bytes:
    text = key_file(KEY).decode()
    if rng.random() < 0.5:
        text = shuffled_lines(
            text, rng, ("AGE-SECRET-KEY-1" + "Q" * 58, "age1", "\x00", KEY.secret, "#" * 99_999)
        )
    return broken(text.encode(), rng)


@cache
def _desk_bytes() -> bytes:
    with TemporaryDirectory() as folder:
        desk = a_desk(Path(folder) / "desk.db")
        session = begun(desk)
        for number in range(30):
            desk.add(session, note(f"note {number}"))
        desk.file.close()
        return (Path(folder) / "desk.db").read_bytes()


def hostile_desk(rng: Random) -> bytes:
    data = _desk_bytes()
    if rng.random() < 0.2:
        return broken(data, rng)
    for _ in range(rng.choice((1, 2, 4))):
        at = rng.randrange(len(data))
        data = data[:at] + bytes([data[at] ^ 1 << rng.randrange(8)]) + data[at + 1 :]
    return data
