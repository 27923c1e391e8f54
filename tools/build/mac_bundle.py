"""What macOS is told about the app and its files, and the disk image in which people get it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from dialogue_desk.exchange.file_types import FileType, file_types
from tools.environment.telling import insist

BUNDLE_NAME = "Dialogue Desk.app"
IDENTIFIER = "org.dialogue-desk.DialogueDesk"
FILE_ICON = "dialogue-desk-file.icns"
OLDEST_SYSTEM = "12.0"
ENTITLEMENTS = Path("build_spec", "macos", "entitlements.plist")

_CONFORMS_TO = {
    "application/zip": "public.zip-archive",
    "text/markdown": "net.daringfireball.markdown",
    "application/octet-stream": "public.data",
}
"""What macOS calls the types of which ours are special cases."""


def information(version: str, types: Iterable[FileType] | None = None) -> dict[str, object]:
    """Return the contents of ``Info.plist``.

    Files whose ending is ours alone are ours to open; for the others, such as guides in Markdown, the app is
    offered and takes nothing from the program that a person has for them.
    """
    known = list(file_types() if types is None else types)
    return {
        "CFBundleDisplayName": "Dialogue Desk",
        "CFBundleExecutable": "dialogue-desk-window",
        "CFBundleName": "Dialogue Desk",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "es"],
        "CFBundleDocumentTypes": [_document_type(one) for one in known],
        "UTExportedTypeDeclarations": [_declaration(one) for one in known],
        "LSApplicationCategoryType": "public.app-category.productivity",
        # The command line lies beside the window, and PyInstaller would take both for programs without one.
        "LSBackgroundOnly": False,
        "LSMinimumSystemVersion": OLDEST_SYSTEM,
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,
        "NSHumanReadableCopyright": "Apache-2.0. The licenses of all libraries come with the app.",
    }


def _identifier(one: FileType) -> str:
    return f"{IDENTIFIER}.{one.mime.rpartition('.')[2]}"


def _document_type(one: FileType) -> dict[str, object]:
    return {
        "CFBundleTypeName": one.named("en"),
        "CFBundleTypeIconFile": FILE_ICON,
        "CFBundleTypeRole": "Editor",
        "LSHandlerRank": "Owner" if one.has_own_ending else "Alternate",
        "LSItemContentTypes": [
            _identifier(one),
            *([] if one.has_own_ending else [_CONFORMS_TO[one.kind_of]]),
        ],
    }


def _declaration(one: FileType) -> dict[str, object]:
    return {
        "UTTypeIdentifier": _identifier(one),
        "UTTypeDescription": one.named("en"),
        "UTTypeIconFile": FILE_ICON,
        "UTTypeConformsTo": [_CONFORMS_TO[one.kind_of]],
        "UTTypeTagSpecification": {
            "public.filename-extension": [one.ending.lstrip(".")],
            "public.mime-type": [one.mime, *one.aliases],
        },
    }


def sign(app: Path, identity: str, project: Path) -> None:
    """Seal the application anew; what is in it PyInstaller has signed, with the same identity or with none.

    Raises:
        CannotBeDone: with the last lines of ``codesign``.
    """
    as_developer = ["--options", "runtime", "--timestamp", "--entitlements", str(project / ENTITLEMENTS)]
    command = ["codesign", "--force", "--sign", identity or "-", *(as_developer if identity else [])]
    insist(*command, app, sentence="codesign could not seal the app; its last lines say why.")


def disk_image(app: Path, file: Path, work: Path) -> Path:
    """Make the image that shows the app beside the folder into which it is dragged, and return it.

    Raises:
        CannotBeDone: with the last lines of ``hdiutil``.
    """
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(app, work / app.name, symlinks=True)
    (work / "Applications").symlink_to("/Applications")
    file.unlink(missing_ok=True)
    command = ["hdiutil", "create", "-volname", "Dialogue Desk", "-fs", "HFS+", "-format", "UDZO"]
    said = "hdiutil could not make the disk image; its last lines say why."
    insist(*command, "-srcfolder", work, file, sentence=said)
    shutil.rmtree(work)
    return file
