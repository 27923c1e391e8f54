from pathlib import Path

from dialogue_desk.storage.settings import Settings
from dialogue_desk.ui.core.file_places import FilePlaces, FileUse, Volume, documents, plugged_in, volumes


def places(settings):
    kept = [settings]
    return FilePlaces(lambda: kept[-1], kept.append), kept


def test_each_use_has_its_folder_and_else_the_one_where_papers_were_saved(tmp_path):
    papers, sticks = tmp_path / "papers", tmp_path / "sticks"
    papers.mkdir()
    sticks.mkdir()
    remembered, _ = places(Settings(saved_in=str(papers), opened_from=str(sticks)))
    assert remembered.start(FileUse.OPEN) == sticks
    assert remembered.start(FileUse.SAVE) == remembered.start(FileUse.FOLDER) == papers


def test_a_folder_that_is_gone_gives_way_to_a_stick_or_the_documents(tmp_path):
    remembered, _ = places(Settings(saved_in=str(tmp_path / "gone")))
    assert remembered.start(FileUse.SAVE) == (plugged_in(volumes()) or documents())


def test_the_folder_of_a_file_is_remembered_and_a_chosen_folder_itself(tmp_path):
    remembered, kept = places(Settings())
    remembered.chosen(FileUse.SAVE, tmp_path / "summary.pdf")
    remembered.chosen(FileUse.FOLDER, tmp_path)
    remembered.chosen(FileUse.FOLDER, tmp_path)
    assert (kept[-1].saved_in, kept[-1].folder_chosen) == (str(tmp_path), str(tmp_path))
    assert len(kept) == 3


def test_a_stick_is_told_from_the_disks_of_the_system():
    disks = (
        Volume("/boot/efi", "vfat", writable=True),
        Volume("/home", "ext4", writable=True),
        Volume("/media/ana/LOCKED", "vfat", writable=False),
    )
    assert plugged_in(disks) is None
    assert plugged_in((*disks, Volume("/media/ana/STICK", "ext4", writable=True))) == Path("/media/ana/STICK")
    assert plugged_in((*disks, Volume("E:/", "FAT32", writable=True))) == Path("E:/")
