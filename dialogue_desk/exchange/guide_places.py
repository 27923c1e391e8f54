"""What may stand where in a guide; a sentence for what would be lost where it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from dialogue_desk.exchange.guide_attributes import OPTIONAL, Attributes
from dialogue_desk.exchange.guide_faults import SHOWN, Faults
from dialogue_desk.exchange.guide_source import Piece, Section, Shape


def refuse_misplaced(
    pieces: Iterable[Piece], shapes: Collection[Shape], labels: Collection[str], faults: Faults
) -> None:
    """Make a fault of each piece that is of none of these shapes and has none of these labels."""
    for piece in pieces:
        if piece.shape is Shape.LABELLED:
            _refuse_label(piece, labels, faults)
        elif piece.shape is not Shape.COMMENT and piece.shape not in shapes:
            faults.add(
                piece.line,
                faults.words.tr(
                    "This text does not belong here and would be lost. Move it below a part's ## "
                    "heading, or delete it."
                ),
            )
        if piece.marks:
            attributes = Attributes(piece.line, piece.marks, faults)
            attributes.flag(OPTIONAL)
            attributes.settle()


def _refuse_label(piece: Piece, labels: Collection[str], faults: Faults) -> None:
    tr = faults.words.tr
    if not piece.text:
        faults.add(
            piece.line,
            tr(
                "There is nothing after “{label}:”. Write something there, or delete the line.",
                label=piece.label,
            ),
        )
    elif piece.label not in labels:
        faults.add(
            piece.line,
            tr(
                "“{label}:” does not belong here. Goal: and Before: go below a session's heading; For:, "
                "Against: and Trade-off: in an option; Next: and Stop: in a moment; all others in a part, "
                "above its steps and cards.",
                label=piece.label,
            ),
        )


def refuse_same_names(found: Iterable[Section], faults: Faults) -> None:
    """Make a fault of each name that was given before."""
    seen: dict[str, int] = {}
    for section in found:
        if section.id and section.id in seen:
            faults.add(
                section.line,
                faults.words.tr(
                    "The name #{name} is already used in line {other}. Choose another.",
                    name=section.id[:SHOWN],
                    other=seen[section.id],
                ),
            )
        seen.setdefault(section.id, section.line)
