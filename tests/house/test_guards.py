"""The guards of ``conftest.py`` bite: each of these tests misbehaves, and is told so."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[2]

MISBEHAVING = """
import socket, threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

kept = []

def test_leaves_a_thread():
    gate = threading.Event()
    kept.append(gate)
    threading.Thread(target=gate.wait, name="loom", daemon=True).start()

def test_leaves_a_timer(qapp):
    timer = QTimer()
    timer.start(4321)
    kept.append(timer)

def test_leaves_a_window(qapp):
    kept.append(QWidget())

def test_gives_its_window_back(qtbot):
    qtbot.addWidget(QWidget())

def test_calls_out():
    socket.create_connection(("127.0.0.1", 9))
"""


def test_what_a_test_leaves_behind_fails_it(tmp_path: Path) -> None:
    module = tmp_path / "test_misbehaving.py"
    module.write_text(MISBEHAVING, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-c", "pyproject.toml", str(module)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    told = [line for line in run.stdout.splitlines() if line.startswith(("ERROR ", "FAILED "))]
    assert len(told) == 4, run.stdout + run.stderr
    for name, reason in (
        ("test_leaves_a_thread", "the thread loom"),
        ("test_leaves_a_timer", "a running timer of 4321 ms"),
        ("test_leaves_a_window", "the window QWidget"),
        ("test_calls_out", "opens no network connection"),
    ):
        assert any(name in line for line in told), told
        assert reason in run.stdout


def test_no_test_reaches_the_network() -> None:
    with pytest.raises(RuntimeError, match="opens no network connection"):
        socket.getaddrinfo("example.org", 80)


def test_each_test_has_an_empty_home(home_folder: Path) -> None:
    assert Path.home() == home_folder
    assert [entry.name for entry in home_folder.iterdir()] == [".run"]


def test_the_time_zone_and_the_platform_are_fixed() -> None:
    assert time.timezone == 0
    assert os.environ["QT_QPA_PLATFORM"]


def test_hypothesis_throws_the_same_dice_each_time(request: pytest.FixtureRequest) -> None:
    assert settings.default is not None
    assert settings.default.derandomize is not request.config.getoption("--soak")
