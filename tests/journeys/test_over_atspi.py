"""A session from the first start to its files, by what assistive technology sees and presses.

It needs a display and a bus of its own, so it runs where Xvfb, openbox, AT-SPI and its Python are installed:
``apt-get install xvfb openbox at-spi2-core python3-pyatspi gir1.2-atspi-2.0 dbus``.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SYSTEM_PYTHON = "/usr/bin/python3"
DRIVER = Path(__file__).parent / "atspi_driver.py"
BUS = Path("/usr/libexec/at-spi-bus-launcher")
START = "import sys; from dialogue_desk.app import main; sys.exit(main())"


def lacking():
    """Return what is not installed here."""
    programs = [name for name in ("Xvfb", "openbox", "dbus-run-session") if shutil.which(name) is None]
    if not BUS.exists():
        programs.append("at-spi2-core")
    has = sys.platform == "linux" and Path(SYSTEM_PYTHON).exists()
    if (
        not has
        or subprocess.run(
            [SYSTEM_PYTHON, "-c", "import pyatspi"], check=False, capture_output=True
        ).returncode
    ):
        programs.append("python3-pyatspi")
    return programs


@pytest.fixture
def display():
    """A screen that nobody sees, with a window manager."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        name = f":{told.readline().strip()}"
    manager = subprocess.Popen(["openbox"], env=os.environ | {"DISPLAY": name}, stderr=subprocess.DEVNULL)
    yield name
    for one in (manager, server):
        one.terminate()
        one.wait()


@pytest.mark.soak
def test_a_session_is_led_from_its_start_to_its_files(tmp_path, request):
    if missing := lacking():
        pytest.skip(f"not installed: {', '.join(missing)}")
    stick = tmp_path / "stick"
    stick.mkdir()
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    here = {
        "DISPLAY": request.getfixturevalue("display"),
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "XDG_RUNTIME_DIR": str(runtime),
        "HOME": str(tmp_path),
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    script = f"""
        {BUS} --launch-immediately & sleep 1
        "$APP" -c "$START" --desk "$DESK" & APP_ID=$!
        env -u PYTHONPATH {SYSTEM_PYTHON} "$DRIVER" "$STICK"; RESULT=$?
        kill $APP_ID; wait $APP_ID; exit $RESULT
    """
    more = {
        "APP": sys.executable,
        "START": START,
        "DESK": str(tmp_path / "desk" / "desk.db"),
        "DRIVER": str(DRIVER),
    }
    ran = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", script],
        env=os.environ | here | more | {"STICK": str(stick)},
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert {one.suffix for one in stick.rglob("*") if one.is_file()} >= {".dialogue", ".pdf"}
