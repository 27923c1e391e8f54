import logging
from contextlib import closing
from dataclasses import fields, replace

import pytest

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.problem_report import (
    ProblemSource,
    problem_report,
    without_home,
    write_problem_report,
)
from dialogue_desk.desk.paths import Paths
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.installation import Form, Installation
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.storage.settings import Settings
from dialogue_desk.words import Words
from tests.desk.leaving.every_kind import SECRET, bodies_of_every_kind
from tools.manual_clock import ManualClock


@pytest.fixture
def home(tmp_path):
    home = tmp_path / "maria"
    (home / "data").mkdir(parents=True)
    return home


@pytest.fixture
def source(home):
    data = home / "data"
    paths = Paths(data / "desk.db", data / "settings.toml", data / "log.txt")
    here = Installation(Form.FOLDER, home / f"{SECRET} stick", "linux-x86_64", "0.1.0", "abcdef0123456789")
    return ProblemSource(here, paths, Settings(), (("Qt", "6.11.3"),), home)


def desk_at(path):
    return Desk(DeskFile(path), ManualClock(1_773_356_400_000, zone=-240), RandomIds(7))


def test_a_planted_word_in_every_kind_of_record_is_not_told(source):
    planted = bodies_of_every_kind()
    desk = desk_at(source.paths.desk)
    with closing(desk.file):
        owner = desk.new_id()
        for body in planted.values():
            desk.add(owner, body)
        told = problem_report(source, Words())
    assert SECRET not in told
    assert set(planted) == set(Kind)
    for kind in planted:
        assert f"\n{kind.value}: 1\n" in told


def test_nothing_that_was_chosen_or_named_in_the_settings_is_told(source):
    texts = {field.name: f"/media/{SECRET}" for field in fields(Settings) if isinstance(field.default, str)}
    own = replace(source, settings=Settings(**texts, keys=((SECRET, SECRET),)))
    told = problem_report(own, Words())
    assert SECRET not in told
    assert "A second place for copies: yes" in told
    assert "Keys that were changed: 1" in told


def test_messages_of_errors_and_of_libraries_are_not_told(source):
    source.paths.log.write_text(
        f"2026-03-12 19:00:00,123 ERROR dialogue_desk.app: not caught\n"
        f'  File "/home/{SECRET}/app/dialogue_desk/ui/run/run_page.py", line 12, in show\n'
        f'    raise ValueError("{SECRET}")\n'
        f'  File "/home/{SECRET}/own.py", line 3, in go\n'
        f"builtins.ValueError\n"
        f"2026-03-12 19:00:01,123 WARNING pypdf._reader: cannot read {SECRET}\n"
        f"{SECRET}.second.line\n"
        f'  File "/app/dialogue_desk/app.py", line 1, in main\n'
        f"ValueError: the note says\n"
        f"{SECRET}.second.line\n"
        f"2026-03-12 19:00:02,123 WARNING qt: QFile::open: {SECRET}\n",
        encoding="utf-8",
    )
    told = problem_report(source, Words())
    assert SECRET not in told
    for line in (
        "2026-03-12 19:00:00 ERROR dialogue_desk.app: not caught",
        "  dialogue_desk/ui/run/run_page.py:12 show",
        "  ...:3 go",
        "  builtins.ValueError",
        "2026-03-12 19:00:01 WARNING pypdf._reader",
        "2026-03-12 19:00:02 WARNING qt: QFile::open",
    ):
        assert f"\n{line}\n" in told


def test_an_error_of_the_app_itself_is_told_as_the_log_has_it(source):
    from dialogue_desk.ui.shell.log import close_log, open_log  # noqa: PLC0415

    handler = open_log(source.paths.log)
    try:
        int(SECRET)
    except ValueError:
        logging.getLogger("dialogue_desk.app").exception("not caught")
    finally:
        close_log(handler)
    told = problem_report(source, Words())
    assert SECRET not in told
    assert "builtins.ValueError" in told
    assert "test_an_error_of_the_app_itself_is_told_as_the_log_has_it" in told


def test_where_the_desk_is_is_told_without_the_name_of_the_home_folder(source):
    desk_at(source.paths.desk).file.close()
    told = problem_report(source, Words())
    assert "Place: ~/data/desk.db" in told.replace("\\", "/")
    assert "maria" not in told


def test_a_desk_that_a_person_named_is_told_without_its_name(source, home):
    chosen = home / SECRET / "desk.db"
    told = problem_report(replace(source, paths=replace(source.paths, desk=chosen)), Words())
    assert SECRET not in told
    assert "Place: a file that a person chose" in told
    assert "There is no desk file yet." in told


def test_a_damaged_desk_is_told_as_damaged(source):
    desk_at(source.paths.desk).file.close()
    data = bytearray(source.paths.desk.read_bytes())
    data[4096:8192] = bytes(4096)
    source.paths.desk.write_bytes(data)
    told = problem_report(source, Words())
    assert "It is damaged." in told or "It cannot be read (damaged)." in told


def test_a_file_of_another_app_is_told_as_foreign(source):
    source.paths.desk.write_bytes(f"{SECRET}\n".encode() * 100)
    told = problem_report(source, Words())
    assert "It cannot be read (foreign)." in told
    assert SECRET not in told


def test_the_headings_are_in_each_language_and_the_rest_in_one(source):
    told = problem_report(source, Words("es"))
    assert f"\nSettings · {Words('es').tr('Settings')}\n" in told
    assert "Qt: 6.11.3" in told


def test_the_file_holds_what_was_shown(source, tmp_path):
    write_problem_report(source, Words(), tmp_path / "report.txt")
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == problem_report(source, Words())


def test_a_path_elsewhere_stays_as_it_is(tmp_path, home):
    assert without_home(tmp_path / "other", home) == str(tmp_path / "other")


def test_its_title_is_in_each_language_over_a_rule_that_fits_a_small_window(source):
    lines = problem_report(source, Words()).splitlines()
    assert lines[:2] == ["Problem report of Dialogue Desk", "Informe de un problema de Dialogue Desk"]
    assert set(lines[2]) == {"="} and len(lines[2]) == len(lines[1])


def test_a_build_is_told_only_where_there_is_one(source):
    assert "\nBuild: abcdef012345\n" in problem_report(source, Words())
    from_source = replace(source, installation=replace(source.installation, form=Form.SOURCE, commit=""))
    assert "Build" not in problem_report(from_source, Words())
