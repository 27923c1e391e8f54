"""Files are sorted by what they are, whatever somebody called them."""

import os
import zipfile
from pathlib import Path

import pytest

from dialogue_desk.desk.program.found_files import MOST_AT_ONCE, passed_sentences
from dialogue_desk.desk.program.given_files import GivenKind, kind_of, sorted_files, unopened_sentences
from dialogue_desk.exchange.container import pack
from dialogue_desk.words import Words

PACKAGE = pack({}, {})[0]
SEALED = b"age-encryption.org/v1\n-> scrypt"
ARMORED = b"-----BEGIN AGE ENCRYPTED FILE-----\n"


def a_zip(path, *names):
    with zipfile.ZipFile(path, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return path


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("c07.dialogue", PACKAGE, GivenKind.PACKAGE),
        ("C07.DIALOGUE", b"damaged", GivenKind.PACKAGE),
        ("c07 (1).dialogue", PACKAGE, GivenKind.PACKAGE),
        ("c07.dialogue.zip", PACKAGE, GivenKind.PACKAGE),
        ("c07", PACKAGE, GivenKind.PACKAGE),
        ("c07.dialogue.age", SEALED, GivenKind.PACKAGE),
        ("c07.bin", SEALED, GivenKind.PACKAGE),
        ("c07.txt.part", ARMORED, GivenKind.PACKAGE),
        ("ours.en.guide.md", b"", GivenKind.GUIDE),
        ("ours.guide (2).md", b"", GivenKind.GUIDE),
        ("ours.guide.zip", b"", GivenKind.GUIDE),
        ("all.dialogue-handover", SEALED, GivenKind.HANDOVER),
        ("all.dialogue-slips", SEALED, GivenKind.SLIPS),
        ("ours.age-key", b"", GivenKind.KEY),
        ("dialogue-desk-0.2.0-linux-x86_64.update", b"cut short", GivenKind.UPDATE),
        ("new (1).update", b"", GivenKind.UPDATE),
        ("download", b"Dialogue Desk update 1\n", GivenKind.UPDATE),
        ("agenda.docx", b"PK\x03\x04", GivenKind.DOCUMENT),
        ("notes.md", b"# Notes", GivenKind.DOCUMENT),
        ("cat.jpg", b"\xff\xd8\xff", GivenKind.OTHER),
        ("setup.exe", b"MZ", GivenKind.OTHER),
        ("empty", b"", GivenKind.OTHER),
        ("broken.zip", b"PK\x03\x04broken", GivenKind.OTHER),
    ],
)
def test_a_file_is_what_its_name_says_or_else_its_content(name, content, kind, tmp_path):
    path = tmp_path / name
    path.write_bytes(content)
    assert kind_of(path) is kind


@pytest.mark.skipif(os.name != "posix", reason="there are no pipes and devices among files")
@pytest.mark.parametrize(
    "name", ["a.dialogue", "a.guide.md", "a.guide.zip", "a.docx", "a.dialogue-handover", "a.update", "a"]
)
def test_a_pipe_or_a_device_is_of_no_kind_whatever_it_is_called(name, tmp_path):
    os.mkfifo(tmp_path / name)
    assert kind_of(tmp_path / name) is GivenKind.OTHER
    (tmp_path / f"zero {name}").symlink_to("/dev/zero")
    assert kind_of(tmp_path / f"zero {name}") is GivenKind.OTHER


def test_a_zip_is_what_is_in_it(tmp_path):
    assert kind_of(a_zip(tmp_path / "a.zip", "in/C01.DIALOGUE", "x.jpg")) is GivenKind.PACKED
    assert kind_of(a_zip(tmp_path / "b.zip", "ours.en.guide.md")) is GivenKind.GUIDE
    assert kind_of(a_zip(tmp_path / "c.zip", "holiday.jpg")) is GivenKind.OTHER


def test_folders_and_what_cannot_be_read_go_to_the_reader_of_packages(tmp_path):
    assert kind_of(tmp_path) is GivenKind.PACKAGE
    assert kind_of(tmp_path / "on a stick that went.jpg") is GivenKind.PACKAGE


def test_each_file_is_opened_once_and_one_program_at_a_time(tmp_path):
    names = ("a.guide.md", "a.dialogue", "a.dialogue", "one.dialogue-handover", "two.dialogue-handover")
    given = sorted_files(tmp_path / name for name in names)
    assert given.packages == (tmp_path / "a.dialogue",)
    assert given.guides == (tmp_path / "a.guide.md",)
    assert given.handover == tmp_path / "one.dialogue-handover"
    assert [one.path.name for one in given.unopened] == ["two.dialogue-handover"]


def test_a_document_becomes_a_guide_by_itself_alone(tmp_path):
    one, two = tmp_path / "one.docx", tmp_path / "two.pdf"
    assert sorted_files([one]).document == one
    assert sorted_files([one]).unopened == ()
    both = sorted_files([one, two])
    assert both.document is None
    assert [unopened.kind for unopened in both.unopened] == [GivenKind.DOCUMENT] * 2


def test_an_update_is_opened_by_itself_alone(tmp_path):
    update, package = tmp_path / "new.update", tmp_path / "c07.dialogue"
    assert sorted_files([update]).update == update
    assert sorted_files([update]).unopened == ()
    both = sorted_files([update, package])
    assert (both.update, both.packages) == (None, (package,))
    assert list(unopened_sentences(both, Words())) == [
        (
            "An update of Dialogue Desk is opened by itself. Open it again without other files.",
            ("new.update",),
        )
    ]


def test_beside_packages_a_zip_of_packages_is_told_from_other_files(tmp_path):
    packed = a_zip(tmp_path / "a circle.zip", "C01.dialogue")
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"\xff\xd8")
    given = sorted_files([tmp_path / "C02.dialogue", packed, photo])
    assert list(passed_sentences(given.passed, Words())) == [
        "1 zip file has packages in it. Unpack it first, then open the folder.",
        "1 other file is not a package.",
    ]


def test_more_than_are_opened_at_once_are_counted_and_not_passed_over_in_silence():
    given = sorted_files(Path(f"/nowhere/c{number}.dialogue") for number in range(MOST_AT_ONCE + 5))
    assert (len(given.packages), given.left_over) == (MOST_AT_ONCE, 5)
    assert [sentence for sentence, _ in unopened_sentences(given, Words())] == [
        "5 files were left out, because at most 2,000 are opened at once. Open the folder they are in."
    ]
