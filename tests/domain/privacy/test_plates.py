"""License plates."""

import pytest

from dialogue_desk.domain.privacy.plates import plates


def found(text):
    return {text[one.start : one.end] for one in plates(text)}


@pytest.mark.parametrize(
    ("text", "plate"),
    [
        ("plate 7KLM342 drove off", "7KLM342"),
        ("plate of the van that follows us KLB 4471", "KLB 4471"),
        ("la placa q anotó BX 3390 L", "BX 3390 L"),
        ("old blue truck 4-GTH-902", "4-GTH-902"),
        ("plate wi 318-zpt", "wi 318-zpt"),
    ],
)
def test_a_plate_is_found_behind_its_word_and_beside_a_car(text, plate):
    assert any(plate.endswith(one) for one in found(text))


@pytest.mark.parametrize(
    "text", ["the car went 45 MPH", "a 2 PM bus", "plates were broken", "la placa del agente"]
)
def test_speeds_times_and_dishes_are_none(text):
    assert found(text) == set()


@pytest.mark.parametrize(
    ("text", "plate"),
    [
        ("silver equinox, KRV 4471 she thinks", "KRV 4471"),
        ("el tsuru BN5 guion 118", "BN5 guion 118"),
        ("placas JX seis 81 cero", "JX seis 81 cero"),
        ("black tahoe 9K 2210 followed us", "9K 2210"),
    ],
)
def test_a_plate_in_pieces_is_found(text, plate):
    assert plate in found(text)


def test_another_number_in_a_line_with_a_car_is_no_plate():
    assert found("the truck, case QJ/0056") == set()
