"""How far apart two colours are, as WCAG 2 counts it, in tokens and in pictures."""

from collections import Counter

from PySide6.QtGui import QColor, QImage


def luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def ratio(one: QColor | str, other: QColor | str) -> float:
    dark, light = sorted((luminance(QColor(one)), luminance(QColor(other))))
    return (light + 0.05) / (dark + 0.05)


def painted_ratio(picture: QImage) -> float:
    """Return the contrast of the commonest colour of ``picture``, its ground, and the best other."""
    counted = Counter(picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height()))
    ground = QColor(counted.most_common(1)[0][0])
    return max(ratio(QColor(pixel), ground) for pixel, times in counted.items() if times >= 2)
