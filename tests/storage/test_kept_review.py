import os
import stat

import pytest

from dialogue_desk.domain.guides.labels import Meaning
from dialogue_desk.domain.guides.reviewed_document import reviewed
from dialogue_desk.storage.kept_review import KeptReview
from tests.domain.guides.documents import document


def a_review():
    lines = ("# A Night", "## Talk (10 min)", "| 7:00 | Welcome |", "Materials: pens, paper")
    return reviewed(document(*lines), "night").with_meaning([1], Meaning.SESSION).with_session_minutes(2, 60)


def test_a_review_comes_back_as_it_was(tmp_path):
    KeptReview(tmp_path / "desk.db").keep(a_review())
    assert KeptReview(tmp_path / "desk.db").read() == a_review()


def test_it_is_for_its_owner_alone_and_can_be_forgotten(tmp_path):
    kept = KeptReview(tmp_path / "desk.db")
    kept.keep(a_review())
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "desk.db.review").stat().st_mode) == 0o600
    kept.forget()
    assert kept.read() is None and not list(tmp_path.iterdir())


@pytest.mark.parametrize("bytes_", [b"", b"{", b'{"name": 3}', b"\xff\xfe", b"[]"])
def test_a_file_that_is_no_review_is_none(tmp_path, bytes_):
    (tmp_path / "desk.db.review").write_bytes(bytes_)
    assert KeptReview(tmp_path / "desk.db").read() is None


def test_a_desk_that_is_only_read_writes_and_deletes_nothing(tmp_path):
    KeptReview(tmp_path / "desk.db").keep(a_review())
    reading = KeptReview(tmp_path / "desk.db", kept=False)
    reading.forget()
    reading.keep(reviewed(document("# Other"), ""))
    assert reading.read() == a_review()
