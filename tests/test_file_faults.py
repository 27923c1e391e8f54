"""What stood in the way of a file is told by the codes of each system."""

from __future__ import annotations

import errno
import sys

import pytest

from dialogue_desk.file_faults import Fault, fault_of, windows_code
from tests.windows_files import denied_on_windows


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        (5, Fault.NOT_ALLOWED),
        (19, Fault.READ_ONLY),
        (21, Fault.AWAY),
        (23, Fault.BROKEN),
        (32, Fault.IN_USE),
        (33, Fault.IN_USE),
        (53, Fault.AWAY),
        (112, Fault.FULL),
        (123, Fault.NAME),
        (206, Fault.NAME),
        (1117, Fault.BROKEN),
        (1167, Fault.AWAY),
    ],
)
def test_windows_tells_apart_what_python_calls_permission_denied(code, fault):
    assert fault_of(denied_on_windows(code)) is fault


def test_a_code_of_windows_that_is_not_known_is_judged_by_its_number():
    assert fault_of(denied_on_windows(9_999, errno.ENOSPC)) is Fault.FULL


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        (errno.ENOENT, Fault.MISSING),
        (errno.EACCES, Fault.NOT_ALLOWED),
        (errno.EROFS, Fault.READ_ONLY),
        (errno.ENOSPC, Fault.FULL),
        (errno.EBUSY, Fault.IN_USE),
        (errno.EISDIR, Fault.IN_THE_WAY),
        (errno.ENAMETOOLONG, Fault.NAME),
        (errno.ENXIO, Fault.AWAY),
        (errno.ESTALE, Fault.AWAY),
        (errno.EIO, Fault.BROKEN),
        (errno.ENOMEM, Fault.NO_MEMORY),
        (errno.EXDEV, Fault.OTHER),
    ],
)
@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_other_systems_tell_it_by_number(number, fault, platform, monkeypatch):
    monkeypatch.setattr(sys, "platform", platform)
    assert fault_of(OSError(number, "told by the system")) is fault


def test_an_error_without_a_number_is_some_other_fault():
    assert fault_of(OSError("odd")) is Fault.OTHER


@pytest.mark.parametrize(("platform", "fault"), [("darwin", Fault.PRIVACY), ("linux", Fault.NOT_ALLOWED)])
def test_only_macos_means_its_privacy_settings_by_not_permitted(platform, fault, monkeypatch):
    monkeypatch.setattr(sys, "platform", platform)
    assert fault_of(OSError(errno.EPERM, "Operation not permitted")) is fault


def test_only_windows_gives_codes_of_its_own():
    assert windows_code(denied_on_windows(32)) == 32
    assert windows_code(OSError(errno.EACCES, "x")) == 0


@pytest.mark.parametrize(("signs", "fault"), [(259, Fault.MISSING), (260, Fault.NAME)])
def test_a_path_that_is_too_long_for_windows_is_told_as_such(signs, fault):
    error = denied_on_windows(3, errno.ENOENT, "x" * signs)
    assert fault_of(error) is fault
