from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.notes.apart_themes import apart_id, keeping_apart

PROGRAM, OTHER = RecordId("program"), RecordId("other program")


def test_two_names_are_one_pair_in_either_order_and_however_they_are_written():
    assert apart_id(PROGRAM, "Parks", "Parking") == apart_id(PROGRAM, "parking.", "#PARKS")


def test_other_names_and_other_programs_have_other_records():
    ids = {
        apart_id(PROGRAM, "Parks", "Parking"),
        apart_id(PROGRAM, "Parks", "Park ing"),
        apart_id(PROGRAM, "Parks", "Parks"),
        apart_id(OTHER, "Parks", "Parking"),
    }
    assert len(ids) == 4


def test_what_is_written_holds_no_words():
    write = keeping_apart(PROGRAM, "Parks", "Parking")
    assert write.owner == PROGRAM and write.id == apart_id(PROGRAM, "Parks", "Parking")
    assert "park" not in repr(write.body).lower()
