"""What holds for every test: no network, no home folder, nothing left running, the same dice each time."""

from __future__ import annotations

import itertools
import os
import sys
import threading
import time
import weakref
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "UTC"
if hasattr(time, "tzset"):
    time.tzset()

import pytest
import shiboken6
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

APP_VARIABLE = "DIALOGUE_DESK_APP_TO_TRY"
"""The environment variable in which ``--app`` reaches each process of a run."""

settings.register_profile("quick", derandomize=True, max_examples=60, deadline=None, database=None)
settings.register_profile("soak", max_examples=2_000, deadline=None, database=None)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--app", help="try this program, which was built, where tests call the command line")
    parser.addoption("--soak", action="store_true", help="also run the long tests, and try more examples")
    parser.addoption("--scenes", action="store_true", help="also visit every scene, not only the key ones")
    parser.addoption("--build", action="store_true", help="also make what people install, and look at it")


def pytest_configure(config: pytest.Config) -> None:
    if app := config.getoption("--app"):
        os.environ[APP_VARIABLE] = str(Path(app).resolve())
    settings.load_profile("soak" if config.getoption("--soak") else "quick")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    unasked = [name for name in ("soak", "scenes", "build") if not config.getoption(f"--{name}")]
    if config.getoption("--app"):
        unasked.append("in_process")
    left = [item for item in items if any(item.get_closest_marker(name) for name in unasked)]
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if item not in set(left)]


# No network.  An audit hook cannot be taken off again, nor gone round from Python.

_NETWORK = {"socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"}


def _refuse_network(event: str, args: tuple[object, ...]) -> None:
    if event in _NETWORK:
        raise RuntimeError(f"{event}: Dialogue Desk opens no network connection, and neither do its tests")


sys.addaudithook(_refuse_network)


# A home folder of its own for each test.

_HOMES = {
    "HOME": ".",
    "USERPROFILE": ".",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": ".run",
}


@pytest.fixture(scope="session")
def home_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def home_folder(home_folders: Iterator[Path]) -> Iterator[Path]:
    """The empty home folder of a person who has just got the app."""
    folder = next(home_folders)
    (folder / ".run").mkdir(mode=0o700, parents=True)
    with pytest.MonkeyPatch.context() as patch:
        for name, place in _HOMES.items():
            patch.setenv(name, str(folder / place))
        patch.setenv("LANGUAGE", "en")
        yield folder


# Nothing left running.

_started_timers: weakref.WeakSet[QTimer] = weakref.WeakSet()
_before = pytest.StashKey[tuple[set[threading.Thread], set[int], int]]()


def _remembering(start: Callable[..., None]) -> Callable[..., None]:
    def remember_and_start(timer: QTimer, *args: object) -> None:
        _started_timers.add(timer)
        start(timer, *args)

    return remember_and_start


QTimer.start = _remembering(QTimer.start)  # type: ignore[method-assign]


def _windows() -> dict[int, str]:
    if not isinstance(QCoreApplication.instance(), QApplication):
        return {}
    return {
        shiboken6.getCppPointer(window)[0]: f"{type(window).__name__} {window.windowTitle()!r}"
        for window in QApplication.topLevelWidgets()
    }


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    _started_timers.clear()
    item.stash[_before] = (set(threading.enumerate()), set(_windows()), item.session.testsfailed)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, object, object]:
    result = yield
    if QCoreApplication.instance():
        # pytest-qt asks for its windows to be deleted, and never lets that happen between tests.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    threads, windows, failed = item.stash[_before]
    left = list(_left_running(threads, windows))
    # What failed keeps its frames, and all that is in them.
    if left and item.session.testsfailed == failed:
        pytest.fail("this test left behind: " + ", ".join(left), pytrace=False)
    return result


def _left_running(threads: set[threading.Thread], windows: set[int]) -> Iterator[str]:
    for thread in set(threading.enumerate()) - threads:
        # A thread of Qt's that once asked Python for its name stays listed for ever.
        if not isinstance(thread, threading._DummyThread):
            thread.join(timeout=1)
            if thread.is_alive():
                yield f"the thread {thread.name}"
    if QCoreApplication.instance():
        yield from (f"a running timer of {t.interval()} ms" for t in _timers_running())
        yield from (f"the window {name}" for pointer, name in _windows().items() if pointer not in windows)
        if not QThreadPool.globalInstance().waitForDone(1000):
            yield "a job in Qt's thread pool"


def _timers_running() -> list[QTimer]:
    return [timer for timer in list(_started_timers) if shiboken6.isValid(timer) and timer.isActive()]
