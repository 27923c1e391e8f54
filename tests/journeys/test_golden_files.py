"""Files that an earlier app wrote open as they are, and say what they said then."""

from __future__ import annotations

import hashlib
import shutil
from collections import Counter
from pathlib import Path

import pytest

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.packages import session_package
from dialogue_desk.desk.opening import open_desk
from dialogue_desk.desk.program.imports import import_packages, read_packages
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.records.changes import Act
from dialogue_desk.domain.records.encoding import encode_edition, json_text
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words
from tests.shelf import GUIDES
from tools.manual_clock import ManualClock

GOLDEN = Path(__file__).parents[1] / "golden"
MARCH_24 = 1774317000000
WORDS = Words()
RECORDS = 303
DESK = "7755611ce168634b959f475b5d367bea0897ef8105f61e1e28ea463199f28a60"
BOTH = "a80969ddc7c368b60312a0a9aff14158ed85efb07a85b23c060639e8653e4f6b"
LEAVING = {
    "C01 1": "91d12ab2d37c94713b5048e282f4fe43c8fcef61260602d9610ca460b0c6fb35",
    "C01 2": "f03cba41f9a2070f2d4e57b48ec701bfeaba6ee9f2dc7d6c07ff77777a5fa5f5",
    "C02 1": "3ba9535bdfbf8146bd34859a7f0239ad5e0bd23789264184a1dcb24179313969",
    "C02 2": "b83e2ee77c2ac6d3203a0abb93da117f6c9be7633665b2d8aba0f98bcfa83e70",
    "C03 1": "688e0f1314c100ec98098b92009a01ced34fba2f073d137c83665a3c2b91a46b",
    "C03 2": "67641f6efceb2597e0f09f11cba6e5aec477a1ca499dc456f0dbc7683691c798",
    "C04 1": "a5d0dabcec59b3b4af7ceae483fca3349b55a76d0f79da0720c04294fe3dd33c",
    "C05 1": "5a2bb59015ed108dde948ef54bd9741f4d4c7aebfde7b61acb4913159cdb2569",
    "C05 2": "292604913c02c134674f8ca1b3a47fdc2fd9306f627aa62efc073454889baba3",
}
PACKAGES = {
    "program": "7d9d24d8c162473c9b46b44c5e8c673ff872ac3efae6d3c88a5a9a137c63115a",
    "session": "6ebdd7ba6e3021d744289f9a991c6b699b349908f0cfda53b91b0995f2d08f8e",
}
KINDS = {
    "program": {"circle": 5, "program": 1, "theme": 9},
    "session": {
        "action": 4,
        "circle": 1,
        "ground rule": 8,
        "guide": 2,
        "move": 10,
        "note": 16,
        "program": 1,
        "session": 1,
        "theme": 10,
    },
}
SHELF = GuideShelf(GUIDES, WORDS)


@pytest.fixture
def desk(tmp_path):
    path = tmp_path / "desk.sqlite"
    shutil.copy(GOLDEN / "desk.sqlite", path)
    opened = open_desk(path, ManualClock(MARCH_24), RandomIds(5))
    yield opened.desk
    opened.desk.file.close()


def digest(records) -> str:
    lines = sorted(
        f"{record.id} {record.kind} {record.owner} {json_text(encode_edition(record, edition))}"
        for record in records
        for edition in record.editions
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def everything(desk):
    return [record for kind in Kind for record in desk.file.records.of_kind(kind)]


def test_a_desk_opens_with_every_record_as_it_was(desk):
    records = everything(desk)
    assert len(records) == RECORDS
    assert digest(records) == DESK


def test_its_history_goes_on(desk):
    assert desk.can_undo() is Act.WRITE and desk.can_redo() is Act.WRITE
    desk.redo()
    said = [record.shown.body.text for record in desk.file.records.of_kind(Kind.NOTE) if record.shown.body]
    assert "a line that was taken back" in said


def test_a_session_leaves_it_as_the_same_package(desk):
    folders = Folders(desk, SHELF)
    made = {}
    for entry in folders.entries():
        folder = folders.session(entry.id)
        package = session_package(desk, folder, Profile.ORGANIZER)
        made[f"{folder.circle.code} {folder.session.number}"] = package.identity
    assert made == LEAVING


@pytest.mark.parametrize("name", ["session", "program"])
def test_a_package_is_read_as_it_was(name):
    package = PackageReader(WORDS).read(GOLDEN / f"{name}.dialogue")
    assert package.identity == PACKAGES[name]
    assert Counter(record.kind.value for record in package.records.values()) == KINDS[name]


def test_packages_come_in_on_an_empty_desk_as_they_were(tmp_path):
    desk = Desk(DeskFile(tmp_path / "new.sqlite"), ManualClock(MARCH_24), RandomIds(6))
    plan = read_packages(
        [GOLDEN / "program.dialogue", GOLDEN / "session.dialogue"], PackageReader(WORDS), WORDS
    )
    assert plan.refused == ()
    import_packages(desk, plan, WORDS)
    assert digest(everything(desk)) == BOTH
    desk.file.close()
