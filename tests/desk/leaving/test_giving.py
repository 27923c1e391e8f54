"""Giving the app to another facilitator: all or nothing, read back, nothing of anybody else's touched."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import shutil
import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue_desk.desk.guides.own_guides import OwnGuides
from dialogue_desk.desk.leaving.build_manifest import is_same, read, write
from dialogue_desk.desk.leaving.given_content import given_content
from dialogue_desk.desk.leaving.giving import clear_given, give
from dialogue_desk.desk.leaving.giving_plan import CannotGive, GivingPlan, GivingTrouble, plan_giving
from dialogue_desk.desk.leaving.keyring import make_key
from dialogue_desk.domain.model.circles import Circle, GuideText, Program
from dialogue_desk.domain.model.own_guide import Origin
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.exchange.guide_files import guide_text_of
from dialogue_desk.exchange.guide_zip import guide_file
from dialogue_desk.installation import Form, Installation
from dialogue_desk.resources import resource
from dialogue_desk.whole_file import FileToSave
from tests.desk.evening import a_desk, begun, note
from tests.desk.leaving.small_build import DATA, small_build
from tests.memory import quick_place
from tests.windows_files import WindowsFiles

ROOM = 10**9


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "STICK"
    folder.mkdir()
    return folder


@pytest.fixture
def build(tmp_path: Path) -> Installation:
    return small_build(tmp_path / "app")


def planned(installation: Installation, stick: Path, *own: FileToSave) -> GivingPlan:
    return plan_giving(given_content(installation, own), stick, installation, room=lambda _: ROOM)


def given_to(stick: Path, installation: Installation, *own: FileToSave) -> Path:
    plan = planned(installation, stick, *own)
    give(plan)
    return plan.target


def on(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder and their bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_the_stick_gets_the_app_byte_for_byte_and_what_to_read(build: Installation, stick: Path) -> None:
    target = given_to(stick, build)
    assert target == stick / "Dialogue Desk 0.2.0"
    app = on(target / "App" / "linux-x86_64")
    assert app == on(build.folder)
    assert {path for path in on(target) if not path.startswith("App/")} == {
        "Guides/one-evening.en.guide.md",
        "Guides/one-evening.es.guide.md",
        "Help/from-slips-to-answers.en.html",
        "Help/from-slips-to-answers.es.html",
        "Help/guide-format.en.html",
        "Help/guide-format.es.html",
        "Practice/porch-lights-alder-bend-35eb7712.dialogue",
        "Practice/quiet.en.practice.md",
        "README - LEAME.txt",
        "Start on Linux.sh",
        "manifest.json",
    }
    assert all(is_same(target / file.path, file) for file in read(target).files)


def test_the_page_for_the_person_who_gets_it_is_in_both_languages(build: Installation, stick: Path) -> None:
    text = (given_to(stick, build) / "README - LEAME.txt").read_bytes().decode("utf-8-sig")
    assert "Start on Linux.sh" in text
    assert "Start on Windows.cmd" not in text
    assert text.count("0.2.0") == 2
    assert "You can use it from this stick" in text


def test_from_the_source_there_is_no_app_and_the_page_says_so(tmp_path: Path, stick: Path) -> None:
    source = Installation(Form.SOURCE, tmp_path / "dialogue_desk", "linux-x86_64", "0.2.0")
    target = given_to(stick, source)
    assert not (target / "App").exists()
    assert not list(target.glob("Start*"))
    assert len(list((target / "Guides").glob("*.guide.md"))) == len(list(resource("guides").iterdir()))
    page = (target / "README - LEAME.txt").read_text("utf-8")
    assert "The app itself is not on this stick" in page
    assert "You can use it from this stick" not in page


def test_from_the_source_the_wheels_that_lie_beside_it_are_given(tmp_path: Path, stick: Path) -> None:
    source = Installation(Form.SOURCE, tmp_path / "dialogue_desk", "linux-x86_64", "0.2.0")
    wheels = tmp_path / "build" / "out" / "dialogue-desk-0.2.0-wheels-windows-amd64"
    small_build(wheels)
    target = given_to(stick, source)
    assert on(target / "App" / wheels.name) == on(wheels)
    page = (target / "README - LEAME.txt").read_text("utf-8")
    assert "wheels-windows-amd64" in page
    assert "You can use it from this stick" not in page  # it is installed first


def test_a_build_that_the_system_put_in_place_is_a_persons_own_on_the_stick(
    tmp_path: Path, stick: Path
) -> None:
    app = given_to(stick, small_build(tmp_path / "opt", form=Form.SYSTEM)) / "App" / "linux-x86_64"
    assert 'form = "folder"' in (app / DATA / "build.toml").read_text("utf-8")
    assert all(is_same(app / file.path, file) for file in read(app).files)


def test_a_build_without_its_list_is_not_given(build: Installation, stick: Path) -> None:
    (build.folder / DATA / "manifest.json").unlink()
    assert not (given_to(stick, build) / "App").exists()


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_there_is_no_link_on_the_stick(tmp_path: Path, stick: Path) -> None:
    build = small_build(tmp_path / "app")
    (build.folder / "libfirst.so.6").symlink_to(build.folder / "_internal" / "libfirst.so")
    write(build.folder)
    app = given_to(stick, build) / "App" / "linux-x86_64"
    assert not [path for path in stick.rglob("*") if path.is_symlink()]
    assert (app / "libfirst.so.6").read_bytes() == (app / "_internal" / "libfirst.so").read_bytes()


# Never a note or a key.


def every_byte(folder: Path) -> Iterator[bytes]:
    """Yield names and bytes of all files below a folder, those inside archives too."""
    for path in folder.rglob("*"):
        yield path.relative_to(folder).as_posix().encode()
        if path.is_file():
            yield from inside(path.read_bytes())


def inside(data: bytes) -> Iterator[bytes]:
    yield data
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield from inside(archive.read(name))
    else:
        try:
            with tarfile.open(fileobj=io.BytesIO(data)) as archive:
                for member in archive.getmembers():
                    yield member.name.encode()
                    file = archive.extractfile(member)
                    yield from inside(file.read()) if file else ()
        except tarfile.TarError:
            return


def guide_that_says(word: str) -> GuideText:
    text = resource("templates", "own-evening.en.guide.md").read_text("utf-8")
    return guide_text_of(text + f"\n{word}\n")


@settings(max_examples=12)
@given(
    word=st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzáñ"), min_size=12, max_size=20),
    place=st.sampled_from(("", "_internal", str(DATA), str(DATA / "guides"), str(DATA / "sample"))),
)
def test_nothing_of_a_desk_is_on_the_stick(word: str, place: str) -> None:
    with TemporaryDirectory(dir=quick_place()) as folder:
        root = Path(folder) / f"home of {word}"
        build = small_build(root / "app")
        desk = a_desk(build.folder / place / "desk.db")
        try:
            program = desk.add(NO_OWNER, Program(f"Program {word}", organizer=word))
            circle = desk.add(NO_OWNER, Circle("C7", word, program))
            desk.add(begun(desk, circle=None, circle_id=circle, ground_rules=(word,)), note(f"said {word}"))
            secret = make_key(desk)
            own = OwnGuides(desk)
            own.add((guide_that_says(word),), Origin.WRITTEN)
            for name in ("settings.toml", "notes.dialogue", "notes.guide.md", f"{word}.so"):
                (build.folder / place / name).write_text(f"{word} {secret}", encoding="utf-8")
            stick = root / "STICK"
            stick.mkdir()
            given_to(stick, build)
        finally:
            desk.file.close()
        spoken = (word.encode(), word.encode("utf-16-le"), secret.encode(), str(root).encode())
        assert not [data for data in every_byte(stick) if any(one in data for one in spoken)]
        assert not list(stick.rglob("desk.db"))


def test_the_search_for_words_finds_those_of_a_guide_that_was_chosen(
    build: Installation, stick: Path
) -> None:
    texts = (guide_that_says("a word about a person"), replace(guide_that_says("otro"), language="es"))
    given_to(stick, build, guide_file(texts))
    assert any(b"a word about a person" in data for data in every_byte(stick))
    assert (stick / "Dialogue Desk 0.2.0" / "Guides" / "Our own").is_dir()
    assert planned(build, stick, guide_file(texts)).own_guides
    assert "Our own" in (stick / "Dialogue Desk 0.2.0" / "README - LEAME.txt").read_text("utf-8")


def test_guides_of_ones_own_with_one_name_are_both_there(build: Installation, stick: Path) -> None:
    guides = [FileToSave(name, name.encode) for name in ("ours.guide.md", "Ours.guide.md")]
    own = on(given_to(stick, build, *guides) / "Guides" / "Our own")
    assert own == {"ours.guide.md": b"ours.guide.md", "Ours-2.guide.md": b"Ours.guide.md"}


# What is on the stick already.


def test_a_second_giving_finds_all_of_it_there(build: Installation, stick: Path) -> None:
    target = given_to(stick, build)
    before = on(stick)
    plan = planned(build, stick)
    assert plan.is_there
    give(plan)
    assert on(stick) == before
    assert plan.target == target


def test_what_is_missing_since_is_written_again(build: Installation, stick: Path) -> None:
    target = given_to(stick, build)
    before = on(stick)
    shutil.rmtree(target / "App")
    (target / "manifest.json").unlink()
    assert not planned(build, stick).is_there
    given_to(stick, build)
    assert on(stick) == before


def test_a_file_that_was_changed_since_is_named_before_it_is_replaced(
    build: Installation, stick: Path
) -> None:
    target = given_to(stick, build)
    (target / "Guides" / "one-evening.en.guide.md").write_text("notes of an evening", encoding="utf-8")
    plan = planned(build, stick)
    assert plan.changed == ("Guides/one-evening.en.guide.md",)
    give(plan)
    assert planned(build, stick).is_there


def test_the_app_for_another_system_comes_beside_the_first(
    tmp_path: Path, build: Installation, stick: Path
) -> None:
    given_to(stick, build)
    target = given_to(stick, small_build(tmp_path / "other", system="windows-amd64"))
    assert {path.name for path in (target / "App").iterdir()} == {"linux-x86_64", "windows-amd64"}
    assert {path.name for path in target.glob("Start*")} == {"Start on Linux.sh", "Start on Windows.cmd"}
    assert "Start on Windows.cmd" in (target / "README - LEAME.txt").read_text("utf-8")
    assert all(is_same(target / file.path, file) for file in read(target).files)
    assert not list(stick.glob("*unfinished*"))


def test_a_file_that_this_build_has_no_more_goes_from_the_stick(build: Installation, stick: Path) -> None:
    target = given_to(stick, build)
    (build.folder / "_internal" / "libfirst.so").unlink()
    write(build.folder)
    given_to(stick, build)
    assert on(target / "App" / "linux-x86_64") == on(build.folder)


def test_guides_of_ones_own_stay_when_none_are_chosen_the_next_time(build: Installation, stick: Path) -> None:
    given_to(stick, build, FileToSave("ours.guide.md", lambda: b"ours"))
    target = given_to(stick, build)
    assert (target / "Guides" / "Our own" / "ours.guide.md").read_bytes() == b"ours"
    assert planned(build, stick).is_there


def test_an_older_version_goes_when_that_was_asked_and_other_files_in_it_stay(
    tmp_path: Path, build: Installation, stick: Path
) -> None:
    old = given_to(stick, small_build(tmp_path / "old", version="0.1.0"))
    plan = planned(build, stick)
    assert [one.version for one in plan.older] == ["0.1.0"]
    give(plan)
    assert old.is_dir()
    (old / "Guides" / "minutes of the evening.txt").write_text("ours", encoding="utf-8")
    assert give(planned(build, stick), replace_older=True) == (old.name,)
    assert on(old) == {"Guides/minutes of the evening.txt": b"ours"}


def test_an_older_version_with_nothing_else_in_it_is_gone(
    tmp_path: Path, build: Installation, stick: Path
) -> None:
    given_to(stick, small_build(tmp_path / "old", version="0.1.0"))
    assert give(planned(build, stick), replace_older=True) == ()
    assert [path.name for path in stick.iterdir()] == ["Dialogue Desk 0.2.0"]


def test_a_newer_version_is_told_and_never_replaced(tmp_path: Path, build: Installation, stick: Path) -> None:
    newer = given_to(stick, small_build(tmp_path / "new", version="0.10.0"))
    plan = planned(build, stick)
    assert (plan.newer, plan.older) == ("0.10.0", ())
    before = on(newer)
    give(plan, replace_older=True)
    assert on(newer) == before


@pytest.mark.parametrize("name", ["Start on Linux.sh", "App/linux-x86_64/dialogue-desk", "manifest.json"])
def test_a_file_of_somebody_else_in_the_way_is_not_touched(
    build: Installation, stick: Path, name: str
) -> None:
    path = stick / "Dialogue Desk 0.2.0" / name
    path.parent.mkdir(parents=True)
    path.write_text("not yours", encoding="utf-8")
    before = on(stick)
    with pytest.raises(CannotGive) as why:
        given_to(stick, build)
    assert why.value.trouble is GivingTrouble.IN_THE_WAY
    assert on(stick) == before


def test_other_files_on_the_stick_stay(build: Installation, stick: Path) -> None:
    for name in ("minutes.txt", "Dialogue Desk 0.2.0/photo.jpg", "Dialogue Desk 0.1.0/manifest.json"):
        (stick / name).parent.mkdir(exist_ok=True)
        (stick / name).write_text(name, encoding="utf-8")
    before = on(stick)
    given_to(stick, build)
    assert before.items() <= on(stick).items()


def test_a_file_of_somebody_else_in_an_unfinished_folder_is_not_moved(
    build: Installation, stick: Path
) -> None:
    plan = planned(build, stick)
    plan.unfinished.mkdir()
    (plan.unfinished / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(CannotGive) as why:
        give(plan)
    assert why.value.trouble is GivingTrouble.IN_THE_WAY
    assert on(stick) == {"Dialogue Desk 0.2.0 (unfinished)/mine.txt": b"mine"}


# A full stick, a stick that is pulled out, one that lies.


def test_too_little_room_is_seen_before_anything_is_written(build: Installation, stick: Path) -> None:
    content = given_content(build)
    with pytest.raises(CannotGive) as why:
        plan_giving(content, stick, build, room=lambda _: 1000)
    assert (why.value.trouble, why.value.free) == (GivingTrouble.NO_ROOM, 1000)
    assert why.value.needed > content.size
    assert on(stick) == {}


def full_after(files: int) -> Callable[[int], None]:
    """Return a way to sync that fails as a full stick does, after so many files."""
    left = [files]

    def sync(_: int) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(errno.ENOSPC, "no space left on device")

    return sync


@pytest.mark.parametrize("files", [0, 1, 3, 9])
def test_a_stick_that_becomes_full_has_nothing_half_written(
    build: Installation, stick: Path, files: int
) -> None:
    (stick / "minutes.txt").write_text("ours", encoding="utf-8")
    with pytest.raises(OSError, match="no space"):
        give(planned(build, stick), sync=full_after(files))
    assert on(stick) == {"minutes.txt": b"ours"}


def test_a_stick_that_becomes_full_keeps_an_earlier_giving_whole(
    tmp_path: Path, build: Installation, stick: Path
) -> None:
    given_to(stick, build)
    before = on(stick)
    with pytest.raises(OSError, match="no space"):
        give(planned(small_build(tmp_path / "w", system="windows-amd64"), stick), sync=full_after(5))
    assert on(stick) == before


@pytest.mark.skipif(sys.platform != "linux", reason="imitates Windows with what Linux tells")
def test_a_scanner_that_holds_each_new_file_for_a_moment_stops_no_giving(
    tmp_path: Path, build: Installation, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows = WindowsFiles(monkeypatch, scanner=True)
    given_to(stick, build)
    newer = small_build(tmp_path / "newer", version="0.3.0")
    plan = planned(newer, stick)
    assert give(plan, replace_older=True) == ()
    assert [path.name for path in stick.iterdir()] == [plan.target.name]
    assert windows.refused and len(windows.waited) == len(windows.refused)  # each was tried again


def test_stopping_leaves_nothing(build: Installation, stick: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done > total / 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        give(planned(build, stick), progress=stop)
    assert list(stick.iterdir()) == []


def test_what_a_pulled_stick_has_is_called_unfinished_and_the_next_giving_clears_it(
    build: Installation, stick: Path
) -> None:
    whole = planned(build, stick)
    kept = stick.with_name("kept")

    def pull(done: int, total: int) -> None:
        if done > total / 3:
            shutil.copytree(stick, kept)
            raise OSError(errno.ENODEV, "no such device")

    with pytest.raises(OSError, match="device"):
        give(whole, progress=pull)
    assert [path.name for path in kept.iterdir()] == ["Dialogue Desk 0.2.0 (unfinished)"]
    assert not list(kept.rglob("Start*"))
    given_to(kept, build)
    assert [path.name for path in kept.iterdir()] == ["Dialogue Desk 0.2.0"]


def test_a_stick_that_reads_back_differently_is_found_out(build: Installation, stick: Path) -> None:
    plan = planned(build, stick)
    broken = plan.unfinished / "App" / "linux-x86_64" / "_internal" / "libfirst.so"

    def forget(done: int, total: int) -> None:
        if done * 2 >= total and broken.exists():
            broken.write_bytes(b"\0" * broken.stat().st_size)

    with pytest.raises(CannotGive) as why:
        give(plan, progress=forget)
    assert why.value.trouble is GivingTrouble.READS_DIFFERENTLY
    assert list(stick.iterdir()) == []


@pytest.mark.parametrize("damage", [lambda path: path.write_bytes(b"virus"), Path.unlink])
def test_an_app_that_is_not_as_it_was_made_is_not_passed_on(
    build: Installation, stick: Path, damage: Callable[[Path], object]
) -> None:
    damage(build.folder / "_internal" / "libfirst.so")
    with pytest.raises(CannotGive) as why:
        given_to(stick, build)
    assert why.value.trouble is GivingTrouble.APP_CHANGED
    assert list(stick.iterdir()) == []


def test_the_folder_of_the_app_is_no_place_to_give_to(build: Installation) -> None:
    with pytest.raises(CannotGive) as why:
        planned(build, build.folder / "_internal")
    assert why.value.trouble is GivingTrouble.INSIDE_APP


def test_progress_goes_up_to_all_of_it(build: Installation, stick: Path) -> None:
    told: list[tuple[int, int]] = []
    give(planned(build, stick), progress=lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]


def test_a_folder_with_a_list_that_leads_out_of_it_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "theirs").write_text("", encoding="utf-8")
    folder = tmp_path / "Dialogue Desk 0.1.0"
    folder.mkdir()
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    (folder / "manifest.json").write_text(
        f'{{"files": [{{"path": "../theirs", "size": 0, "sha256": "{empty}"}}]}}', encoding="utf-8"
    )
    clear_given(folder, whole=False)
    assert (tmp_path / "theirs").exists()


# What somebody planted on the stick: it may lead to the desk, or have no end.

needs_links = pytest.mark.skipif(os.name != "posix", reason="a person may make links here")


def planted_list(folder: Path, path: str, data: bytes) -> None:
    """Write a list of a giving that names one file."""
    folder.mkdir()
    digest = hashlib.sha256(data).hexdigest()
    listed = f'{{"files": [{{"path": "{path}", "size": {len(data)}, "sha256": "{digest}"}}]}}'
    (folder / "manifest.json").write_text(listed, encoding="utf-8")


@needs_links
@pytest.mark.parametrize("link", [".", "Guides", "App", "App/linux-x86_64/_internal", "Help"])
def test_nothing_is_written_through_a_link_on_the_stick(build: Installation, stick: Path, link: str) -> None:
    desk = stick.parent / "desk"
    desk.mkdir()
    target = stick / "Dialogue Desk 0.2.0"
    target.joinpath(link).parent.mkdir(parents=True, exist_ok=True)
    target.joinpath(link).symlink_to(desk)
    with pytest.raises(CannotGive) as why:
        given_to(stick, build)
    assert why.value.trouble is GivingTrouble.IN_THE_WAY
    assert list(desk.iterdir()) == []


@needs_links
@pytest.mark.parametrize("name", ["Dialogue Desk 0.2.0 (unfinished)", "Dialogue Desk 0.1.0"])
def test_nothing_is_deleted_through_a_link_on_the_stick(build: Installation, stick: Path, name: str) -> None:
    desk = stick.parent / "desk" / "desk.dialoguedesk"
    desk.parent.mkdir()
    desk.write_bytes(b"notes")
    planted_list(stick / name, "Guides/desk.dialoguedesk", b"notes")
    (stick / name / "Guides").symlink_to(desk.parent)
    with suppress(CannotGive):
        give(planned(build, stick), replace_older=True)
    assert desk.read_bytes() == b"notes"


@needs_links
def test_an_earlier_giving_whose_folder_became_a_link_is_not_added_to(
    build: Installation, stick: Path
) -> None:
    target = given_to(stick, build)
    moved = target.rename(stick.parent / "elsewhere")
    target.symlink_to(moved)
    (moved / "Guides" / "one-evening.en.guide.md").unlink()
    before = on(moved)
    with pytest.raises(CannotGive):
        given_to(stick, build)
    assert on(moved) == before


@needs_links
@pytest.mark.parametrize("planted", ["a pipe", "a link to what has no end", "a list within a list"])
def test_a_list_on_the_stick_that_cannot_be_read_is_that_of_somebody_else(
    build: Installation, stick: Path, planted: str
) -> None:
    listed = stick / "Dialogue Desk 0.1.0" / "manifest.json"
    listed.parent.mkdir()
    if planted == "a pipe":
        os.mkfifo(listed)
    elif planted == "a link to what has no end":
        listed.symlink_to("/dev/zero")
    else:
        listed.write_text(f'{{"x": {"[" * 100_000}{"]" * 100_000}, "files": []}}', encoding="utf-8")
    given_to(stick, build)
    assert os.path.lexists(listed)


@pytest.mark.parametrize("name", ["a\\u0000b", "a\\nb", "con", "Guides/nul.txt"])
def test_a_list_with_names_that_nobody_gives_is_not_followed(
    build: Installation, stick: Path, name: str
) -> None:
    planted_list(stick / "Dialogue Desk 0.2.0 (unfinished)", name, b"")
    with pytest.raises(CannotGive) as why:
        given_to(stick, build)
    assert why.value.trouble is GivingTrouble.IN_THE_WAY
