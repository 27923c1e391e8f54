"""A guide leaves as one file, and comes back from it as it was."""

import os
import zipfile

import pytest

from dialogue_desk.exchange.guide_faults import GuideUnreadable
from dialogue_desk.exchange.guide_files import guide_text_of
from dialogue_desk.exchange.guide_zip import guide_file, read_guide_texts
from dialogue_desk.words import Words
from tests.desk.evening import GUIDE

SPANISH = guide_text_of(GUIDE.text.replace("language: en", "language: es"))


def saved(folder, *texts):
    file = guide_file(texts)
    (folder / file.name).write_bytes(file.make_bytes())
    return folder / file.name


def a_zip(path, **members):
    with zipfile.ZipFile(path, "w") as file:
        for name, text in members.items():
            file.writestr(name, text)
    return path


def test_a_guide_in_one_language_is_its_text(tmp_path):
    path = saved(tmp_path, GUIDE)
    assert path.name == "evening.en.guide.md" and path.read_text(encoding="utf-8") == GUIDE.text
    (found,) = read_guide_texts(path, Words())
    assert (found.name, found.text, found.faults) == ("evening.en.guide.md", GUIDE, ())


def test_a_guide_in_several_languages_is_one_zip_the_same_each_time(tmp_path):
    path = saved(tmp_path, GUIDE, SPANISH)
    assert path.name == "evening.guide.zip" and path.read_bytes() == guide_file((GUIDE, SPANISH)).make_bytes()
    assert [found.text for found in read_guide_texts(path, Words())] == [GUIDE, SPANISH]


def test_what_systems_put_into_a_zip_is_no_guide(tmp_path):
    members = {
        "our guide/evening.en.guide.md": GUIDE.text,
        "__MACOSX/our guide/._evening.en.guide.md": "x",
        "our guide/.evening.en.guide.md": "x",
        "our guide/photo.jpg": "x",
    }
    assert [one.text for one in read_guide_texts(a_zip(tmp_path / "a.zip", **members), Words())] == [GUIDE]


def test_a_text_with_faults_comes_with_them(tmp_path):
    path = a_zip(tmp_path / "a.guide.zip", **{"a.guide.md": GUIDE.text.replace("people: ", "persons: ")})
    (found,) = read_guide_texts(path, Words())
    assert "a.guide.md, line" in found.faults[0].sentence


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04 and then nothing", "damaged, or not a zip"),
        (b"", "damaged, or not a zip"),
        (b"PK\x05\x06" + bytes(18), "There is no guide in it"),
    ],
)
def test_a_zip_that_is_none_or_holds_no_guide_says_so(tmp_path, data, said):
    (tmp_path / "a.guide.zip").write_bytes(data)
    with pytest.raises(GuideUnreadable, match=said):
        read_guide_texts(tmp_path / "a.guide.zip", Words())


def test_a_zip_that_would_fill_the_memory_is_not_unpacked(tmp_path):
    path = tmp_path / "bomb.guide.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a.guide.md", b"a" * 50_000_000)
    with pytest.raises(GuideUnreadable, match="damaged, or not a zip"):
        read_guide_texts(path, Words())


def test_a_zip_that_is_not_there_and_text_that_is_none_say_so(tmp_path):
    with pytest.raises(GuideUnreadable, match="There is no such file"):
        read_guide_texts(tmp_path / "gone.guide.zip", Words())
    path = a_zip(tmp_path / "a.guide.zip", **{"a.guide.md": b"\xff\xfe\xfa"})
    with pytest.raises(GuideUnreadable, match="damaged, or not a zip"):
        read_guide_texts(path, Words())


@pytest.mark.parametrize("text", ["", "Good evening", "---\ntitle: Ours\n---\n\n# A\n"])
def test_a_text_that_does_not_say_which_guide_it_is_is_refused(tmp_path, text):
    (tmp_path / "a.guide.md").write_text(text, encoding="utf-8")
    with pytest.raises(GuideUnreadable, match=r"a\.guide\.md"):
        read_guide_texts(tmp_path / "a.guide.md", Words())
    with pytest.raises(GuideUnreadable, match="There is no guide in it"):
        read_guide_texts(a_zip(tmp_path / "a.guide.zip", **{"a.guide.md": text}), Words())


@pytest.mark.skipif(os.name != "posix", reason="there are no pipes and devices among files")
def test_a_pipe_and_a_device_are_no_guides_and_are_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.guide.zip")
    (tmp_path / "b.guide.zip").symlink_to("/dev/zero")
    for name in ("a.guide.zip", "b.guide.zip"):
        with pytest.raises(GuideUnreadable, match="not a zip"):
            read_guide_texts(tmp_path / name, Words())
