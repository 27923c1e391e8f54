"""``python3 dev.py build``: makes each kind of file that people install on the system it runs on."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import distributions
from pathlib import Path

from dialogue_desk.exchange.update_manifest import UpdateRefused
from tools.build import archive, frozen_folder, linux_package, mac_bundle, windows_installer
from tools.build.checksums import write_checksums
from tools.build.frozen_folder import Wishes
from tools.build.release import Release
from tools.build.trials import try_all
from tools.environment.locks import only_one
from tools.environment.telling import CannotBeDone, refuse, say
from tools.sbom.__main__ import write_parts_list
from tools.sbom.parts_list import SUFFIX
from tools.updates.update_keys import NoKey, read_key
from tools.updates.update_of_build import CannotUpdate, update_of

PROJECT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Build:
    """One run of the command: what is built, and the folder from which it all is made."""

    project: Path
    release: Release
    wishes: Wishes
    key: Path | None = None

    @cached_property
    def folder(self) -> Path:
        """The one-folder build, made when it is first asked for."""
        return frozen_folder.freeze(self.project, self.release, self.wishes)

    @property
    def out(self) -> Path:
        """The folder for all that is made."""
        return self.project / "build" / "out"

    def goal(self, ending: str) -> Path:
        """Return where a file of this release goes."""
        return self.out / f"{self.release.name}{ending}"


@dataclass(frozen=True)
class Kind:
    """A kind of file that people install: what it is, on which systems it can be made, and what makes it."""

    told: str
    systems: tuple[str, ...]
    make: Callable[[Build], Path]


def _archive(build: Build) -> Path:
    if sys.platform == "win32":
        return archive.zipped(build.folder, build.goal(".zip"), build.release.made_at)
    return archive.tar_xz(build.folder, build.goal(".tar.xz"), build.release.made_at)


def _update(build: Build) -> Path:
    if build.key is None:
        raise CannotBeDone("An update is signed: name the file with the private key, as in --key FILE.")
    key = read_key(build.key)  # before the folder, which takes its time
    return update_of(build.folder, build.out, key, build.release.version)


def _image(build: Build) -> Path:
    return mac_bundle.disk_image(build.folder, build.goal(".dmg"), build.project / "build" / "work" / "image")


KINDS = {
    "folder": Kind("the app in one folder", ("linux", "win32", "darwin"), lambda build: build.folder),
    "archive": Kind("that folder packed, to run from a stick", ("linux", "win32", "darwin"), _archive),
    "deb": Kind(
        "for Debian, Ubuntu and Mint",
        ("linux",),
        lambda build: linux_package.packed(build.project, build.folder, build.release, "deb"),
    ),
    "rpm": Kind(
        "for Fedora and openSUSE",
        ("linux",),
        lambda build: linux_package.packed(build.project, build.folder, build.release, "rpm"),
    ),
    "installer": Kind(
        "for one person on Windows, without an administrator",
        ("win32",),
        lambda build: windows_installer.installer(build.project, build.folder, build.release, build.out),
    ),
    "image": Kind("for macOS, to drag into its folder of applications", ("darwin",), _image),
    "update": Kind(
        "for who has an older version, signed with --key FILE", ("linux", "win32", "darwin"), _update
    ),
}
"""All kinds, in the order in which they are made."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Make what was asked for, or all that this system can, and return the exit code."""
    here = [name for name, kind in KINDS.items() if sys.platform in kind.systems]
    options = parser(here).parse_args(arguments)
    # Who has no key makes no update, and is not told so each time.
    wanted = options.kinds or [name for name in here if name != "update" or options.key]
    (PROJECT / "build").mkdir(exist_ok=True)
    with only_one(
        PROJECT / "build" / "build.lock", lambda: say("Another build runs here; waiting for it ...")
    ):
        try:
            wishes = Wishes(not options.without_typst, options.sign)
            build = Build(PROJECT, Release.of(PROJECT), wishes, options.key)
            _make(build, wanted)
            return 0 if not is_to_be_tried(options) or try_all(build.folder) else 1
        except CannotBeDone as trouble:
            say(trouble.heard)
            refuse(trouble.sentence)
        except (CannotUpdate, NoKey, UpdateRefused) as trouble:
            refuse(str(trouble))
        except OSError as trouble:
            refuse(f"“{trouble.filename or PROJECT}”: {trouble.strerror or trouble}.")


def is_to_be_tried(options: argparse.Namespace) -> bool:
    """Whether the build is tried: where a person says so, or says nothing and makes all there is."""
    if options.trials is None:
        return sys.platform == "linux" and not options.kinds
    return bool(options.trials)


def _make(build: Build, kinds: Sequence[str]) -> None:
    """Make each kind, say what it has become, and write the list of parts and the checksums of all files."""
    made = []
    for name in kinds:
        begun = time.monotonic()
        file = KINDS[name].make(build)
        made.append(file)
        say(f"{name}: {file.relative_to(PROJECT)}, {_size(file)} MB, {time.monotonic() - begun:.0f} s")
    parts = build.goal(SUFFIX)
    for library in write_parts_list(build.folder, parts, tuple(distributions())):
        say(f"{library} has no known licence: put it into tools/licences/by_hand.toml.")
    write_checksums([file for file in (*made, parts) if file.is_file()])


_APART = """\
apart from these, and each with a --help of its own:
  wheels [SYSTEM ...]  a folder for each system, to install from where there is Python and no internet
  new-key FILE         a key that signs updates
"""


def parser(here: Sequence[str]) -> argparse.ArgumentParser:
    """Return the arguments of the command; ``here`` are the kinds that this system can make."""
    kinds = "".join(f"  {name:10} {KINDS[name].told}\n" for name in here)
    arguments = argparse.ArgumentParser(
        prog="python3 dev.py build",
        description="Makes what people install on this system, into build/out.",
        epilog=f"kinds:\n{kinds}\n{_APART}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    arguments.add_argument("kinds", nargs="*", choices=[*here, []], metavar="KIND", help="only these kinds")
    arguments.add_argument(
        "--without-typst",
        action="store_true",
        help="leave out the second PDF writer: a third smaller, and PDFs have no tags for screen readers",
    )
    arguments.add_argument("--key", type=Path, metavar="FILE", help="the private key that signs an update")
    arguments.add_argument(
        "--sign", default="", metavar="IDENTITY", help="on a Mac: sign with this Apple developer identity"
    )
    arguments.add_argument(
        "--try",
        action=argparse.BooleanOptionalAction,
        dest="trials",
        help="try the folder then, as a stranger would: done where all kinds are made, on Linux",
    )
    # Seen to by dev.py, which makes the environment.
    arguments.add_argument("--older", action="store_true", help="with the Qt that older systems take")
    return arguments


def _size(file: Path) -> int:
    files = [file] if file.is_file() else [path for path in file.rglob("*") if not path.is_symlink()]
    return round(sum(path.stat().st_size for path in files if path.is_file()) / 1e6)


if __name__ == "__main__":
    sys.exit(main())
