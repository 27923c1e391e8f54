"""Bytes and lines that are cut, turned, doubled and joined."""

from __future__ import annotations

from random import Random

_BYTES = (b"\0", b"\xff", b"\r", b"\n", b" ", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"PK\x03\x04", b"9" * 40)


def broken(data: bytes, rng: Random) -> bytes:
    """Return bytes with one thing wrong."""
    if not data:
        return rng.choice(_BYTES)
    begin = rng.randrange(len(data))
    end = min(len(data), begin + rng.choice((1, 1, 2, 4, 16, 200)))
    before, within, after = data[:begin], data[begin:end], data[end:]
    return rng.choice(
        (
            before + bytes([data[begin] ^ 1 << rng.randrange(8)]) + data[begin + 1 :],
            before,
            before + after,
            before + within + within + after,
            before + rng.choice(_BYTES) + within + after,
            before + rng.randbytes(len(within)) + after,
        )
    )


def shuffled_lines(text: str, rng: Random, tokens: tuple[str, ...]) -> str:
    """Return a text with one line gone, doubled, moved, or with a word of its format in the wrong place."""
    lines = text.split("\n")
    place = rng.randrange(len(lines))
    match rng.randrange(5):
        case 0:
            del lines[place]
        case 1:
            lines[place:place] = [lines[place]] * rng.choice((1, 1, 2, 300))
        case 2:
            lines.insert(rng.randrange(len(lines)), lines.pop(place))
        case 3:
            lines.insert(place, rng.choice(tokens))
        case _:
            line = lines[place]
            at = rng.randrange(len(line) + 1)
            lines[place] = line[:at] + rng.choice(tokens) + line[at:]
    return "\n".join(lines)
