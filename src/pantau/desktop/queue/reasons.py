"""Why a story stands where it stands: each reason a sentence with its points, which add up to the score."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from pantau.desktop.queue.growth import rounded
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme.tokens import CHART
from pantau.desktop.widgets.labels import PlainLabel
from pantau.domain.story import Story


class _Bar(QWidget):
    """A share of the score as a short bar; what takes points away is drawn grey, and its figure has the sign."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._share = 0.0
        self._takes = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # Qt's name
        return QSize(56, 18)

    def show_share(self, share: float) -> None:
        self._share, self._takes = min(1.0, abs(share)), share < 0
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # Qt's name
        painter = QPainter(self)
        tokens = self._around.theme.tokens
        middle = self.height() / 2 - 2
        painter.fillRect(QRectF(0, middle, self.width(), 4), QColor(tokens.hairline))
        colour = QColor(CHART[4] if self._around.theme.is_dark else CHART[0])
        if self._takes:
            colour = QColor(tokens.muted)
        painter.fillRect(QRectF(0, middle, self.width() * self._share, 4), colour)
        painter.end()


class ReasonsView(QWidget):
    """Rows of points, bar and sentence, the weightiest first, and their sum."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._rows: list[tuple[PlainLabel, _Bar, PlainLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(2, 1)

    def show_story(self, story: Story) -> None:
        points = rounded([reason.points for reason in story.reasons], story.score)
        told = sorted(zip(story.reasons, points, strict=True), key=lambda pair: -pair[1])
        highest = max((abs(point) for _, point in told), default=1.0) or 1.0
        self._have(len(told))
        for (figure, bar, sentence), (reason, point) in zip(self._rows, told, strict=False):
            sign = "+" if point >= 0 else ""
            figure.setText(f"{sign}{self._around.number(point, 1)}")
            bar.show_share(point / highest)
            facts = {"value": reason.value, **reason.facts}
            sentence.setText(self._around.say(f"reason.{reason.key}", **facts))

    def _have(self, count: int) -> None:
        while len(self._rows) < count:
            self._add()
        for place, row in enumerate(self._rows):
            for part in row:
                part.setVisible(place < count)

    def _add(self) -> None:
        figure = PlainLabel(strong=True)
        figure.setMinimumWidth(48)
        row = (figure, _Bar(self._around), PlainLabel(wrap=True, selectable=True))
        align = Qt.AlignmentFlag.AlignTop
        place = len(self._rows)
        self._grid.addWidget(row[0], place, 0, align | Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(row[1], place, 1, align)
        self._grid.addWidget(row[2], place, 2, align)
        self._rows.append(row)
