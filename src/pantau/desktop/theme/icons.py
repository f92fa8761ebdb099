"""Our icons: 20 px line drawings in `resources/icons`, drawn in a colour of the scheme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from pantau import assets
from pantau.desktop.theme.tokens import Tokens

SIZE = 20


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int = SIZE, ratio: float = 1.0) -> QPixmap:
    """The drawing `name` in one colour, `size` logical pixels wide, each `ratio` device pixels."""
    drawing = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    drawing.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawing)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, colour).render(painter, QRectF(0, 0, drawing.width(), drawing.height()))
    painter.end()
    drawing.setDevicePixelRatio(ratio)
    return drawing


def icon(name: str, tokens: Tokens, *, ink: str = "text", active: str = "accent") -> QIcon:
    """The drawing as an icon: `ink` names the token it is drawn in, `active` the one for a chosen button.

    Drawn for the screens that there are; on one that is plugged in later Qt scales it.
    """
    made = QIcon()
    for ratio in sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()}):
        drawn = pixmap(name, getattr(tokens, ink), SIZE, ratio)
        made.addPixmap(drawn, QIcon.Mode.Normal, QIcon.State.Off)
        made.addPixmap(pixmap(name, getattr(tokens, active), SIZE, ratio), QIcon.Mode.Normal, QIcon.State.On)
        made.addPixmap(drawn, QIcon.Mode.Active, QIcon.State.Off)
        made.addPixmap(drawn, QIcon.Mode.Selected, QIcon.State.Off)
        made.addPixmap(pixmap(name, tokens.control, SIZE, ratio), QIcon.Mode.Disabled, QIcon.State.Off)
    return made


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = assets.path(f"icons/{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
