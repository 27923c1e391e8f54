"""What is given to another facilitator: the app, guides, help and a practice circle; nothing of this desk."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from dialogue_desk.desk.leaving.build_manifest import (
    NAME,
    BuildFile,
    BuildManifest,
    ManifestUnreadable,
    checksum,
    is_plain,
    read,
)
from dialogue_desk.installation import Form, Installation
from dialogue_desk.reports.help_page import help_html
from dialogue_desk.resources import resource
from dialogue_desk.whole_file import FileToSave
from dialogue_desk.words import LANGUAGES

APP, GUIDES, METHODS, OWN_GUIDES, HELP, PRACTICE = (
    "App",
    "Guides",
    "Guides/Methods",
    "Guides/Our own",
    "Help",
    "Practice",
)
"""The folders on the stick, in plain names that every system can have."""

HELP_PAGES = ("from-slips-to-answers", "guide-format")
_SHIPPED = (
    ("guides", ".guide.md", GUIDES),
    ("templates", ".guide.md", METHODS),
    ("practice", ".practice.md", PRACTICE),
    ("sample", ".dialogue", PRACTICE),
)
"""What of the app's resources is given: folder, ending, and where it goes.  Nothing else of them is."""

_WHEELS = "dialogue-desk-*-wheels-*"
_START_FILES = (
    ("linux-", "start-on-linux.sh", "Start on Linux.sh"),
    ("windows-", "start-on-windows.cmd", "Start on Windows.cmd"),
    ("macos-", "start-on-mac.command", "Start on Mac.command"),
)
_TOLD = "build.toml"


@dataclass(frozen=True, slots=True)
class GivenFile:
    """One file to give: what it must be on the stick, and its bytes or the file that has them."""

    file: BuildFile
    source: Path | bytes

    @property
    def path(self) -> str:
        """Where it goes on the stick, with forward slashes."""
        return self.file.path

    @classmethod
    def of_bytes(cls, path: str, data: bytes, *, executable: bool = False) -> GivenFile:
        """Return a file with these bytes."""
        return cls(BuildFile(path, len(data), hashlib.sha256(data).hexdigest(), executable), data)


class GivenApp:
    """A build on this laptop as it can be given: what its own list says, and no other file in its folder.

    ``place`` is the folder it goes to on the stick.

    Raises:
        ManifestUnreadable: when it has no list of its files.
    """

    def __init__(self, folder: Path, place: str) -> None:
        self.folder, self.place = folder, place
        self.manifest = read(folder)

    @cached_property
    def _listed(self) -> Mapping[str, BuildFile]:
        return {file.path: file for file in self.manifest.files}

    @property
    def data(self) -> Path:
        """Where the files of ``resources/`` lie in it."""
        return self.folder.joinpath(self.manifest.place).parent

    def lists(self, path: Path) -> BuildFile | None:
        """Return what the list says of a file in its folder; None when it is no part of the build."""
        return self._listed.get(path.relative_to(self.folder).as_posix())

    def files(self) -> tuple[GivenFile, ...]:
        """Return the files of the build as they go onto a stick, with their list.

        A build that the system put in place says so; on a stick it is in a folder of a person's own.

        Raises:
            OSError: when what the build says about itself could not be read.
        """
        files = [
            GivenFile(_at(f"{self.place}/{file.path}", file), self.folder / file.path)
            for file in self.manifest.files
        ]
        told = PurePosixPath(self.manifest.place).with_name(_TOLD).as_posix()
        if told in self._listed:
            data = (self.folder / told).read_bytes()
            freed = data.replace(b'form = "system"', b'form = "folder"')
            if freed != data and hashlib.sha256(data).hexdigest() == self._listed[told].sha256:
                changed = GivenFile.of_bytes(f"{self.place}/{told}", freed)
                files = [changed if file.path == changed.path else file for file in files]
        listed = tuple(_at(file.path.removeprefix(f"{self.place}/"), file.file) for file in files)
        manifest = BuildManifest(self.manifest.place, listed)
        return (*files, GivenFile.of_bytes(f"{self.place}/{manifest.place}", manifest.encoded()))


@dataclass(frozen=True, slots=True)
class GivenContent:
    """All that is given, in the order in which it is written: the app, then what is read, then start files.

    Attributes:
        version: the app's version, which is in the folder's name.
        apps: what there is of the app: the system of a build, or the name of a folder of wheels.
        files: the files, without those that depend on what is on the stick already.
        own_guides: how many guides of a person's own are among them.
    """

    version: str
    apps: tuple[str, ...]
    files: tuple[GivenFile, ...]
    own_guides: int = 0

    @property
    def size(self) -> int:
        """How many bytes that is."""
        return sum(file.file.size for file in self.files)


def given_content(installation: Installation, own_guides: Iterable[FileToSave] = ()) -> GivenContent:
    """Return what can be given from this laptop.

    No desk is asked: ``own_guides`` is all that comes from one, and a person chose each of them.

    Raises:
        OSError: when something of the app could not be read.
    """
    apps, own = given_apps(installation), tuple(_own(own_guides))
    running = next((app for app in apps if app.folder == installation.folder), None)
    files = [file for app in apps for file in app.files()]
    files += [*_shipped(running), *own, *_help()]
    names = tuple(app.place.removeprefix(f"{APP}/").partition("/")[0] for app in apps)
    return GivenContent(installation.version, names, tuple(files), len(own))


def given_apps(installation: Installation) -> tuple[GivenApp, ...]:
    """Return what of the app can be given: the build that runs, or folders of wheels that lie beside it.

    A build without a list of its files is not given: nobody could tell what else is in its folder.
    """
    if installation.form is Form.SOURCE:
        found = sorted(installation.folder.parent.glob(f"build/out/{_WHEELS}"))
        places = {folder: f"{APP}/{folder.name}" for folder in found if folder.is_dir()}
    else:
        bundle = f"/{installation.folder.name}" if installation.folder.suffix == ".app" else ""
        places = {installation.folder: f"{APP}/{installation.system}{bundle}"}
    apps = []
    for folder, place in places.items():
        try:
            apps.append(GivenApp(folder, place))
        except ManifestUnreadable:
            continue
    return tuple(apps)


def start_files(apps: Iterable[str]) -> tuple[GivenFile, ...]:
    """Return a file to start the app with, for each system of which there is a build on the stick."""
    systems, found = tuple(apps), []
    for system, source, name in _START_FILES:
        if any(app.startswith(system) for app in systems):
            data = resource("giving", source).read_bytes()
            if name.endswith(".cmd"):
                data = data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
            found.append(GivenFile.of_bytes(name, data, executable=True))
    return tuple(found)


def list_file(files: Iterable[BuildFile]) -> GivenFile:
    """Return the list of what is on the stick, by which a later giving tells ours from a person's own."""
    listed = sorted(files, key=lambda file: file.path)
    return GivenFile.of_bytes(NAME, BuildManifest(NAME, tuple(listed)).encoded())


def _shipped(app: GivenApp | None) -> Iterator[GivenFile]:
    """Yield guides, methods and practice; of a build only what its list has, as the list has it."""
    data = resource("guides").parent if app is None else app.data
    for folder, ending, place in _SHIPPED:
        for path in sorted(data.joinpath(folder).glob(f"*{ending}")):
            target = f"{place}/{path.name}"
            listed = BuildFile("", path.stat().st_size, checksum(path)) if app is None else app.lists(path)
            if listed is not None:
                yield GivenFile(_at(target, listed), path)


def _at(path: str, file: BuildFile) -> BuildFile:
    """Return a listed file at another place."""
    return BuildFile(path, file.size, file.sha256, file.executable)


def _help() -> Iterator[GivenFile]:
    style = resource("document.css").read_text(encoding="utf-8")
    for page in HELP_PAGES:
        for language in LANGUAGES:
            body = help_html(page, language)
            title = body.partition("<h1>")[2].partition("</h1>")[0]
            html = (
                f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
                f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n{body}</main>\n"
                "</body>\n</html>\n"
            )
            yield GivenFile.of_bytes(f"{HELP}/{page}.{language}.html", html.encode())


def _own(guides: Iterable[FileToSave]) -> Iterator[GivenFile]:
    """Yield guides of a person's own, each under a name that no other has in capitals or small letters."""
    taken: set[str] = set()
    for guide in guides:
        stem, dot, ending = guide.name.partition(".")
        name, number = guide.name, 2
        while name.casefold() in taken:
            name, number = f"{stem}-{number}{dot}{ending}", number + 1
        taken.add(name.casefold())
        if is_plain(name):
            yield GivenFile.of_bytes(f"{OWN_GUIDES}/{name}", guide.make_bytes())
