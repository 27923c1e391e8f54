"""A person's files are where the system keeps such files, unless another desk is asked for."""

from pathlib import Path

from dialogue_desk.desk.paths import DESK_VARIABLE, Paths


def test_the_desk_is_the_persons_own_unless_another_is_named(monkeypatch, tmp_path):
    monkeypatch.delenv(DESK_VARIABLE, raising=False)
    assert Paths.of_person().desk.name == "desk.db"
    monkeypatch.setenv(DESK_VARIABLE, str(tmp_path / "by variable.db"))
    assert Paths.of_person().desk == tmp_path / "by variable.db"
    assert Paths.of_person(tmp_path / "by option.db").desk == tmp_path / "by option.db"


def test_another_desk_leaves_settings_and_log_where_they_are(monkeypatch):
    monkeypatch.delenv(DESK_VARIABLE, raising=False)
    own, other = Paths.of_person(), Paths.of_person(Path("other.db"))
    assert (own.settings, own.log) == (other.settings, other.log)


def test_a_desk_path_is_absolute_and_knows_the_home_folder(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert Paths.of_person(Path("mine.db")).desk == tmp_path / "mine.db"
    assert Paths.of_person(Path("~/mine.db")).desk == Path.home() / "mine.db"
