"""The description for systems says of files what the app itself says of them."""

from dialogue_desk.exchange.container import MAGIC, MAGIC_AT, MIMETYPE
from dialogue_desk.exchange.file_types import file_types
from dialogue_desk.exchange.guide_zip import GUIDE_ENDINGS
from dialogue_desk.exchange.package import HANDOVER_SUFFIX, PACKAGE_ENDINGS
from dialogue_desk.exchange.update_file import MAGIC as UPDATE_MAGIC
from dialogue_desk.exchange.update_manifest import SUFFIX
from dialogue_desk.words import LANGUAGES


def test_the_endings_are_those_that_the_app_opens():
    ours = {*PACKAGE_ENDINGS, HANDOVER_SUFFIX, *GUIDE_ENDINGS, SUFFIX}
    assert {one.ending for one in file_types()} == ours


def test_a_package_is_known_by_what_it_says_of_itself():
    package = file_types()[0]
    assert package.mime.encode() == MIMETYPE
    assert (package.begins.encode(), package.begins_at) == (MAGIC, MAGIC_AT)


def test_an_update_is_known_by_its_first_words():
    (update,) = (one for one in file_types() if one.ending == SUFFIX)
    assert (update.begins.encode(), update.begins_at) == (UPDATE_MAGIC, 0)


def test_only_endings_that_are_ours_alone_are_taken_where_systems_know_the_last_part():
    own = {one.last_ending for one in file_types() if one.has_own_ending}
    assert own == {".dialogue", ".dialogue-handover", ".update"}
    assert {one.last_ending for one in file_types()} - own == {".age", ".md", ".zip"}


def test_each_kind_has_a_name_in_each_language_and_english_for_others():
    for one in file_types():
        assert set(one.name) == set(LANGUAGES)
        assert one.named("fr") == one.named("en") != one.named("es")
    assert len({one.windows for one in file_types()}) == len({one.mime for one in file_types()}) == 6
