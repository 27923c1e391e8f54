from dialogue_desk.desk.guides.guide_copies import begun_with, changed_version, own_guide_id
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.exchange.guide_attributes import is_id
from dialogue_desk.exchange.guide_files import guide_text_of, read_guide
from dialogue_desk.words import Words
from tests.desk.evening import GUIDE

SPANISH = guide_text_of(GUIDE.text.replace("language: en", "language: es"))


def versioned(version):
    return guide_text_of(GUIDE.text.replace(f"version: {GUIDE.version}", f"version: {version}"))


def test_a_copy_to_change_is_a_later_version_of_the_same_guide_in_every_language():
    english, spanish = changed_version((versioned("1.2.3"), SPANISH))
    assert english == versioned("1.2.4") and spanish.version == "1.2.4"
    assert (english.guide, spanish.guide, spanish.language) == (GUIDE.guide, GUIDE.guide, "es")


def test_no_two_copies_have_the_same_version():
    (copy,) = changed_version((versioned("2"),), versions={"2.0.1", "2.0.2"})
    assert copy.version == "2.0.3"


def test_only_the_top_of_a_text_is_changed():
    told = GUIDE.text + "\nversion: 7 is what one says.\n"
    (copy,) = changed_version((guide_text_of(told),))
    assert copy.text.endswith("\nversion: 7 is what one says.\n") and read_guide(GUIDE.text, "a", Words())


def test_windows_line_ends_stay():
    (copy,) = changed_version((guide_text_of(versioned("1.0").text.replace("\n", "\r\n")),))
    assert copy.version == "1.0.1" and copy.text.count("\r\n") == copy.text.count("\n")


def test_a_method_becomes_a_guide_with_a_name_of_its_own():
    (begun,) = begun_with((versioned("3.1"),), "our-cafe")
    assert (begun.guide, begun.version) == ("our-cafe", "1.0.0")


def test_two_guides_that_begin_with_one_method_have_names_of_their_own():
    names = {own_guide_id("evening", RecordId(f"019ce447-3d80-7000-b768-52537300000{n}")) for n in range(3)}
    assert len(names) == 3 and all(is_id(name) for name in names)


def test_a_text_without_a_top_stays_as_it_is():
    (same,) = changed_version((guide_text_of("Good evening"),))
    assert same.text == "Good evening"
