"""A paragraph of a PDF that breaks its lines once for each width, however often its height is asked for."""

from __future__ import annotations

from reportlab.platypus import Paragraph


class Text(Paragraph):  # type: ignore[misc]  # reportlab has no types
    """A paragraph that remembers how it was broken into lines; its words do not change afterwards."""

    _wrapped: tuple[float, tuple[float, float]] | None = None

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the width and height it takes, in points."""
        if self._wrapped is None or self._wrapped[0] != width or not hasattr(self, "blPara"):
            self._wrapped = width, super().wrap(width, height)
        return self._wrapped[1]
