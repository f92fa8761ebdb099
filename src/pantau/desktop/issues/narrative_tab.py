"""The single narrative: the house on the left, how it stands and what comes next on the right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pantau.desktop.issues.draft import Draft
from pantau.desktop.issues.view_model import OpenIssue, Step
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import fonts
from pantau.desktop.theme.tokens import AROUND, BETWEEN, INSIDE
from pantau.desktop.widgets.labels import PlainLabel
from pantau.domain.issue import House, Narrative, NarrativeStatus

_ASIDE = 264

translate = QCoreApplication.translate


class _Field(QPlainTextEdit):
    """A message: grows with its text, so that all four can be read at once. Tab goes to the next."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._least = lines
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def sizeHint(self) -> QSize:  # Qt's name
        return QSize(320, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # Qt's name
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        lines = max(self._least, int(self.document().size().height()))
        self.setFixedHeight(lines * line + 20)


class NarrativeTab(QWidget):
    """Typing goes to the draft at once. What is pressed goes out as signals."""

    submit = Signal()
    withdraw = Signal()
    approve = Signal()
    give_back = Signal()
    export = Signal()
    copy = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._draft: Draft | None = None
        self._known: OpenIssue | None = None
        self._writes_anew = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._build_house(), 1)
        row.addWidget(self._build_aside())

    def _build_house(self) -> QScrollArea:
        self.umbrella = _Field(3)
        self.messages = [_Field(2), _Field(2), _Field(2)]
        body = QWidget()
        body.setProperty("kind", "surface")
        column = QVBoxLayout(body)
        column.setContentsMargins(AROUND, BETWEEN, BETWEEN, AROUND)
        column.setSpacing(INSIDE)
        column.addWidget(self._build_conflict())
        self._label(column, translate("Narrative", "Umbrella message"), self.umbrella)
        for place, field in enumerate(self.messages, 1):
            self._label(column, self._around.say("house.key-message", number=place), field)
        column.addStretch(1)
        for field in (self.umbrella, *self.messages):
            field.textChanged.connect(self._typed)
        scroll = QScrollArea()
        scroll.setProperty("kind", "surface")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        return scroll

    def _label(self, column: QVBoxLayout, text: str, field: _Field) -> None:
        label = PlainLabel(text, points=fonts.META, ink="muted")
        label.setBuddy(field)
        field.setAccessibleName(text)
        column.addWidget(label)
        column.addWidget(field)
        column.addSpacing(INSIDE)

    def _build_conflict(self) -> QFrame:
        self.conflict = QFrame()
        self.conflict.setProperty("kind", "card")
        text = translate(
            "Narrative",
            "A colleague changed this text while you were writing. Yours is still here; nothing is lost.",
        )
        self.mine_button = QPushButton(translate("Narrative", "Keep my text"))
        self.theirs_button = QPushButton(translate("Narrative", "Take the colleague's text"))
        self.mine_button.clicked.connect(self._keep_mine)
        self.theirs_button.clicked.connect(self._take_theirs)
        self.theirs = PlainLabel(ink="muted", wrap=True, selectable=True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.mine_button)
        buttons.addWidget(self.theirs_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self.conflict)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(PlainLabel(text, ink="warning", wrap=True))
        column.addWidget(self.theirs)
        column.addLayout(buttons)
        self.conflict.hide()
        return self.conflict

    def _build_aside(self) -> QWidget:
        aside = QWidget()
        aside.setFixedWidth(_ASIDE)
        self.state = PlainLabel(strong=True)
        self.story = PlainLabel(points=fonts.META, ink="muted", wrap=True)
        self.reason = PlainLabel(ink="warning", wrap=True, selectable=True)
        self.kept = PlainLabel(points=fonts.META, ink="muted", wrap=True)
        self.lacks = PlainLabel(points=fonts.META, ink="muted", wrap=True)
        self.buttons = {
            "submit": self._button(translate("Narrative", "Submit for approval"), "send", self.submit),
            "approve": self._button(translate("Narrative", "Approve …"), "take", self.approve),
            "return": self._button(translate("Narrative", "Return …"), "undo", self.give_back),
            "withdraw": self._button(translate("Narrative", "Withdraw and edit"), "write", self.withdraw),
            "anew": self._button(translate("Narrative", "Write a new version"), "write", None),
            "export": self._button(translate("Narrative", "Export …"), "export", self.export),
            "copy": self._button(translate("Narrative", "Copy the text"), "copy", self.copy),
        }
        self.buttons["anew"].clicked.connect(self._write_anew)
        column = QVBoxLayout(aside)
        column.setContentsMargins(BETWEEN, BETWEEN, AROUND, BETWEEN)
        column.setSpacing(INSIDE)
        for part in (self.state, self.story, self.reason, self.lacks):
            column.addWidget(part)
        column.addSpacing(INSIDE)
        for button in self.buttons.values():
            column.addWidget(button)
        column.addStretch(1)
        column.addWidget(self.kept)
        return aside

    def _button(self, text: str, icon: str, signal: object) -> QPushButton:
        button = QPushButton(text)
        self._around.theme.dress(button, icon)
        if signal is not None:
            button.clicked.connect(signal)
        return button

    def house(self) -> House:
        first, second, third = (field.toPlainText() for field in self.messages)
        return House(self.umbrella.toPlainText(), (first, second, third))

    def write_here(self) -> None:
        """Take the keyboard to the first message that is still empty."""
        fields = (self.umbrella, *self.messages)
        next((field for field in fields if not field.toPlainText().strip()), self.umbrella).setFocus()

    def show_issue(self, known: OpenIssue, draft: Draft) -> None:
        """Show the newest version; what is being typed here is never replaced."""
        if draft is not self._draft:
            self._follow(draft)
        self._known = known
        if draft.is_in_conflict:
            self._show_conflict(known.newest)
        elif draft.is_kept and not self._writes_anew:
            draft.take_over(known.newest)
            self._fill(known.newest.house if known.newest else House())
        self.conflict.setVisible(draft.is_in_conflict)
        self._show_state(known)

    def _follow(self, draft: Draft) -> None:
        """Hear of one draft at a time: the one of the issue that is open."""
        if self._draft is not None:
            self._draft.saved.disconnect(self._saved)
            self._draft.conflict.disconnect(self._conflicted)
            self._draft.failed.disconnect(self._not_kept)
        draft.saved.connect(self._saved)
        draft.conflict.connect(self._conflicted)
        draft.failed.connect(self._not_kept)
        self._draft = draft
        self._writes_anew = False
        self.kept.setText("")

    def _conflicted(self) -> None:
        self.conflict.setVisible(True)
        self._show_readiness()

    def show_held(self) -> None:
        """While the text is put to review its fields are closed: what is judged is what stands here."""
        if self._known is not None:
            self._show_state(self._known)

    def _fill(self, house: House) -> None:
        for field, text in zip(
            (self.umbrella, *self.messages), (house.umbrella, *house.messages), strict=True
        ):
            if field.toPlainText() != text:
                field.blockSignals(True)
                field.setPlainText(text)
                field.blockSignals(False)

    def _show_state(self, known: OpenIssue) -> None:
        newest, around = known.newest, self._around
        status = newest.status if newest else NarrativeStatus.DRAFT
        number = newest.number if newest else 1
        self.state.setText(
            around.say("house.state", number=number, state=around.say(f"narrative-status.{status}"))
        )
        self.story.setText(self._told(known, newest))
        returned = newest.returned_because if newest and status is NarrativeStatus.DRAFT else ""
        self.reason.setText(around.say("house.returned", why=returned) if returned else "")
        self.reason.setVisible(bool(returned))
        writable = status is NarrativeStatus.DRAFT or self._writes_anew
        held = self._draft is not None and self._draft.is_held
        for field in (self.umbrella, *self.messages):
            field.setReadOnly(held or not writable)
        self._show_buttons(known, status, writable)

    def _show_buttons(self, known: OpenIssue, status: NarrativeStatus, writable: bool) -> None:
        shown = {
            "submit": writable,
            "approve": status is NarrativeStatus.IN_REVIEW,
            "return": status is NarrativeStatus.IN_REVIEW,
            "withdraw": status is NarrativeStatus.IN_REVIEW,
            "anew": status is NarrativeStatus.APPROVED and not self._writes_anew,
            "export": known.newest is not None,
            "copy": known.newest is not None,
        }
        primary = {Step.APPROVE: "approve", Step.EXPORT: "export"}.get(known.next_step, "submit")
        for name, button in self.buttons.items():
            button.setVisible(shown[name])
            kind = "primary" if name == primary else ""
            if button.property("kind") != kind:
                button.setProperty("kind", kind)
                button.style().unpolish(button)
                button.style().polish(button)
                tokens = self._around.theme
                icon = {"submit": "send", "approve": "take", "export": "export"}.get(name)
                if icon:
                    button.setIcon(tokens.icon(icon, "on_accent" if kind else "text"))
        self.lacks.setText(
            translate("Narrative", "Fill in the umbrella and all three key messages to submit.")
        )
        self._show_readiness()

    def _show_readiness(self) -> None:
        """Whether the text as it stands here may be submitted. That it is not kept yet is no hindrance."""
        draft, complete = self._draft, self.house().is_complete
        blocked = draft is not None and (draft.is_held or draft.is_in_conflict)
        self.buttons["submit"].setEnabled(complete and not blocked)
        self.lacks.setVisible(not complete and not self.buttons["submit"].isHidden())

    def _told(self, known: OpenIssue, newest: Narrative | None) -> str:
        if newest is None:
            return translate("Narrative", "Nobody has begun to write yet.")
        around = self._around
        told = [around.say("house.by", name=known.name(newest.author), at=around.moment(newest.edited))]
        if newest.submitted is not None and newest.status is NarrativeStatus.IN_REVIEW:
            told.append(around.say("house.submitted", at=around.moment(newest.submitted)))
        if newest.approved is not None:
            name = known.name(newest.approved_by)
            told.append(around.say("house.approved", name=name, at=around.moment(newest.approved)))
        return "\n".join(told)

    def _typed(self) -> None:
        if self._draft is None:
            return
        self._draft.type(self.house())
        self.kept.colour("muted")
        self.kept.setText(translate("Narrative", "Saving …"))
        self._show_readiness()

    def _saved(self, narrative: Narrative) -> None:
        self._writes_anew = False
        if self._draft is not None and self._draft.is_kept:
            self.kept.colour("muted")
            self.kept.setText(self._around.say("house.kept", at=self._around.clock(narrative.edited)))
        self._show_readiness()

    def _not_kept(self, sentence: str) -> None:
        self.kept.colour("danger")
        self.kept.setText(self._around.say("house.not-kept", why=sentence))

    def _write_anew(self) -> None:
        self._writes_anew = True
        if self._known is not None:
            self._show_state(self._known)
        self.umbrella.setFocus()

    def _show_conflict(self, theirs: Narrative | None) -> None:
        if theirs is not None:
            self.theirs.setText("\n".join((theirs.house.umbrella, *theirs.house.messages)).strip())

    def _keep_mine(self) -> None:
        if self._draft is not None and self._known is not None:
            self._draft.overwrite(self._known.newest)
            self.conflict.hide()

    def _take_theirs(self) -> None:
        if self._draft is not None and self._known is not None:
            self._draft.give_in(self._known.newest)
            self.conflict.hide()
            self.show_issue(self._known, self._draft)
