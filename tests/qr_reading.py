"""Reads a QR code from its modules, by the standard alone (ISO/IEC 18004), as a camera's software does.

It knows nothing of the encoder.  Damage is not corrected: a code that was just drawn has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_FORMAT_MASK = 0b101010000010010
_LEVELS = {1: "L", 0: "M", 3: "Q", 2: "H"}
_BLOCKS = {(4, "Q"): ((2, 24),), (5, "Q"): ((2, 15), (2, 16)), (6, "Q"): ((4, 19),)}
"""How many blocks of data there are, of how many bytes each, for a version and a level (table 9)."""
_ALIGNED = {4: 26, 5: 30, 6: 34}
"""Where the middle of the one pattern for alignment is."""
_MASKS = (
    lambda row, column: (row + column) % 2,
    lambda row, column: row % 2,
    lambda row, column: column % 3,
    lambda row, column: (row + column) % 3,
    lambda row, column: (row // 2 + column // 3) % 2,
    lambda row, column: row * column % 2 + row * column % 3,
    lambda row, column: (row * column % 2 + row * column % 3) % 2,
    lambda row, column: ((row + column) % 2 + row * column % 3) % 2,
)

Modules = Sequence[Sequence[bool]]


def read_qr(modules: Modules) -> str:
    """Return the text of a code of versions 4 to 6 and level Q."""
    version = (len(modules) - 17) // 4
    level, mask = _format(modules)
    cells = list(_data_cells(len(modules), _ALIGNED[version]))
    bits = [int(modules[row][column]) ^ (_MASKS[mask](row, column) == 0) for row, column in cells]
    words = [int("".join(map(str, bits[at : at + 8])), 2) for at in range(0, len(bits) - 7, 8)]
    return _text("".join(f"{word:08b}" for word in _in_order(words, _BLOCKS[version, level])))


def _format(modules: Modules) -> tuple[str, int]:
    places = [(8, column) for column in (0, 1, 2, 3, 4, 5, 7, 8)] + [
        (row, 8) for row in (7, 5, 4, 3, 2, 1, 0)
    ]
    value = int("".join(str(int(modules[row][column])) for row, column in places), 2) ^ _FORMAT_MASK
    return _LEVELS[value >> 13], value >> 10 & 7


def _data_cells(size: int, aligned: int) -> Iterator[tuple[int, int]]:
    column, up = size - 1, True
    while column > 0:
        if column == 6:
            column -= 1
        for row in range(size - 1, -1, -1) if up else range(size):
            for one in (column, column - 1):
                if not _is_function(row, one, size, aligned):
                    yield row, one
        column, up = column - 2, not up


def _is_function(row: int, column: int, size: int, aligned: int) -> bool:
    corner = (row < 9 and (column < 9 or column >= size - 8)) or (row >= size - 8 and column < 9)
    return corner or 6 in (row, column) or (abs(row - aligned) <= 2 and abs(column - aligned) <= 2)


def _in_order(words: Sequence[int], blocks: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Yield the words of data, which are dealt out to the blocks in turn."""
    sizes = [size for count, size in blocks for _ in range(count)]
    dealt: list[list[int]] = [[] for _ in sizes]
    source = iter(words)
    for turn in range(max(sizes)):
        for block, size in zip(dealt, sizes, strict=True):
            if turn < size:
                block.append(next(source))
    for block in dealt:
        yield from block


def _text(bits: str) -> str:
    assert bits[:4] == "0010", "letters and digits"
    count = int(bits[4:13], 2)
    found, at = "", 13
    while count > len(found):
        pair = min(2, count - len(found))
        wide = 11 if pair == 2 else 6
        value = int(bits[at : at + wide], 2)
        found += ALPHANUMERIC[value // 45] + ALPHANUMERIC[value % 45] if pair == 2 else ALPHANUMERIC[value]
        at += wide
    return found
