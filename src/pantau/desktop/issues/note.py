"""One remark beside its line: a quiet line, and when it is chosen why it stands there and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pantau.desktop.issues.marked_field import MarkedField
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import fonts
from pantau.desktop.widgets.buttons import KeyButton
from pantau.desktop.widgets.labels import PlainLabel, shown
from pantau.domain.claims import Severity
from pantau.operations.checking import Origin, Remark

translate = QCoreApplication.translate

FIX_KEY, WAIVE_KEY = "G", "A"  # ganti, abaikan
INKS = {Severity.ERROR: "danger", Severity.WARNING: "warning", Severity.INFO: "muted"}

_HEAD, _SIDE, _LEFT = 24, 8, 26  # pixels


class ReasonField(QLineEdit):
    """Where the reason is typed. Esc gives it up, and goes no further."""

    given_up = Signal()

    def event(self, event: QEvent) -> bool:  # Qt's name
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.given_up.emit()
                return True
        return super().event(event)


class Note(QWidget):
    """`pressed`: it was chosen by mouse; `fixed` and `waived` (with the reason): what the officer decided."""

    pressed = Signal()
    fixed = Signal()
    waived = Signal(str)
    quiet = Signal()  # no reason is asked any more
    grown = Signal()
    asking = Signal(object)  # the field for the reason

    field: MarkedField
    number: int

    def __init__(self, around: Surroundings, remark: Remark, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = around
        self.remark = remark
        self.is_chosen = False
        self._more: QWidget | None = None
        self.reason: ReasonField | None = None  # there while the note is open
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{self.rule()}: {shown(remark.text)}")

    def stand(self, remark: Remark, field: MarkedField, number: int) -> None:
        """Which mark of which field this note is of, and where its words are now."""
        self.remark, self.field, self.number = remark, field, number

    @property
    def can_fix(self) -> bool:
        return self.is_chosen and bool(self.remark.fix) and not self.field.isReadOnly()

    def rule(self) -> str:
        """What is remarked, in a word or two."""
        return self._around.say(f"checking.{self.remark.origin}.{self.remark.rule}")

    def told(self) -> str:
        """Why the words are remarked."""
        remark, around = self.remark, self._around
        if remark.origin is Origin.GATE:
            key, facts = remark.why
            return around.say(key, **dict(facts))
        if remark.expected:
            return around.say("checking.expected", expected=remark.expected)
        return around.say("checking.unheard")

    def choose(self, chosen: bool) -> None:
        """Open or close what more there is to say."""
        if chosen == self.is_chosen:
            return
        self.is_chosen = chosen
        if self._more is not None:
            self._more.hide()
            self._more.deleteLater()
            self._more = self.reason = None
        if chosen:
            self._more = self._build_more()
            self._more.show()  # at once: its height is asked for now
        self.update()
        self.grown.emit()

    def height_for(self, width: int) -> int:
        """Pixels that it needs; what is open in it is laid out for this width."""
        layout = None if self._more is None else self._more.layout()
        if self._more is None or layout is None:
            return _HEAD
        inner = width - _LEFT - _SIDE
        layout.activate()
        height = layout.totalHeightForWidth(inner)
        self._more.setGeometry(_LEFT, _HEAD, inner, height)
        return _HEAD + height + 8

    def ask_why(self) -> None:
        """Have the reason typed for which the remark may stand."""
        if self.reason is not None:
            self.reason.show()
            self.reason.setFocus()
            self.grown.emit()
            self.asking.emit(self.reason)

    def _build_more(self) -> QWidget:
        more = QWidget(self)
        column = QVBoxLayout(more)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        severity = self._around.say(f"checking.severity.{self.remark.severity}")
        column.addWidget(PlainLabel(severity, points=fonts.META, ink=INKS[self.remark.severity]))
        column.addWidget(PlainLabel(self.told(), points=fonts.META, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        if self.can_fix:
            fix = KeyButton(translate("Checking", "Replace"), FIX_KEY)
            fix.clicked.connect(self.fixed)
            row.addWidget(self._unfocused(fix))
        waive = KeyButton(translate("Checking", "Waive …"), WAIVE_KEY)
        waive.clicked.connect(self.ask_why)
        row.addWidget(self._unfocused(waive))
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._build_reason())
        return more

    def _unfocused(self, button: KeyButton) -> KeyButton:
        """The keys stay with the margin, so that the next press of one is heard."""
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _build_reason(self) -> ReasonField:
        reason = ReasonField()
        reason.setPlaceholderText(translate("Checking", "Reason, then Enter"))
        reason.returnPressed.connect(lambda: self._waive(reason.text()))
        reason.given_up.connect(lambda: self._give_up(reason))
        reason.hide()
        self.reason = reason
        return reason

    def _waive(self, why: str) -> None:
        if why.strip():
            self.waived.emit(why)

    def _give_up(self, reason: ReasonField) -> None:
        reason.clear()
        reason.hide()
        self.grown.emit()
        self.quiet.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # Qt's name
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._around.theme.tokens
        if self.is_chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selection))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        self._paint_shape(painter, QColor(getattr(tokens, INKS[self.remark.severity])))
        self._paint_words(painter)
        painter.end()

    def _paint_shape(self, painter: QPainter, colour: QColor) -> None:
        """A triangle, a diamond or a ring: the severity is not told by its colour alone."""
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(colour if self.remark.severity is Severity.ERROR else Qt.BrushStyle.NoBrush)
        x, y = 13.0, _HEAD / 2
        if self.remark.severity is Severity.INFO:
            painter.drawEllipse(QPointF(x, y), 3.5, 3.5)
            return
        corners = {
            Severity.ERROR: [(x, y - 4.5), (x + 5, y + 4), (x - 5, y + 4)],
            Severity.WARNING: [(x, y - 5), (x + 5, y), (x, y + 5), (x - 5, y)],
        }[self.remark.severity]
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))

    def _paint_words(self, painter: QPainter) -> None:
        tokens = self._around.theme.tokens
        left, right = _LEFT, self.width() - _SIDE
        for text, strong, ink in (
            (self.rule(), True, tokens.text),
            (shown(" ".join(self.remark.text.split())), False, tokens.muted),
        ):
            face = fonts.font(fonts.META, strong=strong)
            metrics = QFontMetrics(face)
            told = metrics.elidedText(text, Qt.TextElideMode.ElideRight, right - left)
            painter.setFont(face)
            painter.setPen(QColor(ink))
            box = QRectF(left, 0, right - left, _HEAD)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), told)
            left += metrics.horizontalAdvance(told) + 8
            if right - left < 24:
                break
