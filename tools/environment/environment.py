"""An environment: whether it serves, how it is mended, and how a new one takes its place."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from dataclasses import replace
from pathlib import Path

from tools.environment.launchers import libraries_in, make_movable, write_activation, write_launchers
from tools.environment.locks import is_in_use, only_one
from tools.environment.pip_install import install
from tools.environment.stamp import DEVELOPMENT, Stamp, Tools, locks_for
from tools.environment.system_libraries import by_hand, install_packages
from tools.environment.telling import CannotBeDone, quietly, refuse, say
from tools.offline.laptop import Laptop, too_long

STAMP = "dialogue-desk-stamp.txt"
_BEGUN = "dialogue-desk-begun.txt"
_COMES_WITH_PIP = ("pip", "setuptools", "pkg_resources", "_distutils_hack", "distutils-precedence")
LONGEST_LIBRARY_PATH = 151
"""The characters of the longest path that a library has in the folder of libraries on Windows."""

_LIBRARIES_ON_WINDOWS = "/Lib/site-packages/"
_PYTHON = "Scripts/python.exe" if sys.platform == "win32" else "bin/python"


class Environment:
    """The folder ``.venv`` of a project, or that of other ``tools``.

    A new one is made beside it in ``.venv.new`` and takes the place of the old one when it is whole, so the
    old one runs until then, and goes on running when there is no internet to make a new one from.
    """

    def __init__(self, project: Path, laptop: Laptop | None = None, tools: Tools = DEVELOPMENT) -> None:
        self._project = project
        self._laptop = laptop or Laptop.here()
        self._tools = tools
        self.folder = project / tools.place
        self._new = self.folder.with_name(f"{self.folder.name}.new")
        self._old = self.folder.with_name(f"{self.folder.name}.old")

    @property
    def python(self) -> Path:
        """The environment's Python."""
        return self.folder / _PYTHON

    def make_ready(self, *, tools: bool) -> None:
        """See that everything is there to run the app, and with ``tools`` to work on it.

        Raises:
            SystemExit: when it cannot be made, and there is none from before that would do.
        """
        wanted = self._wanted(tools=tools)
        if self._serves(wanted) and self._is_in_place():
            return
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        with only_one(self.folder.with_name(f"{self.folder.name}.lock")):
            self._take_up()
            self._mend()
            if self._serves(wanted):
                return
            try:
                self._bring_up_to(wanted)
            except CannotBeDone as trouble:
                self._go_on_with_the_old(trouble, tools=tools)
            except OSError as trouble:
                what = trouble.filename or self.folder
                unwritten = CannotBeDone(f"“{what}” could not be written: {trouble.strerror or trouble}.")
                self._go_on_with_the_old(unwritten, tools=tools)

    def _wanted(self, *, tools: bool) -> Stamp:
        return Stamp.wanted(self._project, tools=tools, laptop=self._laptop, kind=self._tools)

    def _serves(self, wanted: Stamp) -> bool:
        there = Stamp.read(self.folder / STAMP)
        return there is not None and there.serves(wanted) and self._has_base()

    def _is_in_place(self) -> bool:
        there = Stamp.read(self.folder / STAMP)
        return there is not None and there.lay == str(self.folder)

    def _take_up(self) -> None:
        """Put right what a set-up left that was stopped while the new took the place of the old."""
        if not self.folder.exists():
            whole = Stamp.read(self._new / STAMP) is not None
            for left in ([self._new] if whole else []) + [self._old]:
                if left.exists():
                    left.rename(self.folder)
                    break
        remove(self._old)

    def _mend(self) -> None:
        """Lead an environment that lies elsewhere now, or whose Python does, to where things are."""
        there = Stamp.read(self.folder / STAMP)
        if there is None:
            return
        try:
            if not self._has_base() and there.python == self._wanted(tools=False).python:
                self._find_base()
            if there.lay != str(self.folder):
                write_activation(self.folder)
                replace(there, lay=str(self.folder)).write(self.folder / STAMP)
        except OSError:
            pass  # where nothing can be written, it runs as it is

    def _has_base(self) -> bool:
        """Whether the Python that the environment was made with is still where it was."""
        try:
            lines = (self.folder / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return False
        homes = [line.partition("=")[2].strip() for line in lines if line.partition("=")[0].strip() == "home"]
        return self.python.exists() and all(Path(home).is_dir() for home in homes)

    def _find_base(self) -> None:
        for link in self.python.parent.glob("python*"):
            if link.is_symlink():
                link.unlink()
        quietly(sys.executable, "-I", "-m", "venv", "--upgrade", "--without-pip", str(self.folder))

    def _bring_up_to(self, wanted: Stamp) -> None:
        there = Stamp.read(self.folder / STAMP)
        if there is not None and there.runs_app_of(wanted) and self._has_base():
            self._add_tools(wanted)
        else:
            made = Stamp.read(self._new / STAMP)
            if made is None or not made.serves(wanted):
                self._build(wanted)
            if is_in_use(self.folder):
                raise CannotBeDone(
                    "The new libraries are ready, but another window or command uses the old ones."
                )
            self._swap()
            self._mend()
        say("Set-up is done.")

    def _add_tools(self, wanted: Stamp) -> None:
        say(f"Installing {self._tools.told} ...")
        self._fill(self.folder, locks_for(self._laptop, self._tools)[1], patient=True)
        make_movable(self.python.parent)
        replace(wanted, lay=str(self.folder)).write(self.folder / STAMP)

    def _build(self, wanted: Stamp) -> None:
        """Make a whole environment in ``.venv.new``."""
        self._see_that_it_can_be_done()
        if not self._is_begun():
            self._begin()
        say("Installing the libraries (about 110 MB to download the first time) ...")
        patient = not self._runs()
        app, with_tools = locks_for(self._laptop, self._tools)
        self._fill(self._new, app, patient=patient)
        if wanted.tools:
            self._fill(self._new, with_tools, patient=patient)
        write_launchers(self._new, self._project)
        make_movable((self._new / _PYTHON).parent)
        replace(wanted, lay=str(self._new)).write(self._new / STAMP)

    def _see_that_it_can_be_done(self) -> None:
        inside = len(f"/{self._tools.place}.new{_LIBRARIES_ON_WINDOWS}") + LONGEST_LIBRARY_PATH
        windows = self._laptop.system.startswith("windows")
        in_the_way = self._laptop.obstacle() or too_long(str(self._project), inside - 1, windows=windows)
        if in_the_way is not None:
            raise CannotBeDone(in_the_way.told())

    def _begin(self) -> None:
        """Make an environment in ``.venv.new`` that holds nothing but pip."""
        say(f"Making {self._tools.place} with Python {sys.version.split()[0]} ...")
        remove(self._new)
        _see_to_ensurepip()
        made = quietly(sys.executable, "-I", "-m", "venv", str(self._new))
        if made.returncode:
            raise CannotBeDone(
                f"The environment could not be made in {self._project}.\n"
                "See that this folder is writable and has 1 GB free, and try again.",
                made.stdout,
            )
        self._wanted(tools=False).write(self._new / _BEGUN)

    def _is_begun(self) -> bool:
        """Whether ``.venv.new`` waits to be filled, as after an attempt without internet."""
        begun = Stamp.read(self._new / _BEGUN)
        if begun is None or begun.python != self._wanted(tools=False).python:
            return False
        names = [path.name for folder in libraries_in(self._new) for path in folder.iterdir()]
        return all(name.startswith(_COMES_WITH_PIP) for name in names)

    def _fill(self, environment: Path, lock: str, *, patient: bool) -> None:
        install(
            environment / _PYTHON,
            "--require-hashes",
            "--requirement",
            str(self._project / lock),
            patient=patient,
        )

    def _swap(self) -> None:
        """Put the new environment in the place of the old one."""
        remove(self._old)
        if self.folder.exists() or self.folder.is_symlink():
            self.folder.rename(self._old)
        try:
            self._new.rename(self.folder)
        except OSError:
            if self._old.exists():
                self._old.rename(self.folder)
            raise
        remove(self._old)

    def _runs(self) -> bool:
        """Whether what is in ``.venv`` runs at all, however old it is."""
        look = "import sys, msgspec, importlib.util as i; sys.exit(i.find_spec('PySide6') is None)"
        return self.python.exists() and quietly(str(self.python), "-I", "-c", look).returncode == 0

    def _has_tools(self) -> bool:
        find = f"find_spec('{self._tools.module}')"
        look = f"import sys; from importlib.util import find_spec; sys.exit({find} is None)"
        return self._runs() and quietly(str(self.python), "-I", "-c", look).returncode == 0

    def _go_on_with_the_old(self, trouble: CannotBeDone, *, tools: bool) -> None:
        """Run what was set up before, and say so in a sentence; or say why nothing can be run."""
        if self._has_tools() if tools else self._runs():
            say(f"{trouble.sentence}  Until then, this runs with the libraries that were set up before.")
            return
        if trouble.heard:
            say(trouble.heard + "\n")
        runs = tools and self._runs()
        refuse(trouble.sentence + ("  The app itself runs: python3 dev.py run" if runs else ""))


def _see_to_ensurepip() -> None:
    """Get what Debian leaves out of Python, or say what it is."""
    if importlib.util.find_spec("ensurepip") is not None or not shutil.which("apt-get"):
        return
    package = f"python3.{sys.version_info[1]}-venv"
    if not install_packages([package]):
        raise CannotBeDone(
            f"This Python cannot make environments, because the system's package {package} is missing.\n"
            f"Install it, then try again:  {by_hand([package])}"
        )


def remove(folder: Path) -> None:
    """Remove a folder, or a link to one, as far as it can be removed."""
    if folder.is_symlink():
        folder.unlink()
    else:
        shutil.rmtree(folder, ignore_errors=True)
