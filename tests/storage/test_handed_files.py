from dialogue_desk.storage.handed_files import HandedFiles


def test_what_one_program_leaves_another_takes_once(tmp_path):
    handed = HandedFiles(tmp_path / "desk.db")
    left = handed.hand([tmp_path / "a.guide.md", tmp_path / "b.dialogue"])
    assert left.exists()
    assert HandedFiles(tmp_path / "desk.db").take() == (tmp_path / "a.guide.md", tmp_path / "b.dialogue")
    assert not left.exists() and handed.take() == ()


def test_a_list_that_cannot_be_read_is_thrown_away(tmp_path):
    handed = HandedFiles(tmp_path / "desk.db")
    handed.hand([tmp_path / "a.guide.md"])
    for name, data in (("b", b"{"), ("c", b'["\\u0000"]'), ("d", b"[1]"), ("e", b"[" + b" " * 2_000_000)):
        (handed.folder / f"{name}.json").write_bytes(data)
    assert handed.take() == (tmp_path / "a.guide.md",)
    assert list(handed.folder.iterdir()) == []


def test_nothing_of_it_stays_beside_the_desk(tmp_path):
    handed = HandedFiles(tmp_path / "desk.db")
    handed.hand([tmp_path / "a.guide.md"])
    handed.clear()
    assert list(tmp_path.iterdir()) == []
    assert handed.take() == ()
