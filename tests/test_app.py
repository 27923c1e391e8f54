"""Starting the app from outside: in a process of its own, as a person does."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dialogue_desk import __version__
from dialogue_desk.app import EarlyErrors, main
from dialogue_desk.desk.paths import DESK_VARIABLE, NAME, Paths
from dialogue_desk.ui.shell.last_word import FILE_NAME
from dialogue_desk.words import Words
from tests.house import ROOT


def started(*arguments, **environ):
    """Start the app in a process of its own, and return what came of it."""
    return subprocess.run(
        [sys.executable, *(arguments or ("-m", "dialogue_desk"))],
        env={**os.environ, "CI": "1", **environ},  # where nobody sits before a display, no box is shown
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_without_a_display_it_says_so_and_stops(monkeypatch, capsys):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert main([]) == 2
    assert "There is no display here" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("option", "said"), [("--version", f"Dialogue Desk {__version__}"), ("--help", "mostrar la versión")]
)
def test_the_window_says_its_version_and_its_options_without_qt_and_a_display(option, said):
    asked = f"""
import sys
from dialogue_desk.app import main
try:
    main([{option!r}])
except SystemExit as end:
    print(end.code, [name for name in sys.modules if "PySide6" in name])
"""
    told = started("-c", asked, LANGUAGE="es", DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert said in " ".join(told.stdout.split()) and told.stdout.endswith("0 []\n")


def test_a_display_that_cannot_be_used_is_told_in_a_sentence_and_never_ends_in_an_abort():
    done = started(QT_QPA_PLATFORM="nonsense")
    assert done.returncode == 2
    assert "cannot start" in done.stderr
    assert done.stderr.count("\n") == 1
    if sys.platform == "linux":
        assert "“nonsense”" in done.stderr


# Stands in for a library of the system's that Qt's own looks for in vain.
WITHOUT_A_LIBRARY = """
import sys
class Without:
    def find_spec(self, name, path=None, target=None):
        if name == {name!r}:
            raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
sys.meta_path.insert(0, Without())
sys.argv[1:] = {arguments!r}
import runpy
runpy.run_module("dialogue_desk", run_name="__main__")
"""


@pytest.mark.parametrize(("name", "arguments"), [("PySide6", []), ("msgspec", ["demo", "--help"])])
def test_a_library_that_is_missing_is_named_in_a_sentence(name, arguments):
    done = started("-c", WITHOUT_A_LIBRARY.format(name=name, arguments=arguments))
    assert done.returncode == 2
    assert "“libEGL.so.1” is missing" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="the folders of Windows come from the registry")
def test_everything_lies_in_the_persons_own_folders(home_folder, monkeypatch):
    own = Paths.of_person()
    assert home_folder in own.desk.parents
    assert home_folder in own.settings.parents
    monkeypatch.setenv(DESK_VARIABLE, str(home_folder / "other.db"))
    assert Paths.of_person().desk == home_folder / "other.db"
    assert Paths.of_person(Path("third.db")).desk == Path("third.db").absolute()


def test_a_first_start_paints_home_and_leaves_one_whole_file(tmp_path):
    desk = tmp_path / "desk.db"
    done = started(
        "-m", "dialogue_desk.app", "--desk", str(desk), "--quit-when-painted", QT_QPA_PLATFORM="offscreen"
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "Traceback" not in done.stderr
    assert desk.exists()
    assert not desk.with_name("desk.db-wal").exists()


def test_the_help_of_the_window_is_shown_where_there_are_no_letters_with_accents():
    done = started("-m", "dialogue_desk.app", "--help", LANGUAGE="es", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert "--desk" in done.stdout


# Ctrl-C, while something is done that Qt asked for.
INTERRUPTED = """
import signal, sys
import dialogue_desk.app as app
def has_shown(_):
    signal.raise_signal(signal.SIGINT)
    print("went on")
app.has_shown = has_shown
sys.exit(app.main([]))
"""


def test_ctrl_c_closes_the_window_once_what_is_being_done_is_done():
    done = started("-c", INTERRUPTED, QT_QPA_PLATFORM="offscreen")
    assert (done.returncode, done.stdout) == (0, "went on\n"), done.stderr
    assert "Traceback" not in done.stderr


def test_a_start_loads_nothing_that_only_later_pages_need():
    asked = "import sys, dialogue_desk.ui.shell.application; print(*sys.modules)"
    done = started("-c", asked, QT_QPA_PLATFORM="offscreen")
    later = (
        "dialogue_desk.domain.guides",
        "dialogue_desk.domain.practice",
        "xml",
        "sqlite_utils",
        "markdown_it",
    )
    assert "dialogue_desk.ui.home.home_page" in done.stdout.split()
    assert [name for name in done.stdout.split() if name.startswith(later)] == []


# A program without a console, in which a fault shows before there is a window.
WITHOUT_A_CONSOLE = """
import sys
sys.stderr = None
import dialogue_desk.ui.shell.file_requests as first
def fault(*_):
    raise ValueError("a note")
first.FileOpeningApplication = fault
from dialogue_desk.app import main
sys.exit(main([]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a box to show")
def test_a_fault_before_the_window_is_told_and_logged_where_there_is_no_console(tmp_path):
    (tmp_path / "Desktop").mkdir()
    environ = {name: value for name, value in os.environ.items() if name not in _OF_A_DISPLAY}
    folders = {name: str(tmp_path / name) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_A_CONSOLE],
        env={**environ, **folders, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    left = (tmp_path / "Desktop" / FILE_NAME).read_text(encoding="utf-8")
    log = tmp_path / "XDG_DATA_HOME" / NAME / "log.txt"
    assert str(log) in left
    told = log.read_text(encoding="utf-8")
    assert "not caught before the window" in told and "builtins.ValueError" in told
    assert "a note" not in told + left


_OF_A_DISPLAY = ("DISPLAY", "WAYLAND_DISPLAY", "CI")


def test_many_faults_before_the_window_are_told_once(capsys):
    errors = EarlyErrors(Words())
    for _ in range(3):
        errors(ValueError, ValueError("a note"), None)
    assert capsys.readouterr().err.count("could not start") == 1


WITHOUT_A_PART = """
import sys
from dialogue_desk import app
from dialogue_desk.resources import resource
app.start = lambda *_: resource("fonts", "none.ttf")
sys.exit(app.main(["--desk", sys.argv[1]]))
"""


def test_a_part_of_the_app_that_is_missing_at_the_start_is_named(tmp_path):
    desk = str(tmp_path / "desk.db")
    done = started("-c", WITHOUT_A_PART, desk, QT_QPA_PLATFORM="offscreen", LANGUAGE="en")
    assert done.returncode == 2 and "Traceback" not in done.stderr
    assert done.stderr.startswith("“none.ttf”, which is a part of Dialogue Desk, is missing")
