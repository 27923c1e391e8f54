"""What desktops on Linux are told of the app and its files: a MIME package and an entry for the menu."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from dialogue_desk.exchange.file_types import FileType

APP_ID = "dialogue-desk"
"""The name of the entry, by which Wayland knows its windows; X11 knows them by the app's name."""

FILE_ICON = "dialogue-desk-file"

_MIME = "http://www.freedesktop.org/standards/shared-mime-info"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PLAIN = re.compile(r"[A-Za-z0-9_./+=@:,-]+")
_ESCAPES = str.maketrans({"\\": r"\\", "\n": r"\n", "\t": r"\t", "\r": r"\r"})
"""What a value of an entry writes otherwise: a line of its own would be one more value."""

_ENTRY = """[Desktop Entry]
Type=Application
Version=1.1
Name=Dialogue Desk
GenericName=Community dialogues
GenericName[es]=Diálogos comunitarios
Comment=Run timed community dialogues, and bring many circles together, without internet
Comment[es]=Dirija diálogos comunitarios con tiempos y reúna muchos círculos, sin internet
Keywords=dialogue;circle;facilitation;community;deliberation;notes;
Keywords[es]=diálogo;círculo;facilitación;comunidad;deliberación;notas;
Exec={command} %F
Icon=dialogue-desk
Terminal=false
Categories=Office;
StartupNotify=true
StartupWMClass=Dialogue Desk
MimeType={types};
"""


def mime_package(types: Iterable[FileType]) -> str:
    """Return the description of kinds of files for the shared MIME database.

    Endings of two parts are longer than those of other apps (``*.guide.md`` and ``*.md``), and the longest
    one counts, so files of others keep their kind.
    """
    top = Element("mime-info", xmlns=_MIME)
    for one in types:
        kind = SubElement(top, "mime-type", type=one.mime)
        for language, name in one.name.items():
            SubElement(kind, "comment", {} if language == "en" else {_LANG: language}).text = name
        for alias in one.aliases:
            SubElement(kind, "alias", type=alias)
        SubElement(kind, "sub-class-of", type=one.kind_of)
        SubElement(kind, "icon", name=FILE_ICON)
        if one.begins:
            # Above the 50 of a zip, which such a file is too.
            magic = SubElement(kind, "magic", priority="70")
            SubElement(magic, "match", type="string", offset=str(one.begins_at), value=one.begins)
        SubElement(kind, "glob", pattern=f"*{one.ending}")
    indent(top)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(top, encoding="unicode")}\n'


def desktop_entry(command: Sequence[str], types: Iterable[FileType]) -> str:
    """Return the entry for the menu; ``command`` opens the window and takes files at its end.

    Raises:
        OSError: the app is in a folder whose name is no text, and an entry is one.
    """
    if any(part.encode(errors="ignore").decode() != part for part in command):
        raise OSError(errno.EILSEQ, "the name of a folder is no text")
    return _ENTRY.format(command=exec_line(command), types=";".join(one.mime for one in types))


def command_in(entry: str) -> str:
    """Return the command of an entry as it stands there, without its place for files; "" for none."""
    found = re.search(r"^Exec=(.*) %F$", entry, re.MULTILINE)
    return found[1] if found else ""


def exec_line(command: Sequence[str]) -> str:
    """Return a command as an entry writes it."""
    # GNOME looks for a program before it reads "%%" as "%", and would not find this one.
    command = ("env", *command) if "%" in command[0] else command
    return " ".join(_quoted(part) for part in command)


def _quoted(part: str) -> str:
    """Return a part of a command as an entry has it, where other rules hold than in a shell."""
    part = part.replace("%", "%%")
    if _PLAIN.fullmatch(part):
        return part
    # Quoted once for the command, and once more because a value of an entry has escapes of its own.
    escaped = re.sub(r'(["`$\\])', r"\\\1", part)
    return '"' + escaped.translate(_ESCAPES) + '"'
