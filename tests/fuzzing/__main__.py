"""``python -m tests.fuzzing SORT [FIRST [COUNT]]`` opens hostile files and says what became of them."""

from __future__ import annotations

import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.fuzzing.fuzzer import SORTS, Fault, fuzz
from tests.memory import quick_place


def main(sort: str = "all", first: str = "0", count: str = "1") -> int:
    """Open so many files of a sort, or of all; return how many did what no file may do."""
    faults = 0
    for name in SORTS if sort == "all" else (sort,):
        became: Counter[str] = Counter()
        begun, number, end = time.monotonic(), int(first), int(first) + int(count)
        with TemporaryDirectory(dir=quick_place()) as folder:
            while number < end:
                try:
                    for what in fuzz(name, range(number, end), Path(folder)):
                        became[what] += 1
                        number += 1
                except Fault as fault:
                    faults += 1
                    number += 1
                    cause = fault.__cause__
                    told = traceback.format_tb(cause.__traceback__)[-2:] if cause else []
                    sys.stdout.write("\n  ".join((str(fault), *told)) + "\n")
        rate = sum(became.values()) / max(0.001, time.monotonic() - begun)
        files = sum(became.values())
        sys.stdout.write(f"{name}: {files} files, {rate:.0f} a second, {dict(became)}\n")
        sys.stdout.flush()
    return faults


if __name__ == "__main__":
    sys.exit(min(1, main(*sys.argv[1:])))
