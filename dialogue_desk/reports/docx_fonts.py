"""Carries the typeface inside a DOCX, so that it looks the same where the typeface is not installed.

The format wants the first bytes of a font mixed with a number that stands beside it (ECMA-376, part 4,
section 14.2.1): a custom of the format, and no protection.
"""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from dialogue_desk.fonts import FAMILY, font_file

_KIND = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_FACES = {"embedRegular": font_file(), "embedBold": font_file(bold=True)}


def embed_typeface(file: WordFile) -> None:
    """Put the regular and the bold face into ``file``."""
    table = file.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    fonts = parse_xml(table.blob)
    font = OxmlElement("w:font")
    font.set(qn("w:name"), FAMILY)
    for number, (face, path) in enumerate(_FACES.items(), 1):
        key = uuid5(NAMESPACE_URL, path.name)
        name = PackURI(f"/word/fonts/font{number}.odttf")
        part = Part(name, _KIND, _mixed(path.read_bytes(), key.bytes[::-1]), file.part.package)
        inside = OxmlElement(f"w:{face}")
        inside.set(qn("r:id"), table.relate_to(part, RELATIONSHIP_TYPE.FONT))
        inside.set(qn("w:fontKey"), f"{{{str(key).upper()}}}")
        font.append(inside)
    fonts.append(font)
    table._blob = serialize_part_xml(fonts)  # noqa: SLF001  # python-docx has no fonts
    file.settings.element.find(qn("w:zoom")).addnext(OxmlElement("w:embedTrueTypeFonts"))


def _mixed(font: bytes, key: bytes) -> bytes:
    head = bytes(byte ^ key[place % len(key)] for place, byte in enumerate(font[:32]))
    return head + font[32:]
