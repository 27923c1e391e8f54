"""Text that people write is read however their system saved it: marked, in UTF-16, with other line ends."""

from __future__ import annotations

import json

import pytest

from dialogue_desk.cli.key_options import passphrase_in
from dialogue_desk.exchange.decidim_export import decidim_rows
from dialogue_desk.exchange.document_opening import read_document
from dialogue_desk.exchange.guide_files import read_guide_file
from dialogue_desk.exchange.questionnaire_file import read_questionnaire
from dialogue_desk.exchange.rows_of_files import rows_of_file
from dialogue_desk.exchange.sealing import key_file, new_key, read_key_file
from dialogue_desk.exchange.typed_keys import read_public_key
from dialogue_desk.exchange.wish_file import read_wish_file
from dialogue_desk.storage.settings import SettingsFile
from dialogue_desk.words import Words
from tests.house import ROOT

WORDS = Words()

AS_SAVED = {
    "Notepad, UTF-8 with a mark": lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"),
    "Notepad, UTF-16": lambda text: text.replace("\n", "\r\n").encode("utf-16"),
    "UTF-16, the other way round": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n").encode(),
}
GUIDE = next((ROOT / "resources" / "guides").glob("*.es.guide.md")).read_text(encoding="utf-8")
DECIDIM = [{"id": 12, "title": {"es": "Más luz"}, "state": "accepted"}]
KEY = new_key()

READ = {
    "settings": (
        "settings.toml",
        'language = "es"\nbackup_folder = "/café"\n',
        lambda f: SettingsFile(f).read(),
    ),
    "key": ("mine.age-key", key_file(KEY).decode(), read_key_file),
    "public key": ("theirs.txt", f"La clave de Ana:\n{KEY.public}\n", read_public_key),
    "passphrase": ("words.txt", "Oak Street, ñandú 1973\nnot this\n", passphrase_in),
    "wish": ("wish.toml", 'program = "Señales"\nkept_by = "Ana"\n', lambda f: read_wish_file(f, WORDS)),
    "list": ("list.csv", "Grupo;Cuántos\nvecinos de allá;12\n", rows_of_file),
    "questionnaire": ("a.toml", '[[statement]]\nkey = "x"\nes = "Me oyó."\n', read_questionnaire),
    "export of Decidim": ("a.json", json.dumps(DECIDIM, ensure_ascii=False, indent=1), decidim_rows),
    "guide": ("a.es.guide.md", GUIDE, lambda f: read_guide_file(f, WORDS)),
    "document": ("a.md", "# Círculo\n\n## Inicio (10 min)\n\n¿Qué oyó?\n", read_document),
}


@pytest.mark.parametrize("how", AS_SAVED)
@pytest.mark.parametrize("what", READ)
def test_what_people_write_is_read_however_it_was_saved(what, how, tmp_path):
    name, text, read = READ[what]
    plain, saved = tmp_path / "plain" / name, tmp_path / "saved" / name
    for path, data in ((plain, text.encode()), (saved, AS_SAVED[how](text))):
        path.parent.mkdir()
        path.write_bytes(data)
    assert read(saved) == read(plain)
