"""The sign-up slip to print."""

from dataclasses import replace

from dialogue_desk.domain.forming.slips import OFFICERS
from dialogue_desk.domain.forming.wish import Place, Share, Wish
from dialogue_desk.reports.document_files import rendered
from dialogue_desk.reports.signup_slip import SlipPaper, signup_slip
from dialogue_desk.words import Words

WORDS = Words("en")
WISH = Wish((Place("Library", ("Tuesday", "Saturday")),), shares=(Share("north"), Share(OFFICERS, 2)))


def test_the_slip_is_there_in_both_languages_a_page_each():
    slip = signup_slip(SlipPaper(WISH), WORDS)
    assert [page.language for page in slip.all_in_file] == ["en", "es"]


def test_it_asks_for_what_circles_are_formed_of_and_for_no_name():
    slip = replace(signup_slip(SlipPaper(WISH, "Bridges", "Porch Lights"), WORDS), following=())
    said = rendered(slip, ".txt", WORDS).decode()
    for asked in ("Tuesday", "Saturday", "Español", "child care", "a hearing loop", "north", "I am under 18"):
        assert asked in said
    assert "Do not write your name" in " ".join(said.split())
    assert "Porch Lights keeps it, and nobody else sees it." in said
    assert said.count("I work for the police") == 1


def test_without_a_place_there_is_room_to_write_times_and_the_organizers_keep_it():
    said = rendered(signup_slip(SlipPaper(Wish()), WORDS), ".txt", WORDS).decode()
    assert "____" in said and "The organizers keep it" in said
