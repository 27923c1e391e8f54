"""Two laptops of one circle, which their people told that they work together."""

from __future__ import annotations

from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.program.imports import ImportResult, import_packages, read_packages
from dialogue_desk.desk.trust.known_laptops import join
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.words import Words


def opened_as_partner(desk: Desk, *paths: Path) -> ImportResult:
    """Open packages of laptops with which this one works on a circle."""
    words = Words()
    plan = read_packages(paths, PackageReader(words), words)
    for one in plan.packages:
        join(desk, one.origin)
    return import_packages(desk, plan, words)
