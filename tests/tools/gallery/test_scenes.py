"""Every scene can be asked for."""

from tools.gallery.__main__ import FOR_README
from tools.gallery.scene import LOOKS
from tools.gallery.scenes import SCENES


def test_every_scene_has_a_name_of_its_own_and_looks_that_there_are():
    names = [scene.name for scene in SCENES]
    assert len(set(names)) == len(names)
    assert {look for scene in SCENES for look in scene.looks} == set(LOOKS)
    assert set(FOR_README.values()) <= set(names)
