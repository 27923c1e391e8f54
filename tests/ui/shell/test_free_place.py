from PySide6.QtCore import QRect, QSize

from dialogue_desk.ui.shell.free_place import free_place

ROOM = QRect(0, 0, 1000, 600)
SIZE = QSize(400, 50)


def test_an_empty_page_has_room_in_the_middle_of_its_foot():
    place = free_place(SIZE, ROOM, ())
    assert abs(place.center().x() - ROOM.center().x()) <= 4 and place.bottom() > 590


def test_what_is_taken_is_not_touched():
    taken = (QRect(450, 540, 120, 60), QRect(0, 300, 1000, 200))
    place = free_place(SIZE, ROOM, taken)
    assert place == QRect(48, 548, 400, 50)
    assert ROOM.contains(place) and not any(place.intersects(one) for one in taken)


def test_of_two_places_as_low_the_one_nearer_to_the_middle_is_taken():
    place = free_place(SIZE, ROOM, (QRect(400, 540, 150, 60),))
    assert place.left() == 552 and not place.intersects(QRect(400, 540, 150, 60))


def test_where_all_is_taken_there_is_no_place():
    assert free_place(SIZE, ROOM, (ROOM,)) is None
    assert free_place(QSize(1200, 50), ROOM, ()) is None
