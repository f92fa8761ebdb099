"""The one family that ships with the application, Inter, in the three sizes that the window uses."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from pantau import assets

BODY, TITLE, HEADLINE, META, SMALL = 10, 12, 14, 9, 8  # points

_FILES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf")


@cache
def load() -> str:
    """Make the family known to Qt (a QGuiApplication must be there); its name, or the system's."""
    for file in _FILES:
        QFontDatabase.addApplicationFont(str(assets.path(f"fonts/{file}")))
    if "Inter" in QFontDatabase.families():
        return "Inter"
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


def font(points: float = BODY, *, strong: bool = False) -> QFont:
    """A face of the family with figures of one width, so that columns and clocks stand still."""
    face = QFont(load())
    face.setPointSizeF(points)
    face.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    face.setFeature(QFont.Tag("tnum"), 1)
    face.setStyleHint(QFont.StyleHint.SansSerif)
    return face
