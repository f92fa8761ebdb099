"""Labels that show text as it is. Qt guesses rich text and would load pictures that a headline names."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from pantau.desktop.theme import fonts

_BIDI = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F))


def shown(text: str) -> str:
    """A stranger's text without the signs that turn the reading direction of what stands around it."""
    return text.translate(_BIDI)


def tooltip(text: str) -> str:
    """A stranger's text for a tooltip: escaped, each line in a paragraph that wraps at Qt's own width."""
    return "".join(f"<p>{escape(line)}</p>" for line in shown(text).splitlines())


class PlainLabel(QLabel):
    """A label whose text is never markup.

    points  size of type; `ink` names a colour of the theme ("muted", "danger", ...), "" the ordinary one
    """

    def __init__(
        self,
        text: str = "",
        *,
        points: float = fonts.BODY,
        strong: bool = False,
        ink: str = "",
        wrap: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(fonts.font(points, strong=strong))
        self.setWordWrap(wrap)
        self.ink = ""
        self.colour(ink)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:  # Qt's name
        super().setText(shown(text))

    def colour(self, ink: str) -> None:
        """Write in another ink of the theme."""
        if ink == self.ink:
            return
        self.ink = ink
        self.setProperty("ink", ink)
        self.style().unpolish(self)
        self.style().polish(self)


def line() -> QFrame:
    """One hairline, the only thing that parts what stands together."""
    made = QFrame()
    made.setProperty("kind", "line")
    return made
