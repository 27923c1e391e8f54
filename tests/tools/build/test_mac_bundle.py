"""What macOS is told about the files that the app opens."""

from __future__ import annotations

import plistlib

from dialogue_desk.exchange.file_types import file_types
from tools.build.mac_bundle import information


def declared():
    return {
        one["UTTypeTagSpecification"]["public.filename-extension"][0]: one
        for one in information("0.1.0")["UTExportedTypeDeclarations"]
    }


def test_every_kind_of_file_is_declared_and_opened():
    told = information("0.1.0")
    opened = [kind for one in told["CFBundleDocumentTypes"] for kind in one["LSItemContentTypes"]]
    assert set(declared()) == {one.ending.lstrip(".") for one in file_types()}
    assert {one["UTTypeIdentifier"] for one in declared().values()} <= set(opened)


def test_each_has_a_name_of_its_own_and_is_a_special_case_of_what_macos_knows():
    names = [one["UTTypeIdentifier"] for one in declared().values()]
    assert len(set(names)) == len(names)
    assert declared()["dialogue"]["UTTypeConformsTo"] == ["public.zip-archive"]


def test_no_other_program_loses_its_files():
    ranks = {
        one["CFBundleTypeName"]: one["LSHandlerRank"] for one in information("1")["CFBundleDocumentTypes"]
    }
    ours = {one.named("en") for one in file_types() if one.has_own_ending}
    assert {name for name, rank in ranks.items() if rank == "Owner"} == ours


def test_what_opens_is_the_window_and_not_the_command_line_beside_it():
    told = information("0.1.0")
    assert (told["CFBundleExecutable"], told["LSBackgroundOnly"]) == ("dialogue-desk-window", False)


def test_it_can_be_written_as_a_property_list():
    told = plistlib.loads(plistlib.dumps(information("0.1.0")))
    assert told["CFBundleShortVersionString"] == "0.1.0"
    assert told["CFBundleLocalizations"] == ["en", "es"]
