"""Hands packages from one desk to another."""

from __future__ import annotations

from dialogue_desk.desk.leaving.packages import session_package
from dialogue_desk.desk.program.imports import import_packages, read_packages
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.words import Words
from tests.desk.leaving.test_packages import folder_of

WORDS = Words()


def given(desk, theirs, session, to):
    to.mkdir(exist_ok=True)
    package = session_package(theirs, folder_of(theirs, session))
    path = to / package.name
    path.write_bytes(package.data)
    return import_packages(desk, read_packages([path], PackageReader(WORDS), WORDS), WORDS)
