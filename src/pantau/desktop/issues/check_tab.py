"""Any text held against the approved narrative: pasted above, the narrative below, what differs beside its line."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from pantau.desktop.issues.elsewhere import Elsewhere
from pantau.desktop.issues.margin import Margin
from pantau.desktop.issues.marked_field import MarkedField
from pantau.desktop.issues.narrative_view import NarrativeView
from pantau.desktop.issues.proofreading import Proofreader
from pantau.desktop.issues.view_model import OpenIssue
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import fonts
from pantau.desktop.theme.tokens import AROUND, BETWEEN, INSIDE
from pantau.desktop.widgets.labels import PlainLabel
from pantau.desktop.widgets.scroller import Scroller
from pantau.domain.ids import IssueId
from pantau.operations import Desk, checking
from pantau.operations.checking import Comparison, Remark

translate = QCoreApplication.translate

MOST = 60  # remarks beside a text: one with more is hardly about this matter, and hundreds of notes take time


class CheckTab(QWidget):
    """The text of each issue stays here as long as the window is open; nothing of it is kept beyond."""

    waived = Signal(object, str)  # Remark, the reason
    told = Signal(str)

    def __init__(self, desk: Desk, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._around = around
        self._issue: IssueId | None = None
        self._texts: dict[IssueId, str] = {}
        self.is_read = False  # whether what is said is said of the text that stands here
        self._reader = Proofreader(around, self)
        self._reader.found.connect(self._show)
        self._reader.failed.connect(self._not_read)
        self.verdict = PlainLabel(strong=True, wrap=True)
        self.missing = PlainLabel(points=fonts.META, ink="muted", wrap=True, selectable=True)
        self.elsewhere = Elsewhere(desk, around)
        self.field = MarkedField(around, 4)
        self.margin = Margin(around, (self.field,))
        self.heading = PlainLabel(points=fonts.META, ink="muted")
        self.narrative = NarrativeView(around)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_head())
        column.addWidget(self._build_split(), 1)
        self._connect()

    def _build_head(self) -> QWidget:
        head = QWidget()
        self.paste_button = QPushButton(translate("Checking", "Paste"))
        self.copy_button = QPushButton(translate("Checking", "Copy the text"))
        self.clear_button = QPushButton(translate("Checking", "Clear"))
        self._around.theme.dress(self.copy_button, "copy")
        row = QHBoxLayout()
        row.setSpacing(INSIDE)
        row.addWidget(self.verdict, 1)
        for button in (self.paste_button, self.copy_button, self.clear_button):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(head)
        column.setContentsMargins(AROUND, 12, AROUND, INSIDE)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.missing)
        column.addWidget(self.elsewhere)
        return head

    def _build_split(self) -> QSplitter:
        self.field.setAccessibleName(translate("Checking", "The text to be checked"))
        self.field.setPlaceholderText(
            translate(
                "Checking",
                "Paste any text on this matter here: a unit's release, a WhatsApp message, a post. "
                "What it says otherwise than the narrative is shown beside its line.",
            )
        )
        body = QWidget()
        body.setProperty("kind", "surface")
        row = QHBoxLayout(body)
        row.setContentsMargins(AROUND, 4, BETWEEN, BETWEEN)
        row.setSpacing(BETWEEN)
        row.addWidget(self.field, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.margin)
        self._body = body
        self._scroll = Scroller(body)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the field in it has the keys
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self._scroll)
        split.addWidget(self._build_narrative())
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        return split

    def _build_narrative(self) -> QWidget:
        below = QWidget()
        below.setProperty("kind", "surface")
        column = QVBoxLayout(below)
        column.setContentsMargins(AROUND, INSIDE, AROUND, BETWEEN)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self.narrative, 1)
        return below

    def _connect(self) -> None:
        self.field.textChanged.connect(self._typed)
        self.field.cursorPositionChanged.connect(self._follow)
        self.margin.chosen.connect(self._choose)
        self.margin.reached.connect(lambda part: self._scroll.ensureWidgetVisible(part, 0, AROUND))
        self.margin.waived.connect(self.waived)
        self.margin.mended.connect(self._read)
        self.paste_button.clicked.connect(self._paste)
        self.copy_button.clicked.connect(self._copy)
        self.clear_button.clicked.connect(self._clear)

    def step(self, by: int) -> bool:
        """Choose the next remark or the one before. False: there is none."""
        return self.margin.step(by)

    def show_issue(self, known: OpenIssue) -> None:
        """Hold this issue's text against this issue's narrative, as both are now."""
        if known.issue.id != self._issue:
            self._issue = known.issue.id
            self._reader.forget()
            self.elsewhere.forget()
            self.field.blockSignals(True)
            self.field.setPlainText(self._texts.get(self._issue, ""))
            self.field.blockSignals(False)
            self.margin.show_remarks([()])
        self._show_narrative(known)
        self._show_buttons()
        self._read()

    def showEvent(self, event: QShowEvent) -> None:  # Qt's name
        super().showEvent(event)
        self._read()

    def _show_narrative(self, known: OpenIssue) -> None:
        approved, around = known.approved, self._around
        if approved is None or approved.approved is None:
            self.heading.hide()
            self.narrative.show_nothing(
                translate(
                    "Checking",
                    "The narrative of this issue is not approved yet. As soon as it is, it stands here and "
                    "every text can be held against it.",
                )
            )
            return
        at = around.moment(approved.approved)
        self.heading.setText(around.say("checking.narrative", number=approved.number, at=at))
        self.heading.show()
        self.narrative.show_narrative(approved.house, [fact.text for fact in known.view.facts])

    def _typed(self) -> None:
        if self._issue is not None:
            self._texts[self._issue] = self.field.toPlainText()
        self.is_read = False
        self.verdict.colour("muted")
        self.verdict.setText(translate("Checking", "Checking …"))
        self.missing.hide()
        self._show_buttons()
        self._read(pause=True)

    def _show_buttons(self) -> None:
        some = bool(self.field.toPlainText().strip())
        self.copy_button.setEnabled(some)
        self.clear_button.setEnabled(some)
        if not some:
            self.verdict.colour("muted")
            self.verdict.setText(translate("Checking", "Does a text say what the narrative says?"))
            self.missing.hide()
            self.elsewhere.forget()

    def _read(self, *, pause: bool = False) -> None:
        if self._issue is not None and self.isVisible():
            self._reader.read(
                partial(checking.compare, self._desk, self._issue), self.field.toPlainText, pause=pause
            )

    def _show(self, found: Comparison) -> None:
        self.is_read = True
        self.margin.show_remarks([found.remarks[:MOST]])
        text = self.field.toPlainText()
        if not text.strip():
            return
        if self._issue is not None:
            self.elsewhere.look(self._issue, text)
        around, count = self._around, len(found.remarks)
        number = found.narrative.number if found.narrative else 0
        if found.narrative is None:
            key = "checking.gate-only" if count else "checking.gate-clear"
        elif count:
            key = "checking.differs"
        else:
            key = "checking.same-but" if found.missing else "checking.same"
        told = around.say(key, count=count, number=number) + (" · F8" if count else "")
        if count > MOST:
            told += " · " + around.say("checking.first", count=MOST)
        if found.waived:
            told += " · " + around.say("checking.waived", count=found.waived)
        self.verdict.colour("good" if found.narrative is not None and not count else "")
        self.verdict.setText(told)
        messages = " · ".join(" ".join(message.split()) for message in found.missing)
        self.missing.setText(around.say("checking.missing", messages=messages) if messages else "")
        self.missing.setVisible(bool(messages))

    def _not_read(self, sentence: str) -> None:
        self.is_read = True
        self.margin.show_remarks([()])
        self.verdict.colour("warning")
        self.verdict.setText(self._around.say("checking.failed", why=sentence))
        self.missing.hide()
        self.elsewhere.forget()

    def _choose(self, remark: Remark | None) -> None:
        """Point at what the narrative says instead."""
        self.narrative.point_at(remark.source if remark is not None else "")

    def _follow(self) -> None:
        """Keep the line that is typed in view."""
        if self.field.hasFocus():
            spot = self.field.mapTo(self._body, self.field.cursorRect().center())
            self._scroll.ensureVisible(spot.x(), spot.y(), 0, 24)

    def _paste(self) -> None:
        self.field.selectAll()
        self.field.paste()
        self.field.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.field.toPlainText())
        self.told.emit(translate("Checking", "Copied."))

    def _clear(self) -> None:
        """Ctrl+Z brings it back."""
        self.field.selectAll()
        self.field.textCursor().removeSelectedText()
        self.field.setFocus()
