"""The script of the sample community."""

from __future__ import annotations

import re
from pathlib import Path

import tools.sample

FIRST_NAMES = re.split(
    r"\s+",
    """
    Aaron Ahmed Alex Alice Amy Ana Andrea Andrew Angela Anna Anthony Antonio Ashley Barbara Ben Betty Bob
    Brian Carlos Carmen Carol Charles Chris Christopher Daniel David Debra Diego Donna Dorothy Edward
    Elena Elizabeth Emily Emma Eric Fatima Fernando Francisco Frank Gabriel Gary George Gloria Hector
    Helen Jack Jacob James Jamal Jason Javier Jeff Jennifer Jesus Jim Joe John Jorge Jose José Joseph Juan
    Karen Kevin Kim Laura Linda Lisa Lucia Luis Malik Manuel Marcus Margaret Maria María Mario Mark Martha
    Mary Matthew Maya Michael Michelle Miguel Mike Mohammed Nancy Nicole Olivia Oscar Pablo Patricia Paul
    Pedro Peter Rachel Rafael Ramon Rebecca Ricardo Richard Robert Roberto Rosa Ruth Ryan Sam Samuel Sandra
    Sara Sarah Sofia Sophia Stephen Steven Susan Teresa Thomas Tim Tom Tyrone Victor William
""".strip(),
)


SCRIPT = Path(tools.sample.__file__).parent / "script"


def test_nobody_is_named():
    names = re.compile(rf"\b({'|'.join(FIRST_NAMES)})\b")
    for path in SCRIPT.glob("*.toml"):
        assert names.findall(path.read_text(encoding="utf-8")) == []
