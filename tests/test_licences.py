"""The licences that come with the app are whole."""

from dialogue_desk.licences import first_page, third_parties


def test_everything_that_comes_with_the_app_has_the_text_of_its_licence():
    parties = {one.name: one for one in third_parties()}
    assert {"CPython", "Qt", "PySide6_Essentials", "SQLite", "OpenSSL", "typst", "Noto fonts"} <= set(parties)
    assert all(one.licence and one.text_file.stat().st_size > 150 for one in parties.values())


def test_the_licence_of_qt_says_how_to_replace_it_and_refers_to_what_it_needs():
    text = next(one for one in third_parties() if one.name == "Qt").text_file.read_text(encoding="utf-8")
    assert "you may replace" in text
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "GNU GENERAL PUBLIC LICENSE" in text


def test_the_first_page_leads_to_the_others():
    assert "qt.txt" in first_page().read_text(encoding="utf-8")


def test_they_are_in_the_order_in_which_people_look_names_up():
    names = [one.name.casefold() for one in third_parties()]
    assert names == sorted(names)
