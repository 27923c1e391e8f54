import pytest

from dialogue_desk.domain.guides.people_phrases import is_about_people, people_told


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("For 8 to 12 people", (8, 12)),
        ("8-12 participants, about two hours", (8, 12)),
        ("Participan entre 10 y 15 personas.", (10, 15)),
        ("A script for a circle of eight to ten neighbors", (8, 10)),
        ("Un círculo de ocho a diez vecinos", (8, 10)),
        ("Entre seis y doce personas", (6, 12)),
        ("Two or three people read it, of eight to ten people", (8, 10)),
        ("Turn to groups of three or four people.", None),
        ("Twelve people", None),
        ("12 to 8 people", None),
        ("0-900 people", None),
    ],
)
def test_the_fewest_and_the_most_people_are_found(text, people):
    assert people_told(text) == people


def test_a_line_about_people_is_short():
    assert is_about_people("For 8 to 12 people")
    assert not is_about_people("It was written for 8 to 12 people who live on one street and have never met.")
