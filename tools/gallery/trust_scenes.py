"""What other laptops' files may change: the questions, what waits, and the way back, in their states."""

from __future__ import annotations

from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.erasing.erase import erasure_notice
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.packages import session_package
from dialogue_desk.desk.program.imports import import_packages, read_packages
from dialogue_desk.desk.program.program_edits import circles_of
from dialogue_desk.desk.program.sample import import_sample
from dialogue_desk.desk.trust.known_laptops import accept, decline
from dialogue_desk.desk.trust.waiting_changes import leave_out, take, waiting_changes
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.exchange.container import pack, unpack
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.exchange.signing import PackageOrigin, fingerprint, public_key, signing
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.importing.import_result import ImportResultSheet
from dialogue_desk.ui.importing.preview_sheet import PreviewSheet
from dialogue_desk.ui.settings.laptops_section import LaptopsSection
from tools.gallery.scene import Scene
from tools.gallery.stage import Stage


def _stranger(stage: Stage, seed: int) -> Desk:
    """Return the desk of another laptop that has the sample too."""
    desk = Desk(DeskFile(stage.folder / f"stranger-{seed}.db"), stage.clock, RandomIds(seed))
    import_sample(desk, stage.folders.shelf, stage.words)
    return desk


def _erasing(stage: Stage, seed: int, name: str, *, circles: int | None = None) -> Path:
    """Let a stranger erase circles of the program, and tell of it in a file."""
    desk = _stranger(stage, seed)
    gone = desk.erase([circle.id for circle in circles_of(desk, stage.program)][:circles]).erased
    path = stage.folder / name
    path.write_bytes(erasure_notice(desk, sorted(gone)).data)
    desk.file.close()
    return path


def _changing(stage: Stage, seed: int, name: str, profile: Profile = Profile.ORGANIZER) -> Path:
    """Let a stranger write over the notes of one session, and hand it out."""
    desk = _stranger(stage, seed)
    folders = Folders(desk, stage.folders.shelf)
    session = next(entry.id for entry in folders.entries() if entry.notes)
    for record in desk.file.records.under(session, Kind.NOTE):
        desk.rewrite(record.id, Note(NoteKind.HOPE, "Something else entirely."))
    folder = folders.session(RecordId(session))
    assert folder is not None
    path = stage.folder / name
    path.write_bytes(session_package(desk, folder, profile).data)
    desk.file.close()
    return path


def _signed_by(package: Path, to: Path, secret: bytes | None) -> Path:
    """Write the same package as another laptop's, or as nobody's."""
    container = unpack(package.read_bytes())
    origin = PackageOrigin(fingerprint(public_key(secret))) if secret else None
    sign = signing(secret, origin) if secret and origin else None
    to.write_bytes(pack(container.about, container.members, sign)[0])
    return to


def _open(stage: Stage, *files: Path) -> None:
    plan = read_packages(files, PackageReader(stage.words), stage.words)
    import_packages(stage.desk, plan, stage.words)


def _three(stage: Stage) -> tuple[Path, ...]:
    changed = _changing(stage, 42, "alder-c01-s1-2026-03-10-755beea7.dialogue")
    unsigned = _signed_by(changed, stage.folder / "found-on-a-stick.dialogue", None)
    return _erasing(stage, 41, "alder-c01.dialogue"), changed, unsigned


def _waiting(stage: Stage) -> None:
    stage.go(PageName.HOME)
    _open(stage, *_three(stage))
    stage.workspace.pages.trust_actions.show_waiting()


def _waiting_many(stage: Stage) -> None:
    changed = _changing(stage, 42, "alder-c01-s1.dialogue")
    secrets = (bytes([number]) * 32 for number in range(1, 49))
    files = [_signed_by(changed, stage.folder / f"c{secret[0]:02}.dialogue", secret) for secret in secrets]
    stage.go(PageName.HOME)
    _open(stage, *files)
    stage.workspace.pages.trust_actions.show_waiting()


def _partner(stage: Stage) -> None:
    stage.go(PageName.HOME)
    package = _changing(stage, 42, "alder-c01-s1-2026-03-10-755beea7.dialogue", Profile.OTHER_LAPTOP)
    stage.workspace.import_bar.import_paths([package])
    stage.settle()


def _imported(stage: Stage) -> None:
    stage.go(PageName.HOME)
    stage.workspace.import_bar.import_paths(_three(stage))
    stage.settle()
    stage.the(PreviewSheet).open_button.click()
    stage.settle()
    stage.the(ImportResultSheet)


def _left_out(stage: Stage) -> None:
    file = _changing(stage, 42, "alder-c01-s1-2026-03-10-755beea7.dialogue")
    _open(stage, file)
    leave_out(stage.desk, waiting_changes(stage.desk)[0].claims)
    stage.go(PageName.HOME)
    stage.workspace.pages.trust_actions.changed.emit()
    stage.workspace.import_bar.import_paths([file])
    stage.settle()
    stage.the(ImportResultSheet)


def _mixed(stage: Stage) -> None:
    """Let one laptop change notes and erase a circle: keeping both leaves the erasing out."""
    stage.go(PageName.HOME)
    changed = _changing(stage, 42, "alder-c01-s1.dialogue")
    erased = _erasing(stage, 41, "alder-c01.dialogue", circles=1)
    files = [_signed_by(one, stage.folder / f"by-one-{one.name}", b"\x07" * 32) for one in (changed, erased)]
    _open(stage, *files)
    stage.workspace.pages.trust_actions.show_waiting()


def _home(stage: Stage) -> None:
    _open(stage, _erasing(stage, 41, "alder-c01.dialogue", circles=1))
    take(stage.desk, waiting_changes(stage.desk)[0].claims)
    _open(stage, _changing(stage, 42, "alder-c01-s1.dialogue"))
    stage.go(PageName.HOME)


def _settings(stage: Stage) -> None:
    for number in (1, 2):
        accept(stage.desk, DeviceId(fingerprint(public_key(bytes([number]) * 32))))
    decline(stage.desk, DeviceId(fingerprint(public_key(bytes([3]) * 32))))
    stage.laptops = LaptopsSection(stage.desk, stage.context)
    stage.go(PageName.SETTINGS)
    stage.press(stage.words.tr("Laptops"))


SCENES = (
    Scene("partner", "Opening files, the other laptop of the circle", _partner),
    Scene("imported-waiting", "What came of opening files, some of which waits", _imported),
    Scene("waiting", "What waits for an answer", _waiting),
    Scene("imported-left-out", "What came of opening a file of which something was left out", _left_out),
    Scene("waiting-mixed", "What waits, changes and erasures of one laptop", _mixed),
    Scene("waiting-many", "What waits, 48 laptops", _waiting_many, ("light", "large", "small")),
    Scene("home-waiting", "Home, what waits and what can be brought back", _home),
    Scene("laptops-settings", "Settings, the laptops", _settings),
)
