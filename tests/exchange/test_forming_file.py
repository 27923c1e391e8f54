"""The sealed file in which slips wait until circles are settled."""

import pytest

from dialogue_desk.domain.forming.placing import formed
from dialogue_desk.domain.forming.slips import Slip
from dialogue_desk.domain.forming.wish import Wish
from dialogue_desk.exchange.forming_file import KeptSlips, SlipFile, is_slip_file, read_slips, write_slips
from dialogue_desk.exchange.refusals import PackageRefused, Refusal
from dialogue_desk.exchange.sealing import Seal

PHRASE = "four plain words here"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "fall.dialogue-slips"


@pytest.fixture
def kept():
    people = [Slip(number, languages=("en",)) for number in range(1, 10)]
    return KeptSlips(formed(people, Wish(smallest=4)).moved(3, "C01"), "Bridges", "Porch Lights")


def test_what_is_written_is_read_again(path, kept):
    write_slips(path, kept, PHRASE)
    assert is_slip_file(path) and read_slips(path, PHRASE) == kept


def test_a_file_that_is_written_again_and_again_opens_each_time(path, kept):
    file = SlipFile.begun(path, PHRASE)
    file.write(kept)
    first = path.read_bytes()
    file.write(kept)
    assert read_slips(path, PHRASE) == kept
    sealed = path.read_bytes()
    assert sealed != first and sealed[:150] == first[:150]
    assert PHRASE not in repr(file) and str(file.header.file_key) not in repr(file)
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_nothing_of_the_slips_can_be_read_in_the_file(path, kept):
    write_slips(path, kept, PHRASE)
    data = path.read_bytes()
    assert b"Bridges" not in data and b"number" not in data


def test_slips_are_never_written_without_a_passphrase(path, kept):
    with pytest.raises(ValueError, match="passphrase"):
        write_slips(path, kept, "")
    assert not path.exists()


@pytest.mark.parametrize(("typed", "reason"), [("", Refusal.LOCKED), ("wrong", Refusal.WRONG_PASSPHRASE)])
def test_without_its_passphrase_it_stays_closed(path, kept, typed, reason):
    write_slips(path, kept, PHRASE)
    with pytest.raises(PackageRefused) as refused:
        read_slips(path, typed)
    assert refused.value.reason is reason


@pytest.mark.parametrize(
    "data",
    [
        b"no JSON",
        b'{"what":"slips","forming":{"wish":{},"slips":[{"number":1}],"circles":[]}}',
    ],
)
def test_what_has_no_slips_behind_the_passphrase_is_refused(path, data):
    path.write_bytes(Seal(passphrase=PHRASE).put_on(data))
    with pytest.raises(PackageRefused) as refused:
        read_slips(path, PHRASE)
    assert refused.value.reason is Refusal.NOT_A_PACKAGE


def test_a_file_that_is_not_sealed_is_refused(path):
    path.write_bytes(b"number,groups\n1,north")
    with pytest.raises(PackageRefused) as refused:
        read_slips(path, PHRASE)
    assert refused.value.reason is Refusal.NOT_A_PACKAGE
