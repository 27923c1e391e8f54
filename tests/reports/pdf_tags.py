"""Reads a tagged PDF as a screen reader does: its tags in order, with their words and languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream, DictionaryObject, NameObject, TextStringObject

SHOWS_SOMETHING = {
    b"Tj",
    b"TJ",
    b"'",
    b'"',
    b"f",
    b"f*",
    b"F",
    b"S",
    b"s",
    b"B",
    b"B*",
    b"b",
    b"b*",
    b"Do",
    b"sh",
}
"""What paints on a page."""


@dataclass
class Tag:
    """One element of the structure: its name, its language as declared or inherited, and what is in it."""

    name: str
    language: str
    element: DictionaryObject
    above: Tag | None = None
    inside: list[Tag | str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """All words in it, in the order of reading."""
        return "".join(part if isinstance(part, str) else part.words for part in self.inside)

    def attribute(self, name: str) -> object:
        """Return an attribute of the element, or None."""
        given = self.element.get("/A", [])
        given = given.get_object()
        for each in given if isinstance(given, list) else [given]:
            if name in each.get_object():
                return each.get_object()[name]
        return None

    def all(self, *names: str) -> list[Tag]:
        """Return all tags in it of these names, or of any, in order."""
        found = []
        for part in self.inside:
            if isinstance(part, Tag):
                found += [part] if not names or part.name in names else []
                found += part.all(*names)
        return found

    def within(self, name: str) -> bool:
        """Whether a tag of this name is around it."""
        return self.above is not None and (self.above.name == name or self.above.within(name))


@dataclass(frozen=True)
class Painted:
    """What a page paints: under which tags of the content, and with which words."""

    marks: tuple[str, ...]
    number: int | None
    words: str


class TaggedFile:
    """A PDF file with its structure."""

    def __init__(self, file: bytes) -> None:
        self.reader = PdfReader(BytesIO(file))
        self.root = self.reader.root_object
        self._painted = {page.indirect_reference.idnum: tuple(painted(page)) for page in self.reader.pages}
        tree = self.root["/StructTreeRoot"]
        self.roles = tree.get("/RoleMap", {})
        self.document = self._tag(tree["/K"].get_object(), self.root.get("/Lang", ""), None, None)

    @property
    def painted(self) -> list[Painted]:
        """Everything that is painted on all pages."""
        return [one for page in self._painted.values() for one in page]

    def _tag(self, element, language: str, page: int | None, above: Tag | None) -> Tag:
        if isinstance(element, list):
            (element,) = element
            element = element.get_object()
        tag = Tag(element["/S"][1:], element.get("/Lang", language), element, above)
        if "/Pg" in element:
            page = element.raw_get("/Pg").idnum
        kids = element.get("/K", [])
        kids = kids if isinstance(kids, list) else [kids]
        for kid in kids:
            part = kid.get_object()
            if isinstance(part, int):
                tag.inside.append(self._words(page, part))
            elif "/S" in part:
                tag.inside.append(self._tag(part, tag.language, page, tag))
            elif "/MCID" in part:
                where = part.raw_get("/Pg").idnum if "/Pg" in part else page
                tag.inside.append(self._words(where, part["/MCID"]))
        return tag

    def _words(self, page: int, number: int) -> str:
        return "".join(one.words for one in self._painted[page] if one.number == number)


def painted(page: PageObject) -> Iterator[Painted]:
    """Yield what a page paints, in order."""
    fonts = {
        name: letters_of(font.get_object()) for name, font in page["/Resources"].get("/Font", {}).items()
    }
    marks: list[tuple[str, DictionaryObject]] = []
    letters: dict[bytes, str] = {}
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        if operator in (b"BMC", b"BDC"):
            about = operands[1] if len(operands) > 1 else DictionaryObject()
            if isinstance(about, NameObject):
                about = page["/Resources"]["/Properties"][about].get_object()
            marks.append((operands[0][1:], about))
        elif operator == b"EMC":
            _, about = marks.pop()
            if isinstance(about.get("/ActualText"), TextStringObject):
                yield Painted((), number_of([*marks, ("", about)]), str(about["/ActualText"]))
        elif operator == b"Tf":
            letters = fonts[operands[0]]
        elif operator in SHOWS_SOMETHING:
            said = "" if any("/ActualText" in about for _, about in marks) else text_of(operands, letters)
            yield Painted(tuple(name for name, _ in marks), number_of(marks), said)


def number_of(marks) -> int | None:
    """Return the number by which the structure knows what is painted under these marks."""
    return next((about["/MCID"] for _, about in reversed(marks) if "/MCID" in about), None)


def text_of(operands, letters: dict[bytes, str]) -> str:
    """Return the words that an operator shows."""
    shown = operands[0] if operands and isinstance(operands[0], list) else operands
    codes = b"".join(
        one.original_bytes if isinstance(one, TextStringObject) else bytes(one)
        for one in shown
        if isinstance(one, (TextStringObject, bytes))
    )
    pairs = (codes[at : at + 2] for at in range(0, len(codes), 2))
    return "".join(letters.get(pair, "") for pair in pairs)


def letters_of(font: DictionaryObject) -> dict[bytes, str]:
    """Return what the codes of a font mean, as its ToUnicode table says."""
    table = font["/ToUnicode"].get_object().get_data().decode("latin-1")
    found: dict[bytes, str] = {}
    for part in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, meant in re.findall(r"<(\w+)>\s*<(\w+)>", part):
            found[bytes.fromhex(code)] = bytes.fromhex(meant).decode("utf-16-be")
    for part in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, meant in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", part):
            begin = int.from_bytes(bytes.fromhex(meant))
            for step in range(int(last, 16) - int(first, 16) + 1):
                letter = (begin + step).to_bytes(len(meant) // 2)
                found[(int(first, 16) + step).to_bytes(2)] = letter.decode("utf-16-be")
    return found
