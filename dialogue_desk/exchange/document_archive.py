"""Opens the zip and the XML inside of DOCX and ODT files from strangers.

The reader of our own packages accepts only zips as we write them, which those of Word are not.  Here the zip
is Python's, but only named members are unpacked, each up to a limit, and never to disk.  XML goes through
expat with every document type refused, so that there are no entities, neither bombs nor files or addresses to
fetch; no library for DOCX or ODT is needed, and none passes over text boxes, notes or inserted words.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from dialogue_desk.exchange.document_refusals import DocumentRefused, Trouble
from dialogue_desk.exchange.limits import KIB, MIB

MOST_MEMBERS = 5000
MOST_MEMBER = 8 * MIB
MOST_TOTAL = 16 * MIB
MOST_ELEMENTS = 250_000
MOST_DEPTH = 150

_DIRECTORY_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1


class Archive:
    """A zip of which a few members are read."""

    def __init__(self, data: bytes) -> None:
        if data.count(_DIRECTORY_ENTRY) > MOST_MEMBERS:
            raise DocumentRefused(Trouble.UNSAFE, "too many members")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            raise DocumentRefused(Trouble.DAMAGED, str(error)) from error
        self._left = MOST_TOTAL
        self.names = frozenset(self._zip.namelist())

    def member(self, name: str) -> bytes:
        """Return one member, unpacking no more than may be."""
        try:
            info = self._zip.getinfo(name)
            if info.flag_bits & _ENCRYPTED:
                raise DocumentRefused(Trouble.LOCKED, name)
            if info.file_size > min(MOST_MEMBER, self._left):
                raise DocumentRefused(Trouble.TOO_LARGE, name)
            with self._zip.open(info) as member:
                data = member.read(min(MOST_MEMBER, self._left) + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise DocumentRefused(Trouble.DAMAGED, name) from error
        self._left -= len(data)
        if self._left < 0 or len(data) > MOST_MEMBER:
            raise DocumentRefused(Trouble.TOO_LARGE, name)
        return data

    def xml(self, name: str, prefixes: Iterable[tuple[str, str]]) -> Element | None:
        """Return the tree of a member, or None when there is no such."""
        return tree(self.member(name), dict(prefixes)) if name in self.names else None


def tree(data: bytes, prefixes: dict[str, str]) -> Element:
    """Return the tree of an XML text; its names are ``w:p`` with the prefix that ``prefixes`` has for them.

    Raises:
        DocumentRefused: it is no XML, has a document type, or more elements than any document.
    """
    builder = TreeBuilder()
    counts = {"elements": 0, "depth": 0}

    def named(name: str) -> str:
        space, separator, local = name.rpartition("}")
        return f"{prefixes.get(space, '?')}:{local}" if separator else local

    def start(name: str, attributes: dict[str, str]) -> None:
        counts["elements"] += 1
        counts["depth"] += 1
        if counts["elements"] > MOST_ELEMENTS or counts["depth"] > MOST_DEPTH:
            raise DocumentRefused(Trouble.UNSAFE, "too many elements")
        builder.start(named(name), {named(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        counts["depth"] -= 1
        builder.end(named(name))

    def refuse(*_: object) -> None:
        raise DocumentRefused(Trouble.UNSAFE, "a document type")

    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    try:
        for begin in range(0, len(data), 64 * KIB):
            parser.Parse(data[begin : begin + 64 * KIB], False)
        parser.Parse(b"", True)
        return builder.close()
    except (expat.ExpatError, AssertionError, ValueError) as error:
        raise DocumentRefused(Trouble.DAMAGED, str(error)) from error


def child(parent: Element | None, tag: str) -> Element | None:
    """Return the first element with this tag that stands right in another, or None."""
    return next((element for element in parent if element.tag == tag), None) if parent is not None else None


def within(parent: Element, tag: str, wrapped: frozenset[str]) -> Iterator[Element]:
    """Yield the elements with this tag that stand in another, or in what is ``wrapped`` around them."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in wrapped:
            yield from within(element, tag, wrapped)
