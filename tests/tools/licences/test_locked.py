"""What a lock file names."""

from tools.licences.locked import Locked, locked

LOCK = """\
click==8.5.1 \\
    --hash=sha256:{a} \\
    --hash=sha256:{b}
pyside6-essentials==6.11.3 ; python_full_version < '3.12' \\
    --hash=sha256:{b}
"""


def test_each_library_comes_with_its_version_and_the_checksums_of_its_files():
    a, b = "a" * 64, "b" * 64
    assert locked(LOCK.format(a=a, b=b)) == (
        Locked("click", "8.5.1", (a, b)),
        Locked("pyside6-essentials", "6.11.3", (b,)),
    )


def test_other_lines_name_nothing():
    assert locked("# click==1\n\n--no-binary\n") == ()
