"""Scripts of libraries find the Python beside them, wherever the environment is moved."""

from __future__ import annotations

import os
import subprocess

import pytest

from tools.environment.launchers import make_movable

BODY = "import sys\nprint(sys.argv[1:])\n"

pytestmark = pytest.mark.skipif(
    os.name != "posix", reason="there they are programs, and hold the path inside"
)


@pytest.mark.parametrize(
    "first",
    [
        "#!/a/.venv/bin/python\n",
        "#!/a/.venv/bin/python3.11\n",
        "#!/bin/sh\n'''exec' \"/a b/.venv/bin/python\" \"$0\" \"$@\"\n' '''\n",
        "#!/bin/sh\n'''exec' /a/.venv/bin/python3 \"$0\" \"$@\"\n' '''\n",
    ],
)
def test_a_script_runs_with_the_python_beside_it_also_through_a_link(first, tmp_path):
    scripts = tmp_path / "mesa de diálogo"
    scripts.mkdir()
    (scripts / "python").write_text('#!/bin/sh\necho "its own: $2"\n', encoding="utf-8")
    (scripts / "tool").write_text(first + BODY, encoding="utf-8")
    for path in scripts.iterdir():
        path.chmod(0o755)
    make_movable(scripts)
    (tmp_path / "link").symlink_to(scripts / "tool")
    told = subprocess.run([tmp_path / "link", "x y"], capture_output=True, text=True, check=True)
    assert told.stdout == "its own: x y\n"
    assert (scripts / "tool").read_text(encoding="utf-8").endswith(BODY)


@pytest.mark.parametrize("text", [b"#!/bin/bash\necho\n", b"\x7fELF\0#!/a/bin/python\n", b"# activate\n"])
def test_what_python_does_not_run_is_left_alone(text, tmp_path):
    (tmp_path / "other").write_bytes(text)
    make_movable(tmp_path)
    assert (tmp_path / "other").read_bytes() == text
