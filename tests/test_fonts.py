import subprocess
import sys

from dialogue_desk.fonts import font_file, font_files, noto_files


def test_the_four_faces_are_there():
    files = font_files()
    assert len(set(files)) == 4
    assert all(file.read_bytes()[:4] == b"\x00\x01\x00\x00" for file in files)


def test_a_face_is_found_by_weight_and_slant():
    assert font_file().name.endswith("Regular.ttf")
    assert font_file(bold=True, italic=True).name.endswith("BoldItalic.ttf")


def test_each_folder_of_fonts_has_its_licence_and_names_all_of_them():
    for file in (*font_files(), *noto_files()):
        licence = (file.parent / "OFL.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert all(f"{file.stem}: Copyright" in licence for file in noto_files())


def test_the_letters_of_most_texts_are_looked_up_first():
    assert noto_files()[0].stem == "NotoSans"
    assert all(file.read_bytes()[:4] == b"\x00\x01\x00\x00" for file in noto_files())


def test_finding_the_letters_brings_in_neither_window_nor_paper():
    asked = "import sys, dialogue_desk.fonts; print(*(m.partition('.')[0] for m in sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout
    assert not {"PySide6", "reportlab", "PIL"} & set(loaded.split())
