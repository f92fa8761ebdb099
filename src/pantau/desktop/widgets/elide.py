"""Breaks a headline into the lines that fit, the last one elided. Kept, since a list paints the same ones again."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

_CODE, _UNIT = "utf-16-le", 2  # Qt counts in these units: a face is two of them


def _decoded(units: bytes) -> str:
    return units.decode(_CODE, "replace")


@lru_cache(maxsize=4_096)
def lines(text: str, font: QFont, width: int, most: int = 2) -> tuple[str, ...]:
    """The text in at most `most` lines of `width` pixels."""
    if width <= 0 or not text:
        return ()
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(text) <= width:
        return (text,)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    broken: list[str] = []
    units = text.encode(_CODE, "surrogatepass")
    layout.beginLayout()
    while True:
        piece = layout.createLine()
        if not piece.isValid():
            break
        piece.setLineWidth(width)
        start = piece.textStart() * _UNIT
        if len(broken) == most - 1:
            broken.append(metrics.elidedText(_decoded(units[start:]), Qt.TextElideMode.ElideRight, width))
            break
        broken.append(_decoded(units[start : start + piece.textLength() * _UNIT]).rstrip())
    layout.endLayout()
    return tuple(broken)


def clipped(text: str, most: int) -> str:
    """The text on one line, of `most` letters at most."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 2].rstrip() + " …"
