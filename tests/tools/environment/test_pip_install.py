"""pip goes the way to packages that is set up on a machine, and does nothing else that is set there."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tools.environment.pip_install import install, pip_environ, why
from tools.environment.telling import CannotBeDone

CONFIG = (
    (":env:.timeout", "60"),
    (":env:.require-virtualenv", "1"),
    (":env:.constraint", "/other/project.txt"),
    ("global.cert", "/etc/ca.pem"),
    ("global.extra-index-url", "file:///a\nfile:///b"),
    ("global.target", "/elsewhere"),
    ("global.timeout", "10"),
    ("global.proxy", "http://old:3128"),
    ("global.proxy", "http://new:3128"),
    ("install.user", "true"),
    ("install.no-index", "true"),
    ("download.index-url", "file:///c"),
)


def test_only_the_way_to_packages_is_kept_of_what_pip_is_set_up_for():
    environ = {
        "PIP_USER": "1",
        "PIP_TARGET": "/elsewhere",
        "Pip_Prefix": "/x",
        "REQUESTS_CA_BUNDLE": "/ca.pem",
    }
    assert pip_environ(environ, CONFIG) == {
        "REQUESTS_CA_BUNDLE": "/ca.pem",
        "PIP_CERT": "/etc/ca.pem",
        "PIP_EXTRA_INDEX_URL": "file:///a file:///b",
        "PIP_PROXY": "http://new:3128",
        "PIP_TIMEOUT": "60",
        "PIP_CONFIG_FILE": os.devnull,
    }


@pytest.mark.parametrize(("wheels", "kept"), [("/wheels", True), ("", False)])
def test_an_index_is_forbidden_only_where_a_folder_takes_its_place(wheels, kept):
    environ = pip_environ({}, [("global.find-links", wheels), (":env:.no-index", "1")])
    assert ("PIP_NO_INDEX" in environ) is kept


def test_what_is_set_up_for_somebodys_own_folder_stays_out_of_the_way(home_folder, tmp_path, monkeypatch):
    """With pip itself, which has nothing to install from: what it says shows where it looked."""
    config = home_folder / ("pip/pip.ini" if os.name == "nt" else ".config/pip/pip.conf")
    config.parent.mkdir(parents=True)
    config.write_text(f"[global]\nuser = true\nno-index = true\nfind-links = {tmp_path}\n", encoding="utf-8")
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_TARGET", str(tmp_path / "elsewhere"))
    with pytest.raises(CannotBeDone) as told:
        install(Path(sys.executable), "no-such-library==1")
    assert f"Looking in links: {tmp_path}" in told.value.heard
    assert "no-such-library==1 to be had" in told.value.sentence


@pytest.mark.parametrize(
    ("heard", "said"),
    [
        (
            "NewConnectionError('<...>: Failed to establish a new connection')",
            "internet could not be reached",
        ),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "PIP_CERT=FILE"),
        ("ERROR: Could not install: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: No matching distribution found for PySide6==6.12.0", "no PySide6==6.12.0 to be had"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "was not used"),
        ("[Errno 13] Permission denied: '/x'", "cannot be written"),
        ("something else", "internet once and 1 GB"),
    ],
)
def test_why_pip_failed_is_told_in_plain_words(heard, said):
    assert said in why(["Collecting x", heard])
