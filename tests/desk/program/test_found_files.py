"""Sticks and folders as they really are: nothing on them is passed over without a word."""

import os

import pytest

from dialogue_desk.desk.program.found_files import PassedOver, files_found, passed_sentences
from dialogue_desk.desk.program.imports import ImportPlan
from dialogue_desk.exchange.age_files import AGE
from dialogue_desk.exchange.container import MAGIC, MAGIC_AT
from dialogue_desk.words import Words

BEGINS = b"P" * MAGIC_AT + MAGIC + b"and so on"


@pytest.fixture
def put(tmp_path):
    def put(name, data=b"x"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    return put


def test_packages_whose_names_mail_has_changed_are_found_by_how_they_begin(put, tmp_path):
    wanted = [
        put("C01.dialogue"),
        put("C02.dialogue.zip", BEGINS),
        put("C03.dialogue.txt", AGE + b"sealed"),
        put("C04 (1).DIALOGUE"),
    ]
    put("C05.dialogue.pdf", b"%PDF")
    found = files_found([tmp_path])
    assert set(found.files) == set(wanted) and found.passed == {PassedOver.OTHER: 1}


def test_the_trash_half_copied_files_guides_and_others_are_counted(put, tmp_path):
    put(".Trash-1000/files/C01.dialogue")
    put("$RECYCLE.BIN/S-1-5/C02.dialogue")
    put("$RECYCLE.BIN/S-1-5/holiday.jpg")
    put("C03.dialogue.part")
    put("ours.guide.md")
    put("holiday.jpg")
    kept = put("circles/C04.dialogue")
    found = files_found([tmp_path])
    assert found.files == (kept,)
    assert found.passed == {
        PassedOver.TRASH: 2,
        PassedOver.HALF_COPIED: 1,
        PassedOver.GUIDE: 1,
        PassedOver.OTHER: 1,
    }


def test_what_systems_keep_for_themselves_is_not_worth_a_word(put, tmp_path):
    for name in (
        "__MACOSX/C01.dialogue",
        ".DS_Store",
        "._C01.dialogue",
        "System Volume Information/x.dialogue",
    ):
        put(name)
    assert files_found([tmp_path]) == files_found([])


def test_what_a_sync_service_keeps_beside_the_files_is_no_package(put, tmp_path):
    kept = put("C01.dialogue")
    for name in (".stversions/C01~20261130.dialogue", ".dropbox.cache/x/C02.dialogue", "@eaDir/C03.dialogue"):
        put(name)
    for name in ("C04.dialogue.!sync", ".C05.dialogue.icloud", ".syncthing.C06.dialogue.tmp"):
        put(name)
    put("#recycle/C07.dialogue")
    found = files_found([tmp_path])
    assert found.files == (kept,)
    assert found.passed == {PassedOver.HALF_COPIED: 3, PassedOver.TRASH: 1}


def test_a_file_goes_before_its_second_copies(put, tmp_path):
    for name in (
        "C01 (1).dialogue",
        "C01.dialogue",
        "C01 (conflicted copy 2026-11-30).dialogue",
        "C02.dialogue",
    ):
        put(name)
    assert [path.name for path in files_found([tmp_path]).files] == [
        "C01.dialogue",
        "C01 (1).dialogue",
        "C01 (conflicted copy 2026-11-30).dialogue",
        "C02.dialogue",
    ]


def test_a_file_that_is_named_is_read_whatever_it_is(put):
    path = put("holiday.jpg")
    assert files_found([path, path]).files == (path,)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may look into every folder")
def test_a_folder_that_cannot_be_looked_into_is_counted(put, tmp_path):
    put("closed/C01.dialogue").parent.chmod(0)
    try:
        assert files_found([tmp_path]).passed == {PassedOver.CLOSED: 1}
    finally:
        (tmp_path / "closed").chmod(0o700)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("count", [1, 3])
def test_each_reason_has_its_words(language, count):
    sentences = list(passed_sentences(dict.fromkeys(PassedOver, count), Words(language)))
    assert len(set(sentences)) == len(PassedOver) and all(str(count) in one for one in sentences)


def test_a_file_that_hands_a_program_over_is_named_and_opened_by_itself(put, tmp_path):
    put("bridges.dialogue-handover")
    put("C01.dialogue")
    found = files_found([tmp_path])
    assert [file.name for file in found.files] == ["C01.dialogue"]
    assert found.passed == {PassedOver.HANDOVER: 1}
    assert list(passed_sentences(found.passed, Words())) == [
        "1 file hands a program over. Open it by itself."
    ]


def test_files_that_were_too_many_at_once_are_counted():
    assert list(passed_sentences({PassedOver.LEFT_OVER: 3}, Words())) == [
        "3 files were left out, because at most 2,000 are opened at once. Open the folder they are in."
    ]


def test_what_was_given_beside_packages_is_counted_with_what_folders_hold():
    beside = ImportPlan(passed={PassedOver.OTHER: 2, PassedOver.LEFT_OVER: 0})
    both = beside.joined(ImportPlan(passed={PassedOver.OTHER: 1, PassedOver.GUIDE: 1}))
    assert both.passed == {PassedOver.OTHER: 3, PassedOver.GUIDE: 1}
    assert both.joined(ImportPlan()).passed == both.passed  # sealed ones, read again
